"""What is found in paragraphs of an article, and paragraphs that something is put into."""

from __future__ import annotations

import polars as pl

from audit.measure.articles.articles import Articles
from audit.measure.spun.passages import planted
from audit.text.fold import fold
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

ZH, EN = fold("\n".join(CHINESE_BODY)), fold("\n".join(ENGLISH_BODY))
CROSSING = "镇里用了三年时间清淤，又请来县里的工程师{}重新测量水位，前后换了四份图纸才定下方案。"
HULL = "volunteers spent three winters on the hull and {} replaced forty planks, the rudder and in the end the bell."


def found(paragraph: str, body: str) -> list[str]:
    return [paragraph[start:end] for block, (start, end) in planted(article(paragraph, body)) if block == 0]


def article(*paragraphs: str) -> Articles:
    return Articles.of(paragraphs, pl.Series(["a"] * len(paragraphs)))
