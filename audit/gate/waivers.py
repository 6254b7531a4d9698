"""Application of waivers: which findings they cover, and which are expired or unused."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from functools import cache
from typing import Final, Literal

import polars as pl

from audit.errors import UsageError
from audit.policy import Waiver
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.text.visible import visible

EPOCH: Final = "SOURCE_DATE_EPOCH"
NONE: Final = -1
State = Literal["used", "unused", "expired"]


def expiry_day(today: str | date | None) -> date:
    """Return the date for judging waivers: the given one, else SOURCE_DATE_EPOCH, else today in UTC.

    A check reads no other clock. Raises UsageError for an invalid date.
    """
    if isinstance(today, date):
        return today
    epoch = os.environ.get(EPOCH)
    try:
        if today is not None:
            return date.fromisoformat(today)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = (
            f"today takes a date such as 2027-01-31, not {today!r}"
            if today
            else (f"{EPOCH} is not a number of seconds")
        )
        raise UsageError(visible(message, 120)) from error


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers of a policy, with the codes of their rules, on a given date."""

    listed: tuple[Waiver, ...]
    today: date

    def has_expired(self, waiver: Waiver) -> bool:
        """Return whether the waiver has expired."""
        return self.today > waiver.expires

    def covering(self, found: pl.DataFrame) -> pl.Series:
        """Return for each finding (`code`, `id`, `document`) the number of the first waiver that covers it, or NONE."""
        covered = pl.Series([NONE], dtype=pl.Int16).new_from_index(0, len(found))
        for number, waiver in reversed(list(enumerate(self.listed))):
            if self.has_expired(waiver):
                continue
            of_rule = found.with_row_index("row").filter(pl.col("code") == find(RULES, waiver.rule).code)
            rows = of_rule.filter(pl.Series(_are_meant(waiver, of_rule), dtype=pl.Boolean))["row"]
            covered = covered.scatter(rows, number) if len(rows) else covered
        return covered

    def states(self, covered: pl.Series, *, is_whole: bool) -> tuple[State, ...]:
        """Return the state of each waiver; `unused` is reported only for a whole corpus."""
        used = set(covered.unique().to_list())

        def state(number: int, waiver: Waiver) -> State:
            if self.has_expired(waiver):
                return "expired"
            return "unused" if is_whole and number not in used else "used"

        return tuple(state(number, waiver) for number, waiver in enumerate(self.listed))


def _are_meant(waiver: Waiver, found: pl.DataFrame) -> Sequence[bool]:
    """Return for each finding whether the waiver names its document, by id or by path, literally or by a pattern."""

    @cache
    def is_named(name: str) -> bool:
        return name == waiver.document or fnmatchcase(name, waiver.document)

    return [is_named(id) or is_named(document) for id, document in found.select("id", "document").iter_rows()]
