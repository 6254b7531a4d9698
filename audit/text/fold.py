"""Case and width folding for matching, code point by code point, so that offsets are preserved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.derived import derived
from audit.text.classes import codepoints

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BMP: Final = 0x10000
# Code points that are looked up at once: so many stay in the processor's cache.
_TAKEN: Final = 1 << 15
# Characters for which str.isalnum is false (`\W` excludes the underscore). ASCII ones separately, since bytes.translate
# is fast.
_OTHERS: Final = re.compile(r"[\W_]+")
_ASCII_OTHERS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
# The same within lines.
_ASCII_OTHERS_INSIDE: Final = _ASCII_OTHERS.replace(b"\n", b"")
_FIRST_FULL_WIDTH, _LAST_FULL_WIDTH, _FULL_WIDTH_SHIFT = 0xFF01, 0xFF5E, 0xFEE0


def _folded(code: int) -> int:
    if _FIRST_FULL_WIDTH <= code <= _LAST_FULL_WIDTH:
        code -= _FULL_WIDTH_SHIFT
    char = chr(code)
    if char.isspace():
        return ord(" ")
    # İ alone has a longer lower case: i, and the dot that i has anyway.
    return ord(char.lower()[0])


@derived
def _table() -> dict[str, NDArray[np.uint32]]:
    return {"folded": np.fromiter(map(_folded, range(_BMP)), np.uint32, _BMP)}


def fold(text: str) -> str:
    r"""Return the text in lower case, with full-width forms as ASCII and all white space as blanks.

    The length in code points is preserved: letters beyond the Basic Multilingual Plane are unchanged, and İ is i.
    Linear.

    >>> fold("ＡＢ：\u3000Çİ\n")
    'ab: çi '
    """
    return folded_points(codepoints(text)).tobytes().decode("utf-32-le", "surrogatepass")


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold each text, in one pass over all of them.

    >>> fold_all(["Ａ", "", "B C"])
    ['a', '', 'b c']
    """
    folded = fold("".join(texts))
    ends = accumulate(map(len, texts), initial=0)
    return [folded[start:end] for start, end in pairwise(ends)]


def folded_points(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Fold an array of code points."""
    return respelled(points, _table()["folded"]).astype("<u4", copy=False)


def respelled(points: NDArray[np.uint32], forms: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return an array of code points with forms[point] for each, and those beyond `forms` as they are."""
    made = np.empty(len(points), np.uint32)
    # numpy makes wide indexes of all points that it takes at once.
    for at in range(0, len(points), _TAKEN):
        forms.take(points[at : at + _TAKEN], mode="clip", out=made[at : at + _TAKEN])
    if points.max(initial=0) >= len(forms):
        np.copyto(made, points, where=points >= len(forms))
    return made


def letters_of(lines: Sequence[str]) -> list[str]:
    """Return `letters` of each line, in one pass; the lines contain no line ends.

    >>> letters_of(["Two: Words", "", "下午，三点"])
    ['twowords', '', '下午三点']
    """
    if not lines:
        return []
    raw = "\n".join(lines).casefold().encode("utf-8", "surrogatepass").translate(None, _ASCII_OTHERS_INSIDE)
    left = raw.decode("utf-8", "surrogatepass").split("\n")
    return [line if line.isalnum() else _OTHERS.sub("", line) for line in left]


def letters(text: str) -> str:
    """Return the lower case letters and digits of a text, to compare spellings."""
    raw = text.casefold().encode("utf-8", "surrogatepass").translate(None, _ASCII_OTHERS)
    left = raw.decode("utf-8", "surrogatepass")
    return left if left.isalnum() else _OTHERS.sub("", left)
