"""Who published and who wrote: only what the text states in so many words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audit.parser.site import find_site, letters
from audit.parser.statements import AUTHOR, FIRST, NOBODY, ORIGIN, SITE, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.parser.page import Page

# Statements stand in short lines; a longer one is prose about somebody.
_LONGEST: Final = 300
_MARKS: Final = " \t:|,;/-–—·•\"'“”「」()"
# One letter names nobody.
_LEAST: Final = 2


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
    author = _first(page, [i for i in short if page.cue[i] is not None or i <= page.opening], AUTHOR, "byline")
    site = _first(page, short, SITE, "") or _site(page)
    origin, earlier = _first(page, header, ORIGIN, "source_credit"), _first(page, header, FIRST, "source_credit")
    shown = site or origin
    others = (n for n in (earlier, origin) if n and shown and letters(n.name) != letters(shown.name))
    return Origin(shown or earlier, next(others, None), author)


def _site(page: Page) -> Named | None:
    found = find_site(page)
    return None if found is None else Named(*found, "site_name" if page.text[found[1]].strip() == found[0] else "")


def _is_header(page: Page, block: int) -> bool:
    return page.cue[block] is not None or block <= page.opening or block > page.closing


def _first(page: Page, blocks: Iterable[int], statements: tuple[Statement, ...], kind: str) -> Named | None:
    chosen = list(blocks)
    for statement in (s for s in statements if s.may_stand_in(page.short_lines)):
        for block in chosen:
            match = statement.search(page.folded[block])
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
