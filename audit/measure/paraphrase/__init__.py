"""Paraphrases: candidate pairs, their scores, and side-by-side alignment of two texts.

Workers compute `paraphrase_keys` per batch. The parent runs `find_suspects` once. Explanations use `common_places`,
`aligned` over `words`, and `BodyOffsets`, which maps offsets in a body to the decoded text.

Kernels are imported lazily, since explanations do without them.
"""

from __future__ import annotations

from typing import Final

from audit.measure.measure import Facts
from audit.tables.table import nullable

PARAPHRASE: Final = Facts(
    "retelling",
    (
        nullable(
            "spun_score",
            "float32",
            "probability that the document paraphrases another, 0 to 1; null if none is similar enough",
        ),
        nullable("spun_of", "string", "the document that this one may paraphrase; null if spun_score is 0.5 or less"),
    ),
)
