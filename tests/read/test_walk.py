"""Inputs come in the order of their full paths; what systems and editors leave behind is refused by name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.read import walk as room
from audit.read.walk import Entry, is_little, walk, what_there_is


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"a text")


def paths(root: Path) -> list[bytes]:
    return [entry.path for entry in walk(root)]


def test_order_is_that_of_full_paths_not_of_folders(tmp_path):
    make(tmp_path, "a/z.txt", "a-b.txt", "a.txt", "a0.txt", "b/c/d.txt", "b/c.txt", "A.txt", "新.txt")
    expected = ["A.txt", "a-b.txt", "a.txt", "a/z.txt", "a0.txt", "b/c.txt", "b/c/d.txt", "新.txt"]
    assert paths(tmp_path) == [name.encode() for name in expected] == sorted(paths(tmp_path))


def test_order_does_not_depend_on_when_files_were_made(tmp_path):
    names = ["b/1.txt", "a/2.txt", "c.txt", "a.txt"]
    make(tmp_path / "one", *names)
    make(tmp_path / "two", *reversed(names))
    assert paths(tmp_path / "one") == paths(tmp_path / "two")


def test_empty_folders_are_no_inputs(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert paths(tmp_path) == []


def test_a_root_that_is_a_file_is_its_own_input(tmp_path):
    make(tmp_path, "note#3")
    assert list(walk(tmp_path / "note#3")) == [Entry(b"note#3", "note\\#3")]


@pytest.mark.parametrize("root", ["missing", "missing/deeper", "nul\0inside"])
def test_a_root_that_is_not_there_is_the_callers_mistake(tmp_path, root):
    with pytest.raises(UsageError, match="cannot be found"):
        list(walk(tmp_path / root))


def test_links_are_found_but_not_followed(tmp_path):
    make(tmp_path, "in/a.txt")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "in" / "up").symlink_to("..")
    assert paths(tmp_path) == [b"in/a.txt", b"in/up", b"loop"]


def test_a_root_may_be_a_link(tmp_path):
    make(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    assert paths(tmp_path / "link") == [b"a.txt"]


@pytest.mark.parametrize("name", [".git", ".hg", ".svn", "deep/.git"])
def test_version_control_folders_are_one_refused_entry(tmp_path, name):
    make(tmp_path, f"{name}/config", f"{name}/objects/ab")
    (entry,) = walk(tmp_path)
    assert (entry.id, entry.refusal and entry.refusal.code) == (name, "version-control")


@pytest.mark.parametrize("name", [".github/a.txt", "git/a.txt", ".gitnotes", "a.git/b.txt"])
def test_what_only_looks_like_version_control_is_input(tmp_path, name):
    make(tmp_path, name)
    assert [(entry.id, entry.refusal) for entry in walk(tmp_path)] == [(name, None)]


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "a/Thumbs.db",
        "Desktop.ini",
        "a/ehthumbs.db",
        ".gitmodules",
        "a/.gitignore",
        "~$port.docx",
        "a/~$b.XLS",
    ],
)
def test_files_that_a_system_leaves_in_folders_are_refused(tmp_path, name):
    make(tmp_path, name)
    assert [(entry.id, entry.refusal and entry.refusal.code) for entry in walk(tmp_path)] == [(name, "system-file")]


def test_a_folder_of_resource_forks_is_one_refused_entry(tmp_path):
    make(tmp_path, "a/__MACOSX/._b.txt", "a/__MACOSX/c/._d.txt")
    assert [(entry.id, entry.refusal and entry.refusal.code) for entry in walk(tmp_path)] == [
        ("a/__MACOSX", "system-file")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "gitignore",
        ".gitmodules.txt",
        "DS_Store",
        "thumbs.txt",
        "desktop.ini.txt",
        "__macosx.txt",
        "desktop.ini/a.txt",
        "~$a.txt",
        "a~$b.docx",
    ],
)
def test_what_only_looks_like_a_file_of_a_system_is_input(tmp_path, name):
    make(tmp_path, name)
    assert [(entry.id, entry.refusal) for entry in walk(tmp_path)] == [(name, None)]


@pytest.mark.parametrize("left", ["a.txt~", "a.txt.~2~", ".#a.txt", "#a.txt#", ".~lock.a.txt#", "b/c~"])
def test_what_an_editor_left_beside_a_file_is_refused(tmp_path: Path, left: str) -> None:
    make(tmp_path, "a.txt", "b/c", left)
    found = {entry.id: entry.refusal for entry in walk(tmp_path)}
    refused = found.pop(left)
    assert refused is not None
    assert (refused.code, "an editor left it beside '" in refused.detail) == ("system-file", True)
    assert set(found.values()) == {None}


@pytest.mark.parametrize("name", ["a.txt~", ".#a.txt", "#a.txt#", "#1 of 3#", "~", "##", "b/a.txt~", "a.txt~~", "a~/c"])
def test_what_lies_beside_no_such_file_is_input(tmp_path: Path, name: str) -> None:
    make(tmp_path, name, "c/a.txt", "a.md")
    assert [entry.refusal for entry in walk(tmp_path)] == [None] * 3


def test_a_lock_that_leads_nowhere_is_the_editors_and_not_a_link_of_the_folder(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / ".#a.txt").symlink_to("ada@host.4711:1710000000")
    assert [entry.refusal and entry.refusal.code for entry in walk(tmp_path)] == ["system-file", None]


def test_a_folder_too_deep_is_one_refused_entry(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MAX_DEPTH", 2)
    make(tmp_path, "a/b/c/d.txt", "a/b/e.txt")
    found = [(entry.id, entry.refusal and entry.refusal.code) for entry in walk(tmp_path)]
    assert found == [("a/b/c", "unreadable"), ("a/b/e.txt", None)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list everything")
def test_a_locked_folder_is_one_refused_entry(tmp_path):
    make(tmp_path, "locked/a.txt", "open.txt")
    (tmp_path / "locked").chmod(0)
    found = [(entry.id, entry.refusal and entry.refusal.code) for entry in walk(tmp_path)]
    (tmp_path / "locked").chmod(0o700)
    assert found == [("locked", "unreadable"), ("open.txt", None)]


def test_a_folder_that_goes_away_meanwhile_is_one_refused_entry(tmp_path):
    make(tmp_path, "a.txt", "b/c.txt")
    found = walk(tmp_path)
    next(found)
    (tmp_path / "b" / "c.txt").unlink()
    (tmp_path / "b").rmdir()
    assert [(entry.id, entry.refusal and entry.refusal.code) for entry in found] == [("b", "vanished")]


def test_a_folder_swapped_for_a_link_is_not_entered(tmp_path):
    make(tmp_path, "in/a.txt", "in/b/c.txt", "out/secret.txt")
    found = walk(tmp_path / "in")
    next(found)
    (tmp_path / "in" / "b" / "c.txt").unlink()
    (tmp_path / "in" / "b").rmdir()
    (tmp_path / "in" / "b").symlink_to("../out")
    assert [(entry.id, entry.refusal and entry.refusal.code) for entry in found] == [("b", "symlink")]


def test_an_input_of_few_and_small_files_is_little(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_bytes(b"x" * 1000)
    assert is_little(tmp_path)
    assert is_little(tmp_path / "a" / "one.txt")
    (tmp_path / "long.txt").write_bytes(b"x" * (1 << 20))
    assert not is_little(tmp_path)
    assert not is_little(tmp_path / "nowhere")


def test_an_input_of_many_empty_files_is_not_little(tmp_path):
    for number in range(257):
        (tmp_path / f"{number}.txt").touch()
    assert not is_little(tmp_path)


def test_where_nothing_is_the_names_beside_it_are_told_the_likest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, *(f"news/{name}" for name in ("2025/a", "a", "b", "c", "d", "e", ".hidden")))
    monkeypatch.chdir(tmp_path)
    assert what_there_is(Path("news/2024")) == "; news holds 2025, a, b, c, d and 1 more"
    assert what_there_is(Path("news/2024/deep/file.txt")).startswith("; news holds 2025")
    assert what_there_is(Path("new")) == "; . holds news"
    (tmp_path / "empty").mkdir()
    assert what_there_is(tmp_path / "empty" / "x") == ""
