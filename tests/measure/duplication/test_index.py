"""An index keeps what comparing needs: pairs across two corpora are those of one search through both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from audit.errors import UsageError
from audit.measure.duplication.index import Side, check_index, pairs_across, side_of, unpack, write_index
from audit.measure.duplication.index import compatibility as specimen
from audit.measure.duplication.index.compatibility import _specimen_digest, make
from audit.measure.duplication.index.index_file import index_schema
from audit.measure.duplication.pairs.pairs import find_pairs
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.tokens.signature import signatures

Build = Callable[..., Any]
NONE = (np.empty(0, np.int64), np.empty(0, np.int64))


def write(corpus: Any, path: Path, published: Any = None, pairs: Any = NONE) -> Path:
    kept = np.ones(corpus.rows, np.bool_) if published is None else np.array(published)
    write_index(path, corpus.signatures, kept, pairs)
    return path


def table(corpus: Any) -> pa.Table:
    return pa.concat_tables([pq.read_table(part) for part in corpus.signatures])


def across(new: Any, old: Any, tmp_path: Path, **sides: Any) -> set[tuple[Any, ...]]:
    """Return the pairs between two corpora, the old one through its index, with what connects the rows of each."""
    found = find_pairs(old.signatures, old.bodies, 0.5)
    pairs = found.pairs["a_row"].to_numpy(), found.pairs["b_row"].to_numpy()
    index = unpack([write(old, tmp_path / "index.parquet", pairs=pairs)], tmp_path / "unpacked")
    here = Side(table(new), find_pairs(new.signatures, new.bodies, 0.5).cluster, new.bodies, sides.get("mine"))
    there = side_of(index, old.bodies, sides.get("theirs"))
    rows = pairs_across(here, there, index, 0.5).to_pylist()
    return {(row["row"], row["other"], row["kind"], row["coverage"], row["coverage_other"]) for row in rows}


def in_one_search(new: Any, old: Any) -> set[tuple[Any, ...]]:
    bodies = Bodies([*old.bodies.parts, *new.bodies.parts])
    rows = find_pairs([*old.signatures, *new.signatures], bodies, 0.5).pairs.to_pylist()
    return {
        (row["b_row"] - old.rows, row["a_row"], row["kind"], row["coverage_ba"], row["coverage_ab"])
        for row in rows
        if row["a_row"] < old.rows <= row["b_row"]
    }


def test_pairs_across_are_those_of_one_search(corpus: Build, article: Build, edited: Build, tmp_path: Path) -> None:
    texts = [article(seed) for seed in range(80)]
    # 80 and 81: known to one another, and only the first is like a newcomer.
    chain = edited(texts[5], 0.3, 1), edited(edited(texts[5], 0.3, 1), 0.25, 2)
    old = corpus([*texts, *chain, "", "Short."], raws=[*map(str, range(82)), "the same bytes", "short"], size=17)
    new = corpus(
        [
            *(article(1000 + seed) for seed in range(30)),
            *(edited(texts[seed], 0.05, seed) for seed in range(12)),
            texts[20],
            "，".join(texts[21]),
            article(901) + texts[22] + article(902),
            article(903) + texts[23][:120] + article(904),
            "",
            "ＳＨＯＲＴ",
            edited(edited(texts[5], 0.05, 5), 0.05, 9),
        ],
        raws=[*(f"new {row}" for row in range(46)), "the same bytes", "short too", "last"],
        ids=[f"n{row:03d}" for row in range(49)],
        size=9,
    )
    found = across(new, old, tmp_path)
    assert found == in_one_search(new, old)
    kinds = {(row, other): kind for row, other, kind, *_ in found}
    assert {kinds[row, row - 30] for row in range(30, 42)} == {"near"}
    assert kinds[42, 20] == kinds[43, 21] == "exact_normalised"
    assert kinds[44, 22] == "contained"
    assert kinds[46, 82] == "exact_raw"
    assert kinds[47, 83] == "exact_normalised"
    assert not [pair for pair in kinds if pair[0] < 30]


def test_a_large_cluster_is_joined_to_the_other_side_directly(
    corpus: Build, article: Build, edited: Build, tmp_path: Path
) -> None:
    text = article(3)
    old = corpus([article(1), text, article(2)])
    new = corpus([*(edited(text, 0.04, seed) for seed in range(40)), *["".join(text)] * 20])
    found = across(new, old, tmp_path)
    assert {(row, other) for row, other, *_ in found} >= {(row, 1) for row in range(60)}


def test_exact_copies_of_a_newcomer_share_its_twins(
    corpus: Build, article: Build, edited: Build, tmp_path: Path
) -> None:
    old = corpus([article(9)])
    new = corpus([edited(article(9), 0.05, 1)] * 30)
    assert {(row, kind) for row, _, kind, *_ in across(new, old, tmp_path)} == {(row, "near") for row in range(30)}


def test_who_does_not_take_part_is_in_no_pair(corpus: Build, article: Build, tmp_path: Path) -> None:
    old, new = corpus([article(1), article(2), article(3)]), corpus([article(1), article(2), article(3)])
    mine, theirs = np.array([True, True, False]), np.array([False, True, True])
    assert {pair[:2] for pair in across(new, old, tmp_path, mine=mine, theirs=theirs)} == {(1, 1)}


def test_an_index_holds_published_documents_only(corpus: Build, article: Build, tmp_path: Path) -> None:
    old = corpus([article(1), article(2), article(3)], size=2)
    pairs = np.array([0, 1, 0]), np.array([1, 2, 2])
    path = write(old, tmp_path / "index.parquet", [True, False, True], pairs)
    assert check_index(path, "dist/a/1.0.0") == 2
    index = unpack([path], tmp_path / "unpacked")
    assert index.ids.to_pylist() == ["d0000.txt", "d0002.txt"]
    assert index.clusters.tolist() == [0, 0]
    assert index.signatures["sha256"].to_pylist() == [table(old)["sha256"][row].as_py() for row in (0, 2)]


def test_the_parts_do_not_show_in_the_bytes(corpus: Build, article: Build, tmp_path: Path) -> None:
    texts = [article(seed) for seed in range(40)] + [""]
    written = [write(corpus(texts, size=size), tmp_path / f"{size}.parquet").read_bytes() for size in (41, 7, 1)]
    assert len(set(written)) == 1


def test_nothing_published_is_an_index_too(corpus: Build, article: Build, tmp_path: Path) -> None:
    index = unpack([write(corpus([article(1)]), tmp_path / "i.parquet", [False])], tmp_path / "unpacked")
    assert len(index.signatures) == 0
    new = corpus([article(1)])
    here = Side(table(new), np.arange(1), new.bodies)
    assert len(pairs_across(here, side_of(index, new.bodies), index, 0.5)) == 0


def test_the_make_is_the_same_in_another_process() -> None:
    code = "import json; from audit.measure.duplication.index.compatibility import make; print(json.dumps(make()))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert json.loads(done.stdout) == make()


def test_the_make_changes_with_any_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_signatures(documents: pa.Table, blocks: pa.Table) -> pa.Table:
        signed = signatures(documents, blocks)
        band = pc.bit_wise_xor(signed["band_07"], pa.scalar(1, pa.uint64()))
        return signed.set_column(signed.column_names.index("band_07"), "band_07", band)

    before = _specimen_digest()
    monkeypatch.setattr(specimen, "signatures", other_signatures)
    assert _specimen_digest() != before


def rewritten(path: Path, meta: dict[str, str] | None) -> Path:
    found = pq.read_table(path)
    pq.write_table(found.replace_schema_metadata(meta), path)
    return path


def test_another_make_is_refused_by_name(corpus: Build, article: Build, tmp_path: Path) -> None:
    path = write(corpus([article(1)]), tmp_path / "i.parquet")
    meta = {key.decode(): value.decode() for key, value in index_schema().metadata.items()}
    rewritten(path, meta | {"corpus-audit.bands": "14", "corpus-audit.specimen": "0"})
    with pytest.raises(UsageError, match=r"different bands, specimen.*dist/a/1\.0\.0/documents"):
        check_index(path, "dist/a/1.0.0")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: rewritten(path, None), id="foreign Parquet"),
        pytest.param(lambda path: path.write_bytes(b"PAR1 but no more"), id="no Parquet"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-300]), id="cut"),
        pytest.param(lambda path: path.unlink(), id="gone"),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), id="a folder"),
    ],
)
def test_what_is_no_index_is_refused(spoil: Build, corpus: Build, article: Build, tmp_path: Path) -> None:
    path = write(corpus([article(1)]), tmp_path / "i.parquet")
    spoil(path)
    with pytest.raises(UsageError, match="documents"):
        check_index(path, "dist/a/1.0.0")


def test_a_flipped_bit_is_refused(corpus: Build, article: Build, tmp_path: Path) -> None:
    path = write(corpus([article(seed) for seed in range(50)]), tmp_path / "i.parquet")
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 16
    path.write_bytes(raw)
    with pytest.raises(UsageError, match="damaged"):
        unpack([path], tmp_path / "unpacked")


def test_a_foreign_index_whose_clusters_point_elsewhere_is_refused(
    corpus: Build, article: Build, tmp_path: Path
) -> None:
    path = write(corpus([article(1), article(2), article(3)]), tmp_path / "i.parquet")
    found = pq.read_table(path)
    for clusters in ([0, 1, 99], [0, -1, 2], [1, 1, 2], [0, 0, 1]):
        column = pa.array(clusters, pa.int32())
        changed = found.set_column(found.column_names.index("cluster"), found.schema.field("cluster"), column)
        pq.write_table(changed, path)
        with pytest.raises(UsageError, match="damaged"):
            unpack([path], tmp_path / str(clusters))


def test_a_foreign_index_has_the_columns_of_ours(corpus: Build, article: Build, tmp_path: Path) -> None:
    path = write(corpus([article(1)]), tmp_path / "i.parquet")
    found = pq.read_table(path)
    tokens = found.column_names.index("tokens")
    for changed in (
        found.drop(["cluster"]),
        found.set_column(tokens, "tokens", found["tokens"].cast(pa.float64())),
        found.set_column(tokens, "tokens", pa.array([None], found.schema.field("tokens").type)),
    ):
        pq.write_table(changed, path)
        with pytest.raises(UsageError, match="not an index of corpus-audit"):
            check_index(path, "dist/a/1.0.0")


def test_a_foreign_index_of_more_rows_than_its_bytes_can_hold_is_refused(
    corpus: Build, article: Build, tmp_path: Path
) -> None:
    """What a few bytes can be unpacked into would fill the disk."""
    path = write(corpus([article(1)]), tmp_path / "i.parquet")
    found = pq.read_table(path)
    pq.write_table(found.take(pa.array(np.zeros(20_000, np.int64))), path, compression="zstd")
    with pytest.raises(UsageError, match="not an index of corpus-audit"):
        check_index(path, "dist/a/1.0.0")


def test_a_document_costs_about_as_much_as_its_keys(corpus: Build, article: Build, tmp_path: Path) -> None:
    path = write(corpus([article(seed, 350) for seed in range(1000)]), tmp_path / "i.parquet")
    assert path.stat().st_size / 1000 < 750
