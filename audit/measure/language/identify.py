"""Language identification of documents: script first, profiles only for scripts with several languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log1p, sqrt
from operator import mul
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.language.character_kinds import HAN_KINDS, KIND, RARE_KINDS, Counts, by_script
from audit.measure.language.judged_text import MIN_WORTH, Judged, variant
from audit.measure.language.models.derived_profiles import typical
from audit.measure.language.models.profiles import COLUMNS, LANGUAGES, PRIOR, SCALE
from audit.measure.language.segments import FAMILIES
from audit.measure.language.spans import Mask
from audit.text.classes import Points, tier
from audit.text.languages import AMONG
from audit.text.scripts import SCRIPT, scripts

_HANI: Final = SCRIPT["Hani"]
UNDETERMINED: Final = "und"
NO_LANGUAGE: Final = "zxx"
# Minimum fit, relative to ordinary text, of the best language from this many letters on. Random letters reach 0.64,
# text at least 0.66; short texts vary more.
_MIN_FIT: Final = ((150, 0.69), (40, 0.68), (0, 0.57))
# From this many letters on, a poor fit with a small lead means an unknown language.
ENOUGH: Final = 100
_TOO_DOUBTFUL: Final = 0.2
# Random Han is in the rare sets for 70 %, text for at most 10 %; lists of names may have a third, single words
# everything.
_MAX_RARE: Final = 0.5
_WORDS_OF_HAN: Final = 12
# Two kana form a word and identify Japanese.
_MIN_JAPANESE_WORTH: Final = 4.0
# Of 129,000 short Chinese texts at most two are taken for Japanese.
_SURELY_KANJI: Final = 0.9
# Minimum share and number of Cantonese characters. Two are enough with fewer of Mandarin, which mentions them, and one
# leaves it open: of 24,000 Chinese paragraphs one has one, none has two. Several with as many of Mandarin leave it
# open, too, and with twice as many they are mentioned: of 996 passages of Cantonese messages none has as many.
_MIN_CANTONESE: Final = 0.02
_SEVERAL_SIGNS: Final = 3
_FEW_SIGNS: Final = 2
_TIMES_MANDARIN: Final = 2
_OPEN_VARIETY: Final = 0.45
# Probability of the best language by its lead m, its fit f relative to ordinary text, the number of letters n, and what
# its words say w (audit.measure.language.words.word_evidence): 1 / (1 + exp(-(a + b m + c f sqrt(n) + d w))), with f at
# most 0 and n at most 400. From 60 letters on, m is nats a letter and w is the lack of known words, fitted by
# tests/derive/derive_confidence.py, including languages without a profile; below, m is log(1 + nats), and these
# weights judge the letters alone. In a long text the best of the known languages is hundreds of nats ahead even if it
# is in none of them.
LONG: Final = 60
_CALIBRATED: Final = ((LONG, (1.69, 2.10, 1.59, 0.47)), (0, (-1.8, 1.5, 3.37, 0.0)))
# Below 60 letters with words, w is the share of distinctive ones, all are in the lead, and there is a fifth weight: of
# the nats a word by which words prefer the language to the next one, which tell relatives apart where letters, or how
# common a language is, only seem to. Fitted by tests/derive/derive_short_confidence.py, and lowered until of the texts
# of 20 letters in languages without a profile whose words are asked, 5 % are named with a confidence of 0.5 or more.
_CALIBRATED_WITH_WORDS: Final = (-4.04, 1.15, 1.56, 3.01, 0.16)
_MOST_LETTERS: Final = 400
# Languages that words may choose from.
_CANDIDATES: Final = 8


@dataclass(frozen=True, slots=True)
class CandidateLanguage:
    """A language that the letters leave open: the fit, and the distance from the best one in nats."""

    tag: str
    fit: float
    behind: float


@dataclass(frozen=True, slots=True)
class Identification:
    """A BCP 47 tag and its confidence, 0 to 1; the runner-up, the reason if there is no language, and the fit.

    `candidates` are the languages of the script that fit the letters best, the best first.
    """

    tag: str
    confidence: float
    runner_up: str | None = None
    reason: str | None = None
    fit: float = 1.0
    candidates: tuple[CandidateLanguage, ...] = ()


@dataclass(frozen=True)
class _Han:
    """Shares of a document's Han characters, and their variant."""

    hans: list[int]
    hant: list[int]
    rare: list[float]
    kanji: list[bool]
    cantonese: list[int]
    mandarin: list[int]
    han: list[int]


