"""Safe opening of inputs: confined to the input folder, non-blocking, detecting changes.

A path is opened component by component below the root, never through links, and checked after opening, since files may
be swapped in between.
"""

from __future__ import annotations

import errno
import os
import stat
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from audit.read.refusal import RefusedInputError, from_os_error, quoted, refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

CHUNK: Final = 1 << 16
# O_NONBLOCK: opening a pipe without a writer would block.
_READ: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# Errors of opening links or non-folders; which of the two is determined afterwards.
_LINK_LIKE: Final = frozenset({errno.ELOOP, errno.ENOTDIR})
_KINDS: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a character device"),
    (stat.S_ISBLK, "a block device"),
    (stat.S_ISDIR, "a folder"),
)


def open_folder(root: Path, parts: Sequence[bytes]) -> int:
    """Return a descriptor of the folder `parts` below `root`; the caller closes it.

    The root itself may be a link, as the user named it. Raises RefusedInputError.
    """
    try:
        folder = os.open(root, _FOLDER)
    except OSError as error:
        raise from_os_error(error, "the input folder") from error
    for part in parts:
        outer = folder
        try:
            folder = os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=outer)
        except OSError as error:
            raise _not_opened(error, part, outer) from error
        finally:
            os.close(outer)
    return folder


def _not_opened(error: OSError, name: bytes, folder: int) -> RefusedInputError:
    if error.errno not in _LINK_LIKE:
        return from_os_error(error, "it")
    try:
        return _link(name, folder)
    except OSError:
        return refused("vanished", "a folder on its path was replaced")


def _link(name: bytes, folder: int) -> RefusedInputError:
    target = os.fsdecode(os.readlink(name, dir_fd=folder))
    return refused("symlink", f"a symbolic link to {quoted(target)}")


class Source:
    """A regular file opened for reading. `size` is its length in bytes at that time."""

    def __init__(self, descriptor: int, found: os.stat_result) -> None:
        """Take over the descriptor of a file with this status."""
        self._descriptor, self._before, self.size = descriptor, found, found.st_size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "file" in self.__dict__:
            self.file.close()
        else:
            os.close(self._descriptor)

    @cached_property
    def file(self) -> BinaryIO:
        """The open file, seekable."""
        return os.fdopen(self._descriptor, "rb")

    @cached_property
    def _begin(self) -> bytes:
        """The first CHUNK bytes, which are the whole of most files."""
        return os.pread(self._descriptor, CHUNK, 0)

    def head(self, size: int) -> bytes:
        """Return the first `size` bytes, at most CHUNK."""
        return self._begin[:size]

    def chunks(self) -> Iterator[bytes]:
        """Yield the file from its beginning in pieces of at most CHUNK bytes."""
        self.file.seek(0)
        while piece := self.file.read(CHUNK):
            yield piece

    def between(self, start: int, end: int) -> Iterator[bytes]:
        """Yield bytes `start` to `end` in pieces of at most CHUNK bytes."""
        self.file.seek(start)
        left = end - start
        while left > 0 and (piece := self.file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece

    def read(self, limit: int) -> bytes:
        """Return the whole file. Raises RefusedInputError: too-large, by its size, or changed."""
        if self.size > limit:
            raise refused("too-large", f"it has {self.size:,} bytes; the limit is {limit:,}")
        raw = self._begin
        if not len(raw) == self.size < CHUNK:
            self.file.seek(0)
            # One byte more than expected detects growth without reading to a possibly endless end.
            raw = self.file.read(self.size + 1)
        if len(raw) != self.size:
            raise refused("changed", "its length changed after it was opened")
        self.check_unchanged()
        return raw

    def check_unchanged(self) -> None:
        """Raise RefusedInputError (changed) if the file changed since it was opened."""
        if _state(os.fstat(self._descriptor)) != _state(self._before):
            raise refused("changed", "its length or modification time changed while it was read")


def _state(found: os.stat_result) -> tuple[int, ...]:
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def open_file(root: Path, path: bytes) -> Source:
    """Open the regular file at `path` below `root`, or `root` itself when that is a file.

    Raises RefusedInputError: symlink, not-a-file, vanished, changed or unreadable.
    """
    *parts, name = path.split(b"/")
    try:
        folder = open_folder(root, parts)
    except RefusedInputError:
        if root.is_dir():
            raise
        return _open_named(root)
    try:
        return _open_in(folder, name)
    except OSError as error:
        raise _not_opened(error, name, folder) from error
    finally:
        os.close(folder)


def _open_named(root: Path) -> Source:
    try:
        _check_regular(root.stat())
        return _source(os.open(root, _READ))
    except OSError as error:
        raise from_os_error(error, "it") from error


def _open_in(folder: int, name: bytes) -> Source:
    # Checked before opening: opening a device may have side effects.
    seen = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if stat.S_ISLNK(seen.st_mode):
        raise _link(name, folder)
    _check_regular(seen)
    return _source(os.open(name, _READ | os.O_NOFOLLOW, dir_fd=folder))


def _source(descriptor: int) -> Source:
    try:
        found = os.fstat(descriptor)
        _check_regular(found)
    except BaseException:
        os.close(descriptor)
        raise
    return Source(descriptor, found)


def _check_regular(found: os.stat_result) -> None:
    if stat.S_ISREG(found.st_mode):
        return
    kind = next((words for is_kind, words in _KINDS if is_kind(found.st_mode)), "not a regular file")
    raise refused("not-a-file", f"it is {kind}")
