"""Searches for wares that were planted inside sentences: whose words stand nowhere else in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import polars as pl

from audit.text.shared_words import terms
from audit.text.tables.searches import BEGINS, ENDS, ENDS_HAN, NEVER_SEARCHED, WHOLE


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# A cheap look at all paragraphs, before anything is matched in one.
_LINE: Final = pl.col("text").str.to_lowercase()
MAY_HOLD: Final = _LINE.str.contains_any([*ENDS_HAN, *WHOLE]) | (
    _LINE.str.contains_any([f"{word} " for word in BEGINS]) & _LINE.str.contains_any([f" {word}" for word in ENDS])
)
_HAN: Final = re.compile(f"(?:{_any_of(ENDS_HAN)})(?:[吗呢]|多少)?")
_OTHER: Final = re.compile(
    rf"(?<![\w'-])(?:(?:{_any_of(BEGINS)})(?: [\w'-]{{1,20}}){{1,4}}? (?:{_any_of(ENDS)})|"
    rf"(?:{_any_of(WHOLE)})(?: (?:{_any_of(WHOLE)}|{_any_of(ENDS)}))?)(?![\w'-])"
)
# A paragraph in which something is planted has so many characters before it and behind it together.
_AROUND_HAN, _AROUND = 20, 60
# Characters of the thing that a Chinese search is for, at most; those that the search ends are looked at, too.
_THING, _FEWEST = 8, 2
_PHRASE: Final = re.compile(r"[\u3400-\u9fffa-z0-9]+$")
_IS_HAN: Final = re.compile(r"[\u3400-\u9fff]")
# What no thing is called by: the sentence ends before it.
_GRAMMAR: Final = re.compile(r"^.*[的了在是和与对也就都又把被让给而且着过说要这那我他她你们有不没其上]")


def planted(text: str, body: str) -> Iterator[tuple[int, int]]:
    """Yield where searches stand inside a folded paragraph whose article is the folded `body` (it holds the text)."""
    for match in _HAN.finditer(text):
        first, last = _first_of_thing(text, match, body), match.end()
        # What the article asks more than once is its subject.
        if body.count(match[0]) > 1:
            continue
        if len(text) - (last - first) >= _AROUND_HAN and match.start() - first >= _FEWEST:
            yield first, last
    for match in _OTHER.finditer(text):
        if len(text) - len(match[0]) >= _AROUND and _is_strange(match[0], body):
            yield match.span()


def _is_strange(phrase: str, body: str) -> bool:
    """Return whether at most one of the phrase's words stands elsewhere in the body, of three or more."""
    if not NEVER_SEARCHED.isdisjoint(phrase.split()):
        return False
    said, rest = terms(phrase), body.replace(phrase, " ")
    shared = sum(term in rest for term in said)
    return shared == 0 or (shared == 1 and len(said) > _FEWEST)


def widened(text: str, span: tuple[int, int], body: str) -> tuple[int, int]:
    """Return a planted Chinese phrase with the words around it that stand nowhere else in the article.

    It ends where what is left joins to a word of the article, or at the next mark; else where it was.
    """
    start, end = span
    if not _IS_HAN.match(text[start]):
        return span
    rest = body.replace(text[max(0, start - _THING) : end + _THING], " ")
    starts, ends = [start], [end]
    while starts[-1] > max(0, start - _THING) and _is_odd(text[starts[-1] - 1 : starts[-1] + 1], rest):
        starts.append(starts[-1] - 1)
    while ends[-1] < min(len(text), end + _THING) and _is_odd(text[ends[-1] - 1 : ends[-1] + 1], rest):
        ends.append(ends[-1] + 1)
    last = ends[-1] if not _IS_HAN.match(text[ends[-1] : ends[-1] + 1]) else None
    joined = [
        (a, b) for b in reversed(ends) for a in reversed(starts)
        if (b == last or last is None) and a > 0 and b < len(text) and text[a - 1] + text[b] in rest
    ]  # fmt: skip
    return joined[0] if joined else (start, last or end)


def _is_odd(pair: str, rest: str) -> bool:
    return len(pair) > 1 and all(map(_IS_HAN.match, pair)) and pair not in rest and not _GRAMMAR.match(pair)


def _first_of_thing(text: str, match: re.Match[str], body: str) -> int:
    """Return where the thing begins that is searched for: so that what is left is joined to a word of the article."""
    run = _PHRASE.search(text[max(0, match.start() - _THING) : match.start()])
    if run is None:
        return match.start()
    grammar = _GRAMMAR.match(run[0])
    lowest = match.start() - len(run[0]) + (grammar.end() if grammar else 0)
    rest = body.replace(text[lowest : match.end()], " ")
    first = match.start()
    while first > lowest and text[first - 1 : first + 1] not in rest:
        first -= 1
    after = text[match.end() : match.end() + 1]
    joined = [at for at in range(first, match.start()) if at and after and text[at - 1] + after in rest]
    return joined[0] if joined else first
