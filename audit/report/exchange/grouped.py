"""Findings reduced to a consumer's limits: individual while few, then grouped by rule and file, then cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from audit.finding import SEVERITIES
from audit.report.exchange.output_findings import OutputFinding

# Places held over all groups: some tens of MiB.
MOST_PLACES: Final = 100_000


@dataclass(frozen=True, slots=True)
class FormatLimits:
    """The maximum numbers of individual findings, of groups per rule and file, and of places per group."""

    single: int
    groups: int
    places: int


@dataclass(slots=True)
class Group:
    """The findings of one rule in one file, or a single finding: their number, and the first of them."""

    count: int = 0
    places: list[OutputFinding] = field(default_factory=list)

    @property
    def first(self) -> OutputFinding:
        """Return the first finding."""
        return self.places[0]

    @property
    def more(self) -> str:
        """What follows the message of the first finding: how many others there are; empty if none."""
        return f" (and {self.count - 1:,} more in this file)" if self.count > 1 else ""


@dataclass(frozen=True, slots=True)
class GroupedFindings:
    """The groups, by severity, then in order; the rest is counted.

    `is_single`: each finding is its own group. `cut` findings are in no group; `total` counts all.
    """

    groups: tuple[Group, ...]
    total: int
    cut: int
    is_single: bool

    @property
    def omission(self) -> str:
        """Return a sentence about what is not shown; empty if nothing."""
        if self.is_single:
            return ""
        shown = f"{self.total:,} findings, grouped by rule and file into {len(self.groups):,}"
        cut = f"; {self.cut:,} findings, the least severe, are left out" if self.cut else ""
        return f"{shown}{cut}. --format json, or --out DIR, has every finding."


def group_findings(findings: Iterable[OutputFinding], limits: FormatLimits) -> GroupedFindings:
    """Group findings; memory holds no more of them than the limits say."""
    single: list[OutputFinding] = []
    groups: dict[tuple[str, str, str, bool], Group] = {}
    sizes = dict.fromkeys(SEVERITIES, 0)
    total = cut = listed = 0
    for each in findings:
        total += 1
        if total <= limits.single:
            single.append(each)
        key = each.severity, each.code, each.path, each.waiver is None
        group = groups.get(key)
        if group is None:
            if sizes[each.severity] >= limits.groups:
                cut += 1
                continue
            sizes[each.severity] += 1
            group = groups[key] = Group()
        group.count += 1
        if not group.places or (len(group.places) < limits.places and listed < MOST_PLACES):
            group.places.append(each)
            listed += 1
    if total <= limits.single:
        ranked = sorted(single, key=lambda each: SEVERITIES.index(each.severity))
        return GroupedFindings(tuple(Group(1, [each]) for each in ranked), total, 0, is_single=True)
    order = sorted(groups.values(), key=lambda group: SEVERITIES.index(group.first.severity))
    cut += sum(group.count for group in order[limits.groups :])
    return GroupedFindings(tuple(order[: limits.groups]), total, cut, is_single=False)
