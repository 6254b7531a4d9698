"""Look at a passage before it is judged: most readings in an alphabet are ruled out by which letters they give."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import byte_of
from audit.measure.encoding.mojibake.respelled import languages
from audit.measure.encoding.mojibake.spelling import LANGUAGES, SCRIPT_OF, alphabet, nearest

# Of the characters beyond ASCII so many must become letters: the others are quotes, dashes and dots.
_MIN_LETTERS: Final = 0.5
# A script without ASCII letters comes in runs; accents stand alone.
_MIN_IN_RUNS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Look:
    """The characters of a passage beyond ASCII, how many of them stand in runs, and the languages it may be in."""

    foreign: Counter[str]
    wrong: str
    in_runs: float
    languages: tuple[str, ...]
    own: int

    @staticmethod
    def at(passage: str, context: str, wrong: str) -> Look:
        """Return the look at what a codec shows of a passage; its context tells the languages."""
        every, pairs = _foreign(passage)
        foreign = Counter({char: count for char, count in every.items() if byte_of(char, wrong)})
        spoken = _spoken(context)
        in_runs = pairs / max(1, every.total())
        if in_runs < _MIN_IN_RUNS and not any(language in _LATIN for language in spoken):
            spoken = (*nearest(context, LANGUAGES["latin"], 3), *spoken)
        written = spoken if in_runs >= _MIN_IN_RUNS else tuple(one for one in spoken if one in _LATIN)
        own = sum(count for char, count in foreign.items() if _is_native(char, written))
        return Look(foreign, wrong, in_runs, spoken, own)

    def allows(self, right: str) -> bool:
        """Return whether most of the characters become letters, of the passage's languages rather than now."""
        is_latin = right in LATIN_CODECS
        total = self.foreign.total()
        if not total or (self.own == total if is_latin else self.in_runs < _MIN_IN_RUNS):
            return False
        letters = {char: _letters(char, self.wrong, right) for char in self.foreign}
        if sum(count for char, count in self.foreign.items() if letters[char]) < _MIN_LETTERS * total:
            return False
        if not is_latin or not any(language in _LATIN for language in self.languages):
            return True
        return self.own < sum(
            count
            for char, count in self.foreign.items()
            if letters[char] and _are_native(letters[char], self.languages)
        )


_LATIN: Final = frozenset(LANGUAGES["latin"])
LATIN_CODECS: Final = frozenset(
    {"cp1252", "mac-roman", "cp850", "cp437", "cp1250", "iso8859-2", "cp852", "cp1254", "cp857", "cp1257"}
)


@lru_cache(maxsize=1 << 12)
def _is_native(char: str, spoken: tuple[str, ...]) -> bool:
    return any(char.lower() in alphabet(language) for language in spoken)


@lru_cache(maxsize=1 << 12)
def _are_native(letters: str, spoken: tuple[str, ...]) -> bool:
    return all(_is_native(char, spoken) for char in letters)


@lru_cache(maxsize=64)
def _spoken(context: str) -> tuple[str, ...]:
    """Return the languages that a passage may be in."""
    return tuple(languages([context]))


@lru_cache(maxsize=64)
def _foreign(passage: str) -> tuple[Counter[str], int]:
    """Return the characters beyond ASCII, and how many of them follow another."""
    return Counter(char for char in passage if char > "\x7f"), sum(a > "\x7f" < b for a, b in pairwise(passage))


@lru_cache(maxsize=1 << 15)
def _letters(char: str, wrong: str, right: str) -> str:
    """Return the letters beyond ASCII that a character becomes."""
    read = byte_of(char, wrong).decode(right, "replace")
    return "".join(c for c in read if c in SCRIPT_OF and c > "\x7f")
