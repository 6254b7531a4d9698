"""Arrow's files and streams, what they may claim, and the folders that `datasets` saves them into."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import feather

from audit.corpus.input_kind import detect_target
from audit.read.inputs import Input, Refused
from audit.read.readers import is_data
from tests.read.containers.records import read

TABLE = pa.table(
    {
        "text": [f"ferry {n} 渡船" for n in range(200)],
        "title": pa.array(["The ferry"] * 200).dictionary_encode(),
        "meta": [{"n": n} for n in range(200)],
    }
)


def written(
    table: pa.Table = TABLE, *, form: str = "file", rows: int | None = None, compression: str | None = None
) -> bytes:
    made = io.BytesIO()
    new = pa.ipc.new_file if form == "file" else pa.ipc.new_stream
    with new(made, table.schema, options=pa.ipc.IpcWriteOptions(compression=compression)) as writer:
        writer.write_table(table, max_chunksize=rows)
    return made.getvalue()


def as_feather() -> bytes:
    made = io.BytesIO()
    feather.write_feather(TABLE, made, compression="lz4", chunksize=70)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.arrow", written),
        ("a.arrow", lambda: written(form="stream", rows=30)),
        ("a.feather", as_feather),
        ("a.ipc", lambda: written(rows=64, compression="zstd")),
        ("nameless", lambda: written(form="stream", compression="lz4")),
        ("a.arrow.gz", lambda: gzip.compress(written(rows=50), mtime=0)),
        ("a.arrow", lambda: written(TABLE.set_column(0, "text", TABLE["text"].cast(pa.string_view())))),
        ("a.arrow", lambda: written(TABLE.set_column(0, "text", TABLE["text"].cast(pa.large_binary())))),
    ],
    ids=["file", "stream", "feather-lz4", "file-zstd", "stream-lz4", "gzip", "views", "bytes"],
)  # fmt: skip
def test_each_row_is_a_document(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    found = read(tmp_path, name, make(), extra=("meta.n",))
    assert [one.id for one in found] == [f"{name}#{n}" for n in range(200)]
    assert all(isinstance(one, Input) for one in found)
    last = found[-1]
    assert isinstance(last, Input)
    assert (last.text, last.stated.title, last.extra[0].text) == ("ferry 199 渡船", "The ferry", "199")


@pytest.mark.parametrize("form", ["file", "stream"])
def test_a_batch_that_claims_more_than_is_allowed_is_not_made(tmp_path: Path, form: str) -> None:
    (one,) = read(tmp_path, "a.arrow", written(pa.table({"text": ["a" * (9 << 20)]}), form=form, compression="zstd"))
    assert isinstance(one, Refused)
    assert one.code == "expands-too-far"


def test_what_one_text_lacks_costs_no_other(tmp_path: Path) -> None:
    texts = pa.array([b"ferry", b"\xff\xfe", None, b"tram"], pa.binary()).view(pa.string())
    found = read(tmp_path, "a.arrow", written(pa.table({"text": texts})))
    assert [one.code if isinstance(one, Refused) else one.text for one in found] == [
        "ferry", "broken-record", "no-text", "tram",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["file", "stream"])
def test_a_file_that_is_cut_fails_as_one(tmp_path: Path, form: str) -> None:
    whole = written(form=form, rows=20)
    found = read(tmp_path, "a.arrow", whole[: len(whole) * 2 // 3])
    assert len(found) > 20
    assert isinstance(found[-1], Refused)
    assert (found[-1].code, found[-1].of_container) == ("broken-container", True)


def test_offsets_that_lie_are_not_followed(tmp_path: Path) -> None:
    whole = bytearray(written(pa.table({"text": ["ferry", "tram"]})))
    at = whole.index(b"\0\0\0\0\5\0\0\0\x09\0\0\0")
    whole[at + 4 : at + 8] = (1 << 30).to_bytes(4, "little")
    (one,) = read(tmp_path, "a.arrow", bytes(whole))
    assert isinstance(one, Refused)
    assert one.code == "broken-container"


def test_older_feather_says_what_to_do(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "a.feather", b"FEA1" + b"\0" * 40 + b"FEA1")
    assert isinstance(one, Refused)
    assert "version 2" in one.detail


@pytest.mark.parametrize("splits", [(), ("train", "test")], ids=["one", "several"])
def test_a_folder_that_datasets_saved_is_a_dataset(tmp_path: Path, splits: tuple[str, ...]) -> None:
    if splits:
        (tmp_path / "dataset_dict.json").write_text('{"splits": ["train", "test"]}', "utf-8")
    for split in splits or ("",):
        folder = tmp_path / split
        folder.mkdir(exist_ok=True)
        (folder / "data-00000-of-00001.arrow").write_bytes(written(form="stream"))
        for name in ("state.json", "dataset_info.json"):
            (folder / name).write_text("{}", "utf-8")
    assert detect_target(tmp_path).kind == "dataset"
    assert not is_data("train/state.json")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "state.json").write_text("{}", "utf-8")
    assert detect_target(tmp_path / "elsewhere").kind == "raw"
