"""A folder of hostile inputs, the same bytes each time, with how each must end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.hostile.case import Case, File
from tests.hostile.kinds import make_kinds, make_special
from tests.hostile.names import NAMES, make_long_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Case", "make_hostile"]


def make_hostile(folder: Path, *, special: bool = True) -> list[Case]:
    """Fill `folder` and return its cases; `special` adds pipes, sockets and devices."""
    return [
        *_written(folder, _files()),
        *make_long_path(folder),
        *make_kinds(folder),
        *(make_special(folder) if special else []),
    ]


def _files() -> tuple[File, ...]:
    # Their bombs take a second to make: not whenever tests are collected.
    from tests.hostile.binaries import BINARIES, SIZES
    from tests.hostile.compressions import COMPRESSED
    from tests.hostile.encodings import ENCODINGS
    from tests.hostile.pages import PAGES
    from tests.hostile.payloads import PAYLOADS
    from tests.hostile.records import CONTAINERS
    from tests.hostile.unicode import UNICODE

    return (*NAMES, *SIZES, *ENCODINGS, *BINARIES, *CONTAINERS, *COMPRESSED, *UNICODE, *PAYLOADS, *PAGES)


def _written(folder: Path, files: tuple[File, ...]) -> Iterator[Case]:
    for file in files:
        path = os.path.join(os.fsencode(folder), file.path)  # noqa: PTH118 (a Path cannot hold these names)
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "xb") as made:  # noqa: PTH123
            made.write(file.content)
        yield file.case
