"""Whatever is done to an input's bytes: it is read or refused, never a crash, never a silence."""

from __future__ import annotations

import gzip
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from audit.policy import InputSettings
from audit.read.inputs import read_inputs
from audit.read.walk import walk
from tests.hostile.good import GOOD, PARQUET

# Parquet most of all: a damaged footer ended the whole process once, in a call that only asked for a size.
SEEDS = {
    "a.parquet": PARQUET,
    "a.jsonl": GOOD * 3,
    "a.csv": b'id,text\n1,"The mill wheel, says ""he"", turns."\n2,two\n',
    "a.jsonl.gz": gzip.compress(GOOD * 3, mtime=0),
    "a.csv.zst": zstandard.compress(b"id,text\n1,one\n" * 3),
}
ROUNDS = 150


def outcomes(root: Path):
    return [outcome for entry in walk(root) for outcome in read_inputs(root, entry, InputSettings())]


def damaged(whole: bytes, chance: random.Random) -> bytes:
    made = bytearray(whole)
    for _ in range(chance.choice((1, 1, 3, 20))):
        place = chance.randrange(len(made))
        made[place : place + chance.choice((0, 1, 1, 9))] = chance.randbytes(chance.choice((0, 1, 1, 9)))
    return bytes(made)


@pytest.mark.parametrize("name", SEEDS)
def test_damaged_containers_are_read_or_refused(tmp_path, name):
    chance = random.Random(name)  # noqa: S311
    for _ in range(ROUNDS):
        (tmp_path / name).write_bytes(damaged(SEEDS[name], chance))
        found = outcomes(tmp_path)
        assert len({outcome.id for outcome in found}) == len(found) > 0


@given(
    st.sampled_from(["a", "a.txt", "a.jsonl", "a.csv", "a.tsv", "a.parquet", "a.gz", "a.csv.gz", "a.jsonl.zst"]),
    st.binary(max_size=200),
)
def test_any_bytes_under_any_name_are_read_or_refused(name, content):
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        found = outcomes(Path(folder))
    assert len({outcome.id for outcome in found}) == len(found) > 0
