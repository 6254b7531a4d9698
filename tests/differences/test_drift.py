"""A shift is told by its distance, and only where chance is not enough."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from audit.differences.drift import Shift, shifts


def shift(of: str, old: dict[str, list[object]], new: dict[str, list[object]]) -> Shift:
    types = {"language": pl.String, "source": pl.String}
    a, b = (pl.DataFrame(side, schema_overrides=types) for side in (old, new))
    return next(each for each in shifts(a, b) if each.of == of)


def languages(zh: int, en: int) -> dict[str, list[object]]:
    return {"language": ["zh-Hans"] * zh + ["en"] * en}


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ((500, 500), (500, 500), "same"),
        ((500, 500), (520, 480), "steady"),
        ((500, 500), (800, 200), "shifted"),
        # As far, but of so few documents that it means nothing.
        ((5, 5), (8, 2), "unclear"),
        ((1000, 0), (0, 1000), "shifted"),
        ((0, 0), (5, 5), "unknown"),
    ],
    ids=["same", "a little", "far", "far by chance", "as far as can be", "nothing"],
)
def test_languages(old: tuple[int, int], new: tuple[int, int], verdict: str) -> None:
    assert shift("language", languages(*old), languages(*new)).verdict == verdict


def test_distances_of_known_distributions() -> None:
    assert shift("language", languages(1, 0), languages(0, 1)).distance == 1
    # As scipy's jensenshannon has it for one half each and four fifths to one, in bits.
    assert shift("language", languages(5, 5), languages(8, 2)).distance == pytest.approx(0.270378, abs=1e-4)
    # As scipy's ks_2samp has it.
    found = shift("length", {"chars": [1, 2, 3, 4]}, {"chars": [3, 4, 5, 6]})
    assert (found.distance, found.median_old, found.median_new) == (0.5, "2", "4")


def test_a_source_that_is_no_longer_stated_counts_as_one() -> None:
    found = shift("source", {"source": ["Post"] * 400}, {"source": ["Post"] * 200 + [None] * 200})
    assert (found.verdict, found.old, found.new) == ("shifted", 400, 200)
    assert {mover.value for mover in found.movers} == {"Post", None}


def test_dates_move_by_their_days() -> None:
    first = date(2024, 1, 1)
    days = [first + timedelta(days=n) for n in range(200)]
    assert shift("date", {"date": days}, {"date": [day + timedelta(days=1) for day in days]}).verdict == "steady"
    found = shift("date", {"date": days}, {"date": [day + timedelta(days=90) for day in days]})
    assert (found.verdict, found.median_new) == ("shifted", "2024-07-08")
