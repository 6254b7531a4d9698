"""What a release says of itself must add up: counts, states and the rows of its tables."""

import shutil

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from audit.release.storage.shards import write_shards
from audit.release.tables import TABLES
from audit.release.verification.consistency import check_accounts, check_counts
from audit.release.verification.verify import verify
from audit.tables import BLOCKS, DOCUMENTS

PARQUET = "documents/train-00000-of-00001.parquet"


def said(path):
    return [str(problem) for problem in verify(path).problems]


def replaced(made, table, rows):
    """Write other rows of a table of the dataset into a release, and say what the accounts say to it."""
    shutil.rmtree(made / table.name)
    write_shards(made / table.name, table, [rows])
    return [str(problem) for problem in check_accounts(made)]


def with_column(rows, name, values):
    at = rows.column_names.index(name)
    return rows.set_column(at, rows.schema.field(name), values)


class TestAccounts:
    def test_the_tables_of_a_release_agree(self, made):
        assert check_accounts(made) == ()

    def test_a_document_without_blocks_has_no_body(self, made, tables):
        found = replaced(made, BLOCKS, tables["blocks"][0].slice(0, 3))
        assert ["en/tram.txt" in problem and "bodies" in problem for problem in found] == [True]

    def test_a_changed_body_is_found(self, made, tables):
        rows = tables["documents"][0]
        found = replaced(made, DOCUMENTS, with_column(rows, "body", pc.utf8_upper(rows["body"])))
        assert any("bodies differ from their content blocks" in problem for problem in found)

    def test_blocks_that_are_boilerplate_are_not_in_the_body(self, made, tables):
        rows = tables["blocks"][0]
        found = replaced(
            made, BLOCKS, with_column(rows, "boilerplate", pa.array([False, False, True, False, False, False]))
        )
        assert ["cn/harbour.txt" in problem for problem in found] == [True]

    @pytest.mark.parametrize(
        "order",
        [[1, 0, 2, 3, 4, 5], [0, 1, 3, 4, 5, 2], [0, 1, 1, 2, 3, 4, 5]],
        ids=["exchanged", "in two runs", "twice"],
    )
    def test_blocks_out_of_order_are_found(self, made, tables, order):
        found = replaced(made, BLOCKS, tables["blocks"][0].take(order))
        assert any("out of order" in problem for problem in found)

    def test_overlapping_blocks_are_found(self, made, tables):
        rows = tables["blocks"][0]
        for name in ("start", "end"):
            moved = pa.array([v - 2 if n == 1 else v for n, v in enumerate(rows[name].to_pylist())])
            rows = with_column(rows, name, moved)
        assert any("overlap" in problem for problem in replaced(made, BLOCKS, rows))

    def test_blocks_of_an_unknown_document_are_found(self, made, tables):
        rows = tables["documents"][0].slice(0, 1)
        found = replaced(made, DOCUMENTS, rows)
        assert any("ids are not in documents: en/tram.txt" in problem for problem in found)
        assert any("published according to the ledger" in problem for problem in found)

    def test_an_id_that_occurs_twice_is_found(self, made, tables):
        found = replaced(made, DOCUMENTS, pa.concat_tables([*tables["documents"], *tables["documents"]]))
        assert any("more than once" in problem for problem in found)

    def test_counts_are_the_ledgers(self, made):
        counts = {"found": 4, "published": 2, "duplicate": 1, "boilerplate": 0, "excluded": 0, "quarantined": 1}
        assert check_counts(made, counts) == ()
        assert check_counts(made, {**counts, "published": 3})

    def test_all_tables_are_there(self, made):
        evidence = {"measures", "metrics", "duplicates", "suspects", "recurring", "findings", "ledger"}
        assert {t.name for t in TABLES} == {"documents", "blocks", *evidence}
        assert evidence <= {f.stem for f in (made / "audit").glob("*.parquet")}
        assert made.is_dir()
