"""The document meant by a name that is not its id: the end of its path, a longer path, a record's identifier."""

from __future__ import annotations

from typing import Final

import polars as pl

from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.text.visible import visible

# What a record states of itself.
_STATED: Final = ("record_id", "url")
_NAMED: Final = 5
_LONGEST: Final = 120


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
