"""List pages, split into parts: documents, rules, sources, clusters of copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from audit.site.names import list_page
from audit.site.render import rendered, whole_page

# Maximum bytes of the entries of a page; head, style, script and navigation come on top.
_ROOM: Final = 800_000
# Maximum number of entries: browsers take seconds to lay out tables of thousands of rows.
_MOST_ENTRIES: Final = 1_000


def listed(
    folder: str, template: str, entries: Iterable[Mapping[str, Any]], values: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield path and text of the pages listing `entries`, each rendered by `template`-entry.html."""
    rows = (rendered(f"{template}-entry.html", entry) for entry in entries)
    parts = list(cut(rows))
    pages = [list_page(folder, nth) for nth in range(len(parts))]
    for nth, part in enumerate(parts):
        page_values = {**values, "entries": part, "nth": nth, "pages": pages}
        yield pages[nth], whole_page(f"{template}.html", pages[nth], page_values)


def cut(entries: Iterable[str], room: int = _ROOM, most: int = _MOST_ENTRIES) -> Iterator[list[str]]:
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
