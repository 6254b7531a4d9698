"""A process that has imported what a release needs, and forks a child for each call of the program.

A child does what the command `audit` does, with one verb more: `put DIST DRAFT` releases tables that are made here.
It begins stopped where that is asked for, so that whoever wants to trace it misses nothing and sees no import.
Calls come as lines of JSON, answers go as lines: the number of the child, or the code it ended with.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click
import datasets  # noqa: F401 the card is checked with it, and a second of import is not what is disturbed

from audit.__main__ import main
from audit.cli import audit as program
from audit.hidden_packages import hide
from audit.release.plan import plan
from audit.release.release import release
from tests.release.conftest import ARTICLES, request_of, tables_of

NAME = "ports"


@click.command()
@click.argument("dist", type=Path)
@click.argument("draft")
def put(dist: Path, draft: str) -> int:
    """Release the same articles with one more, which says what `draft` says; the draft `first` has none more."""
    more = {} if draft == "first" else {"en/more.txt": ("More of the tram", [f"It is said: {draft}."])}
    asked = request_of(tables_of({**ARTICLES, **more}))
    found = len(asked.tables["ledger"][0])
    ledger = {**asked.report["ledger"], "published": found - 2}
    report = {**asked.report, "inputs": {"found": found}, "ledger": ledger}
    click.echo(str(release(plan(dist, NAME), replace(asked, report=report)).path))
    return 0


def serve() -> None:
    """Answer calls until there are no more."""
    hide("scipy")
    program.add_command(put)
    for line in sys.stdin:
        call = json.loads(line)
        answer = _code(call["wait"]) if "wait" in call else _begun(call)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _begun(call: dict[str, object]) -> int:
    child = os.fork()
    if child == 0:
        _be(call)
    return child


def _code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _be(call: dict[str, object]) -> NoReturn:
    code = 70
    try:
        for number, name in ((0, os.devnull), (1, call["out"]), (2, call["err"])):
            os.dup2(os.open(str(name), os.O_RDWR | os.O_CREAT), number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
        sys.argv = ["audit", *call["argv"]]  # type: ignore[misc]
        if call["stopped"]:
            os.kill(os.getpid(), signal.SIGSTOP)
        code = _ended()
    except BaseException:  # noqa: BLE001 a fork must not go on as the host
        traceback.print_exc()
    finally:
        os._exit(code)


def _ended() -> int:
    try:
        main()
    except SystemExit as stop:
        sys.stdout.flush()
        sys.stderr.flush()
        return int(stop.code or 0)
    return 70


if __name__ == "__main__":
    serve()
