"""The printed title of a page: the heading its metadata agree with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from audit.read.html.json_ld import letters

# Separators between a title and the site's name.
_CUT: Final = re.compile(r"\s+[|–—\-·•»:_]+\s+|\s*[|_»]\s*|\s+[\[(](?=[^\])]*[\])]$)")
_MOST_CUTS: Final = 12


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a page: first-level ones, and second and third-level ones."""

    first: Sequence[str]
    others: Sequence[str]


def printed_title(wanted: Sequence[str], headings: Headings, source: str, *, is_said: bool) -> str:
    """Return the title of a page given stated titles, best first; `is_said`: not stated by its title tag alone.

    >>> printed_title(["The ferry - Bay Courier"], Headings(["Bay Courier", "The ferry"], ()), "", is_said=False)
    'The ferry'
    """
    site = letters(source)
    headlines = [one for one in headings.first if letters(one) != site]
    # The site's name follows a title more often than it precedes it, and may be a first-level heading.
    begin = {letters(part) for one in wanted for part in _beginnings(one)} - {""}
    end = {letters(part) for one in wanted for part in _endings(one)} - {""}
    fitting = [one for one in (*headlines, *headings.others) if letters(one) in begin]
    others = [one for one in headlines if letters(one) not in end]
    if fitting:
        return fitting[0]
    if len(headlines) > len(others):
        return others[0] if len(others) == 1 else next(one for one in headlines if letters(one) in end)
    if len(headlines) == 1 and not is_said:
        return headlines[0]
    return _without_site(wanted[0], site) if wanted else ""


def _beginnings(title: str) -> Iterator[str]:
    """Yield a title, and its prefixes before a separator."""
    yield title
    yield from (title[: cut.start()] for cut in islice(_CUT.finditer(title), _MOST_CUTS))


def _endings(title: str) -> Iterator[str]:
    """Yield the suffixes of a title after a separator."""
    yield from (title[cut.end() :] for cut in islice(_CUT.finditer(title), _MOST_CUTS))


def _without_site(title: str, site: str) -> str:
    cuts = list(_CUT.finditer(title))[-_MOST_CUTS:]
    for cut in reversed(cuts):
        rest = letters(title[cut.end() :])
        if site and rest and (rest in site or site in rest):
            return title[: cut.start()].strip()
    return title
