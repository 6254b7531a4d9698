"""Duplicates by stated fields: the same URL, or the same title on the same day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.corpus import Corpus
from audit.errors import UsageError
from audit.measure.duplication import COPIES
from audit.measure.duplication.keep import NO_ROW
from audit.measure.duplication.pairs.compare import compare
from audit.measure.duplication.pairs.exact import Classes, first_with_same
from audit.measure.duplication.pairs.pairs import Copies
from audit.measure.duplication.pairs.verify import NEAR, VERIFIED
from audit.measure.duplication.records.groups import connected
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.tokens.fold import fold
from audit.measure.duplication.tokens.shingles import shingles
from audit.policy import DuplicateSettings
from audit.tables import columns_of
from audit.tables.extra import extra_columns
from audit.text.visible import visible
from audit.worker.parts.extra_part import EXTRA

SAME_KEY: Final = "same_key"
BODY: Final = "body"
# Near copies whose other fields differ, where the policy requires these to agree: neither is set aside for the other.
_APART: Final = "apart"
# The document fields a key may name; columns of records are available through input.extra.
_FIELDS: Final = ("title", "source", "date", "author", "url")
# Compared exactly: case folding would merge distinct URLs.
_LITERAL: Final = frozenset({"date", "url"})
_AND: Final = "+"
# Pairs whose texts are in memory at once.
_COMPARED: Final = 64
_MEASURED_OF_A_COPY: Final = (
    "kept_similarity", "kept_coverage", "kept_coverage_of", "kept_because", "near_copy_of", "unique_tokens",
    "unique_start", "unique_end", "also_in",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SameKeys:
    """For each row set aside by a key, the preferred row with the same key; NO_ROW for the others."""

    beside: np.ndarray

    @property
    def rows(self) -> np.ndarray:
        """A mask of the rows set aside."""
        is_lost: np.ndarray = self.beside != NO_ROW
        return is_lost

    def twins(self, kept: pa.Table) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows set aside and those kept instead, given the result of `keep`."""
        rows, of = np.flatnonzero(self.rows), kept["duplicate_of_row"].to_numpy()
        beside = self.beside[rows]
        return rows, np.where(of[beside] == NO_ROW, beside, of[beside])

    def put(self, columns: pa.Table, ids: pl.Series, lost: np.ndarray) -> pa.Table:
        """Return the measured columns of duplication with these rows set aside, with the tokens `lost` with each.

        A preferred row that is itself a copy passes them on to the document kept instead of it.
        """
        rows = np.flatnonzero(self.rows)
        if not len(rows):
            return columns
        here = {name: pl.Series(column) for name, column in columns_of(columns).items()}
        beside = self.beside[rows]
        own = here["duplicate_of"].gather(beside)
        kept = pl.DataFrame({"own": own, "first": ids.gather(beside)}).select(pl.coalesce("own", "first")).to_series()
        here["duplicate_of"] = here["duplicate_of"].scatter(rows, kept)
        here["duplicate_kind"] = here["duplicate_kind"].scatter(rows, SAME_KEY)
        here["duplicate_release"] = here["duplicate_release"].scatter(rows, here["duplicate_release"].gather(beside))
        for name in _MEASURED_OF_A_COPY:
            here[name] = here[name].scatter(rows, None)
        here["lost_tokens"] = here["lost_tokens"].scatter(rows, lost)
        return COPIES.table.build(**{n: s.to_arrow().cast(columns.schema.field(n).type) for n, s in here.items()})

    def joined(self, found: Copies, bodies: Bodies, kept: pa.Table, lost: np.ndarray) -> Copies:
        """Return the pairs found, with these measured and added, and the resulting clusters.

        The tokens `lost` with a row set aside are those of its pair, if the preferred row is kept.
        """
        rows = np.flatnonzero(self.rows)
        if not len(rows):
            return found
        every = np.arange(len(found.cluster))
        cluster = connected(
            len(every), np.concatenate([found.cluster, self.beside[rows]]), np.concatenate([every, rows])
        )
        first, second = np.minimum(rows, self.beside[rows]), np.maximum(rows, self.beside[rows])
        is_kept = kept["duplicate_of_row"].to_numpy()[self.beside[rows]] == NO_ROW
        told = pl.Series("lost", lost, pl.Int32)
        more = pl.DataFrame({"a_row": first, "b_row": second}).with_columns(
            lost_a=pl.when(pl.Series(is_kept & (rows == first))).then(told),
            lost_b=pl.when(pl.Series(is_kept & (rows == second))).then(told),
        )
        more = more.join(pl.DataFrame(found.pairs), on=["a_row", "b_row"], how="anti", maintain_order="left")
        tables = [_measured(more[at : at + _COMPARED], bodies) for at in range(0, len(more), _COMPARED)]
        pairs = pl.DataFrame(pa.concat_tables([found.pairs, *tables])).sort("a_row", "b_row")
        return replace(found, pairs=pairs.to_arrow().cast(VERIFIED.arrow), cluster=cluster)


