"""Upload of results to a URL; the file that marks them as complete is sent last."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.remote.local_copies import fetch_files, path_for_url
from audit.remote.storage import Storage, StorageError
from audit.scratch import Scratch

# Selects files by their paths below the folder of releases.
Chosen = Callable[[Collection[str]], Collection[str]]
# Files that readers open first are written last, in this order.
_LAST: Final = ("ledger.parquet", "split.json", "report.json", "README.md", "manifest.json")
_CARD: Final = "README.md"
_CLAIM: Final = ".being-released-"


@contextmanager
def upload_when_done(url: str, *, is_new: bool = False) -> Iterator[Path]:
    """Yield a folder whose content is sent to the URL on exit, unless the block raises.

    With `is_new` the URL must be empty. Raises UsageError if it is not writable.
    """
    storage = Storage.at(url)
    with _saying(storage, "nothing was written to"), Scratch() as home:
        if is_new and storage.files():
            raise UsageError(f"{storage.url} already exists and is not an empty folder: name another one")
        folder = home.path / "out"
        with path_for_url(folder, storage.url):
            yield folder
            _send(storage, folder, _files(folder))


@contextmanager
def releases(url: str, name: str, chosen: Chosen) -> Iterator[Path]:
    """Yield a folder standing for the releases at a URL; a release made in it is uploaded.

    It holds those files of existing releases of `name`, selected by `chosen`, that planning needs. A version is
    uploaded before its manifest, and that before the card of all versions. A claim file beside the versions excludes
    concurrent uploads where the storage creates files atomically. Raises UsageError.
    """
    storage = Storage.at(url)
    past = storage.below(name)
    with _saying(past, "the releases could not be read at"), Scratch() as home:
        dist = home.path / "dist"
        (dist / name).mkdir(parents=True)
        listed = past.files()
        taken = frozenset(chosen(listed))
        wanted = {path: size for path, size in listed.items() if path in taken}
        lost = fetch_files(past, wanted, dist / name)
        if lost:
            path, reason = next(iter(lost.items()))
            raise UsageError(f"{past.below(path).url} cannot be read: {reason}")
        before, card = frozenset(_files(dist / name)), dist / name / _CARD
        content_of_card = card.read_bytes() if card.exists() else None
        with path_for_url(dist, storage.url):
            yield dist
            fresh = [path for path in _files(dist / name) if path not in before and path != _CARD]
            if fresh:
                _release(past, dist / name, fresh)
            if card.exists() and card.read_bytes() != content_of_card:
                _send(past, dist / name, [_CARD])


def _release(past: Storage, folder: Path, fresh: Sequence[str]) -> None:
    version = fresh[0].partition("/")[0]
    claim = past.below(f"{_CLAIM}{version}")
    if not claim.claim(secrets.token_hex(8).encode()):
        raise UsageError(
            f"nothing was released: {claim.url} shows that another run is uploading this version; if that run has "
            "ended, remove that file and the version's folder beside it, then run again"
        )
    try:
        if past.below(f"{version}/manifest.json").is_file():
            raise UsageError(
                f"nothing was released: {past.below(version).url} was released in the meantime; run again to follow it"
            )
        _send(past, folder, fresh)
    finally:
        with suppress(StorageError):
            claim.remove()


def _send(storage: Storage, folder: Path, files: Sequence[str]) -> None:
    order = {name: number for number, name in enumerate(_LAST, 1)}
    for path in sorted(files, key=lambda path: (order.get(path.rpartition("/")[2], 0), path)):
        storage.below(path).put(folder / path)


def _files(folder: Path) -> list[str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return [path.relative_to(folder).as_posix() for path in found]


@contextmanager
def _saying(storage: Storage, what: str) -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        raise UsageError(f"{what} {storage.url}: {error}; check the URL and your permissions") from error
