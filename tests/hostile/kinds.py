"""Things in a folder that are no plain files."""

from __future__ import annotations

import os
import socket
import stat
from typing import TYPE_CHECKING

from tests.hostile.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEXT = b"The gardener counts the tulips twice and writes the number on the shed door.\n"
_LINKS = (
    ("to-file.txt", "plain.txt"),
    ("to-folder", "."),
    ("to-parent", ".."),
    ("dangling.txt", "missing.txt"),
    ("loop.txt", "loop.txt"),
    ("ping.txt", "pong.txt"),
    ("pong.txt", "ping.txt"),
    ("absolute.txt", "/etc/passwd"),
    ("environment.txt", "/proc/self/environ"),
    ("zeros.txt", "/dev/zero"),
    ("outside.txt", "../../../../../../../../etc/hostname"),
    ("escape.txt", "\x1b[2J\u202e[bold]"),
    ("long.txt", "x/" * 1000),
    ("link.jsonl", "plain.txt"),
    (".hg-link", "/"),
)


def make_kinds(folder: Path) -> Iterator[Case]:
    """Links, version control folders and, for those who are not root, what they may not read."""
    kinds = folder / "kinds"
    kinds.mkdir()
    (kinds / "plain.txt").write_bytes(_TEXT)
    yield Case(b"kinds/plain.txt", "document")
    for name, target in _LINKS:
        (kinds / name).symlink_to(target)
        yield Case(b"kinds/" + os.fsencode(name), "quarantined", "symlink")
    for name in (".git", ".hg", ".svn", "deep/.git"):
        (kinds / name).mkdir(parents=True)
        (kinds / name / "HEAD").write_bytes(_TEXT)
        yield Case(f"kinds/{name}".encode(), "quarantined", "version-control")
    (kinds / "empty-folder").mkdir()
    if os.geteuid() != 0:
        yield from _make_locked(kinds)


def _make_locked(kinds: Path) -> Iterator[Case]:
    for name in ("locked.txt", "locked.jsonl"):
        (kinds / name).write_bytes(_TEXT)
        (kinds / name).chmod(0)
        yield Case(f"kinds/{name}".encode(), "quarantined", "unreadable")
    (kinds / "locked").mkdir()
    (kinds / "locked" / "inside.txt").write_bytes(_TEXT)
    (kinds / "locked").chmod(0)
    yield Case(b"kinds/locked", "quarantined", "unreadable")


def make_special(folder: Path) -> Iterator[Case]:
    """Pipes, a socket and, where we may make one, a device that never ends."""
    special = folder / "special"
    special.mkdir()
    for name in ("pipe.txt", "pipe.jsonl", "pipe.html.gz"):
        os.mkfifo(special / name)
        yield Case(f"special/{name}".encode(), "quarantined", "not-a-file")
    _make_socket(special)
    yield Case(b"special/socket.txt", "quarantined", "not-a-file")
    try:
        os.mknod(special / "zeros.txt", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        return
    yield Case(b"special/zeros.txt", "quarantined", "not-a-file")


def _make_socket(special: Path) -> None:
    # A socket's path may have about 100 bytes: it is made below the short path of an open folder.
    descriptor = os.open(special, os.O_RDONLY | os.O_DIRECTORY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{descriptor}/socket.txt")
    os.close(descriptor)
