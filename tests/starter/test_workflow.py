"""A workflow fits its repository: read by the host, called where the data are, with all that a checkout leaves out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

import audit
from audit.cli import audit as command
from audit.errors import UsageError
from audit.gate.baseline import FIRST_LINE, LINES_OF_BASELINES, Baseline, baseline_text
from audit.starter.workflow import FolderInRepository, in_repository, workflow, workflow_of

HOSTS = ("github", "gitlab")


def calls(text: str) -> dict[str, dict[str, Any]]:
    """What each call of the program in a workflow says, as its command line reads it."""
    found = {}
    for line in text.splitlines():
        for name in ("check", "diff"):
            if f"audit {name} " in line:
                words = line.partition(f"audit {name} ")[2].partition(" ||")[0]
                found[name] = command.commands[name].make_context(name, shlex.split(words)).params
    return found


def test_the_workflow_of_a_folder_stands_at_the_root_of_its_repository(tmp_path: Path, write: Any, story: Any) -> None:
    write(tmp_path, {"news/zh/a.txt": story(1), "news/en/a.txt": story(2), "mail/data/a.txt": story(3)})
    (tmp_path / ".git").mkdir()
    assert audit.init(tmp_path / "news").report["written"] == ["audit.toml", "../.github/workflows/audit-news.yml"]
    assert audit.init(tmp_path / "mail").report["written"] == ["audit.toml", "../.github/workflows/audit-mail.yml"]
    read = [(tmp_path / f".github/workflows/audit-{name}.yml").read_text("utf-8") for name in ("news", "mail")]
    assert [yaml.safe_load(text)["name"] for text in read] == ["audit news", "audit mail"]
    news, mail = map(calls, read)
    assert (news["check"]["target"], mail["check"]["target"]) == ((Path("news"),), (Path("mail/data"),))
    assert mail["check"]["config"] == mail["diff"]["config"] == Path("mail/audit.toml")
    assert [str(mail["diff"][side]) for side in ("old", "new")] == ["../base/mail/data", "mail/data"]


@pytest.mark.parametrize("host", HOSTS)
def test_outside_of_a_repository_and_at_its_root_no_folder_is_named(tmp_path: Path, host: Any) -> None:
    for place in (FolderInRepository(tmp_path, "."), in_repository(tmp_path)):
        text = workflow(host, place, "data", "")
        assert calls(text)["check"]["target"] == (Path("data"),)
        assert "--config" not in text
        assert "audit" in (yaml.safe_load(text) if host == "gitlab" else yaml.safe_load(text)["jobs"])


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({".gitattributes": "*.parquet filter=lfs diff=lfs merge=lfs -text\n"}, "lfs"),
        ({"news/.gitattributes": "*.txt filter=lfs diff=lfs merge=lfs -text\n"}, "lfs"),
        ({".gitmodules": '[submodule "data"]\n\tpath = data\n'}, "submodule"),
        ({".gitattributes": "*.txt text\n"}, ""),
    ],
    ids=["LFS", "LFS below", "submodule", "neither"],
)
def test_what_a_checkout_leaves_out_is_fetched(tmp_path: Path, write: Any, host: Any, files: Any, words: str) -> None:
    write(tmp_path, files)
    text = workflow(host, FolderInRepository(tmp_path, "news"), ".", "")
    made = yaml.safe_load(text)
    steps = made["audit-news"]["script"] if host == "gitlab" else made["jobs"]["audit"]["steps"]
    assert (words in str(steps).lower()) is True
    assert ("lfs" in text, "-C ../base submodule" in text) == (words == "lfs", words == "submodule")
    if host == "github":
        asked = {"lfs": {"lfs": True}, "submodule": {"submodules": "recursive"}, "": {}}[words]
        assert steps[0]["with"] == {"fetch-depth": 2, **asked}


def test_a_folder_whose_name_is_no_word_of_a_workflow_gets_none(tmp_path: Path, write: Any, story: Any) -> None:
    write(tmp_path, {"the news; id/a.txt": story(1)})
    (tmp_path / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    with pytest.raises(UsageError, match="--ci none"):
        audit.init(tmp_path / "the news; id")
    assert [path.name for path in (tmp_path / "the news; id").iterdir()] == ["a.txt"]
    with pytest.raises(UsageError, match="--ci none"):
        workflow_of("github", FolderInRepository(tmp_path, "-x"))


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_submodule_is_a_repository_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for folder in (tmp_path, tmp_path / "data"):
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    assert in_repository(tmp_path / "data").at == "."


# `bash` as the runner starts it where a workflow names no shell is `bash -e`; this one is stricter.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example")
ENTRY = f"{'0' * 32} 1 ENC002 data/new.txt\n"


@pytest.fixture
def repository(tmp_path: Path, write: Any) -> Path:
    """Give a repository with one commit: a text, settings, a baseline, and a file that only looks like one."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    settings = 'fail_on = "warning"\n[gate]\nbaseline = "known.txt"\n'
    files = {"news/old/a.txt": "A text.\n", "news/audit.toml": settings, "notes.txt": "ENC002 was missed.\n"}
    home = write(tmp_path / "repo", files | {"known.txt": f"{baseline_text(Baseline())}"})
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "base"]):
        subprocess.run([*GIT, *words], cwd=home, check=True)
    return home


