"""Who published and who wrote: only what the text states in so many words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from audit.parser.statements import ABOUT, AUTHOR, COPYRIGHT, NOBODY, ORIGIN, SITE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.parser.page import Page

# Statements stand in short lines; a longer one is prose about somebody.
_LONGEST: Final = 300
_MARKS: Final = " \t:|,;/-–—·•\"'“”「」()"
# One letter names nobody.
_LEAST: Final = 2
# Lines at the top that may be the site's name, and how long that is at most.
_TOP, _LONGEST_NAME = 5, 30
# Each link is looked up in the whole page: only so many are.
_LINKS: Final = 16
_STEM: Final = re.compile(r"[a-z0-9]{4,}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed, the block that states it, and what that block is if nothing else tells."""

    name: str
    block: int
    kind: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What the text states about where it comes from; None is 'not stated'."""

    source: Named | None
    source_original: Named | None
    author: Named | None


def find_origin(page: Page) -> Origin:
    """Return the site, the origin it names and the author.

    An origin without a site that shows it is the source; with one, it is `source_original`.
    """
    short = [i for i in range(len(page)) if len(page.text[i]) <= _LONGEST]
    header = [i for i in short if _is_header(page, i)]
    site = _site_name(page) or _first(page, short, SITE, "")
    origin = _first(page, header, ORIGIN, "source_credit")
    author = _first(page, [i for i in short if page.cue[i] is not None or i <= page.opening], AUTHOR, "byline")
    if site is None:
        return Origin(origin or _owner(page, short), None, author)
    return Origin(site, origin if origin and origin.name != site.name else None, author)


def _is_header(page: Page, block: int) -> bool:
    return page.cue[block] is not None or block <= page.opening or block > page.closing


def _first(page: Page, blocks: Iterable[int], patterns: tuple[re.Pattern[str], ...], kind: str) -> Named | None:
    chosen = list(blocks)
    for pattern in patterns:
        for block in chosen:
            match = pattern.search(page.folded[block])
            if match and (named := _named(page, block, match, kind)):
                return named
    return None


def _named(page: Page, block: int, match: re.Match[str], kind: str) -> Named | None:
    start, end = match.span("name")
    name = page.text[block][start:end].strip(_MARKS)
    if len(name) < _LEAST or NOBODY.search(page.folded[block][start:end].strip(_MARKS)):
        return None
    return Named(name, block, kind) if kind != "byline" or _is_person(name) else None


def _is_person(name: str) -> bool:
    """Return whether the first and the last word begin with a capital, in scripts that have any."""
    words = name.split()
    return not words[0][0].islower() and not words[-1][0].islower()


def _owner(page: Page, short: list[int]) -> Named | None:
    """Return the site as its own links below the article name it, or the holder of the copyright there."""
    below = [i for i in short if i > page.closing]
    notices = (i for i in below if _is_notice(page.folded[i]))
    return next(_linked(page, below), None) or _first(page, notices, (COPYRIGHT,), "")


def _linked(page: Page, blocks: Iterable[int]) -> Iterator[Named]:
    """Yield names after 'about' that the page also states elsewhere."""
    matches = ((block, match) for block in blocks if (match := ABOUT.match(page.folded[block])))
    for block, match in islice(matches, _LINKS):
        named = _named(page, block, match, "")
        if named and sum(named.name.casefold() in line for line in page.folded) > 1:
            yield named


def _is_notice(line: str) -> bool:
    return ("©" in line or "copyright" in line or "(c)" in line) and not line.startswith("(")


def _site_name(page: Page) -> Named | None:
    """Return the line at the top whose first word a copyright line names: Redwood Daily … © 2024 redwood.example."""
    foot = _holders(page)
    for block in range(min(_TOP, len(page))):
        line = page.folded[block]
        stem = _STEM.match(line) if len(line) <= _LONGEST_NAME and page.cue[block] is None else None
        if stem and stem[0] in foot and page.folded.count(line) > 1:
            return Named(page.text[block], block, "site_name")
    return None


def _holders(page: Page) -> frozenset[str]:
    """Return the words of the names in the copyright lines below the article."""
    notices = (page.folded[i][:_LONGEST] for i in range(page.closing + 1, len(page)))
    matches = (COPYRIGHT.search(line) for line in notices if _is_notice(line))
    return frozenset(word for match in matches if match for word in _STEM.findall(match["name"]))
