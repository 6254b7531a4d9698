"""A suite that cannot be judged is refused line by line; what only looks odd is fine."""

import copy

import pytest

from audit.errors import UsageError
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.validate.suite import parse_suite, suite_of

MOJIBAKE = find(RULES, "mojibake")
UNDECODABLE_BYTES = find(RULES, "undecodable-bytes")

GOOD = {
    "type": "expect_column_values_to_be_between",
    "kwargs": {"column": "mojibake", "max_value": 0, "mostly": 1.0},
    "severity": "critical",
    "meta": {"rule": "ENC004", "name": "mojibake", "scope": "document"},
}
SET = {"type": "expect_column_values_to_be_in_set", "kwargs": {"column": "bom", "value_set": [False]}}


def changed(**parts: object) -> dict[str, object]:
    return copy.deepcopy(GOOD) | parts


def kwargs(**parts: object) -> dict[str, object]:
    return changed(kwargs={**GOOD["kwargs"], **parts})


def test_the_plain_form_of_rules_is_sorted_by_code():
    assert suite_of([MOJIBAKE, UNDECODABLE_BYTES]) == {
        "name": "corpus-audit",
        "expectations": [
            {
                "type": "expect_column_values_to_be_between",
                "kwargs": {"column": "decode_errors", "max_value": 0, "mostly": 1.0},
                "severity": "critical",
                "meta": {"rule": "ENC001", "name": "undecodable-bytes", "scope": "document"},
            },
            GOOD,
        ],
    }


@pytest.mark.parametrize("suite", [{}, {"expectations": []}, {"expectations": None}, {"name": "x", "expectations": {}}])
def test_a_suite_without_expectations_is_refused(suite):
    with pytest.raises(UsageError, match="contains no expectations"):
        parse_suite(suite)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("ENC004", "must be a table", id="no table"),
        pytest.param(changed(meta={}), "names no rule", id="no code"),
        pytest.param(changed(meta=None), "names no rule", id="no meta"),
        pytest.param(changed(severity="fatal"), "severity fatal is not one of", id="severity"),
        pytest.param(changed(severity=None), "severity None is not one of", id="no severity"),
        pytest.param(changed(notes="x"), "unknown key notes", id="key"),
        pytest.param(changed(type="expect_column_values_to_be_wonderful"), "is not a known expectation", id="type"),
        pytest.param(changed(type="expect_column_mean_to_be_between"), "is not a known expectation", id="not ours"),
        pytest.param(changed(type=None), "is not a known expectation", id="no type"),
        pytest.param(changed(kwargs={}), "must name the measured column", id="no column"),
        pytest.param(kwargs(mostly=1.5), "mostly is 1.5", id="mostly above 1"),
        pytest.param(kwargs(mostly=True), "mostly is True", id="mostly no number"),
        pytest.param(kwargs(mostly=float("nan")), "mostly is nan", id="mostly NaN"),
        pytest.param(kwargs(row_condition="bom"), "takes no row_condition", id="row condition"),
        pytest.param(kwargs(max_value=None), "must be given, as a number", id="no bound"),
        pytest.param(kwargs(max_value="0"), "must be given, as a number", id="bound no number"),
        pytest.param(kwargs(max_value=float("inf")), "must be given, as a number", id="bound infinite"),
        pytest.param(kwargs(min_value=1), "min_value is greater", id="bounds crossed"),
        pytest.param(kwargs(strict_max="yes"), "true or false", id="strict no boolean"),
        pytest.param(changed(**SET) | {"kwargs": {"column": "bom", "value_set": []}}, "at least one", id="empty set"),
        pytest.param(changed(**SET) | {"kwargs": {"column": "bom"}}, "must be a list", id="no set"),
        pytest.param(
            changed(**SET) | {"kwargs": {"column": "bom", "value_set": [None]}}, "may contain", id="null in set"
        ),
        pytest.param(
            changed(**SET) | {"kwargs": {"column": "bom", "value_set": [[]]}}, "may contain", id="list in set"
        ),
    ],
)
def test_a_line_that_cannot_be_judged_is_refused(line, said):
    with pytest.raises(UsageError, match=said):
        parse_suite({"name": "x", "expectations": [line]})


def test_one_code_twice_is_refused():
    with pytest.raises(UsageError, match="ENC004 twice"):
        parse_suite({"name": "x", "expectations": [GOOD, GOOD]})


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(GOOD, id="as written"),
        pytest.param(kwargs(min_value=0, strict_min=False), id="both bounds, equal"),
        pytest.param(kwargs(mostly=0), id="mostly 0"),
        pytest.param(changed(**SET), id="a set of one, mostly left out"),
    ],
)
def test_what_looks_odd_and_is_fine(line):
    assert parse_suite({"name": "x", "expectations": [line]})[0].code == "ENC004"
