"""`audit explain ID` shows a copy, a quotation and a suspect beside the other text."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.report.side_by_side import fitted
from tests.conftest import Audit

SUSPECT = "liuyun-digest/spn-retold.txt"
ORIGINAL = "lanhai-daily/good-footbridge-opening.txt"
COPY = "yunhe-evening/dup-near-edited.txt"


@pytest.fixture
def explained(called: Audit, samples_checked: Path) -> Any:
    def explain(id: str, folder: Path = samples_checked) -> dict[str, Any]:
        ran = called("explain", id, "--in", folder, "--format", "json")
        assert ran.code == 0, ran.err
        found: dict[str, Any] = json.loads(ran.out)
        return found

    return explain


def text_of(folder: Path, id: str) -> dict[int, str]:
    """Return the characters of a document's blocks by their place in the decoded text."""
    blocks = pl.read_parquet(folder / "blocks.parquet").filter(pl.col("id") == id)
    return {b["start"] + n: char for b in blocks.iter_rows(named=True) for n, char in enumerate(b["text"])}


@pytest.mark.parametrize(("id", "twin", "kind"), [(COPY, ORIGINAL, "near"), (SUSPECT, ORIGINAL, "suspect")])
def test_passages_point_into_both_texts(explained: Any, samples_checked: Path, id: str, twin: str, kind: str) -> None:
    told = next(t for t in explained(id)["twins"] if t["id"] == twin)
    assert told["kind"] == kind
    here, there = text_of(samples_checked, id), text_of(samples_checked, twin)
    kinds = {p["kind"] for p in told["passages"]}
    assert {"same", "changed"} <= kinds
    for passage in told["passages"]:
        for side, text in ((passage["here"], here), (passage["there"], there)):
            if side["start"] is not None:
                shown = "".join(text.get(at, "\n") for at in range(side["start"], side["end"]))
                assert shown.startswith(side["text"][:20].split("\n")[0])
        if passage["kind"] == "same":
            assert passage["here"]["text"][:3] == passage["there"]["text"][:3]


def test_the_measures_are_those_of_the_table_seen_from_either_side(explained: Any) -> None:
    one = next(t for t in explained(COPY)["twins"] if t["id"] == ORIGINAL)
    other = next(t for t in explained(ORIGINAL)["twins"] if t["id"] == COPY)
    assert (one["coverage"], one["coverage_of_twin"]) == (other["coverage_of_twin"], other["coverage"])
    assert one["jaccard"] == other["jaccard"]
    assert next(t for t in explained(ORIGINAL)["twins"] if t["id"] == SUSPECT)["is_later"] is False


def test_each_of_a_pair_says_which_one_is_kept_and_what_is_lost(
    explained: Any, called: Audit, samples_checked: Path
) -> None:
    one = next(t for t in explained(COPY)["twins"] if t["id"] == ORIGINAL)
    other = next(t for t in explained(ORIGINAL)["twins"] if t["id"] == COPY)
    assert (one["kept"], other["kept"]) == ("there", "here")
    assert (one["lost"], one["lost_of_twin"]) == (other["lost_of_twin"], other["lost"])
    assert next(t for t in explained(ORIGINAL)["twins"] if t["id"] == SUSPECT)["kept"] is None
    said = called("explain", COPY, "--in", samples_checked).out
    assert f"near {ORIGINAL}, kept instead of this document" in said
    assert f"tokens that occur in no kept document {one['lost']}" in said
    assert f"near {COPY}, set aside for this document" in called("explain", ORIGINAL, "--in", samples_checked).out


def test_what_contains_a_text_and_what_quotes_it_is_named(samples_checked: Path) -> None:
    findings = pl.read_parquet(samples_checked / "findings.parquet")
    pairs = pl.read_parquet(samples_checked / "duplicates.parquet")
    for code, kind, column in (("DUP004", "contained", "message"), ("DUP008", "quoted", "evidence")):
        told = findings.filter(pl.col("code") == code)
        assert len(told)
        for row in told.iter_rows(named=True):
            of = pairs.filter(pl.col("kind") == kind, pl.any_horizontal(pl.col("a", "b") == row["id"]))
            assert any(id in row[column] for id in {*of["a"], *of["b"]} - {row["id"]})


