"""Kinds of code points for language identification: letters by script, Han by variant, signs by use."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import ahead
from audit.kernels.text.tally import ONCE, PARTS
from audit.text.classes import CLASS, table
from audit.text.code_points import POINTS
from audit.text.invisible import never_text
from audit.text.scripts import HANS, HANT, RARE_HAN, SCRIPT, SCRIPTS, scripts

Kinds = npt.NDArray[np.uint8]
Columns = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]

_HANI: Final = SCRIPT["Hani"]
# Han characters specific to a variant; all others count as script Hani.
_TELLING: Final = (
    "han_hans", "han_hans_rare", "han_hant", "han_hant_rare", "han_jis", "han_gb_second", "han_second", "han_ks",
    "han_gbk", "han_ext",
)  # fmt: skip
# Characters of spoken Cantonese unused in written Chinese.
_CANTONESE: Final = "嘅喺咗嚟唔冇哋嗰啲佢嘢噉㗎諗瞓攞畀睇搵揾啱咁"
# Of, to be, done, he, she, at and also, which Cantonese says with others: those with one form in both variants.
_MANDARIN: Final = "的是了他她在也"
# Japanese forms that traditional Chinese has too: in Hong Kong, in older print, in names (OpenCC's single characters).
_ALSO_CHINESE: Final = "侭啓峯戯査梼椀樫殻産竪粧絶緑舘菓衆裏説謡贋遡鈎鉢鋭録閲頴顔鮎鰐麹麺碁"
# Hexadecimal letters, and signs by their typical use. White space is a kind of its own, as is everything invisible,
# such as hidden data.
_SIGNS: Final = {
    "hex": "abcdefABCDEF", "digit": "0123456789", "hyphen": "-", "colon": ":", "record": "\"',",
    "code": "{}[]()=<>;_\\|&#$*/+@^~`%",
}  # fmt: skip
_NAMES: Final = (*SCRIPTS, *_TELLING, "cantonese", "mandarin", *_SIGNS, "space")
KIND: Final = {name: number for number, name in enumerate(_NAMES)}
WIDTH: Final = len(_NAMES)
# U+3000 is the last space.
_LAST_SPACE: Final = 0x3000


def _columns(*names: str) -> Columns:
    return np.array([KIND[name] for name in names], dtype=np.int64)


def _telling(mask: npt.NDArray[np.bool_]) -> Columns:
    return _columns(*(name for name in _TELLING if mask[CLASS[name]]))


HAN_KINDS: Final = _columns("Hani", *_TELLING, "cantonese", "mandarin")
HANS_KINDS: Final = _telling(HANS)
HANT_KINDS: Final = _telling(HANT)
RARE_KINDS: Final = _telling(RARE_HAN)
JAPANESE_KINDS: Final = _columns("han_jis")
# Scripts with spaces between words, in which long runs of other signs are no words.
SPACED: Final = ("Latn", "Cyrl", "Arab", "Deva", "Grek", "Armn", "Hebr", "Geor")


@ahead()
def kinds() -> Kinds:
    """Return the kind of each code point, an array of 0x110000."""
    points = np.arange(POINTS, dtype=np.uint32)
    made = scripts(points).copy()
    han, classes = made == _HANI, table()
    for name in _TELLING:
        made[han & (classes == CLASS[name])] = KIND[name]
    made[[ord(character) for character in _ALSO_CHINESE]] = _HANI
    for name, signs in (("cantonese", _CANTONESE), ("mandarin", _MANDARIN), *_SIGNS.items()):
        made[[ord(sign) for sign in signs]] = KIND[name]
    made[[point for point in range(_LAST_SPACE + 1) if chr(point).isspace()]] = KIND["space"]
    made[never_text()] = KIND["space"]
    made.setflags(write=False)
    return made


@cache
def traits() -> Kinds:
    """Return for each kind whether it separates tokens, as white space and letters of unspaced scripts do.

    And whether a run of one such sign counts once, as in a horizontal rule.
    """
    made = np.zeros(WIDTH, dtype=np.uint8)
    made[2 : len(SCRIPTS)] = PARTS
    made[_columns(*SPACED)] = 0
    made[HAN_KINDS] = PARTS
    made[KIND["space"]] = PARTS
    made[_columns("Zyyy", "hyphen", "colon", "record", "code")] = ONCE
    made.setflags(write=False)
    return made


def by_script(counts: Counts) -> npt.NDArray[np.int64]:
    """Return the letters of each of SCRIPTS, row by row, from counts by kind; column 0 is empty."""
    made = counts[:, : len(SCRIPTS)].astype(np.int64)
    made[:, 0] = 0
    made[:, _HANI] = counts[:, HAN_KINDS].sum(axis=1)
    made[:, SCRIPT["Latn"]] += counts[:, KIND["hex"]]
    return made
