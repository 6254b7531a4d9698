"""Explanations of why each block is boilerplate or content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.evidence import EVIDENCE
from audit.parser.blocks.reader_notices import named
from audit.parser.tables.line_cues import CUES
from audit.parser.tables.reader_notices import NOTICES
from audit.parser.tables.walls import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

# Rules and their wording; the first that applies is reported.
_TOLD: Final = {
    "frame": "around the posts of a thread, like the lines around the others",
    "post": "in a post of a thread",
    "end": "below the last post of a thread",
    "code": "code of the page",
    "entry": "in a table of contents: repeats the headings of the text in order",
    "sectioned": "stands in a section that is kept",
    "outlined": "below a heading that the table of contents names",
    "crumb": "between the home page and the headline, in a breadcrumb of a line each",
    "teaser": "truncated line below a heading of other articles",
    "unbroken": "a joined list: a long line without punctuation, on a page with many",
    "verse": "in a marked part of a song",
    "chapter": "one of several chapters by time, or their heading",
    "tabular": "a row of a table with numbers",
    "lone": "all that the text says",
    "plain": "no boilerplate around it",
    "account": "the name and motto of an account, above its button to follow",
    "author": "about an author, above or right below the article",
    "repeated": "repeats a block above, word for word",
    "appended": "below a heading of other articles, on a page with almost no prose",
    "terms": "terms of a shop, below the description of what it sells",
    "similar": "below a heading of other offers",
    "commented": "a reader's comment, below the article and a heading of comments",
    "beyond": "below the end of the article",
    "other": "another article, announced below the end of the article",
    "resumed": "goes on with the article, below headlines of others",
    "inside": "a headline of another article, between paragraphs of this one",
    "feed": "news by time, below a heading of other articles",
    "leftover": "one or two doubtful lines among boilerplate: not an article",
    "merged": "sentences of the article, joined with the text around them",
    "continued": "continues the paragraph above",
    "spoken": "a quotation between paragraphs",
    "whole": "in the text between the frame above and the frame below",
    "silent": "no line of the text looks like boilerplate, on a page with almost no prose",
    "posted": "a post between a member's line and the buttons below it",
    "framed": "a short line between two paragraphs",
    "button": "a button that each item of a list has",
    "item": "in a list of items of the same shape, most of them content",
    "report": "a time of day or the line below it, in a report by time",
    "fact": "a label and its value among others, near a description",
    "edited": "in a section with a button to edit it",
    "headed": "a heading of the paragraph below it",
    "cited": "in a list of works with their years",
    "deck": "between the headline and the date or byline",
    "topical": "a sentence between two paragraphs, on the matter of notices",
    "placed": "right below the date or byline of a page without other text",
}


def reasons(
    rows: Rows, boilerplate: Flags, seen: Mapping[str, Flags], strongest: tuple[Ints, Ints], walls: NDArray[np.int8]
) -> pl.Series:
    """Return a sentence for each block.

    `seen` maps rules to the blocks they apply to; `strongest` are the indexes of the strongest evidence for and against
    each block being content (the number of all evidence if there is none).
    """
    speaking, against = strongest
    words = [*(evidence.said for evidence in EVIDENCE), "among content", "among boilerplate"]
    last = len(EVIDENCE)
    said = np.where(boilerplate, against + (against == last), speaking)
    for name, told in reversed(_TOLD.items()):
        said[seen[name]] = len(words)
        words.append(told)
    for chosen, told_of in (
        (boilerplate & (rows["repeats_paired"] > 0), _shared),
        (seen["noticed"] & boilerplate, _noticed),
        (seen["sure"] | (boilerplate & (rows.cue >= 0)), _cued),
        (seen["walled"], lambda _, here: _walled(walls[here])),
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
