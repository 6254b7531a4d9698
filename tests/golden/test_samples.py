"""Every rule fires on its bad samples and stays silent on its good ones; every sample is what its page says it is."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from audit import samples
from audit.rulebook import RULES

EXPECTED: dict[str, Any] = tomllib.loads(samples.expected().read_text("utf-8"))
# What `--repair` did is told by a run with it: tests/cli/test_run_repair.py.
WITH_REPAIR = "ENC021"
RULE_CODES = [r.code for r in RULES if r.scope == "document" and r.code != WITH_REPAIR]
DOCUMENTS = EXPECTED["documents"]
FIELDS = ("title", "source", "source_original", "date", "author", "language", "encoding")


@pytest.fixture(scope="module")
def found(samples_checked: Path) -> dict[str, set[str]]:
    """Give the documents that each rule was broken by."""
    table = pl.read_parquet(samples_checked / "findings.parquet")
    return {code: set(group["id"]) for (code,), group in table.group_by("code")}


@pytest.fixture(scope="module")
def ledger(samples_checked: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in pl.read_parquet(samples_checked / "ledger.parquet").iter_rows(named=True)}


@pytest.fixture(scope="module")
def documents(samples_checked: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in pl.read_parquet(samples_checked / "documents.parquet").iter_rows(named=True)}


@pytest.mark.parametrize("code", RULE_CODES)
def test_fires_on_its_bad_samples(code: str, found: dict[str, set[str]]) -> None:
    assert set(EXPECTED["rules"][code]["bad"]) <= found.get(code, set())


@pytest.mark.parametrize("code", RULE_CODES)
def test_stays_silent_on_its_good_samples(code: str, found: dict[str, set[str]]) -> None:
    assert not set(EXPECTED["rules"][code]["good"]) & found.get(code, set())


@pytest.mark.parametrize("id", [i for i, e in DOCUMENTS.items() if "state" in e])
def test_ends_in_its_state(id: str, ledger: dict[str, dict[str, Any]]) -> None:
    assert ledger[id]["state"] == DOCUMENTS[id]["state"], ledger[id]
    if "duplicate_of" in DOCUMENTS[id]:
        assert ledger[id]["duplicate_of"] == DOCUMENTS[id]["duplicate_of"]


@pytest.mark.parametrize("id", [i for i, e in DOCUMENTS.items() if e.get("state") != "quarantined"])
def test_states_what_its_text_states(id: str, documents: dict[str, dict[str, Any]]) -> None:
    wanted = {k: plain(v) for k, v in DOCUMENTS[id].items() if k in FIELDS} | dict.fromkeys(
        DOCUMENTS[id].get("null", ())
    )
    assert {k: plain(documents[id][k]) for k in wanted} == wanted


def plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value or None
