"""The findings a result lists under a gate: failing ones and, marked as such, waived ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl
import pyarrow as pa

from audit.finding import fingerprint, graver_severities
from audit.gate.gate import NEW, WAIVED, JudgedFindings
from audit.gate.waivers import NONE, State
from audit.policy import Waiver
from audit.report.stored import StoredFindings
from audit.tables import FINDINGS
from audit.text.visible import visible

# Findings about waivers themselves: their name, in place of a rule code, and severity.
FAULTS: Final = {"expired": ("expired-waiver", "critical"), "unused": ("unused-waiver", "info")}
_STATES: Final = pl.Series(["", "new", "", "waived"])
_ADDED: Final = ("state", "waiver")


class ListedFindings:
    """Findings in batches, with `state` (new, waived, or null) and `waiver` (owner and reason).

    Under a baseline only new or waived findings at or above fail_on are listed. Faulty waivers come last.
    """

    def __init__(self, stored: StoredFindings, judged: JudgedFindings) -> None:
        self._stored, self._judged = stored, judged

    def __iter__(self) -> Iterator[pa.RecordBatch | pa.Table]:
        judged, at = self._judged, 0
        sentences = pl.Series([_covered_sentence(waiver) for waiver in judged.gate.waivers.listed], dtype=pl.String)
        for batch in self._stored:
            states, covered = (column.slice(at, len(batch)) for column in (judged.states, judged.covered))
            at += len(batch)
            found = pl.DataFrame(batch).with_columns(
                state=_STATES.gather(states).replace("", None),
                waiver=sentences.gather(covered.replace(NONE, None)) if len(sentences) else pl.lit(None, pl.String),
            )
            kept = found.filter(_is_listed(judged, states, found["severity"]))
            if kept.height:
                yield kept.to_arrow()
        faulty = _faulty_waivers(judged)
        if faulty:
            yield pa.Table.from_pylist(faulty, LISTED)


LISTED: Final = pa.schema([*FINDINGS.arrow, *(pa.field(name, pa.string()) for name in _ADDED)])


def _is_listed(judged: JudgedFindings, states: pl.Series, severities: pl.Series) -> pl.Series:
    if judged.gate.baseline is None:
        return states >= 0
    is_grave = severities.is_in(graver_severities(judged.gate.fail_on))
    return ((states == NEW) & (not judged.accepted)) | ((states == WAIVED) & is_grave)


def waiver_sentence(waiver: Waiver, state: State) -> str:
    """Return a sentence on a waiver that has expired or matches nothing."""
    of = f"the waiver of {waiver.rule} for {waiver.document} ({waiver.owner})"
    if state == "expired":
        return visible(f"{of} ended on {waiver.expires.isoformat()}: fix what it covers, or renew it")
    return visible(f"{of} covers no finding, or only those of a waiver above it: correct or remove it")


def _covered_sentence(waiver: Waiver) -> str:
    return visible(f"waived by {waiver.owner} until {waiver.expires.isoformat()}: {waiver.reason}")


def _faulty_waivers(judged: JudgedFindings) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for waiver, state in zip(judged.gate.waivers.listed, judged.waiver_states, strict=True):
        if state in FAULTS:
            code, severity = FAULTS[state]
            mark = fingerprint(code, f"{waiver.rule}\0{waiver.document}\0{waiver.owner}")
            facts = {"message": waiver_sentence(waiver, state), "state": "new" if state == "expired" else None}
            rows.append(
                {"fingerprint": mark, "code": code, "severity": severity, "id": judged.gate.configuration, **facts}
            )
    return rows
