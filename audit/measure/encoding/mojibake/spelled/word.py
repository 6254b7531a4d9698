"""A word before and after re-decoding: its letters, and whether it is evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from audit.measure.encoding.mojibake.spelled.spelling import (
    APOSTROPHES,
    BETWEEN,
    MARKS,
    SCRIPT_OF,
    edges,
    is_frequent_word,
    is_small_among_capitals,
    sudden_capitals,
)
from audit.text.frequent_words import is_known

_BYTES: Final = 2
# Letters that are mathematical signs or units.
_SYMBOLS: Final = frozenset("πΩµμªºƒ")
_QUOTES: Final = "“”„‘’‚«»‹›"
_ELISION: Final = re.compile("['’]")
# Glottal stops, as in k'ïk'ï: what is between them is no word. No language elides two words before a third.
_GLOTTAL: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+){2,}")
_LATIN_END: Final = "\u0250"
_C1_END: Final = "\xa0"
_EASTERN: Final = "\u2e80"
_HOLE: Final = "\ufffd"
_DIGITS: Final = frozenset("0123456789")
_FOREIGN, _LETTERS = re.compile(r"[^\x00-\x7f]"), re.compile("[0-9]*[A-Za-z][A-Za-z0-9]*")
_MIXED: Final = re.compile("[a-z][\u2e80-\uffff]|[\u2e80-\uffff][a-z]")
# Hebrew letters that have another form within words.
_FINAL_WITHIN: Final = re.compile("[ךםןףץ](?=[א-ת])")
# Maximum letters of short words, which are common in their language.
SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word before and after: position by position, except for bytes of a two-byte codec."""

    seen: str
    read: str

    @property
    def is_changed(self) -> bool:
        """Whether the reading differs."""
        return self.seen != self.read

    @property
    def restored(self) -> int:
        """The number of non-ASCII letters restored from letters, or from signs among letters.

        A two-byte character gives at most one; without any letter, each sign may be one.
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
        """Whether the word proves anything: distinct letters of one script.

        Marks become letters by chance, and a two-byte character any two letters: such words must be long. One small
        letter behind a capital, where there were two, proves nothing: codes of products have any two.
        """
        letters = [char for char in self.read.lower() if char not in APOSTROPHES and char not in MARKS]
        known = {SCRIPT_OF.get(char) for char in letters}
        if self.restored == 0 or len(known) != 1 or None in known or _is_run(letters) or is_uneven(self.read):
            return False
        if self.is_lowered:
            return False
        first, last = edges(self.read)
        if any(char in MARKS for char in self.read[first : last + 1]):
            return False
        return len(self.seen) == len(self.read) or len(letters) > _BYTES

    @property
    def is_letter(self) -> bool:
        """Whether it is a single letter standing alone, other than a control."""
        return len(self.seen) == len(self.read) == 1 and self.seen >= _C1_END

    @property
    def is_lowered(self) -> bool:
        """Whether the reading makes one of two capitals a small letter."""
        return len(self.seen) == len(self.read) < SHORT and self.seen.isupper() and not self.read.isupper()

    @property
    def is_mixed(self) -> bool:
        """Whether small Latin letters and East Asian ones adjoin, as in no text of Latin letters."""
        return _MIXED.search(self.seen) is not None

    @property
    def is_read(self) -> bool:
        """Whether the word has a letter as read: quotes for quotes are no evidence."""
        return any(char in SCRIPT_OF for char in self.read)

    @property
    def is_edged(self) -> bool:
        """Whether the word before is ASCII letters surrounded by signs, which may not belong to it."""
        first, last = edges(self.seen)
        return first <= last and (first, last) != (0, len(self.seen) - 1) and self.seen[first : last + 1].isascii()

    @property
    def is_signed(self) -> bool:
        """Whether all changed characters are signs, which may be around words or between them."""
        both = zip(self.seen, self.read, strict=False)
        return len(self.seen) == len(self.read) and not any(_is_letter(a) for a, b in both if a != b)

    @property
    def is_whole(self) -> bool:
        """Whether the word as read has letters of one script only, with plausible capitals."""
        scripts = {SCRIPT_OF.get(char) for char in self.read if char not in APOSTROPHES}
        return len(scripts) == 1 and None not in scripts and len(self.read) > 1 and not is_uneven(self.read)

    def is_frequent(self, language: str) -> bool:
        """Whether the word as read, or the part after an apostrophe that changes, is frequent."""
        stood = _ELISION.split(self.seen)
        words = (self.read, *(part for part in _ELISION.split(self.read) if part not in stood))
        return any(not is_uneven(word) and is_frequent_word(word, language) for word in words)

    @property
    def unsigned(self) -> str:
        """The word without changed characters if these are signs or letters of another script; else empty.

        Controls and hanzi do not occur inside words.
        """
        both = [*zip(self.seen, self.read, strict=False)] if len(self.seen) == len(self.read) else []
        changed = [(before, after) for before, after in both if before != after]
        if any(not _C1_END <= a < _EASTERN or SCRIPT_OF.get(a) == SCRIPT_OF.get(b) for a, b in changed):
            return ""
        return "".join(before for before, after in both if before == after)

    @property
    def unpunctuated(self) -> str:
        """The word if all that changes are marks of punctuation behind it, which become letters; else empty."""
        word = self.seen.rstrip("".join(MARKS))
        return word if word != self.seen and word.isalpha() and self.read.startswith(word) else ""

    @property
    def without_quotes(self) -> str:
        """The word if all that changes are letters at its ends, which become quotes; else empty."""
        word = self.read.strip(_QUOTES)
        is_bare = word != self.read and word.isalpha()
        return word if is_bare and len(self.seen) == len(self.read) and word in self.seen else ""

    @property
    def is_sound(self) -> bool:
        """Whether the word before is a frequent Latin word of some language; others are by chance."""
        is_latin = "\x7f" < max(self.seen) < _LATIN_END
        return is_latin and len(self.seen) > 1 and not is_uneven(self.seen) and is_known(self.seen)

    @property
    def has_letters(self) -> bool:
        """Whether the word before has letters."""
        return any(map(_is_letter, self.seen))

    @property
    def has_sign_within(self) -> bool:
        """Whether there is a character impossible between two lower case letters."""
        within = zip(self.seen, self.seen[1:], self.seen[2:], strict=False)
        return any(a.islower() and c.islower() and not b.isalpha() and b not in BETWEEN for a, b, c in within)

    @property
    def is_broken(self) -> bool:
        """Whether the word as read has impossible characters, two scripts, or irregular case."""
        if is_small_among_capitals(self.read):
            return True
        if len({SCRIPT_OF[char] for char in self.read if char in SCRIPT_OF}) > 1:
            return True
        return any(
            not char.isalnum() and char not in SCRIPT_OF and char not in APOSTROPHES and char not in MARKS
            for char in self.read
        )


def words_of(seen: Sequence[str], read: Sequence[str]) -> Iterator[Word]:
    """Yield the words: adjacent positions that hold a letter before or after, with the digits that they touch.

    Letters of a number, as in AÖ849, are no word, and one with a lost letter is unknown.
    """
    if isinstance(seen, str) and isinstance(read, str):
        yield from _words_of_letters(seen, read)
        return
    left, right = [], []
    for before, after in zip((*seen, " "), (*read, " "), strict=True):
        is_letter = before.isalpha() or after.isalpha() or (len(after) > 1 and any(map(str.isalpha, after)))
        if is_letter or before in _DIGITS or _HOLE in before:
            left.append(before)
            right.append(after)
        elif left:
            if not any(_HOLE in piece for piece in left) and not _DIGITS.issuperset(left):
                yield Word("".join(left), "".join(right))
            left, right = [], []


def _words_of_letters(seen: str, read: str) -> Iterator[Word]:
    """Yield the same for texts of equal length whose ASCII characters are the same; most are."""

    def marked(at: re.Match[str]) -> str:
        return "a" if at[0].isalpha() or at[0] == _HOLE or read[at.start()].isalpha() else " "

    parts = [found.span() for found in _GLOTTAL.finditer(seen)]
    for run in _LETTERS.finditer(_FOREIGN.sub(marked, seen)):
        word = seen[run.start() : run.end()]
        if _HOLE not in word and not any(start <= run.start() < end for start, end in parts):
            yield Word(word, read[run.start() : run.end()])


def is_uneven(word: str) -> bool:
    """Whether capitals follow small letters, small non-ASCII ones are among capitals, or final forms within a word."""
    return bool(sudden_capitals(word)) or is_small_among_capitals(word) or _FINAL_WITHIN.search(word) is not None


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in _SYMBOLS


def _is_run(letters: Sequence[str]) -> bool:
    """Whether one letter is repeated, as table lines read, or two are, as one two-byte sign reads."""
    if len(set(letters)) <= _BYTES < len(letters) - 1:
        return True
    return any(a == b == c for a, b, c in zip(letters, letters[1:], letters[2:], strict=False)) or (
        1 == len(set(letters)) < len(letters)
    )
