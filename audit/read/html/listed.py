"""Pages that list articles by day: links and days, and no text of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from audit.read.html.layout import Line
from audit.read.html.marks import size_of
from audit.read.record import Marked

# Minimum headlines, and bytes of letters (size_of) of one; menus have shorter links.
_HEADLINES, _HEADLINE = 5, 12
# Days for so many headlines, one per article of two links.
_PER_DAY: Final = 2
# Maximum bytes of letters of a headline, and of another line that is no text.
_LONGEST, _SILENT = 240, 40


def is_list(own: Sequence[Line]) -> bool:
    """Return whether a page shows headlines that are links, days beside them, and nothing else than furniture."""
    lines = [line for line in own if not line.furniture]
    headlines = sum(line.is_linked and not line.role and size_of(line.said) >= _HEADLINE for line in lines)
    days = sum(line.role == "date" for line in lines)
    is_told = any(size_of(line.said) > _most(line) for line in lines)
    return headlines >= _HEADLINES and _PER_DAY * days >= headlines and not is_told


def _most(line: Line) -> int:
    return _LONGEST if line.is_linked or line.role or line.kind == "heading" else _SILENT


def as_navigation(text: str) -> tuple[Marked, ...]:
    """Return marks by which each line of a text is navigation."""
    made, at = list[Marked](), 0
    for line in text.split("\n"):
        if line.strip():
            made.append(Marked(at, at + len(line), "navigation"))
        at += len(line) + 1
    return tuple(made)
