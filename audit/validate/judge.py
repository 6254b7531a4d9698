"""The judge: verdicts of great-expectations on measured columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from audit.errors import UsageError
from audit.machine import is_machine_error, machine_error
from audit.rulebook.failing import Measures, slim
from audit.validate.failing_counts import MOST_ROWS, FailingCounts
from audit.validate.judge_process import JudgeProcess
from audit.validate.shared_process import open_process
from audit.validate.suite import Suite, parse_suite, suite_of
from audit.validate.verdict import Validation, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audit.rule import Rule, Scope

# The frame is written in chunks: as a whole, its 64-bit columns would double the memory of the measures here.
_ROWS: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class Judge:
    """Has the columns of measures judged by a process of great-expectations."""

    process: JudgeProcess

    def verdict(self, rules: Sequence[Rule], measures: Measures, metrics: pa.Table) -> tuple[Validation, ...]:
        """Return the verdicts on documents and corpus; a scope without rules is left out.

        Raises as `validate` does; no rules at all count as an empty suite.
        """
        parse_suite(suite_of(rules))
        frames: dict[Scope, Measures] = {"document": measures, "corpus": metrics}
        chosen = {scope: [rule for rule in rules if rule.scope == scope] for scope in frames}
        return tuple(self.validate(frames[s], suite_of(some, name=s)) for s, some in chosen.items() if some)

    def validate(self, measures: Measures, suite: Suite) -> Validation:
        """Return great-expectations' verdict on the columns of `measures` named by the plain `suite`.

        More than MOST_ROWS rows are judged by counts. Raises UsageError for an invalid suite (empty, unknown type, bad
        keyword) and a full disk; MachineError if the machine killed the child or it timed out; DefectError for a
        missing column, a lost rule, an exception inside an expectation, a count that differs from ours, and a crash of
        the child.
        """
        asked = parse_suite(suite)
        if len(measures) > MOST_ROWS:
            counts = FailingCounts.of(str(suite["name"]), asked, measures)
            return counts.verdict_on_documents(self.validate(counts.frame, counts.suite))
        self.process.start()
        path = self.process.path("frame.arrow")
        try:
            _write(measures, [a.expectation.column for a in asked], path)
        except OSError as error:
            if is_machine_error(error):
                raise machine_error(error, f"writing {path}") from error
            raise UsageError(
                f"{path} cannot be written: {error}; free some space, or set TMPDIR to a disk with more"
            ) from error
        plain = {"name": str(suite["name"]), "expectations": suite["expectations"]}
        answer = self.process.answer({"frame": str(path), "rows": len(measures), "suite": plain})
        path.unlink()
        return verdict(str(suite["name"]), asked, measures, answer)


@contextmanager
def open_judge() -> Iterator[Judge]:
    """Yield a judge that asks the shared process, or else one of its own, which ends with the block."""
    with open_process() as process:
        yield Judge(process)


def _write(measures: Measures, columns: Sequence[str], path: Path) -> None:
    schema = _arrow(measures.slice(0, 0), columns).schema
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for start in range(0, len(measures), _ROWS):
            writer.write_table(_arrow(measures.slice(start, _ROWS), columns))


def _arrow(measures: Measures, columns: Sequence[str]) -> pa.Table:
    table = slim(measures, columns).to_arrow()
    small = {pa.large_string(): pa.string()}
    return table.cast(pa.schema([field.with_type(small.get(field.type, field.type)) for field in table.schema]))
