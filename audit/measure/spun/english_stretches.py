"""Stretches of English paragraphs from mark to mark, and what their words are to a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cache
from itertools import pairwise
from typing import Final

from audit.text.tables import phrases
from audit.text.tables.searches import BEGIN_WORDS, CLAUSE_WORDS, GRAMMAR, READER, VERBS

# Function words that search phrases contain between others.
WITHIN: Final = frozenset(
    ("for", "in", "with", "without", "on", "per", "at", "from", "by", "how", "no", "under", "off")
)
# Characters before a passage's first product word and after its last one, in which the stretch may begin and end.
_BEFORE, _BEHIND = 60, 90
# Letters of "fed", "need", which resemble past tense verbs.
_SHORTEST_VERB: Final = 4
_NUMBER: Final = r"(?:(?:\+|\(?0)\d[\d() .-]{5,15}\d|1?[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\d{3}-\d{4})(?!\d)"
_MAIL: Final = r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,12}"
_SITE: Final = (
    r"(?:https?://|www\.)[a-z0-9./_-]*[a-z0-9]|[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*"
    r"\.(?:com|net|org|shop|store|online|info|biz|xyz|top|site|co|io|me|example|ru|cn|de|uk)\b(?:/[\w/-]*)?"
)
_ACCOUNT: Final = r"@[a-z0-9_.]*[a-z0-9_]"
_WORD: Final = r"[$£€]?\d[\w.,:]*\w%?|\d%?|[^\W_]+(?:['’-][^\W_]+)*%?"
# What may stand between the end of a sentence and the next one, and between two words of one stretch.
_CLOSING: Final = " \"'”’)]*-•–"
_ON: Final = re.compile(r"[ $£€#&+/-]+")


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
    TOPIC = auto()
    SAID = auto()


class Mark(IntEnum):
    """What is before a stretch: nothing but the beginning of the paragraph, the end of a sentence, or another mark."""

    PARAGRAPH = auto()
    SENTENCE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class EnglishStretch:
    """The words of a stretch: their spans in the paragraph, roles, and weights as product words.

    `core` are the first and the last word of what is looked at; `mark` is what ends before the first word.
    """

    spans: list[tuple[int, int]]
    words: list[str]
    roles: list[Role]
    weights: list[int]
    core: tuple[int, int]
    mark: Mark


def stretch_at(text: str, span: tuple[int, int], hits: list[tuple[int, int, int]]) -> EnglishStretch | None:
    """Return the stretch of a folded paragraph around a span; `hits` are start, end and weight of known words."""
    first = text.rfind(" ", 0, max(0, span[0] - _BEFORE)) + 1
    last = text.find(" ", span[1] + _BEHIND)
    matches = list(_token().finditer(text, first, len(text) if last < 0 else last))
    core = [n for n, match in enumerate(matches) if match.end() > span[0] and match.start() < span[1]]
    if not core:
        return None
    low, high = core[0], core[-1] + 1
    while low and _ON.fullmatch(text, matches[low - 1].end(), matches[low].start()):
        low -= 1
    while high < len(matches) and _ON.fullmatch(text, matches[high - 1].end(), matches[high].start()):
        high += 1
    matches = matches[low:high]
    spans, words = [match.span() for match in matches], [match[0] for match in matches]
    weights = _weights(spans, hits)
    roles = [
        Role.CONTACT if match.lastgroup else _role(before, word, weights.get(n))
        for n, (match, (before, word)) in enumerate(zip(matches, pairwise(["", *words]), strict=True))
    ]
    told, looked_at = [weights.get(n, 0) for n in range(len(words))], (core[0] - low, core[-1] - low)
    return EnglishStretch(spans, words, roles, told, looked_at, _mark(text[: spans[0][0]]))


def _mark(before: str) -> Mark:
    ink = before.rstrip(_CLOSING)
    if not ink:
        return Mark.PARAGRAPH
    return Mark.SENTENCE if ink.endswith((".", "!", "?")) else Mark.OTHER


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"(?P<contact>{_SITE}|{_ACCOUNT}|{_MAIL}|{_NUMBER})|{_WORD}")


def _weights(spans: list[tuple[int, int]], hits: list[tuple[int, int, int]]) -> dict[int, int]:
    """Return the weight of each known word by position, divided among the words of a phrase."""
    starts = {start: n for n, (start, _) in enumerate(spans)}
    ends = {end: n for n, (_, end) in enumerate(spans)}
    known: dict[int, int] = {}
    for start, end, weight in sorted(hits, key=lambda hit: hit[1] - hit[0]):
        if start in starts and end in ends:
            of = range(starts[start], ends[end] + 1)
            known.update((n, max(known.get(n, 0), weight // len(of))) for n in of)
    return known


def _role(before: str, word: str, weight: int | None) -> Role:
    """Return the role of a word that is no contact; of weight 0 is a product that the article names elsewhere."""
    # "training programs hire"
    if before.endswith("s") and word in offering_words():
        return Role.VERB
    if weight:
        return Role.PRODUCT
    return _closed().get(word) or _open(word, weight)


def _open(word: str, weight: int | None) -> Role:
    if is_verb(word):
        return Role.VERB
    if not word[0].isalpha():
        return Role.NUMBER
    return Role.NAME if weight is None else Role.TOPIC


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