def identifications(found: Judged, kanji: Mask) -> list[Identification]:
    """Return the language of each document; those in Han with forms of Japan only are `kanji`."""
    han, languages = _han(found.counts, kanji), _languages(found)
    shares = (1 - (1 - found.own / np.maximum(1.0, found.worth)) ** 2).tolist()
    rows = zip(found.family.tolist(), found.worth.tolist(), found.by_machines.tolist(), shares, strict=True)
    made: list[Identification] = []
    for n, (family, worth, by_machines, share) in enumerate(rows):
        what = FAMILIES[family]
        if by_machines:
            made.append(Identification(NO_LANGUAGE, 0.9, reason="signs of code, records or numbers"))
        elif worth < (_MIN_JAPANESE_WORTH if what == "ja" else MIN_WORTH):
            made.append(Identification(UNDETERMINED, 0.5, reason="too few letters to tell"))
        elif what == "zh":
            made.append(_chinese(han, n, share))
        elif what in AMONG:
            made.append(languages[n])
        else:
            made.append(Identification(what, share))
    return made


def _han(counts: Counts, kanji: Mask) -> _Han:
    han = counts[:, HAN_KINDS].sum(axis=1)
    hans, hant = variant(counts)
    rare = counts[:, RARE_KINDS].sum(axis=1) / np.maximum(1, han)
    cantonese, mandarin = counts[:, KIND["cantonese"]].tolist(), counts[:, KIND["mandarin"]].tolist()
    return _Han(hans.tolist(), hant.tolist(), rare.tolist(), kanji.tolist(), cantonese, mandarin, han.tolist())


def _chinese(found: _Han, n: int, share: float) -> Identification:
    if found.rare[n] > _MAX_RARE and found.han[n] > _WORDS_OF_HAN:
        return Identification(UNDETERMINED, 0.5, reason="Han characters that do not occur together")
    if found.kanji[n]:
        return Identification("ja", _SURELY_KANJI * share, "zh")
    hans, hant = found.hans[n], found.hant[n]
    # Without variant-specific characters simplified is assumed, the more frequent one. One of several is almost
    # certain.
    sure = max(hans, hant) / (hans + hant) if hans + hant else 0.5
    tags = ("zh-Hant", "zh-Hans") if hant > hans else ("zh-Hans", "zh-Hant")
    sureness, cantonese = share * (0.5 + 0.5 * sure), f"yue-{tags[0][-4:]}"
    signs = found.cantonese[n] * (found.cantonese[n] >= _MIN_CANTONESE * found.han[n])
    if signs >= _FEW_SIGNS and signs > found.mandarin[n]:
        return Identification(cantonese, sureness, tags[0])
    if signs > found.mandarin[n] or (signs >= _SEVERAL_SIGNS and found.mandarin[n] < _TIMES_MANDARIN * signs):
        return Identification(tags[0], min(sureness, _OPEN_VARIETY), cantonese)
    return Identification(tags[0], sureness, tags[1])


