"""Findings as passed to output formats: escaped, with file and position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from audit.finding import Severity
from audit.read.compression import without_compression
from audit.report.output_format import Findings, Report
from audit.text.ids import container_of
from audit.text.secret import without_secrets
from audit.text.visible import visible

LONGEST: Final = 500
# Names of waiver faults, which take the place of a rule code, contain other characters than codes. Their id is the file
# of settings.
_OWN_NAMES: Final = "-waiver"


@dataclass(frozen=True, slots=True)
class OutputFinding:
    """A finding with visible, bounded texts without secrets.

    `path` is its file; `line` and `column` are None if unknown, their ends if the column is. `octets` are first byte
    and byte count in the file. `waiver` says who accepted it.
    """

    fingerprint: str
    code: str
    severity: Severity
    path: str
    id: str
    message: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    octets: tuple[int, int] | None = None
    is_new: bool = False
    waiver: str | None = None

    @property
    def place(self) -> str:
        """Return path, line and column in the style of compilers, escaped."""
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([visible(self.path), *numbers])


def output_findings(findings: Findings, report: Report) -> Iterator[OutputFinding]:
    """Yield the findings for output."""
    for batch in findings:
        for row in batch.to_pylist():
            yield _output_finding(row, report)


def _output_finding(row: Mapping[str, Any], report: Report) -> OutputFinding:
    is_own = row["code"].endswith(_OWN_NAMES)
    path = row["id"] if is_own else report.locations.path(row["id"])
    start, end = row["byte_start"], row["byte_end"]
    # In a compressed file byte offsets refer to the decompressed content.
    is_of_file = container_of(row["id"]) is None and without_compression(path) == path.lower()
    return OutputFinding(
        fingerprint=row["fingerprint"],
        code=row["code"],
        severity=row["severity"],
        path=path,
        id=visible(row["id"], LONGEST),
        message=_message(row),
        line=row.get("line"),
        column=row.get("column"),
        end_line=row.get("end_line"),
        end_column=row.get("end_column"),
        octets=(start, end - start) if start is not None and is_of_file else None,
        is_new=row.get("state") == "new",
        waiver=visible(waiver, LONGEST) if (waiver := row.get("waiver")) else None,
    )


def _message(row: Mapping[str, Any]) -> str:
    message, seen = row["message"], row["evidence"]
    record = f"{row['id']}: " if container_of(row["id"]) is not None else ""
    shown = f" Seen: {without_secrets(seen)}" if seen else ""
    return visible(f"{record}{message}{shown}", LONGEST)
