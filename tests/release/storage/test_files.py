"""Files are staged beside their place and put over nothing."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from audit.errors import UsageError
from audit.release.storage import files


@pytest.mark.parametrize("what", ["folder", "file"])
def test_nothing_is_put_over_anything(tmp_path, what):
    staged, final = tmp_path / "staged", tmp_path / "1.0.0"
    staged.mkdir()
    if what == "folder":
        final.mkdir()
        (final / "kept").write_bytes(b"")
    else:
        final.write_bytes(b"kept")
    with pytest.raises(UsageError, match="never overwritten"):
        files.place_folder(staged, final)
    assert final.exists()


def test_staging_is_removed_whatever_ends_it(tmp_path):
    with suppress(KeyboardInterrupt), files.staging(tmp_path) as folder:
        (folder / "half").write_bytes(b"x")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_folders_made_for_a_release_go_where_none_came(tmp_path):
    (tmp_path / "dist").mkdir()
    with suppress(KeyboardInterrupt), files.staging(tmp_path / "dist" / "news" / "ports"):
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.rglob("*")] == ["dist"]
    with files.staging(tmp_path / "dist" / "ports") as folder:
        files.place_folder(folder, tmp_path / "dist" / "ports" / "1.0.0")
    assert (tmp_path / "dist" / "ports" / "1.0.0").is_dir()


def test_files_below_are_sorted_posix_paths_and_links_are_not_followed(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x").write_bytes(b"")
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "c").symlink_to(tmp_path)
    (tmp_path / "d").symlink_to(tmp_path / "nowhere")
    assert files.files_below(tmp_path) == ("a", "b/x", "c", "d")


def test_the_released_folder_can_be_read_by_whom_the_umask_allows(made):
    umask = os.umask(0)
    os.umask(umask)
    assert made.stat().st_mode & 0o777 == 0o777 & ~umask


def test_those_who_stage_at_once_take_nothing_from_one_another(tmp_path):
    def stage(_):
        with files.staging(tmp_path) as folder:
            (folder / "half").mkdir()

    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(stage, range(500))) == [None] * 500
    finally:
        sys.setswitchinterval(often)
    assert list(tmp_path.iterdir()) == []
