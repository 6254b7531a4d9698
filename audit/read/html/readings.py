"""Two readings of a page, and the better of them: what an extractor takes for the main text, and the page's own lines.

Extractors lose what does not look like prose. What stands between the first and the last line that the extractor keeps,
is no furniture by its markup and leads nowhere else, was lost, not left out: list items, code, rows of tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from audit.read.html.json_ld import letters
from audit.read.html.layout import Line, LineKind
from audit.read.record import Marked
from audit.text import dates
from audit.text.fold import fold

# Kinds of lines that are the structure of a page, and the kinds of blocks that they are.
_STRUCTURE: Final[dict[LineKind, str]] = {
    "list_item": "list_item", "code": "paragraph", "row": "paragraph", "quote": "quote",
}  # fmt: skip
_SAID: Final[dict[LineKind, tuple[str, str]]] = {
    "list_item": ("list item", "list items"), "code": ("line of code", "lines of code"),
    "row": ("row of a table", "rows of tables"), "quote": ("quotation", "quotations"),
    "heading": ("heading", "headings"), "paragraph": ("paragraph", "paragraphs"),
}  # fmt: skip
_FURNITURE: Final = "navigation"
# Kinds of lines that the extractor puts its own marks to.
_MARKED: Final = frozenset({"list_item", "row"})
# Shorter lines stand everywhere: they are known by all their letters only. Here and below: bytes of their letters.
_FEW: Final = 12
# Prose that was left out may have been left out on purpose, where it is shorter.
_PROSE: Final = 60
# So many letters of an unmarked line are prose of a page that the extractor finds nothing in.
_LEAST: Final = 40
# Of less than so many letters the extractor should keep more than one in so many that the page's own prose has.
_LITTLE: Final = 200
_TIMES: Final = 4
# A line is looked for so far behind the one found before it. Letters.
_REACH: Final = 1 << 14
# Of the letters that the extractor gives so many must be found in the page's own lines to compare the two.
_SHARE: Final = 0.6
# A headline, a byline or a date is no longer than that. Characters.
_SHORT: Final = 200
_HEADER_LINES: Final = 12
# Lines that the extractor ran into one another, from which on its line ends are not believed.
_RUN_TOGETHER: Final = 3


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, what its markup says of passages of it, and the reason why it was read so, where there is one."""

    text: str
    marked: tuple[Marked, ...] = ()
    why: str | None = None


def better(own: Sequence[Line], extracted: str, title: str | None, stated_body: str) -> PageText | None:
    """Return the better reading of a page; None where neither finds a text.

    `own` are the lines of the page, `extracted` is the extractor's text, `title` the stated title, and `stated_body`
    the lines of the article's text as the page states it for machines.
    """
    if 2 * len(letters(extracted)) < len(letters(stated_body)):
        why = "the text stands in its JSON-LD; its elements hold less than half of it"
        return PageText(stated_body, _marked(stated_body.split("\n"), [], title), why)
    lines = [line for line in own if not line.furniture]
    kept, prose = _size(letters(extracted)), sum(map(_prose, lines))
    if kept < _LITTLE and _TIMES * kept < prose:
        return _of(lines, title, f"the extractor finds {'little of the' if kept else 'no'} main text")
    if not extracted:
        return None
    matched = _Match.of(own, extracted)
    if matched.share < _SHARE:
        return PageText(extracted, _marked(extracted.split("\n"), own, title))
    taken, lost = _taken(own, matched.found)
    if not lost and not matched.is_run_together:
        texts = _with_header(own, taken, matched.found, _as_shown(own, extracted.split("\n")))
        return PageText("\n".join(texts), _marked(texts, own, title))
    return _of([own[number] for number in taken], title, _why(own, lost))


def _as_shown(own: Sequence[Line], texts: list[str]) -> list[str]:
    """Return the extractor's lines with items and rows as the page shows them, and without its rules below heads."""
    shown = {line.said: line.shown for line in own if line.kind in _MARKED and not line.furniture}
    return [shown.get(letters(text), text) for text in texts if letters(text) or not text.startswith("|--")]


def _size(said: str) -> int:
    """Return how much the letters of a line say, in Latin ones: a character of Chinese is as much as three of them."""
    return len(said.encode())


def _prose(line: Line) -> int:
    """Return how much prose is in a line."""
    size = 0 if line.is_linked else _size(line.said)
    return size if size >= _LEAST else 0


def whole(lines: Sequence[Line]) -> PageText:
    """Return all lines of a piece of a page."""
    texts = [line.shown for line in lines]
    return PageText("\n".join(texts), _marked(texts, lines, None))


def _why(own: Sequence[Line], lost: Sequence[int]) -> str:
    if not lost:
        return "the extractor ran its lines together"
    counts = Counter(own[number].kind for number in lost)
    said = [f"{counts[kind]:,} {words[counts[kind] > 1]}" for kind, words in _SAID.items() if counts[kind]]
    return f"the extractor lost {', '.join(said)}"


