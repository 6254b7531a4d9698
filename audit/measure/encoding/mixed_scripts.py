"""Words containing homoglyphs of another script: readable to people, lost to programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from audit.measure.encoding.scan import Scan
from audit.measure.encoding.scanned import ScannedText, Spots, named, spots
from audit.text.classes import members

# Confusables of Unicode (UTS 39) that look alike in upright print, grouped; and k, swapped by spam kits. Not l, q and
# w, which substitute for palochka, ԛ and ԝ in Caucasian languages and Kurdish.
_ALIKE: Final = (
    *("aаα", "cсϲ", "dԁ", "eе", "hһ", "iіι", "jјϳ", "kкκ", "oоο", "pрρ", "sѕ", "uυ", "vѵν", "xхχ", "yуγ"),
    *("AАΑ", "BВΒ", "CСϹ", "EЕΕ", "GԌ", "HНΗ", "IІΙ", "JЈͿ", "KКΚ", "MМΜ", "NΝ", "OОΟ", "PРΡ", "SЅ", "TТΤ"),
    *("XХΧ", "YУΥ", "ZΖ", "ГΓ", "ПΠ", "ФΦ", "ëё", "ïїϊ", "äӓ", "öӧ", "áά", "íί", "óό", "ËЁ", "ÏЇΪ", "ÄӒ", "ÖӦ"),
)
# Letters of each script, as the content of a character class.
_LETTERS: Final = ("A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Ѐ-ҁҊ-ԯ", "ͰͲͳͶͷΆΈ-Ͽἀ-῾")
_MARKS: Final = "\u0300-\u036f"


def _strangers(letters: str) -> str:
    """Return the letters of other scripts that look like letters of this one."""
    own = re.compile(f"[{letters}]")
    return "".join(own.sub("", group) for group in _ALIKE if own.search(group))


_STRANGERS: Final = tuple(_strangers(letters) for letters in _LETTERS)
_BETWEEN: Final = tuple(f"[{own}][{strange}]+[{own}]" for own, strange in zip(_LETTERS, _STRANGERS, strict=True))
_ANYWHERE: Final = "|".join(_BETWEEN)
# A word of one script with homoglyphs, and the position of one between its own letters.
_WORDS: Final = tuple(
    (re.compile(f"[{own}{strange}{_MARKS}]+"), re.compile(between), re.compile(f"[{strange}]"))
    for own, strange, between in zip(_LETTERS, _STRANGERS, _BETWEEN, strict=True)
)
# Every quantifier is deterministic: linear on any input.
_WORD: Final = re.compile(f"[{''.join(_LETTERS)}{_MARKS}]{{4,}}")
# Formulas: sinαcosα.
_FUNCTION: Final = re.compile("(?:sin|cos|tan|cot|tg|log|ln)[α-ω]")
# Minimum number of distinct words: fewer are a brand name, a joke, a typo; in a short text two suffice.
_DIFFERENT: Final = 3
_FEWEST: Final = 2
_ONE_IN: Final = 5

_SCRIPTS: Final = (
    members("ascii_upper", "ascii_lower"),
    members("cyr_upper", "cyr_lower", "cyr_more_upper", "cyr_more_lower", "cyr_other"),
    members("greek_upper", "greek_lower", "greek_other"),
)


def may_be_mixed(found: Scan, texts: pa.ChunkedArray | pa.LargeStringArray) -> npt.NDArray[np.bool_]:
    """Return which texts have a homoglyph between letters of another script."""
    several = np.flatnonzero(np.sum([found.tallies[:, own].any(axis=1) for own in _SCRIPTS], axis=0) > 1)
    mixed = np.zeros(len(texts), np.bool_)
    if len(several):
        mixed[several] = pl.Series(texts.take(pa.array(several))).str.contains(_ANYWHERE).to_numpy()
    return mixed


def mixed_script_words(seen: ScannedText) -> Spots:
    """Count words with homoglyphs of another script, if several distinct words have them.

    Ignored: words of fewer than four letters, words with other letters of the other script (TЯUMP), irregular case
    (NFκB, a name joined to the next), and formulas.
    """
    if sum(seen.holds(own) for own in _SCRIPTS) <= 1:
        return Spots(0)
    found = [*_mixed(seen.text)]
    different = len({seen.text[start:end].casefold() for start, end, _ in found})
    least = _DIFFERENT if _ONE_IN * len(found) < len(_WORD.findall(seen.text)) else _FEWEST
    return spots("mixed_script_words", found if different >= least else ())


def _mixed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of such words, and their homoglyphs."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or not (word.islower() or word.istitle() or word.isupper()) or _FUNCTION.search(word):
            continue
        for whole, between, strange in _WORDS:
            if between.search(word) and whole.fullmatch(word):
                yield *match.span(), f"{named(''.join(strange.findall(word)))} in {word}"
                break
