r"""Names of documents: a file is called by its path, record n of a container `path#n`.

The name of a file that ends like a record's has a backslash before its `#`, and each backslash before that doubled
(audit.read.walk.id_of): an even number of backslashes stands before the `#` of a record, an odd one in a file's name.
"""

from __future__ import annotations

import re
from typing import Final

_RECORD: Final = re.compile(r"(?<!\\)(?:\\\\)*(#[0-9]+)\Z")


def record_id(container: str, record: int) -> str:
    """Return the id of record `record`, counted from 0, of the container with that id."""
    return f"{container}#{record}"


def container_of(id: str) -> str | None:
    r"""Return the id of the container that a record belongs to; None for a file of its own.

    >>> container_of("news/all.jsonl#17"), container_of("news/issue\\#12"), container_of("a.txt")
    ('news/all.jsonl', None, None)
    """
    found = _RECORD.search(id)
    return id[: found.start(1)] if found else None
