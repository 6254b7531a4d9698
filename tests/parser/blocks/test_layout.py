"""How a page is laid out: patterns that return, and distances to marked lines."""

from __future__ import annotations

import numpy as np

from audit.parser.blocks.context.layout import distances, layout
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.features import lines

POST = "Tobias Quill\n9 March 2021\nThe oars were mended again, and the ferry crossed the river.\n"


def test_a_thread_repeats_its_pattern_and_a_story_does_not() -> None:
    table = lines([POST * 6, "One.\nTwo | three\nThe oars were mended again, and the ferry crossed the river."])
    none = np.zeros(len(table), np.bool_)
    found = dict(layout(Rows(table), none, none))
    first, last = (table["document"].to_numpy() == number for number in (0, 1))
    assert found["alike_between"][first].max() >= 4
    assert found["alike_between"][last].max() == 1
    assert found["page_lines"][first].tolist() == [18] * 18


def test_distances_end_with_the_document() -> None:
    documents = Segments.of(np.array([0, 0, 0, 1, 1, 1]))
    above, below = distances(np.array([False, True, False, False, False, True]), documents)
    assert above.tolist() == [40, 40, 1, 40, 40, 40]
    assert below.tolist() == [1, 40, 40, 2, 1, 40]
