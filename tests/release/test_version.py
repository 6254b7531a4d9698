"""Versions are x.y.z, ordered by number, and no smaller a step than the change."""

from __future__ import annotations

import pytest

from audit.differences.version_rules import LEVELS, Demand, Reason
from audit.errors import UsageError
from audit.release.bump import SmallVersionError, bumped, refuse_smaller, step
from audit.release.version import Version, check_name, parse_version, versions_of


@pytest.mark.parametrize("text", ["0.0.0", "1.0.0", "1.10.0", "12345678.0.0"])
def test_a_version_is_read_and_written_alike(text):
    assert str(parse_version(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc.1", "1.0.0+a", "01.0.0", "1.0.0\n", "١.0.0", "1.0.123456789"],
)
def test_what_datasets_could_not_read_is_no_version(text):
    with pytest.raises(UsageError, match="is not a version"):
        parse_version(text)


def test_a_refused_version_cannot_act_on_the_terminal():
    with pytest.raises(UsageError) as refused:
        parse_version("\x1b[2J")
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize("name", ["a", "0", "news-2024", "a.b_c", "a" * 96, "con-news", "com10", "console", "x.con"])
def test_plain_names_are_names(name):
    assert check_name(name) == name


def test_versions_are_ordered_by_number_and_other_folders_are_no_versions(tmp_path):
    for name in ("1.10.0", "1.9.0", "1.9.1", "latest", ".staging-1", "v2.0.0"):
        (tmp_path / name).mkdir()
    (tmp_path / "3.0.0").write_text("a file", encoding="utf-8")
    (tmp_path / "4.0.0").symlink_to(tmp_path / "1.9.0")
    assert list(map(str, versions_of(tmp_path))) == ["1.9.0", "1.9.1", "1.10.0"]


def test_where_nothing_was_released_there_is_no_version(tmp_path):
    assert versions_of(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(("level", "expected"), [*zip(LEVELS, ("1.4.2", "1.4.3", "1.5.0", "2.0.0"), strict=True)])
def test_a_level_is_a_step_to_the_next_version(level, expected):
    old = Version(1, 4, 2)
    assert str(bumped(old, level)) == expected
    assert step(old, bumped(old, level)) == level


@pytest.mark.parametrize(
    ("version", "level", "is_refused"),
    [
        ("1.4.3", "minor", True), ("1.4.9", "patch", False), ("1.5.0", "minor", False), ("1.9.9", "major", True),
        ("2.0.0", "major", False), ("2.0.0", "patch", False), ("1.4.3", "none", False),
    ],
)  # fmt: skip
def test_a_step_smaller_than_the_change_is_refused_and_the_change_named(version, level, is_refused):
    demand = Demand(level, (Reason(level, "a cat was let out"),))
    if not is_refused:
        refuse_smaller(parse_version(version), Version(1, 4, 2), demand)
        return
    with pytest.raises(
        SmallVersionError, match=rf"{version} is too small a bump from 1\.4\.2: a cat was let out"
    ) as refused:
        refuse_smaller(parse_version(version), Version(1, 4, 2), demand)
    assert refused.value.exit_code == 1
