"""Dropped blocks that are prose by every look, reported with their places: no prose is left out in silence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import Final

import polars as pl

from audit.finding import Place
from audit.measure.articles.running import is_running, sentence_length
from audit.measure.blockwise import EVIDENCE, is_content
from audit.text.punctuation import SENTENCE_END
from audit.text.shared_words import terms
from audit.text.visible import visible

# Kinds assigned by position; the others are declared by the block's own words.
_PLACED: Final = ("navigation", "related_item", "related_list")
# Score of a block dropped for its own words, its siblings or its repetition (audit.parser.blocks.rules.judgement.SURE).
_SURE: Final = 0.98
# Minimum length of a sentence (audit.measure.articles.running), and of one that may be of the article.
_SENTENCE, _SURE_SENTENCE = 40, 80
# Minimum share of a sentence's terms (longer words, Han bigrams) that occur in the article. (On 203 pages of unseen
# sites 26 of the 133 passages with so many belonged to the article, of 351 others 41.)
_SHARED, _FEWEST = 0.5, 4
# Blocks below the last kept one within which a passage may be of the article. (On 656 labelled pages 115 of 423 such
# passages belonged to it, of 460 further away 41.)
_BELOW: Final = 20
# Such passages at most so many blocks apart are an article if they are so many, and this times as long as the body. (On
# 1,352 labelled pages 6 of 12 lost most of their article, on 880 with a sidebar set above the article 9 of 13.)
_APART, _FEW, _OUTWEIGHED = 5, 3, 2
# Code points of an article read for its terms, and blocks per document looked up.
_READ, _SUSPECTS = 20_000, 64


def dropped_prose(table: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    """Yield the dropped blocks that are prose by length, sentence end and running words, and not sure furniture.

    Those that share the article's vocabulary, and are placed furniture near below it, are `prose_dropped`; so are
    placed ones that together outweigh the body. Others are `prose_left_out`. What the body says, too, is not left out;
    a passage that recurs in its document is told once.
    `table` has the columns of tables.BLOCKS.
    """
    suspects = _suspects(table)
    if suspects.is_empty():
        return
    told = table.filter(is_content).join(suspects.select("id").unique(), on="id", how="semi")
    bodies = dict(told.group_by("id", maintain_order=True).agg(pl.col("text").str.join("\n")).iter_rows())
    placed = pl.col("kind").is_in(_PLACED) & (pl.col("length") >= _SURE_SENTENCE)
    chosen = suspects.select("id", "start", "end", "text", placed.alias("placed"), "near", "block")
    for id, passages in groupby(chosen.iter_rows(), itemgetter(0)):
        kept = bodies.get(id, "")
        body = kept[:_READ].lower()
        left = [(number, *passage[1:]) for number, passage in enumerate(passages) if passage[3] not in kept]
        article = _article([(block, len(text)) for _, _, _, text, is_placed, _, block in left if is_placed], len(kept))
        for number, start, end, text, is_placed, is_near, block in left:
            own = is_placed and is_near and number < _SUSPECTS and _speaks_of(text.lower(), body)
            fact = "prose_dropped" if own or block in article else "prose_left_out"
            yield id, Place(fact, start, end, visible(text, EVIDENCE))


def _article(passages: list[tuple[int, int]], body: int) -> set[int]:
    """Return the blocks of the passages (block and code points, in order) that near one another outweigh the body."""
    found, near = set[int](), list[tuple[int, int]]()
    for block, size in (*passages, (sys.maxsize, 0)):
        if near and block - near[-1][0] > _APART:
            if len(near) >= _FEW and sum(size for _, size in near) >= _OUTWEIGHED * body:
                found.update(block for block, _ in near)
            near = []
        near.append((block, size))
    return found


def _suspects(table: pl.DataFrame) -> pl.DataFrame:
    """Return the dropped blocks that are running words, with their `length`, and whether they are `near` a kept one."""
    last_kept = pl.when(is_content).then("block").forward_fill().over("id")
    # Expensive tests are applied to the few candidates left.
    suspects = (
        table.with_columns(near=(pl.col("block") - last_kept <= _BELOW).fill_null(value=False))
        .filter(pl.col("boilerplate") & (pl.col("score") < _SURE))
        .filter(pl.col("text").str.contains(SENTENCE_END))
        .unique(["id", "text"], keep="first", maintain_order=True)
    )
    lengths = pl.Series([sentence_length(text) for text in suspects["text"].to_list()], dtype=pl.Int64)
    suspects = suspects.with_columns(length=lengths).filter(pl.col("length") >= _SENTENCE)
    return suspects.filter(pl.Series([is_running(text) for text in suspects["text"].to_list()], dtype=pl.Boolean))


def _speaks_of(line: str, body: str) -> bool:
    said = terms(line)
    most = int((1 - _SHARED) * len(said))
    # A missing term costs a search of the whole body, so one too many ends it.
    missing = islice((term for term in said if term not in body), most + 1)
    return len(said) >= _FEWEST and sum(1 for _ in missing) <= most
