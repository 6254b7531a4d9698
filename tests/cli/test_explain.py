"""`audit explain`, `audit rules` and `audit schema` on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import audit
from audit.text.visible import visible
from tests.conftest import Audit
from tests.stories import Story


def test_explain_shows_a_document(called: Audit, samples_released: Path) -> None:
    for known in (samples_released / "1.0.0", samples_released):
        ran = called("explain", "lanhai-daily/good-oyster-season.txt", "--in", known)
        assert ran.code == 0, ran.err
        assert "published" in ran.out
        assert "paragraph" in ran.out
    assert called("explain", "no/such.txt", "--in", samples_released / "1.0.0").code == 2


def test_explain_takes_an_id_as_messages_show_it(called: Audit, tmp_path: Path, story: Story) -> None:
    names = "two\nlines.txt", "a\u202eb.txt", "back\\x0aslash.txt", "plain.txt"
    for number, name in enumerate(names):
        (tmp_path / "raw" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "raw" / name).write_text(story(number), "utf-8")
    assert called("run", "raw", "--name", "odd").code == 0
    for name in names:
        for typed in {name, visible(name)}:
            assert audit.explain(typed, tmp_path / "dist/odd")["ledger"]["id"] == name
    assert called("explain", "two\\x0alines.txt").code == 0
    assert called("explain", "two\\x0blines.txt").code == 2


def test_explain_finds_a_document_in_the_newest_release(called: Audit, samples_released: Path, tmp_path: Path) -> None:
    shutil.copytree(samples_released.parent, tmp_path / "dist")
    ran = called("explain", "lanhai-daily/good-oyster-season.txt", "--format", "json")
    assert json.loads(ran.out)["ledger"]["state"] == "published"
    assert called("explain", "no/such.txt").code == 2


def test_explain_asks_for_a_damaged_table_to_be_made_again(
    called: Audit, samples_released: Path, tmp_path: Path
) -> None:
    shutil.copytree(samples_released / "1.0.0", tmp_path / "copy")
    (tmp_path / "copy" / "audit" / "findings.parquet").write_bytes(b"PAR1")
    ran = called("explain", "lanhai-daily/good-oyster-season.txt", "--in", "copy")
    assert ran.code == 2
    assert "findings.parquet cannot be read" in ran.err


def test_rules_and_schema_speak_json(called: Audit) -> None:
    rules = json.loads(called("rules", "--format", "json").out)
    assert {r["code"][:3] for r in rules} == {"ENC", "LNG", "DUP", "FLD", "BPL", "SPN"}
    assert json.loads(called("schema", "ledger", "--format", "json").out)["ledger"]["columns"][0]["name"] == "id"
    assert "ENC001" in called("rules").out
    assert "documents:" in called("schema").out
