"""The tables of a corpus are its part files end to end, read whole or mapped."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

from audit.corpus.corpus import Corpus, mapped
from tests.corpus.part_files import corpus_of

DOCUMENTS = pl.DataFrame({"id": list("abcde"), "sha256": list("vwxyz"), "bytes": [1] * 5, "said": [None] * 5})
NOWHERE = pl.DataFrame(schema={"document": pl.Int64})


def test_a_whole_table_is_its_parts_end_to_end_each_column_in_one_piece(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, DOCUMENTS, NOWHERE, [0, 2, 2, 5])
    whole = corpus.whole("documents")
    assert whole is not None
    assert whole.to_pydict() == {"id": list("abcde"), "sha256": list("vwxyz")}
    assert [column.num_chunks for column in whole.columns] == [1, 1]
    some = corpus.whole("documents", ["sha256"])
    assert some is not None
    assert some.equals(whole.select(["sha256"]))


def test_a_corpus_without_documents_has_no_whole_table(tmp_path: Path) -> None:
    assert Corpus(tmp_path, ()).whole("documents") is None


@pytest.mark.parametrize("small", [0, 1 << 20])
def test_columns_that_are_mapped_are_the_same_in_one_piece_and_their_files_are_gone(
    small: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.corpus.corpus._SMALL", small)
    pieces = [pa.table({"n": [1], "said": [None], "many": [[1, 2]]}), pa.table({"n": [2], "said": ["b"], "many": [[]]})]
    table = pa.concat_tables(pieces, promote_options="permissive")
    found = mapped(table, tmp_path / "columns")
    assert found.equals(table)
    assert {column.num_chunks for column in found.columns} == {1}
    assert not list(tmp_path.rglob("*.arrow"))
