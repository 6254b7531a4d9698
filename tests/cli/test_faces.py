"""Every face of a hostile corpus, looked through for what a terminal or the runner of a CI job would obey."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import audit
from audit import samples
from audit.cli import run_command
from audit.report.document import document_page, without_whole_texts
from audit.report.output_format import Report
from audit.report.output_formats import FORMATS
from audit.report.summaries.verified import verified_summary
from audit.report.summaries.written import split_summary
from audit.report.summary import parsed_summary, summary
from audit.report.terminal import show, show_json
from tests.commands import HOSTILE, obeyed, obeyed_in, without_annotations
from tests.stories import story

SECRET = "gQ7rT2mZ9kLw4Xv8Bn3Jc6Hd1Fs5Pa0Ye"  # noqa: S105 nobody's
TARGET = "\x1b]0;owned\x07\n::error::target ##[error]target %0A\u202e"
# A file's name holds neither, and may be 255 bytes long.
NAMES = [text.replace("/", "_").replace("\0", "") for text in HOSTILE if "\udcff" not in text]


def article(nth: int, text: str) -> str:
    """Return an article of its own that says `text` wherever a field or a finding may show it."""
    head, date, *paragraphs = story(nth).split("\n")
    told = f"\n{text}\n".join(f"{text}{paragraph} {text}" for paragraph in paragraphs)
    return f"{text}{head}\n{date}\nBy {text}\n{told}\n{SECRET} {text}\npassword: {SECRET}\n"


# Rules that are never held against a release.
INFO = ("FLD001", "FLD002", "FLD003", "FLD004", "FLD009", "ENC009")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of hostile files: names, texts, records, damage that becomes evidence."""
    raw = tmp_path_factory.mktemp("hostile") / TARGET.replace("/", "_")
    raw.mkdir()
    for nth, (name, text) in enumerate(zip(NAMES, HOSTILE, strict=False)):
        (raw / f"{name}{nth}").write_bytes(article(nth, text).encode("utf-8", "surrogatepass"))
    records = [
        {"text": article(1000 + n, text), "title": text, "source": text, "id": text, "author": text, "date": text}
        for n, text in enumerate(HOSTILE)
    ]
    (raw / "::error::records.jsonl").write_text("\n".join(map(json.dumps, records)) + "\n{\n##[error]\n", "utf-8")
    damaged = article(2000, "::error::山城日报,小镇书店开张,孩子们放学后可以在这里读到天黑。" * 3)
    (raw / "##[error]damaged").write_text(damaged.encode("utf-8").decode("latin-1"), "utf-8")
    (raw / "::error::empty").write_bytes(b"")
    return raw


@pytest.fixture(scope="module")
def checked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[audit.Result, Path]:
    out = tmp_path_factory.mktemp("checked") / "##[error]out"
    return audit.check(folder, out=out, workers=1, fail_on="info"), out


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    found = capsys.readouterr()
    return found.out + found.err


def test_a_check_in_words_in_json_and_in_its_files(checked, capsys) -> None:
    result, out = checked
    assert result.report["worst"]
    show(summary(result.report, result.outcome))
    in_words = printed(capsys)
    assert "x1b]0;owned" in in_words
    assert not obeyed_in(in_words)
    show_json(result.report)
    in_json = printed(capsys)
    assert json.loads(in_json) == json.loads(json.dumps(result.report, default=str))
    assert not obeyed_in(in_json)
    assert not obeyed_in((out / "report.json").read_text("utf-8"))
    assert SECRET not in in_words + in_json
    for form in FORMATS:
        to = io.StringIO()
        form.write(result.findings, Report(result.report, result.outcome, result.path), to)
        written = to.getvalue()
        assert not obeyed_in(without_annotations(written) if form.name == "github" else written)
        assert SECRET not in written
    assert pa.Table.from_batches(result.findings) == pq.read_table(out / "findings.parquet")


