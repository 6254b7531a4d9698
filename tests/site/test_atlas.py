"""Documents on a plane: near where they share shingles, the same places again, no place for what has none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

import audit
from audit.errors import UsageError
from audit.site.atlas import ATLAS, SCHEMA

NEEDS = pytest.mark.skipif(find_spec("umap") is None, reason="needs corpus-audit[atlas]")


@NEEDS
@pytest.mark.filterwarnings("ignore")
def test_the_samples_lie_near_their_copies(samples_checked: Path, tmp_path: Path) -> None:
    for nth in ("first", "second"):
        assert audit.report(samples_checked, out=tmp_path / nth, atlas=True).passed
    table = pq.read_table(tmp_path / "first" / ATLAS)
    assert table.schema.equals(SCHEMA)
    assert (tmp_path / "first" / ATLAS).read_bytes() == (tmp_path / "second" / ATLAS).read_bytes()
    rows = pl.from_arrow(table)
    assert rows["id"].to_list() == sorted(pq.read_table(samples_checked / "documents.parquet")["id"].to_pylist())
    place = {row["id"]: (row["projection_x"], row["projection_y"]) for row in rows.iter_rows(named=True)}
    pairs = pq.read_table(samples_checked / "duplicates.parquet").to_pylist()
    close = [(place[p["a"]], place[p["b"]]) for p in pairs if p["a"] in place and p["b"] in place]
    assert len(close) > 5
    mean = sum(_apart(a, b) for a, b in close) / len(close)
    others = [_apart(a, b) for n, a in enumerate(place.values()) for b in list(place.values())[:n] if None not in a + b]
    assert mean < sum(others) / len(others) / 2


@NEEDS
@pytest.mark.filterwarnings("ignore")
def test_what_shares_nothing_to_compare_has_no_place(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("The ferry left the quay at noon and came back in the evening.\n", "utf-8")
    audit.report(raw, out=tmp_path / "site", atlas=True)
    (row,) = pq.read_table(tmp_path / "site" / ATLAS).to_pylist()
    assert (row["id"], row["projection_x"], row["projection_y"]) == ("a.txt", None, None)


@pytest.mark.skipif(find_spec("umap") is not None, reason="corpus-audit[atlas] is installed")
def test_a_missing_library_is_said_before_the_audit(samples_checked: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"corpus-audit\[atlas\]"):
        audit.report(samples_checked, out=tmp_path / "site", atlas=True)
    assert not (tmp_path / "site").exists()


def test_settings_are_not_for_what_is_checked_already(samples_checked: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="already checked"):
        audit.report(samples_checked, out=tmp_path / "site", config="audit.toml")


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
