"""Records that an object holds by their ids, as a store of LlamaIndex does (JSON)."""

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
        name: [one[_HELD] for one in value.values()] if isinstance(value, Mapping) and _are_records(value) else value
        for name, value in record.items()
    }


def _are_records(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(isinstance(one, Mapping) and isinstance(one.get(_HELD), Mapping) and _TYPE in one
                for one in value.values())
    )  # fmt: skip
