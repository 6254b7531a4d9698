"""Work done before workers are forked: once, for the arguments named, and without failing the start."""

from __future__ import annotations

import pytest

from audit.kernels import ahead as room


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    work: list[object] = []
    monkeypatch.setattr(room, "_AHEAD", work)
    return work


def test_what_is_worked_out_ahead_is_not_worked_out_again(asked: list[object]) -> None:
    made: list[str] = []

    @room.ahead(("en",), ("zh",))
    def words(language: str) -> str:
        made.append(language)
        return language.upper()

    assert (len(asked), made) == (2, [])
    room.work_ahead()
    assert (words("en"), words("zh"), made) == ("EN", "ZH", ["en", "zh"])


def test_arguments_that_are_not_named_wait_until_they_are_asked_for(asked: list[object]) -> None:
    made: list[int] = []

    @room.ahead((1,))
    def square(number: int) -> int:
        made.append(number)
        return number * number

    room.work_ahead()
    assert made == [1]
    assert square(3) == 9


def test_a_disk_that_fails_is_told_where_the_work_is_needed(asked: list[object]) -> None:
    @room.ahead()
    def table() -> str:
        raise OSError("no such disk")

    room.work_ahead()
    with pytest.raises(OSError, match="no such disk"):
        table()
