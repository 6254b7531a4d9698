"""What an output form is: the findings and the report of a check or a run, written in one way.

A new one is a module beside this with its `write`, and a line in `forms.py`.
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

NOWHERE: Final = Locations("")
Findings = Iterable["pa.RecordBatch | pa.Table"]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check or a run decided: the `facts` as schemas/report.v1.json has them, and the words of the call.

    `path` is where its tables are, if any were written; `locations` are where the ids of findings lead to.
    """

    facts: Mapping[str, Any]
    outcome: Outcome
    path: Path | str | None = None
    locations: Locations = NOWHERE


@dataclass(frozen=True, slots=True)
class Form:
    """A form of output: its name, the end of the names of files in it, and what writes it.

    `also` are other ends of names that mean it.

    `write` gets all findings, in batches of the table's columns that come from disk (audit.gate.listed adds `state` and
    `waiver`): it must not hold all of them, nor show a text of the corpus with what a terminal or a runner obeys, or a
    key in it (audit.text.visible, .secret).
    """

    name: str
    suffix: str
    write: Callable[[Findings, Report, TextIO], None]
    also: tuple[str, ...] = ()
