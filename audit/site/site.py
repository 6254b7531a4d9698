"""The whole site: selection of documents with pages, and deterministic output."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final

import polars as pl

from audit.atomic import naming
from audit.errors import UsageError
from audit.ledger import STATES
from audit.release.storage.files import STAGED, staging
from audit.site.facts import AuditFacts
from audit.site.names import INDEX, document_page
from audit.site.pages.copy_pages import copy_pages
from audit.site.pages.document_pages import Twins, document_pages
from audit.site.pages.index_page import index_page
from audit.site.pages.lists import listed
from audit.site.pages.review_page import SHEET, Reviewed, review_page
from audit.site.pages.rule_pages import rule_pages
from audit.site.pages.source_pages import source_pages
from audit.text.visible import visible

# The marker of our own pages; other folders are not written into.
_OURS: Final = b'<meta name="generator" content="corpus-audit report">'
_HEAD: Final = 2_000
_FOLDERS: Final = ("rules", "sources", "documents", "copies", "review")
_MADE: Final = re.compile(r"(?:index|[0-9a-f]{16}|[A-Z]{3}[0-9]{3})(?:-[0-9]+)?\.html")


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """What was written: number of pages, and of inputs with a viewer."""

    pages: int
    documents: int


def write_site(facts: AuditFacts, folder: Path, documents: int, reviewed: Reviewed, twins: Twins) -> WrittenSite:
    """Write the site into `folder`, replacing an earlier one; at most `documents` documents get a viewer.

    Raises UsageError if the folder holds something else.
    """
    refuse_foreign(folder)
    examples = facts.examples()
    wanted = [f["id"] for found in examples.values() for f in found]
    chosen = _chosen_documents(facts, [*wanted, *reviewed.ids], documents)
    has_page = frozenset(chosen)
    counts = {"review": len(reviewed.ids)}
    written: dict[str, None] = {}
    # All beside the old report first, then the index last: what breaks off, such as on a full disk, leaves no half.
    pages = chain(
        rule_pages(facts, examples, has_page),
        review_page(facts, reviewed, has_page),
        source_pages(facts, has_page),
        copy_pages(facts, has_page),
        _documents(facts, has_page),
        document_pages(facts, chosen, twins),
        [index_page(facts, counts)],
    )
    sheets = [(SHEET, reviewed.sheet)] if reviewed.sheet else []
    with staging(folder) as staged:
        for path, page in chain(sheets, pages):
            with naming(folder / path):
                _write(staged / path, page)
            written[path] = None
        for path in written:
            (folder / path).parent.mkdir(exist_ok=True)
            (staged / path).replace(folder / path)
    _sweep(folder, written)
    return WrittenSite(len(written) - len(sheets), len(chosen))


def refuse_foreign(folder: Path) -> None:
    """Raise UsageError if `folder` is a file, or holds anything but a report of ours."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{visible(str(folder))} is not a folder: name one for the report")
    # What a killed report left is removed by the next.
    if not folder.is_dir() or all(STAGED.fullmatch(path.name) for path in folder.iterdir()):
        return
    # A report that was broken off has no index yet.
    first = (page for name in _FOLDERS for page in islice((folder / name).glob("*.html"), 1))
    if not any(map(_is_ours, (folder / INDEX, *first))):
        raise UsageError(
            f"{visible(str(folder))} contains something other than a report: name an empty or a new folder"
        )


def _is_ours(page: Path) -> bool:
    if not page.is_file():
        return False
    with page.open("rb") as opened:
        return _OURS in opened.read(_HEAD)


def _chosen_documents(facts: AuditFacts, wanted: Sequence[str], most: int) -> list[str]:
    """Return the inputs with a viewer: those linked from pages, set aside or with severe findings first."""
    ids = facts.inputs.sort(["grave", pl.col("state") == "published", "id"])["id"].to_list()
    known = set(ids)
    first = [id for id in dict.fromkeys(wanted) if id in known]
    return list(dict.fromkeys([*first, *ids]))[:most]


def _documents(facts: AuditFacts, has_page: frozenset[str]) -> Iterator[tuple[str, str]]:
    ranks = {state: n for n, state in enumerate(STATES)}
    ranked = facts.inputs.with_columns(rank=pl.col("state").replace_strict(ranks, default=len(STATES)))
    rows = ranked.sort(["grave", "rank", "id"]).iter_rows(named=True)
    entries = ({"row": row, "page": document_page(row["id"]) if row["id"] in has_page else ""} for row in rows)
    values = {"report": facts.report, "count": len(facts.inputs), "viewers": len(has_page)}
    yield from listed("documents", "documents", entries, values)


def _write(file: Path, page: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(page.encode("utf-8"))


def _sweep(folder: Path, written: Container[str]) -> None:
    """Remove pages of an earlier report that this one lacks."""
    for name in _FOLDERS:
        for file in sorted((folder / name).glob("*.html")):
            if f"{name}/{file.name}" not in written and _MADE.fullmatch(file.name):
                file.unlink()