def _languages(found: Judged) -> dict[int, Identification]:
    """Return the verdicts on documents in scripts with several languages, by row."""
    made: dict[int, Identification] = {}
    for script, columns in COLUMNS.items():
        rows = np.flatnonzero(found.family == FAMILIES.index(script))
        scores = found.scores[np.ix_(rows, columns)]
        order = np.argsort(-(scores + PRIOR[columns]), axis=1, kind="stable")[:, :_CANDIDATES]
        nats = np.take_along_axis(scores, order, axis=1)
        behind = nats + PRIOR[columns[order]]
        behind = behind[:, :1] - behind
        letters = np.minimum(found.letters[rows], by_script(found.counts[rows])[:, SCRIPT[script]])
        for row, size, best, *both in zip(
            rows.tolist(), letters.tolist(), columns[order].tolist(), nats.tolist(), behind.tolist(), strict=True
        ):
            candidates = (
                CandidateLanguage(LANGUAGES[column], fit_of(size, LANGUAGES[column], own / SCALE), lead / SCALE)
                for column, own, lead in zip(best, *both, strict=True)
            )
            made[row] = _one_of(size, tuple(candidates))
    return made


def _one_of(letters: int, candidates: tuple[CandidateLanguage, ...]) -> Identification:
    """Return the verdict for letters that fit the first of several languages best."""
    best, second = candidates[:2]
    if _is_babble(letters, best.fit):
        return Identification(UNDETERMINED, 0.5, reason=f"letters that form no words; {best.tag} fits best")
    sure = confidence(letters, best.fit, second.behind)
    return doubted(Identification(best.tag, sure, second.tag, fit=best.fit, candidates=candidates), letters)


def doubted(verdict: Identification, letters: int) -> Identification:
    """Return the verdict, undetermined if that many letters leave it too doubtful."""
    if letters < ENOUGH or verdict.confidence >= _TOO_DOUBTFUL:
        return verdict
    reason = f"in no supported language; {verdict.tag} fits best, but poorly"
    sure = 1 - verdict.confidence
    return replace(verdict, tag=UNDETERMINED, confidence=sure, runner_up=verdict.tag, reason=reason)


def fit_of(letters: int, tag: str, nats: float) -> float:
    """Return the score per letter relative to ordinary text in the language: about 1 for such, less for others."""
    return nats / (max(1, letters) * typical()[tag].nats)


def confidence(letters: int, fit: float, margin: float, lack: float = 0.0) -> float:
    """Return the probability that a language leading by `margin` nats is right, with its fit and its lack of words."""
    weights = next(weights for enough, weights in _CALIBRATED if letters >= enough)
    return _probability(weights, features(letters, fit, margin, lack))


def confidence_with_words(letters: int, fit: float, margin: float, distinctive: float, preference: float) -> float:
    """Return the same for a short text whose words are part of the lead.

    `distinctive` is its share of distinctive words, `preference` the nats a word by which they prefer the language.
    """
    return _probability(_CALIBRATED_WITH_WORDS, (*features(letters, fit, margin, distinctive), preference))


def features(letters: int, fit: float, margin: float, words: float) -> tuple[float, float, float, float]:
    """Return what the weights are of."""
    misfit = min(0.0, fit - 1) * sqrt(min(letters, _MOST_LETTERS))
    lead = max(0.0, margin)
    return 1.0, lead / letters if letters >= LONG else log1p(lead), misfit, words


def _probability(weights: Sequence[float], found: Sequence[float]) -> float:
    return 1 / (1 + exp(-sum(map(mul, weights, found))))


def _is_babble(letters: int, fit: float) -> bool:
    """Return whether letters are too far from words, by their fit to the best language."""
    return fit <= next(least for enough, least in _MIN_FIT if letters >= enough)


def japanese_forms(points: Points) -> float:
    """Return the share of Han characters in JIS X 0208: 1 for Japanese, 0.7 for simplified Chinese."""
    han = points[scripts(points) == _HANI]
    return float(np.isin(han, _jis()).mean()) if len(han) else 0.0


@cache
def _jis() -> npt.NDArray[np.uint32]:
    return np.array(sorted(tier("euc_jp", (0xB0, 0xF5))), dtype=np.uint32)
