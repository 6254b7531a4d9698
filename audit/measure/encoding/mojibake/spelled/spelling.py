"""Spelling scores of words: letter trigram models of each language of a script.

The counts are those of langdetect's profiles; case is ignored.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import log
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.measure.langdetect_profiles import folded, shipped
from audit.measure.language.models.profiles import LANGUAGES as TOLD
from audit.measure.language.models.profiles import scores
from audit.text.classes import codepoints
from audit.text.frequent_words import is_frequent

# The scripts and languages of langdetect's profiles.
LANGUAGES: Final = {
    "latin": (
        *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "tr", "sv", "da", "no", "fi", "ro", "hu", "ca", "vi"),
        *("hr", "sk", "sl", "et", "lv", "lt", "sq", "id", "af", "cy"),
    ),
    "cyrillic": ("ru", "uk", "bg", "mk"),
    "greek": ("el",),
    "hebrew": ("he",),
    "arabic": ("ar", "fa", "ur"),
    "thai": ("th",),
}
# Code point ranges of the letters of each script, with signs used between them.
_RANGES: Final = (
    ("latin", ((0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F))),
    ("latin", ((0x1E00, 0x1EFF), (0xFB00, 0xFB06))),
    ("greek", ((0x386, 0x386), (0x388, 0x3FF), (0x1F00, 0x1FFF))),
    ("cyrillic", ((0x400, 0x52F),)),
    ("hebrew", ((0x5D0, 0x5F2),)),
    ("arabic", ((0x620, 0x65F), (0x66E, 0x6D3), (0x6D5, 0x6D5), (0x6FA, 0x6FF))),
    ("thai", ((0xE01, 0xE4E),)),
)
SCRIPT_OF: Final = {
    chr(point): script
    for script, ranges in _RANGES
    for first, last in ranges
    for point in range(first, last + 1)
    if unicodedata.category(chr(point))[0] in "LM"
}
# Back-off weights, since profiles omit rare n-grams: the share and the pseudo-count of the shorter context.
_LEFT_OUT: Final = 0.1
_BACK_OFF: Final = 5.0
# The share of a letter the language lacks, and the cost in nats of a non-letter inside a word.
_UNSEEN: Final = 1e-6
NO_LETTER: Final = -13.0
_OTHER_SCRIPT: Final = -18.0
# A capital after a lower case letter: one word in a thousand.
_SUDDEN_CAPITAL: Final = -7.0
_TWO_CAPITALS: Final = re.compile("[À-ÖØ-Þ]{2}[a-z]")
# Separators between letters of compounds; around words, others are as frequent as words.
APOSTROPHES: Final = frozenset("'’‘-‐\u200c")
MARKS: Final = frozenset("“”„‚«»‹›–—…·°§©®™€ºª¿¡*\xa0،؛؟")
_APOSTROPHE: Final = -2.5
_MARK: Final = -4.0
_FREE: Final = -3.0
# Except separators used without spaces.
_FREE_WITHIN: Final = -9.0
BETWEEN: Final = APOSTROPHES | frozenset("‒–—―“”„…·•«»‹›/|×→⇒′\xa0")
# Maximum cost of a frequent word: one in 60,000 words.
_FREQUENT: Final = -11.0
# Minimum nats of a word with the hash of a frequent one, and per letter: 200,000 hashes of 32 bits are also those of
# other words, which no language spells so. Of 28,465 frequent words one is below.
_LEAST_FREQUENT: Final = (-25.0, -3.5)
# Minimum share of a letter that a language has: Polish ń and Czech ď are among the rarest.
_OWN_LETTER: Final = 2e-4
_MARK_WITHIN: Final = -9.0
# Lower case letters without capitals.
_ALWAYS_SMALL: Final = frozenset("ßŉĸ")


@dataclass(frozen=True, slots=True)
class Letters:
    """The n-gram counts (n = 1 to 3) of a language, and the totals per context of none, one or two letters."""

    counts: Mapping[str, int]
    after: Mapping[str, int]

    def log_share(self, before: str, char: str) -> float:
        """Return log P(char | the two characters before it)."""
        share = (self.counts.get(char, 0) + _UNSEEN * self.after[""]) / self.after[""]
        for run in (before[1:], before):
            seen = self.after.get(run, 0)
            rest = _LEFT_OUT * seen + _BACK_OFF
            share = (self.counts.get(run + char, 0) + rest * share) / (seen + rest)
        return log(share)


@cache
def letters(language: str) -> Letters:
    """Return the letter model of a language, computed from its profile in a few milliseconds."""
    counts: defaultdict[str, int] = defaultdict(int)
    for gram, count in shipped(language).counts.items():
        counts[gram.lower()] += count
    after: defaultdict[str, int] = defaultdict(int)
    for gram, count in counts.items():
        after[gram[:-1]] += count
    return Letters(dict(counts), dict(after))


@lru_cache(maxsize=1 << 14)
def nats(word: str, language: str, *, free: bool = False) -> float:
    """Return the log probability of a word in a language; characters outside of its script cost NO_LETTER.

    With `free`, signs separate words and cost almost nothing.
    """
    before, total = "  ", 0.0
    first, last = edges(word)
    for at, char in enumerate(word.lower()):
        if char in SCRIPT_OF:
            letter = _fold(char)
            total += _log_share(language, before, letter)
        else:
            letter = " "
            total += _cost(char, within=first < at < last, free=free and last >= 0)
        before = before[1:] + letter
    return total + _log_share(language, before, " ") + _SUDDEN_CAPITAL * sudden_capitals(word)


def known_nats(word: str, language: str, *, free: bool = False) -> float:
    """Return the log probability of a word, raised for frequent words of the language."""
    found = nats(word, language, free=free)
    return max(found, _FREQUENT) if not sudden_capitals(word) and is_frequent_word(word, language) else found


def is_frequent_word(word: str, language: str) -> bool:
    """Return whether a word is frequent in a language, and not another one that shares its hash."""
    least, per_letter = _LEAST_FREQUENT
    return is_frequent(word, language) and nats(word, language) > least + per_letter * (len(word) + 1)


@lru_cache(maxsize=1 << 16)
def _log_share(language: str, before: str, char: str) -> float:
    return letters(language).log_share(before, char)


def edges(word: str) -> tuple[int, int]:
    """Return the positions of the first and last letter of a word, if any."""
    if word.isalpha() and word[0] in SCRIPT_OF and word[-1] in SCRIPT_OF:
        return 0, len(word) - 1
    at = [place for place, char in enumerate(word) if char in SCRIPT_OF]
    return (at[0], at[-1]) if at else (len(word), -1)


def _cost(char: str, *, within: bool, free: bool) -> float:
    if char in APOSTROPHES:
        return _APOSTROPHE
    if char.isalpha():
        return _OTHER_SCRIPT if within else _MARK
    if free:
        return _FREE_WITHIN if within and char not in BETWEEN else _FREE
    if char in MARKS:
        return _MARK_WITHIN if within else _MARK
    return NO_LETTER


@lru_cache(maxsize=1 << 12)
def _fold(char: str) -> str:
    found = folded(char).lower()
    return found if len(found) == 1 else char


def sudden_capitals(word: str) -> int:
    """Return the number of capitals after a lower case letter, and of two accented ones before one."""
    if word.islower() or word.isupper() or word[1:].islower():
        return 0
    return sum(a.islower() and b.isupper() for a, b in pairwise(word)) + bool(_TWO_CAPITALS.match(word))


def is_small_among_capitals(word: str) -> bool:
    """Whether lower case Latin letters result among capitals: bytes were signs, or a capital and a sign."""
    small = [char for char in word if char.islower() and char not in _ALWAYS_SMALL]
    if any(SCRIPT_OF.get(char) != "latin" for char in small):
        return False
    return len(small) < sum(map(str.isupper, word)) and bool(small) and not any(map(str.isascii, small))


def best_language(words: Sequence[str], languages: Iterable[str]) -> str:
    """Return the language in which the words are most probable; ties by order."""
    return max(languages, key=lambda language: sum(nats(word, language) for word in words))


def nearest(text: str, among: Sequence[str], most: int) -> list[str]:
    """Return the few languages most similar to the text by letter groups, nearest first."""
    points = codepoints(text)
    sums, _ = scores(points, np.zeros(1, np.int64), np.array([len(points)], np.int64))
    of = dict(zip(TOLD, sums[0].tolist(), strict=True))
    return sorted((language for language in among if language in of), key=lambda language: -of[language])[:most]


@cache
def alphabet(language: str) -> frozenset[str]:
    """Return the non-ASCII letters with a frequency above one in five thousand in a language.

    langdetect counts some as others, such as Romanian ș as ş: both are included.
    """
    return frozenset(map(chr, _alphabets()[language].tolist()))


@derived
def _alphabets() -> dict[str, npt.NDArray[np.uint32]]:
    return {one: np.array([*map(ord, sorted(_alphabet(one)))], np.uint32) for one in chain(*LANGUAGES.values())}


def _alphabet(language: str) -> set[str]:
    own = letters(language)
    common = {char for char, count in own.counts.items() if len(char) == 1 and count > own.after[""] * _OWN_LETTER}
    return common.union(*(_counted_as().get(char, ()) for char in common))


@cache
def _counted_as() -> dict[str, list[str]]:
    """Return the non-ASCII letters that langdetect counts as another letter, by that letter."""
    found: dict[str, list[str]] = {}
    for char in SCRIPT_OF:
        if char > "\x7f" and char.islower() and _fold(char) not in (char, " "):
            found.setdefault(_fold(char), []).append(char)
    return found
