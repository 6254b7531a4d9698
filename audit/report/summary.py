"""The text summary of a result: inputs, outputs, what was set aside and why, and next steps."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from audit.report.failures import describe_miss, describe_remedy, let_through, missed_rules, unread_inputs
from audit.report.summaries.copies import of_copies
from audit.text.visible import visible

# A line is a list of (style, text) pairs; styles are rich's, ignored in a pipe. All texts are escaped.
Line = list[tuple[str, str]]
ID_CHARS: Final = 60
EVIDENCE_CHARS: Final = 60
MEANING_CHARS: Final = 160
_LABEL_CHARS: Final = 13
# Reasons shown why inputs could not be read.
REASONS: Final = 5
STYLES: Final[Mapping[str, str]] = {"critical": "bold red", "warning": "yellow", "info": "cyan"}
UNITS: Final = ("B", "kB", "MB", "GB", "TB")
THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the command line adds to a report: the command, the policy's source, and the location of the result.

    `raw` is the path, as a shell takes it, that stands for RAW in the report's next steps.
    """

    call: str
    policy: str
    target: str | None = None
    next: tuple[str, ...] = ()
    raw: str | None = None


def summary(report: Mapping[str, Any], outcome: Outcome, gate: Iterable[Line] = ()) -> Iterator[Line]:
    """Yield the lines of the summary of `check` or `run`; `gate` are those about baseline and waivers."""
    yield _called(outcome)
    yield []
    yield from _counts(report, outcome)
    if report.get("gate", {}).get("baseline") is None:
        yield from _worst(report)
    yield from gate
    yield from _leakage(report)
    yield from _benchmarks(report)
    yield from _missed(report)
    yield from _noted(report)
    yield from _verdict(report)
    steps = (step if outcome.raw is None else step.replace(" RAW ", f" {outcome.raw} ") for step in report["next"])
    yield from next_steps([*steps, *outcome.next])


def _called(outcome: Outcome) -> Line:
    return [("bold", visible(outcome.call)), ("dim", f"  with {visible(outcome.policy)}")]


