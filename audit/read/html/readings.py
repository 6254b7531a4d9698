"""Choice between an extractor's main text and the page's own lines.

Extractors lose text that is no prose. Lines between the first and last kept one that are neither furniture by markup
nor links (list items, code, table rows) are restored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Final

from audit.read.html.layout import Line, LineKind
from audit.read.html.marks import PROSE, marks_of, marks_of_lines, size_of
from audit.read.html.matched import REACH, MatchedLines, is_header, taken_of
from audit.read.record import Marked
from audit.text.fold import letters

_SAID: Final[dict[LineKind, tuple[str, str]]] = {
    "list_item": ("list item", "list items"), "code": ("line of code", "lines of code"),
    "row": ("row of a table", "rows of tables"), "quote": ("quotation", "quotations"),
    "heading": ("heading", "headings"), "paragraph": ("paragraph", "paragraphs"),
}  # fmt: skip
# Kinds of lines with marks of the extractor.
_MARKED: Final = frozenset({"list_item", "row"})
# Bytes of letters (size_of) from which an unmarked line is prose of a page without extracted text.
_LEAST: Final = 40
# Below this length the extractor must keep at least this share of the page's own prose.
_LITTLE: Final = 200
_TIMES: Final = 4
# Share of the extractor's letters that must be found in the page's lines for a comparison.
_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, its marked passages, and the reason for choosing it, if any."""

    text: str
    marked: tuple[Marked, ...] = ()
    why: str | None = None


def better(own: Sequence[Line], extracted: str, title: str | None, stated_body: str) -> PageText | None:
    """Return the better reading of a page; None if neither finds text.

    `own` are the lines of the page, `extracted` is the extractor's text, `title` the stated title, and `stated_body`
    the lines of the stated article text.
    """
    said = letters(extracted)
    if 2 * len(said) < len(letters(stated_body)):
        why = "the text is taken from its JSON-LD; its elements contain less than half of it"
        return PageText(stated_body, marks_of(stated_body.split("\n"), [], title), why)
    lines = [line for line in own if not line.furniture]
    kept, prose = size_of(said), sum(map(_prose, lines))
    if kept < _LITTLE and _TIMES * kept < prose:
        return _of(lines, title, f"the extractor finds {'little of the' if kept else 'no'} main text")
    if not extracted:
        return None
    matched = MatchedLines.of(own, extracted)
    if matched.share < _SHARE:
        return PageText(extracted, marks_of(extracted.split("\n"), own, title))
    taken, lost = taken_of(own, matched.found)
    is_indented = any(own[number].is_set and own[number].text[0].isspace() for number in taken)
    if not (lost or matched.is_run_together or is_indented):
        texts = _with_header(own, taken, matched.found, _as_shown(own, extracted.split("\n")))
        return PageText("\n".join(texts), marks_of(texts, own, title))
    return _of([own[number] for number in taken], title, _why(own, lost, is_joined=matched.is_run_together))


def _as_shown(own: Sequence[Line], texts: list[str]) -> list[str]:
    """Return the extractor's lines with list items, table rows and lines of code as shown by the page."""
    shown = {line.said: [line.shown] for line in own if line.kind in _MARKED and not line.furniture}
    runs = [list(run) for kind, run in groupby(own, lambda line: line.kind) if kind == "code"]
    shown |= {"".join(line.said for line in run): [line.shown for line in run] for run in runs if len(run) > 1}
    told = [text for text in texts if letters(text) or not text.startswith("|--")]
    return [line for text in _rejoined(own, told) for line in shown.get(letters(text), [text])]


def _rejoined(own: Sequence[Line], texts: Sequence[str]) -> list[str]:
    """Return the extractor's lines, those that together are one paragraph of the page as that paragraph. Linear."""
    parts = [letters(text) for text in texts]
    whole, exact = "".join(parts), set(parts)
    edges = dict.fromkeys(accumulate(map(len, parts), initial=0))
    numbers = {edge: number for number, edge in enumerate(edges)}
    if len(numbers) != len(parts) + 1:
        return list(texts)
    made, at, done = list[str](), 0, 0
    for line in own:
        is_wanted = line.said not in exact and size_of(line.said) >= PROSE
        place = whole.find(line.said, at, at + REACH) if is_wanted else -1
        first, last = numbers.get(place, -1), numbers.get(place + len(line.said), -1)
        if done <= first < last - 1:
            made += [*texts[done:first], line.shown]
            done = last
        at = place + len(line.said) if place >= 0 else at
    return [*made, *texts[done:]]


def _prose(line: Line) -> int:
    """Return the amount of prose in a line."""
    size = 0 if line.is_linked else size_of(line.said)
    return size if size >= _LEAST else 0


def whole(lines: Sequence[Line]) -> PageText:
    """Return all lines of a fragment."""
    return PageText("\n".join(line.shown for line in lines), marks_of_lines(lines, None))


def _why(own: Sequence[Line], lost: Sequence[int], *, is_joined: bool) -> str:
    if not lost:
        return "the extractor joined its lines" if is_joined else "the extractor drops indentation"
    counts = Counter(own[number].kind for number in lost)
    said = [f"{counts[kind]:,} {words[counts[kind] > 1]}" for kind, words in _SAID.items() if counts[kind]]
    return f"the extractor lost {', '.join(said)}"


def _with_header(own: Sequence[Line], taken: Sequence[int], found: Sequence[bool], texts: list[str]) -> list[str]:
    """Return the extractor's lines preceded by header lines it left out."""
    body = next((number for number in taken if found[number] and size_of(own[number].said) >= PROSE), 0)
    header = [own[number].shown for number in taken if number < body and is_header(own[number])]
    if all(found[number] for number in taken):
        return texts
    known = set(map(letters, header))
    return [*header, *(text for text in texts if letters(text) not in known)]


def _of(lines: Sequence[Line], title: str | None, why: str) -> PageText:
    text = "\n".join(line.shown for line in lines)
    return PageText(text, marks_of_lines(lines, title), f"read from the page's own lines: {why}")
