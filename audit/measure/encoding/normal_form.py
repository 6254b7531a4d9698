"""Test for Unicode normal form C, in linear time."""

from __future__ import annotations

import unicodedata
from typing import Final

import numpy as np
import polars as pl

from audit.finding import Place
from audit.measure.encoding.scan import UNSTABLE
from audit.measure.encoding.scanned import ScannedText, named
from audit.text.classes import codepoints, members

# Maximum combining marks on one letter: Python sorts them in quadratic time. Unicode's stream-safe form allows 30.
_MANY: Final = 30
_MARKS: Final = members(
    *("combining", "hebrew_mark", "arabic_mark", "thai_mark", "thai_vowel"),
    *("indic", "southeast", "other_letter", "other", "unassigned"),
)


def nfc(seen: ScannedText) -> tuple[bool, tuple[Place, ...]]:
    """Return whether the text is in normal form C, and the first place where it is not."""
    if not seen.is_marked(UNSTABLE):
        return True, ()
    if not _has_long_runs(seen):
        if unicodedata.is_normalized("NFC", seen.text):
            return True, ()
        return False, _first_difference(seen, unicodedata.normalize("NFC", seen.text))
    normal = str(pl.Series([seen.text]).str.normalize("NFC")[0])
    return normal == seen.text, () if normal == seen.text else _first_difference(seen, normal)


def _has_long_runs(seen: ScannedText) -> bool:
    if seen.tally[_MARKS].sum() <= _MANY:
        return False
    others = np.flatnonzero(~_MARKS[seen.kinds])
    return bool((np.diff(others, prepend=-1, append=len(seen.text)) > _MANY).any())


def _first_difference(seen: ScannedText, normal: str) -> tuple[Place, ...]:
    other = codepoints(normal)
    size = min(len(other), len(seen.points))
    differs = np.flatnonzero(seen.points[:size] != other[:size])
    at = int(differs[0]) if len(differs) else max(0, size - 1)
    return (Place("nfc", at, min(at + 2, len(seen.text)), named(seen.text[at : at + 2])),)
