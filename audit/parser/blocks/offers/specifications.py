"""Specifications of what a page offers: labels with longer values, and the lines below a heading of specifications.

Line by line they look like a menu: short, without grammatical words, and repeated by the pages of other wares. They
need no description near them, as other facts do, since the page says by a call to act that it offers something.
So do choices of it that lost the breaks between them: Colour: redColour: blueColour: green.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.offers.facts import FRAME, POSTS, WORD
from audit.parser.tables.line_cues import HEADER, OFFERS, RELATED
from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

# A label of at most four words, perhaps with a remark, and a value: Upper: soft leather with a brushed finish.
_LABELLED: Final = re.compile(
    rf"^(?:[•·*-] ?)?{WORD}(?: {WORD}){{0,3}} ?(?:\([^)]{{1,20}}\) ?)?[:：] ?\S|^【[^】]{{2,12}}】\S"
)
# Maximum characters of a line of specifications, and of another one between two of them; different labels in a row.
_LONGEST, _BETWEEN, _LABELS = 160, 100, 4
# Maximum characters of their heading, lines below it, and the fewest; at least every second one has a number.
_HEADING, _MOST, _FEWEST, _HALF = 32, 40, 3, 2
# Some are told in the head of the page, too; what recurs more often is a button.
_TWICE: Final = 2
_MARKS: Final = " :：¶#.[]【】"
# A label that follows at least two of its values without a blank. (On the labelled pages 55 lines, none of a text.)
_CHOICES: Final = re.compile(r"([^\W\d_]{3,20}: )\S.{0,200}?\S\1\S.{0,200}?\S\1\S")
# Minimum characters of such a line.
_SHORTEST: Final = 30


def is_specified(rows: Rows, said: Furniture, mark: Flags) -> Flags:
    """Return which lines specify the thing that a page offers.

    Runs of labels must be above a heading of other offers; a heading of specifications ends these.
    What is `said` of furniture has a call to act; `mark` flags the marks of posts.
    """
    documents = rows.documents
    # Reviews of what is offered are posts, too, and below it.
    above = (documents.total(mark) < POSTS) | (documents.above(mark) == 0)
    asked: Flags = documents.any(rows.with_cue(OFFERS) & said.claimed) & above
    if not asked.any():
        return asked
    own = asked & ~said.claimed & (rows["chars"] <= _LONGEST)
    below = _below_headings(rows, asked, own & (rows["times"] <= _TWICE))
    found: Flags = _in_labelled_runs(rows, own & (documents.above(rows.with_cue(RELATED)) == 0)) | below
    return found


def _in_labelled_runs(rows: Rows, asked: Flags) -> Flags:
    """Return which lines stand in a run of different labels with their values, on a page without a day above it.

    Below a day and an author such lines are headlines that begin with their topic.
    """
    documents = rows.documents
    told = rows.naming((":", "：", "【"), asked & (documents.above(day_alone(rows) | rows.with_cue(HEADER)) == 0))
    told = rows.matching("folded", _LABELLED, told)
    told &= ~rows.matching("folded", FRAME, told)
    beside = documents.shifted(told, 1, otherwise=False) & documents.shifted(told, -1, otherwise=False)
    run = told | (asked & beside & (rows.cue < 0) & ~rows["twin"] & (rows["chars"] <= _BETWEEN))
    runs = Segments.of(documents.first, run)
    here = np.flatnonzero(told & run & (runs.total(told) >= _LABELS))
    labels = rows.picked(here).str.extract(r"^([^:：】]+)")
    table = pl.DataFrame({"run": runs.first[here], "label": labels})
    several = table.group_by("run").agg(pl.col("label").n_unique()).filter(pl.col("label") >= _LABELS)["run"]
    found: Flags = run & np.isin(runs.first, several.to_numpy())
    return found


def _below_headings(rows: Rows, asked: Flags, own: Flags) -> Flags:
    """Return which of the `asked` lines are a heading of specifications, and which `own` ones stand right below it.

    The heading may be a label of the page (Features); at least every second line has a number.
    """
    documents = rows.documents
    heading = np.zeros(len(asked), np.bool_)
    here = np.flatnonzero(asked & (rows["chars"] <= _HEADING) & ~rows["sentence"])
    heading[here] = rows.picked(here).str.strip_chars(_MARKS).is_in(phrases("offers", "specifications")).to_numpy()
    # In a row they are the tabs of a page; the last of two may be a part of the first: Specifications, Measurements:
    tabs = Segments.of(documents.first, heading)
    heading &= (tabs.size == 1) | ((tabs.size == _TWICE) & (tabs.here == tabs.last - 1) & rows.colon)
    own = own & ~heading
    below = Segments.of(documents.first, own)
    told = own & documents.shifted(heading, 1, otherwise=False)[below.first]
    told &= below.here - below.first < _MOST
    parts = Segments.of(documents.first, told)
    told &= (parts.size >= _FEWEST) & (_HALF * parts.total(told & (rows["digit"] > 0)) >= parts.size)
    told &= _HALF * _things(rows, parts, told) > parts.size
    found: Flags = told | (heading & documents.shifted(told, -1, otherwise=False))
    return found


def _things(rows: Rows, parts: Segments, told: Flags) -> NDArray[np.int64]:
    """Return how many different things the lines of each part are about; those to choose from differ in a number."""
    here = np.flatnonzero(told)
    things = rows.picked(here).str.replace_all(r"\d[\d.,]*\p{L}?", "")
    table = pl.DataFrame({"part": parts.first[here], "thing": things}).unique()
    counted = np.bincount(table["part"].to_numpy(), minlength=len(told))
    return counted[parts.first].astype(np.int64)


def is_choice(rows: Rows, furnished: Flags) -> Flags:
    """Return which lines of `furnished` pages are choices joined in one line."""
    here = np.flatnonzero(rows.naming((": ",), furnished & (rows["chars"] >= _SHORTEST)))
    found = np.zeros(len(furnished), np.bool_)
    found[here] = [bool(_CHOICES.match(line)) for line in rows.texts(here)]
    return found
