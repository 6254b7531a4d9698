"""The whole text of a record that keeps it in parts."""

from __future__ import annotations

from collections.abc import Mapping

from audit.read.parts.linked import with_linked_text
from audit.read.parts.message_tree import with_messages


def whole_text(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the text of its linked parts or the list of its messages; any other record unchanged."""
    return with_messages(with_linked_text(record))
