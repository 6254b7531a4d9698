"""The folder shared by driver and executors, as a path mounted everywhere or as a storage URL."""

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
class WorkFolder(Closing):
    """A working folder of one process, removed as a whole; its locks may be local to a host."""

    path: Path

    def close(self) -> None:
        """Remove it with its content."""
        shutil.rmtree(self.path, ignore_errors=True)


class SharedFolder(Protocol):
    """Files by name ('/' between folders), written atomically; concurrent writers of a file write the same."""

    def work_folder(self) -> WorkFolder | Scratch:
        """Return a new local folder from which files are moved into this one."""
        ...

    def read(self, name: str) -> bytes | None:
        """Return a file's content; None if there is none."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Write a small file."""
        ...

    def take(self, file: Path, name: str) -> None:
        """Move a local file here."""
        ...

    def sizes(self, folder: str) -> Mapping[str, int]:
        """Return the sizes of all files below a folder, by relative name."""
        ...

    def lend(self, folder: str, place: Path) -> None:
        """Make a folder's content readable at a local path."""
        ...

    def file(self, name: str, folder: Path) -> Path:
        """Return the local path of a file, copied below `folder` if necessary."""
        ...

    def reserved(self) -> AbstractContextManager[bool]:
        """Reserve the folder; false if another run of this kind holds it."""
        ...

    def remove(self) -> None:
        """Remove its content."""
        ...


def shared_at(where: str) -> SharedFolder:
    """Return the folder at a path or URL. Raises UsageError for unsupported URLs."""
    return Stored(Storage.at(where)) if is_url(where) else Mounted(Path(where))


@dataclass(frozen=True, slots=True)
class Mounted:
    """A folder with the same path on all machines."""

    path: Path

    def work_folder(self) -> WorkFolder:
        """Return a folder on the same disk, so that files are moved by renaming."""
        folders = self.path / "desks"
        folders.mkdir(exist_ok=True)
        return WorkFolder(Path(tempfile.mkdtemp(dir=folders)))

    def read(self, name: str) -> bytes | None:
        """Return a file's content."""
        with suppress(FileNotFoundError):
            return (self.path / name).read_bytes()
        return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file atomically."""
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
        """List the folder."""
        home = self.path / folder
        return {file.relative_to(home).as_posix(): file.stat().st_size for file in _files(home)}

    def lend(self, folder: str, place: Path) -> None:
        """Create a link."""
        with suppress(FileExistsError):
            place.symlink_to(self.path / folder, target_is_directory=True)

    def file(self, name: str, folder: Path) -> Path:  # noqa: ARG002 nothing is copied
        """Return its path."""
        return self.path / name

    @contextmanager
    def reserved(self) -> Iterator[bool]:
        """Lock a file in it; a killed process releases the lock."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "lock").open("wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            except OSError:
                # A disk without locks: other runs cannot be detected.
                pass
            yield True

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Stored:
    """Files below a URL, which are copied before reading."""

    storage: Storage

    def work_folder(self) -> Scratch:
        """Return a temporary folder."""
        return Scratch()

    def read(self, name: str) -> bytes | None:
        """Download the file and read it."""
        with Scratch() as folder:
            try:
                return self.file(name, folder.path).read_bytes()
            except StorageError:
                return None

    def write(self, name: str, content: bytes) -> None:
        """Upload the file in one request."""
        with Scratch() as folder:
            file = folder.path / "file"
            file.write_bytes(content)
            self.storage.below(name).put(file)

    def take(self, file: Path, name: str) -> None:
        """Upload the file."""
        self.storage.below(name).put(file)
        file.unlink()

    def sizes(self, folder: str) -> Mapping[str, int]:
        """List the folder in its present state."""
        self.storage.fs.invalidate_cache()
        return {name: size or 0 for name, size in self.storage.below(folder).files().items()}

    def lend(self, folder: str, place: Path) -> None:
        """Copy the whole folder."""
        for name in self.sizes(folder):
            self._fetch(f"{folder}/{name}", place / name)

    def file(self, name: str, folder: Path) -> Path:
        """Copy the file."""
        return self._fetch(name, folder / name)

    def _fetch(self, name: str, place: Path) -> Path:
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f"{place.name}.{os.getpid()}")
            self.storage.below(name).fetch(beside, None)
            beside.replace(place)
        return place

    def reserved(self) -> AbstractContextManager[bool]:
        """Storage has no locks: a repeated call is detected by the sign of another driver."""
        return nullcontext(enter_result=True)

    def remove(self) -> None:
        """Remove the files, as far as possible."""
        with suppress(StorageError):
            for name in self.storage.files():
                self.storage.below(name).remove()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
