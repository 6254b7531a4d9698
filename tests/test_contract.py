"""`schemas/` is written from the code, byte for byte.

To write it anew: AUDIT_WRITE_SCHEMAS=1 pytest tests/test_contract.py
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from audit.contract import contracts
from audit.release.tables import TABLES
from audit.tables import DOCUMENTS

SCHEMAS = Path(__file__).parent.parent / "schemas"
CONTRACTS = contracts()
# As Arrow spells them.
SPELLED = {"date32": "date32[day]", "float32": "float", "float64": "double"}


def written(name: str) -> bytes:
    return (json.dumps(CONTRACTS[name], ensure_ascii=False, indent=1) + "\n").encode("utf-8")


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_file_is_what_the_code_says(name: str) -> None:
    path = SCHEMAS / f"{name}.v1.json"
    if os.environ.get("AUDIT_WRITE_SCHEMAS"):
        path.write_bytes(written(name))
    assert path.read_bytes() == written(name)


def test_no_file_is_left_over() -> None:
    assert {p.name for p in SCHEMAS.iterdir()} == {"README.md", *(f"{name}.v1.json" for name in CONTRACTS)}


def test_the_first_five_columns_are_the_users() -> None:
    assert DOCUMENTS.names[:5] == ("title", "source", "date", "body", "boilerplate")


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_arrow_schema_has_types_and_nullability(table: object) -> None:
    for column, field in zip(table.columns, table.arrow, strict=True):  # type: ignore[attr-defined]
        assert field.name == column.name
        assert str(field.type) in {column.type, SPELLED.get(column.type)}
        assert field.nullable is not column.required
