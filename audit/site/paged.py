"""Pages that stay small: what is listed is cut where the next entry would make one too large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

# No page is larger; what is around the entries (head, style, script, navigation) has the rest. Bytes.
LARGEST: Final = 1_000_000
_ROOM: Final = 800_000
# Nor longer: a table of thousands of rows takes a browser seconds to lay out.
MOST_ENTRIES: Final = 1_000


def cut(entries: Iterable[str], room: int = _ROOM, most: int = MOST_ENTRIES) -> Iterator[list[str]]:
    """Yield the entries, pieces of HTML, in lists that each make a page; one empty list where there are none.

    >>> list(cut(["aa", "bb", "cc"], room=4))
    [['aa', 'bb'], ['cc']]
    """
    held: list[str] = []
    size, is_first = 0, True
    for entry in entries:
        more = len(entry.encode("utf-8", "surrogatepass"))
        if held and (size + more > room or len(held) == most):
            yield held
            held, size, is_first = [], 0, False
        held.append(entry)
        size += more
    if held or is_first:
        yield held
