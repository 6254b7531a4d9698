"""A container that breaks off is never passed over in silence."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import zstandard

from audit.corpus import inputs
from audit.read import readers
from audit.read.columnar import parquet as reading
from audit.read.containers import spans
from tests.conftest import Audit

PLACES = ("harbour", "market", "bridge", "school", "garden", "station", "library", "orchard", "quarry", "mill")


def records(count: int = 10) -> bytes:
    """Return JSON Lines about as many places, no two alike; numbers keep them from shrinking to nothing."""
    chance = np.random.default_rng(5)
    said = (f"The {place} keeps {chance.integers(10**9)} boats, and {chance.integers(10**9)} cats." for place in PLACES)
    return b"".join(json.dumps({"text": text * 3}).encode() + b"\n" for text in list(said)[:count])


def parquet(folder: Path) -> bytes:
    file = folder / "made.parquet"
    pl.DataFrame({"text": [json.loads(line)["text"] for line in records().splitlines()]}).write_parquet(file)
    return file.read_bytes()


def test_a_check_fails_on_containers_without_their_end(tmp_path: Path, called: Audit) -> None:
    whole = {
        "a.jsonl": records(),
        "b.jsonl.gz": gzip.compress(records(), mtime=0),
        "c.jsonl.zst": zstandard.compress(records()),
        "d.parquet": parquet(tmp_path),
    }
    (tmp_path / "raw").mkdir()
    for end, code in ((-40, 1), (None, 0)):
        for name, content in whole.items():
            (tmp_path / "raw" / name).write_bytes(content[:end])
        ran = called("check", "raw", "--select", "ENC104", "--format", "json")
        report = json.loads(ran.out)
        assert (ran.code, report["metrics"]["containers_broken_off"]) == (code, 4 * code)
        assert report["reasons"] == ["1 corpus-wide expectation missed: ENC104"] * code


def test_a_check_fails_on_a_container_that_gave_nothing_and_says_what_to_name(tmp_path: Path, called: Audit) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.jsonl").write_bytes(records())
    nested = "".join(json.dumps({"n": n, "data": {"saga": "The mill wheel turns."}}) + "\n" for n in range(600))
    (tmp_path / "raw" / "b.jsonl").write_text(nested, "utf-8")
    (tmp_path / "raw" / "c.jsonl").write_bytes(b"\n\n")
    # What `datasets` writes beside the data it saves holds no documents, and has lost none.
    (tmp_path / "raw" / "state.json").write_text('{"_data_files": [], "_fingerprint": "0d"}', "utf-8")
    for columns, code in (((), 1), (("--column", "text=data.saga"), 1)):
        ran = called("check", "raw", "--select", "ENC106", *columns)
        assert ran.code == code, ran.out
        assert ("1 corpus-wide expectation missed: ENC106" in ran.out) == (code == 1)
    ran = called("check", "raw/b.jsonl", "--select", "ENC106")
    assert ran.code == 1
    assert "not read     no-text-column (the first of 600) b.jsonl#0: line 1: no column is called" in ran.out
    assert "only 'n, data.saga'; name the text column: --column text=NAME" in ran.out
    assert called("check", "raw/b.jsonl", "--select", "ENC106", "--text-column", "data.saga").code == 0


def test_a_wiki_of_redirects_is_read_and_not_unreadable(tmp_path: Path, called: Audit) -> None:
    pages = "".join(f"<page><title>R{n}</title><ns>0</ns><redirect title='A'/></page>" for n in range(9))
    article = "<page><title>A</title><ns>0</ns><revision><text>The ferry left at dawn.</text></revision></page>"
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.xml").write_text(f"<mediawiki>{pages}{article}</mediawiki>", "utf-8")
    asked = "check", "raw", "--select", "ENC101", "--select", "ENC107", "--format", "json"
    report = json.loads(called(*asked, "--mostly", "unread-inputs=1").out)
    assert (report["ledger"]["quarantined"], report["metrics"]["quarantined_share"]) == (9, 0.0)
    assert report["verdict"] == "pass"
    (tmp_path / "raw" / "b.bin").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "raw" / "c.bin").write_bytes(b"\x89PNG\r\n\x1a\n")
    report = json.loads(called(*asked).out)
    assert report["metrics"]["quarantined_share"] > 0.6
    # That a single input was not read is told, and held against the corpus where that is asked for.
    assert [rule["failed"] for rule in report["rules"]] == [1, 1]
    assert report["reasons"] == ["1 corpus-wide expectation missed: ENC101"]
    report = json.loads(called(*asked, "--mostly", "unread-inputs=1").out)
    assert report["reasons"] == ["2 corpus-wide expectations missed: ENC101, ENC107"]


def test_a_large_file_that_is_damaged_inside_is_one_broken_container(
    tmp_path: Path, called: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (inputs, readers, spans, reading):
        monkeypatch.setattr(module, "SPAN_BYTES", 2_000)
    (tmp_path / "raw").mkdir()
    texts = pl.Series(np.random.default_rng(5).integers(10**9, size=900)).cast(pl.String)
    made = tmp_path / "raw" / "a.parquet"
    pl.DataFrame({"text": "The harbour keeps " + texts + " boats."}).write_parquet(made, row_group_size=100)
    whole = bytearray(made.read_bytes())
    for part in (2, 4, 6):
        at = len(whole) * part // 10
        whole[at : at + 300] = bytes(300)
    made.write_bytes(whole)
    ran = called("check", "raw", "--select", "ENC104", "--format", "json", "--no-repeats")
    report = json.loads(ran.out)
    assert report["ledger"]["quarantined"] > 1
    assert (ran.code, report["metrics"]["containers_broken_off"]) == (1, 1)
