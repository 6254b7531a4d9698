"""Texts that only quote mojibake, in code or quotation marks, as articles about it do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import put_back
from audit.measure.encoding.mojibake.reading import codec_and_times

# What opens and what closes; an apostrophe does neither.
_MARKS: Final = tuple(
    (re.compile(opened), re.compile(closed))
    for opened, closed in (
        ("`", "`"),
        ('"', '"'),
        ("«", "»"),
        ("“|„", "”|“"),
        ("「", "」"),
        (r"(?:(?<!\w)|(?<=\b[bBuU]))'", r"'(?!\w)"),
    )
)
_FENCE: Final = re.compile("^ {0,3}(?:```|~~~)", re.MULTILINE)
# A byte above ASCII as a number, as dumps have it beside the character that it is: beside another, or with a capital.
_BYTE: Final = re.compile(
    r"\b(?:[89A-Fa-f][0-9A-Fa-f](?= [0-9A-Fa-f]{2}\b)|(?<=\b[0-9A-Fa-f]{2} )[89A-Fa-f][0-9A-Fa-f]\b|"
    r"(?:[A-F][0-9A-F]|[89][A-F])\b)"
)
_FOREIGN: Final = re.compile("[^\x00-\x7f]")


def is_all_quoted(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Return whether all non-ASCII parts of passages are quoted, within a line or a fenced block.

    `places` are their spans, each within one line.
    """
    fences = [match.start() for match in _FENCE.finditer(text)]
    return all(_is_fenced(fences, start) or _is_quoted(text, start, end) for start, end in places)


def is_dumped(text: str, start: int, end: int, wrong: str) -> bool:
    """Return whether the bytes of which a passage is made, read in `wrong`, stand as numbers in its lines, in order."""
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    numbers = (int(number, 16) for number in _BYTE.findall(text, first, stop if stop >= 0 else len(text)))
    raw, _ = put_back("".join(_FOREIGN.findall(text, start, end)), codec_and_times(wrong)[0])
    return bool(raw) and all(byte in numbers for byte in raw)


def _is_fenced(fences: Sequence[int], at: int) -> bool:
    before = bisect_right(fences, at)
    return before % 2 == 1 and before < len(fences)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a passage's non-ASCII part is between the first and the last mark of one kind in its line."""
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : stop if stop >= 0 else len(text)]
    beyond = [match.start() for match in _FOREIGN.finditer(line, start - first, end - first)]
    return any(left < beyond[0] and beyond[-1] < right for left, right in _between_marks(line))


def _between_marks(line: str) -> Iterator[tuple[int, int]]:
    """Yield the span between the first opening and the last closing mark of each kind."""
    for opened, closed in _MARKS:
        left = opened.search(line)
        if left is not None:
            yield left.start(), max((match.start() for match in closed.finditer(line, left.end())), default=0)
