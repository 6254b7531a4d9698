"""The bytes of shards depend on the rows alone; a row more moves few cuts."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.errors import DefectError
from audit.release.storage.groups import Cuts, groups, row_bytes
from audit.release.storage.reading import open_parquet
from audit.release.storage.shards import shard_name, write_parquet, write_shards
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, empty

# Everything is cut often, so that a dozen rows meet every kind of cut.
TINY = Cuts(group_min=100, group_max=400, rarity=2, shard_min=300, shard_max=900, shard_rarity=2)
TEXT = st.text(max_size=40) | st.sampled_from(["", "\0", "👩‍👩‍👧", "e\u0301", "\u202e", "\ufeff", "港口" * 30])
VALUES = {
    "string": TEXT,
    "large_string": TEXT,
    "bool": st.booleans(),
    "date32": st.dates(date(1, 1, 1), date(9999, 12, 31)),
    "timestamp[ms]": st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)),  # noqa: DTZ001
    "int32": st.integers(-(2**31), 2**31 - 1),
    "int64": st.integers(-(2**63), 2**63 - 1),
    "float32": st.floats(width=32),
}


def whole_millisecond(value):
    return value.replace(microsecond=value.microsecond // 1000 * 1000) if isinstance(value, datetime) else value


def tables(schema, max_size=12):
    columns = {c.name: VALUES[c.type] if c.required else VALUES[c.type] | st.none() for c in schema.columns}
    rows = st.lists(st.fixed_dictionaries(columns), max_size=max_size)
    return rows.map(
        lambda found: pa.Table.from_pylist(
            [{k: whole_millisecond(v) for k, v in r.items()} for r in found], schema.arrow
        )
    )


def cut(table, at):
    edges = sorted({0, len(table), *(a % (len(table) + 1) for a in at)})
    return [table.slice(a, b - a) for a, b in pairwise(edges)]


def written(table, batches, cuts=TINY):
    with tempfile.TemporaryDirectory() as folder:
        shards = write_shards(Path(folder, "t"), table, batches, cuts)
        return [(p.name, p.read_bytes()) for p in shards.paths], shards.content


@pytest.mark.parametrize("schema", [DOCUMENTS, BLOCKS, DUPLICATES], ids=lambda t: t.name)
@settings(deadline=None, max_examples=12)
@given(data=st.data())
def test_however_rows_are_batched_the_bytes_are_the_same(schema, data):
    table = data.draw(tables(schema))
    batches = cut(table, data.draw(st.lists(st.integers(0, 20), max_size=5)))
    copied = [pa.Table.from_pylist(b.to_pylist(), schema.arrow) for b in batches]
    whole = written(schema, [table])
    assert written(schema, batches) == whole
    assert written(schema, [empty(schema), *copied, empty(schema)]) == whole
    assert written(schema, [b for batch in batches for b in batch.to_batches()]) == whole


@settings(deadline=None, max_examples=12)
@given(tables(DOCUMENTS))
def test_what_is_written_reads_back(table):
    with tempfile.TemporaryDirectory() as folder:
        shards = write_shards(Path(folder, "t"), DOCUMENTS, [table], TINY)
        read = pa.concat_tables([pq.read_table(path) for path in shards.paths])
    assert read.equals(table)
    assert read.schema.equals(DOCUMENTS.arrow)
    assert (shards.content.rows, shards.content.bytes) == (len(table), int(row_bytes(table).sum()))


@settings(deadline=None, max_examples=30)
@given(tables(BLOCKS, max_size=30))
def test_groups_keep_their_bounds(table):
    made = list(groups([table], "id", TINY))
    assert sum(map(len, made)) == len(table)
    for group in made:
        assert row_bytes(group).sum() <= TINY.group_max or len(group) == 1


def test_a_group_is_in_memory_once():
    before, size = pa.total_allocated_bytes(), 1 << 16
    batches = (pa.table({"id": pa.array([f"{n}"]), "text": pa.array(["x" * size])}) for n in range(32))
    for group in groups(batches, "id", Cuts(group_min=16 * size, group_max=16 * size)):
        # Beside the group there is the batch that it ended in.
        assert pa.total_allocated_bytes() - before < group.nbytes + 2 * size


def test_a_row_added_at_the_front_moves_no_cut_but_the_first():
    ids = [f"article-{n:03d}" for n in range(200)]
    table = pa.Table.from_pylist([given_pair(i) for i in ids], DUPLICATES.arrow)
    longer = pa.concat_tables([pa.Table.from_pylist([given_pair("aaa")], DUPLICATES.arrow), table])
    # Of rows as small as these a group is rarely cut for its size.
    small = (t.select(["a", "b", "kind", "cluster", "jaccard"]) for t in (table, longer))
    before, after = ([g["a"][0].as_py() for g in groups([t], "a", TINY)] for t in small)
    assert len(before) > 20
    assert len(set(after) - set(before)) <= 3


def given_pair(a):
    return {
        "a": a, "b": "z", "kind": "near", "coverage_ab": 1.0, "coverage_ba": 1.0, "jaccard": 1.0,
        "longest_run": 9, "cluster": a, "release": None,
    }  # fmt: skip


def test_a_table_without_rows_is_one_shard_without_rows(tmp_path):
    shards = write_shards(tmp_path / "documents", DOCUMENTS, [])
    assert [path.name for path in shards.paths] == ["train-00000-of-00001.parquet"]
    assert pq.read_table(shards.paths[0]).equals(empty(DOCUMENTS))


def test_shards_are_numbered_out_of_their_number_and_nothing_else_is_left(tmp_path):
    table = pa.Table.from_pylist([given_pair(f"{n}") for n in range(60)], DUPLICATES.arrow)
    shards = write_shards(tmp_path / "d", DUPLICATES, [table], TINY)
    count = len(shards.paths)
    assert count > 3
    assert sorted(p.name for p in (tmp_path / "d").iterdir()) == [shard_name(n, count) for n in range(count)]


def test_a_flipped_bit_is_an_error_and_no_other_text(tmp_path):
    content = write_parquet(
        tmp_path / "a.parquet", DUPLICATES, [pa.Table.from_pylist([given_pair("a")], DUPLICATES.arrow)]
    )
    assert content.rows == 1
    raw = bytearray((tmp_path / "a.parquet").read_bytes())
    raw[raw.index(b"z")] ^= 1
    (tmp_path / "a.parquet").write_bytes(raw)
    with open_parquet(tmp_path / "a.parquet") as file, pytest.raises((OSError, pa.ArrowException)):
        file.read()


def test_texts_have_no_dictionary_and_every_page_has_an_index(tmp_path):
    stated = {"body": "b", "boilerplate": False, "id": "i", "language": "en", "encoding": "utf-8", "sha256": "0"}
    row = dict.fromkeys(DOCUMENTS.names) | stated
    shards = write_shards(tmp_path / "d", DOCUMENTS, [pa.Table.from_pylist([row], DOCUMENTS.arrow)])
    group = pq.ParquetFile(shards.paths[0]).metadata.row_group(0)
    body = group.column(DOCUMENTS.names.index("body"))
    assert "DELTA_LENGTH_BYTE_ARRAY" in body.encodings
    assert (body.compression, body.has_dictionary_page, body.has_offset_index) == ("ZSTD", False, True)


@pytest.mark.parametrize("wrong", ["missing", "null", "not utf-8"])
def test_a_batch_that_does_not_fit_is_our_defect(tmp_path, wrong):
    table = pa.Table.from_pylist([given_pair("a")], DUPLICATES.arrow)
    broken = {
        "missing": table.drop_columns(["kind"]),
        "null": table.set_column(2, "kind", pa.nulls(1, pa.string())),
        "not utf-8": table.set_column(2, "kind", pa.array([b"\xff"]).view(pa.string())),
    }[wrong]
    with pytest.raises(DefectError, match="duplicates"):
        write_shards(tmp_path / "d", DUPLICATES, [broken])
