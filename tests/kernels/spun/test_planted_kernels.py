"""The loops that look for planted searches, against the plain way to the same."""

from __future__ import annotations

import re

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.kernels.spun.seams import BROKEN, FEWEST, JOINED, MORE, PARTED, THING, WHOLE, set_in
from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles
from audit.measure.articles.vocabulary import Vocabulary
from audit.measure.spun.junctions import _GRAMMAR, _PARTING, Paragraph, _pairs, is_pair, known_pairs, roles
from audit.measure.spun.searches import _ends
from audit.text.classes import codepoints

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
def test_searches_begin_and_end_where_the_most_speaks_for_it(text: str, rest: str) -> None:
    articles = Articles.of([text, rest], pl.Series(["a", "a"]))
    told, article = _ends()[0].find(codepoints(text)), ArticleWords(f"{text} {rest}")
    if not len(told.starts):
        return
    rows = [
        (0, len(text), start, end, start - FEWEST)
        for start, end in zip(told.starts.tolist(), told.ends.tolist(), strict=True)
    ]
    owners, places = np.zeros(len(rows), np.int64), np.array(rows, np.int64)
    found = set_in(articles.points, roles(), articles.edges(), owners, places, known_pairs())
    assert [tuple(row) for row in found.tolist()] == [plainly(text, article, *row[2:4]) for row in rows]


def plainly(text: str, article: ArticleWords, match: int, end: int) -> tuple[int, int, int, int]:
    """Where a search may begin, begins and ends, and what speaks for that: all of them tried."""
    run = re.search(r"[\u3400-\u9fffa-z0-9]*$", text[max(0, match - THING) : match])
    said = run[0] if run else ""
    lowest = match - len(said) + max((said.rfind(char) + 1 for char in _PARTING), default=0)
    paragraph = Paragraph(text, article, (lowest, end + MORE))

    def belongs(pair: str) -> bool:
        return is_pair(pair) and (pair in _pairs() or paragraph.stands(pair))

    def told(first: int, last: int) -> int:
        edges = paragraph.is_broken(first) + paragraph.is_broken(last)
        around = text[max(0, first - 1) : first] + text[last : last + 1]
        return JOINED * belongs(around) + BROKEN * edges + WHOLE * belongs(text[first : first + 2])

    more = re.match(rf"[\u3400-\u9fff]{{0,{MORE}}}", text[end:])
    lasts = range(end, end + (len(more[0]) if more else 0) + 1)
    firsts = range(lowest, max(lowest, match - FEWEST) + 1)
    most, after, before = max((told(a, b), -(b - end), -a) for a in firsts for b in lasts)
    first, last = -before, end - after
    around = text[max(0, first - 1) : first] + text[last : last + 1]
    parts = belongs(around) and not any(char in _GRAMMAR for char in around)
    return lowest, first, last, most + PARTED * parts
