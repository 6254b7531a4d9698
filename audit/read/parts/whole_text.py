"""The whole text of a record that keeps it in parts, or the records that it holds."""

from __future__ import annotations

from collections.abc import Mapping

from audit.read.parts.keyed import with_listed_records
from audit.read.parts.linked import with_linked_text
from audit.read.parts.message_tree import with_messages
from audit.read.parts.rich_text import with_rich_text


def whole_text(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the text of its linked parts and trees, its messages or records in a list; or unchanged."""
    return with_rich_text(with_messages(with_linked_text(with_listed_records(record))))
