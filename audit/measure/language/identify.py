"""Tell the language of each document: its script first, and profiles only where a script has several languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.language.character_kinds import HAN_KINDS, JAPANESE_KINDS, KIND, RARE_KINDS, Counts, by_script
from audit.measure.language.judged_text import MIN_WORTH, Judged, variant
from audit.measure.language.profiles import AMONG, COLUMNS, LANGUAGES, SCALE
from audit.measure.language.segments import FAMILIES
from audit.text.classes import Points, tier
from audit.text.scripts import SCRIPT, scripts

_HANI: Final = SCRIPT["Hani"]
UNDETERMINED: Final = "und"
NO_LANGUAGE: Final = "zxx"
# Nats a letter below which letters are no words of the language that fits best, from so many letters on. Random letters
# have 8.5 to 9.9 where there are 150, text 10.2 and more (all but 0.2 % of technical manuals); short texts vary more.
_MIN_EVIDENCE: Final = ((150, 10.2), (40, 9.8), (0, 8.0))
# Random Han lies in the rare sets for 70 %, text for 10 % at most; lists of names may have a third.
_MAX_RARE: Final = 0.5
# Chinese has 0.05 % of characters that Japan alone writes; Japanese without kana, a list of places, has some.
_MIN_JAPANESE: Final = 0.04
# The characters that only spoken Cantonese needs: several, and 2 % of the Han.
_MIN_CANTONESE: Final = 0.02
_SEVERAL_SIGNS: Final = 3
# Probability of the best language by the margin m to the second, in nats: 1 / (1 + exp(-(a + b log(1 + m)))), by
# tests/derive/derive_confidence.py.
_CALIBRATED: Final = (-2.10, 1.71)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A BCP 47 tag and how sure it is, 0 to 1; the runner-up of the same alphabet, and why there is no language."""

    tag: str
    confidence: float
    runner_up: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class _Han:
    """Shares of a document's Han characters, and which variant they are in."""

    hans: list[int]
    hant: list[int]
    rare: list[float]
    japanese: list[float]
    cantonese: list[int]
    han: list[int]


def verdicts(found: Judged) -> list[Verdict]:
    """Return the language of each document."""
    han, languages = _han(found.counts), _languages(found)
    shares = (1 - (1 - found.own / np.maximum(1.0, found.worth)) ** 2).tolist()
    rows = zip(found.family.tolist(), found.worth.tolist(), found.by_machines.tolist(), shares, strict=True)
    made: list[Verdict] = []
    for n, (family, worth, by_machines, share) in enumerate(rows):
        what = FAMILIES[family]
        if by_machines:
            made.append(Verdict(NO_LANGUAGE, 0.9, reason="signs of code, records or numbers"))
        elif worth < MIN_WORTH:
            made.append(Verdict(UNDETERMINED, 0.5, reason="too few letters to tell"))
        elif what == "zh":
            made.append(_chinese(han, n, share))
        elif what in AMONG:
            made.append(languages[n])
        else:
            made.append(Verdict(what, share))
    return made


def _han(counts: Counts) -> _Han:
    han = counts[:, HAN_KINDS].sum(axis=1)
    hans, hant = variant(counts)
    rare, japanese = (counts[:, kinds].sum(axis=1) / np.maximum(1, han) for kinds in (RARE_KINDS, JAPANESE_KINDS))
    cantonese = counts[:, KIND["cantonese"]]
    return _Han(hans.tolist(), hant.tolist(), rare.tolist(), japanese.tolist(), cantonese.tolist(), han.tolist())


def _chinese(found: _Han, n: int, share: float) -> Verdict:
    if found.rare[n] > _MAX_RARE:
        return Verdict(UNDETERMINED, 0.5, reason="Han characters that nobody writes together")
    if found.japanese[n] > _MIN_JAPANESE:
        return Verdict("ja", 0.5 * share, "zh")
    hans, hant = found.hans[n], found.hant[n]
    # No deciding character: simplified is what most of it is. One of several decides nearly surely.
    sure = max(hans, hant) / (hans + hant) if hans + hant else 0.5
    tags = ("zh-Hant", "zh-Hans") if hant > hans else ("zh-Hans", "zh-Hant")
    if found.cantonese[n] >= max(_SEVERAL_SIGNS, _MIN_CANTONESE * found.han[n]):
        return Verdict(f"yue-{tags[0][-4:]}", share * (0.5 + 0.5 * sure), tags[0])
    return Verdict(tags[0], share * (0.5 + 0.5 * sure), tags[1])


def _languages(found: Judged) -> dict[int, Verdict]:
    """Return the verdicts on documents in scripts of several languages, by row."""
    made: dict[int, Verdict] = {}
    for script, columns in COLUMNS.items():
        rows = np.flatnonzero(found.family == FAMILIES.index(script))
        order = np.argsort(-found.scores[np.ix_(rows, columns)], axis=1, kind="stable")
        letters = np.minimum(found.letters[rows], by_script(found.counts[rows])[:, SCRIPT[script]])
        for n, (row, (first, second)) in enumerate(zip(rows.tolist(), columns[order[:, :2]].tolist(), strict=True)):
            best, next_best = found.scores[row, [first, second]].tolist()
            made[row] = _one_of(int(letters[n]), (first, second), (best / SCALE, next_best / SCALE))
    return made


def _one_of(letters: int, columns: tuple[int, int], nats: tuple[float, float]) -> Verdict:
    tag, runner_up = (LANGUAGES[column] for column in columns)
    if is_babble(letters, nats[0]):
        return Verdict(UNDETERMINED, 0.5, reason=f"letters that make no words; {tag} fits best")
    return Verdict(tag, confidence(nats[0] - nats[1]), runner_up)


def confidence(margin: float) -> float:
    """Return the probability that a language is right whose score leads by `margin` nats."""
    a, b = _CALIBRATED
    return 1 / (1 + exp(-(a + b * log1p(margin))))


def is_babble(letters: int, nats: float) -> bool:
    """Return whether letters are too far from any words, by the nats they give the language that fits best."""
    return nats <= letters * next(least for enough, least in _MIN_EVIDENCE if letters >= enough)


def japanese_forms(points: Points) -> float:
    """Return the share of Han characters that JIS X 0208 has: 1 for Japanese, 0.7 for simplified Chinese."""
    han = points[scripts(points) == _HANI]
    return float(np.isin(han, _jis()).mean()) if len(han) else 0.0


@cache
def _jis() -> npt.NDArray[np.uint32]:
    return np.array(sorted(tier("euc_jp", (0xB0, 0xF5))), dtype=np.uint32)
