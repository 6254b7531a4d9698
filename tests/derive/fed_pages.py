"""Labelled pages of portals: a short article, and below it what readers are to go on with, as a stream or as the next.

Such pages are hardly among those that are labelled. Their articles are cut to a paragraph or two, the page around them
stays; what stands below comes from pages of the same language that fall into the same fold.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tests.derive.labelled import BOILERPLATE, STYLES, WITHOUT_SPACES, Rendered, fold_of, same_title

# A number below the one asked for, the same on every run, for each salt.
Draw = Callable[[str, int], int]
Lines = list[tuple[str, int]]

# How much such a page counts beside a page of news.
SHARE: Final = 0.1
# Characters a line of an article's prose: of Han characters and kana, and of other letters.
_PROSE: Final = {True: 25, False: 70}
# At most so many lines between a headline and its article are its header.
_HEADER: Final = 10
_AGO: Final = {"zh": "{}小时前", "ja": "{}時間前", "ko": "{}시간 전", "de": "vor {} Stunden", "fr": "il y a {} heures",
               "es": "hace {} horas", "ru": "{} часов назад"}  # fmt: skip


def fed(found: Sequence[Rendered]) -> Iterator[Rendered]:
    """Yield each page of an article as a portal would show it: cut short, with a stream, with a next article."""
    groups = defaultdict(list)
    for page in found:
        if page.is_whole and page.style == STYLES[0] and page.title and _is_prose(page):
            groups[fold_of(page.site), page.language].append(page)
    for group in groups.values():
        for number, page in enumerate(group):
            others = [other for other in group[number + 1 :] + group[:number] if other.doc != page.doc]

            def draw(salt: str, below: int, doc: str = page.doc) -> int:
                return int(hashlib.sha256(f"{doc}fed{salt}".encode()).hexdigest(), 16) % below

            brief = _brief(page, draw)
            yield brief
            if others:
                yield _appended(brief, _stream(others, draw), draw)
                yield _appended((brief, page)[draw("whole", 2)], _next(others[0]), draw)


def _is_prose(page: Rendered) -> bool:
    sizes = [len(page.lines[i]) for i in page.content]
    return bool(sizes) and sum(sizes) >= _PROSE[page.language in WITHOUT_SPACES] * len(sizes)


def _brief(page: Rendered, draw: Draw) -> Rendered:
    """Return the page with an article of a paragraph or two."""
    size, kept = _PROSE[page.language in WITHOUT_SPACES] * (1 + draw("size", 5)), 0
    for number in page.content:
        if size <= 0:
            break
        size -= len(page.lines[number])
        kept = number
    return page.picked([i for i in range(len(page.lines)) if i not in page.content or i <= kept], SHARE)


def _appended(page: Rendered, below: Lines, draw: Draw) -> Rendered:
    """Return the page with lines of others some lines below its article."""
    at = min(page.content[-1] + 1 + draw("at", 12), len(page.lines))
    texts, gaps = [text for text, _ in below], [gap for _, gap in below]
    labels = [BOILERPLATE] * len(below)
    lines, gaps, labels = (
        (*old[:at], *new, *old[at:]) for old, new in ((page.lines, texts), (page.gaps, gaps), (page.labels, labels))
    )
    return replace(page, lines=lines, gaps=gaps, labels=labels, share=SHARE, is_whole=False)


def _stream(others: Sequence[Rendered], draw: Draw) -> Lines:
    """Return headlines of others, with a lead or without one, and with a day or without one."""
    told: Lines = []
    dated, led = draw("dated", 2), draw("led", 3)
    for number, other in enumerate(others[: 4 + draw("stream", 9)]):
        ago = _AGO.get(other.language, "{} hours ago").format(2 + draw(f"ago {number}", 20))
        told += [(ago, 0)] * dated + [(other.title or "", 1)]
        told += [(other.lines[other.content[0]], 0)] * (led > 0)
    return told


def _next(other: Rendered) -> Lines:
    """Return headline, header and article of another page."""
    first, last = other.content[0], other.content[-1]
    titles = [i for i in range(max(0, first - _HEADER), first) if same_title(other.title or "", other.lines[i])]
    return [(other.lines[i], other.gaps[i]) for i in range(titles[-1] if titles else first, last + 1)]
