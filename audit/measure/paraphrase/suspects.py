"""The corpus-wide search for paraphrases: pairs of documents with scores.

A suspicion, by which nothing is set aside. Words are compared, not meanings: texts rewritten from scratch, paraphrased
by a language model, or translated share too few and are missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.measure.duplication.records.texts import TextStore
from audit.measure.duplication.tokens.hashing import Ints, together
from audit.measure.paraphrase.candidates import candidates
from audit.measure.paraphrase.score import score
from audit.measure.paraphrase.similarity import measure_similarity
from audit.tables import Table, empty
from audit.tables.table import required

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audit.measure.duplication.records.parts import Bodies

# Code points compared of longer texts.
MOST_CHARS: Final = 1 << 17
# Bytes of texts compared at once; with derived arrays 50 MB. Smaller groups recompute more.
_COMPARED: Final = 1 << 22
# Limits on comparisons: pairs per document on average, and pairs compared in any case.
PAIRS_A_DOCUMENT: Final = 0.5
PAIRS_IN_ANY_CASE: Final = 10_000
# Internal.
COMPARED: Final = Table(
    "compared",
    "one row per compared pair",
    (
        required("first_row", "int64", "row of the document that is kept first"),
        required("second_row", "int64", "row of the other"),
        required("score", "float32", "as in suspects"),
        required("long_first", "float32", "share of the first one's words in long shingles also in the second, 0 to 1"),
        required(
            "long_second", "float32", "share of the second one's words in long shingles also in the first, 0 to 1"
        ),
        required("short_first", "float32", "as long_first, with short shingles"),
        required("short_second", "float32", "as long_second, with short shingles"),
        required("anchors", "int32", "as in suspects"),
    ),
)


@dataclass(frozen=True, slots=True)
class Suspects:
    """Compared pairs: `pairs` is as COMPARED.

    `left_out` weaker candidates were not compared.
    """

    pairs: pa.Table
    left_out: int


def find_suspects(keys: Sequence[Path], bodies: Bodies, order: Ints, count: int) -> Suspects:
    """Return the compared pairs among the rows `order`, most preferred first, of `count` rows.

    `keys` are part files of paraphrase_keys in row order; `bodies` is called once for each candidate row.
    """
    member_of = np.full(count, -1, np.int64)
    member_of[order] = np.arange(len(order))
    found = candidates(keys, member_of, max(PAIRS_IN_ANY_CASE, int(PAIRS_A_DOCUMENT * len(order))))
    first, second = order[found.first], order[found.second]
    with TextStore(bodies, np.unique(np.concatenate([first, second])), MOST_CHARS) as texts:
        tables = [
            _measured(texts, first[here], second[here])
            for here in together(texts.sizes(first) + texts.sizes(second), _COMPARED)
        ]
    return Suspects(pa.concat_tables([empty(COMPARED), *tables]), found.left_out)


def _measured(texts: TextStore, first: Ints, second: Ints) -> pa.Table:
    rows, places = np.unique(np.concatenate([first, second]), return_inverse=True)
    found = measure_similarity(texts.read(rows), places[: len(first)], places[len(first) :])
    long, short = found.long(), found.short()
    return COMPARED.build(
        first_row=first,
        second_row=second,
        score=score(found),
        long_first=long[:, 0],
        long_second=long[:, 1],
        short_first=short[:, 0],
        short_second=short[:, 1],
        anchors=found.shared_anchors(),
    )
