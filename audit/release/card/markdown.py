"""Markdown built from untrusted values, which are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from audit.text.visible import visible

# Characters that may begin inline markup, and those by which viewers detect URLs.
_ACTIVE: Final = re.compile(r"[\\`*_\[\]<>|&~$!@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_TICKS: Final = re.compile(r"`+")
# Maximum length of a table cell.
_CELL: Final = 300


def plain(text: str) -> str:
    """Return `text` as inline Markdown shown literally: no markup, HTML, links or line breaks."""
    return _ACTIVE.sub(r"\\\g<0>", visible(text, _CELL))


def prose(text: str) -> str:
    """Return a paragraph of any length as Markdown shown literally."""
    return _ACTIVE.sub(r"\\\g<0>", visible(" ".join(text.split())))


def code(text: str) -> str:
    """Return `text` as a code span, also inside a table."""
    shown = visible(text, _CELL).replace("|", "\\|")
    ticks = _fence(shown, 1)
    room = " " if "`" in shown else ""
    return f"{ticks}{room}{shown}{room}{ticks}" if shown else ""


def block(text: str, language: str) -> str:
    """Return multi-line `text` as a fenced block that it cannot close."""
    fence = _fence(text, 3)
    lines = "\n".join(map(visible, text.rstrip("\n").split("\n")))
    return f"{fence}{language}\n{lines}\n{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown cells, or a sentence if there are no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return "None."
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines])


def number(count: int) -> str:
    """Return a count with thousands separators, independent of the locale."""
    return f"{count:,}"


def _fence(text: str, least: int) -> str:
    longest = max(map(len, _TICKS.findall(text)), default=0)
    return "`" * max(least, longest + 1)
