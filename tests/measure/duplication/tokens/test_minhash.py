"""Minima estimate the overlap of sets, and sketches are the same on every machine and in any load."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels import mix
from audit.kernels.duplication.sketch import sketch
from audit.measure.duplication.tokens.fold import codes_of, fold, fold_bytes
from audit.measure.duplication.tokens.hashing import starts_of
from audit.measure.duplication.tokens.minhash import (
    BANDS,
    DENSE_SAMPLING,
    FEW_SHINGLES,
    PASSAGES_FROM,
    PERMUTATIONS,
    ROWS,
    SAMPLED_BELOW,
    TRACES,
    Sketches,
    sketches,
)  # fmt: skip
from audit.measure.duplication.tokens.shingles import shingles

NO_CUTS = np.empty(0, np.int64)


def sketches_of(*texts: str) -> Sketches:
    raw = [text.encode() for text in texts]
    offsets = starts_of(np.array([len(text) for text in raw], np.int64))
    return sketches(fold_bytes(np.frombuffer(b"".join(raw), np.uint8), offsets, NO_CUTS))


def words(seed: int, count: int) -> list[str]:
    r = random.Random(seed)  # noqa: S311 - text, not secrets
    return [f"w{r.randrange(3000)}" for _ in range(count)]


def test_equal_sets_have_equal_minima_whatever_their_order() -> None:
    text = "the quick brown fox jumps over the lazy dog "
    found = sketches_of(text * 2, text * 3)
    assert np.array_equal(found.minima[0], found.minima[1])
    assert np.array_equal(found.bands[0], found.bands[1])


def test_minima_estimate_jaccard() -> None:
    base = words(3, 1000)
    other = base[:600] + words(4, 400)
    sets = [{tuple(text[n : n + 3]) for n in range(len(text) - 2)} for text in (base, other)]
    true = len(sets[0] & sets[1]) / len(sets[0] | sets[1])
    found = sketches_of(" ".join(base), " ".join(other))
    assert found.minima.shape == (2, PERMUTATIONS)
    # Three standard errors of 128 coin tosses, and of 64.
    assert abs((found.minima[0] == found.minima[1]).mean() - true) < 3 * (true * (1 - true) / PERMUTATIONS) ** 0.5
    assert abs((found.traces[0] == found.traces[1]).mean() - true) < 3 * (true * (1 - true) / TRACES) ** 0.5 + 1 / 256


def test_bands_agree_when_all_their_rows_do() -> None:
    base = words(5, 400)
    found = sketches_of(" ".join(base), " ".join(base[:300] + words(6, 100)))
    rows = (found.minima[0] == found.minima[1]).reshape(BANDS, ROWS).all(axis=1)
    assert 0 < rows.sum() < BANDS
    assert np.array_equal(found.bands[0] == found.bands[1], rows)


def test_the_same_minima_give_another_key_in_another_band() -> None:
    # One shingle and permutations that are all the same: all minima are equal.
    codes, offsets = np.arange(3, dtype=np.uint32), np.array([0, 3])
    constants = np.zeros(3, np.uint64), np.ones(PERMUTATIONS, np.uint32), np.zeros(PERMUTATIONS, np.uint32)
    counts, ends = np.empty(1, np.int64), np.empty(1, np.int64)
    minima, bands = np.empty(PERMUTATIONS, np.uint32), np.empty(BANDS, np.uint64)
    sketch(codes, offsets, *constants, counts, minima, bands, np.empty(4, np.uint64), ends)
    assert len(set(minima.tolist())) == 1
    assert len(set(bands.tolist())) == BANDS


@pytest.mark.parametrize("length", [0, 4, 5, 40, FEW_SHINGLES + 3, FEW_SHINGLES + 4, 5000, 9000])
def test_samples_are_the_least_shingles(length: int) -> None:
    r = random.Random(length)  # noqa: S311 - text, not secrets
    text = "".join(r.choices([chr(code) for code in range(0x4E00, 0x5E00)], k=length))
    every = shingles(fold([text])).hashes
    found = sketches_of(text)
    below = SAMPLED_BELOW * 16 // DENSE_SAMPLING if len(every) < FEW_SHINGLES else SAMPLED_BELOW
    assert found.shingles.tolist() == [len(every)]
    samples = [number for number in found.samples.tolist() if number < PASSAGES_FROM]
    assert samples == sorted({number for number in every.tolist() if number < below})
    assert samples == found.samples.tolist()[: len(samples)]


@pytest.mark.parametrize("length", [0, 19, 20, 49, 50, 51, 400])
def test_one_of_every_31_runs_of_twenty_tokens_stands_for_a_text(length: int) -> None:
    codes = codes_of(fold([" ".join(words(length, length))]))
    runs = [_hash_of_run(codes[at : at + 20].tolist()) for at in range(length - 19)]
    windows = [runs[at : at + 31] for at in range(max(1, len(runs) - 30))] if runs else []
    found = sketches_of(" ".join(words(length, length))).samples
    assert found[found >= PASSAGES_FROM].tolist() == sorted({min(window) for window in windows})


def _hash_of_run(codes: list[int]) -> int:
    total = 0
    for code in codes:
        total = (total * int(mix.GOLDEN) + code) % 2**64
    return int(_mixed(np.uint64(total))) | PASSAGES_FROM


def _mixed(number: np.uint64) -> np.uint64:
    with np.errstate(over="ignore"):
        mixed: np.uint64 = mix.mixed(number)
    return mixed


@given(st.integers(0, 10**6), st.integers(0, 60), st.integers(0, 60))
def test_fifty_tokens_in_common_are_a_passage_in_common(seed: int, before: int, after: int) -> None:
    passage = words(seed, 50)
    texts = [
        " ".join([*words(seed + 1, before), *passage, *words(seed + 2, after)]),
        " ".join([*words(seed + 3, after), *passage, *words(seed + 4, before)]),
    ]
    samples = [set(sketches_of(text).samples.tolist()) for text in texts]
    assert any(number >= PASSAGES_FROM for number in samples[0] & samples[1])


def test_sketches_are_the_same_on_every_machine() -> None:
    found = sketches_of("清晨的雾散去以后 the fog was gone")
    assert found.minima[0, :2].tolist() == [391455649, 682855508]
    assert int(found.bands[0, 0]) == 0x7A74E4A91585F7D2
    assert found.samples.tolist() == [0xA0E5C7A2D322435, 0x229BBD053270735D, 0x3E4543BED22A7E16]


@given(st.lists(st.text("山水 fog", max_size=60), max_size=6))
def test_a_load_is_its_texts(texts: list[str]) -> None:
    whole = sketches_of(*texts)
    for row, text in enumerate(texts):
        alone = sketches_of(text)
        assert np.array_equal(alone.minima[0], whole.minima[row])
        bounds = whole.sample_bounds
        assert np.array_equal(alone.samples, whole.samples[bounds[row] : bounds[row + 1]])
