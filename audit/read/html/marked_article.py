"""Pages that need no extractor: one unambiguous article element, or links and days and no text of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from audit.read.html.layout import MAIN, Line
from audit.read.html.marks import PROSE, STRUCTURE, size_of
from audit.read.html.matched import is_header
from audit.read.record import Marked

# Minimum prose of an article in bytes of letters (size_of); shorter ones are left to the extractor.
_LEAST: Final = 400
# Maximum share of a page's prose outside its article, such as a notice or teaser.
_TIMES: Final = 20
# Endings of short lines that are the author's; buttons, names and captions rarely have them.
_ENDS: Final = tuple('.:?!…。：？！”"')
# Minimum headlines, and bytes of letters (size_of) of one; menus have shorter links.
_HEADLINES, _HEADLINE = 5, 12
# Days for so many headlines, one per article of two links.
_PER_DAY: Final = 2
# Maximum bytes of letters of a headline, and of another line that is no text.
_LONGEST, _SILENT = 240, 40


def marked_article(own: Sequence[Line]) -> str:
    """Return the text of a page's article, a line per paragraph; '' if the markup is ambiguous.

    It is unambiguous if almost all prose is in the one article, or in the main part of a page without articles, and
    contains no short line that may be a button, a caption or a name.
    """
    numbers = {line.article for line in own if line.article > 0 and not line.furniture}
    if len(numbers) > 1:
        return ""
    number = numbers.pop() if numbers else MAIN
    prose = [at for at, line in enumerate(own) if _is_prose(line)]
    inside = [at for at in prose if own[at].article == number]
    size = sum(size_of(own[at].said) for at in inside)
    if size < _LEAST or _TIMES * sum(size_of(own[at].said) for at in prose) > (_TIMES + 1) * size:
        return ""
    first, last = inside[0], inside[-1] + 1
    body = [line for line in own[first:last] if not line.furniture]
    around = [line for line in (*own[:first], *own[last:]) if line.article == number and not line.furniture]
    if any(map(_is_doubtful, body)) or not all(line.is_linked or is_header(line) or _is_set(line) for line in around):
        return ""
    return "\n".join(line.text for line in body)


def _is_prose(line: Line) -> bool:
    is_one = line.kind == "paragraph" and not (line.furniture or line.role or line.is_linked)
    return is_one and size_of(line.said) >= PROSE


def _is_doubtful(line: Line) -> bool:
    """Return whether a line between paragraphs may not belong to their text."""
    is_said = line.kind == "paragraph" and line.text.endswith(_ENDS)
    return line.is_linked or bool(line.role) or not (_is_prose(line) or _is_set(line) or is_said)


def _is_set(line: Line) -> bool:
    """Return whether a line is structured by markup: a heading, item, table row, code."""
    return line.kind == "heading" or line.kind in STRUCTURE


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
