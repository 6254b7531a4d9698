"""A container that breaks off is never passed over in silence."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import polars as pl
import zstandard

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
        "b.jsonl.gz": gzip.compress(records()),
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
        assert report["reasons"] == ["1 expectation on the corpus missed: ENC104"] * code
