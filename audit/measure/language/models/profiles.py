"""Scores of text under langdetect's profiles, over all n-grams instead of random samples.

A language's score is the sum, over all n-grams (n = 1 to 3), of log((alpha + p) / alpha), with langdetect's p (the
n-gram's share within its length) and alpha: the limit of langdetect's sampling. Function words add to it
(audit.measure.language.models.function_words). Languages without a langdetect profile are scored by our own
(audit.measure.language.models.derived_profiles). Scores are integers, so that summation order does not matter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from string import ascii_letters
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.kernels.mix import GOLDEN
from audit.kernels.text.profile import BITS, CAPITAL, CASE_BITS, MOST_ROWS, SPACE, UNSEEN, UPPER_BITS, WORD, score
from audit.measure.langdetect_profiles import folded, shipped
from audit.measure.language.models.derived_profiles import derived_profiles
from audit.measure.language.models.function_words import function_words
from audit.measure.language.models.letter_runs import LetterRuns
from audit.measure.language.models.prevalence import LESSER, prevalence
from audit.text.classes import Points, codepoints
from audit.text.code_points import POINTS
from audit.text.invisible import never_text
from audit.text.languages import AMONG, ONE_LANGUAGE, SHIPPED
from audit.text.scripts import SCRIPTS, scripts

Offsets = npt.NDArray[np.int64]
Scores = npt.NDArray[np.int32]

LANGUAGES: Final = tuple(sorted(language for among in AMONG.values() for language in among))
_SHIPPED: Final = frozenset(tag for among in SHIPPED.values() for tag in among)
COLUMNS: Final = {
    script: np.array([LANGUAGES.index(tag) for tag in among], dtype=np.int64) for script, among in AMONG.items()
}
# Steps per nat: the sum of three weights stays below 2^8.
SCALE: Final = 10
# The lead required of our own profiles, which come from less text and are peaked.
_LEAD: Final = 3.0
PRIOR: Final = np.array(
    [round(SCALE * (prevalence(tag) - (0 if tag in _SHIPPED else _LEAD))) for tag in LANGUAGES], dtype=np.int64
)
# Columns of weights: a multiple of 16 for vectorised addition.
_WIDTH: Final = -(-len(LANGUAGES) // 16) * 16
# langdetect's own smoothing over its base frequency (detector.py).
ALPHA: Final = 0.5 / 10_000
# The weight of a function word in nats: 5 to 7 is best for texts of 20 and 50 characters.
_WORD_NATS: Final = 6
# Longer stretches add nothing.
LONGEST: Final = 40_000
# The share of conditional probability in an n-gram's weight, below this many nats of certainty.
_LIKELY: Final = 0.4
_LEAST: Final = 9.0
# Sample sizes assumed behind profiles, which determine how far their shares are trusted.
_OF_SHIPPED: Final = 200_000.0
_OF_DERIVED: Final = 30_000.0
# 120,000 keys fill less than half of the slots.
_SLOT_BITS: Final = 18
# The range of langdetect's folding: Latin to Arabic, Devanagari, and Latin Extended Additional to punctuation.
_FOLDED: Final = (*range(0x700), *range(0x900, 0x980), *range(0x1E00, 0x2070))
_MASK: Final = (1 << 64) - 1
_MOST: Final = np.uint8(255)
# Full-width Latin letters, set beside East Asian ones, are in the order of ASCII.
_WIDE: Final = tuple((0xFEE0 + ord(char), char) for char in ascii_letters)
# Ethiopic has its own word separators.
_PARTING: Final = range(0x1360, 0x1369)


@dataclass(frozen=True, slots=True)
class Model:
    """The lookup tables of the kernel: see audit.kernels.text.profile.score."""

    letters: npt.NDArray[np.uint32]
    forms: npt.NDArray[np.uint16]
    slots: npt.NDArray[np.uint64]
    weights: npt.NDArray[np.uint8]


def scores(points: Points, starts: Offsets, ends: Offsets) -> tuple[Scores, Scores]:
    """Return the score of each stretch in each of LANGUAGES, in nats times SCALE, and its letters.

    One row per stretch; only the first LONGEST code points count. Raises ValueError for stretches outside of `points`,
    which the kernel does not check.
    """
    if len(starts) != len(ends):
        raise ValueError(f"{len(starts)} starts and {len(ends)} ends: each stretch has one of both")
    if len(starts) and (starts.min() < 0 or ends.max() > len(points)):
        raise ValueError(f"stretches from {starts.min()} to {ends.max()} in {len(points)} code points")
    sums = np.zeros((len(starts), _WIDTH), dtype=np.int32)
    found = np.zeros(len(starts), dtype=np.int32)
    if len(starts):
        own = model()
        until = np.minimum(ends, starts + LONGEST)
        scratch = np.zeros(_WIDTH, dtype=np.uint16), np.zeros(MOST_ROWS, dtype=np.uint64)
        tables = (own.letters, own.forms, own.slots, own.weights)
        score(points, starts, until, *tables, sums.reshape(-1), found, *scratch)
    return sums[:, : len(LANGUAGES)], found


@cache
def model() -> Model:
    """Return the tables."""
    return Model(**_tables())


@derived
def _tables() -> dict[str, npt.NDArray[Any]]:
    """Build the model from the installed profiles."""
    grams, weights = _grams()
    words, nats = _words()
    numbers = _numbers([*grams, *words])
    lower, forms = np.arange(1 << BITS, dtype=np.uint16), np.zeros(1 << BITS, dtype=np.uint16)
    for char, number in numbers.items():
        lower[number], forms[number] = numbers.get(char.lower(), number), CAPITAL * char.isupper()
    keys = [*(_key(numbers, gram) for gram in grams), *(WORD | _key(numbers, word) for word in words)]
    own = _letters(numbers)
    small = np.where(own == UNSEEN, UNSEEN, lower[np.minimum(own, len(lower) - 1)]).astype(np.uint32)
    return {
        "letters": own | small << CASE_BITS,
        "forms": forms | lower,
        "slots": _hashed(keys),
        "weights": np.concatenate((weights, nats)).reshape(-1),
    }


Weights = npt.NDArray[np.uint8]


def _grams() -> tuple[list[str], Weights]:
    """Return all n-grams in order, with weights including those of their suffixes.

    So the kernel needs one lookup, of the longest known n-gram, instead of three.
    """
    profiles = [_shipped(tag) if tag in _SHIPPED else _derived(tag) for tag in LANGUAGES]
    grams = sorted(sorted(set().union(*profiles)), key=len)
    row = {gram: number for number, gram in enumerate(grams)}
    runs = LetterRuns.of(grams, row)
    # A language at a time: its weights lie together until all are there.
    made = np.zeros((_WIDTH, len(grams)), dtype=np.uint8)
    for column, profile in enumerate(profiles):
        # The last share, 0, is that of unknown n-grams.
        shares, seen = np.zeros((2, len(grams) + 1))
        own = np.fromiter(map(row.__getitem__, profile), np.int64, len(profile))
        shares[own] = np.fromiter(profile.values(), np.float64, len(profile))
        seen[own] = np.log((ALPHA + shares[own]) / ALPHA)
        nats = seen[:-1] + seen.take(runs.ends[0])
        nats += seen.take(runs.ends[1])
        nats += _LIKELY * np.maximum(0.0, _LEAST + np.log(runs.likelihoods(shares, _seen_of(LANGUAGES[column]))))
        made[column] = np.minimum(_MOST, np.rint(SCALE * nats))
    return grams, np.ascontiguousarray(made.T)


def _shipped(language: str) -> dict[str, float]:
    """Return the shares of a langdetect profile's n-grams within their length.

    Those with letters of a script of one language, such as Han and Tamil ones, are never asked for.
    """
    profile = shipped(language)
    letters = set("".join(profile.counts))
    strange = {char for char in letters if SCRIPTS[scripts(codepoints(char))[0]] in ONE_LANGUAGE}
    asked = (gram for gram in profile.counts if strange.isdisjoint(gram))
    return {gram: profile.counts[gram] / profile.totals[len(gram) - 1] for gram in asked}


def _derived(language: str) -> dict[str, float]:
    """Return the shares of one of our profiles' n-grams within their length."""
    weights = derived_profiles()[language]
    # Many n-grams have one of few weights.
    shares = {nats: ALPHA * math.expm1(nats) for nats in set(weights.values())}
    return dict(zip(weights, map(shares.__getitem__, weights.values()), strict=True))


