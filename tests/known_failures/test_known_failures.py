"""The known failures fail: honesty that is checked. What is right one day is no known failure any more."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import audit
from audit.policy import parse
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.rulebook.page import page_of as rule_page
from tests.known_failures.articles import OF_ARTICLES
from tests.known_failures.known import LIMITS, Known
from tests.known_failures.languages import OF_LANGUAGES

KNOWN = (*OF_LANGUAGES, *OF_ARTICLES)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    """Give the documents and the findings of one check of all cases."""
    raw, out = tmp_path_factory.mktemp("known"), tmp_path_factory.mktemp("checked") / "out"
    for known in KNOWN:
        for name, content in known.files.items():
            (raw / name).parent.mkdir(exist_ok=True)
            (raw / name).write_bytes(content)
    policy = parse({"languages": ["en", "zh", "de"]})
    audit.check(raw, out=out, config=policy, workers=1)
    return {name: pl.read_parquet(out / f"{name}.parquet") for name in ("documents", "findings")}


def page_of(known: Known) -> str:
    return (
        (ROOT / LIMITS).read_text("utf-8")
        if known.where == LIMITS
        else rule_page(find(RULES, known.where)).known_problems
    )


def is_found_right(known: Known, found: dict[str, pl.DataFrame]) -> bool:
    # Of a pair either may be the one that is blamed.
    of_case = pl.col("id").str.starts_with(f"{known.document}/")
    broken = set(found["findings"].filter(of_case)["code"])
    row = found["documents"].row(by_predicate=pl.col("id") == f"{known.document}/{known.document}.txt", named=True)
    is_told = (not known.breaks or known.breaks in broken) and (not known.keeps or known.keeps not in broken)
    return is_told and {name: row[name] for name in known.states} == known.states


def test_what_is_known_is_said() -> None:
    pages = {known.document: " ".join(page_of(known).split()) for known in KNOWN}
    assert [known.document for known in KNOWN if " ".join(known.claim.split()) not in pages[known.document]] == []


def test_none_is_found_right_yet(found: dict[str, pl.DataFrame]) -> None:
    """One that is goes from here, and its claim from the page."""
    assert [known.document for known in KNOWN if is_found_right(known, found)] == []


def test_each_case_says_what_is_right() -> None:
    assert len({known.document for known in KNOWN}) == len(KNOWN)
    assert all(bool(known.breaks) + bool(known.keeps) + bool(known.states) == 1 for known in KNOWN)
