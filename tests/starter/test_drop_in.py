"""What others put into their repositories: the action's steps and the hook, run as their runners run them.

The program is a stand-in on PATH that writes down how it was called; the real command line then gets the same call.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from audit.gate.baseline import FIRST_LINE
from audit.read.readers import READERS
from audit.read.texts.yaml_records import TOML, YAML
from tests.conftest import Audit

ROOT = Path(__file__).parent.parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
STAND_IN = """#!{python}
import os, sys
with open(os.environ["CALLS"], "a") as calls:
    calls.write("\\0".join([os.path.basename(sys.argv[0]), *sys.argv[1:]]) + "\\n")
for flag, value in zip(sys.argv, sys.argv[1:]):
    if flag in ("--to", "--body-file") and not os.path.exists(value):
        open(value, "w").write("written\\n")
sys.exit(int(os.environ.get("CODE", "0")))
"""
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
# `bash` as the runner starts it, by the documentation of `shell: bash`.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """Give an environment in which programs of these names only write down how they are called."""

    def place(*names: str) -> dict[str, str]:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        for name in names:
            (folder / name).write_text(STAND_IN.format(python=sys.executable), "utf-8")
            (folder / name).chmod(0o755)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        return {"PATH": path, "CALLS": str(tmp_path / "calls"), "HOME": str(tmp_path)}

    return place


def calls(tmp_path: Path) -> list[list[str]]:
    return [line.split("\0") for line in (tmp_path / "calls").read_text("utf-8").splitlines()]


class Runner:
    """As much of a runner as a composite action needs: contexts, outputs, and steps in order."""

    def __init__(self, folder: Path, env: Mapping[str, str], **inputs: str) -> None:
        self.folder, self.env = folder, {**env, "RUNNER_TEMP": str(folder / "temp"), "GITHUB_ACTION_PATH": str(ROOT)}
        (folder / "temp").mkdir()
        self.known = {
            **{f"inputs.{name}": str(said.get("default", "")) for name, said in ACTION["inputs"].items()},
            **{f"inputs.{name}": value for name, value in inputs.items()},
            "github.event_name": "pull_request", "github.repository": "o/r", "github.event.pull_request.number": "7",
        }  # fmt: skip

    def value(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.known.get(found[1].strip(), ""), text)

    def holds(self, condition: str | None) -> bool:
        if condition is None:
            return True
        combined, sign = (any, "||") if "||" in condition else (all, "&&")
        pairs = [[side.strip() for side in term.split("==")] for term in EXPRESSION.sub(r"\1", condition).split(sign)]
        return combined(self.known[name] == wanted.strip("'") for name, wanted in pairs)

    def run(self) -> int:
        """Run the steps that are scripts, but for the installation; return the code of the first that fails."""
        for number, step in enumerate(ACTION["runs"]["steps"]):
            if "run" not in step or step.get("id") == "install" or not self.holds(step.get("if")):
                continue
            files = {name: self.folder / f"{name}.{number}" for name in ("GITHUB_OUTPUT", "GITHUB_ENV")}
            for file in files.values():
                file.touch()
            script = self.folder / f"step{number}.sh"
            script.write_text(self.value(step["run"]), "utf-8")
            env = {**self.env, **{name: self.value(str(text)) for name, text in step.get("env", {}).items()}}
            env |= {name: str(file) for name, file in files.items()}
            env["GITHUB_STEP_SUMMARY"] = str(self.folder / "summary")
            done = subprocess.run([*BASH, script], cwd=self.folder, env=env, check=False, capture_output=True)
            for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines():
                name, _, value = line.partition("=")
                self.known[f"steps.{step['id']}.outputs.{name}"] = value
            self.env |= dict(line.split("=", 1) for line in files["GITHUB_ENV"].read_text("utf-8").splitlines())
            if done.returncode and not step.get("continue-on-error"):
                return done.returncode
        return 0


HOSTILE = "a b; echo $(id) `id` ${{ inputs.token }} \"'"


def test_no_script_of_the_action_holds_what_somebody_else_writes() -> None:
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"] if "run" in step)


@pytest.mark.parametrize(("code", "ends", "verdict"), [(0, 0, "pass"), (1, 1, "fail"), (2, 2, "")])
def test_the_action_ends_as_the_check_does(tmp_path: Path, stand_in: Any, code: int, ends: int, verdict: str) -> None:
    env = stand_in("audit", "gh") | {"CODE": str(code)}
    runner = Runner(tmp_path, env, target=HOSTILE, args=f"--language\nzh\n\n--name={HOSTILE}", comment="true")
    assert runner.run() == ends
    check, *more = calls(tmp_path)
    assert check[:5] == ["audit", "check", "--language", "zh", f"--name={HOSTILE}"]
    assert check[-2:] == ["--", HOSTILE]
    assert runner.known.get("steps.check.outputs.verdict", "") == verdict
    assert len(more) == (1 if code < 2 else 0)
    shown = "written\n" if code < 2 else "### corpus-audit could not check: the log of the job says why\n"
    unknown, _, rest = (tmp_path / "summary").read_text("utf-8").partition("\n")
    assert unknown.startswith("### Whether this change alters its own check is not known")
    assert rest == shown
    if more:
        assert more[0][:4] == ["gh", "pr", "comment", "7"]
        assert Path(runner.known["steps.check.outputs.sarif"]).exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"known.txt": f"{FIRST_LINE}\n{'0' * 32} 1 ENC002 data/a.txt\n"}, f"    +{'0' * 32} 1 ENC002 data/a.txt"),
        ({"a/audit.toml": 'ignore = ["ENC"]\n'}, '    +ignore = ["ENC"]'),
        ({"strict.toml": 'ignore = ["ENC"]\n'}, '    +ignore = ["ENC"]'),
        ({".github/workflows/audit.yml": "on: push\n"}, "    +on: push"),
        ({"other.toml": 'ignore = ["ENC"]\n', "missed.txt": "We missed ENC002.\n"}, None),
    ],
    ids=["baseline", "settings", "settings that a flag names", "workflow", "neither"],
)
def test_the_action_shows_what_a_change_does_to_its_own_check(
    tmp_path: Path, stand_in: Any, write: Any, changed: Any, told: str | None
) -> None:
    home = write(tmp_path / "repo", {"known.txt": f"{FIRST_LINE}\n", "strict.toml": ""})
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example")
    for words in (["init", "-qb", "main"], ["add", "-A"], ["commit", "-qm", "base"], ["checkout", "-qb", "change"]):
        subprocess.run([*git, *words], cwd=home, check=True)
    write(home, changed)
    for words in ("add -A", "commit -qm it", "checkout -q main", "merge -q --no-ff change"):
        subprocess.run([*git, *words.split()], cwd=home, check=True)
    # A file that is not the repository's, as docs/ci.md takes the base's baseline, is no change's.
    (tmp_path / "base.txt").touch()
    args = f"--config=strict.toml\n--baseline={tmp_path / 'base.txt'}\n--against=../base.txt\n--language\n\nen"
    assert Runner(home, stand_in("audit", "gh"), args=args, comment="true").run() == 0
    lines = (home / "summary").read_text("utf-8").splitlines()
    assert lines[-1] == "written"
    assert (told in lines) if told else (len(lines) == 1)
    comment = (home / "temp" / "corpus-audit.md.short").read_text("utf-8").splitlines()
    assert (told in comment) if told else (comment == ["written"])
    # No summary, however long, cuts that off.
    assert comment[-1] == "written"
    assert comment[0] == lines[0]


INSTALLS = [ROOT / "action.yml", *(ROOT / "audit" / "starter").glob("*.yml")]


@pytest.mark.parametrize("file", INSTALLS, ids=lambda file: file.name)
def test_nothing_is_installed_by_a_program_that_the_change_brings(tmp_path: Path, file: Path) -> None:
    (flags,) = re.findall(r"^ *(?:- run: |- )?python (.*)-m pip install ", file.read_text("utf-8"), re.MULTILINE)
    for name in ("pip", "warnings"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w').close()\n", "utf-8")
    pip = [sys.executable, *flags.split(), "-m", "pip", "--version"]
    assert subprocess.run(pip, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert not (tmp_path / "ran").exists()


def test_without_being_asked_the_action_writes_no_comment(tmp_path: Path, stand_in: Any) -> None:
    assert Runner(tmp_path, stand_in("audit", "gh")).run() == 0
    assert [call[0] for call in calls(tmp_path)] == ["audit"]


def test_what_the_action_calls_the_command_line_understands(
    tmp_path: Path, stand_in: Any, called: Audit, story: Any, write: Any
) -> None:
    write(tmp_path / "data", {"a.txt": story(1)})
    runner = Runner(tmp_path, stand_in("audit"), target="data", args="--language\nen")
    assert runner.run() == 0
    for name in ("sarif", "summary"):
        Path(runner.known[f"steps.check.outputs.{name}"]).unlink()
    ran = called(*calls(tmp_path)[0][1:])
    assert ran.code == 0, ran.err
    assert '"2.1.0"' in Path(runner.known["steps.check.outputs.sarif"]).read_text("utf-8")
    assert Path(runner.known["steps.check.outputs.summary"]).read_text("utf-8")


@pytest.fixture
def repository(tmp_path: Path, story: Any, write: Any) -> Path:
    """Give a scratch repository whose hook is ours, as it stands, but for who installs the program."""
    pytest.importorskip("pre_commit")
    hook = {**HOOKS[0], "language": "system"}
    hook.pop("minimum_pre_commit_version")
    root = write(
        tmp_path / "repo", {"kept.txt": story(1), "new.txt": story(2), "-x.txt": story(3), "logo.png": "\x89PNG"}
    )
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    subprocess.run(["git", "add", "-A"], cwd=root, check=True)
    return root


def test_the_hook_checks_the_files_that_it_is_given_and_no_others(
    repository: Path, tmp_path: Path, stand_in: Any
) -> None:
    env = {
        **os.environ,
        **stand_in("audit"),
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    hook = [sys.executable, "-m", "pre_commit", "run", "--files", "new.txt", "./-x.txt", "logo.png"]
    done = subprocess.run(hook, cwd=repository, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert calls(tmp_path) == [["audit", "check", "--", "new.txt", "-x.txt"]]
    failed = subprocess.run(hook, cwd=repository, env=env | {"CODE": "1"}, capture_output=True, check=False)
    assert failed.returncode == 1
    every = subprocess.run([*hook[:4], "--all-files"], cwd=repository, env=env, capture_output=True, check=False)
    assert every.returncode == 0
    assert sorted(calls(tmp_path)[-1]) == ["--", "-x.txt", "audit", "check", "kept.txt", "new.txt"]


def test_the_hook_is_given_files_of_every_format_that_is_read() -> None:
    asked = re.compile(HOOKS[0]["files"])
    # In a repository these are settings as a rule.
    suffixes = [suffix for reader in READERS if reader not in (YAML, TOML) for suffix in reader.suffixes]
    assert [suffix for suffix in suffixes if not asked.search(f"data/a{suffix}.zst")] == []
    assert [suffix for suffix in (".gz", ".bz2", ".xz") if not asked.search(f"data/a.jsonl{suffix}")] == []
    assert [
        name for name in ("a.py", "a.toml", "a.yaml", "logo.png", "Makefile", "atxt", "a.pdf.bak") if asked.search(name)
    ] == []


def test_the_hook_is_installed_with_the_program() -> None:
    assert [hook["id"] for hook in HOOKS] == ["corpus-audit"]
    assert HOOKS[0]["language"] == "python"
    assert (ROOT / "pyproject.toml").exists()