def _counts(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    ledger = report["ledger"]
    found, published = report["inputs"]["found"], ledger["published"]
    yield from _inputs(report["inputs"])
    verb = "published" if report["verb"] == "run" and report["released"] else "publishable"
    goes = f" to {visible(outcome.target)}" if outcome.target and report["released"] else ""
    yield row(verb, f"{many(published, 'document')}{goes}")
    yield row("set aside", f"{found - published:,}" if found - published else "nothing")
    for state in ("duplicate", "boilerplate", "excluded", "quarantined"):
        if ledger[state]:
            why = ", ".join(f"{w['name']} {w['inputs']:,}" for w in report["set_aside"] if w["state"] == state)
            yield row("", f"{ledger[state]:>7,} {state:12}{visible(why)}")
    for nth, sentence in enumerate(of_copies(report.get("copies", {}))):
        yield row("" if nth else "duplicates", sentence)
    yield from _unread(report)


def _unread(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield what the first input of each quarantine code lacks, and what to do next."""
    found = unread_inputs(report)
    for number, why in enumerate(found[:REASONS]):
        label = "" if number else "not read"
        which = f" (the first of {why['inputs']:,})" if why["inputs"] > 1 else ""
        yield [*row(label, why["code"], "yellow"), ("", f"{which} {visible(why['detail'])}")]
    if len(found) > REASONS:
        yield row("", f"and {len(found) - REASONS:,} more reasons, in the ledger (--out DIR)")


def _inputs(inputs: Mapping[str, Any]) -> Iterator[Line]:
    read_as = f"read as {inputs['kind']}: {visible(inputs['why'])}"
    yield row("inputs", f"{inputs['found']:,}, {size(inputs['bytes'])}; {read_as}")
    for column in inputs.get("extra", ()):
        yield row("", visible(f"{column['name']}: {column['type']}; {column['meaning']}", MEANING_CHARS))
    for said, documents in inputs.get("lacking", {}).items():
        yield row("", f"{visible(said, MEANING_CHARS)} in {many(documents, 'document')}")
    if unused := inputs.get("unused"):
        yield row(
            "", f"columns not used: {_listed(list(unused), inputs.get('unused_further', 0))}; --extra NAME keeps one"
        )


def _listed(names: list[str], further: int) -> str:
    """Return the first names, as many as are shown, and the number of those left out."""
    ends = accumulate(len(name) + 2 for name in names)
    shown = max(1, sum(end <= MEANING_CHARS for end in ends))
    further += len(names) - shown
    more = f" and {further:,} more" if further else ""
    return visible(", ".join(names[:shown]), MEANING_CHARS) + more


def _worst(report: Mapping[str, Any]) -> Iterator[Line]:
    total = sum(rule["findings"] for rule in report["rules"])
    if not total:
        return
    yield []
    graver = ", ".join(f"{report['findings'][s]:,} {s}" for s in STYLES if report["findings"][s])
    yield row("findings", f"{total:,} ({graver}); the worst of each rule first:")
    documents = {rule["code"]: rule["documents"] for rule in report["rules"]}
    for finding in report["worst"]:
        where = visible(finding["id"], ID_CHARS) + (f":{finding['start']}" if finding["start"] is not None else "")
        rule = f"{finding['severity']:9}{finding['code']} "
        others = documents[finding["code"]] - 1
        more = f" and {many(others, 'more document')}" if others > 0 else ""
        yield [*row("", rule, STYLES[finding["severity"]]), ("bold", where), ("dim", more)]
        yield row("", f"{'':9}{visible(finding['message'])}")
        if finding["evidence"]:
            yield row("", f"{'':9}{visible(finding['evidence'], EVIDENCE_CHARS)}", "dim")
    if total > len(report["worst"]):
        yield row("", f"… and {total - len(report['worst']):,} more: --format json lists them all", "dim")


def _leakage(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the leaks: documents by the most severe class of their pairs."""
    found = [entry for entry in report["leakage"] if any(entry["copied"].values())]
    if report["leakage"]:
        yield []
        yield row("leakage", "" if found else f"none in {many(len(report['leakage']), 'comparison')}")
    for entry in found:
        of, classes = entry["of"] or "documents", ", ".join(f"{k} {n:,}" for k, n in entry["copied"].items() if n)
        copied = f"{sum(entry['copied'].values()):,} of {entry['documents']:,} {of} also in {entry['in']}: {classes}"
        yield row("", visible(copied))


def _benchmarks(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield how many items of each benchmark occur in the documents, and how many could not be searched."""
    for number, entry in enumerate(report["benchmarks"]):
        if number == 0:
            yield []
        short = f"; {entry['too_short']:,} are too short to distinguish from set phrases" if entry["too_short"] else ""
        short += f"; {entry['left_out']:,} more were not searched for" if entry["left_out"] else ""
        documents = many(entry["documents"], "document")
        found = f"{entry['found']:,} of {entry['items']:,} items of {entry['in']} in {documents}"
        yield row("" if number else "benchmarks", visible(found + short), "red" if entry["found"] else "")


def _missed(report: Mapping[str, Any]) -> Iterator[Line]:
    missed = missed_rules(report)
    if missed:
        yield []
        yield row("missed", "corpus-wide expectations not met:")
    remedies = [describe_remedy(rule, visible) for rule in missed]
    for rule, remedy, following in zip(missed, remedies, [*remedies[1:], ""], strict=False):
        sentence = f"{rule['code']} {rule['name']}: {describe_miss(rule)}"
        yield row("", visible(sentence), STYLES[rule["severity"]])
        if remedy != following:
            yield row("", remedy, "dim")


def _noted(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield notes on the corpus above info that do not count against it."""
    of_corpus = (rule for rule in report["rules"] if rule["scope"] == "corpus" and rule["severity"] != "info")
    for number, rule in enumerate(rule for rule in of_corpus if rule["failed"] and rule["met"]):
        if number == 0:
            yield []
        sentence = f"{rule['code']} {rule['name']}: audit explain {rule['code']}"
        yield row("" if number else "noted", visible(sentence), STYLES[rule["severity"]])


def _verdict(report: Mapping[str, Any]) -> Iterator[Line]:
    yield []
    style = "bold green" if report["verdict"] == "pass" else "bold red"
    reasons = "".join(f"; {visible(reason)}" for reason in report["reasons"])
    yield [*row("verdict", report["verdict"], style), ("", reasons)]
    for number, sentence in enumerate(let_through(report)):
        yield row("" if number else "let through", visible(sentence), "yellow")


def next_steps(steps: Sequence[str]) -> Iterator[Line]:
    """Yield the lines that say what to do next."""
    for number, step in enumerate(steps):
        yield row("" if number else "next", visible(step))


def size(count: int) -> str:
    """Return a byte count in decimal units."""
    scaled = float(count)
    for unit in UNITS:
        if scaled < THOUSAND or unit == UNITS[-1]:
            return f"{scaled:.0f} {unit}" if unit == "B" else f"{scaled:.1f} {unit}"
        scaled /= THOUSAND
    raise AssertionError


def row(label: str, text: str, style: str = "") -> Line:
    """Return a summary line: label and text."""
    return [("bold", f"{label:{_LABEL_CHARS}}"), (style, text)]


def in_shell(path: str) -> str:
    """Return a path as an argument that can be pasted into a shell."""
    return visible(shlex.quote(path))


def many(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def parsed_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of `parse`."""
    yield _called(outcome)
    yield []
    yield from _inputs(report["inputs"])
    yield row("parsed", f"{many(report['ledger']['published'], 'document')} to {visible(outcome.target or '')}")
    for why in report["set_aside"]:
        yield row("", f"{why['inputs']:>7,} {why['state']:12}{visible(why['name'])}")
    yield from _unread(report)
    unread = f"mend what was not read: ledger.parquet in {outcome.target} gives each reason"
    yield from next_steps(outcome.next if report["ledger"]["published"] else (unread,))


def release_named(report: Mapping[str, Any]) -> tuple[str, str]:
    """Return the name and version of the release that a report is about, in bold."""
    named = (
        f"{visible(report['name'])} {report['version']}"
        if report["name"]
        else "a release whose manifest cannot be read"
    )
    return "bold", named
