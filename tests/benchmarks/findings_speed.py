"""The cost of findings and ledger, on an invented corpus of documents that break three or four rules each.

    python -m tests.benchmarks.findings_speed [--documents 20000]

CPU microseconds a document and rows made, for findings and for the ledger, without what the rules' own columns cost.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import polars as pl

from audit.corpus.findings import Broken, findings
from audit.corpus.ledger_table import ledger
from audit.corpus.parts import Corpus
from audit.corpus.states import judge
from audit.policy import Policy
from audit.rulebook import RULES
from audit.rulebook.failing import failing
from tests.corpus.part_files import corpus_of, measures_of

PART = 256
SEED = 20_240_501
# Share of documents in which a counted fault occurs; about what the web holds, the samples hold more.
FAULTY = 0.03
PLACED = ("residual_prompts", "zero_width", "foreign_blocks", "injected_ads", "decode_errors")
OF_DOCUMENTS = tuple(rule for rule in RULES if rule.scope == "document")


def measured(count: int, rng: np.random.Generator) -> pl.DataFrame:
    """Return measures of documents: some of each rule's faults, a copy in eight, a page without an article in ten."""
    counted = [r.expectation.column for r in OF_DOCUMENTS if r.expectation.kwargs.get("max_value") == 0]
    faults = {name: rng.integers(1, 9, count) * (rng.random(count) < FAULTY) for name in counted}
    kinds = rng.choice(["exact_raw", "exact_normalised", "near"], count)
    frame = pl.DataFrame(faults).with_columns(
        id=pl.format("日报/{}/文章-{}.txt", pl.int_range(count) % 40, pl.int_range(count)),
        duplicate_kind=pl.when(pl.Series(rng.random(count) < 1 / 8)).then(pl.Series(kinds)),
        similarity=pl.Series(rng.random(count)),
        containment=pl.Series(rng.random(count)),
        no_article=pl.Series(rng.random(count) < 1 / 10),
        boilerplate_share=pl.Series(rng.random(count)),
        encoding_confidence=pl.Series(1 - rng.random(count) ** 4),
        language_confidence=pl.Series(1 - rng.random(count) ** 4),
        nfc=pl.lit(value=True),
        language=pl.lit("zh-Hans"),
        language_expected=pl.Series(rng.random(count) > FAULTY),
        letters=pl.Series(rng.integers(5, 5_000, count)),
        body_chars=pl.Series(rng.integers(0, 5_000, count)),
        title_chars=pl.Series(rng.integers(5, 60, count)),
        **{name: pl.Series(rng.random(count) < 1 / 2) for name in ("has_source", "has_date", "has_author")},
    )
    of = pl.when(pl.col("duplicate_kind").is_not_null()).then(pl.col("id").reverse())
    return frame.with_columns(duplicate_of=of)


def placed(measures: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """Return as many places as are counted, in the facts that are PLACED."""
    counts = [measures.select(document=pl.int_range(pl.len()), times=name, fact=pl.lit(name)) for name in PLACED]
    rows = pl.concat(counts, how="vertical_relaxed").select(
        pl.col("document").repeat_by("times"), pl.col("fact").repeat_by("times")
    )
    rows = rows.explode("document", "fact", empty_as_null=False).sort("document", "fact")
    start = pl.Series(rng.integers(0, 5_000, len(rows)))
    return rows.with_columns(
        start=start, end=start + 20, byte_start=start * 3, byte_end=start * 3 + 60,
        evidence=pl.lit("扫一扫,关注我们的公众号"), content=pl.format("……请扫一扫,关注我们的公众号{}……", start % 50),
    )  # fmt: skip


def corpus(folder: Path, count: int) -> tuple[Corpus, Any]:
    """Return an invented corpus and its measures."""
    rng = np.random.default_rng(SEED)
    measures = measured(count, rng)
    documents = measures.select(
        "id", sha256=pl.Series([f"{n:064x}" for n in range(count)]), bytes=pl.lit(1_000), said=pl.lit(None, pl.String)
    )
    edges = [*range(0, count, PART), count]
    return corpus_of(folder, documents, placed(measures, rng), edges), measures_of(measures)


def main() -> None:
    """Make the corpus and take the times."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--documents", type=int, default=20_000)
    count = wanted.parse_args().documents
    with TemporaryDirectory() as folder:
        found, measures = corpus(Path(folder), count)
        broken = Broken(OF_DOCUMENTS, {rule.code: failing(rule, measures) for rule in OF_DOCUMENTS})
        verdict = judge(broken, measures, Policy())
        print(f"{count:,} documents break {sum(map(len, broken.rows.values())):,} rules")
        report("findings", count, lambda: findings(found, measures, broken))
        report("ledger", count, lambda: ledger(found, measures, verdict))


def report(name: str, count: int, make: Callable[[], Iterator[Any]]) -> None:
    """Print the least of three times."""
    took = []
    for _ in range(3):
        began, rows = time.process_time(), sum(map(len, make()))
        took.append(time.process_time() - began)
    print(f"{name}: {rows:,} rows, {min(took) / count * 1e6:.1f} µs of CPU a document")


if __name__ == "__main__":
    main()
