"""Words that speak for a language less than those of its ordinary texts: the sign of an unknown relative, or of names.

Letters of a relative fit the language's, and half of its words are not listed. Lists of foreign names, products and
species have the letters of some language, but hardly any words of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from math import sqrt
from typing import Final

from audit.measure.language.words.word_answers import nats_in
from audit.text.languages import AMONG
from audit.text.tables import rows

# What so many words n, in letters that lead by m nats each, have of the usual nats at least:
# _LEAST - _DEVIATION / sqrt(n) - _OF_LEAD * m. Each known language was taken out in turn, and its texts asked for as
# those of an unknown one: of these that were named surely, at 50, 200 and 1,000
# letters 12, 26 and 38 % have less, and of texts in their own language .5, .4 and .2 %.
_LEAST: Final = 1.15
_DEVIATION: Final = 1.6
_OF_LEAD: Final = 0.15
_MOST_LEAD: Final = 3.0
# A word of so many letters that is not listed says nothing: a compound, or many endings. Neither does an English one in
# another script.
_LONG_WORD: Final = 10
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


def lacks_usual_words(words: Collection[str], language: str, lead: float) -> bool:
    """Return whether words speak for a language too little; False if its words are not listed, or for a few words.

    `lead` is the nats a letter by which letters prefer the language.
    """
    usual, answers = _usual().get(language), nats_in(language)
    if usual is None:
        return False
    # Those left out below speak against it, and fewer need less.
    if sum(map(answers.__getitem__, words)) >= _least(len(words), lead) * usual * len(words):
        return False
    in_ascii = language in AMONG["Latn"]
    said = [
        nats
        for word in words
        if (nats := answers[word]) >= 0 or (len(word) < _LONG_WORD and (in_ascii or not word.isascii()))
    ]
    least = _least(len(said), lead)
    return least > 0 and sum(said) < least * usual * len(said)


def _least(count: int, lead: float) -> float:
    """Return what so many words have of the usual nats at least; 0 for a few, which need none."""
    return max(0.0, _LEAST - _DEVIATION / sqrt(max(1, count)) - _OF_LEAD * min(lead, _MOST_LEAD))


@cache
def _usual() -> dict[str, float]:
    """Return the nats that a word of ordinary text speaks for its language, by language."""
    return {language: float(nats) for language, nats in rows("usual_words.tsv")}


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
