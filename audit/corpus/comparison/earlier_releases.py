"""What the releases before have to say about a run: whom they published is kept before newcomers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.reference_corpora import Other, open_release, release_name
from audit.corpus.parts import Corpus
from audit.errors import UsageError
from audit.policy import Across
from audit.release.index import INDEX
from audit.release.storage.reading import frame
from audit.release.version import parse_version, versions_of
from audit.tables import LEDGER


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release before, and which of its documents are gone from the input and newcomers may lose against."""

    other: Other
    is_gone: np.ndarray


@dataclass(frozen=True, slots=True)
class Before:
    """What came before a run. `name` is the release it follows; `known` are the rows that releases before published."""

    name: str | None
    known: np.ndarray
    earlier: tuple[Earlier, ...] = ()

    @staticmethod
    def nothing(rows: int) -> Before:
        """Return the past of a first release."""
        return Before(None, np.zeros(rows, np.bool_))


@dataclass(frozen=True, slots=True)
class History:
    """The releases of one name that a new one follows: those in `home` of a lesser version, all without one given."""

    home: Path
    version: str | None = None

    def before(self, corpus: Corpus, ids: pl.Series, across: Across) -> Before:
        """Return what the releases before say about the documents `ids` of `corpus`.

        A release made from just this input is passed over: to run again on the same input is to judge it again, not
        to follow it, and must give the same bytes. Raises UsageError when a release that is needed cannot be read.
        """
        if across == "no":
            return Before.nothing(len(ids))
        inputs = _inputs(corpus)
        releases = [folder for folder in self._newest_first() if not _has_inputs(folder, inputs)]
        if not releases:
            return Before.nothing(len(ids))
        if across == "present":
            published = frame(releases[0], LEDGER, ("id", "state")).filter(pl.col("state") == "published")["id"]
            return Before(release_name(releases[0]), ids.is_in(published.implode()).to_numpy())
        return _with_all(releases, ids, corpus.folder)

    def _newest_first(self) -> Sequence[Path]:
        below = parse_version(self.version) if self.version else None
        found = [version for version in versions_of(self.home) if below is None or version < below]
        return [self.home / str(version) for version in reversed(found)]


def _inputs(corpus: Corpus) -> pl.DataFrame:
    tables = [pl.DataFrame(table.select(["id", "sha256"])) for table, _ in corpus.ledgers()]
    return pl.concat([pl.DataFrame(schema={"id": pl.String, "sha256": pl.String}), *tables])


def _has_inputs(release: Path, inputs: pl.DataFrame) -> bool:
    try:
        return frame(release, LEDGER, ("id", "sha256")).equals(inputs)
    except (OSError, pa.ArrowException) as error:
        raise UsageError(
            f"the release {release} cannot be read, and the next one follows it: fetch it again, "
            'or set duplicates.across = "no"'
        ) from error


def _with_all(releases: Sequence[Path], ids: pl.Series, scratch: Path) -> Before:
    """Return the documents of all `releases`, each in the newest that holds it, but for those among `ids`."""
    seen, known, earlier = ids, np.zeros(len(ids), np.bool_), []
    for release in releases:
        if not (release / INDEX).exists():
            raise UsageError(
                f"{release} was released without an index, so that newcomers cannot be compared with it: "
                'set duplicates.across = "present", or release its documents again'
            )
        other = open_release(release, scratch)
        theirs = pl.Series(other.index.ids, dtype=pl.String)
        earlier.append(Earlier(other, ~theirs.is_in(seen.implode()).to_numpy()))
        known |= ids.is_in(theirs.implode()).to_numpy()
        seen = pl.concat([seen, theirs])
    return Before(release_name(releases[0]), known, tuple(earlier))
