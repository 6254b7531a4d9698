"""What the first pass read, the second one does not; what it did not open, the second one does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.engine.task import Item, Task
from audit.policy import Policy
from audit.worker.batch import Row
from audit.worker.cached import read_rows
from audit.worker.job import Job
from audit.worker.reading import batches

RU = "Вчера после обеда мы три часа читали книги в библиотеке, а потом пешком пошли домой. " * 4
DE = "Gestern lasen wir drei Stunden in der Bücherei, später gingen wir zu Fuß über die Brücke. " * 4
BROKEN = DE.encode().decode("cp1252")
PAGE = f"<html><body><article><h1>Ein Tag</h1><p>{DE}</p></article></body></html>"
FILES = {
    "a.txt": RU.encode("cp1251"),
    "b.txt": BROKEN.encode(),
    "c.html": PAGE.encode(),
    "d.jsonl": b'{"text": "One line."}\n{"text": ""}\n',
    "e.txt": b"",
}


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    # Rows are kept on any disk that holds them: a nearly full one must not change what is tested here.
    monkeypatch.setattr(read_rows, "_FREE", 0)
    (tmp_path / "parts").mkdir()
    (tmp_path / "raw").mkdir()
    for name, raw in FILES.items():
        (tmp_path / "raw" / name).write_bytes(raw)
    return Job(tmp_path / "raw", "raw", tmp_path / "parts", Policy(), measures=False, repair=True)


def read(job: Job, *, is_scan: bool = False, files: int = len(FILES)) -> list[Row]:
    task = Task((0, 0), tuple(Item(name, name) for name in [*FILES][:files]))
    return [row for batch in batches(job, task, lambda *_: None, is_scan=is_scan) for row in batch.rows]


def test_the_second_pass_finds_what_it_would_have_read_itself(job: Job) -> None:
    own = read(job)
    read(job, is_scan=True)
    for name in ("a.txt", "b.txt", "d.jsonl", "e.txt"):
        (job.root / name).write_bytes(b"no longer what it was")
    assert read(job) == own
    assert own[1].repairs
    assert [row.code for row in own] == [None, None, None, None, "empty", "empty"]
    # They are gone by then: a task that is tried again reads its inputs as they are.
    assert not list(job.rows.iterdir())
    assert read(job) != own


def test_a_piece_of_a_task_is_not_taken_for_the_whole(job: Job) -> None:
    own = read(job)
    assert read(job, is_scan=True, files=2) == own[:2]
    assert read(job) == own


def test_little_is_kept_where_there_is_room(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(replace(job, moved=True), is_scan=True)
    assert not job.rows.exists()
    for limit, value in (("_MOST_BYTES", 100), ("_FREE", 1 << 62)):
        with monkeypatch.context() as patch:
            patch.setattr(read_rows, limit, value)
            assert read(job, is_scan=True) == first
            assert not job.rows.exists() or not list(job.rows.iterdir())
