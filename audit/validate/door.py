"""The door to great-expectations: the one module that imports it, run as a program of its own.

Its import costs 2 s and 160 MiB; here it happens in a child while the parent reads texts, and leaves with it.
The program imports nothing of this package, so that it runs by its path, wherever it was started.

A line on stdin is the path of a request: {"frame": path of an Arrow IPC file, "rows": its rows, "suite": the plain
suite}. One answer a line on stdout: {"version", "built": rule codes, "evaluated": count, "results": [...]} or
{"refused": sentence}.
What the answers mean, and whether they can be trusted, is decided by the parent (`verdict`).
"""

from __future__ import annotations

import gc
import importlib.machinery
import importlib.util
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    import pandas as pd

# Counts and no values: the full lists of failing rows come from `rules.failing`.
_RESULT_FORMAT: Final = {"result_format": "BASIC", "partial_unexpected_count": 0}
# Cells judged at a time; at 8 bytes, and four copies of them inside great-expectations, 32 MiB.
_CELLS: Final = 1 << 20
# What great-expectations imports where it is installed, and pandas frames need none of: Spark alone takes a second, and
# a broken one ends the process.
_UNASKED: Final = frozenset(
    ("azure", "boto3", "databricks", "google", "openpyxl", "pyspark", "snowflake", "sqlalchemy", "trino")
)
# What it imports for expectations that no rule of ours uses: half a second, when one of them is asked after all.
_LATER: Final = frozenset({"altair", "scipy.stats"})
STDOUT: Final = 1
STDERR: Final = 2
# The class at the start of a traceback's last lines; the tail keeps a message of megabytes from being searched.
_EXCEPTION: Final = re.compile(r"^(?:\w+\.)*(\w+(?:Error|Exception))\b", re.MULTILINE)
_TAIL: Final = 4_000


def main() -> int:
    """Answer requests until stdin ends; return the exit code."""
    sys.meta_path.insert(0, _Spared())
    with _own_stdout() as answers:
        for answer in serve(sys.stdin):
            answers.write(json.dumps(answer, allow_nan=False) + "\n")
            answers.flush()
    return 0


def _own_stdout() -> TextIO:
    """Return the real stdout, and leave stderr in its place: parts of great-expectations print."""
    answers = os.fdopen(os.dup(STDOUT), "w", encoding="utf-8")
    os.dup2(STDERR, STDOUT)
    return answers


