"""Lines that stand in other documents of the same source: what a page shares with its siblings is rarely its article.

A table of counts is made from a whole corpus (audit.parser.templates.template_table) and read here. A line counts by
its folded text with digits masked and marks trimmed, and once more together with the line below it: a heading that many
articles have (Introduction, 结语) repeats alone, a menu repeats with its neighbours, however few or many the documents
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.kernels.parser.templates import key_lines
from audit.parser.blocks.strings import strings
from audit.text.code_points import PLANE
from audit.text.ids import container_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint64]

NO_KEY: Final = np.uint64(0)
"""The pair key of a document's last line, which has no line below it."""
# What may stand around a label and change from page to page: » More «, [Share], • Sport.
_MARKS: Final = " \t|¦>»›<«‹•·∙●■□◆▶►▼▲→←↑↓+*#~=_:;,.!?…-–—()[]{}【】「」『』《》〈〉\"'“”‘’✕×"
_DIGITS: Final = "[0-9]+"
# Any number will do, as long as it is the same in every process of a run.
_SEED: Final = 20_260
# SplitMix64's multiplier (Steele, Lea, Flood, OOPSLA 2014) and increment: one round keeps (a, b) and (b, a) apart.
_ODD: Final = np.uint64(0xBF58476D1CE4E5B9)
_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_HALF: Final = np.uint64(32)
_FILES: Final = {"keys": "<u8", "counts": "<i8", "sources": "<u8", "documents": "<i8"}


@dataclass(frozen=True, slots=True)
class Repeats:
    """In how many documents of its source each line and pair of lines stands; versions of one article count as one.

    `keys` (ascending) are those of a source's lines and pairs that stand in two documents or more, `counts` how many;
    `sources` (ascending) are the keys of the sources, `documents` how many each holds.
    """

    keys: Keys
    counts: Ints
    sources: Keys
    documents: Ints

    @staticmethod
    def none() -> Repeats:
        """Return the table of a corpus about which nothing is known."""
        keys, counts = np.zeros(0, np.uint64), np.zeros(0, np.int64)
        return Repeats(keys, counts, keys, counts)

    def save(self, folder: Path) -> None:
        """Write the table into the folder, which is made, as flat files."""
        folder.mkdir(parents=True)
        for name in _FILES:
            getattr(self, name).tofile(folder / name)

    @staticmethod
    def load(folder: Path) -> Repeats:
        """Return the table that was saved into the folder, mapped into memory: the workers of a run share one copy."""
        return Repeats(*(_mapped(folder / name, kind) for name, kind in _FILES.items()))


def _mapped(path: Path, kind: str) -> NDArray[Any]:
    # A file of no bytes cannot be mapped.
    return np.memmap(path, kind, "r") if path.stat().st_size else np.zeros(0, kind)


def source_of(id: str) -> str:
    r"""Return the source a document belongs to by its id: the container of a record, else the folder of the file.

    >>> source_of("news/2024/a.txt"), source_of("news/all.jsonl#17"), source_of("news/issue\\#12"), source_of("a.txt")
    ('news/2024', 'news/all.jsonl', 'news', '')
    """
    container = container_of(id)
    return id.rpartition("/")[0] if container is None else container


def sources_of(ids: pl.Series) -> pl.Series:
    """Return the sources of documents by their ids; of millions, with no list of them on the way."""
    return ids.cast(pl.String).map_elements(source_of, return_dtype=pl.String)


def source_keys(sources: Sequence[str]) -> Keys:
    """Return a key for each source."""
    return pl.Series(sources, dtype=pl.String).hash(_SEED).to_numpy()


def masked(lines: pl.DataFrame) -> pl.Series:
    """Return the column folded without the marks around it, and each number as one 0; marks alone stay as they are."""
    bare = pl.col("folded").str.replace_all(_DIGITS, "0").str.strip_chars(_MARKS)
    return lines.select(pl.when(bare.str.len_bytes() > 0).then(bare).otherwise("folded").alias("masked")).to_series()


def line_keys(lines: pl.DataFrame) -> Keys:
    """Return a key for each row of features.lines; lines that `masked` makes the same share it."""
    folded, keys = strings(lines["folded"]), np.empty(len(lines), np.uint64)
    key_lines(folded.text, folded.offsets, _marks(), keys)
    return keys


@cache
def _marks() -> NDArray[np.uint8]:
    """Return for each code point of the Basic Multilingual Plane whether it is one of the marks around labels."""
    table = np.zeros(PLANE, np.uint8)
    table[[ord(mark) for mark in _MARKS]] = 1
    return table


def pair_keys(lines: pl.DataFrame, keys: Keys) -> Keys:
    """Return a key for each line and the one below it in its document together; NO_KEY for a document's last."""
    document = lines["document"].to_numpy()
    pairs = np.zeros(len(keys), np.uint64)
    if len(keys) > 1:
        pairs[:-1] = np.where(document[1:] == document[:-1], mixed(keys[:-1], keys[1:]), NO_KEY)
    return pairs


def mixed(first: Keys, second: Keys) -> Keys:
    """Return a key for each couple of keys, in this order."""
    both = (first + _STEP) * _ODD
    both ^= both >> _HALF
    both = (both ^ second) * _ODD
    return np.maximum(both ^ (both >> _HALF), np.uint64(1))


def repeat_columns(lines: pl.DataFrame, keys: Keys, sources: Sequence[str], repeats: Repeats) -> pl.DataFrame:
    """Return how far each row of features.lines stands in other documents of its source, as integers.

    `keys` are its line_keys, `sources` names the source of each document. Columns: `repeats`, in how many other
    documents the line stands; `repeats_paired`, in how many it stands with the line above or below it, the greater
    number; `siblings`, how many others there are. Versions of one article are one document, as far as they are
    recognised; among those that are not, shared paragraphs count, so that prose should not be dropped for that alone.
    All are 0 without a table.
    """
    if not len(repeats.sources):
        nothing = np.zeros(len(lines), np.int64)
        return pl.DataFrame({"repeats": nothing, "repeats_paired": nothing, "siblings": nothing})
    source = source_keys(sources)[lines["document"].to_numpy()]
    pairs = pair_keys(lines, keys)
    below = _others(repeats, source, pairs)
    above = np.roll(below, 1)
    above[:1] = 0
    return pl.DataFrame(
        {
            "repeats": _others(repeats, source, keys),
            "repeats_paired": np.maximum(above, below),
            "siblings": siblings_of(repeats, source),
        }
    )


def _others(repeats: Repeats, source: Keys, keys: Keys) -> Ints:
    """Return in how many documents besides its own each key stands: its own is counted in the table."""
    found = counts_of(repeats, mixed(source, keys))
    return np.where(keys == NO_KEY, 0, np.maximum(found - 1, 0))


def counts_of(repeats: Repeats, keys: Keys) -> Ints:
    """Return in how many documents of its source each key, of a line and its source, stands; 0 for fewer than two."""
    return _found(repeats.keys, repeats.counts, keys)


def siblings_of(repeats: Repeats, sources: Keys) -> Ints:
    """Return how many documents besides one each source holds."""
    return np.maximum(_found(repeats.sources, repeats.documents, sources) - 1, 0)


def _found(keys: Keys, values: Ints, wanted: Keys) -> Ints:
    """Return the value of each wanted key, 0 where there is none."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], 0)
