"""Names of people, places and products alone: they look like a language, but are in texts of any."""

from __future__ import annotations

import re
from typing import Final

# Small words inside of names.
_PARTICLES: Final = frozenset(
    {
        *("af", "al", "am", "an", "av", "bin", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "di"),
        *("do", "dos", "du", "e", "el", "en", "et", "für", "i", "ibn", "im", "la", "le", "les", "of", "on", "og"),
        *("sur", "ter", "und", "van", "von", "y", "zu", "zum", "zur"),
    }
)
# `Jl.`, `ul.`; words in capitals throughout that are longer are not only names.
_MOST_ABBREVIATED: Final = 4
# A name and a number, at the end or before a comma: a house, a model, a year.
_NUMBERED: Final = re.compile(r"[^\W\d_]\.? \d[\d-]*[a-z]?(?=,|\s*$)", re.MULTILINE)
_LETTERS: Final = re.compile(r"[^\W\d_].*")
# What share of distinctive words names alone have not: of 141 names and addresses 39 were named surely, and are 25 by
# this. Of 541 headings of manuals that are written with capitals and named rightly two in five have less, too.
_OF_LANGUAGES: Final = 0.45


def are_names(text: str, distinctive: float) -> bool:
    """Return whether a text consists of names, by its capitals, its share of distinctive words and its numbers.

    >>> are_names("Karl von der Au, Erika Lang", 0.1), are_names("Am Wall 27, Neustadt", 0.8)
    (True, True)
    >>> are_names("Guten morgen", 0.1), are_names("Neue Brücke Gesperrt", 0.8), are_names("AUSFAHRT FREIHALTEN", 0.1)
    (False, False, False)
    """
    words = [word[0] for token in text.split() if (word := _LETTERS.search(token))]
    if not words or not all(map(_is_of_name, words)):
        return False
    return distinctive < _OF_LANGUAGES or _NUMBERED.search(text) is not None


def _is_of_name(word: str) -> bool:
    """Return whether a word has a capital first, or is a small word or an abbreviation inside of a name."""
    if word[0].isupper():
        return len(word) <= _MOST_ABBREVIATED or not word.isupper()
    return word in _PARTICLES or (len(word) <= _MOST_ABBREVIATED and word.endswith("."))
