"""What an output form is: the findings and the report of a check or a run, written in one way.

A new one is a module beside this with its `write`, and a line in `forms.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from audit.report.summary import Outcome

if TYPE_CHECKING:
    import pyarrow as pa

Findings = Iterable["pa.RecordBatch | pa.Table"]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check or a run decided: the `facts` as schemas/report.v1.json has them, and the words of the call.

    `path` is where its tables are, if any were written.
    """

    facts: Mapping[str, Any]
    outcome: Outcome
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of output: its name, the end of the names of files in it, and what writes it.

    `write` gets all findings, in batches of the table's columns that come from disk: it must not hold all of them, nor
    show a text of the corpus with what a terminal or a runner obeys, or a key in it (audit.text.visible, .secret).
    """

    name: str
    suffix: str
    write: Callable[[Findings, Report, TextIO], None]