def _seen_of(language: str) -> float:
    return _OF_SHIPPED if language in _SHIPPED else _OF_DERIVED


def _words() -> tuple[list[str], Weights]:
    """Return the function words, folded as by langdetect, and their weights.

    Those of minor languages mostly occur in the related major one, and are not used.
    """
    speakers: dict[str, list[int]] = {}
    for language, words in function_words().items():
        for word in () if language in LESSER else words:
            speakers.setdefault("".join(map(folded, word)), []).append(LANGUAGES.index(language))
    made = np.zeros((len(speakers), _WIDTH), dtype=np.uint8)
    for number, columns in enumerate(speakers.values()):
        made[number, columns] = SCALE * _WORD_NATS
    return list(speakers), made


def _numbers(grams: list[str]) -> dict[str, int]:
    """Return a number for each letter of the profiles and its lower case form, from 2; the space is SPACE."""
    letters = set("".join(grams))
    small = {char.lower() for char in letters if len(char.lower()) == 1}
    return {" ": SPACE} | {char: SPACE + 1 + number for number, char in enumerate(sorted((letters | small) - {" "}))}


def _letters(numbers: dict[str, int]) -> npt.NDArray[np.uint16]:
    """Return the number of each code point after langdetect's folding; 0 if unknown to its profiles."""
    made = np.zeros(POINTS, dtype=np.uint16)
    for char, number in numbers.items():
        made[ord(char)] = number
    for point in _FOLDED:
        made[point] = numbers.get(folded(chr(point)), 0)
    for point, char in _WIDE:
        made[point] = numbers.get(char, 0)
    made[_PARTING] = SPACE
    made[never_text()] = UNSEEN
    return made


def _key(numbers: dict[str, int], gram: str) -> int:
    key = 0
    for char in gram:
        key = key << BITS | numbers[char]
    return key


def _hashed(keys: list[int]) -> npt.NDArray[np.uint64]:
    """Return an open-addressing hash table of the keys, each followed by its row."""
    made, last = np.zeros((1 << _SLOT_BITS, 2), dtype=np.uint64), (1 << _SLOT_BITS) - 1
    taken: set[int] = set()
    for row, key in enumerate(keys):
        slot = (key * int(GOLDEN) & _MASK) >> UPPER_BITS & last
        while slot in taken:
            slot = (slot + 1) & last
        taken.add(slot)
        made[slot] = key, row
    return made.reshape(-1)
