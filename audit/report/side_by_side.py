"""Two texts side by side as columns of equal width, for a terminal or a pipe."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from audit.report.summary import Line
from audit.text.visible import visible

# Rows shown per pair, a screenful; --format json has all.
MOST_ROWS: Final = 24
# Columns for offsets and marks to the left of each text.
_MARGIN: Final = 10
_NARROWEST: Final = 20
_WIDEST: Final = 100
_WIDE: Final = ("W", "F")
_MARKS: Final = {"same": "=", "moved": "~", "changed": "!", "only_here": "-", "only_there": "+"}
_STYLES: Final = {"same": "dim", "moved": "cyan", "changed": "yellow", "only_here": "yellow", "only_there": "yellow"}
_FATES: Final = {"here": ", set aside for this document", "there": ", kept instead of this document", None: ""}
_SAID: Final = {
    "same": "= in both", "moved": "~ in both, moved", "changed": "! other words", "only_here": "- only here",
    "only_there": "+ only in the other",
}  # fmt: skip


def twin_lines(twins: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Yield the lines about a document's twins."""
    for twin in twins:
        yield []
        yield _head(twin)
        yield [("dim", f"  {_measures(twin)}")]
        yield from _rows(twin)


def _head(twin: Mapping[str, Any]) -> Line:
    what = twin["kind"]
    if what == "suspect":
        what = "may be a paraphrase of" if twin["is_later"] else "may be paraphrased by"
    place = f"  in {visible(twin['release'])}" if twin["release"] else ""
    return [("bold", f"{what} "), ("", visible(twin["id"]) + place), ("dim", _FATES[twin["kept"]])]


def _measures(twin: Mapping[str, Any]) -> str:
    coverage = f"coverage {twin['coverage']:.3f} of this, {twin['coverage_of_twin']:.3f} of the other"
    if twin["kind"] == "suspect":
        return f"score {twin['score']:.3f}, {coverage}, {twin['anchors']} numbers, names and titles in common"
    lost = {"here": twin["lost_of_twin"], "there": twin["lost"]}.get(twin["kept"])
    losing = "" if lost is None else f", tokens that occur in no kept document {lost}"
    return f"jaccard {twin['jaccard']:.3f}, {coverage}, longest run {twin['longest_run']}{losing}"


def _rows(twin: Mapping[str, Any]) -> Iterator[Line]:
    passages = twin["passages"]
    if passages is None:
        yield [("dim", "  one of the two texts is not stored here: audit check RAW --out DIR stores all texts")]
        return
    yield [("dim", "  " + "   ".join(_SAID[kind] for kind in _SAID if any(p["kind"] == kind for p in passages)))]
    width = _column_width(shutil.get_terminal_size((_WIDEST, 0)).columns)
    for passage in passages[:MOST_ROWS]:
        sides = [_side(passage[name], width) for name in ("here", "there")]
        yield [(_STYLES[passage["kind"]], f" {_MARKS[passage['kind']]} {sides[0]} │{sides[1].rstrip()}")]
    more = len(passages[MOST_ROWS:]) + twin["left_out"]
    if more:
        yield [("dim", f"  … and {more} more passage{'s' if more > 1 else ''}; --format json lists them")]


def _column_width(columns: int) -> int:
    """Return the width of one text's column on a screen of that many columns."""
    return max(_NARROWEST, (min(columns, 2 * _WIDEST) - 2 * _MARGIN - 4) // 2)


def _side(side: Mapping[str, Any], width: int) -> str:
    place = "" if side["start"] is None else str(side["start"])
    text = visible(side["text"].replace("\n", "⏎"))
    return f"{place:>{_MARGIN - 1}} {fitted(text, width)}"


def fitted(text: str, width: int) -> str:
    """Return `text` cut in the middle or padded to `width` columns; wide characters take two.

    >>> fitted("abcdefgh", 6)
    'abc…gh'
    >>> fitted("临海", 6)
    '临海  '
    """
    widths = [_columns(char) for char in text]
    if sum(widths) > width:
        head = _reached(widths, width // 2)
        tail = _reached(widths[::-1], width - 1 - sum(widths[:head]))
        text = f"{text[:head]}…{text[len(text) - tail :]}"
    return text + " " * (width - sum(map(_columns, text)))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def _reached(widths: Sequence[int], room: int) -> int:
    """Return how many characters of these widths fit."""
    total = 0
    for nth, width in enumerate(widths):
        total += width
        if total > room:
            return nth
    return len(widths)
