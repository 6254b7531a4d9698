"""Anchors: what stays when a text is told in other words. Numbers, names among Chinese, titles in 《》, names in “”."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from audit.kernels.retold import anchors as find_anchors

if TYPE_CHECKING:
    from audit.measure.duplication.hashing import U64, Ints, Records


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of some texts, in their order: those of text i lie at bounds[i] to bounds[i + 1].

    Equal anchors have equal keys, whatever their case and width. `starts` and `ends` are bytes of the texts' buffer.
    """

    keys: U64
    starts: Ints
    ends: Ints
    bounds: Ints

    @property
    def owners(self) -> Ints:
        """The text that each anchor is of."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))


def anchors(texts: pa.LargeStringArray) -> Anchors:
    """Return the anchors of `texts`, which hold no nulls, in one pass over their bytes."""
    offsets, octets = buffers(texts)
    room = (int(offsets[-1]) - int(offsets[0])) // 2 + 1
    keys, starts, ends = np.empty(room, np.uint64), np.empty(room, np.int64), np.empty(room, np.int64)
    bounds = np.zeros(len(texts) + 1, np.int64)
    find_anchors(octets, offsets, keys, starts, ends, bounds)
    here = slice(0, int(bounds[-1]))
    return Anchors(keys[here], starts[here], ends[here], bounds)


def buffers(texts: pa.LargeStringArray) -> tuple[Ints, Records]:
    """Return where each text begins and the last one ends, and the bytes of them all."""
    _, offsets, octets = texts.buffers()
    begins = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1] if len(texts) else [0]
    return np.asarray(begins, np.int64), np.frombuffer(octets or b"", np.uint8)


def distinct(keys: U64, owners: Ints) -> tuple[U64, Ints]:
    """Return each owner's keys once, ascending, owner by owner."""
    order = np.lexsort((keys, owners))
    keys, owners = keys[order], owners[order]
    is_new = np.ones(len(keys), np.bool_)
    is_new[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    return keys[is_new], owners[is_new]
