"""Writing the tables of an audit into a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from audit.atomic import naming, replacing, sweep
from audit.corpus.corpus_audit import CorpusAudit
from audit.engine.memory import return_free_memory
from audit.measure.measures import MEASURES
from audit.release.storage.shards import write_table
from audit.report.build import Tally
from audit.tables import BLOCKS, DUPLICATES, FINDINGS, LEDGER, RECURRING, SUSPECTS, Table


def put_tables(folder: Path, found: CorpusAudit, tally: Tally) -> None:
    """Write all tables of an audit into a folder, counted by `tally` on the way."""
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder)
    tables: tuple[tuple[Table, Iterable[pa.Table]], ...] = (
        (found.corpus.dataset, found.corpus.documents()),
        (BLOCKS, found.corpus.tables("blocks")),
        (MEASURES, [found.measures]),
        (DUPLICATES, [found.copies.pairs]),
        (SUSPECTS, [found.paraphrases.suspects]),
        (RECURRING, found.recurring()),
        (FINDINGS, found.findings(tally)),
        (LEDGER, found.ledger(tally)),
    )
    for table, batches in tables:
        put_table(folder, table, batches)


def put_table(folder: Path, table: Table, batches: Iterable[pa.Table]) -> None:
    """Write a table to folder/NAME.parquet atomically."""
    path = folder / f"{table.name}.parquet"
    with naming(path), replacing(path) as file:
        write_table(file, table, batches)
    return_free_memory()
