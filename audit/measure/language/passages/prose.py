"""Sentences versus menus: foreign text inside boilerplate counts only if it is prose."""

from __future__ import annotations

import re
from collections.abc import Collection
from operator import and_
from typing import Final

from audit.measure.language.models.derived_profiles import typical
from audit.measure.language.words.word_answers import function_words_of, is_code
from audit.measure.language.words.word_evidence import share_of_usual, words_of
from audit.text.classes import Points, text_of
from audit.text.languages import AMONG
from audit.text.programs.statements import are_statements, is_data

# Sentences have more different words, or letters where no spaces part words.
_FEWEST_WORDS: Final = 8
# Commands and goods are English in any language, and months and other series are words of any. These languages have
# articles: of 100 to 2,266 passages of 60 to 200 characters of their manuals 1 to 3 % have no function word, and those
# are of code.
_WITH_ARTICLES: Final = frozenset({"ca", "en", "es", "fr", "it", "nl", "pt"})
_REMARKS: Final = ("/*", "//", "<!--", '"""')
# Code points at the beginning of a passage in which such a sign is looked for.
_SIGN: Final = 40

# Options and chains of command lines, and what parts a sign from its translation: sentences have neither twice, thrice.
_OPTION: Final = re.compile(r"(?:^|\s)(?:--[a-z][\w-]*|-[A-Za-z](?=\s)|&&(?=\s))")
_FEWEST_OPTIONS: Final = 2
_BETWEEN_SIGNS: Final = " / "
_FEWEST_SIGNS: Final = 3

# A list of titles or dishes has an entry between signs, a few words with a capital first; what follows such a sign
# inside of a sentence is written small. A list of words has each beside its translation.
_SIGNS_OF_LIST: Final = re.compile("[;,·•|，、；]")
_ENTRIES: Final = re.compile(r"[;,·•|，、；:\n]|\.(?=\s|$)")
_BESIDE: Final = re.compile(r"\s[–—=→-]\s")
_FEWEST_ENTRIES: Final = 4
_WORDS_OF_ENTRY: Final = 7
# Share of entries written small, or longer with a capital first, at most: a title may have a comma itself, and an `and`
# stands between the last two.
_MOST_SMALL: Final = 0.2

# An entry of a bibliography begins with a surname and initials, goes on with a year or a capital, and has a year; one
# initial without a comma is within a full name.
_REFERENCE: Final = re.compile(
    r"\W*[^\W\d_][\w'’ -]{1,30}(?:, [^\W\d_]\.[ -]?| (?:[^\W\d_]\.[ -]?){2})(?:[^\W\d_]\.[ -]?){0,4}"
    r"(?=\W{0,4}[A-ZÀ-ÞА-Я\d]).*\b(?:1[5-9]|20)\d\d[a-z]?\b"
)

# What is quoted, in the marks of any language; a straight mark may be of inches, too.
_QUOTED: Final = re.compile('[“”„«‹][^“”„«»‹›\\n]+[”“»›]|»[^“”„«»‹›\\n]+«|"[^"\\n]+"')

# Cased alphabets: menus capitalise most words, sentences hardly any.
_CASED: Final = frozenset({"Latn", "Cyrl", "el", "hy"})
_MIN_SMALL: Final = 0.5
# German, which capitalises nouns, has four in ten words with a capital; lists of names and titles have more than six.
_MOST_CAPITALS: Final = 0.6
_STOPS: Final = frozenset(".!?,;。！？，、；،؟۔।")
# Scripts written without full stops.
_UNSTOPPED: Final = frozenset({"th", "lo", "my", "km"})


def is_no_speech(points: Points, family: str) -> bool:
    """Return whether a passage is of code, a repetition, a reference, or a list of titles or of words."""
    is_reference = _REFERENCE.match(text_of(points)) is not None
    return is_reference or is_remark(points) or is_repetition(points, family) or is_list_of_entries(points, family)


def is_repetition(points: Points, family: str) -> bool:
    """Return whether a passage is the same few words again and again, or is full of figures and units.

    In scripts that put no spaces between words its letters are counted.
    """
    text = text_of(points)
    different = (
        {word for word in words_of(text) if not is_code(word)} if family in AMONG else set(filter(str.isalpha, text))
    )
    return len(different) < _FEWEST_WORDS


def is_remark(points: Points) -> bool:
    """Return whether a passage is a comment in code, statements, a command line, or signs beside their translations."""
    text = text_of(points)
    if text[:_SIGN].lstrip().startswith(_REMARKS) or text.count(_BETWEEN_SIGNS) >= _FEWEST_SIGNS:
        return True
    return len(_OPTION.findall(text)) >= _FEWEST_OPTIONS or is_data(text) or are_statements(text)


def is_quoted(points: Points, language: str, around: str) -> bool:
    """Return whether a passage is only quoted in a language: what stands outside of the quotations is in another."""
    outside, count = _QUOTED.subn(" ", text_of(points))
    words = words_of(outside)
    return count > 0 and around in typical() and share_of_usual(words, around) > share_of_usual(words, language)


def are_commands(said: Collection[str], language: str) -> bool:
    """Return whether words are commands, names of goods or a series: there is no little word among them."""
    return language in _WITH_ARTICLES and function_words_of()[language].isdisjoint(said)


def are_names(points: Points, family: str) -> bool:
    """Return whether a passage consists of names and titles: most words have a capital first, not throughout."""
    tokens = [token for token in text_of(points).split() if token[0].isalpha()]
    capitals = sum(token[0].isupper() and not token.isupper() for token in tokens)
    return family in _CASED and capitals > _MOST_CAPITALS * len(tokens)


def is_list_of_entries(points: Points, family: str) -> bool:
    """Return whether a passage lists titles, dishes or pieces, or words beside their translations."""
    text = text_of(points)
    if family not in _CASED or len(_SIGNS_OF_LIST.findall(text)) < _FEWEST_ENTRIES - 1:
        return False
    entries = [entry for part in _ENTRIES.split(text) if (entry := part.strip())]
    small = [next(filter(str.isalpha, entry), "").islower() for entry in entries]
    long = [len(entry.split()) > _WORDS_OF_ENTRY for entry in entries]
    most = _MOST_SMALL * len(entries)
    if len(entries) < _FEWEST_ENTRIES or sum(long) > most or any(map(and_, small, long)):
        return False
    return sum(small) <= most or all(map(_BESIDE.search, entries))


def is_prose(points: Points, family: str) -> bool:
    """Return whether a passage consists of sentences: full stops, and lower case letters in cased scripts."""
    text = text_of(points)
    if family in _UNSTOPPED:
        return True
    if not _STOPS.intersection(text):
        return False
    tokens = [token for token in text.split() if token[0].isalpha()]
    small = sum(token[0].islower() for token in tokens)
    return family not in _CASED or small >= _MIN_SMALL * len(tokens)