def shown(home: Path, target: str, *, fails: bool = False, queued: str = "", merged: bool = True) -> list[str]:
    """Commit all changes, and return the lines of the summary that the workflow writes of them without a check."""
    ends = [["checkout", "-q", "@{-1}"], ["merge", "-q", "--no-ff", "change"]] if merged else []
    for words in (["checkout", "-qb", "change"], ["add", "-A"], ["commit", "-qm", "change"], *ends):
        subprocess.run([*GIT, *words], cwd=home, check=True)
    steps = yaml.safe_load(workflow("github", FolderInRepository(home, "news"), target, ""))["jobs"]["audit"]["steps"]
    scripts = [step["run"] for step in steps if "../base" in step.get("run", "") or "SUMMARY" in step.get("run", "")]
    summary = home.parent / "shown"
    env = {**os.environ, "RUNNER_TEMP": str(home.parent), "GITHUB_STEP_SUMMARY": str(summary), "QUEUE_BASE": queued}
    codes = [
        subprocess.run([*BASH, "-c", script], cwd=home, env=env, check=False, capture_output=True).returncode
        for script in scripts
    ]
    assert codes == [1 if fails else 0, 0]
    return summary.read_text("utf-8").splitlines()


def test_a_change_that_renames_the_data_and_loosens_the_check_is_told(repository: Path, write: Any) -> None:
    (repository / "news/old").rename(repository / "news/new")
    write(repository, {"news/audit.toml": 'fail_on = "critical"\n', "notes.txt": "ENC002 was missed twice.\n"})
    lines = shown(repository, "new")
    assert lines[0] == "### corpus-audit could not check news/new: the log of the job says why"
    assert '    -fail_on = "warning"' in lines
    assert '    +fail_on = "critical"' in lines
    assert lines[-2] == "### Nothing to compare with: the base has no news/new"
    assert "notes.txt" not in str(lines)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda known: known.write_text(known.read_text("utf-8") + ENTRY, "utf-8"), f"    +{ENTRY.strip()}"),
        (lambda known: known.write_text(known.read_text("utf-8") + "missed ENC002\n", "utf-8"), "    +missed ENC002"),
        (lambda known: known.unlink(), f"    -{FIRST_LINE}"),
        (lambda known: known.rename(known.with_name("a 'b.txt")), f"    +{FIRST_LINE}"),
    ],
    ids=["an entry more", "a rule more", "deleted", "renamed"],
)
def test_what_a_change_does_to_a_baseline_is_told(repository: Path, change: Any, line: str) -> None:
    change(repository / "known.txt")
    (repository / "news/old").rename(repository / "news/new")
    lines = shown(repository, "new")
    assert "### This change alters the settings or the baseline of its own check" in lines
    assert line in lines


