"""What other documents of a source say about a template: no quoted prose, code or numbers, and no pages of other sites.

A line that recurs with other numbers only is a counter of readers or a date on the page of an article. On a page with
little else it is what the page says: a price, a score, a departure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.reader_notices import NONE
from audit.parser.templates.template_lines import repeat_columns

if TYPE_CHECKING:
    from audit.parser.templates.template_lines import Flags, Ints, Keys, Repeats

# Minimum letters of prose: menus and labels are shorter.
_PROSE: Final = 60
# Maximum share of a source's documents that share quoted prose.
_FEW: Final = 10
# Minimum lines of a template.
_TEMPLATE: Final = 5
# Lines at both ends of a document that are looked at, and how many of them a template has.
_EDGE, _FRAME = 8, 2
# Minimum letters of an article; maximum letters beside the numbers of a value: headlines have more, and recur whole.
_ARTICLE, _VALUE = 300, 24
# A line that opens or closes a block of code (CommonMark 4.5).
_FENCE: Final = pl.col("folded").str.contains(r"^\s*(?:```[^`]*|~~~.*)$")


def template_columns(lines: pl.DataFrame, keys: Keys, sources: Sequence[str], repeats: Repeats) -> pl.DataFrame:
    """Return the columns of template_lines.repeat_columns (its arguments) as far as they tell of a template.

    Models are trained on these columns too, so that they learn from what they are asked about.
    """
    known = repeat_columns(lines, keys, sources, repeats, _values(lines) if len(repeats.sources) else None)
    return _without_reprints(lines, _without_strangers(lines, _without_code(lines, known)))


def _values(lines: pl.DataFrame) -> Flags:
    """Return which lines have numbers that are what a page without an article says: no counter, no label of a page."""
    prose = (lines["sentence"] & (lines["weight"] >= _PROSE)).to_numpy()
    pages, letters = Segments.of(lines["document"].to_numpy()), np.rint(lines["weight"].to_numpy()).astype(np.int64)
    found: Flags = (lines["digit"].to_numpy() > 0) & ~prose & (pages.total(np.where(prose, letters, 0)) < _ARTICLE)
    found &= (lines["cue"].is_null() & (lines["notice"] == NONE)).to_numpy()
    found &= (lines["weight"] - lines["digit"] <= _VALUE).to_numpy()
    return found


def _without_code(lines: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of template_lines.repeat_columns, zeroed for fenced code: manuals begin with the same imports.

    Where a fence is left open nobody knows where its code ends: such a document is left as it is.
    """
    if not known["siblings"].sum():
        return known
    passed = _FENCE.cast(pl.Int64).cum_sum().over("document")
    closed = _FENCE.sum().over("document") % 2 == 0
    code = lines.select(code=closed & (_FENCE | (passed % 2 == 1)))["code"]
    return known.with_columns(pl.when(code).then(0).otherwise(pl.col("repeats", "repeats_paired")).name.keep())


def _without_reprints(lines: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of template_lines.repeat_columns, zeroed for prose shared by few of many documents.

    Such prose is a quotation or reprint and belongs to the articles. Text shared by most documents of a source is a
    template, however long; nothing is exempt in small sources. `lines` are rows of audit.parser.blocks.features.lines.
    """
    table = pl.concat([lines.select("weight"), known], how="horizontal")
    by_few = (pl.col("weight") >= _PROSE) & (_FEW * pl.col("repeats") < pl.col("siblings"))
    told = ("repeats", "repeats_paired")
    return table.select(*(pl.when(by_few).then(0).otherwise(name).alias(name) for name in told), "siblings")


def _without_strangers(lines: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of template_lines.repeat_columns, counting only siblings that share a document's template.

    A folder may hold pages of many sites: that a menu recurs in none of their pages does not make it an article. Where
    no line of a document recurs in half of the others, its siblings are those that share _TEMPLATE lines and the lines
    beside them.
    """
    repeats, paired, siblings = (known[name].to_numpy() for name in known.columns)
    if not siblings.any():
        return known
    pages = Segments.of(lines["document"].to_numpy())
    heads, number = np.unique(pages.first, return_inverse=True)
    usual = np.maximum.reduceat(repeats, heads)[number]
    labels = np.where(lines["weight"].to_numpy() < _PROSE, paired, 0)
    often = labels[np.lexsort((-labels, pages.first))]
    least = np.minimum(pages.first + _TEMPLATE, pages.last) - 1
    alike = np.where(pages.size >= _TEMPLATE, often[least], 0)
    most = pl.Series(np.where(2 * usual < siblings, alike, siblings) * _is_framed(pages, labels))
    return known.select(pl.min_horizontal(name, most).alias(name) for name in known.columns)


def _is_framed(pages: Segments, repeats: Ints) -> Flags:
    """Return which lines are of a document with lines of a template among its first or last ones.

    Change logs and forms of one author share lines, too, but begin and end with what is their own.
    """
    here = np.arange(len(repeats))
    near = (here - pages.first < _EDGE) | (pages.last - here <= _EDGE)
    found: Flags = pages.total((near & (repeats > 0)).astype(np.int64)) >= _FRAME
    return found
