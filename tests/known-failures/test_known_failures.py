"""The known failures fail: honesty that is checked. What is right one day is no known failure any more."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import polars as pl
import pytest

import audit
from audit.policy import parse
from audit.rulebook import RULES
from audit.rulebook.active import find


def neighbour(name: str) -> ModuleType:
    """Return a module beside this one; the folder's name is none that Python imports."""
    found = importlib.util.spec_from_file_location(f"known_failures_{name}", Path(__file__).with_name(f"{name}.py"))
    assert found is not None
    assert found.loader is not None
    made = sys.modules[found.name] = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    return made


CASES = neighbour("cases")
README = Path(__file__).parents[2] / CASES.README
each = pytest.mark.parametrize("known", CASES.KNOWN, ids=lambda known: known.document)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    """Give the documents and the findings of one check of all cases."""
    raw, out = tmp_path_factory.mktemp("known"), tmp_path_factory.mktemp("checked") / "out"
    for known in CASES.KNOWN:
        for name, content in known.files.items():
            (raw / name).parent.mkdir(exist_ok=True)
            (raw / name).write_bytes(content)
    policy = parse({"languages": ["en", "zh", "de"]})
    audit.check(raw, out=out, config=policy, workers=1)
    return {name: pl.read_parquet(out / f"{name}.parquet") for name in ("documents", "findings")}


@each
def test_what_is_known_is_said(known: Any) -> None:
    said = README.read_text("utf-8") if known.where == CASES.README else find(RULES, known.where).page.known_problems
    assert " ".join(known.claim.split()) in " ".join(said.split())


@each
@pytest.mark.xfail(strict=True, raises=AssertionError, reason="known, and said in the README or on the rule's page")
def test_it_is_found_right(known: Any, found: dict[str, pl.DataFrame]) -> None:
    # Of a pair either may be the one that is blamed.
    of_case = pl.col("id").str.starts_with(f"{known.document}/")
    broken = set(found["findings"].filter(of_case)["code"])
    row = found["documents"].row(by_predicate=pl.col("id") == f"{known.document}/{known.document}.txt", named=True)
    assert not known.breaks or known.breaks in broken
    assert not known.keeps or known.keeps not in broken
    assert {name: row[name] for name in known.states} == known.states


def test_each_case_says_what_is_right() -> None:
    assert len({known.document for known in CASES.KNOWN}) == len(CASES.KNOWN)
    assert all(bool(known.breaks) + bool(known.keeps) + bool(known.states) == 1 for known in CASES.KNOWN)
