"""The file of a baseline: small, sorted, merged by git, and refused where it is none."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.errors import UsageError
from audit.gate.baseline import FIRST_LINE, Baseline, Known, baseline_text, read_baseline
from audit.gate.sources import baseline_of, is_report
from audit.tables import FINDINGS
from audit.text.visible import visible

A, B = "a" * 32, "b" * 32
BASELINE = Baseline(
    (Known(A, "data/a.txt", "ENC002", 2), Known(A, "data/b.txt", "ENC002", 1), Known(B, "x y.txt", "LNG001", 1)),
    frozenset({"ENC002", "DUP101"}), ("0" * 64,), "warning",
)  # fmt: skip
TEXT = f"""{FIRST_LINE}
# made from sha256:{"0" * 64}
# fail_on warning
{A} 1 ENC002 data/b.txt
{A} 2 ENC002 data/a.txt
{B} 1 LNG001 x y.txt
missed DUP101
missed ENC002
"""
ENTRIES = st.builds(
    Known, st.sampled_from((A, B)), st.text(min_size=1).map(visible).filter(str.strip),
    st.sampled_from(("ENC002", "LNG001")), st.integers(1, 10**8),
)  # fmt: skip


def test_a_baseline_is_a_sorted_text_with_its_origin_at_the_top() -> None:
    assert baseline_text(BASELINE) == TEXT
    assert baseline_text(Baseline()) == f"{FIRST_LINE}\n"
    assert read_baseline(TEXT, "b.txt") == BASELINE


@settings(max_examples=25)
@given(st.lists(ENTRIES, unique_by=lambda known: known[:3]))
def test_what_is_written_is_read_whatever_documents_are_called(known: list[Known]) -> None:
    made = Baseline(tuple(sorted(known)))
    assert read_baseline(baseline_text(made), "b.txt") == made


def test_a_union_merge_is_a_baseline() -> None:
    other = TEXT.replace(f"{A} 2", f"{A} 3").replace("0" * 64, "1" * 64).replace("\n", "\r\n")
    merged = read_baseline(f"{TEXT}{other}\n# a remark\n", "b.txt")
    assert [known.times for known in merged.known] == [3, 1, 1]
    assert merged.made_from == ("0" * 64, "1" * 64)
    assert merged.missed == BASELINE.missed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "is not a baseline", id="empty"),
        pytest.param("a text of somebody's\n", "is not a baseline", id="another file"),
        pytest.param(TEXT.replace("baseline 1", "baseline 2"), "format 2", id="of a later program"),
        pytest.param(f"{TEXT}<<<<<<< ours\n", "line 9 of b.txt is a merge conflict marker", id="not merged"),
        pytest.param(f"<<<<<<< ours\n{TEXT}", "line 1 of b.txt is a merge conflict marker", id="not merged at the top"),
        pytest.param(f"{TEXT}{A} 0 ENC002 a.txt\n", "line 9 of b.txt is not a baseline entry", id="none of it"),
        pytest.param(f"{TEXT}{A[:9]} 1 ENC002 a.txt\n", "not a baseline entry", id="no fingerprint"),
        pytest.param(f"{TEXT}{A} 1 ENC002\n", "not a baseline entry", id="no document"),
        pytest.param(f"{TEXT}\x1b[2J ::error::x\n", r"\\x1b", id="what a terminal obeys"),
    ],
)
def test_what_is_no_baseline_is_refused_by_its_line(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as error:
        read_baseline(text, "b.txt")
    assert str(error.value).isprintable()


def rows() -> list[dict[str, object]]:
    named = dict.fromkeys(FINDINGS.names) | {"code": "ENC002", "severity": "warning", "message": ""}
    return [named | {"fingerprint": mark, "id": id} for mark, id in ((A, "a.txt"), (A, "a.txt"), (B, "b.txt"))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what a check, a release and a report leave, and files that are none of it."""
    home = tmp_path_factory.mktemp("left")
    for place in ("out", "names/1.0.0/audit", "names/1.1.0/audit"):
        (home / place).mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist(rows(), FINDINGS.arrow), home / place / "findings.parquet")
        report = {"rules": [{"code": "ENC002", "met": False}, {"code": "ENC003", "met": True}]}
        (home / place / "report.json").write_text(json.dumps(report), "utf-8")
    (home / "whole.json").write_text(json.dumps(report | {"all_findings": rows()}), "utf-8")
    (home / "judged.json").write_text(json.dumps({"all_findings": [], "gate": {"baseline": "b.txt"}}), "utf-8")
    (home / "odd.json").write_text(json.dumps({"all_findings": [{"id": 7}]}), "utf-8")
    (home / "bare").mkdir()
    (home / "latin.txt").write_bytes(FIRST_LINE.encode() + b"\n\xff")
    (home / "damaged").mkdir()
    (home / "damaged/findings.parquet").write_bytes(b"PAR1 and no more")
    return home


@pytest.mark.parametrize("source", ["out", "names", "names/1.0.0", "out/report.json", "whole.json"])
def test_whatever_a_run_left_is_a_baseline(folder: Path, source: str) -> None:
    assert is_report(str(folder / source))
    found = baseline_of(str(folder / source), "data/{}".format)
    assert found.known == (Known(A, "data/a.txt", "ENC002", 2), Known(B, "data/b.txt", "ENC002", 1))
    assert found.missed == {"ENC002"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nothing", "there is no baseline"), ("bare", "contains no findings"), ("latin.txt", "not UTF-8 text"),
        ("judged.json", "only new findings"), ("odd.json", "is not a report"), ("damaged", "not a table of findings"),
    ],
)  # fmt: skip
def test_what_is_not_there_or_no_result_is_an_error(folder: Path, source: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        baseline_of(str(folder / source), str)


def test_a_revision_on_the_hub_is_a_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def snapshot_download(repository: str, **wanted: object) -> str:
        asked.append((repository, wanted["revision"], wanted["repo_type"]))
        if repository == "gone":
            raise OSError("404")
        return str(folder / "names/1.0.0")

    monkeypatch.setattr("huggingface_hub.snapshot_download", snapshot_download)
    assert is_report("hf://datasets/me/news@v1.0.0")
    assert len(baseline_of("hf://datasets/me/news@v1.0.0", str).known) == 2
    with pytest.raises(UsageError, match="cannot be fetched: 404"):
        baseline_of("hf://datasets/gone", str)
    assert asked == [("me/news", "v1.0.0", "dataset"), ("gone", None, "dataset")]
