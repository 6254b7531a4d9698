"""Healthy text that looks guilty is no mojibake, and never repaired: kinds tuned on, and kinds held back."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.repair import repairs
from tests.measure.encoding.mojibake.healthy_kinds import HELD, TUNED

_EACH = 60


@pytest.mark.parametrize("kind", [*TUNED, *HELD])
def test_a_kind_of_healthy_text_is_neither_reported_nor_repaired(kind: str):
    rng = random.Random(kind)  # noqa: S311
    texts = [(TUNED | HELD)[kind](rng) for _ in range(_EACH)]
    found = encoding(pa.table({"text": pa.array(texts, pa.large_string())})).columns["mojibake"].to_pylist()
    assert [text for text, count in zip(texts, found, strict=True) if count] == []
    assert [text for text in texts if repairs(text)] == []
