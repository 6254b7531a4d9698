"""The folder of compiled kernels: code is taken from none that others may write."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.kernels import kernel_cache


def open_to_all(folder: Path) -> None:
    folder.chmod(0o777)


def open_to_the_group(folder: Path) -> None:
    folder.chmod(0o775)


def of_somebody_else(folder: Path) -> None:
    if os.geteuid():
        pytest.skip("only root gives a folder to somebody else")
    os.chown(folder, 12345, 12345)


def below_what_all_may_write(folder: Path) -> None:
    folder.parent.chmod(0o777)


def a_link(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to(folder.with_name("elsewhere"))


@pytest.mark.parametrize("plant", [open_to_all, open_to_the_group, of_somebody_else, below_what_all_may_write, a_link])
def test_code_is_taken_from_no_folder_that_others_may_write(
    plant: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache" / "kernels"
    folder.mkdir(0o755, parents=True)
    plant(folder)
    found = placed(folder.parent, monkeypatch)
    assert not found.lasts
    assert found.folder.stat().st_mode & 0o777 == 0o700
    assert "is writable by other users" in found.refused[0]


def test_a_folder_of_this_user_alone_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache" / "kernels").mkdir(0o755, parents=True)
    assert placed(tmp_path / "cache", monkeypatch) == kernel_cache.KernelFolder(
        tmp_path / "cache" / "kernels", lasts=True
    )


def placed(chosen: Path, monkeypatch: pytest.MonkeyPatch) -> kernel_cache.KernelFolder:
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(chosen))
    monkeypatch.setenv("AUDIT_KERNELS_OF_THIS_RUN", "")
    return kernel_cache.kernel_folder.__wrapped__()
