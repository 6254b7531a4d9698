"""Releases outlive the programs that made them: each in tests/release/fixtures is sound to every later version.

They are never made anew. A program whose schema has grown gets a folder of its own beside them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from audit.measure.measures import MEASURES
from audit.release import schema
from audit.release.manifest import MANIFEST
from audit.release.read_manifest import parse_manifest
from audit.release.schema import FIRST, SCHEMA_MINOR, carried, lacking
from audit.release.tables import TABLES
from audit.release.verification.verify import verify
from audit.tables import DOCUMENTS

ROOT = Path(__file__).parents[3]
FIXTURES = Path(__file__).parents[1] / "fixtures"
MADE = sorted(path.parent for path in FIXTURES.rglob(MANIFEST))

# A program of tomorrow: a measure and the documents have one more column each, and there is one more table.
TOMORROW = """
import json, sys
from pathlib import Path
from audit import tables
from audit.measure import fields
from audit.tables.table import nullable, required

def grow(owner, at, column):
    object.__setattr__(owner, "columns", (*owner.columns[:at], column, *owner.columns[at:]))
    getattr(owner, "__dict__", {}).pop("names", None)

grow(fields.FIELDS, 3, required("has_place", "bool", "a place is stated"))
grow(tables.DOCUMENTS, 2, nullable("licence", "string", "where it stood"))

from audit.release import tables as held
PLACES = tables.Table("places_named", "one row per place", (required("id", "string", "the document"),))
held.TABLES = (*held.TABLES, PLACES)

from audit.release.plan import plan
from audit.release.release import release
from audit.release.verification import verify as checks
from tests.release import conftest

# A process each: the parent lets datasets load the releases, and the one made here.
checks.check_round_trip = lambda *_: ()
verify = checks.verify

said = {path: [str(p) for p in verify(Path(path)).problems] for path in sys.argv[2:]}
rows = conftest.tables_of(conftest.ARTICLES) | {"places_named": [conftest.table_of(PLACES, [{"id": "en/tram.txt"}])]}
made = release(plan(Path(sys.argv[1]), "ports"), conftest.request_of(rows)).path
said["its own"] = [str(p) for p in verify(made).problems]
print(json.dumps(said))
"""


def test_there_are_releases_of_every_time():
    assert {path.relative_to(FIXTURES).parts[0] for path in MADE} >= {"before-checksums", "schema-1.0"}


@pytest.mark.parametrize("release", MADE, ids=lambda path: path.relative_to(FIXTURES).parts[0])
def test_an_earlier_release_is_sound_for_ever(release):
    found = verify(release)
    assert found.problems == ()
    assert found.documents == 2
    assert not [each for each in found.unchecked if "later schema version" in each.why]


@pytest.fixture(scope="module")
def tomorrow(tmp_path_factory):
    """What a program that knows more columns and tables says of the releases there are, and a release that it made."""
    dist = tmp_path_factory.mktemp("tomorrow")
    call = [sys.executable, "-c", TOMORROW, str(dist), *map(str, MADE)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, check=False, text=True)
    assert not done.returncode, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), dist / "ports" / "1.0.0"


def test_a_program_that_knows_more_columns_verifies_what_was_made_before(tomorrow):
    assert tomorrow[0] == {str(path): [] for path in [*MADE, "its own"]}


def test_a_program_that_knows_fewer_columns_verifies_what_was_made_later(tomorrow):
    found = verify(tomorrow[1])
    assert found.problems == ()
    assert [(each.where, "later schema version" in each.why) for each in found.unchecked] == [
        ("README.md, croissant.json", False), ("documents", True), ("measures", True), ("places_named", True),
    ]  # fmt: skip
    assert "licence" in str(found.unchecked[1])
    assert "has_place" in str(found.unchecked[2])


def test_only_what_came_after_the_first_version_makes_a_minor_one(tomorrow):
    later = parse_manifest((tomorrow[1] / MANIFEST).read_bytes()).substance
    assert (later.schema_version, later.schema_minor) == (1, SCHEMA_MINOR + 3)
    for path in MADE:
        assert parse_manifest((path / MANIFEST).read_bytes()).substance.schema_minor <= SCHEMA_MINOR


def test_the_columns_of_the_first_version_are_there_for_ever():
    names = {table.name: set(table.names) for table in TABLES}
    assert {name: columns - names[name] for name, columns in FIRST.items()} == dict.fromkeys(FIRST, frozenset())


def fields(table, *, without=(), and_also=()):
    return pa.schema([*(f for f in table.arrow if f.name not in without), *and_also])


EXTRA = pa.field("licence", pa.string())
LATER = SCHEMA_MINOR + 1


def test_the_columns_that_a_release_carries_are_those_it_is_read_with():
    held = carried(fields(DOCUMENTS, and_also=[EXTRA]), DOCUMENTS, LATER)
    assert held.unknown == ("licence",)
    assert held.table.arrow.equals(fields(DOCUMENTS, and_also=[EXTRA]))
    assert carried(DOCUMENTS.arrow, DOCUMENTS, SCHEMA_MINOR).table.arrow.equals(DOCUMENTS.arrow)


@pytest.mark.parametrize(
    ("change", "minor"),
    [
        (lambda t: fields(t, without=t.names[:1]), 0),
        (lambda t: fields(t, without=t.names[-1:]), LATER),
        (lambda t: fields(t, and_also=[EXTRA.with_name("unheard_of")]), SCHEMA_MINOR),
        (lambda t: fields(t, and_also=[pa.field("unheard_of", pa.list_(pa.int8()))]), LATER),
        (lambda t: fields(t, and_also=[t.arrow.field(0)]), LATER),
        (lambda t: pa.schema(list(t.arrow)[::-1]), SCHEMA_MINOR),
        (
            lambda t: pa.schema([t.arrow.field(0).with_nullable(not t.arrow.field(0).nullable), *list(t.arrow)[1:]]),
            SCHEMA_MINOR,
        ),
        (lambda t: pa.schema([t.arrow.field(0).with_type(pa.binary()), *list(t.arrow)[1:]]), SCHEMA_MINOR),
    ],
    ids=["gone", "gone later", "unknown", "of no type", "twice", "turned", "nullable", "other type"],
)
def test_what_no_version_has_is_refused(change, minor):
    for table in TABLES:
        came_first = table.name in FIRST or minor
        if change(table) != table.arrow and came_first:
            assert carried(change(table), table, minor) is None


def test_a_column_that_came_later_may_be_missing_from_what_came_before(monkeypatch):
    monkeypatch.setattr(schema, "SCHEMA_MINOR", 2)
    without_first, known = {**FIRST, "measures": FIRST["measures"] - {"nfc"}}, fields(MEASURES, without=["nfc"])
    monkeypatch.setattr(schema, "FIRST", without_first)
    assert carried(known, MEASURES, 1).table.arrow.equals(known)
    assert carried(known, MEASURES, 2) is None
    assert carried(known, MEASURES, 3) is None


def test_every_table_of_the_first_version_is_asked_for():
    assert lacking(dict.fromkeys(FIRST), 0) == ()
    assert lacking(dict.fromkeys(FIRST.keys() - {"suspects"}), 0) == ("suspects",)
