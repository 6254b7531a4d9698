"""Completion records of shards, by which later runs skip them.

A shard is the inputs of a task, whichever partition processed it. Its marker, written last, holds the digest of their
bytes, the number of rows, the answers, and the files of the shard.
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
    """`content` is a digest of the inputs' bytes, `files` maps the shard's files to their sizes."""

    content: str
    rows: int
    answers: Sequence[Mapping[str, Any]]
    files: Mapping[str, int]


def shard_of(task: Task, state: str) -> str:
    """Return the name of the task's shard in a run whose answers depend on `state`, independent of its number."""
    key = [state, task.work, [astuple(item) for item in task.items]]
    return blake2b(json.dumps(key).encode("ascii"), digest_size=_KEY_BYTES).hexdigest()


def read_marker(shared: SharedFolder, shard: str, content: str) -> Marker | None:
    """Return the marker of a shard if its inputs are unchanged and all files exist."""
    found = shared.read(f"{shard}/{_MARKER}")
    if found is None:
        return None
    try:
        values = json.loads(found)
        marker = Marker(values["content"], values["rows"], values["answers"], values["files"])
    except (ValueError, KeyError, TypeError):
        # The disk was full, or the file was modified: repeat the work.
        return None
    sizes = shared.sizes(shard)
    is_whole = all(sizes.get(name) == size for name, size in marker.files.items())
    return marker if marker.content == content and is_whole else None


def write_marker(shared: SharedFolder, shard: str, marker: Marker) -> None:
    """Write a shard's marker, after all its files."""
    values = {name: getattr(marker, name) for name in ("content", "rows", "answers", "files")}
    shared.write(f"{shard}/{_MARKER}", json.dumps(values).encode("ascii"))


def answer_as_plain(answer: Done | Lost) -> dict[str, Any]:
    """Return an answer as plain values, without the task number, which varies by run."""
    if isinstance(answer, Done):
        return {"first": answer.key[1], "done": answer.answer}
    return {"first": answer.key[1], "lost": [*astuple(answer.item)], "code": answer.code, "detail": answer.detail}


def parse_answer(task: int, shard: str, plain: Mapping[str, Any]) -> Done | Lost:
    """Return the answer written by `answer_as_plain` as one to task number `task`."""
    key = task, plain["first"]
    if "done" in plain:
        return Done(key, plain["done"], f"{shard}/")
    id, path, code, detail, part = plain["lost"]
    return Lost(key, Item(id, path, code, detail, tuple(part)), plain["code"], plain["detail"])


def rows_of(answers: Sequence[Done | Lost]) -> int:
    """Return the number of rows of the inputs, including those that no worker survived."""
    return sum(answer.answer.get("rows", 0) if isinstance(answer, Done) else 1 for answer in answers)
