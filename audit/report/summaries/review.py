"""The summaries of what comes before and beside an audit: a first look at a folder, and a person's review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.report.summary import LABEL_CHARS, Line, Outcome, size
from audit.text.visible import visible

# The strata with most errors, or most documents; --format json has them all.
_MOST_STRATA: Final = 12


def review_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of a `sample`."""
    yield [("bold", visible(outcome.call))]
    yield []
    yield from _verdicts(report) if "upper" in report else _sheet(report, outcome)


def _sheet(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    yield _row("drawn", f"{report['drawn']:,} of {report['documents']:,} documents, seed {report['seed']}")
    yield from _strata(report["strata"], lambda s: f"{s['drawn']:>5,} of {s['documents']:>9,}")
    folder = visible(outcome.target or "")
    yield _row("next", f"open {folder}/sheet.html, write ok or wrong into the column verdict of {folder}/sheet.csv")
    yield _row("", f"audit sample --read {folder}/sheet.csv")


def _verdicts(report: Mapping[str, Any]) -> Iterator[Line]:
    unjudged = report["drawn"] - report["judged"]
    yield _row("judged", f"{report['judged']:,} of {report['drawn']:,} drawn from {report['documents']:,} documents")
    if unjudged:
        yield _row("", f"{unjudged:,} without a verdict: they count as wrong in the bound")
    rate = "unknown" if report["rate"] is None else f"{report['rate']:.2%}"
    yield _row("wrong", f"{report['wrong']:,}; error rate {rate}, each stratum by its share")
    bound = f"{report['upper']:.2%}, with {report['confidence']:.0%} confidence"
    yield _row("at most", f"{bound} (Clopper-Pearson; worth {report['effective']:g} drawn by chance)")
    if report["wrong"]:
        yield from _strata(
            [s for s in report["strata"] if s["wrong"]], lambda s: f"{s['wrong']:>5,} of {s['judged']:>9,}"
        )
    if report["limit"] is not None:
        is_met = report["upper"] <= report["limit"]
        said = f"{'pass' if is_met else 'fail'}; the limit is {report['limit']:.2%}"
        yield [("bold", f"{'verdict':{LABEL_CHARS}}"), ("bold green" if is_met else "bold red", said)]


def _strata(strata: list[Mapping[str, Any]], said: Any) -> Iterator[Line]:  # noqa: ANN401 a way to say a stratum
    for stratum in sorted(strata, key=lambda s: (-s.get("wrong", 0), -s["documents"], s["name"]))[:_MOST_STRATA]:
        yield _row("", f"{said(stratum)}  {visible(stratum['name'])}")
    if len(strata) > _MOST_STRATA:
        yield _row("", f"and {len(strata) - _MOST_STRATA:,} strata more")


def started_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of an `init`."""
    yield [("bold", visible(outcome.call))]
    yield []
    files = f"{report['files']:,} {'file' if report['files'] == 1 else 'files'}"
    yield _row("found", f"{files}, {size(report['bytes'])}, in {visible(report['target'])}")
    for name in ("kinds", "encodings", "languages"):
        yield _row(name, ", ".join(f"{visible(key, 40)} {count:,}" for key, count in report[name].items()) or "none")
    for number, file in enumerate(report["written"]):
        yield _row("" if number else "written", visible(file))
    yield _row("next", f"read audit.toml, then audit check {visible(report['target'])}")


def _row(label: str, text: str) -> Line:
    return [("bold", f"{label:{LABEL_CHARS}}"), ("", text)]
