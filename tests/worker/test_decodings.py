"""What the first pass decoded, the second one does not: but for a file that has changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.engine.task import Item, Task
from audit.policy import Policy
from audit.worker.job import Job
from audit.worker.kept import decodings
from audit.worker.reading import batches

RU = "Вчера после обеда мы три часа читали книги в библиотеке, а потом пешком пошли домой. " * 4
DE = "Gestern lasen wir drei Stunden in der Bücherei, später gingen wir zu Fuß über die Brücke. " * 4
NAMES = ("a.txt", "b.txt", "c.txt")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    for name, text in zip(NAMES, (RU.encode("cp1251"), DE.encode("cp1252"), DE.encode("utf-8")), strict=True):
        (tmp_path / "raw" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "raw" / name).write_bytes(text)
    (tmp_path / "parts").mkdir()
    return Job(tmp_path / "raw", "raw", tmp_path / "parts", Policy(), measures=False)


def read(job: Job, *, is_scan: bool = False) -> list[object]:
    task = Task((0, 0), tuple(Item(name, name) for name in NAMES))
    found = [row for batch in batches(job, task, lambda *_: None, is_scan=is_scan) for row in batch.rows]
    return [row.decoded for row in found]


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return what is decoded in the test, in order."""
    asked: list[bytes] = []
    plain = decodings.decode
    monkeypatch.setattr(decodings, "decode", lambda raw, named=None: asked.append(raw) or plain(raw, named))
    return asked


def test_what_was_weighed_is_looked_up(job: Job, decoded: list[bytes]) -> None:
    first = read(job, is_scan=True)
    decoded.clear()
    assert read(job) == first
    assert decoded == [DE.encode("utf-8")]


def test_a_file_that_changed_is_decoded_as_it_is(job: Job, decoded: list[bytes]) -> None:
    read(job, is_scan=True)
    (job.root / "a.txt").write_bytes(RU.encode("koi8-r"))
    decoded.clear()
    assert [found.encoding for found in read(job)] == ["koi8-r", "cp1252", "utf-8"]
    assert decoded == [RU.encode("koi8-r"), DE.encode("utf-8")]


def test_little_is_kept_and_nothing_for_other_machines(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(replace(job, moved=True), is_scan=True)
    assert not job.decoded.exists()
    monkeypatch.setattr(decodings, "_MOST", len(RU))
    read(job, is_scan=True)
    assert len(decodings.Decodings.load(job.decoded / "0000000-0000").known) == 1
    assert read(job) == first
