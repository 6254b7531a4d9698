"""What is remembered of a shard of the inputs once it is done, so that no run does it twice.

A shard is the inputs of a task, whichever partition they were worked on in. Its marker says what their bytes were, how
many rows came of them, what was answered, and which files stand for it; it is written last.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from hashlib import blake2b
from typing import Any, Final

from audit.engine.spark.shared import SharedFolder
from audit.engine.task import Done, Item, Lost, Task

_MARKER: Final = "marker.json"
_KEY_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Marker:
    """`content` is a digest of the inputs' bytes, `files` are the sizes of the shard's files by name."""

    content: str
    rows: int
    answers: Sequence[Mapping[str, Any]]
    files: Mapping[str, int]


def shard_of(task: Task, state: str) -> str:
    """Return the name of the task's shard in a run whose answers depend on `state`: wherever it stands among others."""
    laid = [state, task.work, [astuple(item) for item in task.items]]
    return blake2b(json.dumps(laid).encode("ascii"), digest_size=_KEY_BYTES).hexdigest()


def done_before(shared: SharedFolder, shard: str, content: str) -> Marker | None:
    """Return the marker of a shard of which the inputs are the same bytes still and all files are there."""
    found = shared.read(f"{shard}/{_MARKER}")
    if found is None:
        return None
    try:
        laid = json.loads(found)
        marker = Marker(laid["content"], laid["rows"], laid["answers"], laid["files"])
    except (ValueError, KeyError, TypeError):
        # The disk was full, or somebody wrote there: it is done again.
        return None
    sizes = shared.sizes(shard)
    is_whole = all(sizes.get(name) == size for name, size in marker.files.items())
    return marker if marker.content == content and is_whole else None


def mark(shared: SharedFolder, shard: str, marker: Marker) -> None:
    """Write a shard's marker, once all its files are there."""
    laid = {name: getattr(marker, name) for name in ("content", "rows", "answers", "files")}
    shared.write(f"{shard}/{_MARKER}", json.dumps(laid).encode("ascii"))


def laid_out(answer: Done | Lost) -> dict[str, Any]:
    """Return an answer as plain values; the number of the task, which may change from run to run, is left out."""
    if isinstance(answer, Done):
        return {"first": answer.key[1], "done": answer.answer}
    return {"first": answer.key[1], "lost": [*astuple(answer.item)], "code": answer.code, "detail": answer.detail}


def answered(task: int, shard: str, laid: Mapping[str, Any]) -> Done | Lost:
    """Return the answer that `laid_out` wrote, as one to task number `task`."""
    key = task, laid["first"]
    if "done" in laid:
        return Done(key, laid["done"], f"{shard}/")
    id, path, code, detail, part = laid["lost"]
    return Lost(key, Item(id, path, code, detail, tuple(part)), laid["code"], laid["detail"])


def rows_of(answers: Sequence[Done | Lost]) -> int:
    """Return how many rows came of the inputs, those that no worker survived included."""
    return sum(answer.answer.get("rows", 0) if isinstance(answer, Done) else 1 for answer in answers)
