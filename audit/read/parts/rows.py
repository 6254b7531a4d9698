"""Tables that an object holds by column, as pandas and vector stores such as Chroma write them (JSON)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeGuard

Rows = list[dict[str, object]]
_COLUMNS, _INDEX, _DATA = "columns", "index", "data"
# The columns of a collection: ids, texts, and what is known of each.
_IDS, _TEXTS, _ABOUT = "ids", ("documents", "texts"), "metadatas"
_LEAST: Final = 2


def with_rows(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return an object that is a table by columns with its rows as a list; any other object unchanged.

    >>> with_rows({"ids": ["a"], "documents": ["Dawn."], "metadatas": [{"title": "One"}]})
    {'data': [{'id': 'a', 'text': 'Dawn.', 'metadata': {'title': 'One'}}]}
    >>> with_rows({"text": {"0": "Dawn.", "1": "Noon."}, "by": {"0": "A. Roe", "1": None}})
    {'data': [{'text': 'Dawn.', 'by': 'A. Roe'}, {'text': 'Noon.', 'by': None}]}
    >>> with_rows({"columns": ["text"], "index": [0], "data": [["Dawn."]]})
    {'data': [{'text': 'Dawn.'}]}
    """
    rows = _of_collection(record) or _of_columns(record) or _of_split(record)
    return {_DATA: rows} if rows else record


def _of_collection(record: Mapping[str, object]) -> Rows:
    ids = record.get(_IDS)
    texts = next((record[name] for name in _TEXTS if record.get(name)), None)
    if not (_are_strings(ids) and _are_strings(texts)) or len(set(ids)) < len(ids) or len(texts) != len(ids):
        return []
    told = record.get(_ABOUT) or [{}] * len(ids)
    if not isinstance(told, list) or len(told) != len(ids):
        return []
    return [{"id": id, "text": text, "metadata": about or {}} for id, text, about in zip(ids, texts, told, strict=True)]


def _are_strings(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _of_columns(record: Mapping[str, object]) -> Rows:
    """Return the rows of columns that are objects with the same numbers as keys."""
    columns: list[Mapping[str, object]] = [column for column in record.values() if isinstance(column, Mapping)]
    keys = list(columns[0]) if columns else []
    if len(record) < _LEAST or len(columns) < len(record) or not keys or not all(map(_is_number, keys)):
        return []
    if any(list(column) != keys for column in columns):
        return []
    return [{name: column[key] for name, column in zip(record, columns, strict=True)} for key in keys]


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal()


def _of_split(record: Mapping[str, object]) -> Rows:
    """Return the rows of lists of values, whose names are in a list of their own."""
    names, data = record.get(_COLUMNS), record.get(_DATA)
    if not {_COLUMNS, _DATA} <= record.keys() <= {_COLUMNS, _INDEX, _DATA} or not _are_strings(names):
        return []
    rows: Sequence[object] = data if isinstance(data, list) else []
    if not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return []
    return [dict(zip(names, row, strict=True)) for row in rows if isinstance(row, list)]
