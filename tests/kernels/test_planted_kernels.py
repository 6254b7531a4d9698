"""The loops that look for planted searches, against the plain way to the same."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.kernels.planted_bounds import APART, BEFORE, BEHIND, FIRM, JOINED, LONGER, find_bounds
from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles
from audit.measure.articles.vocabulary import Vocabulary
from audit.measure.spun.chinese_search_phrases import weighed_words
from audit.measure.spun.collocations import GRAMMAR_WORDS, Paragraph, is_pair, known_pairs, roles
from audit.text.classes import codepoints
from audit.text.tables import rows

WORDS = ("free download", "free", "价格多少", "价格", "多少钱", "ab")
# Common characters, words of grammar, what names hold, what parts them, and what searches end with.
CHINESE = st.lists(st.sampled_from([*"老人把信读了两遍的工程师x7，。 ", "多少钱", "价格表", "公司"]), max_size=30).map(
    "".join
)


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*WORDS, " ", "价", "多少", "a", "b", "😀"]), max_size=20).map("".join))
def test_words_are_found_as_an_alternation_finds_them(text: str) -> None:
    found, pattern = Vocabulary(WORDS), re.compile("|".join(map(re.escape, WORDS)))
    told = found.find(codepoints(text))
    assert [found.words[n] for n in told.words] == pattern.findall(text)
    assert [text[start:end] for start, end in zip(told.starts, told.ends, strict=True)] == pattern.findall(text)


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*WORDS, " ", "a", "b", "-", "😀"]), max_size=20).map("".join))
def test_whole_words_are_all_found(text: str) -> None:
    told = Vocabulary(WORDS, whole=True).find(codepoints(text))
    spans = {m.span(1) for word in WORDS for m in re.finditer(rf"(?=(?<![^\W_])({re.escape(word)})(?![^\W_]))", text)}
    assert sorted(zip(told.starts.tolist(), told.ends.tolist(), strict=True)) == sorted(spans)


@settings(max_examples=40)
@given(CHINESE, CHINESE)
def test_passages_begin_and_end_where_the_most_speaks_for_it(text: str, rest: str) -> None:
    articles = Articles.of([text, rest], pl.Series(["a", "a"]))
    told, article = weighed_words()[0].find(codepoints(text)), ArticleWords(f"{text} {rest}")
    rows = [(0, len(text), start, end) for start, end in zip(told.starts.tolist(), told.ends.tolist(), strict=True)]
    owners, places = np.zeros(len(rows), np.int64), np.array(rows, np.int64).reshape(-1, 4)
    found = find_bounds(articles.points, roles(), (articles.edges(), owners), places, known_pairs())
    assert [tuple(row) for row in found.tolist()] == [plainly(text, article, *row[2:]) for row in rows]


def plainly(text: str, article: ArticleWords, start: int, end: int) -> tuple[int, int, int, int]:
    """Where a passage begins and ends, how it is parted and what is joined: all of them tried."""
    named = f"[\u3400-\u9fffa-z0-9]{{0,{BEFORE}}}"
    before = re.search(rf"{named}$", text[max(0, start - BEFORE) : start])
    said = re.split(f"[{GRAMMAR_WORDS}]", before[0] if before else "")[-1]
    behind = re.match(f"(?:(?![{GRAMMAR_WORDS}])[\u3400-\u9fffa-z0-9]){{0,{BEHIND}}}", text[end:])
    firsts = range(start, start - len(said) - 1, -1)
    lasts = range(end, end + len(behind[0] if behind else "") + 1)
    paragraph = Paragraph(text, article, (firsts[-1], lasts[-1]))

    def belongs(pair: str) -> int:
        if not is_pair(pair):
            return JOINED * bool(re.fullmatch("[a-z0-9]{2}", pair))
        return levels()[pair] if pair in levels() else JOINED if paragraph.stands(pair) else APART

    def told(first: int, last: int) -> tuple[int, int]:
        left, right = text[max(0, first - 1) : first], text[last : last + 1]
        return -belongs(left + text[first]) - belongs(text[last - 1] + right), belongs(left + right)

    ways = [(*told(first, last), first, last) for last in lasts for first in firsts]
    parted, joined, first, last = max(ways, key=lambda way: way[0] + way[1] - LONGER * (start - way[2] + way[3] - end))
    return first, last, parted, joined


@cache
def levels() -> dict[str, int]:
    return {
        first + c: level
        for first, *ranks in rows("han_pairs.tsv")
        for level, r in zip((JOINED, FIRM), ranks, strict=True)
        for c in r
    }
