"""Earlier releases of a run: documents they published are kept before newcomers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.reference_corpora import ReferenceCorpus, open_release, release_name
from audit.corpus.corpus import Corpus
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.policy import Across
from audit.release.pinned import pin_sound
from audit.release.storage.reading import frame
from audit.release.tables import INDEX
from audit.tables import LEDGER


@dataclass(frozen=True, slots=True)
class EarlierRelease:
    """An earlier release, and which of its documents are gone from the input and may still win against newcomers."""

    other: ReferenceCorpus
    is_gone: np.ndarray


@dataclass(frozen=True, slots=True)
class EarlierDocuments:
    """The past of a run. `name` is the release it follows; `known` are the rows that earlier releases published."""

    name: str | None
    known: np.ndarray
    earlier: tuple[EarlierRelease, ...] = ()

    @staticmethod
    def nothing(rows: int) -> EarlierDocuments:
        """Return the past of a first release."""
        return EarlierDocuments(None, np.zeros(rows, np.bool_))


@dataclass(frozen=True, slots=True)
class History:
    """The folders of the releases a new one follows, newest first."""

    releases: tuple[Path, ...]

    def before(self, corpus: Corpus, ids: pl.Series, across: Across) -> EarlierDocuments:
        """Return what earlier releases say about the documents `ids` of `corpus`.

        A release made from exactly this input is skipped: repeating a run must give the same bytes. Releases are read
        only when needed, so that a broken one does not matter otherwise. Raises UsageError if a needed one cannot be
        read.
        """
        if across == "no":
            return EarlierDocuments.nothing(len(ids))
        releases = _others(self.releases, _inputs(corpus))
        if across == "all":
            return _with_all(tuple(releases), ids, corpus.folder)
        newest = next(releases, None)
        if newest is None:
            return EarlierDocuments.nothing(len(ids))
        published = _ledger(newest, ("id", "state")).filter(pl.col("state") == "published")["id"]
        return EarlierDocuments(release_name(newest), ids.is_in(published.implode()).to_numpy())

    def followed(self, corpus: Corpus) -> Path | None:
        """Return the newest release made from another input, which this corpus succeeds; None if there is none."""
        return next(_others(self.releases, _inputs(corpus)), None)


def _inputs(corpus: Corpus) -> pl.DataFrame:
    tables = [pl.DataFrame(table.select(["id", "sha256"])) for table, _ in corpus.ledgers()]
    return pl.concat([pl.DataFrame(schema={"id": pl.String, "sha256": pl.String}), *tables])


def _others(releases: Sequence[Path], inputs: pl.DataFrame) -> Iterator[Path]:
    """Yield the releases made from other inputs, in order, read lazily."""
    for release in releases:
        # Only an equal number of inputs requires comparing them.
        is_alike = pin_sound(release).manifest.counts.get("found") == len(inputs)
        if not (is_alike and _ledger(release, ("id", "sha256")).equals(inputs)):
            yield release


def _ledger(release: Path, columns: tuple[str, ...]) -> pl.DataFrame:
    try:
        return frame(release, LEDGER, columns)
    except (OSError, pa.ArrowException) as error:
        raise_machine_error(error, f"the ledger of {release}")
        raise UsageError(
            f"the ledger of {release} cannot be read, but the next release depends on it: fetch that release again, "
            'or set duplicates.across = "no"'
        ) from error


def _with_all(releases: Sequence[Path], ids: pl.Series, scratch: Path) -> EarlierDocuments:
    """Return the documents of all `releases`, each in the newest that contains it, without those among `ids`."""
    if not releases:
        return EarlierDocuments.nothing(len(ids))
    seen, known, earlier = ids, np.zeros(len(ids), np.bool_), []
    for release in releases:
        if not (release / INDEX).exists():
            raise UsageError(
                f"{release} was released without an index, so new documents cannot be compared with it: set "
                'duplicates.across = "present", or release its documents again'
            )
        other = open_release(release, scratch)
        theirs = pl.Series(other.index.ids, dtype=pl.String)
        earlier.append(EarlierRelease(other, ~theirs.is_in(seen.implode()).to_numpy()))
        known |= ids.is_in(theirs.implode()).to_numpy()
        seen = pl.concat([seen, theirs])
    return EarlierDocuments(release_name(releases[0]), known, tuple(earlier))
