"""Occurrences of benchmark items in texts: exact or, for longer ones, with up to one edited token in ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.kernels.duplication.items import ItemPlaces, align, find_hits
from audit.kernels.duplication.texts import Codes
from audit.measure.duplication.items.markup import plain_texts
from audit.measure.duplication.pairs.unique_passages import place_of
from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.hashing import Bools, Ints, ranges, starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from audit.measure.duplication.items.item_index import ItemIndex
    from audit.measure.duplication.tokens.hashing import U32

_NO_CUTS: Final[Ints] = np.empty(0, np.int64)
# Tokens aligned per token of a text, which bounds the work on a text that repeats one run of an item.
_MOST_WORK: Final = 4_096
_LEAST_WORK: Final = 1 << 20
_NEWLINE: Final = 10


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An item found in a text: code points `start` to `end`, with that many edited tokens."""

    item: int
    start: int
    end: int
    edits: int


class _Hits(NamedTuple):
    """Matches: text, probe, first token and end."""

    texts: Ints
    probes: Ints
    starts: Ints
    ends: Ints
    edits: Ints

    def which(self, chosen: Ints | Bools) -> _Hits:
        return _Hits(*(column[chosen] for column in self))


def occurrences(index: ItemIndex, texts: pa.Array) -> Iterator[tuple[int, list[Occurrence]]]:
    """Yield for each text (large_string without nulls) with items its index and the occurrences, in order.

    Of overlapping items, such as two versions of one, the one with the fewest edits is reported.
    """
    texts = plain_texts(texts)
    raw, offsets = bytes_of(texts)
    for start, end in loads(offsets):
        folded = fold_bytes(raw, offsets[start : end + 1], _NO_CUTS)
        hits = _hits(index, folded.codes, folded.offsets)
        for text in np.unique(hits.texts).tolist():
            best = _apart(index, hits.which(hits.texts == text))
            body = texts[start + text].as_py()
            yield start + text, _placed(body, best)


def _hits(index: ItemIndex, codes: U32, bounds: Ints) -> _Hits:
    places, groups = np.empty(len(codes), np.int64), np.empty(len(codes), np.int64)
    count = find_hits(Codes(codes, bounds), index.table, places, groups)
    places, groups = places[:count], groups[:count]
    sizes = index.groups[groups + 1] - index.groups[groups]
    anchors = ranges(index.groups[groups], sizes)
    places, probes = np.repeat(places, sizes), np.asarray(index.anchored[anchors])
    texts = np.searchsorted(bounds, places, "right") - 1
    is_bearable = _is_bearable(index, probes, texts, np.diff(bounds))
    places, probes, texts, anchors = (each[is_bearable] for each in (places, probes, texts, anchors))
    found = np.empty((len(places), 3), np.int64)
    at = np.asarray(index.places[anchors])
    candidates = ItemPlaces(places, bounds[texts], bounds[texts + 1], probes, at)
    align(codes, candidates, index.aligned, found.reshape(-1))
    edits, starts, ends = found.T
    hits = _Hits(texts, probes, starts - bounds[texts], ends - bounds[texts], edits)
    return hits.which(edits >= 0)


def _is_bearable(index: ItemIndex, probes: Ints, texts: Ints, sizes: Ints) -> Bools:
    """Return which candidates, from the first on, can be aligned in linear time."""
    work = np.diff(index.bounds)[probes] * (2 * index.allowed[probes] + 1)
    before = starts_of(work)[:-1]
    first = np.searchsorted(texts, texts, "left")
    is_within: Bools = before - before[first] <= _LEAST_WORK + _MOST_WORK * sizes[texts]
    return is_within


def _apart(index: ItemIndex, hits: _Hits) -> _Hits:
    """Return one text's non-overlapping hits, with items for probes, the best first.

    Only items of one benchmark exclude each other.
    """
    order = np.lexsort((hits.probes, hits.starts, hits.starts - hits.ends, hits.edits))
    items, benchmarks = index.items[hits.probes], index.benchmarks[hits.probes]
    taken = {of: np.zeros(int(hits.ends.max()), np.bool_) for of in np.unique(benchmarks).tolist()}
    seen, kept = set[int](), []
    for nth in order.tolist():
        here = taken[int(benchmarks[nth])][int(hits.starts[nth]) : int(hits.ends[nth])]
        if int(items[nth]) not in seen and not here.any():
            here[:] = True
            seen.add(int(items[nth]))
            kept.append(nth)
    kept.sort(key=lambda nth: (int(hits.starts[nth]), int(items[nth])))
    return hits._replace(probes=items).which(np.array(kept, np.int64))


def _placed(text: str, hits: _Hits) -> list[Occurrence]:
    lines = _Lines(text)
    return [
        Occurrence(item, lines.of(start)[0], lines.of(end - 1)[1], edits)
        for item, start, end, edits in zip(*(column.tolist() for column in hits[1:]), strict=True)
    ]


class _Lines:
    """A text by lines, which no token crosses, so that offsets are counted per line."""

    def __init__(self, text: str) -> None:
        self._lines: Sequence[str] = text.split("\n")
        raw = text.encode("utf-8", "surrogatepass")
        ends = np.flatnonzero(np.frombuffer(raw, np.uint8) == _NEWLINE) + 1
        edges = np.concatenate([np.zeros(1, np.int64), ends, np.full(1, len(raw))])
        self._tokens = fold_bytes(np.frombuffer(raw, np.uint8), edges, _NO_CUTS).offsets
        self._chars = starts_of(np.array([len(line) + 1 for line in self._lines], np.int64))

    def of(self, token: int) -> tuple[int, int]:
        """Return the code point span of a token."""
        line = int(np.searchsorted(self._tokens, token, "right")) - 1
        start, end = place_of(self._lines[line], token - int(self._tokens[line]), 1)
        return int(self._chars[line]) + start, int(self._chars[line]) + end
