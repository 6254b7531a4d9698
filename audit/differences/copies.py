"""Duplicates and leaks across versions and splits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from audit.differences.keys import BODY, CHARS, ID, ROW, hashed
from audit.differences.snapshot import SPLIT, StoredTable

_BODY = hashed(BODY)


@dataclass(frozen=True, slots=True)
class DuplicateChanges:
    """Verified duplicate pairs by kind on both sides, and the numbers of new and vanished pairs."""

    old: Mapping[str, int]
    new: Mapping[str, int]
    appeared: int
    gone: int


@dataclass(frozen=True, slots=True)
class SplitLeak:
    """Bodies of one split repeated verbatim in another, within the new side or, for `across`, from old to new."""

    of: str
    into: str
    is_across: bool
    documents: int
    examples: tuple[str, ...]


def duplicate_changes(old: StoredTable, new: StoredTable) -> DuplicateChanges:
    """Return the changes between two tables of duplicates."""
    a, b = _pairs(old), _pairs(new)
    on = ["a", "b", "kind"]
    appeared, gone = len(b.join(a, on=on, how="anti")), len(a.join(b, on=on, how="anti"))
    return DuplicateChanges(_by_kind(a), _by_kind(b), appeared, gone)


def _pairs(table: StoredTable) -> pl.DataFrame:
    frames = [pl.DataFrame(batch) for _, batch in table.batches(("a", "b", "kind"))]
    return pl.concat(frames) if frames else pl.DataFrame(schema=dict.fromkeys(("a", "b", "kind"), pl.String))


def _by_kind(pairs: pl.DataFrame) -> dict[str, int]:
    return dict(pairs.group_by("kind").agg(pl.len()).sort("kind").iter_rows())


def repeated_bodies(old: pl.DataFrame, added: pl.DataFrame) -> int:
    """Return the number of added documents with the body of a document that both sides have."""
    return len(_filled(added).join(_filled(old), on=[_BODY, CHARS], how="semi"))


def split_leaks(old: pl.DataFrame, new: pl.DataFrame, most: int) -> tuple[SplitLeak, ...]:
    """Return leaks between two splits of the new side, and from a split of the old side into another of the new.

    A document moved from one version's test split to the next version's train split contaminates evaluations on the
    former. Only identical bodies are found.
    """
    return tuple(leak for leak in (*_within(new, most), *_across(old, new, most)) if leak.documents)


def _within(new: pl.DataFrame, most: int) -> Iterator[SplitLeak]:
    splits = sorted(new[SPLIT].unique())
    for number, of in enumerate(splits):
        for into in splits[number + 1 :]:
            yield _leak(new, of, new, into, most)


def _across(old: pl.DataFrame, new: pl.DataFrame, most: int) -> Iterator[SplitLeak]:
    for of in sorted(old[SPLIT].unique()):
        for into in sorted(new[SPLIT].unique()):
            # A split that was subdivided has not leaked, and bodies in both splits before are no news.
            if of != into and of in set(new[SPLIT].unique()):
                known = _filled(old.filter(pl.col(SPLIT) == into))
                yield _leak(old, of, new.join(known, on=[_BODY, CHARS], how="anti", maintain_order="left"), into, most)


def _leak(left: pl.DataFrame, of: str, right: pl.DataFrame, into: str, most: int) -> SplitLeak:
    source, target = _filled(left.filter(pl.col(SPLIT) == of)), _filled(right.filter(pl.col(SPLIT) == into))
    found = target.join(source, on=[_BODY, CHARS], how="semi").sort(ROW)
    return SplitLeak(of, into, left is not right, len(found), tuple(found[ID].head(most)))


def _filled(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter(pl.col(CHARS) > 0)
