"""What English words are to a sentence, and to advertising planted in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from audit.kernels.text.passages import CAPITAL, CONTENT, GOING_ON, NEEDING, TITLED
from audit.measure.spun.word_pairs import word_pairs
from audit.text.tables import phrases
from audit.text.tables.searches import (
    BEFORE_NOUNS,
    BEGIN_WORDS,
    CLAUSE_WORDS,
    DETERMINERS,
    END_WORDS,
    GRAMMAR,
    NO_NOUN_PHRASE,
    READER,
    UNITS,
    VERBS,
)

# Function words that search phrases contain between others.
WITHIN: Final = frozenset(
    ("for", "in", "with", "without", "on", "per", "at", "from", "by", "how", "no", "under", "off")
)
# Words before the base form of a verb, besides those of clauses.
_BEFORE_VERBS: Final = frozenset(("to", "and", "or", "you", "we", "they", "i"))
_PRONOUNS: Final = frozenset(("he", "she", "they", "it", "we"))
# Letters of "fed", "need", which resemble past tense verbs; and of words that have a capital in titles.
_SHORTEST_VERB, _LONG = 4, 4
# The level of association with "to" and "can" at which a word is the base form of a verb.
BASE_FORM: Final = 16
# Words remembered.
_MEMORY: Final = 1 << 14


class Role(IntEnum):
    """What a word is to a sentence."""

    NAME = auto()
    PRODUCT = auto()
    CONTACT = auto()
    READER = auto()
    WITHIN = auto()
    ARTICLE = auto()
    JOINING = auto()
    CLAUSE = auto()
    VERB = auto()
    GRAMMAR = auto()
    NUMBER = auto()
    PRICE = auto()
    TOPIC = auto()
    SAID = auto()


# Log odds in hundredths. By role; a name that has a capital; and a unit of time, and the base form of a verb.
EVIDENCE: Final[Mapping[Role, int]] = MappingProxyType({
    Role.NAME: -26, Role.PRODUCT: 49, Role.CONTACT: 133, Role.READER: 225, Role.NUMBER: 21, Role.PRICE: 142,
    Role.ARTICLE: -199, Role.JOINING: -196, Role.CLAUSE: -252, Role.VERB: -125, Role.GRAMMAR: -142, Role.SAID: -199,
    Role.WITHIN: 0, Role.TOPIC: 0,
})  # fmt: skip
NAMED, _UNIT, _BASE = -32, 132, 48
# For a beginning: with a word of offers, the base form of a verb, a preposition, another function word, a number.
_OFFERS, _BEGUN, _JOINS, _FUNCTION, _COUNTS = 136, 43, -179, -339, -41
# For a beginning behind a verb; for the base form of a verb behind "to", "we" and the like, and an offer's verb behind
# "to" (the first and the last by hand; -63 and -190 by the regression).
_OBJECT, _GOVERNED, _LICENSED = -300, -29, -400
# For an end: with a word of searches, a preposition, another function word, a unit of time; before what follows a noun,
# and before a capital, of a function word, too.
_ENDS, _DANGLING, _UNFINISHED, _LASTS, _GOES_ON, _CAPITAL, _RESUMED = 134, -478, -197, 30, -36, -32, 342


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """A word's class in word_pairs(), its role if nothing else is known, and log odds in hundredths for a passage.

    `flags` are those of audit.kernels.text.passages, as if it had a capital where one may tell that a sentence begins.
    `inside`: for one that contains it, besides those of roles; `begins` and `ends`: as its first and its last word;
    `before`: as the word before it, `governs` beside the base form of a verb, and `licenses` beside an offer's verb;
    `behind` and `resumes`: as the word behind it, in small letters and with a capital. `verb` is how much it is the
    base form of a verb, to BASE_FORM.
    """

    number: int
    role: Role
    flags: int
    verb: int
    inside: int
    begins: int
    ends: int
    before: int
    governs: int
    licenses: int
    behind: int
    resumes: int


@lru_cache(maxsize=_MEMORY)
def english_word(word: str) -> EnglishWord:
    """Return what is known of a folded word."""
    pairs, role = word_pairs(), _role(word)
    number = pairs.number(word)
    verb = min(max(0, min(pairs.level("to", word), pairs.level("can", word))), BASE_FORM)
    is_lexical = role not in {Role.READER, Role.WITHIN, Role.ARTICLE, Role.GRAMMAR}
    is_function = word in GRAMMAR and word not in WITHIN
    is_long = len(word) >= _LONG and word[0].isalpha()
    needs = word in BEFORE_NOUNS or word.endswith(("'s", "’s"))
    behind = _GOES_ON * (word in NO_NOUN_PHRASE)
    is_i = re.match(r"i\b", word) is not None
    is_resuming = word in GRAMMAR | DETERMINERS | WITHIN | CLAUSE_WORDS | _PRONOUNS
    return EnglishWord(
        number=number,
        role=role,
        flags=(
            (CONTENT | TITLED) * is_long | NEEDING * needs | GOING_ON * (word in NO_NOUN_PHRASE) | CAPITAL * (not is_i)
        ),
        verb=verb,
        inside=_UNIT * (word in UNITS) + _BASE * verb * is_lexical // BASE_FORM,
        begins=_OFFERS * (word in opening_words()) + _BEGUN * verb // BASE_FORM + _COUNTS * (not word[0].isalpha())
        + (_JOINS if word in WITHIN else _FUNCTION * (is_function and word not in READER)),
        ends=_ENDS * (word in END_WORDS) + _LASTS * (word in UNITS)
        + (_DANGLING if word in WITHIN else _UNFINISHED * (is_function and word != "me")),
        before=_OBJECT * (is_verb(word) or word in offering_words()),
        governs=_GOVERNED * (word in _BEFORE_VERBS or word in CLAUSE_WORDS),
        licenses=_LICENSED * (word == "to" or word in CLAUSE_WORDS or word.endswith("s")),
        behind=behind,
        resumes=behind + (_CAPITAL + _RESUMED * is_resuming) * (not is_i),
    )  # fmt: skip


def _role(word: str) -> Role:
    """Return the role of a word that is no contact, and of which nothing else is known."""
    if word in _closed():
        return _closed()[word]
    if is_verb(word):
        return Role.VERB
    if word[0].isalpha():
        return Role.NAME
    return Role.PRICE if word[0] in "$£€" or word[-1] == "%" else Role.NUMBER


def is_verb(word: str) -> bool:
    """Return whether a word is a past tense verb, or a verb of trade."""
    return word in VERBS or (word.endswith("ed") and len(word) > _SHORTEST_VERB)


@cache
def _closed() -> Mapping[str, Role]:
    """Return the roles of function words, the first of a word's lists first."""
    lists = (
        (READER, Role.READER),
        (WITHIN, Role.WITHIN),
        (("the", "a", "an"), Role.ARTICLE),
        (("and", "or"), Role.JOINING),
        (CLAUSE_WORDS, Role.CLAUSE),
        (VERBS, Role.VERB),
        (GRAMMAR, Role.GRAMMAR),
    )
    return {word: role for words, role in reversed(lists) for word in words}


@cache
def opening_words() -> frozenset[str]:
    """Return the words that advertising begins with."""
    return BEGIN_WORDS | offering_words()


@cache
def offering_words() -> frozenset[str]:
    """Return the verbs that advertising begins with."""
    return frozenset((*phrases("searches", "acquiring"), *phrases("searches", "offering")))
