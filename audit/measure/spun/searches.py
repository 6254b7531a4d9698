"""Searches for wares that were planted inside sentences: whose words stand nowhere else in the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import polars as pl

from audit.measure.spun.article_words import ArticleWords, article_words
from audit.measure.spun.junctions import INSIDE_A_WORD, PARTED, Paragraph, is_pair
from audit.measure.spun.word_searches import planted_words
from audit.text.shared_words import terms
from audit.text.tables.searches import (
    BEGINS,
    END_WORDS,
    ENDS,
    ENDS_HAN,
    MAY_END_HAN,
    NEVER_SEARCHED,
    SURE_ENDS,
    USUAL_ENDS_HAN,
    WHOLE,
)


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# A cheap look at all paragraphs, before anything is matched in one.
_LINE: Final = pl.col("text").str.to_lowercase()
MAY_HOLD: Final = _LINE.str.contains_any(
    [*ENDS_HAN, *USUAL_ENDS_HAN, *MAY_END_HAN, *WHOLE, *(f" {word}" for word in (*sorted(END_WORDS), *SURE_ENDS))]
) | (_LINE.str.contains_any([f"{word} " for word in BEGINS]) & _LINE.str.contains_any([f" {word}" for word in ENDS]))
_HAN: Final = re.compile(
    f"(?:(?P<sure>{_any_of(ENDS_HAN)})|(?P<usual>{_any_of(USUAL_ENDS_HAN)})|{_any_of(MAY_END_HAN)})(?:[吗呢]|多少)?"
)
_OTHER: Final = re.compile(
    rf"(?<![\w'-])(?:(?:{_any_of(BEGINS)})(?: [\w'-]{{1,20}}){{1,4}}? (?:{_any_of(ENDS)})|"
    rf"(?:{_any_of(WHOLE)})(?: (?:{_any_of(WHOLE)}|{_any_of(ENDS)}))?)(?![\w'-])"
)
# A paragraph in which something is planted has so many characters before it and behind it together.
_AROUND_HAN, _AROUND = 20, 60
# Characters of the thing that a Chinese search is for, at most; those that the search ends are looked at, too.
_THING, _FEWEST = 8, 2
# Characters by which a search may go on behind what searches end with (多少钱一斤, 下载麻将).
_MORE: Final = 2
_GOES_ON: Final = re.compile(rf"[\u3400-\u9fff]{{0,{_MORE}}}")
_PHRASE: Final = re.compile(r"[\u3400-\u9fffa-z0-9]+$")
_IS_HAN: Final = re.compile(r"[\u3400-\u9fff]")
# What no thing is called by: the sentence ends before it.
_GRAMMAR: Final = re.compile(r"^.*[的了在是和与对也就都又把被让给而且着过说要这那我他她你们有不没其上]")


def planted(text: str, body: str) -> Iterator[tuple[int, int]]:
    """Yield where searches stand inside a folded paragraph whose article is the folded `body` (it holds the text)."""
    article = article_words(body)
    yield from dict.fromkeys(_planted_han(text, body, article))
    if len(text) >= _AROUND:
        asked = (m for m in _OTHER.finditer(text) if len(text) - len(m[0]) >= _AROUND and _is_strange(m[0], article))
        yield from dict.fromkeys((*(m.span() for m in asked), *planted_words(text, body)))


@lru_cache(maxsize=2)
def _asked(body: str) -> Counter[str]:
    """Return how often an article holds each of the words that end a Chinese search."""
    return Counter(match[0] for match in _HAN.finditer(body))


def _planted_han(text: str, body: str, article: ArticleWords) -> Iterator[tuple[int, int]]:
    for match in _HAN.finditer(text):
        # What the article asks more than once is its subject.
        if _asked(body)[match[0]] > 1:
            continue
        lowest = _lowest(text, match)
        paragraph = Paragraph(text, article, (lowest, match.end() + _MORE))
        first, last, seam = _set_in(paragraph, match, lowest)
        needed = 0 if match["sure"] else PARTED if match["usual"] else INSIDE_A_WORD
        foreign = not needed or not any(paragraph.stands(term) for term in terms(text[first : match.start()]))
        around = len(text) - (last - first) >= _AROUND_HAN
        if foreign and seam >= needed and around and match.start() - first >= _FEWEST:
            yield first, last


def _lowest(text: str, match: re.Match[str]) -> int:
    """Return where a search may begin that ends with the match: it is for something, which has no grammar."""
    run = _PHRASE.search(text[max(0, match.start() - _THING) : match.start()])
    said = run[0] if run else ""
    grammar = _GRAMMAR.match(said)
    return match.start() - len(said) + (grammar.end() if grammar else 0)


def _set_in(paragraph: Paragraph, match: re.Match[str], lowest: int) -> tuple[int, int, int]:
    """Return where the search that ends with the match, or goes on a little, begins and ends; what speaks for that."""
    starts = range(lowest, max(lowest, match.start() - _FEWEST) + 1)
    more = _GOES_ON.match(paragraph.text, match.end())
    ends = range(match.end(), (more.end() if more else match.end()) + 1)
    # Of equals the longer search that ends as searches do.
    seams = [(paragraph.seam(a, b), -(b - match.end()), -a) for a in starts for b in ends]
    seam, after, before = max(seams)
    first, last = -before, match.end() - after
    return first, last, seam + paragraph.parts_a_word(first, last)


def _is_strange(phrase: str, article: ArticleWords) -> bool:
    """Return whether at most one of the phrase's words stands elsewhere in the body, of three or more."""
    if not NEVER_SEARCHED.isdisjoint(phrase.split()):
        return False
    said = terms(phrase)
    shared = sum(article.says(term, besides=phrase) for term in said)
    return shared == 0 or (shared == 1 and len(said) > _FEWEST)


def widened(text: str, span: tuple[int, int], body: str) -> tuple[int, int]:
    """Return a planted Chinese phrase with the words around it that stand nowhere else in the article.

    It ends where what is left joins to a word of the article, or at the next mark; else where it was.
    """
    start, end = span
    if not _IS_HAN.match(text[start]):
        return span
    paragraph = Paragraph(text, article_words(body), (max(0, start - _THING), end + _THING))
    starts, ends = [start], [end]
    while starts[-1] > max(0, start - _THING) and _is_odd(text[starts[-1] - 1 : starts[-1] + 1], paragraph):
        starts.append(starts[-1] - 1)
    while ends[-1] < min(len(text), end + _THING) and _is_odd(text[ends[-1] - 1 : ends[-1] + 1], paragraph):
        ends.append(ends[-1] + 1)
    last = ends[-1] if not _IS_HAN.match(text[ends[-1] : ends[-1] + 1]) else None
    joined = (
        (a, b) for b in reversed(ends) for a in reversed(starts)
        if (b == last or last is None) and _is_joined(text[max(0, a - 1) : a] + text[b : b + 1], paragraph)
    )  # fmt: skip
    found = next(joined, None)
    if found or last is None:
        return found or span
    # Beside a mark, a blank or another script nothing joins: the phrase begins where it joins to nothing before it.
    return next((a for a in reversed(starts) if paragraph.is_broken(a)), start), last


def _is_joined(pair: str, paragraph: Paragraph) -> bool:
    return is_pair(pair) and paragraph.stands(pair)


def _is_odd(pair: str, paragraph: Paragraph) -> bool:
    return is_pair(pair) and not paragraph.stands(pair) and not _GRAMMAR.match(pair)
