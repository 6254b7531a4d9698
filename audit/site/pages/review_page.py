"""The review page: documents drawn for review with links to their viewers, and the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from audit.corpus.population import population, reviewed_population
from audit.review.draw import draw
from audit.review.sheet import read_sheet, sheet
from audit.site.facts import AuditFacts
from audit.site.names import document_page
from audit.site.pages.lists import listed

SHEET: Final = "review/sheet.csv"
# Documents reviewed by a person in an hour or two; `audit sample` draws any number.
_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The documents drawn, their strata, and the population size; `sheet` is empty if a filled-in one exists."""

    ids: tuple[str, ...]
    strata: tuple[str, ...]
    documents: int
    sheet: str


def drawn_for(facts: AuditFacts, folder: Path) -> Reviewed:
    """Return the review sample of an audit whose report goes into `folder`.

    A sheet with verdicts is not replaced. Raises UsageError if there is an invalid one.
    """
    there = folder / SHEET
    is_filled_in = there.exists() and any(stratum.judged for stratum in read_sheet(there).strata)
    if not facts.inputs["has_text"].any():
        return Reviewed((), (), 0, "")
    drawn = draw(population(facts.stored).with_columns(pl.col("sha256").fill_null("")), _SIZE, 0)
    ids = drawn.rows["id"].to_list()
    made = "" if is_filled_in else sheet(drawn, reviewed_population(facts.stored, ids))
    return Reviewed(tuple(ids), tuple(drawn.rows["stratum"].to_list()), drawn.documents, made)


def review_page(facts: AuditFacts, of: Reviewed, has_page: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the pages listing the documents for review."""
    about = pl.col("id").is_in(pl.Series(of.ids, dtype=pl.String).implode())
    rows = {row["id"]: row for row in facts.inputs.filter(about).iter_rows(named=True)}
    entries = (
        {"number": n, "row": rows[id], "stratum": stratum, "page": document_page(id) if id in has_page else ""}
        for n, (id, stratum) in enumerate(zip(of.ids, of.strata, strict=True), 1)
    )
    yield from listed("review", "review", entries, {"report": facts.report, "of": of})
