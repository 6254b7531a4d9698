"""Verification of a text's language by its words.

Twenty letters fit some of two hundred languages well whatever they are: romanised Japanese or Russian, laughter,
product codes. Repetitions and romanised text become undetermined. Longer texts in languages without a profile fit a
related or similar one, but hardly have its words; so texts that fit less than ordinary ones need them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import cache, lru_cache
from math import sqrt
from typing import Final
from unicodedata import normalize

import numpy as np

from audit.measure.language.identify import (
    LONG,
    UNDETERMINED,
    CandidateLanguage,
    Identification,
    confidence,
    confidence_with_words,
    doubted,
)
from audit.measure.language.models.common_words import has_list, is_common, is_of_wiki, languages_with, word_level
from audit.measure.language.models.derived_profiles import typical
from audit.measure.language.models.prevalence import is_major
from audit.measure.language.segments import Pieces, beginnings
from audit.measure.language.words.compounds import languages_with_parts, parts_of
from audit.measure.language.words.no_words import no_words
from audit.measure.language.words.short_words import lacks_short_words
from audit.measure.language.words.usual_words import are_names, lacks_usual_words
from audit.measure.language.words.word_answers import (
    APOSTROPHES,
    REMEMBERED,
    function_words_of,
    known_in,
    nats_in,
)
from audit.text.classes import Points

# From this many letters on, the words of texts that fit well are not considered: one text in ten fits less.
_LONGEST: Final = 600
_GOOD_FIT: Final = 0.97
_READ: Final = 800
_MOST_WORDS: Final = 60
# Languages with long words have few frequent ones; a lower share says nothing.
MIN_USUAL: Final = 0.05
# If letters decide less surely, words count, too.
_OPEN: Final = 0.9
# Confidence at most in a language that lacks short words of the text, or whose usual words the text lacks.
_OF_A_RELATIVE: Final = 0.3
# And at most in the one that names alone look like.
_OF_NAMES: Final = 0.45
# Languages with the same letters, such as Malay and Indonesian: the nats a letter that another is behind at most, those
# of passages in a language whose profile comes from one kind of text, and the nats a word by which words must speak for
# it in either case, and at all. Where the words of the first are not listed, those of the other must also be as usual
# as in its own texts: the letters of Papuan Malay fit the laws of Indonesia better than Indonesian's.
_SAME_LETTERS: Final = 0.5
_LIKE_LETTERS: Final = 1.1
_CLEARLY: Final = 0.1
_MORE_CLEARLY: Final = 1.0
_A_WORD: Final = 6.0
_ORDINARY: Final = 0.95
_EDGES: Final = ".,;:!?…\"'()[]{}<>*_`~#|-–—«»“”„‘’¿¡।،؛؟"


def verify_by_words(points: Points, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts, with those on short or doubtful texts revised unless their words confirm them.

    `content` are the judged pieces.
    """
    revised, counts = list(said), np.bincount(content.owner, content.letters, len(said)).astype(np.int64).tolist()
    asked = [
        number
        for number, (verdict, count) in enumerate(zip(said, counts, strict=True))
        if verdict.candidates
        and verdict.tag != UNDETERMINED
        and (
            count < _LONGEST
            or verdict.fit < _GOOD_FIT
            or not is_major(verdict.tag)
            or _words_may_tell(verdict.candidates, count)
        )
    ]
    for number, text in zip(asked, beginnings(points, content, asked, _READ), strict=True):
        revised[number] = _by_words(text, said[number], counts[number])
    return revised


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    # Most tokens are letters only.
    tokens = normalize("NFKC", text).lower().split()
    return [word for token in tokens if (word := token if token.isalpha() else _within(token))]


def _within(token: str) -> str:
    """Return a token without the signs around it; nothing without letters."""
    word = token.strip(_EDGES)
    return word if any(map(str.isalpha, word)) else ""


def known_share(words: Collection[str], language: str) -> float:
    """Return the share of words that are known in a language; there is at least one word."""
    return sum(map(known_in(language).__getitem__, words)) / len(words)


def lacking(share: float, count: int) -> float:
    """Return how far so many words have less than the usual share of known ones; at most 0."""
    return min(0.0, share - 1) * sqrt(min(count, _MOST_WORDS))


def share_of_usual(words: Collection[str], language: str) -> float:
    """Return the share of known words relative to ordinary text in the language; 0 for no words."""
    return known_share(words, language) / max(MIN_USUAL, typical()[language].words) if words else 0.0


