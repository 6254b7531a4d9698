"""Versioning rules: which part of MAJOR.MINOR.PATCH a change bumps; documented in schemas/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import polars as pl

    from audit.differences.columns import ColumnChange
    from audit.differences.matched import Matched

Level = Literal["none", "patch", "minor", "major"]
# From least to greatest.
LEVELS: Final[tuple[Level, ...]] = ("none", "patch", "minor", "major")
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """A change, as a clause, and the bump it demands."""

    level: Level
    change: str


@dataclass(frozen=True, slots=True)
class Demand:
    """The bump demanded by all changes; the most severe reason comes first."""

    level: Level
    reasons: tuple[Reason, ...] = ()

    def clause(self) -> str:
        """Return the most severe changes as a clause: `2 documents were removed`."""
        graves = [reason.change for reason in self.reasons if reason.level == self.level]
        more = f" and {len(graves) - _NAMED} more" if len(graves) > _NAMED else ""
        return "; ".join(graves[:_NAMED]) + more if graves else "nothing changed"


def is_at_least(level: Level, least: Level) -> bool:
    """Return whether `level` is at or above `least`."""
    return LEVELS.index(level) >= LEVELS.index(least)


def demand(matched: Matched, columns: Sequence[ColumnChange], others: Sequence[str], meant: str | None) -> Demand:
    """Return the bump that the changes demand.

    `others` are clauses on other differences (evidence, judgements, settings). `meant` is a clause on columns whose
    meaning changed, if any.
    """
    meaning = [Reason("major", meant)] if meant else []
    found = [*meaning, *_of_columns(columns), *_of_documents(matched), *(Reason("patch", each) for each in others)]
    ordered = sorted(found, key=lambda reason: -LEVELS.index(reason.level))
    return Demand(ordered[0].level if ordered else "none", tuple(ordered))


def _of_columns(columns: Sequence[ColumnChange]) -> Iterator[Reason]:
    for each in columns:
        place = f"column {each.column} of {each.table}"
        match each.what:
            case "removed":
                yield Reason("major", f"{place} was removed")
            case "type" | "nullability":
                yield Reason("major", f"{place} changed from {each.old} to {each.new}")
            case "moved":
                yield Reason("major", f"the columns of {each.table} are in a different order")
            case "filled":
                yield Reason("minor", f"{place}, empty before, now has values ({each.new})")
            case "added":
                yield Reason("minor", f"{place} was added")
            case "emptied":
                yield Reason("patch", f"{place} is now empty")


def _of_documents(matched: Matched) -> Iterator[Reason]:
    edits = dict(matched.edited.group_by("edit").len().iter_rows())
    counts: tuple[tuple[Level, int, str], ...] = (
        ("minor", len(matched.added), "added"),
        ("minor", len(matched.removed), "removed"),
        ("minor", len(matched.renamed), "renamed"),
        ("minor", edits.get("body", 0), "changed in their body"),
        ("patch", edits.get("metadata", 0), "changed in their metadata"),
        ("patch", edits.get("boilerplate", 0), "changed in their boilerplate"),
        ("patch", edits.get("bytes", 0), "read from different bytes with the same content"),
        ("minor", sum(map(_resplit, (matched.edited, matched.unchanged))), "moved to another split"),
    )
    for level, count, what in counts:
        if count == 1:
            yield Reason(level, f"1 document was {what.replace('their', 'its')}")
        elif count:
            yield Reason(level, f"{count:,} documents were {what}")


def _resplit(documents: pl.DataFrame) -> int:
    return int((documents["split"] != documents["split_new"]).sum())
