"""Pagination by size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

# Maximum bytes of the entries of a page; head, style, script and navigation come on top.
_ROOM: Final = 800_000
# Maximum number of entries: browsers take seconds to lay out tables of thousands of rows.
MOST_ENTRIES: Final = 1_000


def cut(entries: Iterable[str], room: int = _ROOM, most: int = MOST_ENTRIES) -> Iterator[list[str]]:
    """Yield the entries (pieces of HTML) in lists that each make a page; one empty list if there are none.

    >>> list(cut(["aa", "bb", "cc"], room=4))
    [['aa', 'bb'], ['cc']]
    """
    page: list[str] = []
    size, is_first = 0, True
    for entry in entries:
        more = len(entry.encode("utf-8", "surrogatepass"))
        if page and (size + more > room or len(page) == most):
            yield page
            page, size, is_first = [], 0, False
        page.append(entry)
        size += more
    if page or is_first:
        yield page
