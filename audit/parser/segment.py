"""A decoded text cut into blocks: one non-empty line each, broken sentences joined again."""

from __future__ import annotations

from typing import NamedTuple

from audit.text.punctuation import is_joining


class Span(NamedTuple):
    """Where a block stands: code points `start` to `end` of the decoded text, half open."""

    start: int
    end: int


def segment(text: str) -> list[Span]:
    r"""Return the blocks of `text` in order; what lies between them is white space (by str.isspace) only.

    Line ends are those of str.splitlines: all of them are white space. Linear in the length of the text.

    >>> segment("One line\n\n, and its rest.\nNext")
    [Span(start=0, end=25), Span(start=26, end=30)]
    """
    spans: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        inked = line.strip()
        if inked:
            start = at + len(line) - len(line.lstrip())
            _add(spans, Span(start, start + len(inked)), joins=bool(spans) and is_joining(inked))
        at += len(line)
    return spans


def _add(spans: list[Span], span: Span, *, joins: bool) -> None:
    if joins:
        span = Span(spans.pop().start, span.end)
    spans.append(span)
