"""A full disk is reported with the file that cannot be written."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

import audit
from audit.atomic import naming
from audit.verbs.results.output_files import write_result

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["found.json", "found.xml", "found.md"])
def test_a_full_disk_is_said_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("The ferry sails at noon on Sundays.\n", "utf-8")
    result = audit.check(tmp_path / "raw")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=name):
        write_result(result, [tmp_path / name])
    assert not (tmp_path / name).exists()


def test_an_error_that_names_its_file_keeps_the_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gone"), naming(tmp_path / "found.json"):
        (tmp_path / "gone").read_bytes()
