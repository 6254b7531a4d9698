"""A document is joined from all its blocks, however its rows fall into the batches that are read."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.release.storage import reading
from audit.release.verification.consistency import check_accounts
from audit.tables import BLOCKS

SHARD = "blocks/train-00000-of-00001.parquet"


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 100])
def test_a_good_release_is_accepted_wherever_a_batch_ends(made, monkeypatch, rows):
    monkeypatch.setattr(reading, "_BATCH_ROWS", rows)
    blocks = pq.read_table(made / SHARD)
    assert len(blocks) == 6
    assert check_accounts(made) == ()


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 100])
@pytest.mark.parametrize("at", range(6))
def test_a_block_that_was_changed_is_noticed_wherever_a_batch_ends(made, monkeypatch, rows, at):
    monkeypatch.setattr(reading, "_BATCH_ROWS", rows)
    blocks = pq.read_table(made / SHARD)
    lines = blocks.to_pylist()
    lines[at]["start"] += 1
    pq.write_table(pa.Table.from_pylist(lines, schema=BLOCKS.arrow), made / SHARD)
    assert lines[at]["id"] in " ".join(problem.what for problem in check_accounts(made))


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_a_document_in_two_runs_is_reported_wherever_a_batch_ends(made, monkeypatch, rows):
    monkeypatch.setattr(reading, "_BATCH_ROWS", rows)
    blocks = pq.read_table(made / SHARD)
    pq.write_table(pa.concat_tables([blocks.slice(1), blocks.slice(0, 1)]), made / SHARD)
    (first,) = blocks["id"].slice(0, 1).to_pylist()
    assert any("out of order" in problem.what and first in problem.what for problem in check_accounts(made))
