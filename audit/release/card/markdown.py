"""Markdown made of values that nobody has vetted: nothing in them is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from audit.text.visible import visible

# What could begin markup inside a line, and the colon or dot by which viewers know an address.
_ACTIVE: Final = re.compile(r"[\\`*_\[\]<>|&~$!@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_TICKS: Final = re.compile(r"`+")
# A cell longer than this is no cell.
_CELL: Final = 300


def plain(text: str) -> str:
    """Return `text` as Markdown that shows exactly it: no markup, no HTML, no link, no line break."""
    return _ACTIVE.sub(r"\\\g<0>", visible(text, _CELL))


def prose(text: str) -> str:
    """Return a paragraph, however long, as Markdown that shows exactly its words."""
    return _ACTIVE.sub(r"\\\g<0>", visible(" ".join(text.split())))


def code(text: str) -> str:
    """Return `text` as a code span, also inside a table."""
    shown = visible(text, _CELL).replace("|", "\\|")
    ticks = _fence(shown, 1)
    room = " " if "`" in shown else ""
    return f"{ticks}{room}{shown}{room}{ticks}" if shown else ""


def block(text: str, language: str) -> str:
    """Return `text`, lines and all, as a fenced block that nothing in it can end."""
    fence = _fence(text, 3)
    lines = "\n".join(map(visible, text.rstrip("\n").split("\n")))
    return f"{fence}{language}\n{lines}\n{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already; a sentence instead when there are no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return "None."
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines])


def number(count: int) -> str:
    """Return a count with its thousands set apart, the same in every locale."""
    return f"{count:,}"


def _fence(text: str, least: int) -> str:
    longest = max(map(len, _TICKS.findall(text)), default=0)
    return "`" * max(least, longest + 1)
