"""`audit.rules`, `audit.schema` and `audit.explain`: what holds, and why something was decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit.contract import contracts
from audit.errors import UsageError
from audit.machine import refuse_trouble
from audit.release.version import newest
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.rulebook.page import in_words, page
from audit.text.visible import visible
from audit.verbs.twins import twins

# A release keeps its evidence in audit/ and its shards in folders; a check keeps all side by side.
_PLACES = ("{name}.parquet", "audit/{name}.parquet", "{name}/*.parquet")


def rules() -> list[dict[str, Any]]:
    """Return every rule as plain values, in order of code."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "scope": rule.scope,
            "type": rule.expectation.type,
            "column": rule.expectation.column,
            "kwargs": dict(rule.expectation.kwargs),
            "mostly": rule.expectation.mostly,
            "in_words": in_words(rule),
            "what": rule.page.what,
        }
        for rule in sorted(RULES, key=lambda r: r.code)
    ]


def schema(name: str | None = None) -> dict[str, Any]:
    """Return the contracts by name, or the one called `name`; raises UsageError when there is none of that name."""
    all_of_them = contracts()
    if name is None:
        return all_of_them
    if name not in all_of_them:
        raise UsageError(f"there is no contract {visible(name, 60)}; there is {', '.join(all_of_them)}")
    return {name: all_of_them[name]}


def explain(subject: str, folder: str | Path | None = None) -> dict[str, Any]:
    """Return the page of the rule with this code or name, or all that was decided about the document with this id.

    `folder` is a release or the output of a check; without it the newest releases below dist/ are asked.
    Raises UsageError when there is no such rule or document.
    """
    if folder is None:
        folder = None if _is_rule(subject) else _release_with(subject)
    if folder is None:
        rule = find(RULES, subject)
        return {"code": rule.code, "name": rule.name, "page": page(rule)}
    told_in = _newest_in(Path(folder))
    ledger = _rows(told_in, "ledger", subject)
    if not ledger:
        raise UsageError(
            f"no input in {told_in} has the id {visible(subject, 120)}: ids are paths below the input folder"
        )
    return {"ledger": ledger[0], **_told(told_in, subject)}


def _told(folder: Path, id: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "document": next(iter(_rows(folder, "documents", id)), None),
        "blocks": _rows(folder, "blocks", id),
        "measures": next(iter(_rows(folder, "measures", id)), None),
        "findings": _rows(folder, "findings", id),
        "duplicates": _rows(folder, "duplicates", id, ("a", "b")),
        # A folder of an earlier version has no such table.
        "suspects": _rows(folder, "suspects", id, ("id", "spun_of")) if _files(folder, "suspects") else [],
    }
    return found | {"twins": twins(id, found, lambda name, other: _rows(folder, name, other))}


def _is_rule(subject: str) -> bool:
    return any(subject.strip().lower() in (rule.code.lower(), rule.name) for rule in RULES)


def _release_with(id: str) -> Path | None:
    """Return the newest release of a dataset below dist/ in the working folder that knows the document, if any."""
    for home in sorted(Path("dist").glob("*")):
        version = newest(home)
        if version and _rows(home / str(version), "ledger", id):
            return home / str(version)
    return None


def _newest_in(folder: Path) -> Path:
    """Return `folder`, or the newest release in it when it is dist/NAME."""
    version = newest(folder)
    return folder / str(version) if version else folder


def _files(folder: Path, name: str) -> list[Path]:
    return next((found for place in _PLACES if (found := sorted(folder.glob(place.format(name=name))))), [])


def _rows(folder: Path, name: str, id: str, columns: tuple[str, ...] = ("id",)) -> list[dict[str, Any]]:
    files = _files(folder, name)
    if not files:
        raise UsageError(f"{folder} holds no table {name}: name a release, or a folder written by audit check --out")
    rows: list[dict[str, Any]] = []
    for file in files:
        wanted = pc.field(columns[0]) == id
        for column in columns[1:]:
            wanted |= pc.field(column) == id
        try:
            rows += pq.read_table(file, filters=wanted).to_pylist()
        except (OSError, pa.ArrowException) as error:
            refuse_trouble(error, file)
            raise UsageError(f"{file} cannot be read ({type(error).__name__}): make it again, or fetch it") from error
    return rows
