"""Verification of the chain of parents, back to the first version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.release.manifest import MANIFEST, Parent
from audit.release.pinned import Pinned, pin
from audit.release.verification.inventory import check_inventory
from audit.release.verification.problem import Problem
from audit.release.version import Version
from audit.untrusted import Digest

_FETCH: Final = "fetch that version again, into the folder beside the others"


@dataclass(frozen=True, slots=True)
class Link:
    """A version of the chain, and its manifest's digest."""

    version: Version
    sha256: Digest


def walk_chain(release: Path, this: Pinned, *, quick: bool = False) -> Iterator[Link | Problem]:
    """Yield the versions from `this` to the first, with the problems of its ancestors; ends at a broken link.

    Each ancestor's manifest is checked against the digest in its successor, and its files against the manifest. `quick`
    skips the bytes of Parquet files.
    """
    home, link = release.resolve().parent, this
    yield Link(this.manifest.version, this.sha256)
    while (parent := link.manifest.parent) is not None:
        where = f"../{parent.version}"
        before = _before(home, link.manifest.version, parent)
        if isinstance(before, Problem):
            yield before
            return
        yield Link(parent.version, before.sha256)
        for problem in check_inventory(home / str(parent.version), before.manifest, quick=quick):
            yield Problem(f"{where}/{problem.where}", problem.what, problem.remedy)
        link = before


def _before(home: Path, version: Version, parent: Parent) -> Pinned | Problem:
    where = f"../{parent.version}/{MANIFEST}"
    # Versions increase along a chain, which excludes cycles.
    if parent.version >= version:
        return Problem(MANIFEST, f"the chain breaks: {version} cannot follow {parent.version}")
    if not (home / str(parent.version)).exists():
        return Problem(where, f"the chain breaks: it is missing, and {version} follows it", _FETCH)
    try:
        found = pin(home / str(parent.version))
    except UsageError as error:
        return Problem(where, f"the chain breaks before {version}: {error}", _FETCH)
    if found.sha256 != parent.manifest_sha256 or found.flaw or found.manifest.version != parent.version:
        return Problem(
            where, f"the chain breaks: its manifest is not the one that {version} names as its parent", _FETCH
        )
    return found
