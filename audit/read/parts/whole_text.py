"""The whole text of a record that keeps it in parts, or the records that it holds."""

from __future__ import annotations

from collections.abc import Mapping

from audit.read.parts.keyed import with_listed_records
from audit.read.parts.linked import with_linked_text
from audit.read.parts.message_tree import with_messages
from audit.read.parts.rich_text import with_rich_text
from audit.read.parts.rows import with_rows


def whole_records(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the text of its linked parts, or its messages or records in a list; or unchanged."""
    return with_messages(with_linked_text(with_listed_records(record)))


def whole_text(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return the same with its rows in a list, and the lines of its trees in place of them."""
    return with_rich_text(whole_records(with_rows(record)))
