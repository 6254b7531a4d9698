"""Updating a baseline: repaired findings are dropped automatically, new ones added only on request."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from audit.gate.baseline import Baseline
from audit.gate.gate import KNOWN, NEW, JudgedFindings


@dataclass(frozen=True, slots=True)
class Update:
    """The options of an update; `digest` is that of the inputs, `grows` adds new findings."""

    digest: str
    grows: bool = False


def updated(judged: JudgedFindings, missed: Collection[str], update: Update) -> tuple[Baseline, JudgedFindings]:
    """Return the new baseline, and the findings as judged by it.

    Repaired findings are dropped, in a check of some files only those of these files. `missed` are the codes of
    currently missed expectations. A baseline that did not exist before takes in everything.
    """
    gate, before = judged.gate, judged.gate.baseline or Baseline()
    grows = update.grows or gate.baseline is None
    is_part = gate.files is not None and gate.baseline is not None
    known = [*judged.entries(KNOWN), *(judged.entries(NEW) if grows else ())]
    known += [entry for entry in judged.match.left if not gate.reads(entry.document)]
    still_missed = before.missed if is_part else before.missed & frozenset(missed)
    made = Baseline(
        known=tuple(sorted(known)),
        missed=still_missed | frozenset(missed) if grows and not is_part else still_missed,
        made_from=before.made_from if is_part else (update.digest,),
        fail_on=gate.fail_on,
    )
    return made, replace(judged, gate=gate.with_baseline(made), accepted=grows)
