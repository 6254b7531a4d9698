"""The index of benchmark items: texts are found by runs of five tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.items import BenchmarkItems, RunTable, runs
from audit.kernels.duplication.slots import FREE
from audit.kernels.duplication.texts import Codes
from audit.measure.duplication.items.shared_ends import without_shared_ends
from audit.measure.duplication.tokens.fold import codes_of, fold
from audit.measure.duplication.tokens.hashing import U8, U32, U64, Bools, Ints, ranges, starts_of

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from audit.measure.duplication.items.item import Probes

    Floats = npt.NDArray[np.float64]

RUN: Final = 5
# From this many tokens on, one in ten may be edited; in a shorter text one word makes another question.
_EDITED_FROM: Final = 20
_TOKENS_AN_EDIT: Final = 10
# Texts generated from one form share this much; then every word counts.
_OF_A_FORM: Final = 0.25
# Tokens used of a long item, since alignment is quadratic.
LONGEST: Final = 256
# Runs in more texts than this are phrases, and identify no item.
_MOST_ALIKE: Final = 1024
# 一 is left out: it is in too many words that are no numbers.
_FIGURES: Final = re.compile(r"[^\W_]*\d[^\W_]*|[二三四五六七八九十百千万亿两]")


@dataclass(frozen=True, slots=True)
class ItemIndex:
    """Tokenised texts, and a hash table of the runs by which they are found.

    `codes`, within `bounds`: the tokens of each text; `is_firm`: figures, which must match exactly. `allowed`: edits;
    `items`, `benchmarks`: the item and benchmark of each text. `keys` and `heads` form the table, from a run to a group
    of anchors; those of group g are groups[g] to groups[g + 1]: `anchored` is the text, `places` the run's position in
    it.
    """

    codes: U32
    bounds: Ints
    is_firm: U8
    allowed: Ints
    items: Ints
    benchmarks: Ints
    keys: U64
    heads: U32
    groups: Ints
    anchored: Ints
    places: Ints

    def save(self, folder: Path) -> None:
        """Write it into a new folder, as flat files."""
        folder.mkdir(parents=True)
        for field in fields(self):
            np.save(folder / f"{field.name}.npy", getattr(self, field.name))

    @staticmethod
    def load(folder: Path) -> ItemIndex:
        """Memory-map a saved index, so that the workers of a run share one copy."""
        names = [field.name for field in fields(ItemIndex)]
        return ItemIndex(**{name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in names})

    @property
    def table(self) -> RunTable:
        """The hash table of the runs."""
        return RunTable(self.keys, self.heads, np.uint64(64 - (len(self.keys).bit_length() - 1)))

    @property
    def aligned(self) -> BenchmarkItems:
        """The texts as they are aligned with others."""
        return BenchmarkItems(self.codes, self.bounds, self.is_firm, self.allowed)


def item_index(probes: Probes) -> ItemIndex:
    """Return the index of `probes`, each text once per benchmark."""
    folded = fold(probes.texts)
    codes, items, benchmarks = codes_of(folded), np.array(probes.items, np.int64), np.array(probes.benchmarks, np.int64)
    firm = _firm(probes.texts, codes, folded.offsets)
    starts, ends = without_shared_ends(probes.texts, codes, folded.offsets, firm)
    ends = np.minimum(ends, starts + LONGEST)
    kept = _firsts(codes, starts, ends, benchmarks)
    sizes = ends[kept] - starts[kept]
    taken = ranges(starts[kept], sizes)
    bounds = starts_of(sizes)
    own = codes[taken]
    hashes = np.empty(len(own), np.uint64)
    runs(Codes(own, bounds), hashes)
    _, group, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    common = counts[group]
    is_edited = (sizes >= _EDITED_FROM) & (_shared(common, bounds) < _OF_A_FORM)
    allowed = np.where(is_edited, sizes // _TOKENS_AN_EDIT, 0)
    anchored, places = _anchors(common, bounds, allowed)
    keys, heads, groups, order = _table(hashes[bounds[:-1][anchored] + places])
    return ItemIndex(
        own, bounds, firm[taken].astype(np.uint8), allowed, items[kept], benchmarks[kept], keys, heads, groups,
        anchored[order], places[order],
    )  # fmt: skip


def _firm(texts: tuple[str, ...], codes: U32, bounds: Ints) -> Bools:
    """Return which tokens contain a figure: another number makes another question."""
    figures = fold([" ".join(_FIGURES.findall(text)) for text in texts])
    return np.isin(_owned(codes, bounds), _owned(codes_of(figures), figures.offsets))


def _owned(codes: U32, bounds: Ints) -> U64:
    owners = np.repeat(np.arange(len(bounds) - 1, dtype=np.uint64), np.diff(bounds))
    return (owners << np.uint64(32)) | codes.astype(np.uint64)


def _firsts(codes: U32, starts: Ints, ends: Ints, benchmarks: Ints) -> Ints:
    """Return the indexes of texts without an equal predecessor in their benchmark."""
    first: dict[tuple[int, bytes], int] = {}
    for number, (start, end, of) in enumerate(zip(starts.tolist(), ends.tolist(), benchmarks.tolist(), strict=True)):
        first.setdefault((of, codes[start:end].tobytes()), number)
    return np.array(list(first.values()), np.int64)


def _shared(common: Ints, bounds: Ints) -> Floats:
    """Return the share of each text's runs that occur in other texts."""
    is_shared = starts_of(common > 1)
    counts = np.diff(bounds) - RUN + 1
    found: Floats = (is_shared[bounds[:-1] + counts] - is_shared[bounds[:-1]]) / counts
    return found


def _anchors(common: Ints, bounds: Ints, allowed: Ints) -> tuple[Ints, Ints]:
    """Return the runs by which each text is found, with text and position; for n edits n + 1 disjoint ones.

    However the edits fall, one piece is intact; in each the run that fewest texts have, by `common`, is used.
    """
    pieces = allowed + 1
    sizes = np.diff(bounds) // pieces
    texts = np.repeat(np.arange(len(allowed)), pieces)
    begins = bounds[:-1][texts] + ranges(np.zeros(len(pieces), np.int64), pieces) * sizes[texts]
    ends = begins + sizes[texts] - RUN + 1
    places = np.array(
        [start + int(np.argmin(common[start:end])) for start, end in zip(begins.tolist(), ends.tolist(), strict=True)],
        np.int64,
    )
    rare = common[places] <= _MOST_ALIKE if len(places) else np.zeros(0, np.bool_)
    return texts[rare], (places - bounds[:-1][texts])[rare]


def _table(hashes: U64) -> tuple[U64, U32, Ints, Ints]:
    """Return a hash table of the distinct hashes with its groups, and the order of the hashes in the groups."""
    order = np.argsort(hashes, kind="stable")
    distinct, counts = np.unique(hashes, return_counts=True)
    bits = max(1, (2 * len(distinct)).bit_length())
    keys, heads = np.zeros(1 << bits, np.uint64), np.full(1 << bits, FREE, np.uint32)
    shift, last = 64 - bits, (1 << bits) - 1
    for number, key in enumerate(distinct.tolist()):
        slot = key >> shift
        while heads[slot] != FREE:
            slot = (slot + 1) & last
        keys[slot], heads[slot] = key, number
    return keys, heads, starts_of(counts), order
