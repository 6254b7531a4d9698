"""The rows that fail a rule are all listed, and a column that cannot be judged is a defect, not a pass."""

from dataclasses import replace

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from audit.errors import DefectError
from audit.rule import Expectation, Rule, at_least, at_most, is_stated, none_of, one_of
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.rulebook.failing import considered, failing_counts, failing_rows, is_missed, slim
from tests.rulebook.alone import failing

NO_ARTICLE = find(RULES, "no-article")
NEAR_DUPLICATE = find(RULES, "near-duplicate")
REPEATED_PASSAGES = find(RULES, "repeated-passages")


def rule_on(expectation: Expectation) -> Rule:
    return Rule(
        code="ENC999",
        name="a-fault",
        severity="warning",
        expectation=expectation,
        message="Seen: {value}.",
    )


def between(**bounds: object) -> Expectation:
    return Expectation("expect_column_values_to_be_between", "x", bounds)


@pytest.mark.parametrize(
    ("expectation", "values", "rows"),
    [
        pytest.param(at_most("x", 0), [0, 1, 0, 7, -1], [1, 3], id="at most"),
        pytest.param(at_most("x", 3), [3, 3, 3], [], id="at most, on the limit"),
        pytest.param(at_least("x", 20), [19, 20, 21], [0], id="at least"),
        pytest.param(between(min_value=1, max_value=2), [0, 1, 2, 3], [0, 3], id="between"),
        pytest.param(between(min_value=1, strict_min=True), [1, 2], [0], id="strictly more"),
        pytest.param(between(max_value=1, strict_max=True), [0, 1], [1], id="strictly less"),
        pytest.param(at_most("x", 0), [None, 1, None], [1], id="nulls are not judged by bounds"),
        pytest.param(one_of("x", (False,)), [True, False, None], [0], id="one of"),
        pytest.param(none_of("x", ("und", "mul")), ["und", "de", None, "mul"], [0, 3], id="none of"),
        pytest.param(is_stated("x"), [1, None, 3], [1], id="is stated"),
        pytest.param(Expectation("expect_column_values_to_be_null", "x", {}), [1, None], [0], id="is null"),
        pytest.param(at_most("x", 0), pa.array([], pa.int32()), [], id="no rows"),
    ],
)
def test_failing_rows(expectation, values, rows):
    found = failing(rule_on(expectation), pa.table({"x": values}))
    assert found.dtype == np.int64
    assert found.tolist() == rows


def test_all_failing_rows_are_listed_not_the_first_20():
    table = pa.table({"no_article": [True] * 5_000 + [False]})
    assert failing(NO_ARTICLE, table).tolist() == list(range(5_000))


def test_rules_judged_together_fail_the_rows_that_they_fail_alone(monkeypatch):
    several = [rule_on(at_most("x", 1)), rule_on(one_of("y", (True,)))]
    several = [replace(rule, code=code) for rule, code in zip(several, ("A", "B"), strict=True)]
    table = pa.table({"x": [0, 2, None], "y": [False, True, None]})
    alone = {rule.code: failing(rule, table).tolist() for rule in several}
    for cells in (1, 1 << 20):
        monkeypatch.setattr("audit.rulebook.failing._CELLS", cells)
        assert (
            {code: rows.tolist() for code, rows in failing_rows(several, table).items()}
            == alone
            == {"A": [1], "B": [0]}
        )
        assert failing_counts([rule.expectation for rule in several], table) == [(1, 2), (1, 2)]


def test_of_rules_judged_together_the_one_that_cannot_be_compared_is_named():
    fine, wrong = rule_on(at_most("x", 3)), rule_on(at_most("y", 3))
    with pytest.raises(DefectError, match="cannot be judged on y"):
        failing_rows([fine, wrong], pa.table({"x": [1], "y": ["three"]}))


def test_polars_frames_are_measures_too():
    assert failing(NO_ARTICLE, pl.DataFrame({"no_article": [False, True]})).tolist() == [1]


def test_a_share_on_the_limit_meets_it_although_float32_is_a_little_more():
    table = pa.table({"repeated_share": pa.array([0.3, 0.30001], pa.float32())})
    assert table["repeated_share"][0].as_py() > 0.3
    assert failing(REPEATED_PASSAGES, table).tolist() == [1]


def test_documents_that_are_no_duplicates_count_among_those_considered():
    # great-expectations leaves nulls out: the one duplicate of ten would be all that is considered.
    table = pa.table({"duplicate_kind": ["near"] + [None] * 9})
    frame = slim(table, ["duplicate_kind"])
    assert failing(NEAR_DUPLICATE, table).tolist() == [0]
    assert considered(NEAR_DUPLICATE.expectation, frame) == 10
    assert not is_missed(NEAR_DUPLICATE.expectation, 1, 10)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_a_defect_not_a_pass(number):
    with pytest.raises(DefectError, match="repeated_share has values that are not finite"):
        failing(REPEATED_PASSAGES, pa.table({"repeated_share": [0.1, number]}))


def test_a_missing_column_is_a_defect():
    with pytest.raises(DefectError, match="lack repeated_share"):
        failing(REPEATED_PASSAGES, pa.table({"id": ["a"]}))


def test_a_column_that_cannot_be_compared_is_a_defect():
    with pytest.raises(DefectError, match="cannot be judged on x"):
        failing(rule_on(at_most("x", 3)), pa.table({"x": ["three"]}))


@pytest.mark.parametrize(
    ("mostly", "failed", "of", "missed"),
    [
        (1.0, 0, 10, False),
        (1.0, 1, 10, True),
        (0.9, 1, 10, False),
        (0.9, 2, 10, True),
        (0.0, 10, 10, False),
        (1.0, 0, 0, False),
        (0.5, 2, 5, False),
    ],
)
def test_is_missed(mostly, failed, of, missed):
    assert is_missed(at_most("x", 0, mostly=mostly), failed, of) is missed
