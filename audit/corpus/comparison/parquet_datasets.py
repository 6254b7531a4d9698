"""Parquet files as one side of a comparison, read in place: a dataset, or the tables of a check."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from audit.corpus.comparison.splits import TRAIN, path_patterns, split_of_file
from audit.differences.keys import BODY
from audit.differences.snapshot import Snapshot, StoredTable
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.read.containers.column_names import TEXT_COLUMNS
from audit.read.readers import is_data
from audit.read.walk import walk
from audit.release.card.huggingface import read_front_matter
from audit.release.card.page import CARD
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, LEDGER
from audit.text.visible import visible

_SUFFIX: Final = ".parquet"


def is_parquet(path: Path) -> bool:
    """Return whether a file starts with the magic bytes of Parquet."""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PAR1"
    except OSError:
        return False


def of_file(path: Path, name: str) -> Snapshot:
    """Return one Parquet file as a dataset with a single split."""
    return _snapshot(((TRAIN, path.resolve()),), name)


def of_check(folder: Path, name: str) -> Snapshot | None:
    """Return the tables that a check or a parse wrote into `folder`; None if there are none."""
    if not _table(folder, DOCUMENTS.name).is_file():
        return None
    blocks, findings, duplicates, ledger = (
        _stored(folder, table.name) for table in (BLOCKS, FINDINGS, DUPLICATES, LEDGER)
    )
    found = _snapshot(((TRAIN, _table(folder, DOCUMENTS.name)),), name)
    return replace(found, blocks=blocks, findings=findings, duplicates=duplicates, ledger=ledger)


def of_folder(folder: Path, name: str) -> Snapshot | None:
    """Return the Parquet files below `folder` as a dataset, using the default configuration of several.

    None if there are no data files or they are not Parquet.
    """
    paths = sorted(os.fsdecode(entry.path) for entry in walk(folder) if entry.refusal is None)
    data = [path for path in paths if is_data(path)]
    patterns = tuple(_patterns(folder))
    if patterns:
        data = [path for path in data if any(fnmatchcase(path, pattern) for _, pattern in patterns)]
    if not data or not all(path.endswith(_SUFFIX) for path in data):
        return None
    # The Hub client's cache stores files as links to outside the folder.
    return _snapshot(tuple((split_of_file(path, patterns) or TRAIN, (folder / path).resolve()) for path in data), name)


def _patterns(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield split and pattern of the files of the card's default configuration."""
    try:
        configs = read_front_matter(folder / CARD).get("configs")
    except (OSError, ValueError):
        return
    described = [each for each in configs if isinstance(each, Mapping)] if isinstance(configs, list) else []
    default = next((each for each in described if each.get("default") is True), next(iter(described), None))
    yield from _splits(default.get("data_files") if default else None)


def _splits(files: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 what YAML holds
    if isinstance(files, Mapping):
        files = [{"split": split, "path": path} for split, path in files.items()]
    for entry in files if isinstance(files, list) else []:
        if isinstance(entry, Mapping) and isinstance(entry.get("split"), str):
            yield from ((entry["split"], pattern) for pattern in path_patterns(entry.get("path")))


def _table(folder: Path, name: str) -> Path:
    return folder / f"{name}{_SUFFIX}"


def _stored(folder: Path, name: str) -> StoredTable | None:
    path = _table(folder, name)
    return StoredTable(((TRAIN, path),)) if path.is_file() else None


def _snapshot(files: tuple[tuple[str, Path], ...], name: str) -> Snapshot:
    """Return the files as a dataset; the text column is ours, or one with a usual name."""
    columns = _schema(files, name)
    body = next((each for each in (BODY, *TEXT_COLUMNS) if each in columns.names), None)
    if body is None or not _is_text(columns.field(body).type):
        known = ", ".join(visible(each, 40) for each in columns.names[:20])
        raise UsageError(
            f"{visible(name)} has no text column named {BODY} or {' or '.join(TEXT_COLUMNS[:4])}, but {known}: rename "
            f"one, or read it with `audit parse {visible(name)} --text-column NAME --out DIR`"
        )
    called = {} if body == BODY else {BODY: body}
    notes = (f"{name}: {body} is used as the body",) if called else ()
    return Snapshot(name=name, documents=StoredTable(files, called), notes=notes)


def _schema(files: tuple[tuple[str, Path], ...], name: str) -> pa.Schema:
    try:
        return StoredTable(files).schema
    except (pa.ArrowException, OSError) as error:
        raise_machine_error(error, name)
        raise UsageError(
            f"{visible(str(files[0][1]))} is not a complete Parquet file ({type(error).__name__})"
        ) from error


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))
