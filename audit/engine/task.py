"""A task for a worker, and what comes back: plain values that travel as lines of JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

# The place of a task in the order of the whole run; a task that is split after a crash gives (5, 0), (5, 1), (5, 2).
Key = tuple[int, ...]
READY: Final = "ready"
AT: Final = "at"
DONE: Final = "done"
FAILED: Final = "failed"
# Said in place of an item's number when the inputs read so far are worked on together.
MANY: Final = -2


@dataclass(frozen=True, slots=True)
class Item:
    """One input to work on. `path` is relative to the root, its undecodable bytes as lone surrogates (os.fsdecode).

    `code` and `detail` are given when it must not be opened at all.
    """

    id: str
    path: str
    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Some neighbouring inputs, and which `work` to do on them. `alone`: one whose worker died once already."""

    key: Key
    items: tuple[Item, ...]
    alone: bool = False
    work: str = ""

    @property
    def name(self) -> str:
        """Return a file-name stem that no other task has."""
        return "-".join(f"{n:07d}" for n in self.key)


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker answers for a task."""

    key: Key
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lost:
    """An input that killed its worker twice, or held it twice for longer than the limit."""

    key: Key
    item: Item
    code: str
    detail: str


def as_message(task: Task) -> dict[str, Any]:
    """Return the task as plain values."""
    items = [[i.id, i.path, i.code, i.detail] for i in task.items]
    return {"key": list(task.key), "items": items, "alone": task.alone, "work": task.work}


def from_message(message: dict[str, Any]) -> Task:
    """Return the task that `as_message` wrote."""
    items = tuple(Item(*i) for i in message["items"])
    return Task(tuple(message["key"]), items, alone=message["alone"], work=message["work"])
