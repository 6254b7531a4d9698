"""Boilerplate classification of blocks: the model's score, and the rules that overrule it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from audit.parser.blocks.context.own_labels import without_labels
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context_rules import Furniture
from audit.parser.blocks.reader_notices import is_notice, is_page_notice, says_own
from audit.parser.blocks.rules.grounds import BlockFact, Ground
from audit.parser.blocks.rules.in_order import RULES, apart
from audit.parser.blocks.rules.judgement import UNSURE, Judgement
from audit.parser.blocks.rules.reasons import reasons
from audit.parser.blocks.score import score
from audit.parser.blocks.signals import REPEATED
from audit.parser.blocks.threads.frames import Frames, frames
from audit.parser.blocks.whole.article_lists import indexed
from audit.parser.blocks.whole.framed_text import entry_days
from audit.parser.blocks.whole.furnished import claims, furnished, in_runs, speaking
from audit.parser.blocks.whole.items import is_of_record
from audit.parser.blocks.whole.page_code import is_of_browser
from audit.parser.tables.line_cues import BUTTONS, FRAMES

if TYPE_CHECKING:
    from audit.parser.blocks.context.regex_search import LineTexts
    from audit.parser.blocks.context.rows import Flags
    from audit.parser.models.forest import Forest


def decide(
    lines: pl.DataFrame,
    model: Forest,
    endings: Forest | None = None,
    terse: Forest | None = None,
    *,
    read: dict[str, LineTexts] | None = None,
) -> pl.DataFrame:
    """Return `lines` with score (0 content … 1 boilerplate), boilerplate, reason, and the flags set by rules.

    The flags mark blocks that are `sure` furniture by their words, `noticed` as addressing readers, `unbroken` lists,
    and `odd`: kept although they resemble furniture; and texts that are `furnished`. `lines` may have the columns of
    audit.parser.templates.template_lines.repeat_columns; without them each document is judged by itself. Without the
    forest `endings` no article end is detected; without `terse` all pages are judged by `model`. `read` keeps the texts
    of columns that are read.
    """
    lines = lines.with_columns(pl.lit(0, pl.Int64).alias(name) for name in REPEATED if name not in lines.columns)
    read = {} if read is None else read
    lines = without_labels(Rows(lines, read=read))
    rows = Rows(lines, read=read)
    said, thread = _said(rows)
    scored = score(lines, model, (terse, said.furnished) if terse else None, read)
    # Only rules are sure of a sentence: what the model alone drops is told (audit.measure.dropped_prose).
    likely = np.where(rows["sentence"], np.minimum(scored.likely, np.float32(UNSURE)), scored.likely)
    page = Judgement(rows, said, thread, scored, endings, likely)
    for rule in RULES:
        page.apply(rule)
    return lines.with_columns(
        score=pl.Series(page.scores),
        boilerplate=pl.Series(page.dropped),
        reason=reasons(page),
        **{name: pl.Series(flags) for name, flags in _flags(page).items()},
    )


def _flags(page: Judgement) -> dict[str, Flags]:
    rows, said = page.rows, page.said
    stated = apart(page) | is_of_record(rows, said.furnished) | entry_days(rows, page[BlockFact.TEXT])
    return {
        "furnished": said.furnished | page[BlockFact.WALLED],
        "sure": page[BlockFact.CUED],
        "unbroken": page[Ground.UNBROKEN],
        "indexed": page[BlockFact.INDEXED],
        "entitled": page[BlockFact.ENTITLED],
        "odd": page[BlockFact.ODD],
        "noticed": said.noticed,
        # Of a list of articles nothing is said by its items; the last line leads to others.
        "listed": (stated & page.content) | (rows.once(indexed) & (rows.documents.here < rows.documents.last - 1)),
    }


def _said(rows: Rows) -> tuple[Furniture, Frames]:
    noticed = is_notice(rows)
    claimed = claims(rows, noticed)
    thread, framed = frames(rows), rows.with_cue(FRAMES)
    printed = rows.once(is_of_browser)
    claimed |= thread.around | printed
    own = speaking(rows, claimed & ~noticed & ~thread.around & ~framed)
    # Above the first post, only the page's own words tell whether a line may go: the topic is there.
    others = claimed & ~framed & ~own
    has_furniture = furnished(rows, others) | thread.around
    # What sites of one kind print is evidence beside other furniture only.
    has_furniture |= furnished(rows, claimed & ~own) & rows.documents.any(others)
    has_furniture |= (rows.documents.above(thread.around) > 0) | rows.documents.any(printed)
    own |= says_own(rows, noticed & ~has_furniture)
    claimed &= ~framed | noticed | has_furniture
    own &= ~has_furniture & ~in_runs(rows, own, claimed)
    noticed, claimed = noticed & ~own, claimed & ~own
    further = (is_page_notice(rows) | rows.with_cue(BUTTONS)) & has_furniture
    return Furniture(noticed | further, claimed | further, has_furniture), thread
