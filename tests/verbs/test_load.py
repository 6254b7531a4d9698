"""What is loaded is the release, whole and as it was made, or nothing: never rows of other files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import audit
from audit.errors import UsageError
from audit.release.lineage.yank import yank
from audit.release.plan import plan
from audit.release.release import release
from audit.release.version import parse_version
from tests.release.conftest import ARTICLES, request_of, tables_of

TRAM = "en/tram.txt"
# Everything in one child: importing `datasets` costs seconds.
CHILD = """
import json, os, shutil, sys, warnings
import audit, datasets
datasets.disable_progress_bars()
one, two, cut = sys.argv[1:]

def ends(load):
    try:
        return [row[-9:] for row in load()["body"][:]]
    except Exception as error:
        return type(error).__name__

def plain(folder):
    return lambda: datasets.load_dataset(folder, split="train")

# First: once the whole release was loaded, its rows come from the cache, which is as good.
found = {"a shard missing, plainly": ends(plain(cut))}
found["by name"] = ends(lambda: audit.load("ports", dist=one))
found["other folder of that name"] = ends(lambda: audit.load("ports", dist=two))
found["plainly"] = [ends(plain(f"{dist}/ports/1.0.0")) for dist in (one, two)]
found["streamed"] = [row["body"][-9:] for row in audit.load(f"{one}/ports", "1.0.0", True)]
found["blocks"] = len(audit.load("ports@1.0.0", table="blocks", dist=one))
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    audit.load("ports", version="1.1.0", dist=one)
found["warned"] = [str(each.message) for each in said if each.category is UserWarning and "yanked" in str(each.message)]
# The first folder comes to hold the second one's files, to the name and the time.
times = {path: os.stat(os.path.join(one, "ports/1.0.0", path)) for path in ("documents", "README.md", "manifest.json")}
shutil.rmtree(f"{one}/ports/1.0.0")
shutil.copytree(f"{two}/ports/1.0.0", f"{one}/ports/1.0.0")
for root, folders, names in os.walk(f"{one}/ports/1.0.0"):
    for name in (*folders, *names):
        os.utime(os.path.join(root, name), ns=(times["manifest.json"].st_atime_ns, times["manifest.json"].st_mtime_ns))
found["rewritten"] = [ends(lambda: audit.load(f"{one}/ports/1.0.0")), ends(plain(f"{one}/ports/1.0.0"))]
print(json.dumps(found))
"""


def released(dist: Path, ending: str, *more: str) -> Path:
    """Release ports 1.0.0, whose tram ends so, and a version for each other ending."""
    for each in (ending, *more):
        tables = tables_of({**ARTICLES, TRAM: ("A tram for the hill", [f"The tram {each}."])})
        release(plan(dist, "ports"), request_of(tables))
    return dist / "ports"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("loaded")
    one = released(folder / "one", "is here", "is lost").parent
    two = released(folder / "two", "is gone").parent
    yank(one / "ports", parse_version("1.1.0"), "nobody lost it")
    # As if the Hub's client had fetched all shards but one.
    cut = folder / "cut" / "1.0.0"
    shutil.copytree(two / "ports" / "1.0.0", cut)
    shard = next((cut / "documents").iterdir())
    rows = pq.read_table(shard)
    shard.unlink()
    pq.write_table(rows.slice(0, 1), shard.with_name("train-00000-of-00002.parquet"))
    env = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, one, two, cut],
        env=env | {"HF_HOME": str(folder / "home"), "HF_HUB_OFFLINE": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return dict(json.loads(ran.stdout.splitlines()[-1]))


HERE, GONE = "is here.", "is gone."


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("by name", HERE),
        ("other folder of that name", GONE),
        ("streamed", HERE),
    ],
)
def test_the_rows_are_those_of_the_folder_that_was_named(loaded: dict[str, Any], how: str, expected: str) -> None:
    assert loaded[how][1].strip() == expected


def test_nothing_stale_is_served_plainly_either(loaded: dict[str, Any]) -> None:
    assert [rows[1].strip() for rows in loaded["plainly"]] == [HERE, GONE]
    assert [rows[1].strip() for rows in loaded["rewritten"]] == [GONE, GONE]


def test_a_yanked_version_is_given_with_a_warning(loaded: dict[str, Any]) -> None:
    assert loaded["warned"] == ["ports 1.1.0 was yanked: nobody lost it"]
    assert loaded["blocks"] == 5


def test_a_missing_shard_is_refused_by_plain_datasets(loaded: dict[str, Any]) -> None:
    assert loaded["a shard missing, plainly"] == "NonMatchingSplitsSizesError"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return released(tmp_path_factory.mktemp("refused"), "stands").parent


class TestRefusals:
    @pytest.fixture
    def spoiled(self, dist: Path, tmp_path: Path) -> Path:
        return Path(shutil.copytree(dist, tmp_path / "dist"))

    @pytest.mark.parametrize("how", ["flipped", "missing", "added", "manifest"])
    def test_what_is_not_whole_is_refused(self, spoiled: Path, how: str) -> None:
        at = spoiled / "ports" / "1.0.0"
        shard = next((at / "documents").iterdir())
        raw = bytearray(shard.read_bytes())
        if how == "flipped":
            raw[len(raw) // 2] ^= 1
            shard.write_bytes(raw)
        elif how == "missing":
            shard.unlink()
        elif how == "added":
            (at / "documents" / "train-00001-of-00002.parquet").write_bytes(raw)
        else:
            (at / "manifest.json").write_bytes((at / "manifest.json").read_bytes().replace(b'"critical"', b'"warning"'))
        with pytest.raises(UsageError, match=r"is damaged|was changed"):
            audit.load("ports", dist=spoiled)

    @pytest.mark.parametrize(
        ("target", "version", "said"),
        [
            ("harbours", None, "no such release"),
            ("ports", "2.0.0", "no such release"),
            ("ports@1.0", None, "is not a version"),
            ("../ports", None, "nothing at"),
            ("hf://datasets/me/ports", None, "is on a Hub"),
        ],
    )
    def test_what_is_not_there_is_refused(self, dist: Path, target: str, version: str | None, said: str) -> None:
        with pytest.raises(UsageError, match=said):
            audit.load(target, version, dist=dist)

    def test_of_versions_that_were_all_yanked_one_must_be_named(self, spoiled: Path) -> None:
        yank(spoiled / "ports", parse_version("1.0.0"), "bad")
        for target in ("ports", str(spoiled / "ports")):
            with pytest.raises(UsageError, match="yanked"):
                audit.load(target, dist=spoiled)
