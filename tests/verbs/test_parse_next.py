"""What to type after `audit parse` reads the inputs in the same way."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import audit
from audit.policy import CheckOverrides, RunOverrides
from audit.report.summary import parsed_summary
from audit.verbs.call.settings import as_flags, called_as


def said(result: audit.Result) -> str:
    return "\n".join("".join(text for _, text in line) for line in parsed_summary(result.report, result.outcome))


def test_settings_are_carried_as_flags(tmp_path: Path) -> None:
    given = {
        "columns": {"text": ["messages[].content", "inhoud"], "title": "meta.head"},
        "extra": ["license", "meta.score"],
        "prefer": "text",
        "max_growth": 9,
        "parse": False,
        "text_column": None,
    }
    words = as_flags(tmp_path / "a.toml", given)
    assert words[:2] == ["--config", str(tmp_path / "a.toml")]
    assert " ".join(words[2:]) == (
        "--column text=messages[].content --column text=inhoud "
        "--column title=meta.head --extra license --extra meta.score --prefer text "
        "--max-growth 9 --no-parse"
    )


def test_the_next_call_reads_what_was_parsed(tmp_path: Path) -> None:
    folder = tmp_path / "my messages"
    folder.mkdir()
    rows = [{"messages": [{"content": f"The ferry number {n} left the quay at dawn."}]} for n in range(3)]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    parsed = audit.parse(folder, out=tmp_path / "out", columns={"text": "messages[].content"}, workers=1)
    (call,) = (line.removeprefix("next").strip() for line in said(parsed).splitlines() if line.startswith("next"))
    assert call == f"audit check {shlex.quote(str(folder))} --column 'text=messages[].content'"
    (folder / "a.jsonl").write_text("\n".join(json.dumps({"cells": [n, n + 1]}) for n in range(3)), "utf-8")
    blind = audit.parse(folder, out=tmp_path / "blind", workers=1)
    assert "mend what was not read" in said(blind)
    assert "audit check" not in said(blind)


def test_a_call_of_another_verb_has_the_settings_that_this_one_takes(tmp_path: Path) -> None:
    given = {"columns": {"text": "a b"}, "mostly": {"missing-date": 0.5}, "baseline": "known.txt", "fail_on": "warning"}
    called = called_as("my texts", "raw", "my.toml", given, RunOverrides)
    flags = "--column 'text=a b' --mostly missing-date=0.5 --fail-on warning"
    assert called == f"'my texts' --kind raw --config my.toml {flags}"
    assert called_as("raw", None, None, {"repair": True}, CheckOverrides) == "raw"


def test_the_first_of_several_unread_inputs_is_said_to_be_the_first(tmp_path: Path) -> None:
    good, null = json.dumps({"text": "The ferry left the quay at dawn."}), json.dumps({"text": None})
    for nulls, first in ((3, " (the first of 3) a.jsonl#1: "), (1, " a.jsonl#1: ")):
        folder = tmp_path / str(nulls)
        folder.mkdir()
        (folder / "a.jsonl").write_text("\n".join([good, *[null] * nulls]), "utf-8")
        parsed = said(audit.parse(folder, out=tmp_path / f"out{nulls}", workers=1))
        (line,) = (line for line in parsed.splitlines() if line.startswith("not read"))
        assert f"no-text{first}" in line
        assert "its text is null" in line
        assert "whose text is elsewhere: --column text=PATH" in line
