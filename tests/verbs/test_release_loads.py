"""What `audit run` releases is what `datasets` loads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

LOAD = """
import sys, json, datasets
datasets.disable_progress_bars()
for place in json.loads(sys.argv[1]):
    made = datasets.load_dataset(*place, split="train")
    told = {"columns": made.column_names, "ids": made["id"][:], "version": str(made.info.version)}
    print(json.dumps({"rows": made.num_rows, **told}))
"""


@pytest.fixture(scope="module")
def loads(samples_released: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Give what `datasets` says of the folder of all versions, of the version, and of its blocks."""
    version = str(samples_released / "1.0.0")
    places = {"folder": [str(samples_released)], "version": [version], "blocks": [version, "blocks"]}
    done = subprocess.run(
        [sys.executable, "-c", LOAD, json.dumps(list(places.values()))],
        env={"HF_HOME": str(tmp_path_factory.mktemp("home")), "HF_HUB_OFFLINE": "1", "PATH": ""},
        capture_output=True,
        check=True,
    )
    return dict(zip(places, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("where", ["folder", "version"])
def test_the_release_and_its_folder_load(samples_released: Path, loads: dict[str, dict[str, Any]], where: str) -> None:
    loaded = loads[where]
    ledger = pl.read_parquet(samples_released / "1.0.0" / "audit" / "ledger.parquet")
    assert loaded["ids"] == ledger.filter(pl.col("state") == "published")["id"].to_list()
    assert loaded["columns"][:5] == ["title", "source", "date", "body", "boilerplate"]
    assert loaded["version"] == "1.0.0"


def test_blocks_load_as_a_config(samples_released: Path, loads: dict[str, dict[str, Any]]) -> None:
    loaded = loads["blocks"]
    assert loaded["columns"] == ["id", "block", "start", "end", "text", "kind", "boilerplate", "score", "reason"]
    assert loaded["rows"] == sum(
        pl.read_parquet(f).height for f in (samples_released / "1.0.0" / "blocks").glob("*.parquet")
    )


CALL = "pandas.read_dataframe(rows).validate(suite)"
COUNT = """
counts = {}
for results in found:
    for one in results:
        meta = one.expectation_config.meta
        counts[meta["rule"]] = [one.success, one.result["element_count"], one.result["unexpected_count"]]
        assert meta["page"].startswith(f"# {meta['rule']} {meta['name']}"), meta
print(json.dumps(counts))
"""


def test_plain_great_expectations_says_what_the_release_says(samples_released: Path) -> None:
    text = (Path(__file__).parents[2] / "audit" / "validate" / "README.md").read_text("utf-8")
    (given,) = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert f"{CALL}.success" in given
    kept = given.replace("dist/local-news/1.0.0", str(samples_released / "1.0.0"))
    code = (
        "found = []\n" + kept.replace(f"{CALL}.success", f"(it := {CALL}, found.append(it.results))[0].success") + COUNT
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        # Beside Spark's client alone great-expectations looks for all of Spark, and ends the process where it is not.
        env={"GX_ANALYTICS_ENABLED": "false", "PATH": "", "SPARK_HOME": "/"},
        capture_output=True,
        check=False,
    )
    assert not done.returncode, done.stderr.decode()[-2000:]
    *said, counts = done.stdout.decode().splitlines()
    assert said == ["expectations True", "expectations_metrics True"]
    suites = json.loads((samples_released / "1.0.0" / "audit" / "validation.json").read_text("utf-8"))["suites"]
    ours = {r["rule"]: [r["success"], r["element_count"], r["unexpected_count"]] for s in suites for r in s["results"]}
    assert json.loads(counts) == ours
