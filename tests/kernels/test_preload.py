"""Work done before workers are forked: once, for the arguments named, and without failing the start."""

from __future__ import annotations

import pytest

from audit.kernels import derived
from audit.kernels import preload as room


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    work: list[object] = []
    monkeypatch.setattr(derived, "AHEAD", work)
    monkeypatch.setattr(room, "AHEAD", work)
    monkeypatch.setattr(room, "is_complete", lambda: True)
    monkeypatch.setattr(room, "declared", lambda: ())
    return work


def test_what_is_worked_out_ahead_is_not_worked_out_again(asked: list[object]) -> None:
    made: list[str] = []

    @derived.ahead(("en",), ("zh",))
    def words(language: str) -> str:
        made.append(language)
        return language.upper()

    assert (len(asked), made) == (2, [])
    room.work_ahead()
    assert (words("en"), words("zh"), made) == ("EN", "ZH", ["en", "zh"])


def test_arguments_that_are_not_named_wait_until_they_are_asked_for(asked: list[object]) -> None:
    made: list[int] = []

    @derived.ahead((1,))
    def square(number: int) -> int:
        made.append(number)
        return number * number

    room.work_ahead()
    assert made == [1]
    assert square(3) == 9


def test_a_disk_that_fails_is_told_where_the_work_is_needed(asked: list[object]) -> None:
    @derived.ahead()
    def table() -> str:
        raise OSError("no such disk")

    room.work_ahead()
    with pytest.raises(OSError, match="no such disk"):
        table()


def test_a_first_run_compiles_before_it_works_out_anything(
    asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "is_complete", lambda: False)

    @derived.ahead()
    def table() -> str:
        raise AssertionError

    room.work_ahead()
