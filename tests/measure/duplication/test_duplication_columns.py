"""Copies, containers, quotations and shared passages become columns, each with its document and its partner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.measure.duplication.columns import duplicates, duplication_columns
from audit.measure.duplication.keep import NO_ROW, choose_kept
from audit.measure.duplication.pairs.pairs import Copies
from audit.measure.measures import MEASURES
from audit.policy import DuplicateSettings
from audit.tables import DUPLICATES

Build = Callable[..., Any]
NAMES = (
    "duplicate_of", "duplicate_kind", "similarity", "containment", "kept_because", "kept_similarity", "kept_coverage",
    "kept_coverage_of", "lost_tokens", "near_copy_of", "unique_tokens", "unique_start", "unique_end", "tokens",
    "contained", "contained_in", "quotes", "longest_quote_with", "copies", "repeated_share", "shared_share",
    "levelled_share", "title_twins",
)  # fmt: skip


def kept_columns(found: Copies, rows: int) -> pa.Table:
    kept = choose_kept(found, np.ones(rows, np.bool_), DuplicateSettings(), np.arange(rows))
    is_copy = kept["duplicate_of_row"].to_numpy() != NO_ROW
    return kept.append_column("reason", pa.array(np.where(is_copy, "is longer", None).tolist(), pa.string()))


def columns(built: Any) -> dict[str, list[Any]]:
    found = built.find()
    kept = kept_columns(found, built.rows)
    return duplication_columns(built.signed, found, kept, built.bodies).to_pydict()


def test_columns_are_those_of_the_measures(corpus: Build, article: Build) -> None:
    built = corpus([article(1), article(1)])
    found = built.find()
    kept = kept_columns(found, 2)
    table = duplication_columns(built.signed, found, kept, built.bodies)
    assert tuple(table.column_names) == NAMES
    assert all(field.equals(MEASURES.arrow.field(field.name)) for field in table.schema)


def test_a_document_alone(corpus: Build, article: Build) -> None:
    found = columns(corpus([article(1)]))
    values = [*[None] * 13, 300, False, None, 0, None, 1, 0.0, 0.0, None, 0]
    assert found == {name: [value] for name, value in zip(NAMES, values, strict=True)}


def test_no_documents(corpus: Build) -> None:
    built = corpus([])
    assert columns(built) == {name: [] for name in NAMES}
    assert duplicates(built.signed, built.find()).num_rows == 0


def test_copies_and_what_contains_them(corpus: Build, article: Build, edited: Build) -> None:
    a = article(1)
    found = columns(corpus([article(2, 600) + a, a, a, edited(a, 0.05, 1), article(3)]))
    assert found["duplicate_of"] == [None, None, "d0001.txt", "d0001.txt", None]
    assert found["duplicate_kind"] == [None, None, "exact_normalised", "near", None]
    assert found["contained"] == [False, True, True, True, False]
    assert found["contained_in"] == [None, *["d0000.txt"] * 3, None]
    assert found["copies"] == [1, 3, 3, 3, 1]
    assert found["similarity"][:3] == [pytest.approx(1 / 3, abs=0.02), 1.0, 1.0]
    assert found["containment"][1:] == [1.0, 1.0, pytest.approx(0.95, abs=0.06), None]


def test_quotations_are_counted_on_both_sides(corpus: Build, article: Build) -> None:
    quoted = article(9, 120)
    bodies = [article(1, 150) + quoted + article(2, 150), article(3, 140) + quoted + article(4, 160), article(5)]
    found = columns(corpus(bodies))
    assert found["quotes"] == [1, 1, 0]
    assert found["longest_quote_with"] == ["d0001.txt", "d0000.txt", None]


def test_of_several_containers_a_kept_one_with_most_of_the_text_is_named(corpus: Build, article: Build) -> None:
    a, most, whole = article(1), article(1)[:270], article(2, 600)
    bodies = [article(3, 600) + most, whole + a, whole + a, a]
    assert columns(corpus(bodies))["contained_in"] == [None, None, None, "d0001.txt"]
    # The first is set aside as a copy of the second, which is named.
    built = corpus([whole + a, whole + a, a])
    found = built.find()
    kept = choose_kept(found, np.ones(3, np.bool_), DuplicateSettings(), np.array([1, 0, 2]))
    kept = kept.append_column("reason", pa.array([None, None, None], pa.string()))
    told = duplication_columns(built.signed, found, kept, built.bodies).to_pydict()
    assert (told["duplicate_of"][0], told["contained_in"][2]) == ("d0001.txt", "d0001.txt")
    assert columns(corpus([whole, a]))["contained_in"] == [None, None]


def test_a_passage_is_shared_from_three_others_on(corpus: Build, article: Build) -> None:
    footer = article(77, 30)

    def shares(documents: int) -> list[float]:
        return columns(corpus([f"{article(n, 90)}\n{footer}" for n in range(documents)]))["shared_share"]

    assert shares(4) == pytest.approx([0.25] * 4)
    assert shares(3) == [0.0] * 3


@pytest.mark.parametrize(("numbers", "levelled"), [((12, 12, 12, 12), None), ((12, 12, 12, 7), 0.25)])
def test_where_digits_were_levelled_that_is_told(
    numbers: tuple[int, ...], levelled: float | None, corpus: Build, article: Build
) -> None:
    bodies = [f"{article(n, 91)}\n{article(77, 28)}{number}" for n, number in enumerate(numbers)]
    found = columns(corpus(bodies))
    assert min(found["shared_share"]) > 0
    assert found["levelled_share"] == ([None] * 4 if levelled is None else pytest.approx([levelled] * 4, abs=0.02))


def test_copies_of_one_document_share_nothing(corpus: Build, article: Build) -> None:
    assert columns(corpus([article(1)] * 6))["shared_share"] == [0.0] * 6


def test_title_twins_are_no_copies(corpus: Build, article: Build) -> None:
    bodies = [article(1), article(2), article(1), article(3), article(4)]
    titles = ["早间新闻", "早間新聞", "早间 新闻!", "《早间新闻》", None]
    assert columns(corpus(bodies, titles=titles))["title_twins"] == [2, 3, 2, 3, 0]


def test_duplicates_name_the_lesser_id_first(corpus: Build, article: Build) -> None:
    built = corpus([article(1, 300) + article(2, 600), article(1, 300), article(5)], ids=["z", "b", "a"])
    table = duplicates(built.signed, built.find())
    assert table.schema == DUPLICATES.arrow
    row = table.to_pylist()[0]
    assert (row["a"], row["b"], row["cluster"], row["release"]) == ("b", "z", "b", None)
    assert (row["coverage_ab"], row["coverage_ba"]) == (1.0, pytest.approx(1 / 3, abs=0.01))
