"""`audit.rules`, `audit.schema` and `audit.explain`: the rules, the schemas, and the decisions about a document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl

from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.measure.measures import MEASURES
from audit.release.lineage.named import place_of
from audit.release.lineage.yanked import leading
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.rulebook.failing import slim, unmet
from audit.rulebook.page import claim, in_words, page, page_of
from audit.tables.table import Table
from audit.text.visible import visible
from audit.verbs.explained.twins import twins

# The columns about decoding: evidence, confidence, runner-up, and errors.
_DECODING: Final = (
    *("encoding", "encoding_source", "encoding_confidence", "encoding_declared", "encoding_runner_up", "bom"),
    *("mixed_encoding", "decode_errors", "superseded_codes", "repaired"),
)
# What a record states of itself.
_STATED: Final = ("record_id", "url")
_NAMED: Final = 5
_LONGEST: Final = 120


def rules() -> list[dict[str, Any]]:
    """Return all rules as plain values, ordered by code."""
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
            "what": page_of(rule).what,
        }
        for rule in sorted(RULES, key=lambda r: r.code)
    ]


def schema(name: str | None = None) -> dict[str, Any]:
    """Return the schemas by name, or the one called `name`; raises UsageError if there is none of that name."""
    from audit.contract import contracts

    all_of_them = contracts()
    if name is None:
        return all_of_them
    if name not in all_of_them:
        raise UsageError(f"there is no contract {visible(name, 60)}; available: {', '.join(all_of_them)}")
    return {name: all_of_them[name]}


def explain(subject: str, folder: str | Path | None = None) -> dict[str, Any]:
    """Return the page of the rule with this code or name, or the decisions about the document with this id.

    A document may also be named by the end of its path or by the whole path in a shell, and a record by the identifier
    or address that it states, if no other is called so.

    `folder` is a release (or NAME or NAME@1.0.0 in dist/) or the output of a check; the default is the newest releases
    below dist/. Raises UsageError if there is no such rule or document.
    """
    if folder is None:
        folder = None if _is_rule(subject) else _release_with(subject)
    if folder is None:
        if _is_path(subject):
            raise UsageError(
                f"no release in dist contains the document {visible(subject, 120)}: name a release, or a folder "
                "written by audit check --out, with --in; ids are paths below the folder that was checked"
            )
        rule = find(RULES, subject)
        return {"code": rule.code, "name": rule.name, "page": page(rule)}
    stored = StoredAudit.in_folder(place_of(folder))
    ledger = _ledger_rows(stored, subject) or stored.rows("ledger", the_one_meant(stored, subject))
    return {"ledger": ledger[0], **_decisions(stored, ledger[0]["id"])}


def _ledger_rows(stored: StoredAudit, id: str) -> list[dict[str, Any]]:
    """Return the ledger's row of an id, which may be given as messages show it: with controls escaped."""
    found = stored.rows("ledger", id)
    if found or "\\" not in id:
        return found
    meant = [each for each in stored.frame("ledger", ["id"])["id"] if visible(each) == id]
    return stored.rows("ledger", meant[0]) if len(meant) == 1 else []


def _decisions(stored: StoredAudit, id: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "document": next(iter(stored.rows("documents", id)), None),
        "blocks": stored.rows("blocks", id),
        "measures": next(iter(stored.rows("measures", id)), None),
        "findings": stored.rows("findings", id),
        "duplicates": stored.rows("duplicates", id, ("a", "b")),
        # Folders written by earlier versions lack this table.
        "suspects": stored.rows("suspects", id, ("id", "spun_of")) if stored.files("suspects") else [],
    }
    measures = found["measures"]
    found |= {"decoding": _decoding(measures), "judged": _judged(measures, MEASURES)}
    return found | {"twins": twins(id, found, stored.rows)}


def _is_rule(subject: str) -> bool:
    return any(subject.strip().lower() in (rule.code.lower(), rule.name) for rule in RULES)


def _is_path(subject: str) -> bool:
    return any(sign in subject for sign in "./#")


def _release_with(id: str) -> Path | None:
    """Return the newest release of a dataset below dist/ in the working folder that contains the document, if any."""
    for home in sorted(Path("dist").glob("*")):
        version = leading(home)
        if version and _ledger_rows(StoredAudit(home / str(version)), id):
            return home / str(version)
    return None


def _decoding(measures: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the decoding measures of a document; empty for an input that was not decoded."""
    return {name: measures[name] for name in _DECODING if name in measures} if measures else {}


def _judged(measures: Mapping[str, Any] | None, table: Table) -> list[dict[str, Any]]:
    """Return, by code, each document rule with the measured value, the expectation, and whether it is met.

    `measures` is the document's row of `table`; rules on missing columns are left out.
    """
    if not measures:
        return []
    row = pl.DataFrame(pl.Series(name, [measures[name]]) for name in measures if name in table.names)
    rules = [rule for rule in RULES if rule.scope == "document" and rule.expectation.column in row.columns]
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "column": rule.expectation.column,
            "value": measures[rule.expectation.column],
            "expects": claim(rule.expectation),
            "met": not unmet(rule.expectation, slim(row, [rule.expectation.column]))[0],
        }
        for rule in sorted(rules, key=lambda rule: rule.code)
    ]


def the_one_meant(stored: StoredAudit, subject: str) -> str:
    """Return the id of the one input that is called `subject`; raises UsageError, naming some, if there is not one."""
    ids = stored.frame("ledger", ["id"])["id"]
    name = subject.removeprefix("./").encode("utf-8", "replace").decode("utf-8")
    below = [name[at + 1 :] for at, sign in enumerate(name) if sign == "/"]
    of_paths = ids.filter(ids.str.ends_with(f"/{name}") | ids.is_in(pl.Series(below, dtype=pl.String).implode()))
    called = list(dict.fromkeys([*of_paths, *_of_records(stored, name)]))
    if len(called) == 1:
        return str(called[0])
    shown = visible(subject, _LONGEST)
    if called:
        raise UsageError(f"{len(called):,} inputs in {stored.folder} are called {shown}: {_some(called)}")
    like = ids.filter(ids.str.contains(name.rpartition("/")[2] or name, literal=True)).to_list()
    hint = f"; did you mean {_some(like)}?" if like else ""
    raise UsageError(f"no input in {stored.folder} has the id {shown}: ids are paths below the input folder{hint}")


def _of_records(stored: StoredAudit, name: str) -> list[str]:
    """Return the ids of the records that state `name` as their identifier or address."""
    files = stored.files("documents")
    columns = [each for each in _STATED if files and each in pl.read_parquet_schema(files[0])]
    return [row["id"] for row in stored.rows("documents", name, columns)] if columns else []


def _some(ids: list[str]) -> str:
    more = f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else ""
    return ", ".join(visible(id, _LONGEST) for id in ids[:_NAMED]) + more
