"""Block kinds from a page's markup: lists, code, tables, header lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from audit.read.html.layout import Line, LineKind
from audit.read.record import Marked
from audit.text.fold import letters, letters_of

# Kinds of structured lines, and the corresponding kinds of blocks.
STRUCTURE: Final[dict[LineKind, str]] = {
    "list_item": "list_item", "code": "paragraph", "row": "paragraph", "quote": "quote",
}  # fmt: skip
# Minimum bytes of letters (size_of); shorter lines are ambiguous.
PROSE: Final = 60
# Maximum characters of a headline, byline or date, and the number of first lines it is in.
SHORT: Final = 200
HEADER_LINES: Final = 12
_FURNITURE: Final = "navigation"


def size_of(said: str) -> int:
    """Return the length of a line in Latin letters; a Han character counts as three."""
    return len(said.encode())


def marks_of(texts: Sequence[str], own: Sequence[Line], title: str | None) -> tuple[Marked, ...]:
    """Return the kinds by markup of the lines of a text: structure, and header."""
    known: dict[str, Line] = {}
    for line in own:
        if line.said and (line.furniture or line.kind in STRUCTURE or line.role):
            known.setdefault(line.said, line)
            if line.mark:
                known.setdefault(letters(line.mark) + line.said, line)
    return tuple(_header_first(_marks(texts, known, letters(title or ""))))


def marks_of_lines(lines: Sequence[Line], title: str | None) -> tuple[Marked, ...]:
    """Return the marks of a text that consists of the lines: their kinds by markup, and preformatted passages."""
    kinds = {mark.start: mark.kind for mark in marks_of([line.shown for line in lines], lines, title)}
    made, at, above = list[Marked](), 0, False
    for line in lines:
        end = at + len(line.shown)
        kind = kinds.get(at, "")
        if line.is_set and above and not line.said and made[-1].kind in STRUCTURE.values():
            # A line without letters, such as a bracket, belongs to the line above.
            kind = made[-1].kind
        if line.is_set and above and kind == made[-1].kind:
            made[-1] = replace(made[-1], end=end)
        elif kind or line.is_set:
            made.append(Marked(at, end, kind, line.is_set))
        at, above = end + 1, line.is_set
    return tuple(made)


def _marks(texts: Sequence[str], known: dict[str, Line], title: str) -> Iterator[Marked]:
    at, is_titled, lines = 0, False, [text.lstrip("\n") for text in texts]
    for number, (text, said) in enumerate(zip(texts, letters_of(lines), strict=True)):
        line = known.get(said)
        kind = _kind(line, number) if line else ""
        if title and said == title and number < HEADER_LINES and not is_titled:
            kind, is_titled = "title", True
        if kind:
            yield Marked(at, at + len(text), kind)
        at += len(text) + 1


def _kind(line: Line, number: int) -> str:
    if line.furniture:
        # Class names are ambiguous: prose takes precedence, as do the lines of a text field.
        return _FURNITURE if size_of(line.said) < PROSE and not line.is_set else ""
    if line.role and number < HEADER_LINES and len(line.text) <= SHORT:
        return line.role
    return "" if line.is_linked else STRUCTURE.get(line.kind, "")


def _header_first(found: Iterator[Marked]) -> Iterator[Marked]:
    """Yield the marks without bylines and dates below other content, which are not the article's."""
    is_below = False
    for mark in found:
        is_below = is_below or mark.kind in STRUCTURE.values()
        if mark.kind in {"byline", "date"} and is_below:
            yield replace(mark, kind="paragraph")
        else:
            yield mark
