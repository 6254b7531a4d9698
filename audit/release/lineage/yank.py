"""Withdrawal of a version: it is marked, and the card of all versions points at the newest remaining one."""

from __future__ import annotations

from pathlib import Path

from audit.atomic import sync
from audit.errors import UsageError, remedy
from audit.release.lineage.yanked import YankMark, check_why, read_marks, write_marks
from audit.release.pointer import renew
from audit.release.storage import files
from audit.release.version import Version, versions_of


def yank(home: Path, version: Version, why: str) -> YankMark | None:
    """Mark the version below `home` (dist/NAME) as withdrawn; return its mark from before, if it had one.

    Its folder stays, so that pinned users get the same rows, with a warning. Raises UsageError if there is no such
    version or the mark cannot be written.
    """
    mark = YankMark(check_why(why))
    if not (there := versions_of(home)):
        raise UsageError(f"{home} contains no release: name a dataset in --dist, or the path of its folder")
    if version not in there:
        raise UsageError(f"{home} has no version {version}; available: {', '.join(map(str, there))}")
    try:
        with files.publication_lock(home):
            known = read_marks(home)
            write_marks(home, {**known, version: mark})
            # Also for an existing mark: an earlier call may have been interrupted before the card was written.
            renew(home)
            sync(home)
    except OSError as error:
        reason, helps = error.strerror or error, remedy(error) or "fix that"
        raise UsageError(f"{home} cannot be written to: {reason}; {helps}, and run the command again") from error
    return known.get(version)
