"""The gate of a check: what fails it, given baseline and waivers, and the update of the baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from audit.atomic import replace_file
from audit.corpus.corpus_audit import CorpusAudit
from audit.errors import UsageError
from audit.gate.baseline import baseline_text
from audit.gate.expectations import failing_codes, missed_codes
from audit.gate.gate import Gate, JudgedFindings
from audit.gate.listed import ListedFindings, waiver_sentence
from audit.gate.sources import baseline_of, is_report
from audit.gate.update import Update, updated
from audit.gate.waivers import Waivers, expiry_day
from audit.policy import CONFIGURATION, Policy
from audit.report.build import Tally, worst
from audit.report.locations import Locations
from audit.report.stored import StoredFindings
from audit.text.visible import visible
from audit.validate.verdict import Validation
from audit.verbs.results.verdict import missed_sentence, severe_findings


@dataclass(frozen=True, slots=True)
class GateFlags:
    """The gate options of a call, besides its settings; `config` is where those come from."""

    update: bool = False
    grows: bool = False
    today: str | date | None = None
    config: str | Path | Policy | None = None


def gate_of(policy: Policy, locations: Locations, files: Sequence[str] | None, flags: GateFlags) -> Gate | None:
    """Return the gate of a check; None for a whole corpus and a policy that forgives nothing.

    `files` are the ids of the inputs if only part of the corpus is read; a single file is such a part if the baseline
    contains others. Raises UsageError for a missing or invalid baseline, an invalid date, and contradicting flags.
    """
    source, today = policy.gate.baseline, expiry_day(flags.today)
    if flags.update and source is None:
        raise UsageError("--update-baseline needs a file to write: --baseline FILE, or gate.baseline")
    if flags.grows and not flags.update:
        raise UsageError("--allow-regression requires --update-baseline")
    if flags.update and source and is_report(source):
        raise UsageError(f"{visible(source)} is the result of a run and is not overwritten: name a text file to write")
    if source is None and not policy.waiver and files is None:
        return None
    names = None if files is None else frozenset(visible(locations.name(id)) for id in files)
    waivers = Waivers(policy.waiver, today)
    gate = Gate(locations, policy.fail_on, waivers, source, files=names, configuration=_configuration(flags))
    if source is None or (flags.update and not Path(source).exists()):
        return gate
    baseline = baseline_of(source, gate.name)
    alone = replace(gate, baseline=baseline, files=frozenset({gate.name("")}))
    is_part = locations.is_file and not all(alone.reads(known.document) for known in baseline.known)
    return alone if is_part else gate.with_baseline(baseline)


def _configuration(flags: GateFlags) -> str:
    """Return the path of the file of settings, relative if it lies below the working folder."""
    named = flags.config
    return Locations.of(Path(named), Path.cwd()).prefix if isinstance(named, str | Path) else CONFIGURATION


@dataclass(frozen=True, slots=True)
class GateOutcome:
    """The findings and expectations of a check after its gate; `still_failing` are the codes of missed expectations."""

    judged: JudgedFindings
    still_failing: tuple[str, ...]
    stored: StoredFindings
    written: str | None = None

    @property
    def listed(self) -> ListedFindings:
        """The findings that a result shows."""
        return ListedFindings(self.stored, self.judged)

    def added_to(self, report: dict[str, Any]) -> dict[str, Any]:
        """Return the report with the gate's outcome; its worst findings are the worst of those shown and not waived."""
        tally = Tally()
        for _ in tally.count_findings(table.filter(pc.is_null(table["waiver"])) for table in self.listed):
            pass
        gate = self.judged.as_plain() | {"missed": list(self.still_failing), "written": self.written}
        return report | {"gate": gate, "worst": worst(tally, report["rules"])}

    def reasons(self) -> Iterator[str]:
        """Yield the reasons why the check fails, a sentence each; nothing if it passes."""
        judged, word = self.judged, "new " if self.judged.gate.source else ""
        yield from severe_findings({"findings": judged.new}, judged.gate.fail_on, word)
        yield from missed_sentence(self.still_failing)
        for waiver, state in zip(judged.gate.waivers.listed, judged.waiver_states, strict=True):
            if state == "expired":
                yield waiver_sentence(waiver, state)

    def steps(self) -> Iterator[str]:
        """Yield what to do about the baseline."""
        source = visible(self.judged.gate.source or "")
        if self.judged.repaired and not self.written:
            yield f"run the same command with --update-baseline to remove repaired findings from {source}"
        if any(self.judged.new.values()) and self.judged.gate.source:
            if (made := self.judged.gate.made_for) is not None:
                yield f"{source} was made with fail_on = {made}, and contains no less severe findings"
            yield f"fix the new findings, or add them to {source}: --update-baseline --allow-regression"


def apply_gate(
    gate: Gate, found: CorpusAudit, stored: StoredFindings, validations: Sequence[Validation]
) -> GateOutcome:
    """Apply the gate to the findings and validations."""
    judged = gate.judge(stored, found.rules)
    return GateOutcome(judged, failing_codes(judged, validations, found.rules), stored)


def write_baseline(
    of: GateOutcome, found: CorpusAudit, validations: Sequence[Validation], update: Update
) -> GateOutcome:
    """Write the updated baseline, and return the outcome under it."""
    is_first = of.judged.gate.baseline is None
    baseline, judged = updated(of.judged, missed_codes(validations), update)
    file = Path(of.judged.gate.source or "")
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, baseline_text(baseline).encode("utf-8"))
    written = "made" if is_first else "grown" if update.grows else "tightened"
    return GateOutcome(judged, failing_codes(judged, validations, found.rules), of.stored, written)
