"""Who is kept of several copies follows the order of preference, and takes no passage of its own along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.keep import choose_kept
from audit.measure.duplication.pairs.exact import Classes
from audit.measure.duplication.pairs.pairs import Copies
from audit.measure.duplication.pairs.verify import VERIFIED
from audit.measure.duplication.preference import FIRST, Criterion, Preference
from audit.measure.duplication.records.groups import connected
from audit.policy import DuplicateSettings


def copies(raw: list[int], text: list[int], near: list[tuple[int, int, float]]) -> Copies:
    """Return what was found when rows have these classes, and these pairs of rows are near with that Jaccard."""
    rows = [
        {"a_row": a, "b_row": b, "kind": "near", "coverage_ab": 0.9, "coverage_ba": 0.9, "jaccard": j, "longest_run": 9}
        for a, b, j in near
    ]
    places = np.arange(len(raw))
    first = np.concatenate([raw, text, [a for a, _, _ in near]]).astype(np.int64)
    second = np.concatenate([places, places, [b for _, b, _ in near]]).astype(np.int64)
    groups = connected(len(raw), first, second)
    classes = Classes(np.array(raw), np.array(text))
    return Copies(pa.Table.from_pylist(rows, VERIFIED.arrow), classes, groups, groups)


def kept(found: Copies, lengths: list[int], eligible: list[bool] | None = None, **settings: object) -> list[int]:
    is_eligible = np.array(eligible or [True] * len(lengths))
    wanted = DuplicateSettings(**settings)  # type: ignore[arg-type]
    longer = (Criterion("is longer", -np.array(lengths)),) if wanted.keep == "longest" else ()
    places = Preference(longer).places(is_eligible)
    return choose_kept(found, is_eligible, wanted, places)["duplicate_of_row"].to_pylist()


CHAIN = copies([0, 1, 2], [0, 1, 2], [(0, 1, 0.6), (1, 2, 0.7)])


def test_the_first_is_kept() -> None:
    assert kept(copies([0, 0, 2], [0, 0, 0], []), [5, 5, 5]) == [-1, 0, 0]


def test_likeness_does_not_pass_from_neighbour_to_neighbour() -> None:
    assert kept(CHAIN, [5, 5, 5]) == [-1, 0, -1]


def test_the_longest_is_kept() -> None:
    assert kept(CHAIN, [5, 6, 5], keep="longest") == [1, -1, 1]
    assert kept(CHAIN, [5, 6, 7], keep="longest") == [-1, 2, -1]


def test_ties_go_to_the_first() -> None:
    assert kept(CHAIN, [5, 5, 5], keep="longest") == [-1, 0, -1]


def test_what_is_not_eligible_is_neither_kept_instead_nor_set_aside() -> None:
    assert kept(CHAIN, [5, 5, 5], [True, False, True]) == [-1, -1, -1]
    assert kept(copies([0, 0, 0], [0, 0, 0], []), [5, 5, 5], [False, True, True]) == [-1, -1, 1]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("exact_raw",), [-1, 0, -1, -1]),
        (("exact_normalised",), [-1, 0, 0, -1]),
        (("near",), [-1, -1, -1, 0]),
        ((), [-1, -1, -1, -1]),
        (("contained", "quoted"), [-1, -1, -1, -1]),
    ],
)
def test_only_kinds_that_are_set_aside_count(kinds: tuple[str, ...], expected: list[int]) -> None:
    found = copies([0, 0, 2, 3], [0, 0, 0, 3], [(0, 3, 0.8)])
    assert kept(found, [5, 5, 5, 5], set_aside=kinds) == expected


def test_exact_copies_share_their_near_copies() -> None:
    # Row 3 is near the class of 0, 1, 2, which is paired through row 0; row 0 itself cannot be kept.
    found = copies([0, 1, 2, 3], [0, 0, 0, 3], [(0, 3, 0.8)])
    assert kept(found, [5, 5, 5, 5], [False, True, True, True]) == [-1, -1, 1, 1]


def test_the_nearest_kept_copy_is_named() -> None:
    found = choose_kept(
        copies([0, 1, 2], [0, 1, 2], [(0, 2, 0.6), (1, 2, 0.7)]),
        np.ones(3, np.bool_),
        DuplicateSettings(),
        np.arange(3),
    )
    assert found.to_pylist()[2] == {
        "duplicate_of_row": 1,
        "duplicate_kind": "near",
        "similarity": pytest.approx(0.7),
        "beside_row": -1,
        "pair": 1,
    }


def test_order_of_preference() -> None:
    faults, lengths = (
        Criterion("has fewer faults", np.array([0, 1, 0, 0])),
        Criterion("is longer", -np.array([3, 9, 9, 9])),
    )
    eligible = np.array([True, True, True, False])
    assert Preference().places(eligible).tolist() == [0, 1, 2, 3]
    assert Preference((lengths,)).places(eligible).tolist() == [2, 0, 1, 3]
    assert Preference((faults, lengths)).places(eligible).tolist() == [1, 2, 0, 3]


def test_the_reason_is_the_first_criterion_by_which_two_copies_differ() -> None:
    order = Preference((
        Criterion("has fewer faults", np.array([0, 1, 0, 0])),
        Criterion("is longer", -np.array([3, 9, 9, 3])),
    ))  # fmt: skip
    rows, kept = np.array([1, 0, 3]), np.array([2, 2, 0])
    assert order.reasons(rows, kept) == ["has fewer faults", "is longer", FIRST]


def with_alone(found: Copies, unique_a: Sequence[int], unique_b: Sequence[int]) -> Copies:
    """Return what was found when the sides of the pairs have so many tokens in a row alone."""
    pairs = found.pairs
    for name, values in (("unique_a", unique_a), ("unique_b", unique_b)):
        pairs = pairs.set_column(pairs.column_names.index(name), name, pa.array(values, pa.int32()))
    return replace(found, pairs=pairs)


def apart(unique_a: int, unique_b: int) -> Copies:
    """Return two near copies with so many tokens in a row that the other has not."""
    return with_alone(copies([0, 1], [0, 1], [(0, 1, 0.8)]), [unique_a], [unique_b])


@pytest.mark.parametrize(("unique", "most", "expected"), [(29, 29, 0), (30, 29, -1), (30, 30, 0)])
def test_a_near_copy_that_would_take_a_passage_along_stays(unique: int, most: int, expected: int) -> None:
    assert kept(apart(500, unique), [9, 5], most_lost=most) == [-1, expected]


def test_a_near_copy_that_stays_names_the_one_that_it_stays_beside() -> None:
    found = choose_kept(apart(0, 120), np.ones(2, np.bool_), DuplicateSettings(), np.arange(2))
    assert found["beside_row"].to_pylist() == [-1, 0]


def test_the_passage_that_counts_is_that_of_the_one_set_aside() -> None:
    assert kept(apart(120, 0), [5, 9]) == [-1, 0]
    assert kept(apart(120, 0), [5, 9], keep="longest") == [-1, -1]


@given(st.lists(st.sampled_from([0, 29, 30, 90]), min_size=1, max_size=4), st.data())
def test_a_near_copy_is_held_against_the_kept_one_of_exact_copies(alone: list[int], data: st.DataObject) -> None:
    """The last row has other tokens alone beside each of the exact copies before it: their boilerplate differs."""
    last, best = len(alone), data.draw(st.integers(0, len(alone) - 1))
    found = copies([*range(last + 1)], [0] * last + [last], [(row, last, 0.8) for row in range(last)])
    order = [best, *(row for row in range(last) if row != best), last]
    kept = choose_kept(
        with_alone(found, [0] * last, alone), np.ones(last + 1, np.bool_), DuplicateSettings(), np.argsort(order)
    )
    told = kept.to_pylist()[last]
    expected = (best, -1) if alone[best] < 30 else (-1, best)
    assert (told["duplicate_of_row"], told["beside_row"], told["pair"]) == (*expected, best)


# Of six documents 0 and 1 are exact copies, and 3 and 4; these are near copies, all alike.
FIRST_TWIN = (0, 0, 2, 3, 3, 5)
NEAR_PAIRS = ((0, 3), (0, 4), (1, 3), (1, 4), (0, 5), (1, 5), (2, 5))
ALONE = st.sampled_from([0, 29, 30])


@given(st.permutations(range(6)), st.lists(st.tuples(ALONE, ALONE), min_size=7, max_size=7))
def test_no_order_of_rows_changes_who_is_kept(rows: list[int], alone: list[tuple[int, int]]) -> None:
    assert kept_documents(rows, alone) == kept_documents(range(6), alone)


def kept_documents(rows: Sequence[int], alone: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return beside which document each one is set aside, and beside which it stays, when they stand in these rows."""
    documents = np.argsort(rows)
    text = [min(row for row, twin in zip(rows, FIRST_TWIN, strict=True) if twin == FIRST_TWIN[d]) for d in documents]
    sides = zip(NEAR_PAIRS, alone, strict=True)
    pairs = sorted(sorted(((rows[a], of_a), (rows[b], of_b))) for (a, b), (of_a, of_b) in sides)
    found = copies([*range(6)], text, [(a, b, 0.8) for (a, _), (b, _) in pairs])
    found = with_alone(found, *([side[nth][1] for side in pairs] for nth in (0, 1)))
    kept = choose_kept(found, np.ones(6, np.bool_), DuplicateSettings(), documents)
    named = dict(enumerate(documents.tolist())) | {-1: -1}
    told = kept.select(["duplicate_of_row", "beside_row"]).take(list(rows))
    return [[named[row] for row in column.to_pylist()] for column in told.columns]
