"""The judge: great-expectations in a child process, started early, asked once per frame."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, Self

import pyarrow as pa

from audit.errors import DefectError, UsageError
from audit.rulebook.failing import Measures, slim
from audit.text.visible import visible
from audit.validate.suite import Suite, parse_suite, suite_of
from audit.validate.verdict import Validation, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.rule import Rule, Scope

_DOOR: Final = Path(__file__).with_name("door.py")
# -P: a file pandas.py in the user's folder must not be imported as pandas. Warnings would only pile up unread.
_COMMAND: Final = ("-P", "-W", "ignore", str(_DOOR))
# Arrow's own pool keeps what was freed: 70 MiB after 200,000 rows.
_ENVIRONMENT: Final = {"GX_ANALYTICS_ENABLED": "false", "ARROW_DEFAULT_MEMORY_POOL": "system"}
# The frame is written in pieces: whole, its 64-bit columns would double the measures' memory in this process.
_ROWS: Final = 1 << 14
# How much of a dead judge's last words is worth reading, and how long it may take to be dead, in seconds.
_LAST_LINES: Final = 5
_LINE: Final = 200
_PATIENCE: Final = 10


class Judge:
    """great-expectations, waiting in a child process; a context manager that ends it.

    Starting costs nothing here: the child imports while the parent goes on. `close` ends it whatever it does.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> Self:
        """Start the child, unless it runs, and return at once."""
        if self._child is None:
            self._folder = TemporaryDirectory(prefix="corpus-audit-judge-")
            with self._path("stderr").open("wb") as talk:
                self._child = subprocess.Popen(  # noqa: S603 our own interpreter and our own file
                    [sys.executable, *_COMMAND],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=talk,
                    env={**os.environ, **_ENVIRONMENT},
                )
        return self

    def close(self) -> None:
        """End the child and remove its files; closing twice is fine."""
        child, folder = self._child, self._folder
        self._child = self._folder = None
        if child is not None:
            # It has nothing to lose, and an import takes seconds to answer to anything milder.
            child.kill()
            child.communicate()
        if folder is not None:
            folder.cleanup()

    def verdict(self, rules: Sequence[Rule], measures: Measures, metrics: pa.Table) -> tuple[Validation, ...]:
        """Return the verdicts on the documents and on the corpus; a scope without rules is left out.

        Raises as `validate` does; no rules at all are an empty suite.
        """
        parse_suite(suite_of(rules))
        frames: dict[Scope, Measures] = {"document": measures, "corpus": metrics}
        chosen = {scope: [rule for rule in rules if rule.scope == scope] for scope in frames}
        return tuple(self.validate(frames[s], suite_of(some, name=s)) for s, some in chosen.items() if some)

    def validate(self, measures: Measures, suite: Suite) -> Validation:
        """Return great-expectations' verdict on the columns of `measures` that the plain `suite` names.

        Raises UsageError for a suite that cannot be judged (empty, unknown type, bad keyword) and a full disk;
        DefectError for a missing column, a lost rule, an exception inside an expectation, a count unlike ours,
        and a dead judge.
        """
        asked = parse_suite(suite)
        self.start()
        path = self._path("frame.arrow")
        try:
            _write(measures, [a.expectation.column for a in asked], path)
        except OSError as error:
            raise UsageError(
                f"{path} cannot be written: {error}; free some space, or set TMPDIR to a roomier place"
            ) from error
        plain = {"name": str(suite["name"]), "expectations": suite["expectations"]}
        answer = self._ask({"frame": str(path), "rows": len(measures), "suite": plain})
        path.unlink()
        return verdict(str(suite["name"]), asked, measures, answer)

    def _path(self, name: str) -> Path:
        if self._folder is None:
            raise DefectError("the judge was asked before it was started; this is a defect of corpus-audit")
        return Path(self._folder.name, name)

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            raise DefectError("the judge was asked before it was started; this is a defect of corpus-audit")
        try:
            child.stdin.write(json.dumps(request, allow_nan=False).encode() + b"\n")
            child.stdin.flush()
            answer = json.loads(child.stdout.readline())
        except (BrokenPipeError, ValueError) as error:
            raise self._dead(child) from error
        if not isinstance(answer, dict):
            raise self._dead(child)
        return answer

    def _dead(self, child: subprocess.Popen[bytes]) -> DefectError:
        try:
            ended = f"ended with code {child.wait(_PATIENCE)}"
        except subprocess.TimeoutExpired:
            ended = "answered nonsense"
        lines = self._path("stderr").read_text(encoding="utf-8", errors="replace").strip().splitlines()[-_LAST_LINES:]
        words = " | ".join(visible(line.strip(), _LINE) for line in lines) or "none"
        return DefectError(
            f"great-expectations, which judges, {ended} before it gave a verdict; its last words: {words}; "
            "nothing was judged: see that it can be imported and that memory suffices, else please report this"
        )


def _write(measures: Measures, columns: Sequence[str], path: Path) -> None:
    schema = _arrow(measures.slice(0, 0), columns).schema
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for start in range(0, len(measures), _ROWS):
            writer.write_table(_arrow(measures.slice(start, _ROWS), columns))


def _arrow(measures: Measures, columns: Sequence[str]) -> pa.Table:
    table = slim(measures, columns).to_arrow()
    small = {pa.large_string(): pa.string()}
    return table.cast(pa.schema([field.with_type(small.get(field.type, field.type)) for field in table.schema]))
