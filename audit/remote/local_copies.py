"""Local copies of remote inputs, which live as long as they are used."""

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

# Concurrent requests, which mostly wait.
_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class Copy:
    """A local path standing for the place at `url`; `lost` maps the paths of missing files to the reasons.

    If the local files hold names and sizes only, `listed` is the URL to read them from; it may contain secrets.
    """

    path: Path
    url: str
    lost: Mapping[str, str]
    listed: str | None = None


_KNOWN: Final[dict[Path, Copy]] = {}


@contextmanager
def path_for_url(
    path: Path, url: str, lost: Mapping[str, str] | None = None, listed: str | None = None
) -> Iterator[Copy]:
    """Have `path` stand for `url` within the block, so that messages show the URL."""
    copy = Copy(path, url, lost or {}, listed)
    _KNOWN[path] = copy
    try:
        yield copy
    finally:
        del _KNOWN[path]


def with_urls(text: str) -> str:
    """Return a text with local paths replaced by the URLs they stand for."""
    for path, copy in sorted(_KNOWN.items(), key=lambda item: -len(str(item[0]))):
        below = copy.url if copy.url.endswith("/") else f"{copy.url}/"
        text = text.replace(f"{path}/", below).replace(str(path), copy.url)
    return text


def lost_below(root: Path) -> Mapping[str, str]:
    """Return the paths of the files missing below `root`, and why they could not be copied."""
    found = _KNOWN.get(root)
    return found.lost if found else {}


def listed_at(root: Path) -> str | None:
    """Return the URL with the content of the files below `root`, if these are names and sizes only; else None."""
    found = _KNOWN.get(root)
    return found.listed if found else None


@contextmanager
def list_only(url: str) -> Iterator[Path]:
    """Yield a folder with the names and sizes of all files at a URL, or one such file, for other machines to read.

    Raises UsageError as `download` does.
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
                    # A sparse file: no disk blocks are allocated.
                    file.truncate(size or 0)
            except (MalformedError, FileExistsError, IsADirectoryError, NotADirectoryError):
                lost[name] = "its name is not a file path"
        root = folder / next(iter(files)) if is_file else folder
        with path_for_url(root, storage.url, lost, url):
            yield root


def _listed(storage: Storage) -> tuple[Mapping[str, int | None], bool]:
    """Return the files of a storage, and whether it is a single file. Raises UsageError if there is none."""
    try:
        listed, is_file = storage.files(), storage.is_file()
    except StorageError as error:
        raise UsageError(f"{storage.url} cannot be read: {error}; check the URL and your permissions") from error
    if not listed:
        raise UsageError(f"there is nothing at {storage.url}: check the URL")
    return listed, is_file


@contextmanager
def download(url: str, wanted: Callable[[Collection[str]], Collection[str]] = lambda paths: paths) -> Iterator[Path]:
    """Yield a copy of the file, or of all files accepted by `wanted`, at a URL.

    Files unreadable after several tries are missing in it (lost_below). Raises UsageError if the URL is empty or cannot
    be listed, or the disk has no room.
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
        lost = fetch_files(storage, files, folder, is_file=is_file)
        if is_file and lost:
            raise UsageError(f"{storage.url} cannot be read: {next(iter(lost.values()))}")
        root = folder / next(iter(files)) if is_file else folder
        with path_for_url(root, storage.url, lost):
            yield root


def fetch_files(
    storage: Storage, files: Mapping[str, int | None], folder: Path, *, is_file: bool = False
) -> Mapping[str, str]:
    """Copy files of a storage into a folder; return, in order, why some failed."""
    folders = {parent.as_posix() for name in files for parent in PurePosixPath(name).parents}

    def one(name: str) -> str | None:
        if name in folders:
            return "a folder has the same name"
        try:
            path = folder / RelativePath(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            (storage if is_file else storage.below(name)).fetch(path, files[name])
        except MalformedError:
            return "its name is not a file path"
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
            f"{storage.url} has {size:,} bytes, which are copied to this machine first, but {folder.parent} has only "
            f"{free:,} bytes left: set TMPDIR to a disk with more space"
        )
