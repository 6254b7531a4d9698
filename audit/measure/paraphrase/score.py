"""The probability that one text paraphrases the other: a logistic regression on counts, fitted beforehand.

The score depends on the pair only, not on the corpus.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from audit.measure.paraphrase.similarity import TextSimilarity

Floats = npt.NDArray[np.float64]
# The weights, written with their origin by tests/derive/derive_retold.py.
WEIGHTS: Final = Path(__file__).parent / "weights.json"
# Minimum score of a suspect, set so that one in a hundred of the most similar pairs of unrelated articles is suspected.
SUSPECT: Final = 0.5
FEATURES: Final = ("long", "left_over", "run", "anchors_shared", "anchors_apart")
# Minimum share of common wording: papers on one event share numbers and names. The most similar unrelated articles have
# 0.08, texts with three of five words replaced 0.48 (medians).
LEAST_WORDING: Final = 0.18
# Bound on the exponent of the logistic function in float64.
_CERTAIN: Final = 30.0


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of FEATURES, and the intercept."""

    of: Floats
    intercept: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the bundled weights."""
    read = json.loads(WEIGHTS.read_text("utf-8"))
    return Weights(np.array([read["weights"][name] for name in FEATURES]), float(read["intercept"]))


def features(found: TextSimilarity) -> Floats:
    """Return a row of FEATURES for each pair.

    long: the smaller coverage by long shingles. left_over: the smaller coverage by short ones, without verbatim
    passages. run: log of the words in a run of common short shingles. anchors_shared, anchors_apart: log of the common
    anchors, and of those that only the text with fewer has. A cosine of weighted character bigrams added nothing to
    these.
    """
    long, left_over = found.long().min(axis=1), found.left_over().min(axis=1)
    run = found.counts[:, 2:4].sum(axis=1) / np.maximum(found.counts[:, 6:8].sum(axis=1), 1)
    shared = found.shared_anchors()
    apart = found.anchors.min(axis=1) - shared
    return np.stack([long, left_over, np.log1p(run), np.log1p(shared), np.log1p(apart)], axis=1)


def score(found: TextSimilarity) -> npt.NDArray[np.float32]:
    """Return the score of each pair, 0 to 1; at most SUSPECT if too little of the wording is shared."""
    fitted = weights()
    sums = features(found) @ fitted.of + fitted.intercept
    scores = 1 / (1 + np.exp(-np.clip(sums, -_CERTAIN, _CERTAIN)))
    is_worded = found.left_over().min(axis=1) >= LEAST_WORDING
    return np.where(is_worded, scores, np.minimum(scores, SUSPECT)).astype(np.float32)
