"""Tasks for workers and their answers. Tasks are passed as files, so that a pipe carrying only names never fills up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

# The number of a task within the run, and its first item: the pieces of a split task have their own keys, in order.
Key = tuple[int, int]
READY: Final = "ready"
DONE: Final = "done"
FAILED: Final = "failed"
# A shortage of the machine: no input is at fault.
TROUBLE: Final = "trouble"
# Sent in place of an item number while several inputs are processed together.
MANY: Final = -2


@dataclass(frozen=True, slots=True)
class Item:
    """An input to process. `path` is relative to the root, with undecodable bytes as lone surrogates (os.fsdecode).

    `code` and `detail` are given if it must not be opened. `part` holds the numbers of a span of a large file
    (audit.read.reader.Span); empty for a whole file.
    """

    id: str
    path: str
    code: str = ""
    detail: str = ""
    part: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """Neighbouring inputs and the `work` to do on them. `alone`: a single input whose worker died once."""

    key: Key
    items: tuple[Item, ...]
    alone: bool = False
    work: str = ""

    @property
    def name(self) -> str:
        """Return a file name stem unique among the tasks at work."""
        number, first = self.key
        return f"{number:07d}-{first:04d}"


@dataclass(frozen=True, slots=True)
class Done:
    """A worker's answer to a task; `where` is prefixed to the names of the files it wrote."""

    key: Key
    answer: dict[str, Any]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """An input that killed its worker twice, or exceeded the time limit twice."""

    key: Key
    item: Item
    code: str
    detail: str


def split_task(task: Task, at: int) -> list[Task]:
    """Return the pieces of a task that failed at item `at`: the items before, the item alone, the items after.

    At MANY, when several inputs were processed together, the pieces are halves.
    """
    number, first = task.key
    if len(task.items) == 1:
        return [replace(task, alone=True)]
    cuts = [len(task.items) // 2] if at == MANY else [max(0, at), max(0, at) + 1]
    parts = pairwise([0, *cuts, len(task.items)])
    return [
        replace(
            task, key=(number, first + a), items=task.items[a:b], alone=a == at or (at < 0 and at != MANY and not a)
        )
        for a, b in parts
        if a < b
    ]


def write_task(task: Task, folder: Path) -> Path:
    """Write the task to a file and return its path."""
    file = folder / f"{task.name}.task"
    file.write_bytes(store_items(task))
    return file


def store_items(task: Task) -> bytes:
    """Return the content of a task file."""
    items: Sequence[Any] = [[i.id, i.path, i.code, i.detail, i.part] for i in task.items]
    content = {"key": task.key, "items": items, "alone": task.alone, "work": task.work}
    return json.dumps(content).encode("ascii")


def read_task(file: Path) -> Task:
    """Read a task written by `write_task`."""
    content = json.loads(file.read_text(encoding="ascii"))
    number, first = content["key"]
    items = tuple(Item(id, path, code, detail, tuple(part)) for id, path, code, detail, part in content["items"])
    return Task((number, first), items, alone=content["alone"], work=content["work"])
