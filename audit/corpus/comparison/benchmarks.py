"""Benchmark contamination: the items the workers search for, and what they found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.reference_corpora import ReferenceCorpus
from audit.corpus.corpus import Corpus
from audit.corpus.input_kind import detect_target
from audit.errors import UsageError
from audit.measure.duplication import CONTAMINATION
from audit.measure.duplication.items.item import MOST_TOKENS, BenchmarkItem, items_in, probes_of
from audit.measure.duplication.items.item_index import item_index
from audit.measure.duplication.records.parts import by_row
from audit.policy import InputSettings
from audit.read.inputs import read_inputs
from audit.read.questions.read import questions_in
from audit.read.walk import Entry, walk
from audit.worker.batch import Batch
from audit.worker.job import Job
from audit.worker.parts.found_items import ITEMS, SoughtItems

# Items of one dataset. Large benchmarks have some hundred thousand; more short texts than this are compared as
# documents.
MOST_ITEMS: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The items of one dataset, with those too short to be distinctive and those left out."""

    name: str
    first: int
    items: int
    too_short: int
    left_out: int

    def counted(self, found: np.ndarray, documents: int) -> dict[str, Any]:
        """Return the report entry: distinct items `found` in that many documents."""
        return {
            "in": self.name, "items": self.items, "too_short": self.too_short, "left_out": self.left_out,
            "found": len(found), "documents": documents,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The datasets whose items are searched for, and the name of each item."""

    each: tuple[Benchmark, ...] = ()
    names: tuple[str, ...] = ()

    def found(self, corpus: Corpus) -> tuple[pa.Table, tuple[dict[str, Any], ...]]:
        """Return the measured columns of contamination in row order, and the report entries."""
        if not self.each or not corpus.rows:
            nothing = np.zeros(0, np.int64)
            empty = [None] * corpus.rows
            columns = CONTAMINATION.table.build(benchmark_items=empty, benchmark_item=empty)
            return columns, tuple(each.counted(nothing, 0) for each in self.each)
        held = pl.concat([pl.DataFrame(table) for table in corpus.tables(ITEMS)])["found"]
        first = pl.Series(self.names, dtype=pl.String).gather(held.list.first())
        columns = CONTAMINATION.table.build(
            benchmark_items=held.list.len().cast(pl.Int32).to_arrow(),
            benchmark_item=first.to_arrow().cast(pa.string()),
        )
        every = pl.DataFrame({"row": np.arange(len(held)), "item": held}).explode("item").drop_nulls()
        return columns, tuple(self._entry(each, every) for each in self.each)

    def _entry(self, one: Benchmark, every: pl.DataFrame) -> dict[str, Any]:
        own = every.filter(pl.col("item").is_between(one.first, one.first + one.items - 1))
        return one.counted(own["item"].unique().to_numpy(), own["row"].n_unique())


NO_BENCHMARKS: Final = Benchmarks()


def open_benchmarks(paths: Sequence[str | Path], others: Sequence[ReferenceCorpus], job: Job) -> Benchmarks:
    """Return the benchmarks among `others`, opened from `paths`, and save their items for the workers of `job`.

    Raises UsageError if one of them contains neither texts nor questions, since nothing would be compared.
    """
    items: list[BenchmarkItem] = []
    left_out: list[int] = []
    for number, (path, other) in enumerate(zip(paths, others, strict=True)):
        held = _items(Path(path), other, job.policy.input)
        own = [replace(item, of=number) for item in islice(held, MOST_ITEMS)]
        left_out.append(sum(1 for _ in held))
        items += own
        if not own and not len(other.index.signatures):
            raise UsageError(
                f"{other.name} has nothing to compare with: no text, and no column with a usual name for questions "
                "(question, problem, query, prompt); rename the column, or see audit parse"
            )
    return _saved([other.name for other in others], items, left_out, job) if items else NO_BENCHMARKS


def _saved(names: Sequence[str], items: Sequence[BenchmarkItem], left_out: Sequence[int], job: Job) -> Benchmarks:
    probes = probes_of(items)
    called = tuple(f"{names[item.of]}: {item.name}" for item in items)
    SoughtItems(item_index(probes), pa.chunked_array([pa.array(called, pa.string())])).save(job.items)
    sought = np.bincount(np.array([items[number].of for number in set(probes.items)], np.int64), minlength=len(names))
    counts = np.bincount(np.array([item.of for item in items], np.int64), minlength=len(names))
    firsts = np.cumsum(counts) - counts
    each = [
        Benchmark(name, first, count, count - looked_for, more)
        for name, first, count, looked_for, more in zip(
            names, firsts.tolist(), counts.tolist(), sought.tolist(), left_out, strict=True
        )
    ]
    return Benchmarks(tuple(each), called)


def _items(path: Path, other: ReferenceCorpus, settings: InputSettings) -> Iterator[BenchmarkItem]:
    """Yield the items of a dataset: its question columns, else those of its texts that are or contain a question."""
    target = detect_target(path)
    root = target.root
    if target.kind == "release":
        yield from _short_texts(other)
        return
    for entry in walk(root):
        asked = False
        for question in questions_in(root, entry, settings):
            asked = True
            yield BenchmarkItem(question.id, question.text, question.choices, question.answer)
        if not asked and entry.refusal is None:
            yield from _in_texts(root, entry, settings)


def _short_texts(other: ReferenceCorpus) -> Iterator[BenchmarkItem]:
    """Yield the bodies of a release that are short enough to be items."""
    tokens = other.index.signatures["tokens"].to_numpy()
    rows = np.flatnonzero((tokens > 0) & (tokens <= MOST_TOKENS))
    ids = other.index.ids.take(pa.array(rows)).to_pylist()
    for id, (_, body) in zip(ids, sorted(by_row(other.bodies.columns, rows.tolist()).items()), strict=True):
        yield BenchmarkItem(id, body)


def _in_texts(root: Path, entry: Entry, settings: InputSettings) -> Iterator[BenchmarkItem]:
    for found in read_inputs(root, entry, settings):
        batch = Batch()
        batch.add(found)
        for row in batch.documents:
            yield from items_in(row.id, row.decoded.text if row.decoded else "")
