"""What the real clients do with a loopback Hub, in one process of its own: they read their settings when imported.

Started as `python client.py DIST URL OUT` in an environment that names the Hub, a fresh home and the token; writes what
it saw to OUT as JSON, for the tests to judge.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import urllib.request
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from audit.cli import run_command
from audit.errors import AuditError
from audit.hub.address import Address, Repository
from audit.hub.fetch import fetch
from audit.hub.publication import PublishOptions, publish
from audit.release.verification import verify as room

OURS = "my-team/ports"


class Stage:
    def __init__(self, dist: Path, url: str) -> None:
        self.first, self.second, self.third = (dist / "ports" / v for v in ("1.0.0", "1.1.0", "1.2.0"))
        self.other, self.forged = dist / "harbours" / "2.0.0", dist / "forged" / "1.1.0"
        self.scratch = dist.parent
        self._url = url

    def tell(self, **order: Any) -> dict[str, Any]:
        request = urllib.request.Request(f"{self._url}/told", json.dumps(order).encode(), method="POST")  # noqa: S310
        with urllib.request.urlopen(request) as answer:  # noqa: S310 the loopback interface
            return json.loads(answer.read())

    def forgetful(self) -> Stage:
        """Leave the client nothing of what it fetched before."""
        shutil.rmtree(Path(os.environ["HF_HOME"]) / "hub", ignore_errors=True)
        return self

    def tried(self, release: Path, repository: str = OURS, **manner: bool) -> dict[str, Any]:
        """Publish, and return how that ended, and what was asked of the Hub."""
        self.tell()
        try:
            done = publish(release, Repository.parse(repository), PublishOptions(**manner))
            ended = {
                name: getattr(done, name) for name in ("sent", "removed", "tag", "commit", "pull_request", "problems")
            }
        except AuditError as error:
            ended = {"error": f"{type(error).__name__}: {error}"}
        return {**ended, **{name: value for name, value in self.tell().items() if name != "private"}}


def called(*args: str | Path) -> dict[str, Any]:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run_command([str(arg) for arg in args])
    return {"code": code, "out": out.getvalue(), "err": err.getvalue()}


def versions(stage: Stage) -> dict[str, Any]:
    """Two versions, by the command line."""
    stage.tell(wipe=True)
    rehearsed = called("publish", stage.first, OURS, "--dry-run") | stage.tell()
    made = called("publish", stage.first, OURS) | stage.tell()
    again = called("publish", stage.first, OURS, "--format", "json") | stage.tell()
    stage.tell(put=[[OURS, "documents/train-00001-of-00002.parquet", "stale"], [OURS, "LICENSE", "CC0"]])
    second = called("publish", stage.second, OURS) | stage.tell(save=True)
    return {"rehearsed": rehearsed, "made": made, "again": again, "second": second}


def loaded(stage: Stage) -> dict[str, Any]:
    """What `datasets` gives of both versions, and streamed."""
    from datasets import load_dataset

    def bodies(**how: Any) -> list[str]:
        return [row["body"] for row in load_dataset(OURS, split="train", **how)]

    found = {
        "first": bodies(revision="v1.0.0"),
        "second": bodies(revision="v1.1.0"),
        "newest": bodies(),
        "streamed first": bodies(revision="v1.0.0", streaming=True),
        "streamed second": bodies(revision="v1.1.0", streaming=True),
        "blocks": [row["text"] for row in load_dataset(OURS, "blocks", revision="v1.0.0", split="train")],
    }
    stage.tell()
    return found


def fetched(stage: Stage) -> dict[str, Any]:
    at = fetch(Address.parse(f"hf://datasets/{OURS}@v1.0.0"), stage.scratch / "fetched")
    same = sorted(path.relative_to(at).as_posix() for path in at.rglob("*") if path.is_file())
    is_same = all((at / path).read_bytes() == (stage.first / path).read_bytes() for path in same)
    verified = called("verify", f"hf://datasets/{OURS}@v1.0.0")
    stage.tell(restore=True, put=[[OURS, "croissant.json", "{}"]])
    refusals = {}
    for name, revision in (("changed", "main"), ("absent", "v9.9.9")):
        try:
            fetch(Address.parse(f"hf://datasets/{OURS}@{revision}"), stage.scratch / name)
        except AuditError as error:
            refusals[name] = str(error)
    left = [path.name for name in ("changed", "absent") for path in (stage.scratch / name).glob("*")]
    return {"at": at.name, "files": same, "is_same": is_same, "refusals": refusals, "left": left, "verified": verified}


def failures(stage: Stage) -> list[dict[str, Any]]:
    """Each request of a publication failed once: before it was done, or after it was all done."""
    stage.tell(restore=True)
    clean = stage.forgetful().tried(stage.third)
    cases = [(n, False) for n in range(len(clean["requests"]))]
    cases += [(n, True) for n, asked in enumerate(clean["requests"]) if not asked.startswith(("GET", "HEAD"))]
    found = [{"clean": clean}]
    for number, done in cases:
        stage.tell(restore=True)
        old = stage.forgetful().tell(fail_at=number, done=done)
        cut = _cut(stage)
        found.append({"at": number, "done": done, "old": old, "cut": cut, "again": stage.tried(stage.third)})
    return found


def _cut(stage: Stage) -> dict[str, Any]:
    try:
        publish(stage.third, Repository.parse(OURS), PublishOptions())
        ended = {"error": None}
    except AuditError as error:
        ended = {"error": str(error)}
    return {**ended, **stage.tell()}


def intruded(stage: Stage) -> dict[str, Any]:
    stage.tell(restore=True, intruder="NOTES.md")
    cut = _cut(stage)
    return {"cut": cut, "again": stage.tried(stage.third)}


def refused(stage: Stage) -> dict[str, Any]:
    stage.tell(restore=True)
    found = {
        "another name": stage.tried(stage.other),
        "an older version": stage.tried(stage.first.parent / "0.9.0"),
        "a version that is there": stage.tried(stage.forged),
        "not private": stage.tried(stage.third, private=True),
    }
    stage.tell(restore=True, put=[[OURS, "manifest.json", "{}"]])
    found["a stranger's manifest"] = stage.tried(stage.third)
    token = os.environ.pop("HF_TOKEN")
    stage.tell(restore=True)
    found["no token"] = stage.tried(stage.third)
    os.environ["HF_TOKEN"] = f"{token}wrong"
    found["a wrong token"] = stage.tried(stage.third)
    os.environ["HF_TOKEN"] = token
    return found


def broken(stage: Stage) -> dict[str, Any]:
    stage.tell(restore=True)
    spoilt = shutil.copytree(stage.third, stage.scratch / "spoilt" / "1.2.0")
    with (spoilt / "audit" / "report.json").open("ab") as file:
        file.write(b" ")
    return called("publish", spoilt, OURS) | stage.tell()


def pulled(stage: Stage) -> dict[str, Any]:
    stage.tell(restore=True)
    return {"opened": stage.tried(stage.third, create_pr=True), "again": stage.tried(stage.third, create_pr=True)}


def private(stage: Stage) -> dict[str, Any]:
    stage.tell(wipe=True)
    made = stage.tried(stage.first, private=True)
    return {"made": made, "private": stage.tell()["private"]}


SCENES: tuple[Callable[[Stage], Any], ...] = (
    versions, loaded, fetched, failures, intruded, refused, broken, pulled, private,
)  # fmt: skip


def main(dist: str, url: str, out: str) -> None:
    room.check_round_trip = lambda *_: ()  # it has tests of its own, and takes a second
    stage = Stage(Path(dist), url)
    Path(out).write_text(json.dumps({scene.__name__: scene(stage) for scene in SCENES}), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
