"""Which words of a stretch of an English paragraph belong to no sentence around them, and read like advertising.

Every passage of a stretch is weighed by what its words are to a sentence, by how it begins and ends, and by the break:
its first word does not follow the one before, nor the word behind its last one, but these two each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.spun.english_stretches import (
    WITHIN,
    EnglishStretch,
    Mark,
    Role,
    is_verb,
    offering_words,
    opening_words,
)
from audit.measure.spun.word_pairs import word_pairs
from audit.text.tables.searches import (
    BEFORE_NOUNS,
    CLAUSE_WORDS,
    DETERMINERS,
    END_WORDS,
    GRAMMAR,
    NO_NOUN_PHRASE,
    READER,
)

_Scores = npt.NDArray[np.int64]
# Log odds in hundredths: per word and by its role, and per hundred of product words' weights. Of all the passages of a
# stretch and none, a regression takes the planted one: of 3,000 in English articles (advertising of 45 trades), 1,000
# stretches of 560 articles as they are, and 41 sentences that rightly name wares, each six to 24 times.
_LENGTH, _WEIGHT = -23, 440
_ROLES: Final[Mapping[Role, int]] = MappingProxyType({
    Role.PRODUCT: 89, Role.CONTACT: 386, Role.READER: 89, Role.NUMBER: 247, Role.ARTICLE: -249, Role.JOINING: -189,
    Role.CLAUSE: -214, Role.VERB: -181, Role.GRAMMAR: -189, Role.SAID: -97,
})  # fmt: skip
# For a beginning: of a sentence, behind a word that a noun follows, with a word of offers, a preposition, another
# function word, a number; and, set by hand, behind a verb, and with an offer's verb behind "to" or a word of clauses.
_OPEN, _NEEDED, _OFFERS, _JOINS, _FUNCTION, _COUNTS = 469, -30, 113, -129, -159, -115
_OBJECT = _LICENSED = -300
# For an end: at a mark, before a determiner, before what follows a noun, with a word of searches, a preposition,
# another function word, a contact.
_SHUT, _DETERMINED, _GOES_ON, _ENDS, _DANGLING, _UNFINISHED, _REACHES = -211, 42, -52, 96, -429, -84, 266
# Per level of association: of each edge, and of the words on both sides; for a gap that is left between these, for a
# passage with a side at a mark, and for all.
_EDGE, _JOINED, _GAP, _ALONE, _ANY = -77, 95, -42, -208, -772
# Roles that depend on the rest of the article.
_NEW: Final = (Role.NAME, Role.READER)
# Words of a passage.
_FEWEST, _MOST = 3, 14
_NEVER: Final = -1_000_000


def likeliest(stretch: EnglishStretch, is_said: Callable[[str], bool] | None) -> tuple[int, int, int]:
    """Return the score of the likeliest passage of a stretch, its first and its last word.

    `is_said` tells what words the article's other sentences have; without it the score is an upper bound.
    """
    n = len(stretch.words)
    if n <= _FEWEST:
        return _NEVER, 0, 0
    inside = np.append(0, np.cumsum(_inside(stretch, is_said)))
    classes, levels = word_pairs().numbers(stretch.words), word_pairs().levels
    follows = _EDGE * levels[classes[:-1], classes[1:]].astype(np.int64)
    beginnings, ends = _beginnings(stretch), _ends(stretch)
    beginnings[1:] += follows
    ends[:-1] += follows
    scores = inside[None, 1:] - inside[:-1, None] + beginnings[:, None] + ends + _ANY
    scores[0] += _ALONE
    scores[1:, -1] += _ALONE
    scores[1:, :-1] += _JOINED * levels[classes[:-1, None], classes[None, 1:]].astype(np.int64) + _gaps(stretch)
    at = int(np.where(_allowed(stretch), scores, _NEVER).argmax())
    return int(scores.flat[at]), at // n, at % n


def _allowed(stretch: EnglishStretch) -> npt.NDArray[np.bool_]:
    """Return which passages may be planted, by first and last word: no whole stretch, none that begins a paragraph."""
    n, (low, high) = len(stretch.words), stretch.core
    first, last = np.arange(n)[:, None], np.arange(n)[None]
    allowed: npt.NDArray[np.bool_] = (last - first >= _FEWEST - 1) & (last - first < _MOST)
    allowed &= (first <= high) & (last >= low)
    allowed[0, n - 1] = False
    allowed[0] &= stretch.mark is not Mark.PARAGRAPH
    return allowed


def _inside(stretch: EnglishStretch, is_said: Callable[[str], bool] | None) -> list[int]:
    """Return the evidence of each word."""
    return [
        _LENGTH + _WEIGHT * weight // 100 + _ROLES.get(_known(role, word, is_said), 0)
        for word, role, weight in zip(stretch.words, stretch.roles, stretch.weights, strict=True)
    ]


def _known(role: Role, word: str, is_said: Callable[[str], bool] | None) -> Role:
    """Return the role of a word: a name that the article says elsewhere tells against, a word to its reader nothing."""
    if is_said is None or role not in _NEW or not is_said(word):
        return role
    return Role.SAID if role is Role.NAME else Role.TOPIC


def _beginnings(stretch: EnglishStretch) -> _Scores:
    """Return the evidence for a passage of its first word, and of the one before that."""
    begins_sentence = _OPEN * (stretch.mark is Mark.SENTENCE)
    return np.array([
        _OFFERS * (word in opening_words())
        + (_JOINS if word in WITHIN else _FUNCTION * (word in GRAMMAR and word not in READER))
        + _COUNTS * (not word[0].isalpha())
        + (_licence(before, word) if before else begins_sentence)
        for before, word in pairwise(["", *stretch.words])
    ])  # fmt: skip


def _licence(before: str, word: str) -> int:
    """Return the evidence for a passage from the word before it."""
    if word in offering_words() and (before == "to" or before in CLAUSE_WORDS):
        return _LICENSED
    return _NEEDED * (before in BEFORE_NOUNS) + _OBJECT * (is_verb(before) or before in offering_words())


def _ends(stretch: EnglishStretch) -> _Scores:
    """Return the evidence for a passage of its last word, and of the one behind that."""
    return np.array([
        _ENDS * (word in END_WORDS)
        + (_DANGLING if word in WITHIN else _UNFINISHED * (word in GRAMMAR and word != "me"))
        + _REACHES * (role is Role.CONTACT)
        + (_DETERMINED * (behind in DETERMINERS) + _GOES_ON * (behind in NO_NOUN_PHRASE) if behind else _SHUT)
        for role, (word, behind) in zip(stretch.roles, pairwise([*stretch.words, ""]), strict=True)
    ])  # fmt: skip


def _gaps(stretch: EnglishStretch) -> _Scores:
    """Return the evidence against passages that leave a gap, as "of and", by the words before and behind them."""
    needs = np.array([word in BEFORE_NOUNS or word.endswith(("'s", "’s")) for word in stretch.words[:-1]])
    ends = np.array([word in NO_NOUN_PHRASE for word in stretch.words[1:]])
    left: _Scores = _GAP * (needs[:, None] & ends[None])
    return left
