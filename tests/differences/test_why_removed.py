"""Of a removed document a comparison says whether its input is set aside now, or is there no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from audit.differences.compare import compare
from audit.differences.facts import facts
from audit.differences.snapshot import StoredTable
from audit.tables import LEDGER
from tests.differences.sides import rows, snapshot

BEFORE = rows()
GONE, ASIDE = "en/ferry.txt", "en/tram.txt"
WHY = "the same bytes as en/bus.txt, which is kept"


def told(folder: Path, ledger: pa.Table | None = None, **how: Any) -> dict[str, Any]:
    kept = tuple(row for row in BEFORE.documents if row["id"] not in {GONE, ASIDE})
    old, new = snapshot(folder / "old", "old", BEFORE), snapshot(folder / "new", "new", replace(BEFORE, documents=kept))
    row = {"id": ASIDE, "path": ASIDE, "state": "duplicate", "code": "DUP001", "detail": WHY}
    pq.write_table(ledger or pa.Table.from_pylist([row], schema=LEDGER.arrow), folder / "ledger.parquet")
    stored = StoredTable((("train", folder / "ledger.parquet"),))
    examples: dict[str, Any] = facts(compare(old, replace(new, ledger=stored), **how))["examples"]
    return examples


def test_what_became_of_removed_documents_is_said(tmp_path: Path) -> None:
    assert told(tmp_path)["why_removed"] == {GONE: "no input has this id", ASIDE: f"duplicate: {WHY}"}


def test_a_ledger_of_another_program_says_nothing(tmp_path: Path) -> None:
    assert "why_removed" not in told(tmp_path, pa.table({"id": [ASIDE], "note": ["gone"]}))


def test_a_state_without_a_detail_stands_alone(tmp_path: Path) -> None:
    ledger = pa.table({"id": [ASIDE], "state": ["published"], "detail": pa.array([None], pa.string())})
    assert told(tmp_path, ledger)["why_removed"][ASIDE] == "published"


def test_a_release_keeps_no_word_of_it(tmp_path: Path) -> None:
    assert "why_removed" not in told(tmp_path, texts=False)


def test_nothing_is_said_without_a_ledger(tmp_path: Path) -> None:
    kept = tuple(row for row in BEFORE.documents if row["id"] != GONE)
    sides = (snapshot(tmp_path / name, name, replace(BEFORE, documents=some)) for name, some in
             (("old", BEFORE.documents), ("new", kept)))  # fmt: skip
    found: dict[str, Any] = facts(compare(*sides))["examples"]
    assert (found["removed"], "why_removed" in found) == ([GONE], False)
