"""Texts in Markdown read as they are shown: links without their targets, so that menus and bylines are told as such.

Blocks keep the text as it is written; only what is decided of them, and the fields, come from what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SIGN: Final = "]("
# Stands before a picture (Unicode 15.1, 23.8), so that its line continues no other.
OBJECT: Final = "\ufffc"
_LABEL: Final = r"\[\s*+(?P<label>[^\[\]\n]*?[^\[\]\s])\s*+\]"
_TARGET: Final = (
    r"(?:[A-Za-z][A-Za-z0-9+-]*+:|[/#?]|\.{1,2}/|[\w%-]++(?:[./][\w%-]++)++)[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*+"
)
_TITLE: Final = r"""(?:"[^"\n]*+"|'[^'\n]*+')"""
_TO: Final = rf"\([ \t]*+<?{_TARGET}>?(?:[ \t]++{_TITLE})?[ \t]*+\)"
_PICTURE: Final = rf"\[[^\[\]\n]*+\]{_TO}"
# A picture, alone or in a link, or a link of nothing; a link to an address, a path, a fragment or a file, and no call
# of an element; a sign that is escaped (CommonMark 0.31, 6.3, 6.4 and 2.4).
_SHORTENED: Final = re.compile(
    rf"\[!(?P<linked>{_PICTURE})\]{_TO}|!(?P<picture>{_PICTURE})|\[(?P<nothing>[ \t]*+\]{_TO})|"
    rf"(?<!!){_LABEL}{_TO}|\\(?P<sign>[\[\]()*_#.!`~|>+-])"
)
_OBJECTS: Final = frozenset({"linked", "picture", "nothing"})


@dataclass(frozen=True, slots=True)
class Shown:
    """Texts as they are shown, and for each that was changed the code points of the text that are kept, by number."""

    texts: list[str]
    kept: dict[int, Ints]


def as_shown(texts: Sequence[str]) -> Shown:
    """Return the texts with the labels of their links in place of the links, and a sign before pictures. Linear.

    Texts without a link are returned unchanged.

    >>> as_shown(["* [Home](/)", "By [A. Roe](https://bay.example/roe) and others", "a[i](x), ![b](/b.png)."]).texts
    ['* Home', 'By A. Roe and others', 'a[i](x), \ufffc[b](/b.png).']
    """
    shown, kept = list(texts), {}
    for number, text in enumerate(texts):
        spans = list(_kept(text)) if _SIGN in text else []
        if len(spans) > 1:
            shown[number] = "".join(sign or text[start:end] for start, end, sign in spans)
            kept[number] = np.concatenate([np.arange(start, end) for start, end, _ in spans])
    return Shown(shown, kept)


def _kept(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of a text that are shown, and what stands for them, as long as they are."""
    at = 0
    for found in _SHORTENED.finditer(text):
        yield at, found.start(), ""
        if found.lastgroup in _OBJECTS:
            yield found.start(), found.start() + 1, OBJECT
        yield *found.span(found.lastgroup or 0), ""
        at = found.end()
    yield at, len(text), ""


def as_written(table: pl.DataFrame, shown: Shown, texts: Sequence[str]) -> pl.DataFrame:
    """Return blocks of shown texts (columns document, start, end, text) with their spans and texts as written.

    What was left out at the edge of a block belongs to it.
    """
    if not shown.kept:
        return table
    columns = [table[name].to_numpy(writable=True) for name in ("start", "end")]
    written = table["text"].to_list()
    first, last = (np.searchsorted(table["document"].to_numpy(), list(shown.kept), side) for side in ("left", "right"))
    for number, low, high in zip(shown.kept, first.tolist(), last.tolist(), strict=True):
        kept, text = shown.kept[number], texts[number]
        before, after = np.append(kept, -1), np.append(kept, len(text))
        for row in range(low, high):
            start, end = int(before[columns[0][row] - 1]) + 1, int(after[columns[1][row]])
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end -= len(text[start:end]) - len(text[start:end].rstrip())
            columns[0][row], columns[1][row], written[row] = start, end, text[start:end]
    made = (pl.Series(name, values) for name, values in zip(("start", "end"), columns, strict=True))
    return table.with_columns(*made, pl.Series("text", written, dtype=pl.String))
