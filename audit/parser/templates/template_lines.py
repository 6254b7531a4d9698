"""Template lines: lines that recur in other documents of the same source and rarely belong to an article.

The table of counts is built from a whole corpus (audit.parser.templates.template_table) and read here. A line counts by
its folded text with marks trimmed and, unless it is a sentence, digits masked, and also as a pair with the line below:
a common heading (Introduction, 结语) recurs alone, a menu recurs with its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.kernels.mix import GOLDEN
from audit.kernels.parser.templates import key_lines
from audit.parser.blocks.strings import strings
from audit.text.code_points import PLANE
from audit.text.ids import CONTAINER, container_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint64]

NO_KEY: Final = np.uint64(0)
"""The pair key of a document's last line, which has no line below it."""
# Marks around a label that vary from page to page: » More «, [Share], • Sport.
_MARKS: Final = " \t|¦>»›<«‹•·∙●■□◆▶►▼▲→←↑↓+*#~=_:;,.!?…-–—()[]{}【】「」『』《》〈〉\"'“”‘’✕×"
_DIGITS: Final = "[0-9]+"
_FOLDER: Final = "(?s)^(.*)/"
# Sentences keep their numbers: those of a statute or a certificate are what it says, unlike those of a counter. A line
# with a full stop is one from so many bytes on, not a label.
_SENTENCE, _STOPS = 60, (".", "。")
_IS_SENTENCE: Final = (pl.col("folded").str.len_bytes() >= _SENTENCE) & pl.any_horizontal(
    pl.col("folded").str.ends_with(stop) for stop in _STOPS
)
# An arbitrary constant, equal in all processes of a run.
_SEED: Final = 20_260
# SplitMix64's multiplier (Steele, Lea, Flood, OOPSLA 2014) and increment: one round keeps (a, b) and (b, a) apart.
_ODD: Final = np.uint64(0xBF58476D1CE4E5B9)
_HALF: Final = np.uint64(32)
_FILES: Final = {"keys": "<u8", "counts": "<i8", "sources": "<u8", "documents": "<i8"}


@dataclass(frozen=True, slots=True)
class Repeats:
    """The number of documents of its source with each line and pair of lines; versions of an article count once.

    `keys` (ascending) are those of lines and pairs within a source that occur in at least two documents, `counts` how
    many; `sources` (ascending) are the keys of the sources, `documents` their sizes.
    """

    keys: Keys
    counts: Ints
    sources: Keys
    documents: Ints

    @staticmethod
    def none() -> Repeats:
        """Return an empty table."""
        keys, counts = np.zeros(0, np.uint64), np.zeros(0, np.int64)
        return Repeats(keys, counts, keys, counts)

    def save(self, folder: Path) -> None:
        """Write the table into a new folder, as flat files."""
        folder.mkdir(parents=True)
        for name in _FILES:
            getattr(self, name).tofile(folder / name)

    @staticmethod
    def load(folder: Path) -> Repeats:
        """Memory-map a saved table, so that the workers of a run share one copy."""
        return Repeats(*(_mapped(folder / name, kind) for name, kind in _FILES.items()))


def _mapped(path: Path, kind: str) -> NDArray[Any]:
    # Empty files cannot be mapped.
    return np.memmap(path, kind, "r") if path.stat().st_size else np.zeros(0, kind)


def source_of(id: str) -> str:
    r"""Return the source of a document by its id: the container of a record, else the folder of the file.

    >>> source_of("news/2024/a.txt"), source_of("news/all.jsonl#17"), source_of("news/issue\\#12"), source_of("a.txt")
    ('news/2024', 'news/all.jsonl', 'news', '')
    """
    container = container_of(id)
    return id.rpartition("/")[0] if container is None else container


def sources_of(ids: pl.Series) -> pl.Series:
    """Return the source of each document by its id."""
    id = pl.lit(ids.cast(pl.String))
    folder = id.str.extract(_FOLDER).fill_null(id.str.head(0))
    return pl.select(pl.coalesce(id.str.extract(CONTAINER), folder).alias(ids.name)).to_series()


def source_keys(sources: Sequence[str]) -> Keys:
    """Return a key for each source."""
    return pl.Series(sources, dtype=pl.String).hash(_SEED).to_numpy()


