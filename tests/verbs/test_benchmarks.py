"""A check against a benchmark finds its questions in training texts, whatever form it has, and counts them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import audit
from audit.report.summary import Outcome, summary

Story = Callable[..., str]
ASKED = {
    "lines.jsonl": "How many gulls did the keeper of Ombrel count on the first Monday of the year 1884?",
    "table.csv": "In which shed of the harbour does the second ferry lie when the winter is over?",
    "rows.parquet": "Why does the clock of the town hall strike thirteen on the day of the fair?",
    "nested.json": "What did the singer from Tollhaven carry across the bridge in a basket of reeds?",
    "list.txt": "Whose portrait hangs above the stairs of the school by the river?",
    "packed.jsonl.gz": "When was the last lamp on the towpath between lock and mill put out for good?",
}


def wrapped(text: str) -> str:
    words = text.split()
    return "\n".join(" ".join(words[at : at + 8]) for at in range(0, len(words), 8))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, story: Story, write: Callable[..., Path]) -> Path:
    """Give a benchmark with a file of each form, and training texts that hold a question of each."""
    folder = tmp_path_factory.mktemp("benchmarks")
    bench = folder / "bench"
    other = {"question": "Which of all the boats is the oldest one that still sails on the river Sarn?", "answer": "no"}
    short = {"question": "Is it so?", "answer": "yes"}
    rows = [{"question": ASKED["lines.jsonl"], "choices": ["one", "two"], "answer": 1}, other, short]
    nested = {"data": [{"paragraphs": [{"context": "…", "qas": [{"question": ASKED["nested.json"]}, other]}]}]}
    write(bench, {
        "lines.jsonl": "".join(json.dumps(row) + "\n" for row in rows),
        "table.csv": f'Prompt,Target\n"{ASKED["table.csv"]}",the third\n',
        "nested.json": json.dumps(nested),
        "list.txt": f"1. {ASKED['list.txt']}\n2. {other['question']}\n",
    })  # fmt: skip
    held = {"label": ["A", "B"], "text": ["for joy", "by mistake"]}
    pq.write_table(pa.Table.from_pylist([{"query": ASKED["rows.parquet"], "choices": held}]), bench / "rows.parquet")
    with gzip.open(bench / "packed.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"problem": ASKED["packed.jsonl.gz"]}) + "\n")
    texts = {
        f"{name}.txt": f"{story(n)}\n\n{wrapped(text)}\n\n{story(n + 50, 4)}"
        for n, (name, text) in enumerate(ASKED.items())
    }
    write(folder / "train", {**texts, "clean.txt": f"{story(99)}\nIs it so? It is.\n"})
    return folder


@pytest.fixture(scope="module")
def checked(folder: Path) -> tuple[Mapping[str, Any], Path]:
    result = audit.check(folder / "train", against=[folder / "bench"], out=folder / "out", workers=1)
    assert not result.passed
    return result.report, folder


def test_each_form_of_benchmark_is_read(checked: tuple[Mapping[str, Any], Path]) -> None:
    report, folder = checked
    measures = pl.read_parquet(folder / "out" / "measures.parquet")
    found = {id: said for id, said in measures.select("id", "benchmark_item").iter_rows() if said}
    numbered = {name: "" if name == "list.txt" else "#0" for name in ASKED}
    assert found == {f"{name}.txt": f"{folder / 'bench'}: {name}{nth}" for name, nth in numbered.items()}
    counts = dict(measures.select("id", "benchmark_items").iter_rows())
    assert counts == {id: int(id in found) for id in [*found, "clean.txt"]}
    rule = next(rule for rule in report["rules"] if rule["code"] == "DUP011")
    assert (rule["documents"], rule["met"]) == (len(ASKED), False)


def test_the_report_says_what_was_looked_for(checked: tuple[Mapping[str, Any], Path]) -> None:
    (entry,) = checked[0]["benchmarks"]
    assert entry == {
        "in": str(checked[1] / "bench"), "items": 10, "too_short": 1, "left_out": 0, "found": 6, "documents": 6,
    }  # fmt: skip


def test_a_finding_has_the_passage_to_the_letter_and_to_the_byte(checked: tuple[Mapping[str, Any], Path]) -> None:
    _, folder = checked
    findings = pl.read_parquet(folder / "out" / "findings.parquet").filter(pl.col("code") == "DUP011")
    for one in findings.iter_rows(named=True):
        raw = (folder / "train" / one["id"]).read_bytes()
        asked = wrapped(ASKED[one["id"].removesuffix(".txt")]).removesuffix("?")
        assert raw.decode()[one["start"] : one["end"]] == asked
        assert raw[one["byte_start"] : one["byte_end"]].decode() == asked
        assert f"{one['id'].removesuffix('.txt')}" in one["evidence"]


def test_the_summary_counts_the_items_of_each(checked: tuple[Mapping[str, Any], Path]) -> None:
    said = "".join(text for line in summary(checked[0], Outcome("audit check", "")) for _, text in line)
    assert "6 of 10 items of" in said
    assert "1 are too short to distinguish from set phrases" in said


def test_a_dataset_with_nothing_to_compare_is_no_pass(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "numbers.jsonl").write_text('{"x": 1, "y": 2}\n')
    with pytest.raises(audit.UsageError, match="no column with a usual name for questions"):
        audit.check(folder / "train" / "clean.txt", against=[tmp_path / "numbers.jsonl"], workers=1)
