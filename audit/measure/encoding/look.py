"""Look at a passage before it is judged: most readings in an alphabet are ruled out by which letters they give."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from audit.measure.encoding.codec_pairs import byte_of
from audit.measure.encoding.respelled import languages
from audit.measure.encoding.spelling import LANGUAGES, SCRIPT_OF, alphabet

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
    def at(passage: str, wrong: str) -> Look:
        """Return the look at a passage."""
        foreign = Counter(char for char in passage if char > "\x7f")
        spoken, pairs = _spoken(passage)
        own = sum(count for char, count in foreign.items() if _is_native(char, spoken))
        return Look(foreign, wrong, pairs / max(1, foreign.total()), spoken, own)

    def allows(self, right: str) -> bool:
        """Return whether most of the characters become letters, of the passage's languages rather than now."""
        read = {char: _read(char, self.wrong, right) for char in self.foreign}
        letters = {char: [c for c in found if c in SCRIPT_OF and c > "\x7f"] for char, found in read.items()}
        total = self.foreign.total()
        if sum(count for char, count in self.foreign.items() if letters[char]) < _MIN_LETTERS * total:
            return False
        scripts = Counter(SCRIPT_OF[found[0]] for found in letters.values() if found)
        if scripts.most_common(1)[0][0] != "latin":
            return self.in_runs >= _MIN_IN_RUNS
        spoken = self.languages if any(language in _LATIN for language in self.languages) else ()
        native = sum(
            count for char, count in self.foreign.items() if all(_is_native(c, spoken) for c in letters[char] or "?")
        )
        return not spoken or native > self.own


_LATIN: Final = frozenset(LANGUAGES["latin"])


@lru_cache(maxsize=1 << 12)
def _is_native(char: str, spoken: tuple[str, ...]) -> bool:
    return any(char.lower() in alphabet(language) for language in spoken)


@lru_cache(maxsize=64)
def _spoken(passage: str) -> tuple[tuple[str, ...], int]:
    """Return the languages that a passage may be in, and how many neighbours are both beyond ASCII."""
    return tuple(languages([passage])), sum(a > "\x7f" < b for a, b in pairwise(passage))


@lru_cache(maxsize=1 << 15)
def _read(char: str, wrong: str, right: str) -> str:
    return byte_of(char, wrong).decode(right, "replace")
