"""The folder of this program's caches in the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.cache.location import cache_folder
from audit.cli.environment.crash import write_crash_log
from audit.kernels import kernel_cache
from audit.user_cache import user_cache


@pytest.mark.parametrize(
    ("home", "stated", "expected"),
    [
        pytest.param("/home/ada", "", "/home/ada/.cache/corpus-audit", id="home"),
        pytest.param("/home/ada", "/var/caches", "/var/caches/corpus-audit", id="stated"),
        pytest.param("/home/ada", "caches", "/home/ada/.cache/corpus-audit", id="stated-relative"),
        pytest.param("~", "/var/caches", "/var/caches/corpus-audit", id="stated-without-home"),
        pytest.param("~", "", None, id="no-home"),
    ],
)
def test_it_lies_in_the_folder_stated_or_in_the_home(
    home: str, stated: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("XDG_CACHE_HOME", stated)
    assert user_cache() == (Path(expected) if expected else None)


def test_without_a_home_nothing_is_cached_there_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "~")
    for name in ("XDG_CACHE_HOME", "AUDIT_CACHE_DIR", "NUMBA_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("audit.cache.location.user_cache", user_cache)
    assert cache_folder() is None
    assert kernel_cache.kernel_folder.__wrapped__().folder.is_absolute()
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_a_crash_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "~")
    monkeypatch.setenv("AUDIT_CRASH_DIR", str(tmp_path))
    log = write_crash_log(ValueError("gone"), ["rules"])
    assert log is not None
    assert "gone" in log.read_text("utf-8")