def _by_words(text: str, verdict: Identification, letters: int) -> Identification:
    """Return the verdict for a text by its words."""
    words = words_of(text)
    if reason := no_words(words, verdict.tag, is_short=letters < LONG):
        return Identification(UNDETERMINED, 0.5, reason=reason)
    if not words:
        return verdict
    are_open = letters < LONG or verdict.confidence < _OPEN
    is_relative = not are_open and _are_of_a_relative(text, words, verdict, letters)
    words_count = are_open or is_relative
    first, second, lead = _ranked(words, verdict.candidates, letters, words_count=words_count)
    revised = replace(verdict, tag=first.tag, runner_up=second.tag, fit=first.fit)
    if letters < LONG:
        preference = (_nats(words, first.tag) - _nats(words, second.tag)) / len(words)
        distinctive = _distinctive_share(words, first.tag)
        sure = confidence_with_words(letters, first.fit, lead, distinctive, preference)
        sure = min(sure, _OF_NAMES) if are_names(text, distinctive) else sure
    else:
        lack = lacking(share_of_usual(words, first.tag), len(words))
        sure = min(confidence(letters, first.fit, lead, lack), verdict.confidence)
    if are_open or first.tag != verdict.tag:
        is_relative = _are_of_a_relative(text, words, revised, letters)
    revised = replace(revised, confidence=min(sure, _OF_A_RELATIVE) if is_relative else sure)
    # A list of goods lacks the words of its language, too: in a major one it is uncertain, but not unknown.
    return revised if is_major(verdict.tag) else doubted(revised, letters)


def _are_of_a_relative(text: str, words: list[str], verdict: Identification, letters: int) -> bool:
    """Return whether the language lacks short words of a text, or the text its usual words."""
    behind = {one.tag: one.behind for one in verdict.candidates}
    own = behind.pop(verdict.tag)
    lead = (min(behind.values(), default=own) - own) / max(1, letters)
    if lacks_usual_words(words, verdict.tag, lead):
        return True
    return letters >= LONG and lacks_short_words(text, verdict.tag)


def _ranked(
    words: list[str], candidates: tuple[CandidateLanguage, ...], letters: int, *, words_count: bool
) -> tuple[CandidateLanguage, CandidateLanguage, float]:
    """Return the two languages that letters and words together fit best, and the lead of the first in nats.

    In longer texts, sure letters choose by themselves. Words choose among languages with the same letters.
    """
    behind = {one.tag: one.behind - (_nats(words, one.tag) if words_count else 0) for one in candidates}
    first, second = sorted(candidates, key=lambda one: behind[one.tag])[:2]
    rivals = [one for one in candidates if one != first and _have_like_letters(first, one, letters, _LIKE_LETTERS)]
    same = [(_nats(words, one.tag) - _nats(words, first.tag), one) for one in rivals]
    lead, rival = max(same, key=lambda found: found[0] - found[1].behind, default=(0.0, second))
    is_same = letters < LONG or _have_like_letters(first, rival, letters, _SAME_LETTERS)
    clearly = lead > max(_A_WORD, (_CLEARLY if is_same else _MORE_CLEARLY) * len(words))
    if clearly and (has_list(first.tag) or share_of_usual(words, rival.tag) > _ORDINARY):
        return rival, first, lead
    return first, second, behind[second.tag] - behind[first.tag]


def _words_may_tell(candidates: tuple[CandidateLanguage, ...], letters: int) -> bool:
    """Return whether some language has the same letters as the first one."""
    return any(_have_like_letters(candidates[0], one, letters, _SAME_LETTERS) for one in candidates[1:])


def _have_like_letters(first: CandidateLanguage, other: CandidateLanguage, letters: int, most: float) -> bool:
    """Return whether another language is at most so many nats a letter behind the first, and has a list of words."""
    return other.behind - first.behind < most * letters and has_list(other.tag)


def _nats(words: list[str], language: str) -> float:
    """Return how much words speak for a language, in nats."""
    return sum(map(nats_in(language).__getitem__, words))


def _distinctive_share(words: list[str], language: str) -> float:
    """Return the share of known words, each divided by the number of languages that have it.

    Words of many languages, such as radio or station, occur in languages without a profile, too.
    """
    known = known_in(language)
    return sum(1 / _languages_of(word, language) for word in words if known[word]) / len(words)


def _languages_of(word: str, language: str) -> int:
    """Return the number of languages with a word known in a language, or with the parts that make it known."""
    found = _languages_with(word)
    if found > 1 or word_level(word, language) is not None:
        return found
    parts = parts_of(word, language)
    return max(found, languages_with_parts(parts)) if parts else found


@lru_cache(maxsize=REMEMBERED)
def _languages_with(word: str) -> int:
    """Return the number of languages with the word or the most frequent of its parts; at least 1."""
    return max(1, *(languages_with(part) + _little_in()[part] for part in (word, *APOSTROPHES.split(word))))


@cache
def _little_in() -> Counter[str]:
    """Return the number of languages in which each function word is not counted as a common one.

    Those of a wiki's messages share theirs with a greater relative, which that makes no less certain.
    """
    found = ((language, words) for language, words in function_words_of().items() if not is_of_wiki(language))
    return Counter(word for language, words in found for word in words if not is_common(word, language))
