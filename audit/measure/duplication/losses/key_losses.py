"""Text that is lost with documents set aside for another reason than a near copy, such as the same address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from audit.measure.duplication.losses.losses import Losses
from audit.measure.duplication.pairs.verify import NEAR, VERIFIED

if TYPE_CHECKING:
    from audit.measure.duplication.records.parts import Bodies
    from audit.measure.duplication.records.texts import TextColumns
    from audit.measure.duplication.tokens.hashing import Ints


def lost_beside(sides: tuple[Ints, Ints], kept: Ints, texts: tuple[Bodies, TextColumns], tokens: Ints) -> Ints:
    """Return the tokens of each row set aside that are neither in its twin nor in any of the `kept` rows, ascending.

    `sides`: the rows set aside, and their twins. `tokens` is the number of tokens of each row.
    """
    rows, twins = sides
    # All of a row's text is doubted, none of its twin's.
    unmeasured = np.zeros(len(rows), np.int32)
    measures = dict.fromkeys(("coverage_ab", "coverage_ba", "jaccard", "longest_run"), unmeasured)
    alone = {name: unmeasured for name in VERIFIED.names if name.startswith(("lost", "unique"))}
    alone["lost_a"] = tokens[rows].astype(np.int32)
    kinds = pa.array([NEAR] * len(rows), pa.string())
    pairs = VERIFIED.build(a_row=rows, b_row=twins, kind=kinds, **{**measures, **alone})
    with Losses(pairs, *texts, tokens) as losses:
        losses.read(kept)
        lost: Ints = losses.measured(pairs)["lost_a"].to_numpy()
    return lost
