"""Bodies laid out in the cache are those of the release's files, whatever rows are asked for."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import UsageError
from audit.measure.duplication.index import MappedBodies, cached_bodies
from audit.measure.duplication.index import cache as room
from audit.measure.duplication.records.parts import Bodies, by_row
from audit.untrusted import Digest

TEXTS = ["The ferry left at nine.", "", "渡轮九点离开码头。", None, "日本語の文", "𠮷 🚢", "x" * 70_000, "end"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "corpus-audit" / "index-3"


@pytest.fixture
def documents(tmp_path: Path) -> dict[Path, Digest]:
    """Give two files of documents in small row groups, with their digests."""
    paths = [tmp_path / f"{name}.parquet" for name in "ab"]
    for path, texts in zip(paths, (TEXTS[:5], TEXTS[5:]), strict=True):
        pq.write_table(pa.table({"id": texts, "body": pa.array(texts, pa.large_string())}), path, row_group_size=2)
    return {path: Digest(sha256(path.read_bytes()).hexdigest()) for path in paths}


def kept(documents: dict[Path, Digest]) -> MappedBodies:
    found = cached_bodies(documents)
    assert found is not None
    return found


@pytest.mark.parametrize("rows", [range(8), [], [0], [7], [1, 3], [0, 4, 5, 6, 7]])
def test_kept_bodies_are_those_of_the_files(documents: dict[Path, Digest], rows: list[int]) -> None:
    files = Bodies(tuple(documents))
    for _ in range(2):
        bodies = kept(documents)
        assert len(bodies) == len(files)
        assert by_row(bodies.columns, rows) == by_row(files.columns, rows)
        columns = list(bodies.columns(np.array(rows, np.int64)))
        assert [row for here, _ in columns for row in here.tolist()] == list(rows)
        assert [text for _, texts in columns for text in texts.to_pylist()] == [TEXTS[row] or "" for row in rows]


def test_they_are_read_from_the_release_once(documents: dict[Path, Digest], home: Path) -> None:
    kept(documents)
    for path in documents:
        path.unlink()
    assert by_row(kept(documents).columns, [2]) == {2: TEXTS[2]}
    assert len(list(home.iterdir())) == 1


def test_no_documents_are_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    pq.write_table(pa.table({"body": pa.array([], pa.large_string())}), path)
    bodies = kept({path: Digest(sha256(path.read_bytes()).hexdigest())})
    assert (len(bodies), by_row(bodies.columns, [])) == (0, {})


def test_files_other_than_those_named_are_not_kept(documents: dict[Path, Digest], home: Path) -> None:
    first, second = documents
    assert cached_bodies({first: documents[first], second: documents[first]}) is None
    assert not home.exists() or list(home.iterdir()) == []


def test_the_order_of_files_is_part_of_what_is_kept(documents: dict[Path, Digest]) -> None:
    assert by_row(kept(documents).columns, [0]) == {0: TEXTS[0]}
    assert by_row(kept(dict(reversed(documents.items()))).columns, [0]) == {0: TEXTS[5]}


def test_too_large_texts_are_not_kept(documents: dict[Path, Digest], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 1000)
    assert cached_bodies(documents) is None


def test_a_damaged_file_is_named(documents: dict[Path, Digest]) -> None:
    path = next(iter(documents))
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(UsageError, match="damaged"):
        cached_bodies(documents)


def _shortened(place: Path) -> None:
    text = place / "bodies.txt"
    text.write_bytes(text.read_bytes()[:-1])


def _disordered(place: Path) -> None:
    bounds = np.load(place / "bounds.npy")
    bounds[[1, 2]] = bounds[[4, 1]]
    np.save(place / "bounds.npy", bounds)


def _other_numbers(place: Path) -> None:
    np.save(place / "bounds.npy", np.load(place / "bounds.npy").astype(np.float64))


def _gone(place: Path) -> None:
    (place / "bounds.npy").unlink()


@pytest.mark.parametrize("spoil", [_shortened, _disordered, _other_numbers, _gone])
def test_a_spoilt_entry_is_made_again(spoil: object, documents: dict[Path, Digest], home: Path) -> None:
    kept(documents)
    (place,) = home.iterdir()
    assert callable(spoil)
    spoil(place)
    assert by_row(kept(documents).columns, range(8)) == Bodies(tuple(documents))(range(8))


def test_nothing_is_kept_without_a_cache(
    documents: dict[Path, Digest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    assert cached_bodies(documents) is None
