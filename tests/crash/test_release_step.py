"""A release that is killed, interrupted or refused by the disk, at each of its mutating system calls.

In CI at some of them, the same each time; at all of them with AUDIT_LONG_TESTS=1.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.calls import IS_LONG, Ended, Host, Point
from tests.crash.laws import check_next_run, check_what_is_there, check_words, copied

SEED = 9
KILLS, ERRORS, STOPS = 8, 4, 6
pytestmark = pytest.mark.usefixtures("strace")


@pytest.fixture(scope="module")
def points(host: Host, before: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Point, ...]:
    """Give all system calls by which the release of 1.1.0 changes dist."""
    dist = copied(before, tmp_path_factory.mktemp("points") / "dist")
    return host.points(dist, "put", dist, "second")


def some(points: tuple[Point, ...], count: int) -> list[Point]:
    """Return `count` of the points, as many of each kind of call as of any other, or all in the long form."""
    turns, drawn = Counter[str](), []
    for point in random.Random(SEED).sample(points, len(points)):  # noqa: S311 the same each time
        drawn.append((turns[point.call], point))
        turns[point.call] += 1
    return sorted(point for _, point in sorted(drawn)[: None if IS_LONG else count])


class Disturbed:
    """One disturbed release after another, each on a copy of its own."""

    def __init__(self, host: Host, before: Path, after: Path, folder: Path) -> None:
        self.host, self.before, self.after, self.folder = host, before, after, folder

    def at(self, points: list[Point], how: str) -> Iterator[tuple[Point, Ended, bool]]:
        """Yield how each ended and whether the new version is there, when the laws hold; then let the next run come."""
        for number, point in enumerate(points):
            dist = copied(self.before, self.folder / how / str(number))
            ended = self.host.disturbed(point, how, "put", dist, "second")
            yield point, ended, check_what_is_there(dist, self.after)
            check_next_run(self.host, dist, self.after)


@pytest.fixture
def disturbed(host: Host, before: Path, after: Path, tmp_path: Path) -> Disturbed:
    """Give a way to disturb releases."""
    return Disturbed(host, before, after, tmp_path)


def test_there_is_enough_to_disturb(points: tuple[Point, ...]) -> None:
    calls = {point.call for point in points}
    assert {"openat", "write", "fsync", "mkdir", "rename", "unlink", "flock"} <= calls
    assert len(points) > 100


def test_a_kill_leaves_the_old_or_the_new(points: tuple[Point, ...], disturbed: Disturbed) -> None:
    for point, ended, _ in disturbed.at(some(points, KILLS), "signal=KILL"):
        assert ended.code == -9, point


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_an_error_of_the_disk_leaves_the_old_or_the_new(
    error: str, points: tuple[Point, ...], disturbed: Disturbed
) -> None:
    for _, ended, is_there in disturbed.at(some(points, ERRORS), f"error={error}"):
        check_words(ended, is_there=is_there)


def test_sigterm_is_an_interrupt(points: tuple[Point, ...], disturbed: Disturbed) -> None:
    for point, ended, is_there in disturbed.at(some(points, STOPS), "signal=TERM"):
        assert ended.code == 130 or (ended.code == 0 and is_there), (point, ended.err)
        assert "Traceback" not in ended.err
