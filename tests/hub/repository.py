"""What a Hub holds, what it is asked and what it answers."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

TOKEN = "hf_loopbackonly"  # noqa: S105 it opens nothing


@dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def said(value: Any, status: int = 200) -> Answer:
    return Answer(status, json.dumps(value).encode(), {"Content-Type": "application/json"})


def refused(status: int, message: str, code: str = "") -> Answer:
    more = {"X-Error-Message": message, **({"X-Error-Code": code} if code else {})}
    answer = said({"error": message}, status)
    return Answer(status, answer.body, answer.headers | more)


@dataclass
class Repository:
    private: bool
    # Commit -> path -> digest and size of what lies there.
    trees: dict[str, dict[str, tuple[str, int]]] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    pulls: list[str] = field(default_factory=list)

    def commit(self, tree: dict[str, tuple[str, int]], parent: str, onto: str) -> str:
        made = hashlib.sha1(json.dumps([parent, sorted(tree.items())]).encode()).hexdigest()  # noqa: S324 as git does
        self.trees[made] = tree
        self.refs[onto] = made
        return made

    def at(self, revision: str) -> str | None:
        return self.refs.get(revision) or self.tags.get(revision) or (revision if revision in self.trees else None)


@dataclass
class Asked:
    method: str
    path: str
    query: dict[str, str]
    headers: Any
    body: bytes

    @property
    def may(self) -> bool:
        return self.headers.get("Authorization") == f"Bearer {TOKEN}"

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def host(self) -> str:
        return f"http://{self.headers['Host']}"
