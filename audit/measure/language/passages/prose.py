"""Sentences versus menus: foreign text inside boilerplate counts only if it is prose."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from audit.measure.language.models.derived_profiles import typical
from audit.measure.language.words.word_answers import function_words_of, is_code
from audit.measure.language.words.word_evidence import share_of_usual, words_of
from audit.text.classes import Points, text_of
from audit.text.languages import AMONG
from audit.text.programs.statements import are_statements, is_data

# Sentences have more different words, or letters where no spaces part words.
_FEWEST_WORDS: Final = 8
# Commands and goods are English in any language; of 401 passages of 80 to 160 characters of English manuals four have
# no function word.
_OF_PROGRAMS: Final = "en"
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
# Share of entries written small at most: a title may have a comma itself.
_MOST_SMALL: Final = 0.2

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
    """Return whether a passage is of code, a repetition, or a list of titles or of words."""
    return is_remark(points) or is_repetition(points, family) or is_list_of_entries(points, family)


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
    """Return whether English words are commands or names of goods: there is no little word among them."""
    return language == _OF_PROGRAMS and function_words_of()[language].isdisjoint(said)


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
    if len(entries) < _FEWEST_ENTRIES or any(len(entry.split()) > _WORDS_OF_ENTRY for entry in entries):
        return False
    small = sum(next(filter(str.isalpha, entry), "").islower() for entry in entries)
    return small <= _MOST_SMALL * len(entries) or all(map(_BESIDE.search, entries))


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
