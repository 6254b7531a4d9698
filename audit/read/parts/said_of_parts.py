"""What is said of a document whose parts are named by their kinds: its title, and what of it was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def title_of(parts: Iterable[tuple[str, str]], title: str, heading: str) -> str | None:
    """Return the first title, or else the heading with which the document begins; None if there is none.

    `parts` are kinds and texts. A heading below a text may be that of a section.

    >>> title_of([("heading", "Dawn"), ("text", "All is dark.")], "title", "heading")
    'Dawn'
    >>> title_of([("text", "All is dark."), ("heading", "Dawn")], "title", "heading")
    """
    found = list(parts)
    named = next((text for kind, text in found if kind == title), None)
    return named or next((text for kind, text in found[:1] if kind == heading), None)


def left_out(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the columns that name and count what was left out.

    >>> left_out({"headers/footers": 1200, "pictures": 0})
    {'headers/footers (1,200)': 1200}
    """
    return {f"{name} ({count:,})": count for name, count in counts.items() if count}