def test_a_quotation_is_shown_by_what_is_quoted(explained: Any, samples_checked: Path) -> None:
    pairs = pl.read_parquet(samples_checked / "duplicates.parquet").filter(pl.col("kind") == "quoted")
    pair = pairs.row(0, named=True)
    told = next(t for t in explained(pair["a"])["twins"] if t["id"] == pair["b"])
    assert told["passages"]
    assert {p["kind"] for p in told["passages"]} <= {"same", "moved"}


def test_a_terminal_shows_two_columns_and_a_pipe_no_colours(called: Audit, samples_checked: Path) -> None:
    ran = called("explain", SUSPECT, "--in", samples_checked, COLUMNS="90")
    assert f"may be a paraphrase of {ORIGINAL}" in ran.out
    assert "\x1b" not in ran.out
    rows = [line for line in ran.out.splitlines() if " │" in line]
    assert 5 < len(rows) <= 24
    widths = {sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in row.split("│")[0]) for row in rows}
    assert len(widths) == 1
    assert "more passages; --format json lists them" in ran.out


def test_a_release_says_that_it_does_not_keep_the_copy(called: Audit, samples_released: Path) -> None:
    ran = called("explain", COPY, "--in", samples_released / "1.0.0")
    assert ran.code == 0, ran.err
    assert f"near {ORIGINAL}" in ran.out
    assert "audit check RAW --out DIR stores all texts" in ran.out
    kept = called("explain", SUSPECT, "--in", samples_released / "1.0.0")
    assert " │" in kept.out


def test_a_folder_without_suspects_is_explained_as_well(called: Audit, samples_checked: Path, tmp_path: Path) -> None:
    shutil.copytree(samples_checked, tmp_path / "old")
    (tmp_path / "old" / "suspects.parquet").unlink()
    assert called("explain", COPY, "--in", tmp_path / "old").code == 0


@pytest.mark.parametrize(
    ("text", "width", "found"),
    [
        pytest.param("abc", 5, "abc  ", id="filled up"),
        pytest.param("临海的船", 8, "临海的船", id="fits"),
        pytest.param("临海的渔船", 8, "临海…船 ", id="wide characters take two"),
        pytest.param("abcdefghij", 7, "abc…hij", id="cut in the middle"),
        pytest.param("", 3, "   ", id="empty"),
    ],
)
def test_columns_have_their_width(text: str, width: int, found: str) -> None:
    assert fitted(text, width) == found


def test_every_rule_is_judged_as_the_audit_judged_it(explained: Any, samples_checked: Path) -> None:
    broken = "lanhai-daily/enc-mojibake-utf8-as-gbk.txt"
    for id in (broken, COPY):
        told = explained(id)
        codes = {finding["code"] for finding in told["findings"]}
        assert {rule["code"] for rule in told["judged"] if not rule["met"]} == codes
        assert len(told["judged"]) == len({rule["code"] for rule in told["judged"]}) > 50
        assert told["decoding"]["encoding"] == told["document"]["encoding"]
    assert next(rule for rule in explained(broken)["judged"] if rule["code"] == "ENC004")["value"] > 0


def test_a_group_of_rows_is_found_by_its_bounds_and_in_no_order(tmp_path: Path) -> None:
    for n in range(300):
        ids = [f"{(n * 7 + k) % 300}/\U00020000{k}" for k in range(3)]
        frame = pl.DataFrame({"id": ids, "other": ids[::-1], "text": ["x"] * 3})
        if n % 100 == 0:
            (tmp_path / "t").mkdir(exist_ok=True)
            frame.write_parquet(tmp_path / f"t/{n:03}.parquet", row_group_size=1)
    held = StoredAudit(tmp_path)
    assert [row["text"] for row in held.rows("t", "0/\U000200000")] == ["x"]
    assert len(held.rows("t", "1/\U000200001", ("id", "other"))) == 1
    assert held.rows("t", "nowhere") == []
    with pytest.raises(UsageError, match="has no table u"):
        held.rows("u", "x")
    (tmp_path / "t/000.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(UsageError, match="cannot be read"):
        held.rows("t", "x")
