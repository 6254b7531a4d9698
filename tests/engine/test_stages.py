"""Stages are announced to those who watch, and only while they do."""

from __future__ import annotations

from pathlib import Path

import audit
from audit.engine.stages import Progress, enter_stage, watch_stages


def test_only_watchers_are_notified_and_only_while_they_watch() -> None:
    seen: list[tuple[str, int | None]] = []
    enter_stage("before")
    with watch_stages(lambda stage, inputs: seen.append((stage, inputs))):
        enter_stage("within", 3)
    enter_stage("after")
    assert seen == [("within", 3)]


def test_a_check_says_what_it_is_doing_and_how_much_there_is(tmp_path: Path) -> None:
    seen: dict[str, int | None] = {}
    shown, counted = [0, 0], [0, 0]
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The harbour of {name} was closed on Monday because of the storm.\n", "utf-8")

    def add(to: list[int]) -> Progress:
        def count(items: int, size: int) -> None:
            to[:] = to[0] + items, to[1] + size

        return count

    with watch_stages(seen.__setitem__, add(shown)):
        audit.check(tmp_path, progress=add(counted))
    assert list(seen) == [
        "finding templates",
        "reading",
        "collecting the measures",
        "finding duplicates",
        "finding paraphrases",
        "writing the tables",
        "judging",
    ]
    assert seen["finding templates"] == seen["reading"] == 2
    # Both passes are shown, and a caller's own count has each input once.
    assert shown == counted == [2, sum(path.stat().st_size for path in tmp_path.iterdir())]
