"""Verdicts: great-expectations' answers, accepted only if every count agrees with ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from audit.errors import DefectError, UsageError
from audit.rulebook.failing import failing_counts, is_missed
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
    for each in asked:
        if (exception := by_code[each.code]["exception"]) is not None:
            raise _defect(f"{each.code} could not be judged: {visible(str(exception), _SHOWN)}")
    counts = failing_counts([each.expectation for each in asked], measures)
    results = (
        _checked(
            ExpectationResult(each, not is_missed(each.expectation, failed, of), len(measures), of, failed), by_code
        )
        for each, (failed, of) in zip(asked, counts, strict=True)
    )
    return Validation(name, str(answer["version"]), tuple(results))


def _refuse_lost(sent: Sequence[str], came: Iterable[str], where: str) -> None:
    arrived = sorted(came)
    if arrived != sorted(sent):
        differing = ", ".join(sorted(set(sent) ^ set(arrived))) or "none lost, some twice"
        raise _defect(f"the rules asked and the rules judged differ {where} ({visible(differing, _SHOWN)})")


def _checked(result: ExpectationResult, answers: Mapping[str, Mapping[str, Any]]) -> ExpectationResult:
    """Return our own result of a rule if great-expectations' answer is the same."""
    code = result.asked.code
    for what, counted in (("rows", result.rows), ("unexpected", result.failed), ("success", result.success)):
        if (came := answers[code][what]) != counted:
            raise _defect(f"{code}: great-expectations says {what} {came}, corpus-audit counts {counted}")
    return result


def _defect(what: str) -> DefectError:
    return DefectError(f"{what}; partial results are not used: this is a defect of corpus-audit, please report it")
