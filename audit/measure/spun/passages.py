"""Advertising planted inside the paragraphs of articles: known phrases, URLs, search phrases."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import polars as pl

from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Found, Vocabulary, longest_first
from audit.measure.spun.chinese_search_phrases import find_chinese_search_phrases
from audit.measure.spun.collocations import IS_HAN, Paragraph, is_pair, parts
from audit.measure.spun.legitimate_mentions import is_legitimate_mention
from audit.measure.spun.search_languages import articles_by_language
from audit.measure.spun.search_phrases import find_search_phrases
from audit.measure.spun.veiled_words import unveiled, veiled_blocks
from audit.parser.tables.gambling import BESIDE, GAMBLING, REPORTS
from audit.text.tables import phrases

Span = tuple[int, int]
# A URL inside Han text without blanks, and no markup link.
_ADDRESS: Final = re.compile(r"(?<=[㐀-鿿,.;!?])(?:www\.|https?://)[a-z0-9./-]{4,60}(?=[㐀-鿿])")
_ADDRESS_BEGINS: Final = ("www.", "http")
# What stands behind an offer to reach its seller: a number of seven digits or more, or a name of an account with some.
_CONTACT: Final = re.compile(
    r"(?<=[㐀-鿿q]) ?[::]?(?:(?=[a-z_-]{0,16}\d)[a-z][a-z0-9_-]{4,19}|1?\d(?:-?\d){6,11})(?![a-z0-9])"
)
# Occurrences from which a phrase is the text's topic.
_TOPIC: Final = 4
# Phrases of gambling that an article may contain, in one paragraph.
_OFFERS: Final = 3
# Phrases closer than this, in characters, are merged.
_APART: Final = 12
# Characters around a phrase that may have been planted with it.
_BESIDE: Final = 8


@cache
def _phrases() -> Vocabulary:
    return Vocabulary([*longest_first(phrases("prompts", "planted_inside")), *_ADDRESS_BEGINS])


@cache
def _gambling_phrases() -> Vocabulary:
    return Vocabulary(longest_first({*GAMBLING, *BESIDE}))


def planted(articles: Articles) -> Iterator[tuple[int, Span]]:
    """Yield the blocks of articles with planted advertising, and the spans, merging near ones.

    A passage reaches over the number or account that follows it.
    """
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for look in (_open, _veiled):
        for block, span in look(articles):
            found[block].append(span)
    for block in sorted(found):
        text = articles.text(block)
        yield from ((block, _with_contact(text, span)) for span in _joined(sorted(found[block])))


def _open(articles: Articles) -> Iterator[tuple[int, Span]]:
    """Yield blocks and spans of advertising in letters as they are read."""
    for look in (_known, _gambling, _in_words):
        yield from (
            (block, span) for block, span in look(articles) if not is_legitimate_mention(articles.text(block), span)
        )
    yield from find_chinese_search_phrases(articles)


def _veiled(articles: Articles) -> Iterator[tuple[int, Span]]:
    """Yield blocks and spans of advertising that shows only where disguised words are read as they are meant."""
    told = ((block, unveiled(articles.written(block))) for block in veiled_blocks(articles))
    read = {block: text for block, text in told if text.changed}
    if not read:
        return
    chosen = np.zeros(len(articles.edges()), np.bool_)
    chosen[np.searchsorted(articles.edges()[:, 0], articles.starts[list(read)], side="right") - 1] = True
    _, own = articles.only(chosen)
    texts = [read[block].text if block in read else articles.written(block) for block in own.tolist()]
    for number, (start, end) in _open(Articles.of(texts, pl.Series(articles.owners[own]))):
        block = int(own[number])
        if block in read and read[block].is_veiled(start, end):
            yield block, read[block].meant(start, end)


def _in_words(articles: Articles) -> Iterator[tuple[int, Span]]:
    """Yield blocks and spans of search phrases and offers, in languages written with blanks."""
    for language, own, blocks in articles_by_language(articles):
        yield from ((int(blocks[block]), span) for block, span in find_search_phrases(own, language))


def _known(articles: Articles) -> Iterator[tuple[int, Span]]:
    """Yield blocks and spans of known phrases and URLs."""
    phrases = _phrases()
    told, blocks = _said(articles, phrases)
    owners = articles.owners[blocks].tolist()
    said = Counter(zip(owners, told.words.tolist(), strict=True))
    for block, owner, word, start, end in zip(
        blocks.tolist(), owners, told.words.tolist(), told.starts.tolist(), told.ends.tolist(), strict=True
    ):
        low, text = int(articles.starts[block]), articles.text(block)
        if phrases.words[word] in _ADDRESS_BEGINS:
            match = _ADDRESS.match(text, start - low)
            yield from [(block, match.span())] if match else []
        elif said[owner, word] < _TOPIC:
            yield block, widened(text, (start - low, end - low), articles.words(block))


def _gambling(articles: Articles) -> Iterator[tuple[int, Span]]:
    """Yield blocks with several phrases of gambling or pharmacy spam, from the first to the last one.

    Those that an article may also contain tell beside one that it does not, or four together; nothing does in a report.
    """
    told, blocks = _said(articles, _gambling_phrases())
    for block in np.unique(blocks).tolist():
        phrases = told.only(blocks == block)
        names = {_gambling_phrases().words[word] for word in np.unique(phrases.words).tolist()}
        is_told = len(names) > (_OFFERS if names <= BESIDE else 1)
        if is_told and not any(word in articles.text(block) for word in REPORTS):
            low = int(articles.starts[block])
            yield block, (int(phrases.starts[0]) - low, int(phrases.ends[-1]) - low)


def _said(articles: Articles, phrases: Vocabulary) -> tuple[Found, Places]:
    """Return the phrases in articles, and their blocks; a match across two blocks is none."""
    told = phrases.find(articles.points)
    blocks = articles.blocks_at(told.starts)
    inside = told.ends <= articles.ends[blocks]
    return told.only(inside), blocks[inside]


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Merge sorted spans that are near each other."""
    start, end = spans[0]
    for first, last in spans[1:]:
        if first - end > _APART:
            yield start, end
            start, end = first, last
        end = max(end, last)
    yield start, end


