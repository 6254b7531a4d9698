"""`audit.history` and `audit.yank`: the versions of a dataset, and the withdrawal of one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from audit.errors import UsageError
from audit.release.lineage.history import VersionEntry
from audit.release.lineage.history import history as entries
from audit.release.lineage.named import home_of
from audit.release.lineage.yank import yank as take_back
from audit.release.version import parse_version
from audit.report.build import head
from audit.report.summary import Outcome
from audit.verbs.results.result import Result


def history(name: str, *, dist: str | Path = "dist") -> Result:
    """List the versions of a dataset, newest first: bump, counts, verdict, and yanks.

    `name` is that of a folder below `dist`, or the path of one. Raises UsageError if there is none.
    """
    home = home_of(name, Path(dist))
    found = entries(home)
    if not found:
        raise UsageError(
            f"{home} contains no release: name a dataset in --dist, or the path of its folder, as in ./{name}"
        )
    report = head("history") | {"name": name, "versions": [_plain(entry) for entry in found]}
    return Result(report, Outcome(f"audit history {name}", "no settings"), passed=True, path=home)


def yank(name: str, version: str, *, why: str, dist: str | Path = "dist") -> Result:
    """Withdraw a version of a dataset with the reason `why`, which replaces one given before.

    `name` is as in history. The folder of the version stays. The card of all versions points at the newest remaining
    one and warns of this one; audit.load warns when it is requested, and audit.verify reports it. Raises UsageError if
    there is no such version.
    """
    home, number = home_of(name, Path(dist)), parse_version(version)
    former = take_back(home, number, why)
    found = entries(home)
    leads = next((str(entry.version) for entry in found if entry.is_pointed_at), None)
    mine = next(entry for entry in found if entry.version == number)
    report = head("yank") | {
        "name": name, "version": version, "why": mine.yanked, "why_before": former.why if former else None,
        "is_new": former is None or former.why != mine.yanked, "points_at": leads,
    }  # fmt: skip
    return Result(report, Outcome(f"audit yank {name} {version}", "no settings"), passed=True, path=home)


def _plain(entry: VersionEntry) -> dict[str, Any]:
    parent = str(entry.parent) if entry.parent else None
    return asdict(entry) | {"version": str(entry.version), "parent": parent, "reasons": list(entry.reasons)}