def masked(lines: pl.DataFrame) -> pl.Series:
    """Return the folded column without surrounding marks, numbers outside sentences replaced by 0.

    Lines of marks are unchanged.
    """
    folded = pl.col("folded")
    bare = pl.when(_IS_SENTENCE).then(folded).otherwise(folded.str.replace_all(_DIGITS, "0")).str.strip_chars(_MARKS)
    return lines.select(pl.when(bare.str.len_bytes() > 0).then(bare).otherwise("folded").alias("masked")).to_series()


def line_keys(lines: pl.DataFrame) -> Keys:
    """Return a key for each row of features.lines, equal for lines that `masked` makes equal."""
    folded, keys = strings(lines["folded"]), np.empty(len(lines), np.uint64)
    sentences = lines.select(_IS_SENTENCE).to_series().to_numpy()
    key_lines(folded.text, folded.offsets, _marks(), sentences, keys)
    return keys


@cache
def _marks() -> NDArray[np.uint8]:
    """Return for each BMP code point whether it is a mark that surrounds labels."""
    table = np.zeros(PLANE, np.uint8)
    table[[ord(mark) for mark in _MARKS]] = 1
    return table


def pair_keys(lines: pl.DataFrame, keys: Keys) -> Keys:
    """Return a key for each line with the one below in its document; NO_KEY for a document's last line."""
    document = lines["document"].to_numpy()
    pairs = np.zeros(len(keys), np.uint64)
    if len(keys) > 1:
        pairs[:-1] = np.where(document[1:] == document[:-1], mixed(keys[:-1], keys[1:]), NO_KEY)
    return pairs


def mixed(first: Keys, second: Keys) -> Keys:
    """Return a key for each ordered pair of keys."""
    both = (first + GOLDEN) * _ODD
    both ^= both >> _HALF
    both = (both ^ second) * _ODD
    return np.maximum(both ^ (both >> _HALF), np.uint64(1))


def changes(ordered: Keys | Ints) -> Flags:
    """Return a mask of the elements of a sorted array that differ from their predecessor."""
    new = np.ones(len(ordered), np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return new


def repeat_columns(
    lines: pl.DataFrame, keys: Keys, sources: Sequence[str], repeats: Repeats, values: Flags | None = None
) -> pl.DataFrame:
    """Return how often each row of features.lines occurs in other documents of its source, as integers.

    `keys` are its line_keys, `sources` the source of each document. Columns: `repeats`, the number of other documents
    with the line; `repeats_paired`, with the line and its neighbour above or below, the greater number; `siblings`, the
    number of other documents. Versions of one article count once as far as they are recognised; unrecognised ones share
    paragraphs, so prose should not be dropped for that alone. All are 0 without a table. `values` flags lines
    that differ from those with the same key by their numbers: they recur nowhere, no label with the value below it, and
    none with the values on both sides.
    """
    if not len(repeats.sources):
        nothing = np.zeros(len(lines), np.int64)
        return pl.DataFrame({"repeats": nothing, "repeats_paired": nothing, "siblings": nothing})
    document = lines["document"].to_numpy()
    source = source_keys(sources)[document]
    pairs = pair_keys(lines, keys)
    below = _others(repeats, source, pairs)
    above = np.roll(below, 1)
    above[:1] = 0
    alone = _others(repeats, source, keys)
    if values is not None:
        labels = np.append(values[1:] & (document[1:] == document[:-1]), False)
        alone[values], below[values | labels] = 0, 0
        above[values | (labels & np.roll(values, 1))] = 0
    return pl.DataFrame(
        {
            "repeats": alone,
            "repeats_paired": np.maximum(above, below),
            "siblings": siblings_of(repeats, source),
        }
    )


def _others(repeats: Repeats, source: Keys, keys: Keys) -> Ints:
    """Return the number of other documents with each key: the table includes the document itself."""
    found = counts_of(repeats, mixed(source, keys))
    return np.where(keys == NO_KEY, 0, np.maximum(found - 1, 0))


def counts_of(repeats: Repeats, keys: Keys) -> Ints:
    """Return the number of documents of its source with each key (of a line and its source); 0 for fewer than two."""
    return _found(repeats.keys, repeats.counts, keys)


def siblings_of(repeats: Repeats, sources: Keys) -> Ints:
    """Return the number of other documents in each source."""
    return np.maximum(_found(repeats.sources, repeats.documents, sources) - 1, 0)


def _found(keys: Keys, values: Ints, wanted: Keys) -> Ints:
    """Return the value of each wanted key, 0 if there is none."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], 0)
