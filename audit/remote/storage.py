"""The only module that imports fsspec: listing, reading and writing files below a URL, with retries."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from audit.errors import UsageError
from audit.machine import is_machine_error, machine_error
from audit.remote.url import shown
from audit.text.secret import without_secrets
from audit.text.visible import visible

T = TypeVar("T")

# Attempts, and the delay between them in seconds, doubled each time.
TRIES: Final = 3
WAIT: Final = 0.2
_SAID: Final = 120
# The extra that provides a protocol.
_EXTRAS: Final[Mapping[str, str]] = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}


class StorageError(Exception):
    """A storage failure after several attempts, with a printable message. A UsageError for the command line."""


@dataclass(frozen=True, slots=True)
class Storage:
    """A location: `fs` is fsspec's file system, `path` the place in it, `url` the displayable URL."""

    fs: Any
    path: str
    url: str

    @staticmethod
    def at(url: str) -> Storage:
        """Return the storage at a URL; raises UsageError if no installed package supports it."""
        from fsspec.core import url_to_fs

        try:
            fs, path = url_to_fs(url)
        except ImportError as error:
            protocol = url.partition(":")[0].lower()
            extra = _EXTRAS.get(protocol)
            named = f"pip install corpus-audit[{extra}]" if extra else _words(error)
            raise UsageError(f"{shown(url)} needs a package that is not installed: {named}") from error
        except Exception as error:
            raise UsageError(f"{shown(url)} cannot be opened: {_words(error)}; check the URL") from error
        fs.invalidate_cache()
        return Storage(fs, path.rstrip("/") or path, shown(url))

    def below(self, path: str) -> Storage:
        """Return the storage at a path below this one."""
        return Storage(self.fs, posixpath.join(self.path, path), posixpath.join(self.url, path))

    def files(self) -> Mapping[str, int | None]:
        """Return the files below with sizes, sorted, by relative path; a single file by its name.

        None if nothing exists. Raises StorageError.
        """
        try:
            facts = self._tried(lambda: self.fs.info(self.path), passing=(FileNotFoundError,))
            if facts.get("type") == "file":
                return {posixpath.basename(self.path): facts.get("size")}
            found = self._tried(lambda: self.fs.find(self.path, detail=True), passing=(FileNotFoundError,))
        except FileNotFoundError:
            return {}
        start = len(self.fs._strip_protocol(self.path).rstrip("/")) + 1  # noqa: SLF001 fsspec's own way to say it
        listed = ((name[start:], facts) for name, facts in found.items() if facts.get("type", "file") == "file")
        return {name: facts.get("size") for name, facts in sorted(listed) if name and not name.endswith("/")}

    def is_file(self) -> bool:
        """Return whether this is a file. Raises StorageError."""
        try:
            facts = self._tried(lambda: self.fs.info(self.path), passing=(FileNotFoundError,))
        except FileNotFoundError:
            return False
        return bool(facts.get("type") == "file")

    def fetch(self, to: Path, size: int | None) -> None:
        """Copy the file here to a new local one. Raises StorageError, MachineError."""
        self._tried(lambda: self.fs.get_file(self.path, str(to)))
        if size is not None and to.stat().st_size != size:
            raise StorageError(f"only {to.stat().st_size:,} of {size:,} bytes arrived")

    def put(self, file: Path) -> None:
        """Write a local file here, overwriting. Raises StorageError, MachineError."""
        self._tried(lambda: self.fs.put_file(str(file), self.path))

    def claim(self, content: bytes) -> bool:
        """Create a small file, atomically where the storage can; False if it exists."""
        try:
            self._tried(lambda: self.fs.pipe_file(self.path, content, mode="create"), passing=(FileExistsError,))
        except FileExistsError:
            return False
        return True

    def remove(self) -> None:
        """Delete the file here. Raises StorageError."""
        self._tried(lambda: self.fs.rm_file(self.path))

    def _tried(self, act: Callable[[], T], passing: tuple[type[Exception], ...] = ()) -> T:
        """Return the result of `act`, with retries; errors in `passing` are results, not failures."""
        for tries in range(1, TRIES + 1):
            try:
                return act()
            except passing:
                raise
            except Exception as error:
                # Each storage raises its own library's errors.
                if is_machine_error(error):
                    raise machine_error(error, f"copying {self.url}") from error
                if tries == TRIES or isinstance(error, (FileNotFoundError, PermissionError, NotImplementedError)):
                    raise StorageError(_words(error)) from error
            time.sleep(WAIT * 2**tries)
        raise AssertionError  # the last try returns or raises


def _words(error: BaseException) -> str:
    """Return an error's message without credentials that its library may quote."""
    message = visible(shown(without_secrets(str(error))), _SAID)
    return f"{type(error).__name__}: {message}" if message else type(error).__name__
