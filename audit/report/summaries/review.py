"""The text summaries of `init` and `sample`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.report.summary import Line, Outcome, in_shell, next_steps, row, size
from audit.text.visible import visible

# Strata shown, those with most errors or documents; --format json has all.
_MOST_STRATA: Final = 12


def review_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of `sample`."""
    judged_by = [] if "upper" in report else [("dim", f"  with {visible(outcome.policy)}")]
    yield [("bold", visible(outcome.call)), *judged_by]
    yield []
    yield from _verdicts(report) if "upper" in report else _sheet(report)
    yield from next_steps(outcome.next)


def _sheet(report: Mapping[str, Any]) -> Iterator[Line]:
    yield row("drawn", f"{report['drawn']:,} of {report['documents']:,} documents, seed {report['seed']}")
    yield from _strata(report["strata"], lambda s: f"{s['drawn']:>5,} of {s['documents']:>9,}")


def _verdicts(report: Mapping[str, Any]) -> Iterator[Line]:
    unjudged = report["drawn"] - report["judged"]
    yield row("judged", f"{report['judged']:,} of {report['drawn']:,} drawn from {report['documents']:,} documents")
    if unjudged:
        yield row("", f"{unjudged:,} without a verdict: they count as wrong in the bound")
    rate = "unknown" if report["rate"] is None else f"{report['rate']:.2%}"
    yield row("wrong", f"{report['wrong']:,}; error rate {rate}, strata weighted by size")
    bound = f"{report['upper']:.2%}, with {report['confidence']:.0%} confidence"
    yield row("at most", f"{bound} (Clopper-Pearson; effective sample size {report['effective']:g})")
    if report["wrong"]:
        yield from _strata(
            [s for s in report["strata"] if s["wrong"]], lambda s: f"{s['wrong']:>5,} of {s['judged']:>9,}"
        )
    if report["limit"] is not None:
        is_met = report["upper"] <= report["limit"]
        verdict = f"{'pass' if is_met else 'fail'}; the limit is {report['limit']:.2%}"
        yield row("verdict", verdict, "bold green" if is_met else "bold red")


def _strata(strata: list[Mapping[str, Any]], describe: Any) -> Iterator[Line]:  # noqa: ANN401 a way to say a stratum
    for stratum in sorted(strata, key=lambda s: (-s.get("wrong", 0), -s["documents"], s["name"]))[:_MOST_STRATA]:
        yield row("", f"{describe(stratum)}  {visible(stratum['name'])}")
    if len(strata) > _MOST_STRATA:
        yield row("", f"and {len(strata) - _MOST_STRATA:,} more strata")


def started_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of `init`."""
    yield [("bold", visible(outcome.call))]
    yield []
    files = f"{report['files']:,} {'file' if report['files'] == 1 else 'files'}"
    yield row("found", f"{files}, {size(report['bytes'])}, in {visible(report['target'])}")
    for name in ("kinds", "encodings", "languages"):
        yield row(name, ", ".join(f"{visible(key, 40)} {count:,}" for key, count in report[name].items()) or "none")
    for number, file in enumerate(report["written"]):
        yield row("" if number else "written", visible(file))
    there = "" if outcome.target in {None, "."} else f"cd {in_shell(str(outcome.target))}, "
    yield row("next", f"{there}read audit.toml, then audit check {in_shell(report['target'])}")
