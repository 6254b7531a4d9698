"""Records that an object holds by their ids, as a store of LlamaIndex does, and vectors of Pinecone (JSON)."""

from __future__ import annotations

from collections.abc import Mapping

# What a record is called beside its type; other objects of objects are settings as well.
_HELD, _TYPE = "__data__", "__type__"


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
