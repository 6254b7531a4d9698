"""Say how well words are spelled: how often each letter follows the two before it, in each language of a script.

The counts are those of the profiles that langdetect ships; small letters and capitals count together.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import Final

from audit.measure.language.langdetect_door import folded, shipped

# Scripts whose letters langdetect tells apart, and its languages of each.
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
# First and last code points of the letters of each script, with what is written between them.
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
# What a run of letters that the profile lacks is worth: so many sightings of the shorter run's share.
_BACK_OFF: Final = 40.0
# The share of a letter that the language lacks, and the cost in nats of what is no letter in the middle of a word.
_UNSEEN: Final = 1e-6
NO_LETTER: Final = -11.0
# A capital after a small letter: one word in a thousand.
_SUDDEN_CAPITAL: Final = -7.0


@dataclass(frozen=True, slots=True)
class Letters:
    """The runs of one to three letters of a language, and how often what follows a run of none, one or two does."""

    counts: Counter[str]
    after: Counter[str]

    def log_share(self, before: str, char: str) -> float:
        """Return log P(char | the two characters before it)."""
        share = (self.counts[char] + _UNSEEN * self.after[""]) / self.after[""]
        for run in (before[1:], before):
            share = (self.counts[run + char] + _BACK_OFF * share) / (self.after[run] + _BACK_OFF)
        return log(share)


@cache
def letters(language: str) -> Letters:
    """Return the letters of a language, counted from its profile in a few milliseconds."""
    counts: Counter[str] = Counter()
    for gram, count in shipped(language).counts.items():
        counts[gram.lower()] += count
    after: Counter[str] = Counter()
    for gram, count in counts.items():
        after[gram[:-1]] += count
    return Letters(counts, after)


@lru_cache(maxsize=1 << 14)
def nats(word: str, language: str) -> float:
    """Return the log probability of a word in a language; what is no letter of its script costs NO_LETTER."""
    own, before, total = letters(language), "  ", 0.0
    for char in word.lower():
        known = char in SCRIPT_OF
        letter = _fold(char) if known else " "
        total += own.log_share(before, letter) if known else NO_LETTER
        before = before[1:] + letter
    return total + own.log_share(before, " ") + _SUDDEN_CAPITAL * _sudden_capitals(word)


@lru_cache(maxsize=1 << 12)
def _fold(char: str) -> str:
    found = folded(char).lower()
    return found if len(found) == 1 else char


def _sudden_capitals(word: str) -> int:
    return sum(a.islower() and b.isupper() for a, b in zip(word, word[1:], strict=False))


def best_language(words: Sequence[str], languages: Iterable[str]) -> str:
    """Return the language in which the words are most probable; of equals the first."""
    return max(languages, key=lambda language: sum(nats(word, language) for word in words))
