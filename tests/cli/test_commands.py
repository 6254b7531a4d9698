"""The command line as a user meets it: exit codes, words, and what stays unsaid.

Real processes: one for each exit code, an interrupt, a hostile name, and colour.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit import samples
from audit.cli import VERBS
from tests.conftest import Audit

ARTICLE = (
    "山脚下的小镇本周开了一家书店。店主说,书架是用旧船板做的,孩子们放学后可以在这里读到天黑。\n"
    "镇长也来了,买了两本诗集。\n"
)
BROKEN = ARTICLE.encode("gb18030").decode("latin-1")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text("山城日报\n小镇书店开张\n来源:山城日报\n2024-03-02\n" + ARTICLE, "utf-8")
    return folder


def test_help_names_every_verb(called: Audit) -> None:
    ran = called("--help")
    assert ran.code == 0
    verbs = [verb.name for verb in VERBS]
    assert all(f"\n  {verb}" in ran.out for verb in verbs)
    assert "..." not in ran.out.replace("[ARGS]...", "")
    for verb in verbs:
        page = called(verb, "--help")
        assert page.code == 0
        assert "\\b" not in page.out
    assert "\n    audit run scraped/ --name local-news\n" in called("run", "--help").out


def test_the_bare_command_shows_its_help(called: Audit) -> None:
    ran = called()
    assert ran.code == 2
    assert "\n  check " in ran.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["run"], "name one folder of raw files, or give --samples", id="no input"),
        pytest.param(["run", "raw"], "--name", id="no name"),
        pytest.param(["run", "raw", "--name", "../x"], "is not a valid dataset name", id="name with tricks"),
        pytest.param(["run", "raw", "--name", "x", "--version", "1.0"], "not a version", id="no version"),
        pytest.param(["run", "raw", "--name", "x", "--dist", "raw/dist"], "is inside the input", id="output in input"),
        pytest.param(["check", "nowhere"], "there is nothing at nowhere: check the path", id="missing target"),
        pytest.param(["run", "raw", "--name", "CON"], "it names a device", id="a device of Windows"),
        pytest.param(["check", "a" * 5_000], "a path is longer than this system allows (OSError", id="long path"),
        pytest.param(["check", "raw", "--select", "ENC01"], "ENC0", id="unknown rule"),
        pytest.param(["check", "raw", "--config", "none.toml"], "none.toml", id="missing configuration"),
        pytest.param(["check", "raw", "--language", "klingon!"], "languages takes tags", id="no language"),
        pytest.param(["check", "raw", "--similarity", "0"], "0<x<=1", id="everything alike"),
        pytest.param(["check", "raw", "--similarity", "80%"], "80% is written 0.8", id="a percentage"),
        pytest.param(["check", "raw", "--similarity", "80"], "80 is written 0.8", id="a percentage without its sign"),
        pytest.param(["check", "raw", "--similarity", "most"], "a share is written as 0.5", id="no number"),
        pytest.param(["check", "raw", "--mostly", "FLD003"], "not of the form RULE=VALUE", id="no share of a rule"),
        pytest.param(["check", "raw", "--severity", "FLD003=loud"], "is one of critical", id="no severity"),
        pytest.param(["run", "raw", "--name", "x", "--bump", "nonsense"], "'auto'", id="no bump"),
        pytest.param(["check", "raw", "--repair"], "No such option", id="a flag of another verb"),
        pytest.param(["explain", "enc"], "enc is a family of rules: name one of ENC001, ENC002, ", id="family"),
        pytest.param(["explain", "mojibak"], "mojibake", id="misspelt rule"),
        pytest.param(["explain", "news/a.txt"], "written by audit check --out, with --in", id="no document"),
        pytest.param(["check", "raw", "--today", "soon"], "today takes a date such as", id="no day"),
        pytest.param(["schema", "nothing"], "there is no contract nothing", id="unknown contract"),
        pytest.param(["verify", "raw"], "is not a release", id="no release"),
        pytest.param(["bake", "x"], "No such command", id="a verb that does not exist"),
        pytest.param(["raw"], "it is a path: audit check raw judges it", id="a path in place of a verb"),
        pytest.param(
            ["version"], "No such command 'version': write audit --version", id="an option in place of a verb"
        ),
        pytest.param(
            ["explain", "ENC004", "--out", "x"],
            "'--out'. It is an option of check, parse, split",
            id="an option of others",
        ),
        pytest.param(["check", "raw", "--languages", "zh"], "Did you mean --language or", id="a misspelt option"),
        pytest.param(["check", "raw", "--column", "text="], "columns.text takes the path", id="no text at all"),
        pytest.param(["sample", "--read", "raw/good.txt"], "is not a sheet of audit sample", id="no sheet"),
        pytest.param(["publish", "raw", "a/b/c"], "write OWNER/NAME", id="no repository"),
    ],
)
def test_what_cannot_run_ends_with_2_and_says_why(called: Audit, raw: Path, args: list[str], said: str) -> None:
    ran = called(*args)
    assert ran.code == 2, ran.out + ran.err
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_defect_of_ours_ends_with_3_and_leaves_a_log(audit: Audit, tmp_path: Path) -> None:
    """The program is the real one; only its table of rules cannot be made."""
    (tmp_path / "logs").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import audit.verbs.explain as explain\nexplain.rules = lambda: [][0]\n", "utf-8"
    )
    path = os.pathsep.join([str(tmp_path / "site"), *sys.path])
    ran = audit("rules", AUDIT_CRASH_DIR=str(tmp_path / "logs"), PYTHONPATH=path)
    assert ran.code == 3, ran.err
    assert "this is a defect of corpus-audit, not of your data" in ran.err
    assert "Traceback" not in ran.err
    assert [log.suffix for log in (tmp_path / "logs").iterdir()] == [".log"]


def test_a_file_whose_name_looks_like_a_flag_is_named_with_what_to_write(called: Audit, raw: Path) -> None:
    name = "-x.txt"
    (raw.parent / name).write_text(ARTICLE, "utf-8")
    ran = called("check", name)
    assert ran.code == 2
    assert "-x.txt is also a file here: put -- before the paths, or write ./-x.txt" in ran.err
    assert called("check", "--", name).code == 0


def test_an_empty_folder_is_no_pass(called: Audit, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert called("check", "empty").code == 2


def test_a_clean_folder_passes_quietly(called: Audit, raw: Path) -> None:
    ran = called("check", raw, "--quiet")
    assert ran.code == 0, ran.out
    assert ran.err == ""
    assert "\x1b" not in ran.out
    assert "default policy" in ran.out


def test_a_damaged_file_fails_the_check_and_is_named(audit: Audit, raw: Path) -> None:
    (raw / "broken[bold]\x1b[2J.txt").write_text(BROKEN * 3, "utf-8")
    ran = audit("check", raw)
    assert ran.code == 1
    assert "ENC004" in ran.out
    assert "broken[bold]\\x1b[2J.txt" in ran.out


def test_the_same_damage_is_set_aside_by_a_run(called: Audit, raw: Path) -> None:
    (raw / "broken.txt").write_text(BROKEN * 3, "utf-8")
    ran = called("run", raw, "--name", "town", "--format", "json")
    assert ran.code == 0, ran.out + ran.err
    report = json.loads(ran.out)
    assert report["ledger"] == {"published": 1, "duplicate": 0, "boilerplate": 0, "excluded": 1, "quarantined": 0}
    told = {"state": "excluded", "code": "ENC004", "name": "mojibake", "inputs": 1, "detail": None}
    assert report["set_aside"] == [told]


def test_more_set_aside_than_allowed_is_refused(called: Audit, raw: Path, tmp_path: Path) -> None:
    (raw / "broken.txt").write_text(BROKEN * 3, "utf-8")
    ran = called("run", raw, "--name", "town", "--max-set-aside", "0.3")
    assert ran.code == 1
    assert "more than max_set_aside" in ran.out
    assert not list((tmp_path / "dist").rglob("*.parquet"))


def test_a_second_run_without_change_releases_nothing_new(called: Audit, raw: Path, tmp_path: Path) -> None:
    assert called("run", raw, "--name", "town").code == 0
    again = called("run", raw, "--name", "town")
    assert again.code == 0
    assert "has the same content: nothing changed, and nothing was released" in again.out
    (raw / "more.txt").write_text(
        "灯塔村\n灯塔换了新灯\n2024-04-01\n昨晚,灯塔村的灯塔换上了新灯,渔船远远就能看见。老守塔人说他很放心。\n",
        "utf-8",
    )
    assert called("run", raw, "--name", "town").code == 0
    assert sorted(p.name for p in (tmp_path / "dist" / "town").iterdir()) == ["1.0.0", "1.1.0", "README.md"]
    assert called("run", raw, "--name", "town", "--version", "1.1.0").code == 2


def test_verify_finds_a_flipped_bit(called: Audit, samples_released: Path, tmp_path: Path) -> None:
    shutil.copytree(samples_released / "1.0.0", tmp_path / "copy")
    assert called("verify", tmp_path / "copy").code == 0
    shard = next((tmp_path / "copy" / "documents").iterdir())
    content = bytearray(shard.read_bytes())
    content[len(content) // 2] ^= 1
    shard.write_bytes(bytes(content))
    ran = called("verify", tmp_path / "copy")
    assert ran.code == 1
    assert shard.name in ran.out
    quick = called("verify", tmp_path / "copy", "--quick", "--format", "json")
    assert quick.code == 0
    report = json.loads(quick.out)
    assert (report["read_data"], report["problems"]) == (False, [])
    assert any("were not read" in each for each in report["unchecked"])


def test_a_release_can_be_checked_again(called: Audit, samples_released: Path) -> None:
    ran = called("check", samples_released / "1.0.0", "--format", "json", "--config", samples.policy())
    report = json.loads(ran.out)
    assert report["ledger"]["quarantined"] == 0
    assert (
        report["inputs"]["found"]
        == json.loads((samples_released / "1.0.0" / "manifest.json").read_bytes())["counts"]["published"]
    )


def test_colour_is_for_terminals_that_want_it(called: Audit, raw: Path) -> None:
    assert "\x1b[" in called("check", raw, FORCE_COLOR="1").out
    assert "\x1b[" not in called("check", raw, FORCE_COLOR="1", NO_COLOR="1").out


def test_an_interrupt_ends_with_130_and_leaves_nothing_behind(raw: Path, tmp_path: Path) -> None:
    for number in range(600):
        (raw / f"{number}.txt").write_text(f"第{number}号通知。\n" + ARTICLE, "utf-8")
    command = [sys.executable, "-m", "audit", "run", str(raw), "--name", "town"]
    child = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not list(tmp_path.glob(".corpus-audit-run-*/*.ledger.parquet")):
        assert child.poll() is None
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"interrupted" in err
    assert [path.name for path in tmp_path.iterdir()] == ["raw"]
