"""A check against other corpora finds what stands in both, whatever the other one is, and says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import pyarrow.parquet as pq
import pytest

import audit
from audit.contract import contracts
from audit.release.tables import INDEX

Story = Callable[..., str]
NOTHING = {"exact_raw": 0, "exact_normalised": 0, "near": 0, "contained": 0, "quoted": 0}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, story: Story, write: Callable[..., Path]) -> Path:
    """Give a training corpus as a folder, a file of records and a release, and a test that took from it."""
    folder = tmp_path_factory.mktemp("against")
    texts = {f"d{seed}.txt": story(seed) for seed in range(12)}
    write(folder / "raw", texts)
    records = "".join(json.dumps({"text": text}) + "\n" for text in texts.values())
    write(folder, {"records.jsonl": records})
    audit.run(folder / "raw", name="news", dist=folder / "dist", workers=1)
    write(folder / "new", {
        "d1.txt": story(101),
        "same.txt": story(3),
        "shouted.txt": story(4).replace("the ", "THE "),
        "edited.txt": story(5).replace("harbour", "port").replace("opens", "shuts"),
        "around.txt": "\n".join([story(102), *story(6).splitlines()[2:], *story(103).splitlines()[2:]]),
        "fresh.txt": story(104),
    })  # fmt: skip
    return folder


class Checked(NamedTuple):
    report: Mapping[str, Any]
    pairs: pl.DataFrame
    measures: pl.DataFrame


@pytest.fixture(scope="module", params=["dist/news", "raw", "records.jsonl"])
def checked(places: Path, request: pytest.FixtureRequest) -> tuple[str, Checked]:
    """Check the test against one of the forms of the training corpus."""
    out = places / "out" / request.param
    result = audit.check(places / "new", against=[places / request.param], out=out, workers=1)
    assert not result.passed
    pairs = pl.read_parquet(out / "duplicates.parquet")
    name = "news/1.0.0" if request.param == "dist/news" else str(places / request.param)
    return name, Checked(result.report, pairs, pl.read_parquet(out / "measures.parquet"))


@pytest.fixture(scope="module")
def alone(places: Path) -> Checked:
    out = places / "out" / "alone"
    report = audit.check(places / "new", out=out, workers=1).report
    return Checked(report, pl.read_parquet(out / "duplicates.parquet"), pl.read_parquet(out / "measures.parquet"))


def test_every_kind_is_found_whatever_the_other_is(checked: tuple[str, Checked]) -> None:
    name, (report, pairs, measures) = checked
    across = pairs.filter(pl.col("release").is_not_null())
    assert set(across["release"]) == {name}
    assert dict(across.filter(pl.col("kind") != "quoted").select("a", "kind").iter_rows()) == {
        "same.txt": "exact_raw", "shouted.txt": "exact_normalised", "edited.txt": "near", "around.txt": "contained",
    }  # fmt: skip
    of = dict(measures.select("id", "leaked_share").iter_rows())
    assert of["same.txt"] == of["shouted.txt"] == 1
    assert 0.5 < of["edited.txt"] < 1
    assert of["around.txt"] < 0.5
    assert of["fresh.txt"] is None
    assert of["d1.txt"] is None
    (entry,) = report["leakage"]
    assert entry["copied"] == NOTHING | {"exact_raw": 1, "exact_normalised": 1, "near": 1, "contained": 1}
    assert (entry["of"], entry["in"], entry["documents"]) == (None, name, 6)
    rule = next(rule for rule in report["rules"] if rule["code"] == "DUP009")
    assert (rule["documents"], rule["met"]) == (3, False)


def test_the_verdict_on_the_corpus_itself_stays_as_it_is(checked: tuple[str, Checked], alone: Checked) -> None:
    beside = checked[1]
    assert beside.report["ledger"] == alone.report["ledger"]
    assert alone.report["leakage"] == []
    added = ["leaked_share", "leaked_from"]
    assert beside.measures.drop(added).equals(alone.measures.drop(added))
    assert beside.pairs.filter(pl.col("release").is_null()).equals(alone.pairs)


def test_the_report_keeps_its_contract(checked: tuple[str, Checked]) -> None:
    wanted, report = contracts()["report"], checked[1].report
    assert sorted(report) == wanted["required"]
    assert set(report["leakage"][0]) == set(wanted["properties"]["leakage"]["items"]["properties"])


@pytest.fixture
def release(places: Path, tmp_path: Path) -> Path:
    """Give a copy of the release that a test may spoil."""
    shutil.copytree(places / "dist", tmp_path / "dist")
    return tmp_path / "dist" / "news" / "1.0.0"


def test_a_release_of_another_make_is_refused_and_its_documents_are_not(release: Path, places: Path) -> None:
    table = pq.read_table(release / INDEX)
    meta = {**table.schema.metadata, b"corpus-audit.layout": b"0"}
    pq.write_table(table.replace_schema_metadata(meta), release / INDEX)
    with pytest.raises(audit.UsageError, match=r"different layout.*1\.0\.0/documents"):
        audit.check(places / "new", against=[release], workers=1)
    result = audit.check(places / "new", against=[release / "documents"], workers=1, select=["DUP"])
    assert sum(result.report["leakage"][0]["copied"].values()) == 4


def test_an_index_that_is_not_the_releases_own_is_refused(release: Path, places: Path) -> None:
    pq.write_table(pq.read_table(release / INDEX).slice(0, 5), release / INDEX)
    with pytest.raises(audit.UsageError, match="index of another release"):
        audit.check(places / "new", against=[release], workers=1)


def test_a_release_without_an_index_is_read_and_signed(release: Path, places: Path) -> None:
    (release / INDEX).unlink()
    result = audit.check(places / "new", against=[release], workers=1, select=["DUP"])
    assert result.report["leakage"][0]["in"] == "news/1.0.0"
    assert sum(result.report["leakage"][0]["copied"].values()) == 4


@pytest.mark.parametrize("name", ["missing", "hollow"])
def test_nothing_to_compare_with_is_no_pass(name: str, places: Path, tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    with pytest.raises(audit.UsageError):
        audit.check(places / "new", against=[tmp_path / name], workers=1)


def test_verify_holds_the_index_to_the_manifest(release: Path) -> None:
    assert audit.verify(release).passed
    with (release / INDEX).open("ab") as file:
        file.write(b"more")
    assert not audit.verify(release).passed
