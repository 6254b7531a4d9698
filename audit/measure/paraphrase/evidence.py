"""Evidence of a paraphrase: common passages and anchors."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.paraphrase.aligned import Run, Span, common_runs
from audit.measure.paraphrase.anchors import TextMarks, marks_of
from audit.measure.paraphrase.words import strings_of, words

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.measure.duplication.tokens.hashing import Ints, Records

# Minimum words of a run that is shown: any two texts share three characters in a row.
LEAST_RUN: Final = 4
_CONTINUATION: Final = 0xC0
_CONTINUES: Final = 0x80


def common_places(text: str, other: str, most: int) -> list[Span]:
    """Return up to `most` disjoint spans of code points of `text` that `other` has too, in order.

    Up to half of them are the longest common runs of words, the others anchors: names, numbers, titles.
    """
    runs = _runs(text, other, most // 2)
    taken = np.zeros(len(text) + 1, np.bool_)
    for start, end in runs:
        taken[start:end] = True
    anchors = [span for span in _shared_anchors(text, other) if not taken[slice(*span)].any()]
    return sorted([*runs, *_apart(anchors)[: most - len(runs)]])


def _runs(text: str, other: str, most: int) -> list[Span]:
    found = words([text, other])
    mine, theirs = found.of(0), found.of(1)
    starts, ends = found.starts[mine], found.ends[mine]
    runs = common_runs(found.hashes[mine], found.hashes[theirs], LEAST_RUN)
    longest = sorted(sorted(runs, key=_shortness)[:most])
    return [_one_line(text, int(starts[at]), int(ends[at + length - 1])) for at, _, length in longest]


def _one_line(text: str, start: int, end: int) -> Span:
    """Return the longest line of a span, since a passage does not span blocks."""
    lines = text[start:end].split("\n")
    begins = [start, *(start + n for n in accumulate(len(line) + 1 for line in lines))]
    nth = max(range(len(lines)), key=lambda n: (len(lines[n]), -n))
    return begins[nth], begins[nth] + len(lines[nth])


def _shortness(run: Run) -> tuple[int, int]:
    return -run[2], run[0]


def _shared_anchors(text: str, other: str) -> list[Span]:
    table = strings_of([text, other])
    found = marks_of(table)
    is_mine = found.is_anchor & (found.owners == 0)
    is_shared = is_mine & np.isin(found.keys, found.keys[found.is_anchor & (found.owners == 1)])
    chars = _chars(table, found, is_shared)
    return list(zip(chars[0].tolist(), chars[1].tolist(), strict=True))


def _chars(table: pa.LargeStringArray, found: TextMarks, which: Records) -> tuple[Ints, Ints]:
    """Convert spans of marks in the first text from bytes to code points."""
    octets = np.frombuffer(table.buffers()[2] or b"", np.uint8)[: len(table[0].as_py().encode())]
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum((octets & _CONTINUATION) != _CONTINUES)])
    return before[found.starts[which]], before[found.ends[which]]


def _apart(spans: list[Span]) -> list[Span]:
    """Return the spans that do not overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
