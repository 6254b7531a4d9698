"""Search of few texts for a pattern of polars, with the result that polars has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from audit.text.patterns.literals import literals

# Texts above which polars compiles a pattern sooner than Python has searched them: where literals are looked for first,
# and where none are known.
_FEW_SIEVED, _FEW = 512, 128
# What polars alone reads, or reads otherwise: properties, code points, sets in sets, words and case beyond ASCII.
_OF_POLARS: Final = re.compile(r"\\[pPAzZ]|\\x\{|&&|\[\[|[^\\]\[\^?\[|--|~~|\|\||\(\?[a-z]*[iuxmR-][^:]|\(\?[a-z]*i")
# A word boundary in ASCII, for polars and for Python.
_BOUNDARY: Final = r"(?-u:\b)", r"(?a:\b)"
# Characters of which both say alike whether they are blanks, digits and letters of words: no marks, no numerals in
# circles, no joiners, no line breaks.
ALIKE: Final = (
    "\0-\t\x0b-\x1b -\xb1\xbf-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u200b\u200e-\u2027\u202a-\u203e\u20a0-\u20cf"
    "\u2100-\u214f\u2190-\u245f\u2500-\u2775\u2794-\u2ccf\u3000-\u3029\u3030-\u3098\u309b-\u3191\u31c0-\u31ff"
    "\u3400-\u9fff\uac00-\ud7a3\uff00-\uff3e\uff40-\uffdc\U0001f300-\U0001faff"
)
_OTHERWISE: Final = re.compile(f"[^{ALIKE}]")


def contain(texts: pl.Series, pattern: str) -> NDArray[np.bool_]:
    """Return which texts contain a match of a pattern of polars.

    Few are searched by Python, where it reads the pattern alike, if they have one of its literals; texts with a
    character that both may read otherwise are left to polars.
    """
    sieve = _sieve(pattern) if len(texts) <= _FEW_SIEVED else None
    if sieve is None or len(texts) > (_FEW_SIEVED if sieve else _FEW):
        found: NDArray[np.bool_] = texts.str.contains(pattern).to_numpy()
        return found
    lines, found = texts.to_list(), np.zeros(len(texts), np.bool_)
    held = held_in(lines, sieve) if sieve else [""]
    if not held:
        return found
    rows = [row for row, line in enumerate(lines) if any(map(line.__contains__, held))]
    others = [row for row in rows if _OTHERWISE.search(lines[row])]
    if others:
        found[others] = texts[others].str.contains(pattern).to_numpy()
    search, beside = _compiled(pattern).search, set(others)
    found[[row for row in rows if row not in beside and search(lines[row])]] = True
    return found


def held_in(texts: Sequence[str], words: Iterable[str]) -> list[str]:
    """Return which words, that have no line break, occur in any of the texts."""
    return list(filter("\n".join(texts).__contains__, words))


@cache
def _sieve(pattern: str) -> tuple[str, ...] | None:
    """Return texts of which each match contains one, if they are known; None if Python reads the pattern otherwise."""
    return None if _OF_POLARS.search(pattern.replace(_BOUNDARY[0], "")) else tuple(literals(_of_python(pattern)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_of_python(pattern))


def _of_python(pattern: str) -> str:
    return pattern.replace(*_BOUNDARY)
