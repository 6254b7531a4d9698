"""A first configuration: says what lies there, is taken by the check as it is, and changes nothing that is there."""

from __future__ import annotations

import json
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import audit
from audit.cli import audit as command
from audit.errors import UsageError
from audit.policy import parse
from audit.report.output_formats import format_of_file
from audit.version import VERSION
from tests.conftest import Audit

CHINESE = "山城日报讯 小镇书店昨天开张,孩子们放学后可以在这里读到天黑。店主说,书架是镇上的木匠做的,灯一直亮到九点。" * 3


@pytest.fixture
def repository(tmp_path: Path, story: Any, write: Any) -> Path:
    """Give a repository with texts in one folder, in two languages and codecs, and records of two shapes."""
    root = write(tmp_path / "repo", {"README.md": "# News", "data/en.txt": story(1), "data/more/en.txt": story(2)})
    (root / "data/zh.txt").write_bytes(CHINESE.encode("gb18030"))
    (root / "data/n.jsonl").write_text(json.dumps({"headline": "A boat", "body": story(3)}) + "\n", "utf-8")
    (root / "data/odd\x1b[2J.csv").write_text('nr;"a ""b"""\n1;x\n', "utf-8")
    return root


def settings(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "audit.toml").read_text("utf-8"))


def test_what_lies_there_is_said_and_the_check_takes_it(repository: Path, called: Audit, tmp_path: Path) -> None:
    ran = called("init", repository)
    assert ran.code == 0, ran.err
    text = (repository / "audit.toml").read_text("utf-8")
    assert settings(repository)["languages"] == ["en", "zh-Hans"]
    assert parse(settings(repository)).fail_on == "critical"
    for said in (
        "Found in data: 5 files",
        "utf-8 3, gb18030 1",
        "en 3, zh-Hans 1",
        "text from body, title from headline",
        # Naming one column would leave the other file of records without a text.
        "# (of several names the first counts at which a record holds something)",
    ):
        assert said in text
    assert "\x1b" not in text + ran.out
    # What is only proposed is no setting until the mark is taken away.
    proposed = next(line for line in text.splitlines() if line.startswith("# columns ="))
    assert tomllib.loads(proposed.removeprefix("# ")) == {"columns": {"text": ["body", "COLUMN"]}}
    found = audit.check(repository / "data", config=repository / "audit.toml")
    assert found.report["ledger"]["excluded"] == 0


def test_nothing_that_is_there_is_changed(repository: Path) -> None:
    audit.init(repository)
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match="toml already exists"):
        audit.init(repository)
    (repository / "audit.toml").unlink()
    with pytest.raises(UsageError, match="yml already exists"):
        audit.init(repository)
    assert not (repository / "audit.toml").exists()
    (repository / "audit.toml").symlink_to("/nowhere")
    with pytest.raises(UsageError, match="toml already exists"):
        audit.init(repository, ci="none")
    (repository / "audit.toml").unlink()
    audit.init(repository, ci="none")
    assert {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_a_workflow_calls_what_there_is(repository: Path, host: str) -> None:
    if host == "gitlab":
        (repository / ".gitlab").mkdir()
    written = audit.init(repository).report["written"]
    assert written == ["audit.toml", {"github": ".github/workflows/audit.yml", "gitlab": ".gitlab-ci.yml"}[host]]
    text = (repository / written[1]).read_text("utf-8")
    workflow = yaml.safe_load(text)
    steps = workflow["audit"]["script"] if host == "gitlab" else workflow["jobs"]["audit"]["steps"]
    lines = [step if host == "gitlab" else step.get("run", "") for step in steps]
    assert f'python -P -m pip install "corpus-audit=={VERSION}"' in lines
    call = next(line for line in lines if line.startswith("audit check")).partition(" || ")[0]
    words = shlex.split(call)[2:]
    assert words[0] == "data"
    context = command.commands["check"].make_context("check", words)
    names = {str(file) for file in context.params["to"]}
    assert len(names) == 2
    found = {format_of_file(Path(name)).name for name in names}
    assert found == ({"sarif", "markdown"} if host == "github" else {"gitlab", "junit"})


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_a_workflow_tells_what_a_change_takes_away(repository: Path, host: str) -> None:
    (repository / "README.md").write_text("---\nlicense: cc-by-4.0\n---\n# News\n", "utf-8")
    text = (repository / audit.init(repository, ci=host).report["written"][1]).read_text("utf-8")
    assert "@" not in text.replace("[@]", "").replace("@v4", "").replace("@v5", "").replace("@v3", "")
    for name in ("check", "diff"):
        call = next(line for line in text.splitlines() if f"audit {name} " in line)
        words = shlex.split(call.partition(f"audit {name} ")[2].partition(" ||")[0])
        params = command.commands[name].make_context(name, words).params
        assert params["mostly"] if name == "check" else params["fail_on"] == "loss"


def test_data_in_several_places_are_looked_at_where_they_are(tmp_path: Path, story: Any, write: Any) -> None:
    root = write(tmp_path / "repo", {"a/1.txt": story(1), "b/2.txt": story(2), ".hidden/x.txt": story(3)})
    found = audit.init(root, ci="none").report
    assert (found["target"], found["files"]) == (".", 2)


def test_of_a_large_corpus_some_is_looked_at_and_no_language_is_ruled_out(tmp_path: Path, story: Any) -> None:
    root = tmp_path / "repo"
    (root / "data").mkdir(parents=True)
    for n in range(6):
        (root / f"data/{n}.txt").write_text(story(n) + "\n." * 40_000, "utf-8")
    found = audit.init(root, ci="none").report
    assert found["files"] == 6
    assert found["looked_at"] < 6
    assert "languages" not in settings(root)
    assert '\n# languages = ["en"]\n' in (root / "audit.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("tables", "columns"),
    [
        pytest.param({"a.csv": "id,rating\n1,5\n"}, '"COLUMN"', id="none is a text"),
        pytest.param({"a.csv": "id,text\n1,x\n", "b.csv": "n,m\n1,5\n"}, '["text", "COLUMN"]', id="one is"),
        pytest.param({"a.csv": "id,text\n1,x\n"}, None, id="all are found"),
    ],
)
def test_a_column_is_never_guessed_to_be_the_text(tmp_path: Path, write: Any, tables: Any, columns: str | None) -> None:
    root = write(tmp_path / "repo", {f"data/{name}": table for name, table in tables.items()})
    audit.init(root, ci="none")
    proposed = [line for line in (root / "audit.toml").read_text("utf-8").splitlines() if "columns =" in line]
    assert proposed == ([f"# columns = {{ text = {columns} }}"] if columns else [])


@pytest.mark.parametrize("names", [[], ["README.md"]])
def test_a_folder_without_texts_is_refused(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("# x", "utf-8")
    with pytest.raises(UsageError, match="contains no files"):
        audit.init(tmp_path)
    assert not (tmp_path / "audit.toml").exists()


def test_a_column_that_only_its_prose_tells_is_named(tmp_path: Path, write: Any) -> None:
    said = "The {} leaves the harbour before the storm comes. Nobody sees it again until the ice breaks in spring."
    rows = [{"nr": nth, "plot": said.format(ship)} for nth, ship in enumerate(("ferry", "barge", "tug", "yacht"))]
    write(tmp_path, {"a.jsonl": "".join(f"{json.dumps(row)}\n" for row in rows)})
    audit.init(tmp_path)
    text = (tmp_path / "audit.toml").read_text("utf-8")
    assert "# a.jsonl: nr, plot\n#   text from plot\n" in text
    assert "COLUMN" not in text
