"""Texts as a reader sees them: links of Markdown without targets, heads of fields with a colon behind each label.

So menus and bylines that are links are told as such, and `【来源】` as `来源：`. Blocks keep the text as it is written;
only what is decided of them, and the fields, come from what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.browser_dumps import edits_of_dump
from audit.parser.tables import lists
from audit.parser.tables.record_labels import STATED, TEXTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SIGN: Final = "]("
# Stands before a picture (Unicode 15.1, 23.8), so that its line continues no other.
OBJECT: Final = "\ufffc"
_LABEL: Final = r"\[\s*+(?P<label>[^\[\]\n]*?[^\[\]\s])\s*+\]"
_TARGET: Final = (
    r"(?:[A-Za-z][A-Za-z0-9+-]*+:|[/#?]|\.{1,2}/|[\w%-]++[./][\w%-])[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*"
)
_TITLE: Final = r"""(?:"[^"\n]*+"|'[^'\n]*+')"""
_TO: Final = rf"\([ \t]*+<?{_TARGET}>?(?:[ \t]++{_TITLE})?[ \t]*+\)"
_PICTURE: Final = rf"\[[^\[\]\n]*+\]{_TO}"
# The sign behind a heading that leads to it; a picture, alone or in a link; a link of nothing; a link to an address, a
# path, a fragment or a file, and no call of an element; a sign that is escaped (CommonMark 0.31, 6.3, 6.4 and 2.4).
_SHORTENED: Final = re.compile(
    rf"(?<=\S)\[[¶#§🔗]\](?P<anchor>){_TO}|\[!(?P<linked>{_PICTURE})\]{_TO}|!(?P<picture>{_PICTURE})|"
    rf"\[(?P<nothing>[ \t]*+\]{_TO})|(?<!!){_LABEL}{_TO}|\\(?P<sign>[\[\]()*_#.!`~|>+-])"
)
_OBJECTS: Final = frozenset({"linked", "picture", "nothing"})
# Labels in the head of a record, between brackets or before a tab, as scrapers write them; how many are one, and where.
_ANY: Final = "|".join((*lists("mail_subjects")["titles"], STATED, TEXTS))
_FIELD: Final = re.compile(
    rf"^[ \t]*(?:[【\[](?P<held>{_ANY})[】\]](?!\()[ \t]*[:：]?|(?P<cell>{_ANY})[ ]*\t)[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_FEWEST, _HEAD = 2, 600


@dataclass(frozen=True, slots=True)
class Shown:
    """Texts as they are shown, and for each that was changed the code points of the text that are kept, by number."""

    texts: list[str]
    kept: dict[int, Ints]


def as_shown(texts: Sequence[str]) -> Shown:
    """Return the texts with the labels of their links in place of the links, and a sign before pictures. Linear.

    >>> as_shown(["* [Home](/)", "By [A. Roe](https://bay.example/roe) and others", "a[i](x), ![b](/b.png)."]).texts
    ['* Home', 'By A. Roe and others', 'a[i](x), \ufffc[b](/b.png).']
    """
    shown, kept = list(texts), {}
    for number, text in enumerate(texts):
        head = text[:_HEAD]
        is_headed = "】" in head or "]" in head or "\t" in head
        edits = edits_of_dump(text)
        if not edits and (is_headed or _SIGN in text):
            edits = sorted((*_of_fields(text), *_of_links(text)))
        if edits:
            spans = list(_kept(len(text), edits))
            shown[number] = "".join(sign or text[start:end] for start, end, sign in spans)
            kept[number] = np.concatenate([np.arange(start, end) for start, end, _ in spans])
    return Shown(shown, kept)


def _of_fields(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is replaced in the head of a record: start, end, and a sign or nothing."""
    fields = list(_FIELD.finditer(text, 0, _HEAD))
    for field in fields if len(fields) >= _FEWEST else ():
        label = field.span(field.lastgroup or 0)
        yield field.start(), label[0], ""
        yield label[1], field.end(), ":"


def _of_links(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is replaced in links: start, end, and a sign or nothing."""
    for found in _SHORTENED.finditer(text) if _SIGN in text else ():  # an escape is one beside links only
        first, last = found.span(found.lastgroup or 0)
        yield found.start(), first, OBJECT if found.lastgroup in _OBJECTS else ""
        yield last, found.end(), ""


def _kept(size: int, edits: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of a text that are shown, and the sign that stands for one."""
    at = 0
    for start, end, sign in edits:
        yield at, start, ""
        if sign:
            yield start, start + 1, sign
        at = end
    yield at, size, ""


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
