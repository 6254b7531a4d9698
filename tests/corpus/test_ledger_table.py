"""The ledger: one row for each input, with the reason for its state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from audit.corpus.findings import BrokenRules
from audit.corpus.ledger_table import MANY_INPUTS, ledger, states
from audit.corpus.states import Verdict, decide_states
from audit.policy import parse
from audit.rulebook import RULES
from audit.tables import PLACES
from tests.corpus.part_files import corpus_of, measures_of

BY_CODE = {rule.code: rule for rule in RULES}
NO_PLACES = pl.DataFrame(schema={"document": pl.Int64, **dict.fromkeys(PLACES.names, pl.Int64)})
DOCUMENTS = pl.DataFrame(
    {
        "id": ["a", "b", "c", "d", "e"],
        "sha256": ["0", "1", "2", "3", "4"],
        "bytes": [1, 2, 3, 4, 5],
        "said": [None, "mended", None, None, "mended"],
    }
)
MEASURES = measures_of(
    pl.DataFrame(
        {
            "id": ["a", "b", "c", "d", "e"],
            "decode_errors": [0, 2, 0, 0, 0],
            "no_article": [True, False, False, False, False],
            "duplicate_kind": [None, None, "exact_raw", "near", None],
            "duplicate_of": [None, None, "e", "x", None],
            "duplicate_release": [None, None, None, "texts/1.0.0", None],
            "kept_because": [None, None, "is longer", "is longer", None],
            "kept_similarity": [None, None, 1.0, 0.75, None],
            "lost_tokens": [None, None, 0, 9, None],
            "also_in": [None, None, None, "e\nb", None],
        },
        schema_overrides={"duplicate_release": pl.String},
    )
)


def ledger_rows(folder: Path, release: dict[str, Any], many: int = MANY_INPUTS) -> list[tuple[Any, ...]]:
    """Return state, code, detail and the document kept of each input that is a document."""
    corpus = corpus_of(folder, DOCUMENTS, NO_PLACES, (0, 2, 2, 5))
    rows = {"ENC001": np.array([1]), "DUP001": np.array([2])}
    broken = BrokenRules(tuple(BY_CODE[code] for code in rows), rows)
    table = pa.concat_tables(
        ledger(corpus, MEASURES, decide_states(broken, MEASURES, parse({"release": release})), many)
    )
    found = table.select(["id", "state", "code", "detail", "duplicate_of"]).to_pylist()
    assert [row["id"] for row in found] == ["lost-0", "a", "b", "lost-1", "lost-2", "c", "d", "e"]
    assert {(r["state"], r["code"]) for r in found if r["id"].startswith("lost")} == {("quarantined", "empty")}
    return [tuple(row.values())[1:] for row in found if not row["id"].startswith("lost")]


@pytest.mark.parametrize("many", [1, 4, MANY_INPUTS])
def test_each_state_has_its_reason(tmp_path: Path, many: int) -> None:
    assert ledger_rows(tmp_path, {}, many) == [
        (
            "boilerplate",
            "BPL001",
            "none of its blocks is part of an article; the table blocks gives a reason for each",
            None,
        ),
        (
            "excluded",
            "ENC001",
            "Byte sequences that are broken or incomplete in the file's codec: 2; see `audit explain ENC001`; mended",
            None,
        ),
        ("duplicate", "DUP001", "the same bytes as e, which is kept because it is longer", "e"),
        (
            "duplicate",
            "DUP003",
            (
                "nearly the same text as x in texts/1.0.0, which is kept because it is longer; tokens that occur in "
                "no kept document: 9; passages that it lacks stand in e, b"
            ),
            "x",
        ),
        ("published", None, "mended", None),
    ]


def test_an_excluded_copy_is_reported_as_excluded(tmp_path: Path) -> None:
    said = "The same bytes as another document, which is kept; see `audit explain DUP001`"
    assert ledger_rows(tmp_path, {"exclude": ["DUP001"]})[2] == ("excluded", "DUP001", said, None)


def test_without_an_audit_all_that_was_read_counts_as_published(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, DOCUMENTS, NO_PLACES, (0, 2, 5))
    verdict = Verdict.all_published(5)
    found = pa.concat_tables(ledger(corpus, None, verdict)).to_pylist()
    assert [(row["state"], row["detail"]) for row in found] == [
        ("quarantined", "nothing in it"), ("published", None), ("published", "mended"),
        ("quarantined", "nothing in it"), ("published", None), ("published", None), ("published", "mended"),
    ]  # fmt: skip
    assert list(states(corpus, verdict)) == [row["state"] for row in found]
