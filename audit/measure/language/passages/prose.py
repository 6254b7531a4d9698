"""Sentences versus menus: foreign text inside boilerplate counts only if it is prose."""

from __future__ import annotations

from typing import Final

from audit.text.classes import Points, text_of

# Cased alphabets: menus capitalise most words, sentences hardly any.
_CASED: Final = frozenset({"Latn", "Cyrl", "el", "hy"})
_MIN_SMALL: Final = 0.5
# German, which capitalises nouns, has four in ten words with a capital; lists of names and titles have more than six.
_MOST_CAPITALS: Final = 0.6
_STOPS: Final = frozenset(".!?,;。！？，、；،؟۔।")
# Scripts written without full stops.
_UNSTOPPED: Final = frozenset({"th", "lo", "my", "km"})


def words(points: Points) -> int:
    """Return the number of tokens separated by white space."""
    return len(text_of(points).split())


def are_names(points: Points, family: str) -> bool:
    """Return whether a passage consists of names and titles: most words have a capital first, not throughout."""
    tokens = [token for token in text_of(points).split() if token[0].isalpha()]
    capitals = sum(token[0].isupper() and not token.isupper() for token in tokens)
    return family in _CASED and capitals > _MOST_CAPITALS * len(tokens)


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
