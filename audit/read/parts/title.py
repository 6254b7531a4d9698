"""The title of a document whose parts are named by their kinds."""

from __future__ import annotations

from collections.abc import Iterable


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
