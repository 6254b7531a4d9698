"""What other documents of a source say about a block."""

from __future__ import annotations

import polars as pl
import pytest

from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.features import lines
from audit.parser.models.forest import Forest, Tree, load

# Content, unless the line stands beside the same neighbour in another document.
KNOWN = Forest(100, (Tree((("repeats_paired", 0.5),), (0, -200)),))
TEXT = "\n".join(f"Line {word} of a notice that the paper prints below every story" for word in "abcdefghijklmn")


def judged(model: Forest, **columns: list[int]) -> pl.DataFrame:
    table = lines([TEXT])
    return decide(table.with_columns(pl.Series(name, values) for name, values in columns.items()), model)


def test_a_line_that_other_documents_have_says_so() -> None:
    told = [0, 3, *[0] * 12]
    table = judged(KNOWN, repeats=told, repeats_paired=told, siblings=[3] * 14)
    assert table["boilerplate"].to_list() == [n == 1 for n in range(14)]
    assert table["reason"][1] == "occurs in 3 other documents of its source"


def test_one_other_document() -> None:
    told = [1, *[0] * 13]
    table = judged(KNOWN, repeats=told, repeats_paired=told, siblings=[9] * 14)
    assert table["reason"][0] == "occurs in 1 other document of its source"


@pytest.mark.parametrize("model", [KNOWN, load("blocks")], ids=["made up", "shipped"])
def test_knowing_nothing_is_knowing_of_no_sibling(model: Forest) -> None:
    nothing = {name: [0] * 14 for name in ("repeats", "repeats_paired", "siblings")}
    assert judged(model).select("score", "reason").equals(judged(model, **nothing).select("score", "reason"))