def _with_contact(text: str, span: Span) -> Span:
    """Return a span with the number or account directly behind it."""
    contact = _CONTACT.match(text, span[1])
    return (span[0], contact.end()) if contact else span


def widened(text: str, span: tuple[int, int], article: ArticleWords) -> tuple[int, int]:
    """Return a planted Chinese phrase with adjacent words that occur nowhere else in the article.

    It ends where the rest connects to a word of the article, or at punctuation; else unchanged.
    """
    start, end = span
    if not IS_HAN.match(text[start]):
        return span
    paragraph = Paragraph(text, article, (max(0, start - _BESIDE), end + _BESIDE))
    starts, ends = [start], [end]
    while starts[-1] > max(0, start - _BESIDE) and _is_odd(text[starts[-1] - 1 : starts[-1] + 1], paragraph):
        starts.append(starts[-1] - 1)
    while ends[-1] < min(len(text), end + _BESIDE) and _is_odd(text[ends[-1] - 1 : ends[-1] + 1], paragraph):
        ends.append(ends[-1] + 1)
    last = ends[-1] if not IS_HAN.match(text[ends[-1] : ends[-1] + 1]) else None
    joined = (
        (a, b) for b in reversed(ends) for a in reversed(starts)
        if (b == last or last is None) and _is_joined(text[max(0, a - 1) : a] + text[b : b + 1], paragraph)
    )  # fmt: skip
    found = next(joined, None)
    if found or last is None:
        return found or span
    # Nothing connects across punctuation, blanks or scripts: the phrase starts where it does not connect to what
    # precedes.
    return next((a for a in reversed(starts) if paragraph.is_broken(a)), start), last


def _is_joined(pair: str, paragraph: Paragraph) -> bool:
    return is_pair(pair) and paragraph.stands(pair)


def _is_odd(pair: str, paragraph: Paragraph) -> bool:
    return is_pair(pair) and not paragraph.stands(pair) and not parts(pair)
