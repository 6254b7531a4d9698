"""The whole pipeline: no input is lost, none raises, and the bytes do not depend on how it runs."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from audit import samples
from audit.measure.measures import MEASURES
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, LEDGER, RECURRING, SUSPECTS
from tests.conftest import Audit, Ran, call
from tests.hostile import make_hostile

CHECKED = (DOCUMENTS, BLOCKS, MEASURES, DUPLICATES, SUSPECTS, RECURRING, FINDINGS, LEDGER)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Ran, int]:
    """Give the hostile folder, the folder of its check, how the check ended, and the number of cases."""
    folder = tmp_path_factory.mktemp("hostile")
    cases = make_hostile(folder / "raw")
    return folder / "raw", folder / "out", call(["check", "raw", "--out", "out"], folder), len(cases)


def test_a_check_writes_every_table_of_the_contract(samples_checked: Path) -> None:
    for table in CHECKED:
        assert pq.read_schema(samples_checked / f"{table.name}.parquet").equals(table.arrow)


def test_every_hostile_input_is_accounted_for(hostile: tuple[Path, Path, Ran, int]) -> None:
    _, out, ran, cases = hostile
    assert cases >= 280
    assert ran.code == 1, ran.err
    ledger = pl.read_parquet(out / "ledger.parquet")
    assert ledger["id"].n_unique() == ledger.height
    assert ledger.height >= cases
    assert sum(json.loads((out / "report.json").read_bytes())["ledger"].values()) == ledger.height


def test_no_hostile_input_kills_a_worker(hostile: tuple[Path, Path, Ran, int]) -> None:
    ledger = pl.read_parquet(hostile[1] / "ledger.parquet")
    crashed = ledger.filter(pl.col("code").is_in(["crashed-reader", "timed-out"]))
    assert crashed.select("id", "detail").to_dicts() == []


def test_nothing_a_terminal_would_obey_is_printed(hostile: tuple[Path, Path, Ran, int]) -> None:
    ran = hostile[2]
    assert not set(ran.out + ran.err) & (
        set(map(chr, range(0x20))) - {"\n"} | set(map(chr, range(0x7F, 0xA0))) | {"\u202e"}
    )


def test_quarantined_inputs_say_why_and_what_next(hostile: tuple[Path, Path, Ran, int]) -> None:
    rows = pl.read_parquet(hostile[1] / "ledger.parquet").filter(pl.col("state") == "quarantined")
    assert rows.height > 50
    assert rows.filter(pl.col("code").is_null() | pl.col("detail").is_null()).height == 0


def test_blocks_rebuild_the_text_of_every_sample(samples_checked: Path) -> None:
    documents = pl.read_parquet(samples_checked / "documents.parquet").filter(~pl.col("id").str.contains("#"))
    blocks = pl.read_parquet(samples_checked / "blocks.parquet")
    for id, codec in documents.select("id", "encoding").iter_rows():
        raw = (samples.folder() / id).read_bytes()
        text = raw.decode(codec, "replace").removeprefix("\ufeff")
        rows = blocks.filter(pl.col("id") == id).sort("block")
        assert "".join(rows["text"]).split() != [] or not text.split()
        if "\ufffd" not in text:
            assert all(text[s:e] == t for s, e, t in rows.select("start", "end", "text").iter_rows()), id
            assert "".join("".join(rows["text"]).split()) == "".join(text.split()), id


def test_offsets_in_bytes_and_in_code_points_agree(samples_checked: Path) -> None:
    findings = pl.read_parquet(samples_checked / "findings.parquet").drop_nulls("byte_start")
    codecs = dict(pl.read_parquet(samples_checked / "documents.parquet").select("id", "encoding").iter_rows())
    blocks = pl.read_parquet(samples_checked / "blocks.parquet")
    seen = 0
    # What does not decode, what another codec wrote, what an older code page meant: not what the file's codec says.
    other = pl.col("code").is_in(["ENC001", "ENC016", "ENC017"])
    for row in findings.filter(~pl.col("id").str.contains("#") & ~other).iter_rows(named=True):
        raw = (samples.folder() / row["id"]).read_bytes()
        passage = raw[row["byte_start"] : row["byte_end"]].decode(codecs[row["id"]], "replace")
        assert len(passage) == row["end"] - row["start"]
        holding = blocks.filter(
            (pl.col("id") == row["id"]) & (pl.col("start") <= row["start"]) & (pl.col("end") >= row["end"])
        )
        for start, text in holding.select("start", "text").iter_rows():
            assert text[row["start"] - start : row["end"] - start] == passage
            seen += 1
    assert seen > 20


def test_a_release_has_the_same_bytes_whatever_runs_it(samples_released: Path, tmp_path: Path) -> None:
    """Three workers on what looks like another machine, where `samples_released` is made in this very process."""
    moved = tmp_path / "elsewhere" / "raw"
    moved.mkdir(parents=True)
    # Written in the opposite order, so that the folder lists its files in another one.
    for path in sorted(samples.folder().rglob("*"), reverse=True):
        if path.is_file():
            (moved / path.relative_to(samples.folder())).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, moved / path.relative_to(samples.folder()))
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    known = ["--config", samples.policy(), "--workers", "3"]
    ran = call(["run", moved, "--name", "samples", *known], tmp_path, **elsewhere)
    assert ran.code == 0, ran.err
    assert digests(tmp_path / "dist" / "samples") == digests(samples_released)


def test_a_killed_worker_costs_one_input(tmp_path: Path, audit: Audit) -> None:
    """A file whose reading is killed from outside twice is quarantined; the others are parsed."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(6):
        (raw / f"{number}.txt").write_text(f"第{number}篇短讯。镇上的图书馆本周延长了开放时间,读者很高兴。", "utf-8")
    killer = tmp_path / "site" / "sitecustomize.py"
    killer.parent.mkdir()
    # The stage is the real one; only the reading of one file ends its process, as running out of memory would.
    killer.write_text(
        "import sys, os, signal\n"
        "def trace(event, args):\n"
        "    if event == 'open' and args[0] in (b'3.txt', '3.txt') and 'audit.worker.batch' in sys.modules:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(trace)\n",
        "utf-8",
    )
    # Without the first pass: what a kill costs there has a test of its own.
    ran = audit(
        "check",
        raw,
        "--no-repeats",
        "--out",
        tmp_path / "out",
        PYTHONPATH=os.pathsep.join([str(killer.parent), *sys.path]),
    )
    # One of six is more than one in a thousand: what was lost to a crash is no silent pass.
    assert ran.code == 1, ran.err
    assert "ENC105 many-abandoned-inputs" in ran.out
    assert "noted        ENC103 abandoned-inputs" in ran.out
    ledger = {r["id"]: r for r in pl.read_parquet(tmp_path / "out" / "ledger.parquet").iter_rows(named=True)}
    assert {i: r["code"] for i, r in ledger.items() if r["state"] == "quarantined"} == {"3.txt": "crashed-reader"}
    assert len(ledger) == 6
    assert "signal 9" in ledger["3.txt"]["detail"]
