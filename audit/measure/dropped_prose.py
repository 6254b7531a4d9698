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

# Kinds assigned by position; the others are declared by the block's own words.
_PLACED: Final = ("navigation", "related_item", "related_list")
# Maximum score of a block dropped in doubt. (On 177 pages of unseen sites, 14 of 62 such passages belonged to the
# article; of 52 with a higher score, one.)
_DOUBTED: Final = 0.7
# Minimum letters of a sentence; a Han character, kana or Hangul syllable counts about two.
_SENTENCE: Final = 80
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# First characters of words, and the minimum share in lower case: headlines and lists of names have fewer.
_FIRST: Final = re.compile(r"(?:^|\s)(\w)")
# Minimum share of a sentence's terms (longer words, Han bigrams) that occur in the article.
_SHARED, _FEWEST = 0.5, 4
# Code points of an article read for its terms, and blocks per document looked up.
_READ, _SUSPECTS = 20_000, 64


def dropped_prose(table: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    """Yield the blocks dropped in doubt that are prose by length, sentence end and shared vocabulary.

    `table` has the columns of tables.BLOCKS.
    """
    placed = pl.col("boilerplate") & pl.col("kind").is_in(_PLACED) & (pl.col("score") <= _DOUBTED)
    # Expensive tests are applied to the few candidates left.
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
