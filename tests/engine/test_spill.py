"""What is spilled by key comes back by key, whatever is held in memory."""

from __future__ import annotations

import numpy as np
import pytest

from audit.engine import spill as module
from audit.engine.spill import Spill


# Of 40,000 bytes all are held, or most are written in two goes, or each at once.
@pytest.mark.parametrize("held", [1 << 20, 20_000, 1])
def test_what_goes_in_comes_out_by_key(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", held)
    numbers = np.random.default_rng(5).integers(0, 2**63, 5000, dtype=np.uint64)
    with Spill(np.uint64) as spill:
        for part in np.array_split(numbers, 3):
            spill.add(part, part)
        files = list(spill.files())
    assert np.array_equal(np.sort(np.concatenate(files)), np.sort(numbers))
    # By file, those of each as they came.
    assert np.array_equal(np.concatenate(files), numbers[np.argsort(numbers % np.uint64(64), kind="stable")])
    homes = [set((file % np.uint64(64)).tolist()) for file in files]
    assert all(len(home) == 1 for home in homes)


def test_nothing_in_nothing_out() -> None:
    with Spill(np.uint64) as spill:
        spill.add(np.empty(0, np.uint64), np.empty(0, np.uint64))
        assert list(spill.files()) == []


@pytest.mark.parametrize(("held", "files"), [(1 << 20, 1), (1, 64)])
def test_few_records_come_as_one_file_where_that_is_asked_for(
    held: int, files: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HELD", held)
    numbers = np.arange(640, dtype=np.uint64)[::-1]
    with Spill(np.uint64) as spill:
        for part in np.array_split(numbers, 3):
            spill.add(part, part)
        found = list(spill.files(at_once=True))
    assert len(found) == files
    assert np.array_equal(
        np.concatenate(found), numbers if files == 1 else numbers[np.argsort(numbers % 64, kind="stable")]
    )
