"""Dropped blocks that look like the article's prose, reported with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import polars as pl

from audit.finding import Place
from audit.measure.blockwise import EVIDENCE, is_content
from audit.text.fold import fold
from audit.text.punctuation import SENTENCE_END
from audit.text.shared_words import terms
from audit.text.visible import visible

# Kinds that a block has for what stands around it; the others say themselves what they are.
_PLACED: Final = ("navigation", "related_item", "related_list")
# Up to this score the parser doubts that a block is boilerplate. (On 177 pages of sites it has not seen, 14 of 62 such
# passages belonged to the article; of 52 with a higher score, one.)
_DOUBTED: Final = 0.7
# Letters of a sentence; a Han character, kana or Hangul syllable says as much as about two.
_SENTENCE: Final = 80
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# What words begin with. Words written small, of all: prose has them, a row of headlines and names has few.
_FIRST: Final = re.compile(r"(?:^|\s)(\w)")
# Of what a sentence speaks of (its longer words, its pairs of Han characters) this share stands in the article, too.
_SHARED, _FEWEST = 0.5, 4
# Only so much of an article is read for its words, and only so many blocks of a document are looked up in it.
_READ, _SUSPECTS = 20_000, 64


def dropped_prose(table: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    """Yield the blocks dropped in doubt that are prose by length, sentence end and shared vocabulary.

    `table` has the columns of tables.BLOCKS.
    """
    placed = pl.col("boilerplate") & pl.col("kind").is_in(_PLACED) & (pl.col("score") <= _DOUBTED)
    # What it takes to see in a text is asked of the few that are left.
    suspects = table.filter(placed).filter(pl.col("text").str.contains(SENTENCE_END))
    suspects = suspects.filter(pl.Series([_is_prose(text) for text in suspects["text"].to_list()], dtype=pl.Boolean))
    suspects = suspects.group_by("id", maintain_order=True).head(_SUSPECTS)
    if suspects.is_empty():
        return
    told = table.filter(is_content).join(suspects.select("id").unique(), on="id", how="semi")
    bodies = dict(told.group_by("id", maintain_order=True).agg(pl.col("text").str.join("\n")).iter_rows())
    for (id,), part in suspects.group_by("id", maintain_order=True):
        body = fold(bodies.get(id, "")[:_READ])
        for start, end, text in part.select("start", "end", "text").iter_rows():
            if _speaks_of(fold(text), body):
                yield str(id), Place("prose_dropped", start, end, visible(text, EVIDENCE))


def _is_prose(text: str) -> bool:
    if sum(map(str.isalpha, text)) + len(_WIDE.findall(text)) < _SENTENCE:
        return False
    firsts = _FIRST.findall(text)
    return sum(map(str.islower, firsts)) >= sum(map(str.isupper, firsts))


def _speaks_of(line: str, body: str) -> bool:
    said = terms(line)
    return len(said) >= _FEWEST and sum(term in body for term in said) >= _SHARED * len(said)
