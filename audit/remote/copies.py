"""Copies of what lies at URLs, in a folder of this machine that lives as long as they are used."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from audit.errors import UsageError
from audit.remote.storage import Storage, StorageError
from audit.scratch import Scratch
from audit.untrusted import MalformedError, RelativePath

# Requests on their way at once: most of the time of each is waiting.
_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class Copy:
    """A place of this machine that stands for the one at `url`; `lost` says of files that did not come why, by path.

    Where files have their names and sizes only, `listed` is the URL by which others read them: not to be printed.
    """

    path: Path
    url: str
    lost: Mapping[str, str]
    listed: str | None = None


_KNOWN: Final[dict[Path, Copy]] = {}


@contextmanager
def standing_for(
    path: Path, url: str, lost: Mapping[str, str] | None = None, listed: str | None = None
) -> Iterator[Copy]:
    """Have `path` stand for `url` for a while: what is told of one is told of the other."""
    copy = Copy(path, url, lost or {}, listed)
    _KNOWN[path] = copy
    try:
        yield copy
    finally:
        del _KNOWN[path]


def told(text: str) -> str:
    """Return a text with the URLs in it that the paths stand for."""
    for path, copy in sorted(_KNOWN.items(), key=lambda item: -len(str(item[0]))):
        text = text.replace(str(path), copy.url)
    return text


def lost_below(root: Path) -> Mapping[str, str]:
    """Return the paths of the files that `root` lacks, since they could not be copied, and why."""
    found = _KNOWN.get(root)
    return found.lost if found else {}


def listed_at(root: Path) -> str | None:
    """Return the URL that holds what the files below `root` only have the names and sizes of; None for others."""
    found = _KNOWN.get(root)
    return found.listed if found else None


@contextmanager
def named_only(url: str) -> Iterator[Path]:
    """Give a folder with the names and sizes of all files at a URL, or one such file: other machines read them.

    Raises UsageError as `copied` does.
    """
    storage = Storage.at(url)
    files, is_file = _listed(storage)
    with Scratch() as home:
        folder, lost = home.path / "names", {}
        folder.mkdir()
        for name, size in files.items():
            try:
                path = folder / RelativePath(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("wb") as file:
                    # No block of the disk is taken.
                    file.truncate(size or 0)
            except (MalformedError, FileExistsError, IsADirectoryError, NotADirectoryError):
                lost[name] = "its name is no path of a file"
        root = folder / next(iter(files)) if is_file else folder
        with standing_for(root, storage.url, lost, url):
            yield root


def _listed(storage: Storage) -> tuple[Mapping[str, int | None], bool]:
    """Return the files at a storage, and whether it is one. Raises UsageError where there is nothing."""
    try:
        listed, is_file = storage.files(), storage.is_file()
    except StorageError as error:
        raise UsageError(f"{storage.url} cannot be read: {error}; check the URL and your rights") from error
    if not listed:
        raise UsageError(f"there is nothing at {storage.url}: check the URL")
    return listed, is_file


@contextmanager
def copied(url: str, wanted: Callable[[Collection[str]], Collection[str]] = lambda paths: paths) -> Iterator[Path]:
    """Give a copy of the file or of all files at a URL; of all paths there `wanted` says which are.

    A file that cannot be read after several tries is missing in it (lost_below). Raises UsageError where nothing lies
    at the URL, it cannot be listed, or this machine has no room for it.
    """
    storage = Storage.at(url)
    listed, is_file = _listed(storage)
    chosen = frozenset(wanted(listed))
    files = {path: size for path, size in listed.items() if path in chosen}
    if not files:
        raise UsageError(f"there is nothing at {storage.url}: check the URL")
    with Scratch() as home:
        _refuse_too_much(storage, files, home.path)
        folder = home.path / "copy"
        folder.mkdir()
        lost = fetched(storage, files, folder, is_file=is_file)
        if is_file and lost:
            raise UsageError(f"{storage.url} cannot be read: {next(iter(lost.values()))}")
        root = folder / next(iter(files)) if is_file else folder
        with standing_for(root, storage.url, lost):
            yield root


def fetched(
    storage: Storage, files: Mapping[str, int | None], folder: Path, *, is_file: bool = False
) -> Mapping[str, str]:
    """Copy files below a storage into a folder; return why some did not come, by path, in order."""
    folders = {parent.as_posix() for name in files for parent in PurePosixPath(name).parents}

    def one(name: str) -> str | None:
        if name in folders:
            return "its name is that of a folder as well"
        try:
            path = folder / RelativePath(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            (storage if is_file else storage.below(name)).fetch(path, files[name])
        except MalformedError:
            return "its name is no path of a file"
        except StorageError as error:
            path.unlink(missing_ok=True)
            return f"reading it failed several times ({error})"
        return None

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        reasons = zip(files, pool.map(one, files), strict=True)
        return {name: reason for name, reason in reasons if reason is not None}


def _refuse_too_much(storage: Storage, files: Mapping[str, int | None], folder: Path) -> None:
    size, free = sum(size or 0 for size in files.values()), shutil.disk_usage(folder).free
    if size > free:
        raise UsageError(
            f"{storage.url} holds {size:,} bytes, which are copied to this machine first, and {folder.parent} has "
            f"{free:,} left: let TMPDIR name a roomier place"
        )
