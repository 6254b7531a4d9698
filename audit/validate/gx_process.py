"""The only module that imports great-expectations, run as a child process.

The import costs 2 s and 160 MiB; a child pays it while the parent reads texts, and frees it on exit. The program
imports nothing from this package, so that it can be started by its path.

A line on stdin is the path of a request: {"frame": path of an Arrow IPC file, "rows": its rows, "suite": the plain
suite}. A line on stdout answers it: {"version", "built": rule codes, "evaluated": count, "results": [...]} or
{"refused": sentence}. The parent interprets and verifies the answers (`verdict`).
"""

from __future__ import annotations

import gc
import importlib.machinery
import importlib.util
import json
import os
import re
import signal
import sys
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    import pandas as pd

# Request counts only; `rulebook.failing` lists the failing rows.
_RESULT_FORMAT: Final = {"result_format": "BASIC", "partial_unexpected_count": 0}
# Cells judged at once; with 8 bytes each and four copies inside great-expectations, 32 MiB.
_CELLS: Final = 1 << 20
# Optional imports of great-expectations that pandas frames do not need: Spark alone takes a second, and a broken
# installation would end the process.
_UNASKED: Final = frozenset(
    ("azure", "boto3", "databricks", "google", "openpyxl", "pyspark", "snowflake", "sqlalchemy", "trino")
)
# Imports used only by expectations that no rule uses, deferred until needed: half a second.
_LATER: Final = frozenset({"altair", "scipy.stats"})
# For an expectation or a configuration, by its address: itself, so that the address stays its own, and its counterpart.
_BUILT: dict[int, tuple[Any, Any]] = {}
# Types of the arguments of rules.
_PLAIN: Final = frozenset((bool, float, int, list, str, type(None)))
STDOUT: Final = 1
STDERR: Final = 2
# The argument for a run in the background of a script, which ignores Ctrl-C: its judge does so, too.
IGNORE_INTERRUPTS: Final = "--ignore-interrupts"
# The class name at the start of a traceback's last lines; only the tail is searched, since messages may be megabytes.
_EXCEPTION: Final = re.compile(r"^(?:\w+\.)*(\w+(?:Error|Exception))\b", re.MULTILINE)
_TAIL: Final = 4_000


def main() -> int:
    """Answer requests until stdin ends; return the exit code."""
    if IGNORE_INTERRUPTS in sys.argv:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.meta_path.insert(0, SparedPackages())
    with _own_stdout() as answers:
        for answer in serve(sys.stdin):
            answers.write(json.dumps(answer, allow_nan=False) + "\n")
            answers.flush()
    return 0


def _own_stdout() -> TextIO:
    """Return the real stdout and replace it by stderr, since parts of great-expectations print."""
    answers = os.fdopen(os.dup(STDOUT), "w", encoding="utf-8")
    os.dup2(STDERR, STDOUT)
    return answers


