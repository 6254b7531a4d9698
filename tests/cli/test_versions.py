"""A dataset through its versions, as its owner types it: run, run again, diff, a number too small, history, yank."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.conftest import Ran, call_here
from tests.stories import Story, Write

FERRY = (
    "渡口日报\n渡船今天起改在九点开\n2024-05-06\n渡船公司今天宣布，早班渡船从八点改到九点。\n"
    "船长说，冬天的早上雾太大，八点看不清对岸。\n坐船上学的孩子们都很高兴，他们可以多睡一个小时。\n"
)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory, story: Story, write: Write) -> tuple[Path, dict[str, Ran]]:
    folder = tmp_path_factory.mktemp("versions")
    raw = write(folder / "raw", {f"{n}.txt": story(n) for n in range(3)} | {"ferry.txt": FERRY})
    ran: dict[str, Ran] = {}

    def call(name: str, *args: str) -> None:
        ran[name] = call_here(args, folder)

    call("first", "run", "raw", "--name", "town")
    write(raw, {"ferry.txt": FERRY.replace("九点", "十点"), "3.txt": story(3)})
    (raw / "0.txt").unlink()
    call("too small", "run", "raw", "--name", "town", "--version", "1.0.1", "--format", "json")
    call("second", "run", "raw", "--name", "town")
    call("diff", "diff", "town@1.0.0", "town", "--to", "out/changes.md", "--to", "out/changes.json")
    call("loss", "diff", "town@1.0.0", "town", "--fail-on", "loss", "--to", "out/loss.md", "--to", "out/loss.txt")
    call("gate", "diff", "town@1.0.0", "town", "--fail-on", "minor")
    call("calm gate", "diff", "town@1.0.0", "town", "--fail-on", "major", "--format", "markdown")
    call("raw against release", "diff", "dist/town/1.1.0", "raw", "--format", "json")
    shard = next((folder / "dist/town/1.0.0/documents").iterdir())
    pq.write_table(pq.read_table(shard).slice(0, 3), folder / "some.parquet")
    call("parquet", "diff", str(shard), "some.parquet", "--format", "json")
    call("nothing there", "diff", "town", "village")
    call("yank", "yank", "town", "1.1.0", "--why", "the ferry leaves at nine")
    call("yanked by path", "yank", "dist/town", "1.1.0", "--why", "the ferry leaves at nine")
    call("yanked for another reason", "yank", "town", "1.1.0", "--why", "the ferry leaves at eight")
    call("yanked back", "yank", "town", "1.1.0", "--why", "the ferry leaves at nine")
    call("yanked again", "run", "raw", "--name", "town")
    call("history", "history", "town")
    call("history, json", "history", "town", "--format", "json")
    call("chain", "verify", "dist/town/1.1.0", "--quick", "--chain", "--format", "json")
    return folder, ran


def test_a_version_too_small_is_refused_with_the_change_named(versions: tuple[Path, dict[str, Ran]]) -> None:
    ran = versions[1]["too small"]
    report = json.loads(ran.out)
    assert (ran.code, report["verdict"], report["released"], report["path"]) == (1, "fail", False, None)
    [reason] = report["reasons"]
    for said in ("1.0.1 is too small a bump from 1.0.0", "1 document was added", "1 document was removed", "1.1.0"):
        assert said in reason


def test_what_changed_decides_the_number(versions: tuple[Path, dict[str, Ran]]) -> None:
    folder, ran = versions
    assert [ran[name].code for name in ("first", "second")] == [0, 0]
    assert "a minor version after town/1.0.0: 1 document was added" in ran["second"].out
    assert {path.name for path in (folder / "dist/town").iterdir()} == {"1.0.0", "1.1.0", "README.md", "yanked.json"}


def test_a_diff_is_readable(versions: tuple[Path, dict[str, Ran]]) -> None:
    folder, ran = versions
    out = ran["diff"].out
    assert ran["diff"].code == 0
    assert "town/1.0.0 → town/1.1.0" in out
    assert "[-渡船公司今天宣布，早班渡船从八点改到九点。-]{+渡船公司今天宣布，早班渡船从八点改到十点。+}" in out
    facts = json.loads((folder / "out/changes.json").read_bytes())
    assert facts["bump"]["level"] == "minor"
    assert (facts["documents"]["added"], facts["documents"]["removed"]) == (1, 1)
    assert facts["documents"]["edited"]["body"] == 1
    assert facts["findings"]["new"] > 0
    released = json.loads((folder / "dist/town/1.1.0/audit/changes.json").read_bytes())
    assert released["bump"] == facts["bump"]
    assert ran["calm gate"].out == (folder / "out/changes.md").read_text("utf-8")
    assert [ran[name].code for name in ("gate", "calm gate")] == [1, 0]


def test_raw_files_and_parquet_files_are_compared_as_well(versions: tuple[Path, dict[str, Ran]]) -> None:
    ran = versions[1]
    assert json.loads(ran["raw against release"].out)["documents"]["unchanged"] == 4
    assert json.loads(ran["parquet"].out)["documents"]["removed"] == 1
    assert ran["nothing there"].code == 2
    assert "nothing at village" in ran["nothing there"].err
    assert "; . holds " in ran["nothing there"].err


def test_a_check_for_changes_says_in_its_files_why_it_fails(versions: tuple[Path, dict[str, Ran]]) -> None:
    folder, ran = versions
    assert ran["loss"].code == 1
    sentence = "--fail-on loss is reached: documents removed: 1. Restore what is missing"
    assert sentence in ran["loss"].err
    assert (folder / "out/loss.md").read_text("utf-8").splitlines()[2].startswith(f"🔴 {sentence}")
    assert f"verdict      fail; {sentence}" in (folder / "out/loss.txt").read_text("utf-8")
    assert "reached" not in (folder / "out/changes.md").read_text("utf-8")


def test_a_yanked_version_is_marked_in_the_history(versions: tuple[Path, dict[str, Ran]]) -> None:
    ran = versions[1]
    assert "loading town by name yields 1.0.0" in ran["yank"].out
    assert "was yanked: the ferry leaves at nine" in ran["yanked by path"].out
    replaced = "this replaces the reason given before: the ferry leaves at nine"
    assert replaced in ran["yanked for another reason"].out
    assert "this replaces" not in ran["yank"].out + ran["yanked by path"].out
    assert "has the same content, and was yanked (the ferry leaves at nine): nothing changed" in ran["yanked again"].out
    newest, oldest = json.loads(ran["history, json"].out)["versions"]
    assert (newest["version"], newest["bump"], newest["verdict"]) == ("1.1.0", "minor", "pass")
    assert (newest["yanked"], newest["is_pointed_at"]) == ("the ferry leaves at nine", False)
    assert (oldest["documents"], oldest["counts"]["found"], oldest["is_pointed_at"]) == (4, 4, True)
    assert "yanked: the ferry leaves at nine" in ran["history"].out
    verified = json.loads(ran["chain"].out)
    assert ran["chain"].code == 0
    assert (verified["chain"], verified["yanked"]) == (["1.1.0", "1.0.0"], "the ferry leaves at nine")
