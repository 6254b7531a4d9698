"""Joined forms of Arabic letters, which code page 864 has instead of letters: they tell whether a text is in it."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

JOINED: Final = "cp864"
_FORMS: Final = range(0xFE70, 0xFEFD)
# Forms that a letter follows, of which no word ends in one; in this codec those of the middle are those of the start.
_OPEN: Final = ("<initial>", "<medial>")
# Words for one that ends in such a form: of letters in other codecs every third word does.
_WORDS_FOR_ONE_OPEN: Final = 10


@cache
def letters_of_forms() -> tuple[tuple[int, int], ...]:
    """Return the code points of joined forms, each with that of its first letter."""
    letters = (unicodedata.normalize("NFKC", chr(form)).strip()[:1] for form in _FORMS)
    return tuple((form, ord(letter)) for form, letter in zip(_FORMS, letters, strict=True) if letter)


def are_joined(raw: bytes) -> bool:
    """Return whether bytes are words of joined forms in code page 864: nearly all end in a form that ends a word."""
    kinds = raw.translate(_kinds()) + b" "
    still_open, closed = (kinds.count(b"o" + end) + kinds.count(b"c" + end) for end in (b"o ", b"c "))
    return still_open + closed > 0 and _WORDS_FOR_ONE_OPEN * still_open <= still_open + closed


@cache
def _kinds() -> bytes:
    """Return a letter per byte: o for a form that a letter follows, c for another form, a space for all else."""
    forms = map(_form, range(0x100))
    return b"".join(b" " if not form else b"o" if form in _OPEN else b"c" for form in forms)


def _form(byte: int) -> str:
    """Return the kind of form that a byte is; empty if none."""
    char = bytes((byte,)).decode(JOINED, "ignore")
    return unicodedata.decomposition(char).partition(" ")[0] if char and ord(char) in _FORMS else ""
