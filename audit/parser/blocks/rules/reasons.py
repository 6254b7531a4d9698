"""Explanations of why each block is boilerplate or content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from audit.parser.blocks.evidence import EVIDENCE
from audit.parser.blocks.reader_notices import named
from audit.parser.blocks.rules.grounds import BlockFact, Ground
from audit.parser.blocks.whole.walls import walled
from audit.parser.tables.line_cues import CUES
from audit.parser.tables.reader_notices import NOTICES
from audit.parser.tables.walls import labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Rows
    from audit.parser.blocks.rules.judgement import Judgement

    Ints = NDArray[np.int64]


def reasons(page: Judgement) -> pl.Series:
    """Return a sentence for each block, once all rules have applied."""
    rows, boilerplate, walls = page.rows, page.dropped, page.rows.once(walled)
    words = [*(evidence.said for evidence in EVIDENCE), "among content", "among boilerplate"]
    last, against = len(EVIDENCE), page.scored.against
    said = np.where(boilerplate, against + (against == last), page.scored.speaking)
    for ground in reversed(Ground):
        said[page[ground]] = len(words)
        words.append(ground.value)
    for chosen, told_of in (
        (boilerplate & (rows["repeats_paired"] > 0) & ~page[Ground.BROWSER], _shared),
        (page[BlockFact.NOTICED] & boilerplate, _noticed),
        (page[BlockFact.CUED] | (boilerplate & (rows.cue >= 0)), _cued),
        (page[BlockFact.WALLED], lambda _, here: _walled(walls[here])),
    ):
        here = np.flatnonzero(chosen)
        known: dict[str, int] = {}
        said[here] = [known.setdefault(told, len(words) + len(known)) for told in told_of(rows, here)]
        words += known
    return pl.Series(words, dtype=pl.String).gather(said)


def _shared(rows: Rows, here: Ints) -> list[str]:
    others = np.maximum(rows["repeats"][here], rows["repeats_paired"][here]).tolist()
    return [f"occurs in {n} other {'document' if n == 1 else 'documents'} of its source" for n in others]


def _noticed(rows: Rows, here: Ints) -> list[str]:
    return [f"{NOTICES[n].label}: addresses readers of the page" for n in named(rows)[here].tolist()]


def _cued(rows: Rows, here: Ints) -> list[str]:
    seen = rows.texts(here, "seen")
    return [f"{CUES[cue].label}: {word}" for cue, word in zip(rows.cue[here].tolist(), seen, strict=True)]


def _walled(walls: NDArray[np.int8]) -> list[str]:
    return [f"{labels()[n]}: served in place of an article" for n in walls.tolist()]
