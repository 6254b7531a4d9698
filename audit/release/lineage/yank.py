"""Takes a version back: marks it, and lets the card of all versions point at the newest that is left."""

from __future__ import annotations

from pathlib import Path

from audit.errors import UsageError, remedy
from audit.release.lineage.yanked import Mark, check_why, marks, write_marks
from audit.release.pointer import renew
from audit.release.storage import files
from audit.release.version import Version, versions_of


def yank(home: Path, version: Version, why: str) -> bool:
    """Mark the version below `home` (dist/NAME) as bad; return whether it was not marked so before.

    Nothing in its folder is touched: who named it goes on getting the same rows, and is warned. Raises UsageError when
    there is no such version, or the mark cannot be written.
    """
    mark = Mark(check_why(why))
    if version not in versions_of(home):
        there = ", ".join(map(str, versions_of(home))) or "none"
        raise UsageError(f"{home} holds no version {version}: name one of those there ({there})")
    try:
        with files.alone(home):
            known = marks(home)
            write_marks(home, {**known, version: mark})
            # Also where nothing is new: a call before may have been stopped between the mark and the card.
            renew(home)
            files.settle(home)
    except OSError as error:
        reason, helps = error.strerror or error, remedy(error) or "mend that"
        raise UsageError(f"{home} cannot be written to: {reason}; {helps}, and say it again") from error
    return known.get(version) != mark
