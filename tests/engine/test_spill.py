from __future__ import annotations

import numpy as np

from audit.engine.spill import Spill


def test_what_goes_in_comes_out_by_key() -> None:
    numbers = np.random.default_rng(5).integers(0, 2**63, 5000, dtype=np.uint64)
    with Spill(np.uint64) as spill:
        for part in np.array_split(numbers, 3):
            spill.add(part, part)
        files = list(spill.files())
    assert np.array_equal(np.sort(np.concatenate(files)), np.sort(numbers))
    homes = [set((file % np.uint64(64)).tolist()) for file in files]
    assert all(len(home) == 1 for home in homes)


def test_nothing_in_nothing_out() -> None:
    with Spill(np.uint64) as spill:
        spill.add(np.empty(0, np.uint64), np.empty(0, np.uint64))
        assert list(spill.files()) == []