def serve(requests: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield an answer for each request line; great-expectations is imported at once, before the first."""
    # What is imported is here to stay: no collection looks at it, neither now, which is a tenth of the time, nor below.
    gc.disable()
    import great_expectations  # noqa: F401 at once: this is what takes the seconds

    _build_once()
    gc.freeze()
    gc.enable()
    for line in requests:
        yield _answer(json.loads(Path(line.rstrip("\n")).read_text(encoding="utf-8")))


def _build_once() -> None:
    """Have an expectation build its configuration once for all arguments of a metric: else it does so for each of them.

    That is a third of the time of a verdict. What asks for the arguments only reads it.
    """
    from great_expectations.expectations.expectation import Expectation

    built = getattr(getattr(Expectation, "configuration", None), "fget", None)
    asked = getattr(Expectation, "_get_runtime_kwargs", None)
    if built is None or asked is None:
        # Another version, which may do better.
        return
    held: list[Any] = [None, None]

    def configuration(self: Expectation) -> Any:  # noqa: ANN401 untyped
        return held[1] if held[0] is self else built(self)

    def runtime_kwargs(self: Expectation, runtime_configuration: dict[str, Any] | None = None) -> Any:  # noqa: ANN401
        held[:] = self, built(self)
        try:
            return asked(self, runtime_configuration)
        finally:
            held[:] = None, None

    Expectation.configuration = property(configuration)
    Expectation._get_runtime_kwargs = runtime_kwargs  # noqa: SLF001 no other place to say so


class _Spared(importlib.machinery.PathFinder):
    """Keeps the packages _UNASKED out of this process, and runs the modules _LATER when something is asked of them."""

    @classmethod
    def find_spec(
        cls, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name in _UNASKED:
            raise ModuleNotFoundError(f"the judge does without {name}", name=name)
        if name not in _LATER or (found := super().find_spec(name, path, target)) is None or found.loader is None:
            return None
        found.loader = importlib.util.LazyLoader(found.loader)
        return found


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    import great_expectations as gx

    parts: list[dict[str, Any]] = []
    for some in _portions(request["suite"]["expectations"], request["rows"]):
        try:
            suite = gx.ExpectationSuite(name=request["suite"]["name"], expectations=some)
        except (gx.exceptions.GreatExpectationsError, TypeError, ValueError) as error:
            return {"refused": f"{type(error).__name__}: {error}"}
        frame = _loaded(request["frame"], sorted({line["kwargs"]["column"] for line in some}))
        parts.append(_judged(suite, frame))
        # What great-expectations leaves behind is cyclic and holds the frame; unasked, it piles up to all columns.
        del frame
        gc.collect()
    return {
        "version": gx.__version__,
        "built": [code for part in parts for code in part["built"]],
        "evaluated": sum(part["evaluated"] for part in parts),
        "results": [result for part in parts for result in part["results"]],
    }


def _portions(expectations: list[dict[str, Any]], rows: int) -> Iterator[list[dict[str, Any]]]:
    """Yield the suite in portions of few columns: great-expectations copies a frame several times."""
    by_column = sorted(expectations, key=lambda line: str(line["kwargs"]["column"]))
    size = max(1, _CELLS // max(1, rows))
    for start in range(0, len(by_column), size):
        yield by_column[start : start + size]


def _judged(suite: Any, frame: pd.DataFrame) -> dict[str, Any]:  # noqa: ANN401 untyped
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    # A context of its own (8 ms): the engine of an old one keeps its frames, and the metrics it computed on them.
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
    # Not a definition of a validation: that stores all that it is made of, and its results, as YAML and JSON.
    found = batch.validate(suite, result_format=_RESULT_FORMAT)
    return {
        "built": [expectation.meta["rule"] for expectation in suite.expectations],
        "evaluated": found.statistics["evaluated_expectations"],
        "results": [_plain(result.to_json_dict()) for result in found.results],
    }


def _loaded(path: str, columns: list[str]) -> pd.DataFrame:
    """Return the columns: strings as Arrow holds them, numbers as numpy does.

    great-expectations compares numpy's int64 and float64 as a whole column, and anything else value by value.
    """
    import pandas as pd
    import pyarrow as pa

    with pa.OSFile(path) as file:
        held = pa.ipc.open_file(file).schema
        wanted = pa.ipc.IpcReadOptions(included_fields=[held.get_field_index(name) for name in columns])
        table = pa.ipc.open_file(file, options=wanted).read_all()
        frame: pd.DataFrame = table.to_pandas(types_mapper={pa.string(): pd.ArrowDtype(pa.string())}.get)
        return frame


def _plain(result: dict[str, Any]) -> dict[str, Any]:
    counts = result["result"]
    return {
        "rule": result["expectation_config"]["meta"]["rule"],
        "success": result["success"],
        "rows": counts.get("element_count"),
        "unexpected": counts.get("unexpected_count"),
        "exception": _exception(result.get("exception_info") or {}),
    }


def _exception(info: dict[str, Any]) -> str | None:
    """Return the class of the exception inside an expectation, or None.

    The information is flat, or one table per failed metric; its traceback holds this machine's paths and is left out.
    """
    for entry in (info, *info.values()):
        if isinstance(entry, dict) and entry.get("raised_exception"):
            named = _EXCEPTION.findall(str(entry.get("exception_traceback"))[-_TAIL:])
            return named[-1] if named else "an exception"
    return None


if __name__ == "__main__":
    sys.exit(main())
