"""Texts told again: pairs that say the same with other words, and what two texts have in common, side by side.

In workers, batch by batch: `retelling_keys`. In the parent, once: `find_suspects`. For people: `common_places`,
`aligned` over `words`, and `Bearings`, which lead from a body to the decoded text.

The kernels are imported with the functions that need them: who only explains does without.
"""

from __future__ import annotations

from typing import Final

from audit.measure.measured import Facts
from audit.tables.table import may

RETELLING: Final = Facts(
    "retelling",
    (
        may(
            "spun_score",
            "float32",
            "how sure it is that another document is told again here, 0 to 1; null when none was like enough",
        ),
        may("spun_of", "string", "the document that this one may be told after; null when spun_score is 0.5 or less"),
    ),
)
