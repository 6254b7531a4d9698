"""Documents of which an object keeps the parts in lists, and their order as references, as Docling's are (JSON)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from audit.read.parts.said_of_parts import left_out, title_of

_BODY, _CHILDREN, _SELF = "body", "children", "self_ref"
# How a reference is written: as JSON Schema has it, and in the first versions of Docling.
_REFERENCES: Final = ("$ref", "cref")
_CAPTIONS, _CELLS, _BETWEEN = "captions", "table_cells", " | "
_ROW, _COLUMN = "start_row_offset_idx", "start_col_offset_idx"
_FURNITURE: Final = frozenset({"page_header", "page_footer"})
# A group of pieces of one line, and pictures, within which letters are labels of what is drawn.
_LINE: Final = "inline"
_PICTURES: Final = frozenset({"picture", "chart"})
_TITLE, _HEADING, _ITEM = "title", "section_header", "list_item"

Part = tuple[str, str]  # what a part is, and its text


def with_linked_text(record: Mapping[str, object]) -> Mapping[str, object]:
    r"""Return a record with the text to which its body refers, in that order; any other record unchanged.

    Page headers, page footers and letters in pictures are left out, and counted in the name of a column.

    >>> held = [{"self_ref": "#/texts/0", "text": "Noon."}, {"self_ref": "#/texts/1", "text": "Dawn."}]
    >>> order = {"children": [{"$ref": "#/texts/1"}, {"$ref": "#/texts/0"}]}
    >>> with_linked_text({"name": "a", "texts": held, "body": order})
    {'name': 'a', 'title': None, 'text': 'Dawn.\nNoon.'}
    """
    body = record.get(_BODY)
    if not isinstance(body, Mapping) or not (children := _references(body, _CHILDREN)):
        return record
    if not all(_is_part(_at(record, each), each) for each in children):
        return record
    found = [part for part in _below(record, children, {""}) if part[1].strip()]
    own = [part for part in found if part[0] not in _FURNITURE | _PICTURES]
    counted = {"headers/footers": _FURNITURE, "texts in pictures": _PICTURES}
    beside = left_out({name: sum(kind in kinds for kind, _ in found) for name, kinds in counted.items()})
    rest = {name: value for name, value in record.items() if not _holds_parts(value) and name != _BODY}
    text = "\n".join(f"- {text}" if kind == _ITEM else text for kind, text in own)
    return rest | {"title": title_of(own, _TITLE, _HEADING), "text": text} | beside


def _references(node: Mapping[str, object], name: str) -> list[str]:
    """Return the references in a list of a node; none if there is anything else in it."""
    listed = node.get(name)
    found = [
        next((one[key] for key in _REFERENCES if isinstance(one.get(key), str)), None)
        for one in (listed if isinstance(listed, list) else [])
        if isinstance(one, Mapping)
    ]
    told = [str(one) for one in found if one is not None]
    return told if isinstance(listed, list) and len(told) == len(listed) else []


def _at(record: object, reference: str) -> object:
    """Return what a reference such as `#/texts/3` leads to, None if there is nothing."""
    value = record
    for step in reference.split("/")[1:]:
        if isinstance(value, list) and step.isdecimal() and step.isascii() and int(step[:9]) < len(value):
            value = value[int(step[:9])]
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _is_part(value: object, reference: str) -> bool:
    return isinstance(value, Mapping) and value.get(_SELF) == reference


def _holds_parts(value: object) -> bool:
    """Whether a value is a part, or a list of them, also an empty one."""
    listed = value if isinstance(value, list) else [value]
    return all(isinstance(one, Mapping) and _SELF in one for one in listed)


def _below(
    record: Mapping[str, object], references: Iterable[str], seen: set[str], *, is_inside: bool = False
) -> Iterator[Part]:
    """Yield the parts that are referred to and those below them, each once; `is_inside` a line or picture."""
    waiting = list(references)[::-1]
    while waiting:
        reference = waiting.pop()
        node = _at(record, reference)
        if reference in seen or not isinstance(node, Mapping):
            continue
        seen.add(reference)
        kind, children = str(node.get("label")), _references(node, _CHILDREN)
        if kind in _PICTURES and not is_inside:
            yield from _below(record, _references(node, _CAPTIONS), seen, is_inside=True)
            yield from ((kind, text) for _, text in _below(record, children, seen, is_inside=True))
        elif kind == _LINE and not is_inside:
            yield "text", " ".join(text for _, text in _below(record, children, seen, is_inside=True))
        else:
            text = node.get("text")
            waiting += [*_references(node, _CAPTIONS), *children][::-1]
            yield from ((kind, row) for row in ([text] if isinstance(text, str) else _rows(node)))


def _rows(node: Mapping[str, object]) -> Iterator[str]:
    """Yield the rows of a table."""
    held = node.get("data")
    cells = held.get(_CELLS) if isinstance(held, Mapping) else None
    placed = [
        (row, column, " ".join(str(cell.get("text") or "").split()))
        for cell in (cells if isinstance(cells, list) else [])
        if isinstance(cell, Mapping)
        and isinstance(row := cell.get(_ROW), int)
        and isinstance(column := cell.get(_COLUMN), int)
    ]
    for _, row in groupby(sorted(placed), key=lambda cell: cell[0]):
        yield _BETWEEN.join(text for _, _, text in row)
