"""The folder that the driver and all executors see, as a path that is mounted everywhere or as the URL of a storage."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audit.atomic import replacing
from audit.remote.storage import Storage, StorageError
from audit.remote.url import is_url
from audit.scratch import Closing, Scratch


@dataclass(frozen=True, slots=True)
class Desk(Closing):
    """A folder to work in, of one process. It goes with the whole: locks, by which others sweep, may end at a host."""

    path: Path

    def close(self) -> None:
        """Remove it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)


class SharedFolder(Protocol):
    """Files by name ('/' between folders). One is there whole or not at all: two writers of one bring the same."""

    def desk(self) -> Desk | Scratch:
        """Return a new folder of this machine from which files are moved into this one."""
        ...

    def read(self, name: str) -> bytes | None:
        """Return a file's content; None where there is none."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Write a small file."""
        ...

    def take(self, file: Path, name: str) -> None:
        """Move a file of this machine here."""
        ...

    def sizes(self, folder: str) -> Mapping[str, int]:
        """Return the sizes of all files below a folder, by their names below it."""
        ...

    def lend(self, folder: str, place: Path) -> None:
        """Have what is in a folder at a path of this machine, to be read."""
        ...

    def file(self, name: str, desk: Path) -> Path:
        """Return the path of a file on this machine; where it must be copied for that, below the folder `desk`."""
        ...

    def reserved(self) -> AbstractContextManager[bool]:
        """Have it for oneself for a while; false where another run of this kind has it."""
        ...

    def remove(self) -> None:
        """Remove all that is in it."""
        ...


def shared_at(where: str) -> SharedFolder:
    """Return the folder at a path or URL. Raises UsageError where nothing knows such URLs."""
    return Stored(Storage.at(where)) if is_url(where) else Mounted(Path(where))


@dataclass(frozen=True, slots=True)
class Mounted:
    """A folder that has the same path on all machines."""

    path: Path

    def desk(self) -> Desk:
        """Return a folder on the same disk: files are moved by a rename."""
        desks = self.path / "desks"
        desks.mkdir(exist_ok=True)
        return Desk(Path(tempfile.mkdtemp(dir=desks)))

    def read(self, name: str) -> bytes | None:
        """Return a file's content."""
        with suppress(FileNotFoundError):
            return (self.path / name).read_bytes()
        return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file, beside its place first."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as beside:
            beside.write(content)

    def take(self, file: Path, name: str) -> None:
        """Rename the file."""
        place = self.path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)

    def sizes(self, folder: str) -> Mapping[str, int]:
        """Look through the folder."""
        home = self.path / folder
        return {file.relative_to(home).as_posix(): file.stat().st_size for file in _files(home)}

    def lend(self, folder: str, place: Path) -> None:
        """Lay a link."""
        with suppress(FileExistsError):
            place.symlink_to(self.path / folder, target_is_directory=True)

    def file(self, name: str, desk: Path) -> Path:  # noqa: ARG002 nothing is copied
        """Return where it is."""
        return self.path / name

    @contextmanager
    def reserved(self) -> Iterator[bool]:
        """Lock a file in it, which a process that is killed lets go."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "lock").open("wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            except OSError:
                # A disk that knows no locks: nobody else is known of.
                pass
            yield True

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Stored:
    """What lies below a URL; whoever reads a file copies it first."""

    storage: Storage

    def desk(self) -> Scratch:
        """Return a folder where temporary files go."""
        return Scratch()

    def read(self, name: str) -> bytes | None:
        """Fetch the file and read it."""
        with Scratch() as desk:
            try:
                return self.file(name, desk.path).read_bytes()
            except StorageError:
                return None

    def write(self, name: str, content: bytes) -> None:
        """Put the file there in one request."""
        with Scratch() as desk:
            file = desk.path / "file"
            file.write_bytes(content)
            self.storage.below(name).put(file)

    def take(self, file: Path, name: str) -> None:
        """Put the file there."""
        self.storage.below(name).put(file)
        file.unlink()

    def sizes(self, folder: str) -> Mapping[str, int]:
        """List the folder, as it is now."""
        self.storage.fs.invalidate_cache()
        return {name: size or 0 for name, size in self.storage.below(folder).files().items()}

    def lend(self, folder: str, place: Path) -> None:
        """Copy all of the folder."""
        for name in self.sizes(folder):
            self._fetch(f"{folder}/{name}", place / name)

    def file(self, name: str, desk: Path) -> Path:
        """Copy the file."""
        return self._fetch(name, desk / name)

    def _fetch(self, name: str, place: Path) -> Path:
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f"{place.name}.{os.getpid()}")
            self.storage.below(name).fetch(beside, None)
            beside.replace(place)
        return place

    def reserved(self) -> AbstractContextManager[bool]:
        """Storage knows no locks: who calls the same twice at once is told by a sign that is not theirs."""
        return nullcontext(enter_result=True)

    def remove(self) -> None:
        """Remove the files; what cannot be removed stays."""
        with suppress(StorageError):
            for name in self.storage.files():
                self.storage.below(name).remove()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