def test_what_is_explained(checked, capsys) -> None:
    _, out = checked
    ids = audit.explain("::error::records.jsonl#1", out)["ledger"]["id"], "##[error]damaged", f"{NAMES[0]}0"
    for subject in (*ids, "::error::empty"):
        explained = without_whole_texts(audit.explain(subject, out))
        show(document_page(explained))
        show_json(explained)
        seen = printed(capsys)
        assert "quarantined" in seen or "The " in seen
        assert not obeyed_in(seen)
        assert SECRET not in seen


def test_a_release_is_verified_and_a_corpus_divided(folder, tmp_path, capsys) -> None:
    released = audit.run(folder, name="hostile", dist=tmp_path / "::dist", workers=1, max_set_aside=1.0, select=INFO)
    assert released.path is not None
    show(summary(released.report, released.outcome))
    for file in ("manifest.json", "croissant.json", "audit/report.json", "audit/expectations.json", "README.md"):
        lines = (released.path / file).read_text("utf-8").split("\n")
        # Buildkite's mark of a group is Markdown's own of a table and of front matter.
        assert not [line for line in lines if set(obeyed(line)) - {"Buildkite group"}], file
    (released.path / "::error::planted\n##[error]").write_bytes(b"")
    found = audit.verify(released.path)
    assert not found.passed
    show(verified_summary(found.report))
    show_json(found.report)
    divided = audit.split(folder, out=tmp_path / "##[error]parts", parts={"train": 0.5, "test": 0.5}, workers=1)
    show(split_summary(divided.report, divided.outcome))
    show_json(divided.report)
    parsed = audit.parse(folder, out=tmp_path / "::parsed", workers=1)
    show(parsed_summary(parsed.report, parsed.outcome))
    assert not obeyed_in(printed(capsys))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_said_of_calls_that_cannot_be_worked_with(text, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audit.toml").write_text(f"{json.dumps(text)} = {json.dumps(text)}\n", "utf-8", "replace")
    (tmp_path / "broken.toml").write_text(f"a = {text}\n{text}", "utf-8", "replace")
    path = text.replace("\0", "") or "x"
    calls = [
        [text], [f"--{text}"], ["check"], ["check", f"no{path}"], ["check", ".", f"--{text}"],
        ["check", ".", "--config", f"no{path}"], ["check", "."], ["check", ".", "--config", "broken.toml"],
        ["check", ".", "--fail-on", text], ["check", ".", "--config", str(samples.policy()), "--select", text],
        ["run", ".", "--name", text + "::"], ["run", ".", "--name", "x", "--version", text], ["verify", f"no{path}"],
        ["schema", text], ["explain", text], ["explain", text, "--in", f"no{path}"],
        ["split", ".", "--out", "x", "--part", text], ["parse", f"no{path}", "--out", "x"],
        ["split", ".", "--out", "x", "--part", f"{text}=0.5", "--part", "b=0.5"],
    ]  # fmt: skip
    for call in calls:
        assert run_command(call) == 2, call
    assert not obeyed_in(printed(capsys))


def test_what_is_said_of_a_crash(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("AUDIT_CRASH_DIR", str(tmp_path))
    monkeypatch.setenv("AUDIT_DEBUG", "")
    monkeypatch.setenv("HF_TOKEN", SECRET)

    def crash() -> object:
        raise ValueError(" ".join(HOSTILE) + f" token={SECRET}")

    monkeypatch.setattr("audit.verbs.explain.rules", crash)
    assert run_command(["rules", "--format", "json"]) == 3
    said = printed(capsys)
    log = next(tmp_path.iterdir())
    assert str(log) in said
    told = log.read_text("utf-8")
    assert not obeyed_in(said)
    assert not obeyed_in(told)
    assert SECRET not in told
    for what in ("corpus-audit ", "Python 3", "pyarrow ", "'rules'", '"fail_on"', "in crash", "ValueError"):
        assert what in told
    assert log.stat().st_mode & 0o077 == 0


def test_two_harmless_texts_beside_each_other_make_no_command(capsys) -> None:
    show([[("", "  "), ("bold", ":"), ("", ":error::x")], [("", "#"), ("dim", "#[group]")], [("", "plain")]])
    assert not obeyed_in(printed(capsys))