def serve(requests: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield an answer per request line; great-expectations is imported at once, before the first."""
    # Imported objects live for good: freezing them saves a tenth of the import and all later collections over them.
    gc.disable()
    _share_validators()
    import great_expectations  # noqa: F401 at once: this is what takes the seconds

    _build_once()
    gc.freeze()
    gc.enable()
    for line in requests:
        yield _answer(json.loads(Path(line.rstrip("\n")).read_text(encoding="utf-8")))


def _share_validators() -> None:
    """Have models share the values that describe inherited fields: deep copies took a sixth of the import."""
    try:
        from pydantic.v1.class_validators import Validator
        from pydantic.v1.fields import FieldInfo
    except ImportError:
        return
    FieldInfo.__deepcopy__ = lambda self, _: copy(self)  # type: ignore[attr-defined]
    Validator.__deepcopy__ = lambda self, _: self  # type: ignore[attr-defined]


def _build_once() -> None:
    """Make an expectation and its configuration build each other, and arguments of metrics their id, once.

    It saves three quarters of the time of a verdict: each metric asks anew. Readers of either do not modify it. What is
    kept lives as long as the suite that it belongs to (`_BUILT`).
    """
    from great_expectations.core.id_dict import IDDict
    from great_expectations.expectations.expectation import Expectation
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    built = getattr(getattr(Expectation, "configuration", None), "fget", None)
    read = getattr(ExpectationConfiguration, "to_domain_obj", None)
    computed = getattr(IDDict, "to_id", None)
    if built is None or read is None or computed is None:
        # Another version, which may not need it.
        return
    ids: dict[str, Any] = {}

    def configuration(self: Expectation) -> Any:  # noqa: ANN401 untyped
        if id(self) not in _BUILT:
            made = built(self)
            _BUILT[id(self)], _BUILT[id(made)] = (self, made), (made, self)
        return _BUILT[id(self)][1]

    def to_domain_obj(self: ExpectationConfiguration) -> Any:  # noqa: ANN401 untyped
        if id(self) not in _BUILT:
            _BUILT[id(self)] = self, read(self)
        return _BUILT[id(self)][1]

    def to_id(self: IDDict, *keys: Any, **named: Any) -> Any:  # noqa: ANN401 untyped
        # A frame is not written out in full, as arguments of rules are.
        if keys or named or not _PLAIN.issuperset(map(type, self.values())):
            return computed(self, *keys, **named)
        told = repr(self)
        if told not in ids:
            ids[told] = computed(self)
        return ids[told]

    Expectation.configuration = property(configuration)
    ExpectationConfiguration.to_domain_obj = to_domain_obj
    IDDict.to_id = to_id


class SparedPackages(importlib.machinery.PathFinder):
    """An import hook that hides the packages _UNASKED and defers the modules _LATER until an attribute is used."""

    @classmethod
    def find_spec(
        cls, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Raise ModuleNotFoundError for what is hidden; return a lazy module for the deferred, None for all else."""
        if name in _UNASKED:
            raise ModuleNotFoundError(f"the judge must not import {name}", name=name)
        if name not in _LATER or (found := super().find_spec(name, path, target)) is None or found.loader is None:
            return None
        found.loader = importlib.util.LazyLoader(found.loader)
        return found


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    import great_expectations as gx

    parts: list[dict[str, Any]] = []
    for some in portions_of(request["suite"]["expectations"], request["rows"]):
        try:
            suite = gx.ExpectationSuite(name=request["suite"]["name"], expectations=some)
        except (gx.exceptions.GreatExpectationsError, TypeError, ValueError) as error:
            return {"refused": f"{type(error).__name__}: {error}"}
        frame = _load(request["frame"], sorted({line["kwargs"]["column"] for line in some}))
        parts.append(_evaluate(suite, frame))
        _BUILT.clear()
        # great-expectations leaves cyclic garbage that holds the frame; uncollected, it would grow to all columns.
        del frame
        gc.collect()
    return {
        "version": gx.__version__,
        "built": [code for part in parts for code in part["built"]],
        "evaluated": sum(part["evaluated"] for part in parts),
        "results": [result for part in parts for result in part["results"]],
    }


def portions_of(expectations: list[dict[str, Any]], rows: int) -> Iterator[list[dict[str, Any]]]:
    """Yield the suite in portions of few columns, since great-expectations copies a frame several times."""
    by_column = sorted(expectations, key=lambda line: str(line["kwargs"]["column"]))
    size = max(1, _CELLS // max(1, rows))
    for start in range(0, len(by_column), size):
        yield by_column[start : start + size]


def _evaluate(suite: Any, frame: pd.DataFrame) -> dict[str, Any]:  # noqa: ANN401 untyped
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    # A new context, since an old one's engine keeps its frames and metrics. It would write itself as YAML at each step.
    context = gx.get_context(mode="ephemeral")
    context._save_project_config = lambda: None  # noqa: SLF001 it has no place to save to
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
    # Not a validation definition, which would serialise everything to YAML and JSON.
    found = batch.validate(suite, result_format=_RESULT_FORMAT)
    return {
        "built": [expectation.meta["rule"] for expectation in suite.expectations],
        "evaluated": found.statistics["evaluated_expectations"],
        "results": [_plain(result) for result in found.results],
    }


def _load(path: str, columns: list[str]) -> pd.DataFrame:
    """Return the columns: strings as Arrow arrays, numbers as numpy arrays.

    great-expectations compares int64 and float64 of numpy vectorised, anything else value by value.
    """
    import pandas as pd
    import pyarrow as pa

    with pa.OSFile(path) as file:
        schema = pa.ipc.open_file(file).schema
        wanted = pa.ipc.IpcReadOptions(included_fields=[schema.get_field_index(name) for name in columns])
        table = pa.ipc.open_file(file, options=wanted).read_all()
        frame: pd.DataFrame = table.to_pandas(types_mapper={pa.string(): pd.ArrowDtype(pa.string())}.get)
        return frame


def _plain(result: Any) -> dict[str, Any]:  # noqa: ANN401 untyped
    # Not to_json_dict, which copies and serialises everything, for a tenth of the time of a verdict.
    counts = result.result or {}
    return {
        "rule": result.expectation_config.meta["rule"],
        "success": result.success,
        "rows": counts.get("element_count"),
        "unexpected": counts.get("unexpected_count"),
        "exception": exception_name(result.exception_info or {}),
    }


def exception_name(info: dict[str, Any]) -> str | None:
    """Return the class of the exception inside an expectation, or None.

    The information is flat, or one table per failed metric; its traceback contains local paths and is dropped.
    """
    for entry in (info, *info.values()):
        if isinstance(entry, dict) and entry.get("raised_exception"):
            named = _EXCEPTION.findall(str(entry.get("exception_traceback"))[-_TAIL:])
            return named[-1] if named else "an exception"
    return None


if __name__ == "__main__":
    sys.exit(main())
