"""What a rule is: a documented expectation on measured facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType
from typing import Final, Literal

from audit.finding import Severity

# The plain great-expectations forms that rules may use; `rulebook/failing.py` lists the failing rows of each.
EXPECTATIONS: Final = (
    "expect_column_values_to_be_between",
    "expect_column_values_to_be_in_set",
    "expect_column_values_to_not_be_in_set",
    "expect_column_values_to_not_be_null",
    "expect_column_values_to_be_null",
)
Scope = Literal["document", "corpus"]
# The states of the ledger that breaking a rule can bring a document into.
Aside = Literal["excluded", "boilerplate", "duplicate"]


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
class Effect:
    """What becomes of a document that breaks a rule, and what a policy may change about it.

    `aside` is the state that it is set aside in:

    - excluded: where the rule is critical or `release.exclude` names it, and `release.flag` does not;
    - boilerplate: whatever the rule's severity, and even where it is ignored, unless `release.flag` names it;
    - duplicate: where another document is kept instead, of the kinds in `duplicates.set_aside`, even where the rule is
      ignored; excluded on the terms above;
    - None: in none, whatever a policy says, for this `reason`.

    `detail` is what the ledger says of a document that is boilerplate or a duplicate; `{kept}` in it is the document
    that is kept instead, `{column}` what was measured of the two. `unlike` says it of a copy that has less than half of
    its shingles in common with that document (`kept_similarity`). Of one that is excluded it says the rule's message.
    """

    aside: Aside | None = "excluded"
    detail: str = ""
    unlike: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What there is to show for a document that breaks a rule.

    Places of the measured column `places`, the judged one where it is not given. Where a document has none of them:
    the sentence `whole` about all of it, in which `{column}` is the measured value of that column, as long as the
    column `given` is not null.
    """

    places: str | None = None
    whole: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A documented expectation. `code` is never reused; `name` is the fault, so that "ignore NAME" reads right.

    `message` is a sentence about one failing document; `{value}` in it is the measured value.
    `scope` tells whether the column is in the measures (one row per document) or in the metrics (one row per corpus).
    `effect` and `evidence` are of no use to a rule on the corpus.
    `limit` is the key of [limits] without which the rule is not judged by, and which is its threshold.
    """

    code: str
    name: str
    severity: Severity
    expectation: Expectation
    message: str
    page: Page
    scope: Scope = "document"
    effect: Effect = Effect()
    evidence: Evidence = Evidence()
    limit: str = ""

    @property
    def family(self) -> str:
        """Return the three letters of the code: ENC, LNG, DUP, FLD, BPL or SPN."""
        return self.code[:3]

    @property
    def places(self) -> str:
        """Return the measured column whose places show where the rule is broken."""
        return self.evidence.places or self.expectation.column

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the measured columns that its expectation, its message and its evidence speak of."""
        told = (name for _, name, _, _ in Formatter().parse(self.evidence.whole or "") if name)
        given = (self.evidence.given,) if self.evidence.given else ()
        return tuple(dict.fromkeys((self.expectation.column, *given, *told)))


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


def is_not_stated(column: str, mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` is null."""
    return Expectation("expect_column_values_to_be_null", column, MappingProxyType({}), mostly)


def is_stated(column: str, mostly: float = 1.0) -> Expectation:
    """Return the expectation that `column` is not null."""
    return Expectation("expect_column_values_to_not_be_null", column, MappingProxyType({}), mostly)
