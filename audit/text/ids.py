"""Document ids: the path of a file, or `path#n` for record n of a container.

A file name that ends like a record id is escaped by a backslash before its `#`, and backslashes before that are doubled
(audit.read.walk.id_of): an even number of backslashes precedes the `#` of a record, an odd one that of a file name.
"""

from __future__ import annotations

import re
from typing import Final

_RECORD: Final = re.compile(r"(?<!\\)(?:\\\\)*(#[0-9]+)\Z")
CONTAINER: Final = r"(?s)^((?:.*[^\\])?(?:\\\\)*)#[0-9]+$"
"""The pattern of a record's id for polars, whose group is what `container_of` returns."""


def record_id(container: str, record: int) -> str:
    """Return the id of record `record` (from 0) of a container."""
    return f"{container}#{record}"


def container_of(id: str) -> str | None:
    r"""Return the container id of a record's id; None for a file.

    >>> container_of("news/all.jsonl#17"), container_of("news/issue\\#12"), container_of("a.txt")
    ('news/all.jsonl', None, None)
    """
    found = _RECORD.search(id)
    return id[: found.start(1)] if found else None
