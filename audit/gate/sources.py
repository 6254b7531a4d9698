"""Sources of baselines: a file of --update-baseline, or the report, output folder or release of an earlier run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from stat import S_ISREG
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.errors import UsageError
from audit.gate.baseline import Baseline, Known, read_baseline
from audit.hub.address import SCHEME, is_address
from audit.machine import raise_machine_error
from audit.release.lineage.yanked import leading
from audit.text.visible import visible
from audit.untrusted import MalformedError, items, mapping, read_json, text

Name = Callable[[str], str]
_COLUMNS: Final = ("fingerprint", "id", "code", "severity")
_TABLES: Final = ("findings.parquet", "audit/findings.parquet")
# Maximum size of a baseline file in bytes; a million entries take a tenth of it.
_LARGEST: Final = 1 << 30


def is_report(source: str) -> bool:
    """Return whether a baseline is the output of another run, which must not be overwritten."""
    path = Path(source)
    return is_address(source) or path.is_dir() or _begins_like_json(path)


def baseline_of(source: str, name: Name) -> Baseline:
    """Read the baseline from `source`; `name` maps the id of a document to its name in the repository.

    Besides a file of --update-baseline it may be a report with all findings, the folder of audit check --out, a
    release, a folder of releases, or hf://datasets/OWNER/NAME@REVISION. Raises UsageError if it is missing or none of
    these.
    """
    if is_address(source):
        return _read_folder(_fetch(source), source, name)
    path = Path(source)
    if path.is_dir():
        version = leading(path)
        return _read_folder(path / str(version) if version else path, source, name)
    raw = _read(path)
    if raw.lstrip()[:1] == b"{":
        return _in_report(raw, path, name)
    try:
        return read_baseline(raw.decode("utf-8"), visible(source))
    except UnicodeDecodeError as error:
        raise UsageError(f"the baseline {visible(source)} is not UTF-8 text: name another file") from error


def _begins_like_json(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(64).lstrip()[:1] == b"{"
    except OSError:
        return False


def _read(path: Path) -> bytes:
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            # A pipe would be waited for, and a device read without end.
            raise UsageError(f"the baseline {visible(str(path))} is not a file: name one written by --update-baseline")
        if found.st_size > _LARGEST:
            raise UsageError(f"{visible(str(path))} has more than {_LARGEST:,} bytes: too large for a baseline")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no baseline at {visible(str(path))}: check the path, or write one with --update-baseline"
        ) from error
    except OSError as error:
        raise_machine_error(error, path)
        raise UsageError(f"the baseline {visible(str(path))} cannot be read: {visible(str(error))}") from error


def _in_report(raw: bytes, path: Path, name: Name) -> Baseline:
    """Return the findings listed in a report, or those of the table beside it."""
    try:
        report = mapping(read_json(raw))
        if "all_findings" not in report:
            return _read_folder(path.parent, str(path), name)
        rows = [mapping(row) for row in items(report["all_findings"])]
        if "gate" in report and mapping(report["gate"]).get("baseline"):
            raise UsageError(f"{visible(str(path))} lists only new findings: give the baseline it was compared with")
        return _known_findings(([text(row.get(column)) for column in _COLUMNS] for row in rows), _missed(report), name)
    except MalformedError as error:
        raise UsageError(f"{visible(str(path))} is not a report of a run: {error}") from error


def _read_folder(folder: Path, source: str, name: Name) -> Baseline:
    file = next((folder / place for place in _TABLES if (folder / place).is_file()), None)
    if file is None:
        raise UsageError(
            f"{visible(source)} contains no findings: name a file written by --update-baseline, a report written by "
            "--to FILE.json, a folder written by audit check --out, or a release"
        )
    report = file.with_name("report.json")
    try:
        table = pq.read_table(file, columns=list(_COLUMNS))
        columns = [table[column].cast(pa.string()).to_pylist() for column in _COLUMNS]
        missed = _missed(mapping(read_json(_read(report)))) if report.is_file() else frozenset()
        return _known_findings(([text(value) for value in row] for row in zip(*columns, strict=True)), missed, name)
    except (OSError, KeyError, pa.ArrowException, MalformedError) as error:
        raise_machine_error(error, file)
        raise UsageError(f"{visible(str(file))} is not a table of findings: fetch or create it again") from error


def _missed(report: Any) -> frozenset[str]:  # noqa: ANN401 parsed here
    rules = [mapping(rule) for rule in items(report.get("rules", []))]
    return frozenset(text(rule.get("code")) for rule in rules if rule.get("met") is False)


def _known_findings(rows: Iterable[list[str]], missed: frozenset[str], name: Name) -> Baseline:
    counts: Counter[tuple[str, str, str]] = Counter()
    for fingerprint, id, code, _ in rows:
        counts[fingerprint, name(id), code] += 1
    return Baseline(tuple(Known(*key, count) for key, count in sorted(counts.items())), missed)


def _fetch(source: str) -> Path:
    """Return a folder with the findings of a dataset revision on the Hub."""
    from audit.release.card.huggingface import fetch

    repository, _, revision = source.removeprefix(SCHEME).partition("@")
    try:
        return fetch(repository, revision or None, ("audit/findings.parquet", "audit/report.json"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{visible(source)} cannot be fetched: {visible(str(error), 300)}") from error
