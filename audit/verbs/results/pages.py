"""An audit written as HTML pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl

from audit.corpus.input_kind import refuse_output
from audit.corpus.output_place import refuse_unwritable
from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.remote.url import is_url, shown
from audit.text.visible import visible
from audit.verbs.explained.twins import twins

# The default number of documents with a page of their own.
DOCUMENTS: Final = 1_000


def site_folder(report: str | Path | None, root: Path, only: Sequence[str] | None = None) -> Path | None:
    """Return the folder for pages, if requested; raises UsageError if it is unsuitable.

    It may not lie in the input: below `root`, or at one of the paths `only` that are read there.
    """
    if report is None:
        return None
    from audit.site.site import refuse_foreign

    if is_url(report):
        raise UsageError(f"a report is written to a local folder, not to {shown(str(report))}")
    folder = Path(report)
    refuse_output(root, only, folder)
    refuse_foreign(folder)
    refuse_unwritable(folder)
    return folder


def write_pages_if_asked(folder: Path | None, tables: Path) -> None:
    """Write the audit whose tables and report lie in `tables` as pages into `folder`, if requested."""
    if folder is not None:
        write_pages(StoredAudit(tables), folder, DOCUMENTS)


def write_pages(stored: StoredAudit, folder: Path, documents: int) -> dict[str, object]:
    """Write the audit `stored` as pages into `folder`, and return what was written.

    Raises UsageError if the tables cannot be read, or the folder holds something else.
    """
    from audit.site.facts import facts_of
    from audit.site.pages.review_page import drawn_for
    from audit.site.parsed_report import read_report
    from audit.site.site import write_site

    try:
        facts = facts_of(stored, read_report(stored.folder))
        written = write_site(facts, folder, documents, drawn_for(facts, folder), twins)
    except pl.exceptions.PolarsError as error:
        raise UsageError(
            f"{visible(str(stored.folder))} does not contain valid audit tables ({type(error).__name__}): create them "
            "again, or fetch them again"
        ) from error
    return {
        "verdict": facts.report.verdict,
        "inputs": len(facts.inputs),
        "documents": written.documents,
        "pages": written.pages,
    }
