"""The law of versions, by mutation: one thing is changed, and the version that it demands is the law's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from audit.differences.compare import compare
from audit.differences.version_rules import LEVELS, is_at_least
from audit.tables import DOCUMENTS
from tests.differences.sides import STORIES, Change, blocks_of, document, edited, rows, snapshot

BEFORE = rows()
TRAM = "en/tram.txt"
NEW = document("en/new.txt", "A lamp", "A lamp was lit at the corner of the street.")


def without(column: str) -> pa.Schema:
    return pa.schema([field for field in DOCUMENTS.arrow if field.name != column])


def with_field(field: pa.Field) -> pa.Schema:
    known = field.name in DOCUMENTS.names
    return pa.schema([field if each.name == field.name else each for each in DOCUMENTS.arrow] + [field] * (not known))


MUTATIONS: dict[str, tuple[str, str, Change]] = {
    "nothing": ("none", "nothing changed", lambda old: old),
    "document added": (
        "minor",
        "1 document was added",
        lambda old: replace(old, documents=(*old.documents, NEW), blocks=(*old.blocks, *blocks_of(NEW))),
    ),
    "all documents removed": ("minor", "4 documents were removed", lambda old: replace(old, documents=())),
    "document removed": ("minor", "1 document was removed", lambda old: replace(old, documents=old.documents[1:])),
    "document renamed": ("minor", "1 document was renamed", lambda old: edited(old, TRAM, id="en/moved.txt")),
    "body edited": ("minor", "changed in its body", lambda old: edited(old, TRAM, body="The tram stands still.")),
    "one character of a body": (
        "minor",
        "changed in its body",
        lambda old: edited(old, TRAM, body=STORIES[TRAM][1] + "!"),
    ),
    "title corrected": ("patch", "changed in its metadata", lambda old: edited(old, TRAM, title="A tram for a hill")),
    "date corrected": ("patch", "changed in its metadata", lambda old: edited(old, TRAM, date=date(2024, 3, 1))),
    "source no longer stated": ("patch", "changed in its metadata", lambda old: edited(old, TRAM, source=None)),
    "source stated nowhere": (
        "patch",
        "column source of documents is now empty",
        lambda old: replace(old, documents=tuple(row | {"source": None} for row in old.documents)),
    ),
    "language corrected": ("patch", "changed in its metadata", lambda old: edited(old, TRAM, language="de")),
    "menu of one page edited": (
        "patch",
        "changed in its boilerplate",
        lambda old: replace(old, blocks=(*old.blocks[:2], {**old.blocks[2], "text": "Tell a friend"}, *old.blocks[3:])),
    ),
    "file saved in another encoding": (
        "patch",
        "read from different bytes",
        lambda old: edited(old, TRAM, encoding="utf-16-le", sha256="1" * 64),
    ),
    "column dropped": (
        "major",
        "column author of documents was removed",
        lambda old: replace(old, documents_schema=without("author")),
    ),
    "column of another type": (
        "major",
        "column date of documents changed from date32[day] to string",
        lambda old: replace(
            old,
            documents=tuple({**row, "date": str(row["date"])} for row in old.documents),
            documents_schema=with_field(pa.field("date", pa.string())),
        ),
    ),
    "empty column filled": (
        "minor",
        "column url of documents, empty before, now has values (int64)",
        lambda old: replace(
            old,
            documents=tuple(row | {"url": 1} for row in old.documents),
            documents_schema=with_field(pa.field("url", pa.int64())),
        ),
    ),
    "column that may be null now": (
        "major",
        "column language of documents changed from string! to string",
        lambda old: replace(old, documents_schema=with_field(pa.field("language", pa.string()))),
    ),
    "column added": (
        "minor",
        "column mood of documents was added",
        lambda old: replace(old, documents_schema=with_field(pa.field("mood", pa.string()))),
    ),
    "columns in another order": (
        "major",
        "are in a different order",
        lambda old: replace(old, documents_schema=pa.schema(list(DOCUMENTS.arrow)[::-1])),
    ),
    "columns with a different meaning": (
        "major",
        "columns have a different meaning",
        lambda old: replace(old, schema_version=2),
    ),
    "settings": ("patch", "the settings of the run differ", lambda old: replace(old, contents={"parameters": "b"})),
    "evidence": ("patch", "the measures of the audit differ", lambda old: replace(old, contents={"measures": "b"})),
    "rows in another order": (
        "patch",
        "the documents are in a different order",
        lambda old: replace(old, documents=old.documents[::-1], contents={"documents": "b"}),
    ),
    "document moved to another split": (
        "minor",
        "4 documents were moved to another split",
        lambda old: replace(old, split="test"),
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_demands_what_the_law_says(name: str, tmp_path: Path) -> None:
    level, change, mutate = MUTATIONS[name]
    after = mutate(BEFORE)
    known = dict.fromkeys(after.contents or (), "a")
    old, new = (snapshot(tmp_path / side, side, held) for side, held in (("old", BEFORE), ("new", after)))
    found = compare(replace(old, contents=known), new).demand
    assert found.level == level, found
    assert change in found.clause()
    # And back: what came goes, and demands as much. Only a column that comes is nobody's trouble.
    back = compare(new, replace(old, contents=known)).demand
    assert back.level == {"column added": "major", "column dropped": "minor", "empty column filled": "major"}.get(
        name, level
    ), back


def test_the_gravest_change_decides_and_comes_first(tmp_path: Path) -> None:
    after = edited(edited(BEFORE, TRAM, body="Another text altogether."), "zh/market.txt", title="夜市")
    old, new = (snapshot(tmp_path / side, side, held) for side, held in (("old", BEFORE), ("new", after)))
    found = compare(old, new).demand
    assert [reason.level for reason in found.reasons] == ["minor", "patch"]
    assert found.clause() == "1 document was changed in its body"


def test_levels_are_ordered() -> None:
    assert [is_at_least("minor", least) for least in LEVELS] == [True, True, True, False]
