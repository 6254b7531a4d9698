"""Long paragraphs that the model doubts stay between paragraphs of the text; captions, notices and teasers do not."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context_rules import Furniture
from audit.parser.blocks.features import lines
from audit.parser.blocks.rules.enclosed import is_enclosed
from tests.parser.pages import ENGLISH_BODY

FIRST, SECOND, _, THIRD, LAST = ENGLISH_BODY
DATELINE = (
    "MARL AND UPPER FEN, WEST RIDING.—In the reeds below the weir the ferrymen keep a hut that no map shows, and in "
    "the hut a book of every crossing since the flood."
)
CLAUSE = (
    "If NO BELL is rung, the crossing counts as void; if BOTH BELLS are rung, the crossing counts twice. Without a "
    "rule of its own, a landing follows the default of the river, which is NO BELL in winter and BOTH BELLS from April "
    "on, and a void crossing is written into the book in red, with the name of whoever forgot to ring, "
    "and his reasons, which the bailiff reads aloud at the fair of Saint Amand."
)


def kept(*told: tuple[str, float]) -> list[str]:
    """Return the doubted lines that stay, of lines with the model's scores."""
    rows = Rows(lines(["\n".join(line for line, _ in told)]))
    scores = np.array([score for _, score in told], np.float32)
    none = np.zeros(len(told), np.bool_)
    found = is_enclosed(rows, scores < 0.5, scores, Furniture(none, none, none))
    return [line for (line, _), stays in zip(told, found.tolist(), strict=True) if stays]


@pytest.mark.parametrize(("line", "score"), [(DATELINE, 0.69), (CLAUSE, 0.84)], ids=["date line", "long"])
def test_a_doubted_paragraph_between_paragraphs_stays(line: str, score: float) -> None:
    assert kept((FIRST, 0.1), (SECOND, 0.2), (line, score), (THIRD, 0.1)) == [line]


def test_several_of_them_stay_with_headings_in_between() -> None:
    told = (FIRST, 0.1), (CLAUSE, 0.6), ("The Bells", 0.8), (DATELINE, 0.6), (THIRD, 0.1), (LAST, 0.1)
    assert kept(*told) == [CLAUSE, DATELINE]


@pytest.mark.parametrize(
    "told",
    [
        [(FIRST, 0.1), (DATELINE, 0.75), (THIRD, 0.1)],
        [(FIRST, 0.1), (CLAUSE, 0.9), (THIRD, 0.1)],
        [(FIRST, 0.1), (DATELINE.removesuffix("."), 0.6), (THIRD, 0.1)],
        [(FIRST, 0.1), ("Related stories", 0.9), (DATELINE, 0.6), (THIRD, 0.1)],
        [(FIRST, 0.1), (DATELINE, 0.6), ("Privacy policy", 0.9), (THIRD, 0.1)],
        [(FIRST, 0.1), (DATELINE, 0.6), ("Bridge toll goes up", 0.9)],
        [(FIRST, 0.1), (DATELINE, 0.6), (THIRD, 0.1), (DATELINE, 0.6)],
        [(FIRST, 0.1), *((f"Landing {n}", 0.9) for n in range(9)), (DATELINE, 0.6), *[("Bell", 0.9)] * 3, (THIRD, 0.1)],
    ],
    ids=["caption", "sure", "no end", "related", "footer", "below the text", "twice", "far from the text"],
)
def test_what_may_be_the_pages_goes(told: list[tuple[str, float]]) -> None:
    assert kept(*told) == []
