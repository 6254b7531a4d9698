"""Tables that follow from the program: what is kept is what was made, and nothing else is believed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from audit.kernels import derived as derived_tables
from audit.kernels.derived import derived
from audit.kernels.kernel_cache import KernelFolder

MADE = {
    "flags": np.arange(7, dtype=np.uint8),
    "logs": np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4),
    "names": np.array(["Ülo", "木"]),
    "nothing": np.zeros(0, np.int64),
    "keys": np.arange(5, dtype=np.uint64) << np.uint64(40),
}
Tables = Mapping[str, np.ndarray]


@pytest.fixture
def declared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], Callable[[], Tables]]:
    """Give what declares the tables anew, as another process would, and notes when they are made."""
    monkeypatch.setattr(derived_tables, "kernel_folder", lambda: KernelFolder(tmp_path, lasts=True))

    def declare(told: list[str]) -> Callable[[], Tables]:
        def make() -> Tables:
            told.append("made")
            time.sleep(0.01)
            return {name: table.copy() for name, table in MADE.items()}

        return derived(make)

    return declare


def assert_equal(found: Tables) -> None:
    assert list(found) == list(MADE)
    for name, table in found.items():
        assert (table.dtype, table.shape) == (MADE[name].dtype, MADE[name].shape)
        assert table.tolist() == MADE[name].tolist()
        with pytest.raises(ValueError, match="read-only"):
            table.flat[:1] = table.flat[:1]


def test_tables_are_made_once_and_read_afterwards(declared) -> None:
    told: list[str] = []
    first, again = declared(told)(), declared(told)()
    assert told == ["made"]
    assert_equal(first)
    assert_equal(again)


def test_who_wants_tables_while_another_makes_them_waits_for_them(declared) -> None:
    told: list[str] = []
    both = threading.Barrier(2)

    def given(own: Callable[[], Tables]) -> Tables:
        both.wait()
        return own()

    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(given, [declared(told), declared(told)]):
            assert_equal(found)
    assert told == ["made"]


@pytest.mark.parametrize("at", [0, 64, 200, -1])
def test_tables_that_were_damaged_are_made_anew(at: int, declared, tmp_path: Path) -> None:
    told: list[str] = []
    declared(told)()
    (file,) = tmp_path.glob("*.tables")
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert_equal(declared(told)())
    assert told == ["made", "made"]


@pytest.mark.parametrize("size", [0, 10, 64, 300])
def test_tables_that_were_cut_are_made_anew(size: int, declared, tmp_path: Path) -> None:
    told: list[str] = []
    declared(told)()
    (file,) = tmp_path.glob("*.tables")
    file.write_bytes(file.read_bytes()[:size])
    assert_equal(declared(told)())
    assert told == ["made", "made"]


def test_where_nothing_can_be_kept_tables_are_made_all_the_same(
    declared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived_tables, "kernel_folder", lambda: KernelFolder(tmp_path / "not there", lasts=False))
    assert_equal(declared([])())


def test_tables_of_another_version_go_once_nobody_has_read_them_for_a_week(declared, tmp_path: Path) -> None:
    declared([])()
    own = next(tmp_path.glob("*.tables"))
    name, week = own.name.rpartition("-")[0], 7 * 24 * 3600
    long_unread, lately_read, of_other_tables = (
        tmp_path / f"{one}.tables" for one in (f"{name}-{'a' * 32}", f"{name}-{'b' * 32}", f"{name}s-{'a' * 32}")
    )
    own.unlink()
    for other, age in ((long_unread, week + 60), (lately_read, week - 60), (of_other_tables, week + 60)):
        other.write_bytes(b"of another version")
        other.with_suffix(".lock").touch()
        os.utime(other, times=(time.time() - age,) * 2)
    declared([])()
    kept = {file.stem for file in tmp_path.iterdir()}
    assert {file.stem for file in (own, lately_read, of_other_tables)} == kept


def test_tables_that_are_read_stay_young(declared, tmp_path: Path) -> None:
    declared([])()
    own = next(tmp_path.glob("*.tables"))
    os.utime(own, times=(0, 0))
    declared([])()
    assert own.stat().st_mtime > 0
