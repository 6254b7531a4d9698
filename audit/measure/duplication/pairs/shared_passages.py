"""Passages and titles shared by documents that are no copies of each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep
from audit.measure.duplication.pairs.exact import first_with_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.measure.duplication.records.parts import PartTable
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, Records

    Floats32 = npt.NDArray[np.float32]

# Number of other documents, no copies of each other, from which a passage counts as shared: two can be an article and
# its review, three are a house style.
SHARED_WITH: Final = 3
_PASSAGE: Final = np.dtype([("hash", "<u8"), ("words", "<u8"), ("row", "<u4"), ("chars", "<u4")])
_SHARED: Final = np.dtype([("row", "<u4"), ("chars", "<u4"), ("is_levelled", "?")])


def shared_shares(signatures: PartTable, copies: Ints) -> tuple[Floats32, Floats32]:
    """Return for each row the share of its content in passages that at least SHARED_WITH others contain.

    And the share in passages that differ elsewhere only in digits. `copies` is the group of copies of each row; a group
    counts once.
    """
    shared, passages = np.zeros((2, len(copies)), np.int64), _Passages(signatures, copies)
    exchange = Exchange(
        signatures.sources, _PASSAGE, passages.scatter, (ReduceStep(passages.shared, _SHARED),), by_key=True
    )
    for found in current_engine().exchange(exchange, signatures.files.folder):
        np.add.at(shared[0], found["row"], found["chars"])
        np.add.at(shared[1], found["row"], found["chars"] * found["is_levelled"])
    whole, levelled = (shared / np.maximum(signatures.numbers("content_chars", np.int64), 1)).astype(np.float32)
    return whole, levelled


@dataclass(frozen=True, slots=True)
class _Passages:
    """The passages of a table of signatures; `copies` is the group of copies of each row."""

    signatures: PartTable
    copies: Ints

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        for row, batch in self.signatures.source(files, nth, ["passages", "passage_chars", "passage_words"]):
            column = batch.column("passages")
            records = np.empty(len(column.flatten()), _PASSAGE)
            records["hash"] = column.flatten().to_numpy()
            records["row"] = row + np.repeat(np.arange(len(column)), np.diff(column.offsets.to_numpy()))
            records["chars"] = batch.column("passage_chars").flatten().to_numpy()
            records["words"] = batch.column("passage_words").flatten().to_numpy()
            yield records["hash"], records

    def shared(self, records: Records) -> Records:
        chosen = records[_is_shared(records["hash"], self.copies[records["row"]])]
        found = np.empty(len(chosen), _SHARED)
        found["row"], found["chars"] = chosen["row"], chosen["chars"]
        found["is_levelled"] = _is_unlike(chosen["hash"], chosen["words"])
        return found


def _is_unlike(hashes: U64, words: U64) -> Bools:
    """Return which rows have a hash that occurs with other words, too."""
    _, first, which = np.unique(hashes, return_index=True, return_inverse=True)
    found: Bools = np.bincount(which, words != words[first][which], len(first))[which] > 0
    return found


def _is_shared(hashes: U64, groups: Ints) -> Records:
    order = np.lexsort((groups, hashes))
    hashes, groups = hashes[order], groups[order]
    is_new_hash = np.append([True], hashes[1:] != hashes[:-1])
    is_new_group = is_new_hash | np.append([True], groups[1:] != groups[:-1])
    which = np.cumsum(is_new_hash) - 1
    found = np.empty(len(hashes), np.bool_)
    found[order] = (np.bincount(which, weights=is_new_group) > SHARED_WITH)[which]
    return found


def title_twins(titles: U64, copies: Ints) -> npt.NDArray[np.int32]:
    """Return for each row the number of non-copies with its title; `titles` is 0 without a title."""
    same_title = first_with_same(titles)
    same_copy = first_with_same(titles, copies.astype(np.uint64))
    titled, copied = (np.bincount(same, minlength=len(titles))[same] for same in (same_title, same_copy))
    return np.where(titles == 0, 0, titled - copied).astype(np.int32)
