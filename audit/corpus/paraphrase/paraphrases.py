"""Suspected paraphrases, searched after the copies are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.duplicates import Duplicates
from audit.corpus.corpus import Corpus
from audit.measure.duplication.records.parts import Bodies
from audit.measure.paraphrase import PARAPHRASE
from audit.measure.paraphrase.score import SUSPECT
from audit.measure.paraphrase.suspects import find_suspects
from audit.policy import Policy
from audit.tables import SUSPECTS, conform, empty
from audit.tables.evidence import PAIR_KINDS

# In shorter bodies a common name and a set phrase make up half of the text.
LEAST_CHARS: Final = 100


@dataclass(frozen=True, slots=True)
class Paraphrases:
    """The table of suspects, the measured columns in row order, the suspects' sources, and pairs not compared.

    `after[row]` is the row of which a document may be a paraphrase, -1 for all others.
    """

    suspects: pa.Table
    columns: pa.Table
    after: np.ndarray
    left_out: int = 0

    @staticmethod
    def none(rows: int) -> Paraphrases:
        """Return the result if nothing was compared."""
        nothing = PARAPHRASE.table.build(spun_score=[None] * rows, spun_of=[None] * rows)
        return Paraphrases(empty(SUSPECTS), nothing, np.full(rows, -1))


def find_paraphrases(corpus: Corpus, measures: pa.Table, copies: Duplicates, policy: Policy) -> Paraphrases:
    """Return the suspects among documents not set aside as copies; none if the policy disables the search."""
    if not policy.spun.suspects:
        return Paraphrases.none(len(measures))
    lengths = measures["body_chars"].to_numpy().astype(np.int64)
    takes_part = (lengths >= LEAST_CHARS) & ~copies.set_aside
    order = np.argsort(~takes_part, kind="stable")[: int(takes_part.sum())]
    found = find_suspects(corpus.files("retelling"), Bodies(corpus.files("documents")), order, len(lengths))
    ids = pl.Series(measures["id"]).cast(pl.String)
    pairs = _later_second(pl.DataFrame(found.pairs), _days(corpus))
    named = pairs.with_columns(id=ids.gather(pairs["second_row"]), spun_of=ids.gather(pairs["first_row"]))
    return _paraphrases(_without_copies(named, pl.DataFrame(copies.pairs)), len(lengths), found.left_out)


def _days(corpus: Corpus) -> pl.Series:
    tables = [corpus.part(nth, "documents", ["date"]) for nth in range(len(corpus.with_documents))]
    return pl.Series(pa.concat_tables(tables)["date"])


def _later_second(pairs: pl.DataFrame, days: pl.Series) -> pl.DataFrame:
    """Return the pairs with the later document second, where both state a date."""
    first, second = (days.gather(pairs[name]) for name in ("first_row", "second_row"))
    is_swapped = (first > second).fill_null(value=False)
    swaps = {name: other for one in pairs.columns for name, other in _swapped(one)}
    return pairs.select(pl.when(is_swapped).then(swaps.get(n, n)).otherwise(n).alias(n) for n in pairs.columns)


def _swapped(name: str) -> list[tuple[str, str]]:
    other = name.replace("first", "second")
    return [(name, other), (other, name)] if other != name else []


def _without_copies(named: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs not reported as copies already."""
    reported = copies.filter(pl.col("kind").is_in(PAIR_KINDS)).select("a", "b")
    ordered = named.with_columns(a=pl.min_horizontal("id", "spun_of"), b=pl.max_horizontal("id", "spun_of"))
    return ordered.join(reported, on=["a", "b"], how="anti", maintain_order="left")


def _paraphrases(pairs: pl.DataFrame, rows: int, left_out: int) -> Paraphrases:
    best = pairs.sort("score", "first_row", descending=[True, False]).unique("second_row", keep="first")
    every = pl.DataFrame({"second_row": np.arange(rows)}).join(best, on="second_row", how="left", maintain_order="left")
    is_suspect = pl.col("score") > SUSPECT
    scores = every.select(spun_score="score", spun_of=pl.when(is_suspect).then("spun_of"))
    after = every.select(pl.when(is_suspect).then("first_row").fill_null(-1)).to_series()
    named = {"coverage": "long_second", "coverage_of": "long_first", "short": "short_second", "short_of": "short_first"}
    listed = pairs.filter(is_suspect).with_columns(**named).sort("id", "spun_of")
    return Paraphrases(conform(listed.to_arrow(), SUSPECTS), _measured(scores), after.to_numpy(), left_out)


def _measured(scores: pl.DataFrame) -> pa.Table:
    return conform(scores.to_arrow(), PARAPHRASE.table)
