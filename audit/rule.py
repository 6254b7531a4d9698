"""Rules: documented expectations on measured columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType
from typing import Final, Literal

from audit.finding import Severity

# The great-expectations types rules may use; `rulebook/failing.py` finds the failing rows of each.
EXPECTATIONS: Final = (
    "expect_column_values_to_be_between",
    "expect_column_values_to_be_in_set",
    "expect_column_values_to_not_be_in_set",
    "expect_column_values_to_not_be_null",
    "expect_column_values_to_be_null",
)
Scope = Literal["document", "corpus"]
_OF_CORPUS: Final = "1"
# The ledger states a rule can put a document in.
Aside = Literal["excluded", "boilerplate", "duplicate"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """A great-expectations expectation on one measured column.

    `kwargs` are its arguments without `column` and `mostly`. `mostly`, 0 to 1, is the minimum share of documents that
    must meet it; with 0 failures are reported per document and never fail the corpus.
    """

    type: str
    column: str
    kwargs: Mapping[str, object]
    mostly: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The state a failing document is given, and how far a policy can change that.

    `aside` is the ledger state of the document:

    - excluded: if the rule is critical or `release.exclude` names it, and `release.flag` does not;
    - boilerplate: at any severity, even if the rule is ignored, unless `release.flag` names it;
    - duplicate: if another document is kept instead, for the kinds in `duplicates.set_aside`, even if the rule is
      ignored; otherwise excluded on the terms above;
    - None: never set aside by any policy, for this `reason`.

    `detail` is the ledger's reason for a boilerplate or duplicate document; `{kept}` is the document kept instead,
    `{column}` a measure of the pair. `unlike` replaces it for a copy that shares less than half of its shingles with
    the kept document (`kept_similarity`). The reason for an excluded document is the rule's message.
    """

    aside: Aside | None = "excluded"
    detail: str = ""
    unlike: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a finding shows of a failing document.

    The places recorded for the measured column `places` (default: the judged column). A document without places gets
    the sentence `whole`, formatted with its measured values, provided the column `given` is not null.
    """

    places: str | None = None
    whole: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An expectation, documented in `rulebook/pages/CODE.md`.

    `code` is never reused; `name` names the fault, so that "ignore NAME" reads naturally. `message` is a sentence about
    one failing document; `{value}` is the measured value. `effect` and `evidence` apply to documents only. `limit` is
    the key of [limits] that holds the threshold; the rule is not evaluated while it is unset.
    """

    code: str
    name: str
    severity: Severity
    expectation: Expectation
    message: str
    effect: Effect = Effect()
    evidence: Evidence = Evidence()
    limit: str = ""

    @property
    def scope(self) -> Scope:
        """Whether the column is in the measures (a row per document) or the metrics (a row per corpus).

        Codes of rules on the corpus have a hundred of their own, such as ENC101.
        """
        return "corpus" if self.code[3] == _OF_CORPUS else "document"

    @property
    def family(self) -> str:
        """Return the three letters of the code: ENC, LNG, DUP, FLD, BPL or SPN."""
        return self.code[:3]

    @property
    def places(self) -> str:
        """The measured column whose recorded places show where the rule is broken."""
        return self.evidence.places or self.expectation.column

    @property
    def columns(self) -> tuple[str, ...]:
        """The measured columns used by the expectation, the message and the evidence."""
        in_template = (name for _, name, _, _ in Formatter().parse(self.evidence.whole or "") if name)
        given = (self.evidence.given,) if self.evidence.given else ()
        return tuple(dict.fromkeys((self.expectation.column, *given, *in_template)))


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
