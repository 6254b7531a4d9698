"""Tables that an object holds by column, as pandas and vector stores such as Chroma write them (JSON)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeGuard

Rows = list[dict[str, object]]
_COLUMNS, _INDEX, _DATA = "columns", "index", "data"
_LEVELS: Final = frozenset({"index_names", "column_names"})
# A column as polars wrote it, and a row as the viewer of a Hub gives it.
_NAME, _VALUES = "name", "values"
_ROWS, _ROW, _NUMBER = "rows", "row", "row_idx"
# What stands beside the rows of a viewer; a text beside rows is not left out for them.
_OF_VIEWER: Final = frozenset(
    {"dataset", "config", "split", "features", "num_rows_total", "num_rows_per_page", "partial", "truncated"}
)
# Columns with the texts, and those whose values name each text; headings are of the parts of one text.
_BODIES: Final = frozenset({"text", "content", "body", "article", "document", "review", "正文", "内容", "文本", "本文"})
_NAMING: Final = frozenset(
    {"title", "headline", "url", "link", "id", "uuid", "doi", "标题", "题目", "网址", "タイトル"}
)
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
    >>> with_rows({"titles": ["One", "Two"], "text": ["Dawn.", "Noon."]})
    {'data': [{'title': 'One', 'text': 'Dawn.'}, {'title': 'Two', 'text': 'Noon.'}]}
    """
    rows = _of_collection(record) or _of_columns(record) or _of_split(record) or _of_lists(record) or _listed(record)
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
    """Return the rows of columns that are objects with the same keys: numbers, or names of rows that have a text."""
    columns: list[Mapping[str, object]] = [column for column in record.values() if isinstance(column, Mapping)]
    keys = list(columns[0]) if columns else []
    if len(record) < _LEAST or len(columns) < len(record) or not keys or any(list(one) != keys for one in columns):
        return []
    if not all(map(_is_number, keys)) and not _are_named(
        {name: list(column.values()) for name, column in zip(record, columns, strict=True)}
    ):
        return []
    return [{name: column[key] for name, column in zip(record, columns, strict=True)} for key in keys]


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal()


def _of_split(record: Mapping[str, object]) -> Rows:
    """Return the rows of lists of values, whose names are in a list of their own."""
    names, data = record.get(_COLUMNS), record.get(_DATA)
    if not {_COLUMNS, _DATA} <= record.keys() <= {_COLUMNS, _INDEX, _DATA, *_LEVELS} or not _are_strings(names):
        return []
    rows: Sequence[object] = data if isinstance(data, list) else []
    if not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return []
    return [dict(zip(names, row, strict=True)) for row in rows if isinstance(row, list)]


def _of_lists(record: Mapping[str, object]) -> Rows:
    """Return the rows of lists of one length: of texts, and of what names each of them; other lists are of one text."""
    columns = {_singular(name): column for name, column in record.items() if isinstance(column, list)}
    return _rows(columns) if len(columns) == len(record) and _are_named(columns) else []


def _rows(columns: Mapping[str, list[object]]) -> Rows:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _are_named(columns: Mapping[str, list[object]]) -> bool:
    """Return whether these columns are of one length, and hold texts, and a title, address or id for each."""
    if len({len(column) for column in columns.values()}) != 1 or any(map(_is_nested, columns.values())):
        return False
    texts, naming = ([columns[name] for name in columns if name.casefold() in wanted] for wanted in (_BODIES, _NAMING))
    return bool(texts and naming) and all(map(_are_strings, texts)) and all(map(_are_different, naming))


def _is_nested(column: list[object]) -> bool:
    return any(isinstance(value, (list, dict)) for value in column)


def _are_different(column: list[object]) -> bool:
    """Return whether values are at least two, and strings of which none stands twice, or null."""
    told = [value for value in column if value is not None]
    return (
        len(column) >= _LEAST and _are_strings(told) and len(set(told)) == len(told) and not all(map(_is_number, told))
    )


def _singular(name: str) -> str:
    one = name.removesuffix("s")
    return one if one.casefold() in _BODIES | _NAMING else name


def _listed(record: Mapping[str, object]) -> Rows:
    """Return the rows of a list of named columns (polars), or of numbered rows (the viewer of a Hub)."""
    columns, rows = record.get(_COLUMNS), record.get(_ROWS)
    if isinstance(columns, list) and len(record) == 1 and all(map(_is_column, columns)):
        made = {column[_NAME]: column[_VALUES] for column in columns}
        is_whole = len(made) == len(columns) and len({len(column) for column in made.values()}) == 1
        return _rows(made) if is_whole else []
    if isinstance(rows, list) and record.keys() <= {_ROWS, *_OF_VIEWER} and all(map(_is_numbered, rows)):
        return [row[_ROW] for row in rows]
    return []


def _is_column(column: object) -> bool:
    return isinstance(column, dict) and isinstance(column.get(_NAME), str) and isinstance(column.get(_VALUES), list)


def _is_numbered(row: object) -> bool:
    return isinstance(row, dict) and _NUMBER in row and isinstance(row.get(_ROW), dict)
