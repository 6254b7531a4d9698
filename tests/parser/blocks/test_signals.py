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


BELOW = TEXT.partition("\n")[2]
MENU = "Home\nContact us\nLog in\nSubscribe"


def judged(model: Forest, text: str = TEXT, **columns: list[int]) -> pl.DataFrame:
    table = lines([text])
    return decide(table.with_columns(pl.Series(name, values) for name, values in columns.items()), model)


def test_a_line_that_other_documents_have_says_so() -> None:
    told = [0, 3, *[0] * 12]
    table = judged(KNOWN, repeats=told, repeats_paired=told, siblings=[3] * 14)
    assert table["boilerplate"].to_list() == [n == 1 for n in range(14)]
    assert table["reason"][1] == "occurs in 3 other documents of its source"


def test_one_other_document_tells_of_a_page_with_furniture_only() -> None:
    told = [1, *[0] * 13]
    columns = {"repeats": told, "repeats_paired": told, "siblings": [1] * 14}
    assert not judged(KNOWN, **columns)["boilerplate"].any()
    columns = {name: [*column, *[0] * 4] for name, column in columns.items()}
    table = judged(KNOWN, f"Ferry times\n{MENU}\n{BELOW}", **columns)
    assert table["reason"][0] == "occurs in 1 other document of its source"


@pytest.mark.parametrize(("others", "dropped"), [(2, False), (4, False), (5, True), (9, True)])
def test_without_furniture_a_template_is_what_half_of_the_others_have(others: int, dropped: bool) -> None:
    told = [others, *[0] * 13]
    table = judged(KNOWN, repeats=told, repeats_paired=told, siblings=[9] * 14)
    assert table["boilerplate"][0] == dropped


@pytest.mark.parametrize("model", [KNOWN, load("blocks")], ids=["made up", "shipped"])
def test_knowing_nothing_is_knowing_of_no_sibling(model: Forest) -> None:
    nothing = {name: [0] * 14 for name in ("repeats", "repeats_paired", "siblings")}
    assert judged(model).select("score", "reason").equals(judged(model, **nothing).select("score", "reason"))
