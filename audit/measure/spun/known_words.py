"""What words are to a sentence, and to advertising planted in it."""

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
from audit.text.tables.searches import ENGLISH, SearchWords, product_words, search_words

# Letters of "fed", "need", which resemble past tense verbs; and of words that have a capital in titles.
_SHORTEST_VERB, _LONG = 4, 4
# The level of association with markers ("to", "can") at which a word is the base form of a verb.
BASE_FORM: Final = 16
# By hand, in other languages than English: for a word bound to its sentence; for a beginning with a preposition, and
# behind an article, with which its noun agrees.
_PARTICLE, _JOINS_ELSEWHERE, _AGREEING = -300, -450, -200
# Letters of a noun that tells by lacking its capital.
_NOUN: Final = 5
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
    LOWERED = auto()
    NOUN = auto()


# Log odds in hundredths. By role, a noun that lacks its capital and one beside it that has it by hand; a name that has
# a capital; and a unit of time, and the base form of a verb.
EVIDENCE: Final[Mapping[Role, int]] = MappingProxyType({
    Role.NAME: -26, Role.PRODUCT: 49, Role.CONTACT: 133, Role.READER: 225, Role.NUMBER: 21, Role.PRICE: 142,
    Role.ARTICLE: -199, Role.JOINING: -196, Role.CLAUSE: -252, Role.VERB: -125, Role.GRAMMAR: -142, Role.SAID: -199,
    Role.WITHIN: 0, Role.TOPIC: 0, Role.LOWERED: 450, Role.NOUN: -500,
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
class KnownWord:
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
def known_word(word: str, language: str) -> KnownWord:
    """Return what is known of a folded word."""
    pairs, words = word_pairs(language), search_words(language)
    number, role = pairs.number(word), _role(word, words)
    verb = min(max(0, min((pairs.level(marker, word) for marker in words.markers), default=0)), BASE_FORM)
    is_lexical = role not in {Role.READER, Role.WITHIN, Role.ARTICLE, Role.GRAMMAR}
    is_inflected = word.endswith(words.inflected) and word not in words.end
    is_function = (word in words.grammar and word not in words.within) or is_inflected
    is_long = len(word) >= _LONG and word[0].isalpha()
    needs = word in words.before_nouns or word.endswith(("'s", "’s"))
    behind = _GOES_ON * (word in words.no_noun_phrase)
    is_i = re.match(r"i\b", word) is not None
    is_resuming = word in words.resuming
    joins = _JOINS if words.language == ENGLISH else _JOINS_ELSEWHERE
    return KnownWord(
        number=number,
        role=role,
        flags=(
            (CONTENT | TITLED) * is_long | NEEDING * needs | GOING_ON * (word in words.no_noun_phrase)
            | CAPITAL * (not is_i)
        ),
        verb=verb,
        inside=_PARTICLE * is_inflected + _UNIT * (word in words.units) + _BASE * verb * is_lexical // BASE_FORM,
        begins=_OFFERS * (word in words.begin) + _BEGUN * verb // BASE_FORM + _COUNTS * (not word[0].isalpha())
        + (joins if word in words.within else _FUNCTION * (is_function and word not in words.reader)),
        ends=_ENDS * (word in words.end) + _LASTS * (word in words.units)
        + (_DANGLING if word in words.within else _UNFINISHED * (is_function and word != "me")),
        before=_OBJECT * (_is_verb(word, words) or word in words.offering)
        + _AGREEING * (words.language != ENGLISH and word in words.articles),
        governs=_GOVERNED * (word in words.before_verbs),
        licenses=_LICENSED * (word in words.licensing or word.endswith(words.third_person)),
        behind=behind,
        resumes=behind + (_CAPITAL + _RESUMED * is_resuming) * (not is_i),
    )  # fmt: skip


def _role(word: str, words: SearchWords) -> Role:
    """Return the role of a word that is no contact, and of which nothing else is known."""
    closed = _closed(words.language)
    if word in closed:
        return closed[word]
    if _is_verb(word, words):
        return Role.VERB
    if word.endswith(words.inflected):
        return Role.GRAMMAR
    if word[0].isalpha():
        return Role.NAME
    return Role.PRICE if word[0] in "$£€" or word[-1] == "%" else Role.NUMBER


def _is_verb(word: str, words: SearchWords) -> bool:
    """Return whether a word is a past tense verb, or a verb of trade."""
    return word in words.verbs or (word.endswith(words.past) and len(word) > _SHORTEST_VERB)


@cache
def _closed(language: str) -> Mapping[str, Role]:
    """Return the roles of function words, the first of a word's lists first."""
    words = search_words(language)
    lists = (
        (words.reader, Role.READER),
        (words.within, Role.WITHIN),
        (words.articles, Role.ARTICLE),
        (words.joining, Role.JOINING),
        (words.clause, Role.CLAUSE),
        (words.verbs, Role.VERB),
        (words.grammar, Role.GRAMMAR),
    )
    return {word: role for told, role in reversed(lists) for word in told}


def with_lowered(roles: list[Role], words: list[str], upper: list[bool], language: SearchWords) -> list[Role]:
    """Return the roles of words where nouns have capitals (`upper`): products without one are planted, others are not.

    Of what is unlisted, nouns that end like products (`tagespreis`) are told beside one of these.
    """
    products = _nouns(language.language)
    lowered = {
        n for n, (word, role) in enumerate(zip(words, roles, strict=True))
        if not upper[n] and len(word) >= _NOUN and (
            (role is Role.PRODUCT and word in products)
            or (role is Role.NAME and any(word[at:] in products for at in range(2, len(word) - _NOUN + 1)))
        )
    }  # fmt: skip
    if not any(roles[n] is Role.PRODUCT for n in lowered):
        return roles
    return [
        Role.LOWERED if n in lowered else Role.NOUN if is_upper else role
        for n, (role, is_upper) in enumerate(zip(roles, upper, strict=True))
    ]


@cache
def _nouns(language: str) -> frozenset[str]:
    """Return the product words of a language that are nouns of some letters."""
    return frozenset(word for word in product_words(language) if len(word) >= _NOUN) - search_words(language).plain
