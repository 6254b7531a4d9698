"""A text with its findings highlighted: blocks split at the boundaries of findings, in bounded pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from audit.finding import SEVERITIES

# Bytes per piece: one block may be megabytes long, with a finding at every other character.
_PIECE_CHARS: Final = 20_000
_PIECE_MARKS: Final = 400
# Findings highlighted per document; the tables hold all.
MOST_MARKS: Final = 2_000


@dataclass(frozen=True, slots=True)
class TextMark:
    """A finding in a text: `number` is its entry in the list, from 1; offsets in code points of the decoded text."""

    number: int
    code: str
    severity: str
    start: int
    end: int


def marks_of(findings: Sequence[Mapping[str, Any]]) -> list[TextMark]:
    """Return the findings with a place, numbered as listed, in text order."""
    placed = [
        TextMark(n, f["code"], f["severity"], f["start"], f["end"])
        for n, f in enumerate(findings, 1)
        if f["start"] is not None and f["end"] is not None and 0 <= f["start"] <= f["end"]
    ]
    return sorted(placed, key=lambda mark: (mark.start, -mark.end, mark.number))


def pieces(blocks: Sequence[Mapping[str, Any]], marks: Sequence[TextMark]) -> Iterator[dict[str, Any]]:
    """Yield the blocks of a document as pieces: `kind`, `aside`, `reason`, `block`, `is_first`, `lines`, `parts`.

    A part has `text`, the `marks` that cover it (most severe first) and those that it `opens`.
    """
    open_, nth, before = list[TextMark](), 0, 0
    for block in blocks:
        start, end = block["start"], block["end"]
        open_ = [mark for mark in open_ if mark.end > start]
        while nth < len(marks) and marks[nth].start < end:
            open_.append(marks[nth])
            nth += 1
        over = [mark for mark in open_ if mark.end > start or mark.start >= start]
        yield from _cut(block, list(_parts(block["text"], start, over)), before)
        before = end


def _parts(text: str, start: int, over: Sequence[TextMark]) -> Iterator[dict[str, Any]]:
    """Yield the parts of a block's text between the boundaries of the marks in it."""
    end = start + len(text)
    edges = {start, end, *range(start, end, _PIECE_CHARS)}
    edges |= {edge for mark in over for edge in (mark.start, mark.end) if start < edge < end}
    listed = sorted(edges)
    active: list[TextMark] = []
    nth = 0
    for left, right in pairwise(listed):
        opened = []
        while nth < len(over) and over[nth].start <= left:
            if over[nth].start >= start:
                opened.append(over[nth])
            active.append(over[nth])
            nth += 1
        active = [mark for mark in active if mark.end > left]
        shown = sorted(active, key=lambda m: (grave(m.severity), m.number))
        yield {"text": text[left - start : right - start], "marks": shown[:8], "opens": opened}


def grave(severity: str) -> int:
    """Return the index of a severity; of an unknown one, one past the end."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def _cut(block: Mapping[str, Any], parts: Sequence[dict[str, Any]], before: int) -> Iterator[dict[str, Any]]:
    piece: list[dict[str, Any]] = []
    size, marked, is_first = 0, 0, True
    common = {"kind": block["kind"], "aside": block["boilerplate"], "reason": block["reason"], "block": block["block"]}
    # An estimate of the blank lines between blocks.
    lines = 2 if block["start"] - before > 1 else 1
    for part in parts:
        more = 1 + len(part["opens"])
        if piece and (size + len(part["text"]) > _PIECE_CHARS or marked + more > _PIECE_MARKS):
            yield {**common, "is_first": is_first, "lines": lines, "parts": piece}
            piece, size, marked, is_first = [], 0, 0, False
        piece.append(part)
        size += len(part["text"])
        marked += more
    if piece:
        yield {**common, "is_first": is_first, "lines": lines, "parts": piece}
