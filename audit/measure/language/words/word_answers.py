"""What the lists of words say about a word: whether it is known in a language, and how far it speaks for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Final, TypeVar

from audit.measure.language.models.common_words import has_list, is_common, is_of_programs, is_of_wiki, word_level
from audit.measure.language.models.function_words import function_words
from audit.measure.language.words.compounds import parts_of

# Nats of a listed word, of each level of how often it is used, and of a function word without a level.
_LISTED: Final = 8.0
_OF_LEVEL: Final = 1.5
_FUNCTION_WORD: Final = 12.0
# Nats of other words: in a language with a list of common words, one with the words of programs only, one with those of
# a wiki's messages, which is a relative of one with a list, and one without.
_UNLISTED: Final = -3.0
_NOT_OF_PROGRAMS: Final = 2.0
_NOT_OF_WIKI: Final = -1.0
_WITHOUT_LIST: Final = 6.0
# Numbers and URLs are no words.
_NO_WORD: Final = re.compile(r"\d|\w[./@\\_:=&]\w")
APOSTROPHES: Final = re.compile("['’ʼ]")
# Words whose answers are remembered, since few make up most of a text.
REMEMBERED: Final = 1 << 15
A = TypeVar("A")


class Answers(dict[str, A]):
    """Answers about words, remembered up to a bound; looking one up costs no call."""

    def __init__(self, ask: Callable[[str], A]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> A:
        if len(self) >= REMEMBERED:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer


@cache
def known_in(language: str) -> Answers[bool]:
    """Return which words are known in a language."""
    return Answers(partial(_is_known, language))


@cache
def nats_in(language: str) -> Answers[float]:
    """Return how far words speak for a language, in nats."""
    return Answers(partial(_nats, language))


@cache
def function_words_of() -> dict[str, frozenset[str]]:
    """Return the function words of each language."""
    return {language: frozenset(words) for language, words in function_words().items()}


def is_code(word: str) -> bool:
    """Return whether a token has digits, or is an address."""
    return not word.isalpha() and _NO_WORD.search(word) is not None


def _is_known(language: str, word: str) -> bool:
    little = function_words_of()[language]
    # Most words are letters only.
    if word.isalpha():
        return word in little or is_common(word, language) or parts_of(word, language) is not None
    if _NO_WORD.search(word):
        return False
    parts = APOSTROPHES.split(word)
    asked = [word, *parts] if len(parts) > 1 else parts
    return any(part in little or is_common(part, language) for part in asked)


def _nats(language: str, word: str) -> float:
    if is_code(word):
        return 0.0
    level = word_level(word, language)
    if level is not None:
        return _LISTED + _OF_LEVEL * level
    if word in function_words_of()[language]:
        return _FUNCTION_WORD
    parts = [] if word.isalpha() else [part for part in APOSTROPHES.split(word) if part]
    if len(parts) > 1:
        return sum(_nats(language, part) for part in parts)
    return _LISTED if parts_of(word, language) else _of_unlisted(language)


def _of_unlisted(language: str) -> float:
    """Return how far a word speaks for a language whose list, if there is one, lacks it."""
    if has_list(language):
        return _UNLISTED
    if is_of_wiki(language):
        return _NOT_OF_WIKI
    return _NOT_OF_PROGRAMS if is_of_programs(language) else _WITHOUT_LIST
