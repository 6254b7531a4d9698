"""The real great-expectations, in its real child process."""

import json
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.errors import DefectError, UsageError
from audit.measure.measures import MEASURES
from audit.rulebook import RULES
from audit.rulebook.failing import is_missed
from audit.rulebook.metrics import metrics
from audit.validate import judge as judge_room
from audit.validate import suite as suite_room
from audit.validate.failing_counts import most_failing
from audit.validate.verdict import document
from tests.rulebook.alone import failing
from tests.validate.suites import line, suite

ROWS = 40


def value(column, row):
    """Return a value that some rules like and some do not, depending on the row."""
    if column.type == "bool":
        return row % 3 == 0
    if column.type.startswith("int"):
        return None if not column.required and row % 5 == 0 else (row * 7) % 170
    if column.type == "float32":
        return None if not column.required and row % 2 else row / ROWS
    kinds = {"duplicate_kind": (None, "near", "exact_raw"), "language": ("zh-Hans", "und", "en", "mul", "zxx")}
    choices = kinds.get(column.name, (f"{column.name} {row}",))
    return choices[row % len(choices)]


def measured():
    rows = [{column.name: value(column, row) for column in MEASURES.columns} for row in range(ROWS)]
    return pa.Table.from_pylist(rows, schema=MEASURES.arrow)


def test_counts_come_to_the_verdict_that_rows_come_to(judge, monkeypatch):
    """Beyond a bound of rows great-expectations is asked of one row of counts."""
    rules = [rule for rule in RULES if rule.scope == "document"]
    asked = suite_room.suite_of(rules, "document")
    by_rows = judge.validate(measured(), asked)
    monkeypatch.setattr(judge_room, "MOST_ROWS", ROWS - 1)
    assert judge.validate(measured(), asked) == by_rows
    assert {result.success for result in by_rows.results} == {True, False}


@given(st.integers(0, 400), st.floats(0, 1), st.data())
def test_as_many_may_fail_as_a_share_allows(of, mostly, data):
    asked = suite_room.parse_suite(suite(line("not_be_null", mostly=mostly)))[0]
    failed = data.draw(st.integers(0, of))
    assert (failed <= most_failing(asked, of)) == (not is_missed(asked.expectation, failed, of))


def test_every_rule_is_judged_and_counts_as_many_as_we_list(judge):
    table = measured()
    corpus = metrics(table, {"published": ROWS - 10, "quarantined": 10})
    on_documents, on_corpus = judge.verdict(RULES, table, corpus)
    judged = {r.asked.code: r for v in (on_documents, on_corpus) for r in v.results}
    assert sorted(judged) == sorted(rule.code for rule in RULES)
    for rule in RULES:
        assert judged[rule.code].failed == len(failing(rule, table if rule.scope == "document" else corpus))
    assert not on_documents.success
    assert "ENC001" in on_documents.missed
    assert "FLD001" not in on_documents.missed


def test_the_document_is_the_same_bytes_twice_and_holds_no_values_of_documents(judge):
    table = measured()
    first, second = (
        json.dumps(document(judge.verdict(RULES, rows, metrics(rows, {"published": ROWS}))))
        for _ in range(2)
        for rows in [table]
    )
    assert first == second
    for leak in ("Traceback", sys.prefix, str(Path.cwd()), "exact_raw 1", "title_chars 1"):
        assert leak not in first


def test_a_corpus_without_a_fault_passes(judge):
    found = judge.validate(pa.table({"x": [0, 0]}), suite(line("be_between", max_value=0)))
    assert found.success
    assert found.missed == ()
    assert found.version


def test_no_rows_pass_every_rule_on_rows(judge):
    assert judge.validate(pa.table({"x": pa.array([], pa.int32())}), suite(line("be_between", max_value=0))).success


def test_many_rows_are_judged_in_portions_with_the_same_counts(judge):
    rows = 600_000
    table = pa.table({"x": pa.array(range(rows), pa.int32()), "y": pa.array([0.5] * rows, pa.float32())})
    on_y = line("be_between", code="ENC005", min_value=0.6)
    on_y["kwargs"]["column"] = "y"
    found = judge.validate(table, suite(line("be_between", max_value=9), on_y))
    assert [r.failed for r in found.results] == [rows - 10, rows]


