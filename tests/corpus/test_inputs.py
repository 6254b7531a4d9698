"""Every pass over a corpus sees the same inputs, whatever comes and goes meanwhile."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from audit.corpus import inputs
from audit.corpus.inputs import items_of
from audit.policy import WRITTEN_BY_INIT, Policy, parse
from audit.read import readers
from audit.read.containers import spans
from audit.worker.job import Job


def job(tmp_path: Path) -> Job:
    (tmp_path / "raw").mkdir(parents=True)
    (tmp_path / "parts").mkdir()
    return Job(tmp_path / "raw", "raw", tmp_path / "parts", Policy(), measures=False)


def test_inputs_are_listed_once(tmp_path: Path) -> None:
    of = job(tmp_path)
    (of.root / "b.txt").write_text("one")
    (of.root / "a.txt").write_text("two")
    first = list(items_of(of))
    (of.root / "c.txt").write_text("come too late")
    (of.root / "a.txt").unlink()
    assert [item.id for item in first] == ["a.txt", "b.txt"]
    assert list(items_of(of)) == first


def test_names_that_are_no_text_come_back_as_they_were(tmp_path: Path) -> None:
    of = job(tmp_path)
    for name in (b"caf\xe9.txt", "新闻\n.txt".encode(), b"\xff\xfe"):
        (of.root / os.fsdecode(name)).write_bytes(b"x")
    assert {os.fsencode(item.path) for item in items_of(of)} == {b"caf\xe9.txt", "新闻\n.txt".encode(), b"\xff\xfe"}


def test_a_large_file_is_several_inputs_unless_there_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (inputs, readers, spans):
        monkeypatch.setattr(module, "SPAN_BYTES", 500)
    monkeypatch.setattr("audit.read.open.CHUNK", 100)
    one, many = job(tmp_path / "one"), job(tmp_path / "many")
    records = b'{"text": "The ferry left at dawn."}\n' * 100
    (one.root / "0.jsonl").write_bytes(records)
    (one.root / "0.txt").write_bytes(b"small")
    for number in range(40):
        (many.root / f"{number}.jsonl").write_bytes(records)
    parts = [item for item in items_of(one) if item.part]
    assert [item.id for item in parts] == [f"0.jsonl#{item.part[3]}" for item in parts]
    assert len(parts) > 4
    assert not any(item.part for item in items_of(many))


def test_a_listing_that_broke_off_is_made_again(tmp_path: Path) -> None:
    of = job(tmp_path)
    (of.root / "a.txt").write_text("one")
    next(items_of(of))
    assert [item.id for item in items_of(of)] == ["a.txt"]


def test_the_runs_own_files_are_no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = job(tmp_path)
    of = replace(of, policy=parse({"gate": {"baseline": "raw/known.txt"}}))
    for name in ("audit.toml", "known.txt", "other.txt"):
        (of.root / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    # Somebody else's audit.toml is an input like any other.
    assert {item.id: item.code for item in items_of(of)} == {
        "audit.toml": "", "known.txt": "configuration", "other.txt": "",
    }  # fmt: skip


def test_of_the_files_that_are_named_each_is_read_once_and_in_order(tmp_path: Path) -> None:
    of = replace(job(tmp_path), only=("b.txt", "deep/a.txt", "b.txt", "gone.txt"))
    (of.root / "c.txt").write_text("x")
    assert [item.path for item in items_of(of)] == ["b.txt", "deep/a.txt", "gone.txt"]


def test_what_tells_a_host_how_to_check_is_no_input_where_it_is_checked_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, parts = tmp_path / "root", tmp_path / "parts"
    for name in (".github/workflows/audit.yml", ".pre-commit-config.yaml", "a.txt", "data/.github/b.txt", "audit.toml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", "utf-8")
    for folder, kept in ((root, {"a.txt", "data/.github/b.txt"}), (tmp_path, None)):
        monkeypatch.chdir(folder)
        (parts / folder.name).mkdir(parents=True)
        items = list(items_of(Job(root, "raw", parts / folder.name, Policy(), measures=False)))
        assert {item.path for item in items if not item.code} == (kept or {item.path for item in items})


def test_what_init_wrote_is_no_input_from_wherever_it_is_checked(tmp_path: Path) -> None:
    of = job(tmp_path)
    for name in (".github/workflows/audit.yml", "a.txt", "deep/audit.toml", "audit.toml"):
        (of.root / name).parent.mkdir(parents=True, exist_ok=True)
        (of.root / name).write_text(f"{WRITTEN_BY_INIT} And more.\n", "utf-8")
    assert {item.path for item in items_of(of) if not item.code} == {"a.txt", "deep/audit.toml"}
