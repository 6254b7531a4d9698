"""What a rule is: a documented expectation on measured facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from audit.finding import Severity

# The plain great-expectations forms that rules may use; `rules/failing.py` lists the failing rows of each.
EXPECTATIONS: Final = (
    "expect_column_values_to_be_between",
    "expect_column_values_to_be_in_set",
    "expect_column_values_to_not_be_in_set",
    "expect_column_values_to_not_be_null",
    "expect_column_values_to_be_null",
)
Scope = Literal["document", "corpus"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """A great-expectations expectation on one measured column.

    `kwargs` are its own (without column and mostly); `mostly` is the least share of documents,
    0 to 1, that must meet it. 0 means: reported for each document, never held against the corpus.
    """

    type: str
    column: str
    kwargs: Mapping[str, object]
    mostly: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a person reads about a rule. `known_problems` says what the rule gets wrong.

    Its bad and good samples are files of `samples/raw`, listed under the rule's code in `samples/expected.toml`.
    """

    what: str
    why: str
    fix: str
    known_problems: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A documented expectation. `code` is never reused; `name` is the fault, so that "ignore NAME" reads right.

    `message` is a sentence about one failing document; `{value}` in it is the measured value.
    `scope` tells whether the column is in the measures (one row per document) or in the metrics (one row per corpus).
    """

    code: str
    name: str
    severity: Severity
    expectation: Expectation
    message: str
    page: Page
    scope: Scope = "document"

    @property
    def family(self) -> str:
        """Return the three letters of the code: ENC, LNG, DUP, FLD, BPL or SPN."""
        return self.code[:3]


def at_most(column: str, limit: float, mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` is `limit` or less."""
    return Expectation("expect_column_values_to_be_between", column, MappingProxyType({"max_value": limit}), mostly)


def at_least(column: str, limit: float, mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` is `limit` or more."""
    return Expectation("expect_column_values_to_be_between", column, MappingProxyType({"min_value": limit}), mostly)


def one_of(column: str, values: tuple[object, ...], mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` holds one of `values`."""
    return Expectation(
        "expect_column_values_to_be_in_set", column, MappingProxyType({"value_set": list(values)}), mostly
    )


def none_of(column: str, values: tuple[object, ...], mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` holds none of `values`."""
    return Expectation(
        "expect_column_values_to_not_be_in_set", column, MappingProxyType({"value_set": list(values)}), mostly
    )


def is_stated(column: str, mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` is not null."""
    return Expectation("expect_column_values_to_not_be_null", column, MappingProxyType({}), mostly)
