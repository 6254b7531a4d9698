from __future__ import annotations

import random

import numpy as np

from audit.measure.duplication.fold import fold
from audit.measure.duplication.minhash import BANDS, PERMUTATIONS, bands, minima
from audit.measure.duplication.shingles import shingles


def signature_of(*texts: str) -> np.ndarray:
    found = shingles(fold(texts))
    return minima(found, np.flatnonzero(np.diff(found.offsets)))


def test_equal_sets_have_equal_minima_whatever_their_order() -> None:
    text = "the quick brown fox jumps over the lazy dog "
    found = signature_of(text * 2, text * 3)
    assert np.array_equal(found[:, 0], found[:, 1])


def test_minima_estimate_jaccard() -> None:
    r = random.Random(3)  # noqa: S311 - text, not secrets
    words = [f"w{n}" for n in range(3000)]
    base = [r.choice(words) for _ in range(1000)]
    other = base[:600] + [r.choice(words) for _ in range(400)]
    sets = [{tuple(text[n : n + 3]) for n in range(len(text) - 2)} for text in (base, other)]
    true = len(sets[0] & sets[1]) / len(sets[0] | sets[1])
    found = signature_of(" ".join(base), " ".join(other))
    assert found.shape == (PERMUTATIONS, 2)
    # Three standard errors of 128 coin tosses.
    assert abs((found[:, 0] == found[:, 1]).mean() - true) < 3 * (true * (1 - true) / PERMUTATIONS) ** 0.5


def test_bands_agree_when_all_their_rows_do() -> None:
    found = np.arange(2 * PERMUTATIONS, dtype=np.uint32).reshape(2, -1).T.copy()
    found[:4, 1] = found[:4, 0]
    found[4:7, 1] = found[4:7, 0]
    keys = bands(found)
    assert (keys[:, 0] == keys[:, 1]).tolist() == [True] + [False] * (BANDS - 1)


def test_the_same_minima_give_another_key_in_another_band() -> None:
    keys = bands(np.zeros((PERMUTATIONS, 1), np.uint32))
    assert len(set(keys[:, 0].tolist())) == BANDS
