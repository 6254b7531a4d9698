"""A word as it stands and as it reads: what of it is letters, and whether it proves anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from audit.measure.encoding.mojibake.law import is_small_among_capitals
from audit.measure.encoding.mojibake.spelled.spelling import (
    APOSTROPHES,
    BETWEEN,
    MARKS,
    SCRIPT_OF,
    edges,
    sudden_capitals,
)
from audit.text.frequent_words import is_frequent, is_known

_BYTES: Final = 2
# Letters that are signs of mathematics and units.
_SYMBOLS: Final = frozenset("πΩµμªºƒ")
_ELISION: Final = re.compile("['’]")
_LATIN_END: Final = "\u0250"
_C1_END: Final = "\xa0"
_EASTERN: Final = "\u2e80"
# Short words of a language are common ones.
SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands and as it reads: as long, position by position, but for the bytes of a two-byte codec."""

    seen: str
    read: str

    @property
    def is_changed(self) -> bool:
        """Whether the reading differs."""
        return self.seen != self.read

    @property
    def restored(self) -> int:
        """How many letters beyond ASCII the reading gives back for letters, or for signs in the midst of letters.

        A character of two bytes gives one at most; where there is no letter at all, each sign may be one.
        """
        is_other = len(self.seen) != len(self.read)
        new = [
            at
            for at, char in enumerate(self.read)
            if char in SCRIPT_OF and char > "\x7f" and (is_other or char != self.seen[at])
        ]
        if is_other:
            return min(len(new), sum(char > "\x7f" and char.isalpha() for char in self.seen))
        if not self.has_letters:
            return len(new) if len(self.read) > SHORT else 0
        first, last = edges(self.seen)
        return sum(_is_letter(self.seen[at]) or first < at < last for at in new)

    @property
    def is_evidence(self) -> bool:
        """Whether the word proves anything: letters of one script, not one letter again and again.

        Marks alone become letters by chance, and a character of a two-byte codec any two: of those a word must be long.
        """
        letters = [char for char in self.read.lower() if char not in APOSTROPHES and char not in MARKS]
        known = {SCRIPT_OF.get(char) for char in letters}
        if self.restored == 0 or len(known) != 1 or None in known or _is_run(letters) or is_uneven(self.read):
            return False
        first, last = edges(self.read)
        if any(char in MARKS for char in self.read[first : last + 1]):
            return False
        return len(self.seen) == len(self.read) or len(letters) > _BYTES

    @property
    def is_letter(self) -> bool:
        """Whether it is one letter that stands alone, as a letter that is spoken of does; controls stand nowhere."""
        return len(self.seen) == len(self.read) == 1 and self.seen >= _C1_END

    @property
    def is_read(self) -> bool:
        """Whether there is a letter in the word as it reads: quotes for quotes say nothing."""
        return any(char in SCRIPT_OF for char in self.read)

    @property
    def is_edged(self) -> bool:
        """Whether the word as it stands is one of ASCII letters with signs around it, which the word may be without."""
        first, last = edges(self.seen)
        return first <= last and (first, last) != (0, len(self.seen) - 1) and self.seen[first : last + 1].isascii()

    @property
    def is_signed(self) -> bool:
        """Whether all that changes are signs, which may stand around words or part them."""
        both = zip(self.seen, self.read, strict=False)
        return len(self.seen) == len(self.read) and not any(_is_letter(a) for a, b in both if a != b)

    @property
    def is_whole(self) -> bool:
        """Whether the word reads as letters of one script only, with capitals where words have them."""
        scripts = {SCRIPT_OF.get(char) for char in self.read if char not in APOSTROPHES}
        return len(scripts) == 1 and None not in scripts and len(self.read) > 1 and not is_uneven(self.read)

    def is_frequent(self, language: str) -> bool:
        """Whether the word, or what an apostrophe leaves of it that changes, is a frequent one as it reads."""
        stood = _ELISION.split(self.seen)
        words = (self.read, *(part for part in _ELISION.split(self.read) if part not in stood))
        return any(not is_uneven(word) and is_frequent(word, language) for word in words)

    @property
    def unsigned(self) -> str:
        """The word without what changes, where that is signs or letters of another script only; else nothing.

        Nobody strews controls or hanzi over words.
        """
        both = [*zip(self.seen, self.read, strict=False)] if len(self.seen) == len(self.read) else []
        changed = [(before, after) for before, after in both if before != after]
        if any(not _C1_END <= a < _EASTERN or SCRIPT_OF.get(a) == SCRIPT_OF.get(b) for a, b in changed):
            return ""
        return "".join(before for before, after in both if before == after)

    @property
    def is_sound(self) -> bool:
        """Whether the word is a frequent one of some language as it stands, in Latin letters: others are by chance."""
        is_latin = "\x7f" < max(self.seen) < _LATIN_END
        return is_latin and len(self.seen) > 1 and not is_uneven(self.seen) and is_known(self.seen)

    @property
    def has_letters(self) -> bool:
        """Whether there are letters in the word as it stands."""
        return any(map(_is_letter, self.seen))

    @property
    def has_sign_within(self) -> bool:
        """Whether something stands between two small letters of the word that nobody sets between words."""
        within = zip(self.seen, self.seen[1:], self.seen[2:], strict=False)
        return any(a.islower() and c.islower() and not b.isalpha() and b not in BETWEEN for a, b, c in within)

    @property
    def is_broken(self) -> bool:
        """Whether the reading has something in it that stands in no word and around none, two scripts, or cases."""
        if is_small_among_capitals(self.read):
            return True
        if len({SCRIPT_OF[char] for char in self.read if char in SCRIPT_OF}) > 1:
            return True
        return any(
            not char.isalnum() and char not in SCRIPT_OF and char not in APOSTROPHES and char not in MARKS
            for char in self.read
        )


def is_uneven(word: str) -> bool:
    """Whether capitals follow small letters, or small letters beyond ASCII come among capitals."""
    return bool(sudden_capitals(word)) or is_small_among_capitals(word)


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in _SYMBOLS


def _is_run(letters: Sequence[str]) -> bool:
    """Whether one letter stands again and again: lines of tables read so."""
    return any(a == b == c for a, b, c in zip(letters, letters[1:], letters[2:], strict=False)) or (
        1 == len(set(letters)) < len(letters)
    )
