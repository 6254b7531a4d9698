"""Sources of baselines that are no files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.gate.sources import baseline_of, is_report


@pytest.mark.parametrize("what", ["pipe", "device"])
def test_a_baseline_that_is_no_file_is_refused_unread(tmp_path: Path, what: str) -> None:
    path = tmp_path / "known.txt"
    if what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    assert not is_report(str(path))
    with pytest.raises(UsageError, match="is not a file"):
        baseline_of(str(path), str)


def test_a_link_to_a_baseline_is_read(tmp_path: Path) -> None:
    (tmp_path / "known.txt").write_text("# corpus-audit baseline 1: known findings\n")
    (tmp_path / "link.txt").symlink_to("known.txt")
    assert baseline_of(str(tmp_path / "link.txt"), str) == baseline_of(str(tmp_path / "known.txt"), str)
