"""What becomes of pages: their fields, their bodies, and what is left out of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest

import audit
from audit.engine.engines import use_engine
from audit.engine.in_process import IN_PROCESS
from tests.read.html.article_pages import ARTICLES
from tests.read.html.stated_pages import STATED

PAGES = STATED | ARTICLES


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, Any]]:
    """The documents and remarks of all pages, by name, parsed in one go."""
    home = tmp_path_factory.mktemp("pages")
    for name, case in PAGES.items():
        # A folder for each: pages of one site share their furniture, and these share their articles.
        (home / "raw" / name).mkdir(parents=True)
        (home / "raw" / name / "page.html").write_text(case.html, "utf-8")
    with use_engine(IN_PROCESS):
        audit.parse(home / "raw", out=home / "out", repeats=False)
    ledger = pl.read_parquet(home / "out" / "ledger.parquet").select("id", "detail")
    found = pl.read_parquet(home / "out" / "documents.parquet").join(ledger, on="id")
    return {row["id"].partition("/")[0]: row for row in found.to_dicts()}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_it_shows_and_states(parsed, name: str) -> None:
    case, found = PAGES[name], parsed[name]
    said = {each: found[each] for each in case.fields}
    assert said == {each: getattr(case, each) for each in case.fields}
    body = found["body"]
    assert [part for part in case.body if part not in body] == []
    assert [part for part in case.never if part in body] == []
    assert case.remark in (found["detail"] or "")


@pytest.mark.parametrize("name", PAGES)
def test_a_headline_is_no_part_of_the_body(parsed, name: str) -> None:
    title = PAGES[name].title
    assert title is None or title not in parsed[name]["body"].split("\n")
