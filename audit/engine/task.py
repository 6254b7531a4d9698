"""A task for a worker, and what comes back. Tasks travel as files: a pipe that carries only names never fills."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

# The number of a task in the whole run, and which of its items comes first: what a split task is split into has keys
# of its own, in the same order.
Key = tuple[int, int]
READY: Final = "ready"
DONE: Final = "done"
FAILED: Final = "failed"
# The machine lacks something that the worker needs: no fault of any input.
TROUBLE: Final = "trouble"
# Said in place of an item's number when the inputs read so far are worked on together.
MANY: Final = -2


@dataclass(frozen=True, slots=True)
class Item:
    """One input to work on. `path` is relative to the root, its undecodable bytes as lone surrogates (os.fsdecode).

    `code` and `detail` are given when it must not be opened at all. `part` are the numbers of the part of a large file
    that is meant (audit.read.reader.Span), none for a whole one.
    """

    id: str
    path: str
    code: str = ""
    detail: str = ""
    part: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """Some neighbouring inputs, and which `work` to do on them. `alone`: one whose worker died once already."""

    key: Key
    items: tuple[Item, ...]
    alone: bool = False
    work: str = ""

    @property
    def name(self) -> str:
        """Return a file-name stem that no other task at work has."""
        number, first = self.key
        return f"{number:07d}-{first:04d}"


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker answers for a task; `where` is set before the names of the files that it wrote."""

    key: Key
    answer: dict[str, Any]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """An input that killed its worker twice, or held it twice for longer than the limit."""

    key: Key
    item: Item
    code: str
    detail: str


def pieces(task: Task, at: int) -> list[Task]:
    """Return the parts of a task whose worker failed at item `at`: before it, it alone, after it.

    At MANY, when the worker had read several inputs and failed on them together, the parts are halves.
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
    """Write the task into a file of its own and return it."""
    file = folder / f"{task.name}.task"
    file.write_bytes(laid_down(task))
    return file


def laid_down(task: Task) -> bytes:
    """Return what the file of a task holds."""
    items: Sequence[Any] = [[i.id, i.path, i.code, i.detail, i.part] for i in task.items]
    laid = {"key": task.key, "items": items, "alone": task.alone, "work": task.work}
    return json.dumps(laid).encode("ascii")


def read_task(file: Path) -> Task:
    """Return the task that `write_task` wrote."""
    laid = json.loads(file.read_text(encoding="ascii"))
    number, first = laid["key"]
    items = tuple(Item(id, path, code, detail, tuple(part)) for id, path, code, detail, part in laid["items"])
    return Task((number, first), items, alone=laid["alone"], work=laid["work"])
