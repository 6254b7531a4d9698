"""A trie of all cue words (audit.parser.tables.line_cues), and the lookup of lines in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.kernels.derived import derived
from audit.kernels.parser import cues as kernels
from audit.parser.blocks.segment import spelled
from audit.parser.tables.function_words import TRIMMED, roles
from audit.parser.tables.line_cues import CUES, LONGEST_CUED, Cue

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Points = NDArray[np.uint32]

# A word with a gap (打开*app) is looked up by the part before the gap; this bit marks it.
_GAP_BIT: Final = 1 << 63
# Content of a gap: a name. An aspect particle or a comma indicates a narrative.
# Python compiles a class of two such characters in a hundredth of the time that one of six takes.
_GAP: Final = "(?:(?![了着])(?![过的])(?![,。]).){0,12}?"
_LETTER: Final = "a-zß-öø-ÿа-яё"
_BMP: Final = 0x10000
# The roots of the trie: words at any position, and labels.
_ANYWHERE, _LABELS = 0, -1


def cue_columns(folded: Points, first: Ints, last: Ints) -> dict[str, pl.Series]:
    """Return for each block the number of the first matching cue, and the words matched; null if none.

    Blocks are the spans from `first` to `last` in folded code points.
    """
    out = kernels.FoundCues(*(np.zeros(len(first), kind) for kind in (np.uint64, np.int64, np.int64)))
    kernels.find_cues(folded, first, last, roles(), kernels.Trie(**_trie()), _believed(), out)
    found, at, to = out
    lowest = found & (~found + np.uint64(1))
    rows = np.flatnonzero(found)
    cue = np.log2(lowest[rows]).astype(np.int16)
    told = pl.DataFrame({"row": rows, "cue": cue, "seen": spelled(folded, at[rows], to[rows])})
    told = told.filter(pl.col("cue") < len(CUES))
    gapped = np.flatnonzero(found & np.uint64(_GAP_BIT))
    if len(gapped):
        told = _settled(told, gapped, spelled(folded, first[gapped], last[gapped]).to_pylist())
    spread = pl.DataFrame({"row": np.arange(len(first))}).join(told, on="row", how="left", maintain_order="left")
    return {"cue": spread["cue"], "seen": spread["seen"]}


def _settled(told: pl.DataFrame, gapped: Ints, lines: list[str]) -> pl.DataFrame:
    """Return the cues found, with gaps checked for admissible content."""
    numbered = list(zip(gapped.tolist(), lines, strict=True))
    for number, cue in ((n, c) for n, c in enumerate(CUES) if _has_gap(c)):
        # Words without a gap are in the trie.
        short, gaps = (each for each in numbered if len(each[1]) <= cue.most), _gaps(cue)
        likely = ((row, line) for row, line in short if any(all(map(line.__contains__, parts)) for parts in gaps))
        found = [(row, number, match[1]) for row, line in likely if (match := _pattern(cue).search(line))]
        if found:
            told = pl.concat([pl.DataFrame(found, told.schema, orient="row"), told])
            told = told.sort("row", "cue", maintain_order=True).unique("row", keep="first", maintain_order=True)
    return told


def _has_gap(cue: Cue) -> bool:
    return cue.anywhere and bool(_gaps(cue))


@cache
def _gaps(cue: Cue) -> tuple[list[str], ...]:
    """Return what is before and behind the gap of each word that has one."""
    return tuple(word.split("*") for word in cue.words if "*" in word)


@cache
def _pattern(cue: Cue) -> re.Pattern[str]:
    """Return a regular expression for the words of a cue, longest first for the reason."""
    ordered = sorted(cue.words, key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\*", _GAP) for word in ordered)
    return re.compile(f"(?:^|[^{_LETTER}])({words})")


def _looked_up(cue: Cue, bit: int) -> Iterator[tuple[str, int, int]]:
    """Yield the trie entries of a cue: word, mode, and bit."""
    for word in cue.words:
        if cue.anywhere:
            before, gap, _ = word.partition("*")
            yield before, kernels.ANYWHERE, _GAP_BIT if gap else bit
        else:
            yield ("", 0, 0) if cue.leading else (word.rstrip("*").strip(TRIMMED), kernels.WHOLE, bit)
            yield (word.removesuffix("*"), kernels.BEGINNING, bit) if word.endswith("*") else ("", 0, 0)


@cache
def _believed() -> NDArray[np.uint64]:
    """Return a bit mask of the cues believed for each length of line."""
    lengths, bits = np.arange(LONGEST_CUED + 1), np.zeros(LONGEST_CUED + 1, np.uint64)
    for number, cue in enumerate(CUES):
        bits |= np.where(lengths <= cue.most, np.uint64(1 << number | (_GAP_BIT if _has_gap(cue) else 0)), np.uint64(0))
    return bits


@derived
def _trie() -> dict[str, NDArray[Any]]:
    """Return the trie of all words as the arrays of audit.kernels.parser.cues.Trie."""
    steps: dict[tuple[int, str], int] = {}
    masks: dict[int, list[int]] = {}
    for number, cue in enumerate(CUES):
        for word, mode, bit in _looked_up(cue, 1 << number):
            node = _ANYWHERE if mode == kernels.ANYWHERE else _LABELS
            for letter in word:
                node = steps.setdefault((node, letter), len(steps) + 1)
            masks.setdefault(node, [0] * kernels.MODES)[mode] |= bit
    return _laid_out(steps, {node: mask for node, mask in masks.items() if node > 0})


def _laid_out(steps: dict[tuple[int, str], int], masks: dict[int, list[int]]) -> dict[str, NDArray[Any]]:
    ordered = sorted(steps.values(), key=lambda node: (node not in masks, node))
    numbers = {node: number for number, node in enumerate(ordered, 1)}
    flat = np.array([[0] * kernels.MODES, *(masks[node] for node in ordered[: len(masks)])], np.uint64).ravel()
    roots = np.zeros(2 * _BMP, np.int32)
    for (root, letter), node in ((s, n) for s, n in steps.items() if s[0] <= 0):
        roots[ord(letter) - root * _BMP] = numbers[node]
    further = {(numbers[node], letter): numbers[after] for (node, letter), after in steps.items() if node > 0}
    wanted = np.array([node << kernels.POINT_BITS | ord(letter) for node, letter in further], np.uint64)
    # At least two slots per transition keep probe sequences short.
    keys, slots = np.zeros(1 << (2 * len(wanted)).bit_length(), np.uint64), np.zeros(len(wanted), np.int64)
    kernels.fill_slots(wanted, keys, slots)
    after = np.zeros(len(keys), np.int32)
    after[slots] = list(further.values())
    return {"roots": roots, "keys": keys, "after": after, "masks": flat}
