"""A passage that two texts have in common is found however little of them it is, and set phrases are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measure.duplication.index import Side, pairs_across, side_of, unpack
from audit.measure.duplication.pairs.pairs import find_pairs
from audit.measure.duplication.pairs.sampled_shingles import MOST_HOSTS
from tests.measure.duplication.asked import Asked

Build = Callable[..., Any]
COUNT = 40


def quoting(article: Build, length: int, quoted: int, seed: int) -> tuple[list[str], list[str]]:
    """Return texts, and as many others of that length each of which quotes one of them."""
    texts = [article(seed + nth, length) for nth in range(COUNT)]
    own = [article(seed + 500 + nth, length - quoted) for nth in range(COUNT)]
    at = [(7 * nth) % (length - quoted) for nth in range(COUNT)]
    return texts, [
        text[:place] + other[place : place + quoted] + text[place:]
        for text, other, place in zip(own, texts, at, strict=True)
    ]


@pytest.mark.parametrize(("length", "quoted"), [(400, 50), (400, 150), (800, 100), (1600, 200)])
def test_an_eighth_of_a_text_is_found(length: int, quoted: int, corpus: Build, article: Build) -> None:
    texts, others = quoting(article, length, quoted, length)
    made = corpus([*texts, *others])
    found = find_pairs(made.signatures, made.bodies, 0.5).pairs
    columns = [found[name].to_pylist() for name in ("a_row", "b_row", "kind")]
    kinds = {(a, b): kind for a, b, kind in zip(*columns, strict=True)}
    assert kinds == {(nth, COUNT + nth): "quoted" for nth in range(COUNT)}
    assert min(found["longest_run"].to_pylist()) >= quoted


def test_a_set_phrase_is_no_reason_to_compare(corpus: Build, article: Build) -> None:
    """Nineteen tokens in common are no passage of twenty: nobody is asked for."""
    phrase = article(7, 19)
    made = corpus([article(nth, 200) + phrase + article(nth + 500, 200) for nth in range(COUNT)])
    bodies = Asked(made.bodies)
    assert find_pairs(made.signatures, bodies, 0.5).pairs.num_rows == 0
    assert not bodies.rows


def test_chrome_in_many_texts_is_compared_in_linear_time(corpus: Build, article: Build) -> None:
    """What windows at its edges select differs from text to text: a few pairs of many texts are looked at."""
    chrome, count = article(7, 60), 5 * COUNT
    made = corpus([article(nth, 200) + chrome for nth in range(count)])
    found = find_pairs(made.signatures, made.bodies, 0.5).pairs
    assert set(found["kind"].to_pylist()) <= {"quoted"}
    assert found.num_rows <= MOST_HOSTS * count


def test_a_quotation_leaks_across_corpora(corpus: Build, article: Build, tmp_path: Path) -> None:
    texts, others = quoting(article, 800, 100, 30)
    there, here = corpus(texts), corpus(others)
    index = unpack(there.signatures, tmp_path / "unpacked")
    signatures = pa.concat_tables([pq.read_table(part) for part in here.signatures])
    found = pairs_across(Side(signatures, np.arange(COUNT), here.bodies), side_of(index, there.bodies), index, 0.5)
    assert found["row"].to_pylist() == found["other"].to_pylist() == list(range(COUNT))