def _measured(pairs: pl.DataFrame, bodies: Bodies) -> pa.Table:
    """Return a row of VERIFIED for each pair; texts too short for a shingle share nothing."""
    rows, places = np.unique(np.concatenate([pairs["a_row"], pairs["b_row"]]), return_inverse=True)
    texts = bodies(rows.tolist())
    tokens = fold([texts[row] for row in rows.tolist()])
    has_shingles = np.diff(shingles(tokens).offsets) > 0
    a, b = places[: len(pairs)], places[len(pairs) :]
    is_measured = has_shingles[a] & has_shingles[b]
    found = compare(tokens, a[is_measured], b[is_measured])
    measures = {
        name: np.zeros(len(pairs), type)
        for name, type in (("coverage_ab", "f4"), ("coverage_ba", "f4"), ("jaccard", "f4"), ("longest_run", "i4"))
    }
    for name, column in measures.items():
        column[is_measured] = getattr(found, name)
    lost = {name: pairs[name].to_arrow() for name in ("lost_a", "lost_b")}
    alone = {name: pa.nulls(len(pairs), pa.int32()) for name in VERIFIED.names if name.startswith("unique")}
    kinds = pa.array([SAME_KEY] * len(pairs), pa.string())
    return VERIFIED.build(
        a_row=pairs["a_row"].to_numpy(), b_row=pairs["b_row"].to_numpy(), kind=kinds, **measures, **lost, **alone
    )


def same_keys(corpus: Corpus, settings: DuplicateSettings, eligible: np.ndarray, places: np.ndarray) -> SameKeys:
    """Return which `eligible` rows share a key with a row that ranks before them in `places`.

    Not transitive: a row is set aside only for a row that is kept. Raises UsageError if a key names an unknown column.
    """
    beside = np.full(len(eligible), NO_ROW, np.int64)
    keys = settings.keys if SAME_KEY in settings.set_aside else ()
    labels = [_labels(corpus, key.split(_AND), key, is_key=True) for key in keys]
    if not labels:
        return SameKeys(beside)
    is_shared = np.any([np.bincount(label, minlength=len(label))[label] > 1 for label in labels], axis=0)
    order = np.argsort(places)
    owners: dict[tuple[int, int], int] = {}
    for row in order[(eligible & is_shared)[order]].tolist():
        stated = [(nth, int(label[row])) for nth, label in enumerate(labels)]
        first = next((owners[key] for key in stated if key in owners), None)
        if first is None:
            owners.update((key, row) for key in stated)
        else:
            beside[row] = first
    return SameKeys(beside)


def find_agreeing(corpus: Corpus, settings: DuplicateSettings, found: Copies) -> Copies:
    """Return the pairs found without those that differ in a field of `duplicates.fields`."""
    fields = [field for field in settings.fields if field != BODY]
    if not fields:
        return found
    return apart_by(_labels(corpus, fields, " and ".join(fields), is_key=False), found)


def apart_by(label: np.ndarray, found: Copies) -> Copies:
    """Return the pairs found without those of rows with different labels."""
    own = label.astype(np.uint64)
    raw, text = (first_with_same(each.astype(np.uint64), own) for each in (found.classes.raw, found.classes.text))
    first, second = (label[found.pairs[name].to_numpy()] for name in ("a_row", "b_row"))
    return replace(without_near(first != second, found), classes=Classes(raw, text))


def without_near(are_apart: np.ndarray, found: Copies) -> Copies:
    """Return the pairs found without the near copies among some of them."""
    pairs = pl.DataFrame(found.pairs)
    kind = pl.when(pl.Series(are_apart) & (pl.col("kind") == NEAR)).then(pl.lit(_APART)).otherwise("kind")
    return replace(found, pairs=pairs.with_columns(kind.alias("kind")).to_arrow().cast(VERIFIED.arrow))


def _labels(corpus: Corpus, names: Sequence[str], key: str, *, is_key: bool) -> np.ndarray:
    """Return for each row the first row with equal values in all these columns, or itself.

    All parts of a key must be stated; fields that neither document states are equal.
    """
    columns = [_column(corpus, name.strip(), key) for name in names]
    rows = pl.DataFrame(columns).with_row_index("row")
    on = [f"column_{nth}" for nth in range(len(columns))]
    first = pl.col("row").min().over(on)
    if is_key:
        is_stated = pl.all_horizontal(pl.col(name).is_not_null() for name in on)
        first = pl.when(is_stated).then(first).otherwise("row")
    return rows.select(first.cast(pl.Int64)).to_series().to_numpy()


def _column(corpus: Corpus, name: str, key: str) -> pl.Series:
    """Return the values of a column, normalised so that equal values mean the same; null where not stated."""
    extra = {column.path: column.name for column in extra_columns(corpus.asked)}
    if name not in _FIELDS and name not in extra:
        raise UsageError(
            f"duplicates.keys names {visible(key, 60)!r}, but there is no {visible(name, 40)!r}: name "
            f"{', '.join(_FIELDS)}, or a record column listed in input.extra"
        )
    table, column = ("documents", name) if name in _FIELDS else (EXTRA, extra[name])
    tables = [corpus.part(nth, table, [column]) for nth in range(len(corpus.with_documents))]
    told = pl.Series(pa.concat_tables(tables)[column]).cast(pl.String)
    if name in extra or name in _LITERAL:
        told = told.str.strip_chars()
        return pl.select(pl.when(told != "").then(told)).to_series()
    return pl.Series(fold(told.fill_null("").to_list()).digests, dtype=pl.Binary)
