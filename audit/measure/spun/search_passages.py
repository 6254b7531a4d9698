"""Which words of a stretch of a paragraph belong to no sentence around them, and read like advertising.

Every passage of a stretch is weighed by what its words are to a sentence, by how it begins and ends, and by the break:
its first word does not follow the one before, nor the word behind its last one, but these two each other; or it stands
in small letters between two sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.text.passages import CAPITAL, LOWERED, TITLED, find_passages
from audit.measure.spun.known_words import BASE_FORM, EVIDENCE, NAMED, Role
from audit.measure.spun.search_stretches import Mark, SearchStretch
from audit.measure.spun.word_pairs import COMMA, STOP, word_pairs
from audit.text.tables.searches import ENGLISH, SearchWords

# Log odds in hundredths (as in audit.measure.spun.known_words): per word, for one said twice, and per hundred of
# product words' weights. Of all the passages of a stretch and none, a regression takes the planted one: of 13,500 in
# English articles (advertising of 85 trades), 2,900 stretches of 940 articles as they are, and 300 of sentences that
# rightly name wares, each half as often again.
_LENGTH, _AGAIN, _WEIGHT = -14, -87, 404
# For a beginning: at the end of a sentence, with a letter that has no capital and with a capital there; at a mark that
# is no comma, by hand.
_OPEN, _LOWER, _UPPER, _MARKED = 352, 292, -226, -372
# By hand, in other languages: for a beginning with a capital, since infinitives are subjects; for an end with a word of
# which nothing is known, as of many verbs; for a product beside the passage.
_UPPER_ELSEWHERE, _STRANGE, _PRODUCT_BESIDE = -800, -150, -300
# For an end: at a mark, at a full stop, too; with a contact.
_SHUT, _STOPPED, _REACHES = -357, -118, 243
# Per level of association of both edges, and of the words on both sides. For a gap that is left between these, for a
# passage with a side at a mark, for a title, for three words, for small letters between sentences, and for a whole
# sentence (300 less than the regression says: a page may call its own reader); and for all.
_WEIGHTS: Final = np.array((-12, -11, 14, -213, -124, 275, -310, 881, 643), np.int64)
_ANY: Final = -445
# Marks behind which no sentence begins.
_NO_SENTENCE: Final = (Mark.COMMA, Mark.OTHER)
# Roles that depend on the rest of the article.
_NEW: Final = (Role.NAME, Role.READER)
# Flags of a word in small letters.
_SMALL: Final = ~(CAPITAL | TITLED)


def likeliest(
    stretches: Sequence[SearchStretch], language: SearchWords, is_said: Callable[[str], bool] | None
) -> Iterator[tuple[int, int, int]]:
    """Yield the score of the likeliest passage of each stretch, its first and its last word.

    `is_said` tells what words the article's other sentences have; without it the score is an upper bound.
    """
    inside, begins, ends, flags, classes, bounds = (list[int]() for _ in range(6))
    for stretch in stretches:
        inside += _inside(stretch, language, is_said)
        begins += _beginnings(stretch, language)
        ends += _ends(stretch, language)
        flags += _flags(stretch)
        classes += _classes(stretch)
        is_whole = stretch.mark is Mark.SENTENCE and stretch.stops and (stretch.capitals[0] or _is_caseless(stretch))
        bounds += (len(stretch.words), *stretch.core, stretch.mark is Mark.PARAGRAPH, is_whole)
    best = np.empty(3 * len(stretches), np.int64)
    find_passages(
        _numbers(inside), _numbers(begins), _numbers(ends), _numbers(flags), _numbers(classes),
        _levels(language.language), len(word_pairs(language.language).levels),
        _WEIGHTS, _numbers(bounds), best,
    )  # fmt: skip
    for score, first, last in best.reshape(-1, 3).tolist():
        yield score + _ANY, first, last


def _numbers(told: list[int]) -> npt.NDArray[np.int64]:
    return np.array(told, np.int64)


@cache
def _levels(language: str) -> npt.NDArray[np.int16]:
    return word_pairs(language).levels.astype(np.int16).ravel()


def _classes(stretch: SearchStretch) -> list[int]:
    """Return the classes of the words, between those of the marks."""
    numbers = word_pairs(stretch.language).classes
    first = numbers[COMMA if stretch.mark in _NO_SENTENCE else STOP]
    last = numbers[STOP if stretch.stops else COMMA]
    return [first, *(word.number for word in stretch.known), last]


def _inside(stretch: SearchStretch, language: SearchWords, is_said: Callable[[str], bool] | None) -> list[int]:
    """Return the evidence of each word."""
    words, told = stretch.words, list[int]()
    again = (
        {word for word, times in Counter(words).items() if times > 1} - language.grammar
        if len({*words}) < len(words)
        else ()
    )
    begins = 0 if stretch.mark in _NO_SENTENCE else 1
    for n, (word, known, role) in enumerate(zip(words, stretch.known, stretch.roles, strict=True)):
        own = role if is_said is None else _known(role, word, is_said)
        is_name = own is Role.NAME and n >= begins and stretch.capitals[n]
        told.append(
            _LENGTH + known.inside + (NAMED if is_name else EVIDENCE[own]) + _AGAIN * (word in again)
            + _WEIGHT * stretch.weights[n] // 100
        )  # fmt: skip
    return told


def _known(role: Role, word: str, is_said: Callable[[str], bool]) -> Role:
    """Return the role of a word: a name that the article says elsewhere tells against, a word to its reader nothing."""
    if role not in _NEW or not is_said(word):
        return role
    return Role.SAID if role is Role.NAME else Role.TOPIC


def _beginnings(stretch: SearchStretch, language: SearchWords) -> list[int]:
    """Return the evidence for a passage of its first word, and of the one before that."""
    first = stretch.known[0].begins + _MARKED * (stretch.mark is Mark.OTHER)
    if stretch.mark is Mark.SENTENCE:
        upper = _UPPER if language.language == ENGLISH else _UPPER_ELSEWHERE
        first += _OPEN + (upper if stretch.capitals[0] else _LOWER * _is_caseless(stretch))
    trade = _trade(language)
    return [
        first,
        *(
            known.begins + before.before + before.governs * known.verb // BASE_FORM
            + before.licenses * (word in language.offering) + _PRODUCT_BESIDE * (role in trade)
            for (before, known), word, role in zip(
                pairwise(stretch.known), stretch.words[1:], stretch.roles[:-1], strict=True
            )
        ),
    ]  # fmt: skip


def _is_caseless(stretch: SearchStretch) -> bool:
    """Return whether a stretch begins with a letter that has no capital."""
    first = stretch.words[0][0]
    return first.isalpha() and not first.islower()


def _trade(language: SearchWords) -> tuple[Role, ...]:
    """Return the roles of products, where they tell against a passage beside them."""
    return () if language.language == ENGLISH else (Role.PRODUCT, Role.TOPIC)


def _ends(stretch: SearchStretch, language: SearchWords) -> list[int]:
    """Return the evidence for a passage of its last word, and of the one behind that."""
    trade = _trade(language)
    behind = [
        (word.resumes if is_capital else word.behind) + _PRODUCT_BESIDE * (role in trade)
        for word, is_capital, role in zip(stretch.known[1:], stretch.capitals[1:], stretch.roles[1:], strict=True)
    ]
    strange = Role.NAME if language.language != ENGLISH else None
    return [
        word.ends + _REACHES * (role is Role.CONTACT) + _STRANGE * (role is strange) + goes_on
        for word, role, goes_on in zip(
            stretch.known, stretch.roles, [*behind, _SHUT + _STOPPED * stretch.stops], strict=True
        )
    ]


def _flags(stretch: SearchStretch) -> list[int]:
    flags = [
        word.flags if is_capital else word.flags & _SMALL
        for word, is_capital in zip(stretch.known, stretch.capitals, strict=True)
    ]
    if stretch.mark is Mark.SENTENCE and not stretch.capitals[0] and stretch.words[0][0].isalpha():
        flags[0] |= LOWERED
    return flags
