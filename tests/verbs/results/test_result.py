"""A result reads as what the command prints, on every verb; its repr is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import audit
from audit.report.summaries import of_verb

if TYPE_CHECKING:
    from pathlib import Path

# Their twins return what they print, or a dataset.
_WITHOUT_RESULT = {"explain", "load", "rules", "schema"}


def test_each_verb_has_one_summary() -> None:
    verbs = {name for name in audit.__all__ if name.islower() and not name.startswith("_")} - _WITHOUT_RESULT
    told = [*of_verb.OF_FACTS, *of_verb.OF_CALL, "check", "run"]
    assert sorted(told) == sorted(verbs)


def test_a_result_prints_as_its_summary(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a\x1b[31m.txt").write_text("The ferry sails at noon on Sundays.\n", "utf-8")
    (raw / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = audit.parse(raw, out=tmp_path / "parsed")
    shown = str(result).splitlines()
    assert shown[0].startswith("audit parse ")
    assert any(line.startswith("parsed") and "1 document" in line for line in shown)
    assert any("quarantined" in line for line in shown)
    assert "\x1b" not in str(result)
    assert repr(result) == "<Result of audit parse: passed>"
