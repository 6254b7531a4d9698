"""The only step that needs the whole corpus at once: who copies whom, and who is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from audit.measure.duplication import (
    Bodies,
    duplicates,
    duplication_columns,
    find_pairs,
    keep,
    preference,
)
from audit.pipeline.corpus import Corpus
from audit.policy import Policy
from audit.tables import DUPLICATES, empty


@dataclass(frozen=True, slots=True)
class Copies:
    """The table of verified pairs, the measured columns in row order, and which rows are set aside as copies."""

    pairs: pa.Table
    columns: pa.Table
    set_aside: np.ndarray

    @staticmethod
    def none() -> Copies:
        """Return the copies of a corpus without documents."""
        return Copies(empty(DUPLICATES), pa.table({}), np.zeros(0, bool))


def find_copies(corpus: Corpus, measures: pa.Table, eligible: np.ndarray, policy: Policy) -> Copies:
    """Return the copies in the corpus; only `eligible` rows, which may be published, are kept or set aside."""
    signatures = corpus.files("signatures")
    lengths = measures["body_chars"].to_numpy().astype(np.int64)
    wanted = preference(lengths, eligible, policy.duplicates.keep)
    found = find_pairs(signatures, Bodies(corpus.files("documents")), policy.duplicates.similarity, wanted)
    kept = keep(found, lengths, eligible, policy.duplicates)
    columns = duplication_columns(signatures, found, kept)
    return Copies(duplicates(signatures, found), columns, kept["duplicate_of_row"].to_numpy() >= 0)
