"""Texts that block editors save as a list of blocks, read as the lines that they show: Draft.js, EditorJS (JSON)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

Node = Mapping[str, object]
_BLOCKS, _KIND, _TEXT, _DATA = "blocks", "type", "text", "data"
# What a text of Draft.js has beside its blocks, each with the styles of its own text.
_ENTITIES, _STYLED = "entityMap", "inlineStyleRanges"
# What is written in blocks of EditorJS, in its order; items and cells are in lists, an item's text within an object.
_WRITTEN: Final = ("title", _TEXT, "message", "code", "items", "content", "caption")
_LISTED, _CELLS = "items", "content"
_BULLETS, _BULLET, _BETWEEN = ("unordered-list-item", "ordered-list-item"), "- ", " | "
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK: Final = re.compile(r"<br\s*/?>")
_DEEPEST: Final = 20


def lines_of_blocks(value: Node) -> list[str]:
    """Return the lines of the blocks in an object that a block editor saved; none if it is another object.

    >>> lines_of_blocks({"blocks": [{"type": "header", "data": {"text": "<b>Dawn</b> &amp; noon", "level": 2}}]})
    ['Dawn & noon']
    >>> lines_of_blocks({"blocks": [{"type": "text", "text": "Dawn"}]})
    []
    """
    blocks = value.get(_BLOCKS)
    if not isinstance(blocks, list) or not blocks or not all(isinstance(one, Mapping) for one in blocks):
        return []
    if not all(isinstance(one.get(_KIND), str) for one in blocks):
        return []
    if _ENTITIES in value and all(isinstance(one.get(_TEXT), str) and _STYLED in one for one in blocks):
        return [_BULLET * (one[_KIND] in _BULLETS) + one[_TEXT] for one in blocks if one[_TEXT].strip()]
    if not all(isinstance(one.get(_DATA), Mapping) and _TEXT not in one for one in blocks):
        return []
    return [line for one in blocks for line in _lines(one[_DATA], 0) if line.strip()]


def _lines(data: Node, depth: int) -> Iterator[str]:
    """Yield what is written in a block: its own texts, its items, or the rows of its table."""
    for name in _WRITTEN:
        said = data.get(name)
        if isinstance(said, str):
            yield _plain(said)
        elif isinstance(said, list) and name == _LISTED and depth < _DEEPEST:
            for item in said:
                yield from _item(item, depth)
        elif isinstance(said, list) and name == _CELLS:
            rows = [row for row in said if isinstance(row, list)]
            yield from (_BETWEEN.join(_plain(cell) for cell in row if isinstance(cell, str)) for row in rows)


def _item(item: object, depth: int) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{_BULLET}{_plain(item)}"
    elif isinstance(item, Mapping):
        said = next((text for name in (_CELLS, _TEXT) if isinstance(text := item.get(name), str)), "")
        yield f"{_BULLET}{_plain(said)}" if said else ""
        yield from _lines({_LISTED: item.get(_LISTED)}, depth + 1)


def _plain(markup: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", markup)))
