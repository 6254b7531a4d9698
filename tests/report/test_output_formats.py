"""The forms of a result: all findings in each that can hold them, batch by batch, and nothing to obey or to steal."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from jsonschema import Draft202012Validator

import audit
from audit.cli import run_command
from audit.contract import contracts
from audit.errors import UsageError
from audit.report.output_format import Findings, OutputFormat, Report
from audit.report.output_formats import FORMATS, format_named, format_of_file
from audit.report.stored import StoredFindings
from audit.report.summary import Outcome
from audit.tables import FINDINGS
from tests.commands import HOSTILE, obeyed_in
from tests.stories import story

SECRET = "gQ7rT2mZ9kLw4Xv8Bn3Jc6Hd1Fs5Pa0Ye"  # noqa: S105 nobody's
SCHEMA = Draft202012Validator(contracts()["report"])
BROKEN = "山城日报说,小镇书店开张,孩子们放学后可以在这里读到天黑。".encode().decode("latin-1") * 3


def finding(nth: int, text: str = "x") -> dict[str, object]:
    named = dict.fromkeys(FINDINGS.names) | {"code": "ENC004", "severity": "critical", "id": f"{nth}{text}"}
    return named | {"fingerprint": f"{nth:032x}", "message": text, "evidence": f"{text} {SECRET}", "start": nth}


def batches(count: int, text: str = "x") -> Iterator[pa.Table]:
    for nth in range(count):
        yield pa.Table.from_pylist([finding(nth, text)], schema=FINDINGS.arrow)


def report() -> Report:
    return Report({"verb": "check", "verdict": "fail"}, Outcome("audit check raw", "the default policy"))


def written(form: OutputFormat, findings: Findings, said: Report) -> str:
    to = io.StringIO()
    form.write(findings, said, to)
    return to.getvalue()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_holds_every_finding_and_the_report(count: int) -> None:
    found = json.loads(written(format_named("json"), batches(count), report()))
    assert {name: found[name] for name in ("verb", "verdict")} == report().facts
    assert [each["start"] for each in found["all_findings"]] == list(range(count))
    assert "path" not in found


def test_json_of_a_run_says_where_the_release_is() -> None:
    run = Report({"verb": "run"}, Outcome("", ""), Path("dist/a/1.0.0"))
    assert json.loads(written(format_named("json"), (), run))["path"] == "dist/a/1.0.0"
    assert json.loads(written(format_named("json"), (), Report({"verb": "run"}, run.outcome)))["path"] is None


def test_json_is_written_while_the_findings_come() -> None:
    to = io.StringIO()
    sizes = []

    def watched() -> Iterator[pa.Table]:
        for batch in batches(20):
            sizes.append(len(to.getvalue()))
            yield batch

    format_named("json").write(watched(), report(), to)
    assert sizes == sorted(set(sizes))


def test_no_finding_holds_what_is_obeyed_or_secret() -> None:
    for text in (text for text in HOSTILE if "\udcff" not in text):  # no table holds half a pair
        shown = written(format_named("json"), batches(2, text), report())
        assert not obeyed_in(shown)
        assert SECRET not in shown
        assert [each["message"] for each in json.loads(shown)["all_findings"]] == [text, text]


def test_names_and_suffixes_are_each_one_forms() -> None:
    assert len({form.name for form in FORMATS}) == len({form.suffix for form in FORMATS}) == len(FORMATS)
    for form in FORMATS:
        assert format_of_file(Path(f"a.b{form.suffix}")) is form is format_named(form.name)
    with pytest.raises(UsageError, match=r"end it with one of \.txt \(text\), \.json \(json\)"):
        format_of_file(Path("result.exe"))


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with more findings than a summary shows."""
    folder = tmp_path_factory.mktemp("raw")
    for nth in range(8):
        (folder / f"{nth}.txt").write_text(f"{story(nth)}\n{BROKEN}\n", "utf-8")
    return folder


def test_a_check_without_tables_keeps_every_finding(raw: Path, tmp_path: Path) -> None:
    file = tmp_path / "new" / "result.json"
    result = audit.check(raw, workers=1, to=[file, tmp_path / "result.txt"])
    assert isinstance(result.findings, StoredFindings)
    rows = [row for batch in result.findings for row in batch.to_pylist()]
    assert len(rows) == sum(rule["findings"] for rule in result.report["rules"]) > 8
    assert [row for batch in result.findings for row in batch.to_pylist()] == rows
    told = json.loads(file.read_bytes())
    assert [each["fingerprint"] for each in told["all_findings"]] == [row["fingerprint"] for row in rows]
    SCHEMA.validate(told)
    assert "more: --format json lists them all" in (tmp_path / "result.txt").read_text("utf-8")
    assert not list(tmp_path.glob("**/.*"))


def test_files_that_cannot_be_meant_are_refused_before_anything_is_read(raw, tmp_path, capsys) -> None:
    for file, said in (
        (tmp_path / "result.pdf", "has no known output format"),
        (raw / "result.json", "is inside the input"),
    ):
        assert run_command(["check", str(raw), "--to", str(file)]) == 2
        assert said in capsys.readouterr().err
    with pytest.raises(UsageError, match="to takes a list of files"):
        audit.check(raw, to="result.json")
    (tmp_path / "a.json").mkdir()
    with pytest.raises(UsageError, match="is a folder"):
        audit.check(raw, to=[tmp_path / "a.json"])
