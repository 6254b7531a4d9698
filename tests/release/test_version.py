from __future__ import annotations

from dataclasses import replace

import pytest

from audit.errors import UsageError
from audit.release.bump import bump
from audit.release.manifest import Content, Manifest, Substance
from audit.release.version import Version, check_name, newest, parse_version, versions_of
from audit.tables.table import may


def substance(**changes):
    tables = {name: Content(1, 1, name) for name in ("documents", "blocks", "measures", "findings")}
    plain = Substance(schema_version=1, tables=tables, judgements={"report": "r"}, parameters={"keep": "first"})
    return replace(plain, **changes)


def manifest(held):
    return Manifest(name="n", version=Version(1, 4, 2), parent=None, substance=held, counts={}, tool={}, files=())


def with_other(table):
    return substance(tables={**substance().tables, table: Content(1, 1, "other")})


@pytest.mark.parametrize("text", ["0.0.0", "1.0.0", "1.10.0", "12345678.0.0"])
def test_a_version_is_read_and_written_alike(text):
    assert str(parse_version(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc.1", "1.0.0+a", "01.0.0", "1.0.0\n", "١.0.0", "1.0.123456789"],
)
def test_what_datasets_could_not_read_is_no_version(text):
    with pytest.raises(UsageError, match="is no version"):
        parse_version(text)


def test_a_refused_version_cannot_act_on_the_terminal():
    with pytest.raises(UsageError) as refused:
        parse_version("\x1b[2J")
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize("name", ["a", "0", "news-2024", "a.b_c", "a" * 96])
def test_plain_names_are_names(name):
    assert check_name(name) == name


def test_versions_are_ordered_by_number_and_other_folders_are_no_versions(tmp_path):
    for name in ("1.10.0", "1.9.0", "1.9.1", "latest", ".staging-1", "v2.0.0"):
        (tmp_path / name).mkdir()
    (tmp_path / "3.0.0").write_text("a file", encoding="utf-8")
    (tmp_path / "4.0.0").symlink_to(tmp_path / "1.9.0")
    assert list(map(str, versions_of(tmp_path))) == ["1.9.0", "1.9.1", "1.10.0"]
    assert str(newest(tmp_path)) == "1.10.0"


def test_where_nothing_was_released_there_is_no_newest(tmp_path):
    assert newest(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(substance(), "1.4.2", id="nothing"),
        pytest.param(substance(schema_version=2), "2.0.0", id="schema"),
        pytest.param(with_other("documents"), "1.5.0", id="documents"),
        pytest.param(with_other("blocks"), "1.5.0", id="blocks"),
        pytest.param(with_other("measures"), "1.4.3", id="evidence"),
        pytest.param(substance(judgements={"report": "s"}), "1.4.3", id="report"),
        pytest.param(substance(parameters={"keep": "longest"}), "1.4.3", id="parameters"),
    ],
)
def test_what_changed_decides_the_bump(new, expected):
    assert str(bump(manifest(substance()), new)) == expected


def test_a_column_that_rode_along_may_come_and_not_go_or_change_its_type():
    named, typed = may("score", "string", ""), may("score", "float64", "")
    assert bump(manifest(substance(extra=(named,))), substance()).major == 2
    assert bump(manifest(substance(extra=(named,))), substance(extra=(typed,))).major == 2
    assert bump(manifest(substance(extra=(named,))), substance(extra=(may("score", "string", "as text"),))).major == 1
    assert bump(manifest(substance()), substance(extra=(named,))).major == 1


def test_the_first_version_is_one(made):
    assert made.name == "1.0.0"
