"""Stretches of paragraphs from mark to mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final

from audit.kernels.text.passages import FEWEST, MOST
from audit.measure.spun.known_words import KnownWord, Role, known_word, with_lowered
from audit.measure.spun.search_tokens import PICTURES, token
from audit.text.tables.searches import SHORTENED, SearchWords

# Characters before a passage's first product word and after its last one, in which the stretch may begin and end.
_BEFORE, _BEHIND = 60, 90
# What may stand between the end of a sentence and the next one, and between two words of one stretch.
_CLOSING: Final = " \"'”’)]*-•–"
_ON: Final = re.compile(rf"[ $£€#&+/{PICTURES}-]+")
_ON_UNSPACED: Final = re.compile(r"[ +/-]*")
# The end of a sentence, rather than of an abbreviation or the number of a section; and the characters it takes.
_ENDED: Final = re.compile(r"(?:[^\W\d_]{3}|\d{3}|[)\"”’])[.!?]$|。$")
_LAST: Final = 20
_OPENING: Final = "([\"'“‘"
# Characters of a paragraph that tell whether most of its words have capitals.
_BEGUN: Final = 160
# Where nouns have capitals: most words for each capital, so many characters around a passage.
_PER_CAPITAL, _NEAR = 8, 2_000
# Characters of a passage and the word behind it.
_READ: Final = 160
# The first letter of a sentence behind another, and the mark before it, so that Python's engine looks for marks alone.
_BEGINS: Final = re.compile(r"[.!?] (?<=[^\W\d_]{3}[.!?] )[^\W\d_]")
# Marks that end stretches, and those that end sentences.
_ENDS, _ENDS_UNSPACED = (". ", ", "), ("。", "、")
_STOPS: Final = (".", "!", "?", "。")


class Mark(IntEnum):
    """What is before a stretch: the beginning of the paragraph, the end of a sentence, or another mark."""

    PARAGRAPH = auto()
    SENTENCE = auto()
    STOP = auto()
    COMMA = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class SearchStretch:
    """The words of a stretch: their spans in the paragraph, what is known of them, and weights as product words.

    `capitals` tells which begin with a capital letter, or might with a small one; `core` are the first and the last
    word of what is looked at; `mark` is what ends before the first word, and `stops` whether a sentence ends behind the
    last one.
    """

    language: str
    spans: list[tuple[int, int]]
    words: list[str]
    known: list[KnownWord]
    roles: list[Role]
    capitals: list[bool]
    weights: list[int]
    core: tuple[int, int]
    mark: Mark
    stops: bool


def stretch_at(
    paragraph: tuple[str, str], span: tuple[int, int], hits: list[tuple[int, int, int]], language: SearchWords
) -> SearchStretch | None:
    """Return the stretch around a span of a paragraph, which is told folded and before folding; None for a short one.

    `hits` are start, end and weight of known words.
    """
    text, written = paragraph
    first, last = _window(text, span, language)
    matches = list(token(language.language).finditer(text, first, last))
    core = [n for n, match in enumerate(matches) if match.end() > span[0] and match.start() < span[1]]
    if not core:
        return None
    low, high = core[0], core[-1] + 1
    on = _ON if language.is_spaced else _ON_UNSPACED
    while low and on.fullmatch(text, matches[low - 1].end(), matches[low].start()):
        low -= 1
    while high < len(matches) and on.fullmatch(text, matches[high - 1].end(), matches[high].start()):
        high += 1
    if high - low < FEWEST:
        return None
    matches = matches[low:high]
    spans, words = [match.span() for match in matches], [match[0] for match in matches]
    weights, known = _weights(spans, hits), [known_word(word, language.language) for word in words]
    roles = _roles(matches, known, weights, language)
    if language.has_noun_capitals:
        told = with_lowered(roles, words, [written[start].isupper() for start, _ in spans], language)
        if told is not roles and _has_nouns(written[max(0, spans[0][0] - _NEAR) : spans[-1][1] + _NEAR]):
            roles = told
    behind = text[spans[-1][1] : spans[-1][1] + 2].strip()
    mark = _mark(text[max(0, spans[0][0] - _LAST) : spans[0][0]], is_first=spans[0][0] <= _LAST)
    capitals = _capitals(written, spans, language)
    if mark is Mark.SENTENCE and not capitals[0]:
        # Where other sentences begin with small letters, this one may, too.
        capitals[0] = _has_capital(written, spans) or not _begin_with_capitals(written, spans[0][0])
    return SearchStretch(
        language.language, spans, words, known,
        roles,
        capitals,
        [weights.get(n, 0) for n in range(len(words))],
        (core[0] - low, core[-1] - low),
        mark,
        behind[:1] in ("", *_STOPS),
    )  # fmt: skip


def _has_nouns(written: str) -> bool:
    """Return whether nouns have their capitals, as in German."""
    return _PER_CAPITAL * sum(map(str.istitle, written.split())) >= written.count(" ")


def _capitals(written: str, spans: list[tuple[int, int]], language: SearchWords) -> list[bool]:
    """Return which words begin with a capital, of those that may tell: the first one where most words have.

    Where nouns have capitals only the first one and function words tell, of which those to a reader may have one.
    """
    upper = [written[start].isupper() for start, _ in spans]
    if language.has_noun_capitals:
        folded = (written[start:end].lower() for start, end in spans[1:])
        return upper[:1] + [
            up and word in language.grammar and word not in language.reader
            for up, word in zip(upper[1:], folded, strict=True)
        ]
    words = written[:_BEGUN].split()
    if 2 * sum(word[0].isupper() for word in words) > len(words):
        return [n == 0 for n in range(len(upper))]
    return upper


def _has_capital(written: str, spans: list[tuple[int, int]]) -> bool:
    """Return whether a sentence begins with a name in small letters: a capital is in it, or begins the next word."""
    start, end = spans[0]
    return any(map(str.isupper, written[start:end])) or written[spans[1][0]].isupper()


def is_interrupted(written: str, start: int) -> bool:
    """Return whether a sentence that begins with a small letter at `start` may be a passage between two others.

    Others of its paragraph begin with capitals, and so does a word behind those of a passage, before any mark.
    """
    behind = written[start : start + _READ]
    for mark in _ENDS:
        behind, _, _ = behind.partition(mark)
    if behind.islower():
        return False
    is_resumed = any(word[0].isupper() for word in behind.split()[FEWEST : MOST + 1])
    return is_resumed and _begin_with_capitals(written, start)


def _begin_with_capitals(written: str, besides: int) -> bool:
    """Return whether most sentences of a paragraph begin with a capital, or with a letter that has none.

    The one at `besides` does not count, nor the first one where there are more.
    """
    begun = [letter for at, letter in _begun(written) if at != besides]
    if not begun:
        begun = [next(filter(str.isalpha, written), "")]
    return 2 * sum(map(str.islower, begun)) < len(begun)


# Of a paragraph several stretches are asked.
@lru_cache(maxsize=4)
def _begun(written: str) -> list[tuple[int, str]]:
    """Return where sentences behind another begin, and the first letter of each."""
    return [(match.end() - 1, match[0][-1]) for match in _BEGINS.finditer(written)]


def _window(text: str, span: tuple[int, int], language: SearchWords) -> tuple[int, int]:
    """Return the bounds of what is read: not beyond marks before blanks, which end stretches."""
    low, high = max(0, span[0] - _BEFORE), span[1] + _BEHIND
    blanks = (text.rfind(" ", 0, low) + 1, text.find(" ", high)) if language.is_spaced else (low, high)
    marks = _ENDS if language.is_spaced else _ENDS_UNSPACED
    first = max(blanks[0], *(text.rfind(mark, low, span[0]) + 1 for mark in marks))
    ends = (blanks[1], *(text.find(mark, span[1], high) for mark in marks))
    return first, min((end for end in ends if end >= 0), default=len(text))


def _mark(before: str, *, is_first: bool) -> Mark:
    """Return the mark at the end of what is before a stretch; `is_first`: it begins the paragraph."""
    ink = before.rstrip(_CLOSING)
    if not ink:
        return Mark.PARAGRAPH if is_first else Mark.OTHER
    if not ink.endswith(_STOPS):
        return Mark.COMMA if ink.endswith((",", "、")) else Mark.OTHER
    is_end = _ENDED.search(ink) and ink[:-1].split(" ")[-1].lstrip(_OPENING) not in SHORTENED
    return Mark.SENTENCE if is_end else Mark.STOP


def _weights(spans: list[tuple[int, int]], hits: list[tuple[int, int, int]]) -> dict[int, int]:
    """Return the weight of each known word by position, divided among the words of a phrase."""
    starts = {start: n for n, (start, _) in enumerate(spans)}
    inside = [hit for hit in hits if hit[0] in starts]
    ends = {end: n for n, (_, end) in enumerate(spans)} if inside else {}
    known: dict[int, int] = {}
    for start, end, weight in inside:
        if end in ends:
            first, last = starts[start], ends[end]
            for n in range(first, last + 1):
                known[n] = max(known.get(n, 0), weight // (last + 1 - first))
    return known


def _roles(
    matches: list[re.Match[str]], known: list[KnownWord], weights: dict[int, int], language: SearchWords
) -> list[Role]:
    """Return the role of each word; of weight 0 is a product that the article names elsewhere."""
    roles, before = list[Role](), ""
    for n, (match, word) in enumerate(zip(matches, known, strict=True)):
        role, weight, own = word.role, weights.get(n), match[0]
        if match.lastgroup:
            role = Role.CONTACT
        # "training programs hire"
        elif before.endswith(language.third_person) and own in language.offering:
            role = Role.VERB
        elif weight:
            role = Role.PRODUCT
        elif weight is not None and role is Role.NAME:
            role = Role.TOPIC
        # "$30 a month"
        if own in language.units and roles[-2:] == [Role.PRICE, Role.ARTICLE]:
            roles[-1] = Role.WITHIN
        roles.append(role)
        before = own
    return roles
