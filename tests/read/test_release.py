"""A release whose files are not all there is read up to the first that is missing, and that one is named."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.inputs import Input, Refused
from audit.read.release import read_release

TEXTS = ("The ferry sails again.", "The library opens at nine.", "The market moves to the square.")
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:%b\nsize 48213\n" % (b"4f" * 32)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Write two files of documents, of two and of one, and one of blocks."""
    documents = [{"id": f"{n}.txt", "encoding": "utf-8", "sha256": "0" * 64} for n in range(3)]
    blocks = [{"id": f"{n}.txt", "start": 0, "end": len(text), "text": text} for n, text in enumerate(TEXTS)]
    for name, rows in (
        ("documents/train-0", documents[:2]),
        ("documents/train-1", documents[2:]),
        ("blocks/a", blocks),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows), tmp_path / f"{name}.parquet")
    return tmp_path


def texts(release: Path) -> list[str | None]:
    return [found.text for found in read_release(release) if isinstance(found, Input)]


def refusals(release: Path) -> list[tuple[str, str, bool]]:
    found = [each for each in read_release(release) if isinstance(each, Refused)]
    return [(each.path, each.code, each.of_container) for each in found]


def test_a_whole_release_is_read_without_a_word(release: Path) -> None:
    assert (texts(release), refusals(release)) == ([*TEXTS], [])


@pytest.mark.parametrize(
    ("content", "code"), [(LFS, "pointer"), (b"PAR1 half", "broken-container"), (b"", "broken-container")]
)
def test_documents_before_a_file_that_cannot_be_read_are_kept(release: Path, content: bytes, code: str) -> None:
    (release / "documents/train-1.parquet").write_bytes(content)
    assert (texts(release), refusals(release)) == ([*TEXTS[:2]], [("documents/train-1.parquet", code, True)])


def test_without_the_blocks_there_are_no_texts(release: Path) -> None:
    (release / "blocks/a.parquet").write_bytes(LFS)
    assert (texts(release), refusals(release)) == ([], [("blocks/a.parquet", "pointer", True)])


@pytest.mark.parametrize("ids", [("0.txt", "0.txt", "2.txt"), ("2.txt", "1.txt", "2.txt")])
def test_a_release_with_an_id_twice_is_refused(release: Path, ids: tuple[str, ...]) -> None:
    for name, some in (("train-0", ids[:2]), ("train-1", ids[2:])):
        rows = [{"id": id, "encoding": "utf-8", "sha256": "0" * 64} for id in some]
        pq.write_table(pa.Table.from_pylist(rows), release / f"documents/{name}.parquet")
    assert (texts(release), refusals(release)) == ([], [("documents/train-0.parquet", "broken-container", True)])


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_files_that_another_program_wrote_anew_are_read(release: Path, kind: pa.DataType) -> None:
    path = release / "documents/train-0.parquet"
    table = pq.read_table(path)
    pq.write_table(table.set_column(0, "id", table["id"].cast(kind)), path)
    assert (texts(release), refusals(release)) == ([*TEXTS], [])


@pytest.mark.parametrize(
    ("file", "name"), [("documents/train-1", "id"), ("documents/train-1", "sha256"), ("blocks/a", "text")]
)
@pytest.mark.parametrize("is_left", [True, False])
def test_a_table_without_a_column_of_its_type_is_named(release: Path, file: str, name: str, *, is_left: bool) -> None:
    table = pq.read_table(release / f"{file}.parquet")
    other = table.drop_columns([name])
    pq.write_table(
        other.append_column(name, pa.array(range(len(table)))) if is_left else other, release / f"{file}.parquet"
    )
    assert refusals(release) == [(f"{file}.parquet", "broken-container", True)]


def test_blocks_that_no_document_takes_are_told(release: Path) -> None:
    rows = [{"id": id, "encoding": "utf-8", "sha256": "0" * 64} for id in ("0.txt", "renamed.txt")]
    pq.write_table(pa.Table.from_pylist(rows), release / "documents/train-0.parquet")
    assert refusals(release) == [("blocks/a.parquet", "broken-container", True)]


def test_a_document_without_blocks_is_no_fault(release: Path) -> None:
    rows = [{"id": id, "start": 0, "end": 3, "text": "One"} for id in ("0.txt", "2.txt")]
    pq.write_table(pa.Table.from_pylist(rows), release / "blocks/a.parquet")
    assert (texts(release), refusals(release)) == (["One", "", "One"], [])
