"""Verdicts: great-expectations' answers, accepted only if every count agrees with ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from audit.errors import DefectError, UsageError
from audit.rulebook.failing import considered, is_missed, slim, unmet
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from audit.rulebook.failing import Measures
    from audit.validate.suite import SuiteExpectation

_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class ExpectationResult:
    """The outcome of one rule: `failed` of the `considered` rows (those with a value) among `rows`."""

    asked: SuiteExpectation
    success: bool
    rows: int
    considered: int
    failed: int


@dataclass(frozen=True, slots=True)
class Validation:
    """The verdict on one frame: great-expectations' version, the suite's name, and a result per rule, by code."""

    suite: str
    version: str
    results: tuple[ExpectationResult, ...]

    @property
    def success(self) -> bool:
        """Return whether every expectation is met."""
        return all(result.success for result in self.results)

    @property
    def missed(self) -> tuple[str, ...]:
        """Return the codes of the rules not met."""
        return tuple(result.asked.code for result in self.results if not result.success)


def document(validations: Sequence[Validation]) -> dict[str, Any]:
    """Return the content of `validation.json`: no time, path, random id, or value of a document."""
    return {
        "great_expectations": sorted({v.version for v in validations}),
        "success": all(v.success for v in validations),
        "suites": [
            {"name": v.suite, "success": v.success, "results": [_plain(result) for result in v.results]}
            for v in validations
        ],
    }


def _plain(result: ExpectationResult) -> dict[str, Any]:
    asked = result.asked
    return {
        "rule": asked.code,
        "name": asked.name,
        "severity": asked.severity,
        "type": asked.expectation.type,
        "kwargs": {
            "column": asked.expectation.column,
            **asked.expectation.kwargs,
            "mostly": asked.expectation.mostly,
        },
        "success": result.success,
        "element_count": result.rows,
        "considered_count": result.considered,
        "unexpected_count": result.failed,
    }


def verdict(name: str, asked: Sequence[SuiteExpectation], measures: Measures, answer: Mapping[str, Any]) -> Validation:
    """Return the verdict after checking great-expectations' answer against our own counts.

    Raises UsageError if it refused the suite; DefectError if a rule was lost, an expectation raised, or a count or
    success differs from ours.
    """
    if "refused" in answer:
        raise UsageError(f"great-expectations refuses the suite {name}: {visible(str(answer['refused']), _SHOWN)}")
    codes = [a.code for a in asked]
    _refuse_lost(codes, answer["built"], "on the way in")
    _refuse_lost(codes, [r["rule"] for r in answer["results"]], "on the way out")
    if answer["evaluated"] != len(codes):
        raise _defect(f"great-expectations evaluated {answer['evaluated']} of {len(codes)} rules")
    by_code = {r["rule"]: r for r in answer["results"]}
    return Validation(name, str(answer["version"]), tuple(_checked(a, measures, by_code[a.code]) for a in asked))


def _refuse_lost(sent: Sequence[str], came: Iterable[str], where: str) -> None:
    arrived = sorted(came)
    if arrived != sorted(sent):
        differing = ", ".join(sorted(set(sent) ^ set(arrived))) or "none lost, some twice"
        raise _defect(f"the rules asked and the rules judged differ {where} ({visible(differing, _SHOWN)})")


def _checked(asked: SuiteExpectation, measures: Measures, came: Mapping[str, Any]) -> ExpectationResult:
    if came["exception"] is not None:
        raise _defect(f"{asked.code} could not be judged: {visible(str(came['exception']), _SHOWN)}")
    # One column at a time: the whole frame as 64-bit numbers would double the memory of the measures.
    frame = slim(measures, [asked.expectation.column])
    failed = int(unmet(asked.expectation, frame).sum())
    of = considered(asked.expectation, frame)
    success = not is_missed(asked.expectation, failed, of)
    ours = {"rows": frame.height, "unexpected": failed, "success": success}
    for what, counted in ours.items():
        if came[what] != counted:
            raise _defect(f"{asked.code}: great-expectations says {what} {came[what]}, corpus-audit counts {counted}")
    return ExpectationResult(asked, success, frame.height, of, failed)


def _defect(what: str) -> DefectError:
    return DefectError(f"{what}; partial results are not used: this is a defect of corpus-audit, please report it")
