"""A release is whole or not there, is never overwritten, and is the same for the same rows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pyarrow as pa
import pytest

from audit.errors import DefectError, UsageError
from audit.release.plan import plan
from audit.release.read_manifest import read_manifest
from audit.release.release import release
from audit.release.storage import files

WHOLE = {
    "README.md", "audit/duplicates.parquet", "audit/expectations.json", "audit/findings.parquet",
    "audit/ledger.parquet", "audit/measures.parquet", "audit/recurring.parquet", "audit/report.json",
    "audit/expectations_metrics.json",
    "audit/metrics.parquet",
    "audit/suspects.parquet",
    "audit/validation.json", "blocks/train-00000-of-00001.parquet", "croissant.json",
    "documents/train-00000-of-00001.parquet", "manifest.json",
}  # fmt: skip


def names_in(folder):
    return {path.name for path in folder.iterdir()}


def contents(folder):
    return {path: files.sha256_of(folder / path) for path in files.files_below(folder)}


def test_a_release_is_exactly_the_files_of_the_contract(made):
    assert set(files.files_below(made)) == WHOLE
    assert names_in(made.parent) == {"1.0.0", "README.md"}


def test_the_manifest_lists_every_other_file_sorted(made):
    listed = [file.path for file in read_manifest(made).files]
    assert listed == sorted(WHOLE - {"manifest.json"})


def test_the_manifest_names_no_place_and_no_time(made):
    text = (made / "manifest.json").read_text(encoding="utf-8")
    assert str(made.parent.parent) not in text
    assert set(json.loads(text)) == {
        "checksum", "content", "counts", "files", "judgements", "name", "parameters", "parent", "schema_minor",
        "schema_version",
        "tool", "version",
    }  # fmt: skip


def test_the_same_release_twice_is_no_new_version(made, again):
    before = contents(made.parent)
    second = again()
    assert (second.path, str(second.version), second.is_new) == (made, "1.0.0", False)
    assert contents(made.parent) == before


def test_other_rows_are_a_minor_version_that_names_its_parent(made, again, other_tables):
    second = again(tables=other_tables)
    assert str(second.version) == "1.1.0"
    parent = read_manifest(second.path).parent
    assert (str(parent.version), parent.manifest_sha256) == ("1.0.0", files.sha256_of(made / "manifest.json"))


def test_other_evidence_is_a_patch(made, again):
    assert str(again(report={"ledger": {"published": 3}}).version) == "1.0.1"
    assert str(again(parameters={"fail_on": "warning"}).version) == "1.0.2"
    assert made.is_dir()


def test_a_version_is_never_overwritten(made, again, other_tables):
    before = contents(made.parent)
    with pytest.raises(UsageError, match="never overwritten"):
        again(version="1.0.0", tables=other_tables)
    assert contents(made.parent) == before


def test_an_older_version_can_be_added_and_the_pointer_stays_at_the_newest(made, again, other_tables):
    again(version="2.0.0", tables=other_tables)
    mended = again(version="1.0.1")
    assert str(read_manifest(mended.path).parent.version) == "1.0.0"
    assert "path: 2.0.0/documents/train-*.parquet" in (made.parent / "README.md").read_text(encoding="utf-8")


def test_a_pointer_lost_by_a_killed_run_is_mended_by_the_next(made, again):
    (made.parent / "README.md").unlink()
    again()
    assert (made.parent / "README.md").is_file()


@pytest.mark.parametrize("name", ["", "..", "a/b", "A b", "-a", "a..b", "a.git", "a" * 97, "a\n", "ä", "CON", "nul.x"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(UsageError, match="is not a valid dataset name"):
        plan(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_release_leaves_nothing(made, again, tables):
    def broken():
        yield tables["documents"][0].slice(0, 1)
        raise DefectError("the second part is gone")

    before = contents(made.parent)
    with pytest.raises(DefectError, match="the second part is gone"):
        again(tables={**tables, "documents": broken()})
    assert contents(made.parent) == before


def test_a_full_disk_is_reported_and_leaves_nothing(made, again, tables):
    def full():
        yield tables["documents"][0].slice(0, 1)
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="No space left on device"):
        again(tables={**tables, "documents": full()})
    assert names_in(made.parent) == {"1.0.0", "README.md"}


def test_documents_that_the_ledger_does_not_publish_are_never_released(tmp_path, asked, tables):
    ledger = tables["ledger"][0]
    states = pa.array(["excluded", *ledger["state"].to_pylist()[1:]])
    wrong = ledger.set_column(4, ledger.schema.field("state"), states)
    with pytest.raises(DefectError, match=r"cn/harbour\.txt"):
        release(plan(tmp_path, "ports"), replace(asked, tables={**tables, "ledger": [wrong]}))
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_dead_releaser_is_swept_and_that_of_a_living_one_is_not(made, again):
    home = made.parent
    (home / ".staging-00000000deadbeef" / "documents").mkdir(parents=True)
    (home / ".beside-00000000deadbeef").write_bytes(b"half a card")
    with files.staging(home) as living:
        again()
        assert living.is_dir()
    assert names_in(home) == {"1.0.0", "README.md"}


def test_what_a_releaser_did_not_make_is_not_swept(made, again):
    """Names that look like ours, and a link under a name of ours: what it leads to is not touched either."""
    home = made.parent
    (home / ".staging-notes").mkdir()
    (home / ".beside-notes").write_bytes(b"mine")
    (home.parent / "precious").mkdir()
    (home / ".staging-00000000deadbeef").symlink_to(home.parent / "precious")
    before = names_in(home)
    again()
    assert names_in(home) == before
    assert (home.parent / "precious").is_dir()


def test_of_releasers_of_one_version_exactly_one_wins(tmp_path, asked):
    planned = plan(tmp_path, "ports", "1.2.3")

    def attempt(_):
        try:
            return release(planned, asked).is_new
        except UsageError:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(attempt, range(4))) == [False, False, False, True]
    assert names_in(tmp_path / "ports") == {"1.2.3", "README.md"}


def test_concurrent_releasers_of_the_same_rows_agree_on_one_version(tmp_path, asked):
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: release(plan(tmp_path, "ports"), asked), range(4)))
    assert sorted(r.is_new for r in results) == [False, False, False, True]
    assert {str(r.version) for r in results} == {"1.0.0"}


def test_a_releaser_killed_at_work_leaves_what_was_there_and_the_next_sweeps_up(made, again, other_tables):
    home, before = made.parent, contents(made)
    killed = (
        "import os, sys; from pathlib import Path; from audit.release.storage import files\n"
        "with files.staging(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'half').write_text('x'); os.kill(os.getpid(), 9)"
    )
    paths = os.pathsep.join(p for p in sys.path if p)
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, "-c", killed, str(home)], env=environment, check=False)
    assert done.returncode == -9
    assert len(names_in(home)) == 3
    again(tables=other_tables)
    assert names_in(home) == {"1.0.0", "1.1.0", "README.md"}
    assert contents(made) == before


SCRIPT = """
import importlib.util, os, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("given", sys.argv[1])
given = importlib.util.module_from_spec(spec); spec.loader.exec_module(given)
from audit.release.plan import plan
from audit.release.release import Request, release
os.umask(int(sys.argv[3]))
release(plan(Path(sys.argv[2]), "ports"), Request(tables=given.tables_of(given.ARTICLES), report={"b": 1, "a": 2},
    expectations={}, expectations_metrics={}, validation={}, parameters={"languages": ["zh", "en"]}))
"""


def test_the_same_bytes_under_another_locale_time_zone_and_hash_seed(tmp_path):
    here = os.path.join(os.path.dirname(__file__), "conftest.py")  # noqa: PTH118, PTH120
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"},
    )
    for number, environment in enumerate(settings):
        paths = os.pathsep.join(p for p in sys.path if p)
        subprocess.run(
            [sys.executable, "-c", SCRIPT, here, str(tmp_path / str(number)), str(number * 63)],
            env={**os.environ, "PYTHONPATH": paths, **environment}, check=True,
        )  # fmt: skip
    assert contents(tmp_path / "0") == contents(tmp_path / "1")