def test_a_change_of_the_baseline_larger_than_a_summary_is_cut_and_said(repository: Path) -> None:
    entries = "".join(f"{nth:032x} 1 ENC002 data/{nth}.txt\n" for nth in range(30_000))
    (repository / "known.txt").write_text(f"{FIRST_LINE}\n{entries}", "utf-8")
    (repository / "news/old").rename(repository / "news/new")
    lines = shown(repository, "new")
    assert "and more: git diff shows all." in lines
    assert sum(map(len, lines)) < 1 << 18


def test_the_action_knows_baselines_as_the_workflow_does() -> None:
    assert LINES_OF_BASELINES in workflow("github", FolderInRepository(Path(), "."), "data", "")
    assert LINES_OF_BASELINES in workflow("gitlab", FolderInRepository(Path(), "."), "data", "")


def test_the_base_of_a_merge_queue_is_the_one_that_it_names(repository: Path, write: Any) -> None:
    base = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=repository, text=True)
    subprocess.run(["git", "remote", "add", "origin", str(repository)], cwd=repository, check=True)
    write(repository, {"news/audit.toml": "", "news/new/a.txt": "Other.\n"})
    lines = shown(repository, "new", queued=base.strip(), merged=False)
    assert '    -fail_on = "warning"' in lines
    assert lines[-2] == "### Nothing to compare with: the base has no news/new"


def test_a_checkout_of_the_change_alone_is_not_compared_with_its_own_past(repository: Path, write: Any) -> None:
    write(repository, {"news/audit.toml": "", "news/new/a.txt": "Other.\n"})
    assert len(shown(repository, "new", fails=True, merged=False)) == 2


def test_a_queue_and_a_person_can_start_the_workflow() -> None:
    # YAML reads `on` as true.
    starts = yaml.safe_load(workflow("github", FolderInRepository(Path(), "."), "data", ""))[True]
    assert {"push", "pull_request", "merge_group", "workflow_dispatch"} == set(starts)


RELEASED = {f"news/dist/n/1.0.0/{name}": f"{name}\n" for name in ("audit/report.json", "documents/a.parquet")}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda at: (at / "1.0.0/audit/report.json").write_text("b\n"), "    M\tnews/dist/n/1.0.0/audit/report.json"),
        (shutil.rmtree, "    D\tnews/dist/n/1.0.0/audit/report.json"),
        (lambda at: (at / "1.0.0").rename(at / "1.0.1"), "    D\tnews/dist/n/1.0.0/documents/a.parquet"),
        (lambda at: shutil.copytree(at / "1.0.0", at / "1.0.1"), None),
        (lambda at: (at / "yanked.json").write_text("{}\n"), None),
        (lambda at: (at.parent / "web/1.0.0/app.js").write_text("2\n"), None),
    ],
    ids=["edited", "removed", "renamed", "a version more", "withdrawn", "no release"],
)
def test_a_change_that_alters_what_was_released_fails(repository: Path, write: Any, change: Any, told: str) -> None:
    write(repository, RELEASED | {"news/dist/web/1.0.0/app.js": "1\n"})
    for words in (["add", "-A"], ["commit", "-qm", "release"]):
        subprocess.run([*GIT, *words], cwd=repository, check=True)
    write(repository, {"news/new/a.txt": "Other.\n"})
    change(repository / "news/dist/n")
    # What is left or new of it is verified, and fails: none of it was made by the program.
    there = (repository / "news/dist/n").exists()
    is_no_release = (repository / "news/dist/web/1.0.0/app.js").read_text("utf-8") == "2\n"
    lines = shown(repository, "new", fails=not is_no_release)
    assert (told in lines) if told else not any(line.startswith(("    D", "    M")) for line in lines)
    assert any("is not as audit run made it" in line for line in lines) is (there and not is_no_release)