@dataclass(frozen=True, slots=True)
class _Match:
    """Which lines of a page the extractor kept, and of its own letters the share that is in these."""

    found: Sequence[bool]
    share: float
    is_run_together: bool

    @staticmethod
    def of(own: Sequence[Line], extracted: str) -> _Match:
        """Return the match. Linear: a line is looked for near the one before it, or by all its letters."""
        parts = [letters(part) for part in extracted.split("\n")]
        whole, exact, at, kept, inside = "".join(parts), set(parts), 0, 0, 0
        found = []
        for line in own:
            said = line.said
            place = -1
            if _size(said) >= _FEW:
                # Behind as well: a line of code that recurs may have led too far ahead.
                place = whole.find(said, at, at + _REACH)
                place = place if place >= 0 else whole.find(said, max(0, at - _REACH), at + len(said))
            is_found = place >= 0 or (bool(said) and said in exact)
            at = place + len(said) if place >= 0 else at
            kept += len(said) if is_found else 0
            inside += place >= 0 and said not in exact
            found.append(is_found)
        is_run = inside >= _RUN_TOGETHER and 2 * inside >= sum(found)
        return _Match(found, kept / max(1, len(whole)), is_run)


def _taken(own: Sequence[Line], found: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines of the main text, and which of them the extractor lost."""
    first, last = _region(own, found)
    lost = [
        number
        for number in range(first, last)
        if not found[number] and not own[number].furniture and _is_lost(own[number])
    ]
    wanted = {*lost, *(number for number in range(first, last) if found[number])}
    headings = [n for n in range(first, last) if n not in wanted and _leads(own, n, wanted)]
    body = next((n for n in range(first, last) if found[n] and _size(own[n].said) >= _PROSE), first)
    header = [n for n in range(first, min(body, first + _HEADER_LINES)) if n not in wanted and _is_header(own[n])]
    return sorted({*wanted, *headings, *header}), sorted({*lost, *headings})


def _region(own: Sequence[Line], found: Sequence[bool]) -> tuple[int, int]:
    """Return where the main text begins and ends: from its headline to the last list behind the last line kept."""
    kept = [number for number, is_kept in enumerate(found) if is_kept and _size(own[number].said) >= _FEW]
    first, last = (kept[0], kept[-1] + 1) if kept else (0, 0)
    heads = [number for number in range(first) if own[number].level == 1 and not own[number].furniture]
    while last < len(own) and _goes_on(own, last):
        last += 1
    return (heads[-1] if heads else first), last


def _goes_on(own: Sequence[Line], number: int) -> bool:
    line = own[number]
    if line.kind == "heading" and number + 1 < len(own):
        following = own[number + 1]
        return _is_structure(following) and not (line.is_linked or line.furniture)
    return _is_structure(line)


def _is_structure(line: Line) -> bool:
    return line.kind in _STRUCTURE and not (line.is_linked or line.furniture)


def _is_lost(line: Line) -> bool:
    said = line.said
    if line.is_linked or line.role or not said:
        return False
    return line.kind in _STRUCTURE or (line.kind == "paragraph" and _size(said) >= _PROSE)


def _leads(own: Sequence[Line], number: int, wanted: set[int]) -> bool:
    line = own[number]
    is_one = line.kind == "heading" and line.level > 1 and not (line.is_linked or line.furniture)
    return is_one and number + 1 in wanted


def _with_header(own: Sequence[Line], taken: Sequence[int], found: Sequence[bool], texts: list[str]) -> list[str]:
    """Return the extractor's lines below the lines of the header, where it left some of these out."""
    body = next((number for number in taken if found[number] and _size(own[number].said) >= _PROSE), 0)
    header = [own[number].shown for number in taken if number < body and _is_header(own[number])]
    if all(found[number] for number in taken):
        return texts
    known = set(map(letters, header))
    return [*header, *(text for text in texts if letters(text) not in known)]


def _is_header(line: Line) -> bool:
    if line.furniture or len(line.text) > _SHORT:
        return False
    return line.level == 1 or line.role in {"byline", "date"} or bool(dates.find(fold(line.text)))


def _of(lines: Sequence[Line], title: str | None, why: str) -> PageText:
    texts = [line.shown for line in lines]
    return PageText("\n".join(texts), _marked(texts, lines, title), f"read from the page's own lines: {why}")


def _marked(texts: Sequence[str], own: Sequence[Line], title: str | None) -> tuple[Marked, ...]:
    """Return what the markup says of the lines of a text: the structure of its own, and what belongs to its header."""
    known: dict[str, Line] = {}
    for line in own:
        if line.said and (line.furniture or line.kind in _STRUCTURE or line.role):
            known.setdefault(line.said, line)
            known.setdefault(letters(line.mark) + line.said, line)
    return tuple(_header_first(_marks(texts, known, letters(title or ""))))


def _marks(texts: Sequence[str], known: dict[str, Line], title: str) -> Iterator[Marked]:
    at, is_titled = 0, False
    for number, text in enumerate(texts):
        said = letters(text)
        line = known.get(said)
        kind = _kind(line, number) if line else ""
        if title and said == title and number < _HEADER_LINES and not is_titled:
            kind, is_titled = "title", True
        if kind:
            yield Marked(at, at + len(text), kind)
        at += len(text) + 1


def _kind(line: Line, number: int) -> str:
    if line.furniture:
        # Names of classes mean many things: prose is believed more.
        return _FURNITURE if _size(line.said) < _PROSE else ""
    if line.role and number < _HEADER_LINES and len(line.text) <= _SHORT:
        return line.role
    return "" if line.is_linked else _STRUCTURE.get(line.kind, "")


def _header_first(found: Iterator[Marked]) -> Iterator[Marked]:
    """Yield the marks; what is called a byline or a date below other content is none of the article's header."""
    is_below = False
    for mark in found:
        is_below = is_below or mark.kind in _STRUCTURE.values()
        if mark.kind in {"byline", "date"} and is_below:
            yield replace(mark, kind="paragraph")
        else:
            yield mark
