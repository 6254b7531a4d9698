"""The whole text of a record that keeps it in parts, or the records that it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from audit.read.containers import paths
from audit.read.containers.columns import text_path
from audit.read.parts.keyed import with_listed_records
from audit.read.parts.linked import with_linked_text
from audit.read.parts.message_tree import with_messages
from audit.read.parts.placed import with_placed_text
from audit.read.parts.rich_text import with_rich_text
from audit.read.parts.rows import with_rows

if TYPE_CHECKING:
    from audit.policy import InputSettings


def whole_text(record: Mapping[str, object], settings: InputSettings) -> Mapping[str, object]:
    """Return a record with the text of its linked parts and trees, its messages or records in a list; or unchanged.

    Parts stay where a configured path leads to the text of one.
    """
    told = (value for path in settings.paths("text") for value in paths.values(record, path))
    if any(isinstance(value, str) for value in told):
        return with_messages(with_linked_text(with_listed_records(record)))
    whole = with_messages(with_linked_text(with_listed_records(with_rows(record))))
    shown = with_rich_text(whole)
    usual = text_path(paths.names_in(shown), settings, shown)
    has_text = usual is not None and any(isinstance(value, str) for value in paths.values(shown, usual))
    return with_placed_text(shown, has_text=has_text)
