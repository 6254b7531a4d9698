"""Tell the language of a text: its script first, and langdetect only where a script has several languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.langdetect_door import ask, evidence
from audit.measure.shape import Shape
from audit.text.classes import Points, classes, members, tally, tier
from audit.text.scripts import HANS, HANT, SCRIPT, SCRIPTS, rare_han_share, scripts

UNDETERMINED: Final = "und"
NO_LANGUAGE: Final = "zxx"
# Scripts with one great language each.
_ONE_LANGUAGE: Final = {
    "Grek": "el", "Armn": "hy", "Hebr": "he", "Syrc": "syr", "Thaa": "dv", "Beng": "bn", "Guru": "pa", "Gujr": "gu",
    "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo",
    "Tibt": "bo", "Mymr": "my", "Geor": "ka", "Hang": "ko", "Ethi": "am", "Khmr": "km", "Mong": "mn", "Hira": "ja",
    "Kana": "ja", "Bopo": "zh", "Hani": "zh", "Cher": "chr", "Yiii": "ii",
}  # fmt: skip
# Scripts of several languages, and those that langdetect knows of them.
AMONG: Final = {
    "Latn": (
        *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv"),
        *("nl", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi"),
    ),
    "Cyrl": ("bg", "mk", "ru", "uk"),
    "Arab": ("ar", "fa", "ur"),
    "Deva": ("hi", "mr", "ne"),
}
# What a letter is worth against a Latin one: a Chinese word has 1.6 characters where an English one has 4.7 letters, a
# Korean one 2.5 syllables; and Latin words stand in every other script's technical text, hardly ever the reverse.
_WORTH: Final = {"Hani": 3.0, "Hang": 2.5, "Hira": 2.0, "Kana": 2.0, "Bopo": 1.0, "Thai": 1.2, "Latn": 1.0}
_WORTH_OTHER: Final = 1.5
WORTH: Final = np.array([0.0, 0.0, *(_WORTH.get(name, _WORTH_OTHER) for name in SCRIPTS[2:])])

# What text in a script is before its language is asked for: the language, or the script where it has several.
FAMILIES: Final = ("", "", *(_ONE_LANGUAGE.get(name, name) for name in SCRIPTS[2:]))
_HANI: Final = SCRIPT["Hani"]
# Less than that says nothing: two Chinese characters, or a word and a half.
_MIN_WORTH: Final = 6.0
# Nats a letter below which letters are no words (langdetect_door.evidence): random letters have 8.5 to 9.6 when there
# are enough to tell, English prose 11.8 and more; short texts vary more.
_MIN_EVIDENCE: Final = 10.2
_MIN_EVIDENCE_SHORT: Final = 7.5
_ENOUGH_LETTERS: Final = 150
# Random Han lies in the rare sets for 70 %, text for 10 % at most; lists of names may have a third.
_MAX_RARE: Final = 0.5
_JAPANESE: Final = members("han_jis")
_HAN: Final = members("han_both", "han_hans", "han_hant", "han_jis", "han_gb_second", "han_second")
# Chinese has 0.05 % of them; Japanese without kana, a list of places or a headline, has some.
_MIN_JAPANESE: Final = 0.04
# What langdetect is given: cost grows with length, certainty hardly.
_WINDOW: Final = 300
_SAMPLE: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """A BCP 47 tag and how sure it is, 0 to 1."""

    tag: str
    confidence: float


def variant(points: Points) -> tuple[int, int]:
    """Return how many characters exist in simplified writing only, and how many in traditional only."""
    kinds = tally(classes(points), len(HANS))
    return int(kinds[HANS].sum()), int(kinds[HANT].sum())


def verdict(points: Points, what: str, share: float) -> Verdict:
    """Return the language of a text whose family is `what`, with `share` of its letters' worth in that family."""
    if (np.bincount(scripts(points[:_SAMPLE]), minlength=len(SCRIPTS)) * WORTH).sum() < _MIN_WORTH:
        return Verdict(NO_LANGUAGE if _shape(points).is_written_by_machines else UNDETERMINED, 0.5)
    if what == "zh":
        return _chinese(points, share)
    if what in AMONG:
        return _asked(points, what, share)
    return Verdict(what if what in _ONE_LANGUAGE.values() else UNDETERMINED, share)


def _shape(points: Points) -> Shape:
    return Shape.of(_text(points[:_SAMPLE]))


def _text(points: Points) -> str:
    return points.astype("<u4").tobytes().decode("utf-32-le", "replace")


def _chinese(points: Points, share: float) -> Verdict:
    if rare_han_share(points) > _MAX_RARE:
        return Verdict(UNDETERMINED, 0.5)
    if _japanese_share(points) > _MIN_JAPANESE:
        return Verdict("ja", 0.5 * share)
    hans, hant = variant(points)
    # No deciding character: simplified is what most of it is. One of several decides nearly surely.
    sure = max(hans, hant) / (hans + hant) if hans + hant else 0.5
    return Verdict("zh-Hant" if hant > hans else "zh-Hans", share * (0.5 + 0.5 * sure))


def _japanese_share(points: Points) -> float:
    """Return the share of Han characters that only JIS X 0208 counts as common: those Japan simplified its own way."""
    kinds = tally(classes(points), len(_JAPANESE))
    return float(kinds[_JAPANESE].sum() / max(1, kinds[_HAN].sum()))


def _asked(points: Points, script: str, share: float) -> Verdict:
    if _shape(points).is_written_by_machines:
        return Verdict(NO_LANGUAGE, 0.9)
    excerpt = cut(points, script)
    answer = ask(excerpt, AMONG[script])
    if answer is None:
        return Verdict(UNDETERMINED, 0.5)
    if _is_babble(excerpt, answer.language):
        return Verdict(UNDETERMINED, 0.5)
    return Verdict(answer.language, share * answer.probability)


def _is_babble(text: str, language: str) -> bool:
    """Whether plain letters are too far from any words of the language; letters with marks are not typed at random."""
    letters = [char for char in text if char.isalpha()]
    if not all(char.isascii() for char in letters):
        return False
    return evidence(text, language) < (_MIN_EVIDENCE if len(letters) >= _ENOUGH_LETTERS else _MIN_EVIDENCE_SHORT)


def japanese_forms(points: Points) -> float:
    """Return the share of Han characters that JIS X 0208 has: 1 for Japanese, 0.7 for simplified Chinese."""
    han = points[scripts(points) == _HANI]
    return float(np.isin(han, _jis()).sum() / max(1, len(han)))


@cache
def _jis() -> npt.NDArray[np.uint32]:
    return np.array(sorted(tier("euc_jp", (0xB0, 0xF5))), dtype=np.uint32)


def cut(points: Points, script: str) -> str:
    """Return three windows from the beginning, the middle and the end, letters of other scripts blanked out."""
    found = scripts(points)
    kept = points[(found == 0) | (found == SCRIPT[script])]
    if len(kept) > 3 * _WINDOW:
        middle = len(kept) // 2
        space = np.array([0x20], dtype=kept.dtype)
        kept = np.concatenate((kept[:_WINDOW], space, kept[middle : middle + _WINDOW], space, kept[-_WINDOW:]))
    return _text(kept)
