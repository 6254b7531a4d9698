"""The gate: findings compared with baseline and waivers, and which of them fail a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from audit.finding import SEVERITIES, Severity, graver_severities, is_at_least
from audit.gate.baseline import Baseline, Known
from audit.gate.matching import KnownMatch, match_known
from audit.gate.waivers import NONE, State, Waivers
from audit.policy import CONFIGURATION, plain_waiver
from audit.report.locations import Locations
from audit.text.ids import container_of
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.report.stored import StoredFindings
    from audit.rule import Rule

# The outcome for a finding; `below` means below fail_on.
BELOW, NEW, KNOWN, WAIVED = range(4)
MOST_REPAIRED: Final = 1000
_READ: Final = ("fingerprint", "code", "severity", "id", "start")


@dataclass(frozen=True, slots=True)
class Gate:
    """What a check forgives. `files` are the names of the files read if they are only part of the corpus.

    `configuration` is the path of the file with the waivers.
    """

    locations: Locations
    fail_on: Severity
    waivers: Waivers
    source: str | None = None
    baseline: Baseline | None = None
    files: frozenset[str] | None = None
    configuration: str = CONFIGURATION

    @property
    def made_for(self) -> Severity | None:
        """The more severe fail_on that the baseline was made with, if any."""
        made = self.baseline.fail_on if self.baseline else None
        return made if made is not None and not is_at_least(self.fail_on, made) else None

    def with_baseline(self, baseline: Baseline) -> Gate:
        """Return the gate with this baseline."""
        return replace(self, baseline=baseline)

    def name(self, id: str) -> str:
        """Return the name of a document in a baseline."""
        return visible(self.locations.name(id))

    def judge(self, findings: StoredFindings, rules: Iterable[Rule]) -> JudgedFindings:
        """Compare the findings with baseline and waivers."""
        found = self._read_findings(findings)
        covered = self.waivers.covering(found)
        match = self._match(found)
        is_grave = found["severity"].is_in(graver_severities(self.fail_on))
        is_waived = covered != NONE
        states = found.select(
            state=pl.when(is_waived).then(WAIVED).when(~is_grave).then(BELOW).when(match.is_known).then(KNOWN)
            .otherwise(NEW).cast(pl.Int8)
        )["state"]  # fmt: skip
        graves = {rule.code for rule in rules if is_at_least(rule.severity, self.fail_on)}
        return JudgedFindings(self, found, states, covered, match, self._find_repaired(match, graves))

    def _read_findings(self, findings: StoredFindings) -> pl.DataFrame:
        batches = [pl.DataFrame(batch.select(_READ)) for batch in findings]
        schema = dict.fromkeys(_READ, pl.String) | {"start": pl.Int64}
        found = pl.concat([pl.DataFrame(schema=schema), *batches])
        ids = found["id"].unique()
        names = pl.DataFrame({"id": ids, "document": pl.Series([self.name(id) for id in ids], dtype=pl.String)})
        return found.join(names, on="id", how="left", maintain_order="left").with_columns(
            is_whole=pl.col("start").is_null()
        )

    def _match(self, found: pl.DataFrame) -> KnownMatch:
        if self.baseline is None:
            return KnownMatch(pl.Series([False]).new_from_index(0, len(found)), ())
        return match_known(found, self.baseline.known)

    def _find_repaired(self, match: KnownMatch, graves: set[str]) -> tuple[Known, ...]:
        """Return the known findings that are gone, among the files read and at or above fail_on."""
        return tuple(known for known in match.left if known.code in graves and self.reads(known.document))

    def reads(self, document: str) -> bool:
        """Return whether this check covers the document with that name."""
        return self.files is None or (container_of(document) or document) in self.files


@dataclass(frozen=True, slots=True)
class JudgedFindings:
    """The outcome for each finding, in table order: state, and number of the waiver.

    `accepted` tells that the new ones were just added to the baseline.
    """

    gate: Gate
    found: pl.DataFrame
    states: pl.Series
    covered: pl.Series
    match: KnownMatch
    repaired: tuple[Known, ...]
    accepted: bool = False

    @property
    def new(self) -> Mapping[Severity, int]:
        """The number of findings that fail the check, by severity; all severities are present."""
        counts = Counter(self.found.filter(self.states == NEW)["severity"].to_list())
        return {severity: 0 if self.accepted else counts[severity] for severity in SEVERITIES}

    @property
    def known(self) -> int:
        """The number of known findings at or above fail_on."""
        return int((self.states == KNOWN).sum()) + (int((self.states == NEW).sum()) if self.accepted else 0)

    @property
    def waiver_states(self) -> tuple[State, ...]:
        """The state of each waiver."""
        return self.gate.waivers.states(self.covered, is_whole=self.gate.files is None)

    def entries(self, state: int) -> tuple[Known, ...]:
        """Return the findings in a state as baseline entries."""
        own = self.found.filter(self.states == state).group_by("fingerprint", "document", "code")
        counted = own.agg(pl.len().alias("times")).sort("fingerprint", "document", "code")
        return tuple(Known(*row) for row in counted.select(Known._fields).iter_rows())

    def fresh(self, code: str) -> int:
        """Return the number of a rule's findings, of any severity, that are neither known nor waived."""
        is_fresh = ~self.match.is_known & (self.covered == NONE)
        return int(((self.found["code"] == code) & is_fresh).sum())

    def waived_documents(self, code: str) -> int:
        """Return the number of documents whose findings of a rule are all waived."""
        own = self.found.with_columns(waived=self.covered != NONE).filter(pl.col("code") == code)
        return int(own.group_by("id").agg(pl.col("waived").all())["waived"].sum())

    def as_plain(self) -> dict[str, Any]:
        """Return the gate's section of a report."""
        gate, baseline = self.gate, self.gate.baseline
        below = ~self.match.is_known & (self.states == BELOW)
        return {
            "today": gate.waivers.today.isoformat(),
            "baseline": None if gate.source is None else visible(gate.source),
            "made_from": list(baseline.made_from) if baseline else [],
            "known": self.known,
            "new": dict(self.new),
            "new_below": int(below.sum()) if baseline else 0,
            "repaired": [known._asdict() for known in self.repaired[:MOST_REPAIRED]],
            "repaired_count": sum(known.times for known in self.repaired),
            "waived": int((self.states == WAIVED).sum()),
            "waivers": [
                plain_waiver(waiver) | {"state": state}
                for waiver, state in zip(gate.waivers.listed, self.waiver_states, strict=True)
            ],
        }
