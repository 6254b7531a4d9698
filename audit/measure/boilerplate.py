"""Boilerplate measures: how much of a document is not the article, and what of it was left inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from audit.finding import Place
from audit.measure.articles.visible_length import BLANK, count_visible
from audit.measure.articles.vocabulary import Vocabulary, longest_first
from audit.measure.blockwise import (
    EVIDENCE,
    HEADER,
    block_places,
    is_content,
    places,
    tally,
)
from audit.measure.dropped_prose import dropped_prose
from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.tables.table import required
from audit.text.tables import phrases
from audit.text.visible import visible

_CUT_OFF: Final = ("...", "…")
_RELATED: Final = ("related_item", "related_list")
# Of several prompts at one place the longest counts. Latin words must be whole.
_PROMPTS: Final = longest_first(set(phrases("prompts", "share", "follow", "qr", "submit")))
# Scripts from here on are written without spaces.
_FIRST_CJK: Final = 0x2E80
_PROMPT: Final = r"(?:\b(?:{})\b|(?:{}))".format(
    "|".join(re.escape(w) for w in _PROMPTS if w[0].isalpha() and ord(w[0]) < _FIRST_CJK),
    "|".join(re.escape(w) for w in _PROMPTS if not (w[0].isalpha() and ord(w[0]) < _FIRST_CJK)),
)
_PATTERN: Final = re.compile(_PROMPT)


def boilerplate(batch: ParsedBatch) -> Measured:
    """Return no_article, counts and share of boilerplate blocks, related lists, prompts left in, prose left out.

    `boilerplate_inside` does not count bylines, dates and credits: they are flagged, but belong to the article.
    """
    ids = batch.texts["id"].to_pylist()
    table = batch.frame
    inside = table.filter(pl.col("boilerplate") & ~pl.col("kind").is_in(HEADER) & pl.Series(_is_inside(batch)))
    lists = table.filter(pl.col("kind").is_in(_RELATED))
    long = lists.filter(pl.col("kind") == "related_list")
    cut_off = lists.filter(pl.any_horizontal(pl.col("text").str.ends_with(mark) for mark in _CUT_OFF))
    prose = list(dropped_prose(table))
    prompts = list(_prompts(batch))
    told: dict[str, Sequence[object] | NDArray[Any]] = {
        "no_article": batch.documents["boilerplate"].to_pylist(),
        **_counts(batch),
        "boilerplate_inside": tally(ids, inside["id"]),
        "related_items": tally(ids, lists["id"]),
        "related_cut_off": tally(ids, cut_off["id"]),
        "run_together": tally(ids, long["id"]),
        "residual_prompts": tally(ids, (id for id, _ in prompts)),
        **{
            fact: tally(ids, (id for id, at in prose if at.fact == fact))
            for fact in ("prose_dropped", "prose_left_out")
        },
    }
    found = [
        *block_places("boilerplate_inside", inside),
        *block_places("related_items", lists),
        *block_places("run_together", long),
        *prompts,
        *prose,
    ]
    return Measured(BOILERPLATE.table.build(**told), places(ids, found))


def _counts(batch: ParsedBatch) -> dict[str, NDArray[Any]]:
    owners, count = batch.owners, len(batch.documents)
    flagged, ink = batch.frame["boilerplate"].to_numpy(), count_visible(batch.frame["text"], BLANK)
    whole = np.bincount(owners, ink, count)
    share = np.bincount(owners, ink * flagged, count) / np.where(whole > 0, whole, 1)
    blocks, boilerplate_blocks = (np.bincount(some, minlength=count) for some in (owners, owners[flagged]))
    return {"blocks": blocks, "boilerplate_blocks": boilerplate_blocks, "boilerplate_share": share}


def _is_inside(batch: ParsedBatch) -> NDArray[np.bool_]:
    """Return which blocks are between the first and the last content block of their document."""
    rows, owners = np.arange(len(batch.owners)), batch.owners
    content = np.flatnonzero(batch.frame.select(is_content).to_series())
    first, last = np.full(len(batch.documents), len(rows)), np.full(len(batch.documents), -1)
    np.minimum.at(first, owners[content], content)
    np.maximum.at(last, owners[content], content)
    made: NDArray[np.bool_] = (first[owners] < rows) & (rows < last[owners])
    return made


@cache
def _words() -> Vocabulary:
    return Vocabulary(_PROMPTS)


def _prompts(batch: ParsedBatch) -> Iterator[tuple[str, Place]]:
    # Few blocks contain any of the words: only these are searched for whole ones.
    articles = batch.articles
    suspects = np.unique(articles.blocks_at(_words().find(articles.points).starts))
    seen_in = batch.content.select("id", "start", "text")[suspects].rows()
    for block, (id, start, text) in zip(suspects.tolist(), seen_in, strict=True):
        for match in _PATTERN.finditer(articles.text(block)):
            seen = visible(text[match.start() : match.end()], EVIDENCE)
            yield id, Place("residual_prompts", start + match.start(), start + match.end(), seen)


BOILERPLATE: Final = Measure(
    "boilerplate",
    (
        required("no_article", "bool", "boilerplate, as in documents"),
        required("blocks", "int32", "blocks in the document"),
        required("boilerplate_blocks", "int32", "blocks flagged as boilerplate"),
        required(
            "boilerplate_share", "float32", "share of the text's non-white characters in boilerplate blocks, 0 to 1"
        ),
        required("boilerplate_inside", "int32", "boilerplate blocks between the first and the last content block"),
        required("related_items", "int32", "blocks of appended lists of other articles"),
        required(
            "related_cut_off",
            "int32",
            "blocks of appended lists of other articles that are truncated (... or …); blocks",
        ),
        required("run_together", "int32", "lists joined into one long line; blocks"),
        required("residual_prompts", "int32", "share, follow and subscribe prompts inside content blocks; occurrences"),
        required("prose_dropped", "int32", "boilerplate blocks that read like article text; blocks"),
        required("prose_left_out", "int32", "other boilerplate blocks that are prose, without furniture words; blocks"),
    ),
    boilerplate,
)
