"""List pages, split into parts: documents, rules, sources, clusters of copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from audit.site.names import list_page
from audit.site.pagination import cut
from audit.site.render import rendered, whole_page


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
