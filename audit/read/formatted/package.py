"""ZIP packages, as used by Word and EPUB, with bounded expansion."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from audit.read.compressed import FREE_GROWTH
from audit.read.refusal import quoted, refused

if TYPE_CHECKING:
    from audit.policy import InputSettings

ZIP: Final = b"PK\x03\x04"
# Maximum number of parts; a book has some hundreds, including images.
_MOST_PARTS: Final = 20_000
_ENCRYPTED: Final = 1
DAMAGE: Final = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


@contextmanager
def opened_package(raw: bytes, settings: InputSettings) -> Iterator[zipfile.ZipFile]:
    """Open the package `raw`. Raises RefusedInputError: damaged, encrypted, expands-too-far, too-complex.

    The declared sizes of parts are enforced on reading.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
    except DAMAGE as error:
        raise refused("damaged", f"it is not a complete package ({type(error).__name__})") from error
    with package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS:
            raise refused("too-complex", f"it has {len(parts):,} parts, more than {_MOST_PARTS:,}")
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise refused("encrypted", "its parts are encrypted")
        grown = sum(part.file_size for part in parts)
        if grown > max(FREE_GROWTH, settings.max_growth * len(raw)):
            raise refused("expands-too-far", f"its {len(raw):,} bytes expand to {grown:,}")
        yield package


def part_of(package: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Return a part of a package.

    Raises RefusedInputError: too-large, or damaged if it is damaged or missing.
    """
    try:
        size = package.getinfo(name).file_size
        if size > limit:
            raise refused("too-large", f"its part {quoted(name)} has {size:,} bytes; the limit is {limit:,}")
        return package.read(name)
    except (*DAMAGE, KeyError, RuntimeError) as error:
        raise refused("damaged", f"its part {quoted(name)} cannot be read ({type(error).__name__})") from error