numbers = st.integers(-3, 3) | st.sampled_from([0.1, 0.3, -2.5])
columns = st.one_of(
    st.tuples(st.just(pa.int32()), st.lists(st.none() | st.integers(-3, 3), max_size=12)),
    st.tuples(
        st.just(pa.float32()), st.lists(st.none() | st.sampled_from([0.1, 0.3, 0.300001, -2.5, 2.0]), max_size=12)
    ),
)
mostly = st.sampled_from([0.0, 0.3, 0.5, 2 / 3, 0.9, 1.0])


@settings(max_examples=12, deadline=None)
@given(columns, st.tuples(numbers, st.booleans()), st.lists(st.integers(-3, 3), min_size=1, max_size=3), mostly)
def test_numbers_are_counted_alike(judge, column, limit, values, mostly):
    (kind, held), (bound, strict) = column, limit
    lines = [
        line("be_between", "A1", mostly, max_value=bound, strict_max=strict),
        line("be_between", "A2", mostly, min_value=bound, strict_min=strict),
        line("be_in_set", "A3", mostly, value_set=values),
        line("not_be_in_set", "A4", mostly, value_set=values),
        line("not_be_null", "A5", mostly),
        line("be_null", "A6", mostly),
    ]
    # A count or a success unlike ours would raise.
    assert len(judge.validate(pa.table({"x": pa.array(held, kind)}), suite(*lines)).results) == len(lines)


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.none() | st.text(max_size=3), max_size=12),
    st.lists(st.text(max_size=3), min_size=1, max_size=3),
    mostly,
)
def test_strings_are_counted_alike(judge, held, values, mostly):
    lines = [line("be_in_set", "A1", mostly, value_set=values), line("not_be_in_set", "A2", mostly, value_set=values)]
    lines += [line("not_be_null", "A3", mostly), line("be_null", "A4", mostly)]
    assert judge.validate(pa.table({"x": pa.array(held, pa.string())}), suite(*lines)).results


@pytest.mark.parametrize("held", [[True, False, None], [None, None], [True]])
def test_booleans_are_counted_alike(judge, held):
    lines = [line("be_in_set", "A1", value_set=[True]), line("not_be_in_set", "A2", value_set=[True])]
    assert judge.validate(pa.table({"x": pa.array(held, pa.bool_())}), suite(*lines)).results


def test_an_unknown_type_never_reaches_it(judge):
    with pytest.raises(UsageError, match="is not a known expectation"):
        judge.validate(pa.table({"x": [0]}), suite(line("be_wonderful")))


def test_no_rules_are_no_pass(judge):
    with pytest.raises(UsageError, match="contains no expectations"):
        judge.verdict([], measured(), measured())


def test_a_missing_column_is_a_defect(judge):
    with pytest.raises(DefectError, match="lack x"):
        judge.validate(pa.table({"y": [0]}), suite(line("be_between", max_value=0)))


def test_a_rule_that_great_expectations_drops_is_a_defect(judge, monkeypatch):
    wonder = "expect_column_values_to_be_wonderful"
    monkeypatch.setattr(suite_room, "EXPECTATIONS", (*suite_room.EXPECTATIONS, wonder))
    monkeypatch.setattr(suite_room, "KWARGS", {**suite_room.KWARGS, wonder: frozenset()})
    with pytest.raises(DefectError, match=r"on the way in \(ENC005\)"):
        judge.validate(
            pa.table({"x": [0]}), suite(line("be_between", max_value=0), line("be_wonderful", code="ENC005"))
        )


def test_a_keyword_that_great_expectations_refuses_is_the_users(judge, monkeypatch):
    kind = "expect_column_values_to_be_null"
    monkeypatch.setattr(suite_room, "KWARGS", {**suite_room.KWARGS, kind: frozenset({"colour"})})
    with pytest.raises(UsageError, match="great-expectations refuses the suite"):
        judge.validate(pa.table({"x": [0]}), suite(line("be_null", colour="red")))


def test_an_exception_inside_an_expectation_is_a_defect_with_its_class_and_without_paths(judge):
    with pytest.raises(DefectError, match=r"ENC004 could not be judged: \w+Error;") as caught:
        judge.validate(pa.table({"x": ["three"]}), suite(line("be_between", max_value=0)))
    assert sys.prefix not in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_it_still_judges_after_all_that(judge):
    assert judge.validate(pa.table({"x": [0]}), suite(line("be_between", max_value=0))).success
