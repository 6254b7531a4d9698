"""All findings, in the numbers that a reader takes: one by one while they are few, then by rule and file, then cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from audit.finding import SEVERITIES
from audit.report.exchange.told import Told

# Places that are held of all groups together: some tens of MiB.
MOST_PLACES: Final = 100_000


@dataclass(frozen=True, slots=True)
class FormLimits:
    """How many findings are told one by one, how many groups of a rule in a file, and how many places of a group."""

    single: int
    groups: int
    places: int


@dataclass(slots=True)
class Group:
    """Findings of one rule in one file, or one finding: how many they are, and the first of them."""

    count: int = 0
    places: list[Told] = field(default_factory=list)

    @property
    def first(self) -> Told:
        """Return the first finding."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The groups, gravest first, then as they were found; what is not among them is counted.

    `is_single` tells that each finding is a group of its own. `cut` findings are in no group, `total` are all.
    """

    groups: tuple[Group, ...]
    total: int
    cut: int
    is_single: bool

    @property
    def said(self) -> str:
        """Return a sentence for what a reader does not see; empty when that is nothing."""
        if self.is_single:
            return ""
        shown = f"{self.total:,} findings are told by rule and file, {len(self.groups):,} of them"
        cut = f"; {self.cut:,} findings, the least grave, are left out" if self.cut else ""
        return f"{shown}{cut}. --format json, or --out DIR, has every finding."


def gathered(findings: Iterable[Told], limits: FormLimits) -> Gathered:
    """Gather findings; holds no more of them than the limits say."""
    single: list[Told] = []
    groups: dict[tuple[str, str, str, bool], Group] = {}
    sizes = dict.fromkeys(SEVERITIES, 0)
    total = cut = held = 0
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
        if not group.places or (len(group.places) < limits.places and held < MOST_PLACES):
            group.places.append(each)
            held += 1
    if total <= limits.single:
        ranked = sorted(single, key=lambda each: SEVERITIES.index(each.severity))
        return Gathered(tuple(Group(1, [each]) for each in ranked), total, 0, is_single=True)
    order = sorted(groups.values(), key=lambda group: SEVERITIES.index(group.first.severity))
    cut += sum(group.count for group in order[limits.groups :])
    return Gathered(tuple(order[: limits.groups]), total, cut, is_single=False)
