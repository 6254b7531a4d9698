"""The interface of output formats: writers of findings and report of a check or a run.

A new format is a module here with a `write` function, and a line in `output_formats.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from audit.report.locations import Locations
from audit.report.summary import Outcome

if TYPE_CHECKING:
    import pyarrow as pa

NO_LOCATIONS: Final = Locations("")
Findings = Iterable["pa.RecordBatch | pa.Table"]


@dataclass(frozen=True, slots=True)
class Report:
    """The decisions of a check or a run: the `facts` of schemas/report.v1.json, and the command line.

    `path` is the folder of its tables, if written; `locations` map ids of findings to files.
    """

    facts: Mapping[str, Any]
    outcome: Outcome
    path: Path | str | None = None
    locations: Locations = NO_LOCATIONS


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """An output format: name, file suffix, and writer.

    `also` are alternative suffixes.

    `write` gets all findings, in batches from disk (with `state` and `waiver` from audit.gate.listed): it must neither
    hold all of them nor show text that is not escaped or contains secrets (audit.text.visible, .secret).
    """

    name: str
    suffix: str
    write: Callable[[Findings, Report, TextIO], None]
    also: tuple[str, ...] = ()
