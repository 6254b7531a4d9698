"""Only files below the root are opened, never links or devices, and what changes while it is read is refused."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from audit.read.open import open_file
from audit.read.refusal import RefusedInputError, from_os_error

LIMIT = 1 << 20


def read_bytes(root, path: bytes, limit: int) -> bytes:
    with open_file(root, path) as source:
        return source.read(limit)


def code_of(root, path: bytes, limit: int = LIMIT) -> str:
    with pytest.raises(RefusedInputError) as raised:
        read_bytes(root, path, limit)
    return raised.value.refusal.code


def test_a_file_below_folders_is_read(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.txt").write_bytes(b"ten bytes.")
    assert read_bytes(tmp_path, b"a/b/c.txt", LIMIT) == b"ten bytes."
    assert read_bytes(tmp_path, b"a/b/c.txt", 10) == b"ten bytes."
    assert code_of(tmp_path, b"a/b/c.txt", 9) == "too-large"


def test_a_sparse_giant_is_refused_by_its_size(tmp_path):
    with (tmp_path / "giant.txt").open("wb") as made:
        made.truncate(1 << 40)
    assert code_of(tmp_path, b"giant.txt") == "too-large"


def test_a_root_that_is_a_link_to_a_file_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"text")
    (tmp_path / "newest.txt").symlink_to("a.txt")
    assert read_bytes(tmp_path / "newest.txt", b"newest.txt", LIMIT) == b"text"


def test_what_is_gone_has_vanished(tmp_path):
    assert code_of(tmp_path, b"missing.txt") == "vanished"
    assert code_of(tmp_path, b"missing/deeper.txt") == "vanished"
    assert code_of(tmp_path / "missing", b"a.txt") == "vanished"


def test_links_are_refused_wherever_they_stand(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"text")
    (tmp_path / "file").symlink_to("in/a.txt")
    (tmp_path / "folder").symlink_to("in")
    assert code_of(tmp_path, b"file") == "symlink"
    assert code_of(tmp_path, b"folder/a.txt") == "symlink"


def test_the_detail_of_a_link_says_where_it_leads_in_safe_characters(tmp_path):
    (tmp_path / "a").symlink_to("\x1b[2J" + "x" * 200)
    with pytest.raises(RefusedInputError) as raised:
        read_bytes(tmp_path, b"a", LIMIT)
    detail = raised.value.refusal.detail
    assert "'\\x1b[2Jxxx" in detail
    assert "x" * 80 not in detail
    assert detail.isprintable()


def test_a_folder_that_became_a_file_has_vanished(tmp_path):
    (tmp_path / "a").write_bytes(b"text")
    assert code_of(tmp_path, b"a/b.txt") == "vanished"


def test_what_is_no_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert code_of(tmp_path, b"pipe") == "not-a-file"
    assert code_of(tmp_path, b"folder") == "not-a-file"
    assert code_of(tmp_path / "pipe", b"pipe") == "not-a-file"


@pytest.mark.parametrize("content", [b"short", b"much longer than before", b"same as was"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(b"text as was")
    os.utime(path, ns=(0, 0))
    with open_file(tmp_path, b"a.txt") as source:
        path.write_bytes(content)
        with pytest.raises(RefusedInputError) as raised:
            source.read(LIMIT)
    assert raised.value.refusal.code == "changed"


def test_a_file_replaced_while_it_is_read_is_read_as_it_was(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    with open_file(tmp_path, b"a.txt") as source:
        (tmp_path / "b.txt").write_bytes(b"new")
        (tmp_path / "b.txt").replace(tmp_path / "a.txt")
        assert source.read(LIMIT) == b"old"


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.EACCES, "unreadable", "permission denied (EACCES)"),
        (errno.EIO, "unreadable", "input/output error (EIO)"),
        (errno.EXDEV, "unreadable", "the operating system refused (EXDEV)"),
        (None, "unreadable", "the operating system refused (unknown error)"),
        (errno.ENOENT, "vanished", "no longer exists"),
    ],
)
def test_errors_of_the_system_are_told_in_our_words(number, code, words):
    found = from_os_error(OSError(number, "any words"), "the file").refusal
    assert found.code == code
    assert words in found.detail


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file_is_unreadable(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"text")
    (tmp_path / "a.txt").chmod(0)
    assert code_of(tmp_path, b"a.txt") == "unreadable"


def held_open(folder):
    """Return the paths below `folder` that this process holds open; other descriptors come and go as they like."""
    found = []
    for held in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.append(str(held.readlink()))
    return [path for path in found if Path(path).is_relative_to(folder)]


def test_no_descriptor_is_left_open(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_bytes(b"text")
    os.mkfifo(tmp_path / "a" / "pipe")
    with (tmp_path / "a" / "b.txt").open():
        assert held_open(tmp_path) == [str(tmp_path / "a" / "b.txt")]
    for path in (b"a/b.txt", b"a/pipe", b"a/missing", b"missing/b", b"a/b.txt/c"):
        try:
            read_bytes(tmp_path, path, LIMIT)
        except RefusedInputError:
            continue
    assert held_open(tmp_path) == []
