"""What cannot be written is refused before the work, not after it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import audit
from audit.corpus.output_place import refuse_unwritable
from audit.errors import UsageError


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text("The ferry left at dawn and came back at noon.\n", "utf-8")
    (tmp_path / "file").touch()
    return folder


@pytest.mark.parametrize(
    "call",
    [
        lambda raw, place: audit.check(raw, out=place),
        lambda raw, place: audit.check(raw, to=[place / "result.json"]),
        lambda raw, place: audit.check(raw, report=place / "report"),
        lambda raw, place: audit.parse(raw, out=place),
        lambda raw, place: audit.run(raw, name="news", dist=place),
    ],
    ids=["check --out", "check --to", "check --report", "parse --out", "run --dist"],
)
def test_below_a_file_nothing_can_be_written(raw: Path, call: Callable[[Path, Path], object]) -> None:
    for place in (raw.parent / "file", raw.parent / "file" / "below"):
        with pytest.raises(UsageError, match=r"file is not a folder: choose another output location"):
            call(raw, place)


def test_an_unwritable_place_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("root writes everywhere")
    with pytest.raises(UsageError, match="is not writable"):
        refuse_unwritable(tmp_path / "new" / "folder")


def test_a_place_that_exists_or_can_be_created_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    for place in (tmp_path, tmp_path / "new" / "folder", tmp_path / "link" / "new"):
        refuse_unwritable(place)
