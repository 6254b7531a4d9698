"""The whole text of a record that keeps it in parts, or the records that it holds in a list or by id."""

from __future__ import annotations

from collections.abc import Mapping

from audit.read.parts.linked import with_linked_text
from audit.read.parts.message_tree import with_messages
from audit.read.parts.rich_text import with_rich_text
from audit.read.parts.rows import with_rows

# What a record is called beside its type; other objects of objects are settings as well.
_HELD, _TYPE = "__data__", "__type__"


def whole_records(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the text of its linked parts, or its messages or records in a list; or unchanged."""
    return with_messages(with_linked_text(with_listed_records(record)))


def whole_text(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return the same with its rows in a list, and the lines of its trees in place of them."""
    return with_rich_text(whole_records(with_rows(record)))


def with_listed_records(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return an object with the records that it holds by id as a list; any other object unchanged.

    >>> with_listed_records({"docstore/data": {"a": {"__data__": {"text": "Dawn."}, "__type__": "1"}}})
    {'docstore/data': [{'text': 'Dawn.'}]}
    """
    if not any(map(_are_records, record.values())):
        return record
    return {
        name: [one.get(_HELD, one) for one in value.values()]
        if isinstance(value, Mapping) and _are_records(value)
        else value
        for name, value in record.items()
    }


def _are_records(value: object) -> bool:
    return isinstance(value, Mapping) and bool(value) and all(_is_record(id, one) for id, one in value.items())


def _is_record(id: object, value: object) -> bool:
    """Whether an object tells its type, or repeats the id by which it is held beside what is known of it."""
    if not isinstance(value, Mapping):
        return False
    is_typed = isinstance(value.get(_HELD), Mapping) and _TYPE in value
    return is_typed or (value.get("id") == id and isinstance(value.get("metadata"), Mapping))
