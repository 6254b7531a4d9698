"""Progress is short on a terminal, rare in a log, and silent for short runs."""

from __future__ import annotations

import time

import pytest

from audit.engine.stages import enter_stage
from audit.report import progress as room
from audit.report.progress import Position, progress, span


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "0 s"), (119, "119 s"), (120, "2 min"), (3599, "1 h 00 min"), (7500, "2 h 05 min")]
)
def test_a_time_is_short(seconds: float, said: str) -> None:
    assert span(seconds) == said


def test_a_position_knows_its_rate_and_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(room.time, "monotonic", lambda: now)
    position = Position()
    position.enter("reading", 1000)
    position.count(200, 4_000_000)
    now = 110.0
    assert position.describe() == "200 of 1,000 files or parts, 20/s, 0.4 MB/s, 40 s left"
    position.count(800, 0)
    assert position.describe() == "1,000 of 1,000 files or parts, 100/s, 0.4 MB/s, finishing the last ones"
    position.enter("judging", None)
    now = 117.0
    assert position.describe() == "7 s"


def test_a_log_reports_at_intervals_and_a_quiet_one_never(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LOG_SECONDS", 0.02)
    said = []
    for quiet in (False, True):
        with progress(quiet=quiet) as count:
            enter_stage("reading", 4)
            count(1, 10)
            time.sleep(0.2)
        said.append(capsys.readouterr().err.splitlines())
    heard, silence = said
    assert heard[0].startswith("audit: reading: 1 of 4 files or parts, ")
    assert silence == []


def test_a_short_run_leaves_no_line_in_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as count:
        enter_stage("reading", 1)
        count(1, 10)
    assert capsys.readouterr().err == ""
