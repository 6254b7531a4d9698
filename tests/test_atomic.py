"""A file is there whole or not at all, and what somebody laid in its way is neither followed nor removed."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from contextlib import suppress

import pytest

from audit.atomic import creating, replace_file, replacing, sweep, write_new


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    replace_file(tmp_path / "a", b"one")
    replace_file(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_that_says_the_same_is_left_alone(tmp_path):
    replace_file(tmp_path / "a", b"one")
    before = (tmp_path / "a").stat().st_ino
    replace_file(tmp_path / "a", b"one")
    assert (tmp_path / "a").stat().st_ino == before


def test_a_new_file_must_be_new(tmp_path):
    write_new(tmp_path / "a", b"one")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"


@pytest.mark.parametrize("write", [replace_file, write_new])
def test_where_a_disk_takes_no_more_the_file_is_named_and_none_is_there(tmp_path, write):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 10, before[1]))
    try:
        with pytest.raises(OSError, match=re.escape(str(tmp_path / "a"))):
            write(tmp_path / "a", b"x" * (1 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["victim", "nowhere"])
def test_a_new_file_is_not_written_through_a_link(tmp_path, target):
    (tmp_path / "victim").write_bytes(b"kept")
    (tmp_path / "a").symlink_to(tmp_path / target)
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"two")
    assert (tmp_path / "victim").read_bytes() == b"kept"
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "a").is_symlink()


@pytest.mark.parametrize("content", [b"kept", b"two"])
def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path, content):
    (tmp_path / "victim").write_bytes(b"kept")
    (tmp_path / "a").symlink_to(tmp_path / "victim")
    replace_file(tmp_path / "a", content)
    assert (tmp_path / "victim").read_bytes() == b"kept"
    assert not (tmp_path / "a").is_symlink()
    assert (tmp_path / "a").read_bytes() == content


@pytest.mark.parametrize("way", [creating, replacing])
def test_what_ends_in_an_exception_was_never_there(tmp_path, way):
    with suppress(KeyboardInterrupt), way(tmp_path / "a") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path):
    write_new(tmp_path / "a", b"old")
    with suppress(OSError), replacing(tmp_path / "a") as file:
        file.write(b"half")
        assert (tmp_path / "a").read_bytes() == b"old"
        raise OSError("full")
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_file_can_be_read_by_whom_the_umask_allows(tmp_path):
    umask = os.umask(0o027)
    try:
        replace_file(tmp_path / "a", b"one")
    finally:
        os.umask(umask)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_only_what_a_killed_writer_left_is_swept(tmp_path):
    """Left alone: what a living writer holds, links, folders, pipes, and names that we would not make."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"kept")
    kept = {".beside-notes", ".beside-0123456789ABCDEF", ".beside-0123456789abcde", "beside-0123456789abcdef"}
    for name in kept:
        (tmp_path / name).write_bytes(b"kept")
    (tmp_path / ".beside-000000000000000a").symlink_to(victim)
    (tmp_path / ".beside-000000000000000b").mkdir()
    (tmp_path / ".beside-000000000000000b" / "file").write_bytes(b"kept")
    code = (
        "import os, pathlib, sys\n"
        "from audit.atomic import replacing\n"
        "with replacing(pathlib.Path(sys.argv[1], 'a')) as file:\n"
        "    file.write(b'half'); file.flush(); print('here', flush=True)\n"
        "    input()\n"
        "    os._exit(9)\n"
    )
    before = set(tmp_path.iterdir())
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "here\n"
        (left,) = set(tmp_path.iterdir()) - before
        sweep(tmp_path)
        assert left.exists(), "a living writer's file was swept"
        child.communicate("\n")
    assert left.exists()
    sweep(tmp_path)
    assert set(tmp_path.iterdir()) == before
    assert (tmp_path / ".beside-000000000000000b" / "file").exists()
    assert victim.read_bytes() == b"kept"
