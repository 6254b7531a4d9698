"""Blocks that recur across documents, counted by the keys the workers write."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.corpus.corpus import Corpus
from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep, concatenated
from audit.engine.spill import Keys, Records
from audit.parser.templates.template_lines import masked, sources_of
from audit.tables import MOST_RECURRING, RECURRING
from audit.text.fold import fold_all
from audit.text.visible import visible
from audit.worker.template_scan import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# A key in a document: document row, first block with that key in the part, and whether all such blocks are flagged.
_SEEN: Final = np.dtype([("key", "<u8"), ("row", "<u4"), ("at", "<u4"), ("source", "<u4"), ("flagged", "?")])
# A key: number of documents and sources, most frequent source, and first block.
_MOST: Final = np.dtype(
    [
        ("key", "<u8"), ("documents", "<u4"), ("sources", "<u4"), ("in_source", "<u4"), ("in", "<u4"),
        ("boilerplate_share", "<f8"), ("row", "<u4"), ("at", "<u4"),
    ]
)  # fmt: skip
_HASH_BYTES: Final = 8
_SAMPLE: Final = 80


def recurring(corpus: Corpus, ids: pa.ChunkedArray, set_aside: NDArray[np.bool_]) -> pa.Table:
    """Return the table tables.RECURRING of a corpus; `ids` are its documents', `set_aside` masks the copies."""
    named = sources_of(pl.Series(ids))
    sources = named.unique(maintain_order=True)
    of = named.replace_strict(sources, pl.int_range(len(sources), eager=True), return_dtype=pl.UInt32).to_numpy()
    keys = corpus.files("keys")
    blocks = _Blocks(keys.names, corpus.edges, of, set_aside)
    exchange = Exchange(len(keys), _SEEN, blocks.scatter, (ReduceStep(_most_frequent, _MOST),), by_key=True)
    found = concatenated(current_engine().exchange(exchange, keys.folder), _MOST)
    most = _most(pl.DataFrame({name: found[name] for name in _MOST.names or ()}))
    texts = _texts(corpus, most)
    plain = masked(pl.DataFrame({"folded": fold_all(texts)}, schema={"folded": pl.String}))
    made = most.with_columns(
        source=sources.gather(most["in"]),
        text=pl.Series([visible(text, _SAMPLE) for text in texts], dtype=pl.String),
        hash=pl.Series([_hashed(line) for line in plain], dtype=pl.String),
    )
    return (
        made.sort("documents", "hash", descending=[True, False])
        .select(RECURRING.names)
        .to_arrow()
        .cast(RECURRING.arrow)
    )


def _hashed(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).hexdigest()


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The block keys of a corpus: names of part files, first rows, and the source of each row."""

    names: tuple[str, ...]
    edges: NDArray[np.int64]
    sources: NDArray[np.uint32]
    set_aside: NDArray[np.bool_]

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        table = pq.read_table(files(self.names[nth]))
        rows = table["row"].to_numpy().astype(np.int64) + self.edges[nth]
        key, at, flagged = (table[name].to_numpy() for name in ("key", "at", "flagged"))
        seen = records(_SEEN, key, rows, at, self.sources[rows], flagged)[~self.set_aside[rows]]
        yield seen["key"], seen


def _most_frequent(seen: Records) -> Records:
    counted = _count(seen)
    found: Records = records(_MOST, *(counted[name].to_numpy() for name in _MOST.names or ()))
    return found


def _count(seen: Records) -> pl.DataFrame:
    """Return the most frequent of these keys, each present with all its documents."""
    table = pl.DataFrame({name: seen[name] for name in _SEEN.names or ()})
    within = (
        table.sort("key", "row")
        .group_by("key", "source", maintain_order=True)
        .agg(pl.len().alias("in_source"), pl.col("row", "at").first(), pl.col("flagged").sum())
    )
    most = within.sort("key", "in_source", "row", descending=[False, True, False])
    first = pl.col("row").arg_min()
    counted = most.group_by("key", maintain_order=True).agg(
        pl.col("in_source").sum().alias("documents"),
        pl.len().alias("sources"),
        pl.col("in_source").first(),
        pl.col("source").first().alias("in"),
        pl.col("flagged").sum() / pl.col("in_source").sum(),
        pl.col("row", "at").get(first),
    )
    return _most(counted.filter(pl.col("documents") > 1).rename({"flagged": "boilerplate_share"}))


def _most(counted: pl.DataFrame) -> pl.DataFrame:
    return counted.sort("documents", "row", "at", descending=[True, False, False]).head(MOST_RECURRING)


def _texts(corpus: Corpus, counted: pl.DataFrame) -> list[str]:
    """Return the text of each key's first block."""
    rows, at = counted["row"].to_numpy(), counted["at"].to_numpy()
    part = np.searchsorted(corpus.edges, rows, "right") - 1
    texts = np.full(len(rows), "", object)
    for number in np.unique(part):
        column = corpus.part(int(number), "blocks", ["text"])["text"]
        mine = np.flatnonzero(part == number)
        texts[mine] = column.take(pa.array(at[mine])).to_pylist()
    return list(texts)
