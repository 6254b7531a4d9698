"""Titles as windows show them: the headline, then its section and the site. Only the headline is the title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from audit.text.fold import letters
from audit.text.sites.names import is_site, without_day

# What divides a headline from its section and site: a bar, a dash set off by blanks or before Han script, a bracket.
_MARK: Final = re.compile(
    r"\s+[|｜–—\-·•»«<:_]+\s+|\s*[|｜_»]\s*|[-–—]{1,2}(?=[\u3400-\u9fff]+$)|\s+[\[(](?=[^\])]*[\])]$)"
)
_SIGN: Final = re.compile(r"[|｜–—\-·•»«<:_\[(]")
_MOST_MARKS: Final = 12
# Marks that headlines do not have.
_BARS: Final = ("|", "｜", "»", "«", "::")
# Marks that are also before the end of a headline: what is behind them must be the source.
_NO_NAMES: Final = (":", "[", "(")
# Characters of a site's name, and least of a headline before a name that only its words make a site.
_SHORTEST, _LONGEST, _HEADLINE = 2, 40, 6
# Part of the stated name at least that a name is which begins or ends it, or the other way round.
_ALIKE: Final = 0.5
# A site before its headline: in brackets, or before a bar.
_BRACKETED: Final = re.compile(r"[【\[](?P<site>[^】\]]{2,20})[】\]] ?(?=.{6})")
_FIRST: Final = re.compile(r"(?P<site>[^|»:]{2,40}) (?:[|»]|::) (?=.{6})")
# The program of a board, behind its name; programs have capitals, and what else gives power has none.
_PROGRAM: Final = re.compile(r"\s+[-–—|]\s+(?i:powered by) (?=\w*[A-Z\u3400-\u9fff]).{2,30}$")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
# A section before the site, behind the same mark; and both, whatever their names, by the convention of Chinese sites.
_SECTION: Final = re.compile(r"[\u3400-\u9fff]{2,6}")
_CHAIN: Final = re.compile(r"(?P<title>[^_]{8,})_(?P<section>[\u3400-\u9fff]{2,6})_[\u3400-\u9fff]{2,8}$")


def beginnings(title: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is before each mark of a title, the mark, and what is behind it, the last mark first.

    >>> list(beginnings("The ferry - Sport | Bay Courier"))
    [('The ferry - Sport', '|', 'Bay Courier'), ('The ferry', '-', 'Sport | Bay Courier')]
    """
    for mark in reversed([*_MARK.finditer(title)][-_MOST_MARKS:]) if _SIGN.search(title) else ():
        yield title[: mark.start()], mark[0].strip(), title[mark.end() :]


def without_site(
    title: str, source: str | None, names: Collection[str] = (), sections: Collection[str] = frozenset()
) -> str:
    """Return a window title without its site and section, one of the `sections` (folded).

    A site is known by its words, or as the `source` or one of the normalised `names` that the page shows.
    """
    title = _PROGRAM.sub("", title)
    if (chain := _CHAIN.match(title)) and len(_HAN.findall(chain["title"])) * 2 > len(chain["title"]):
        return chain["title"].rstrip()
    own = letters(source) if source else ""
    if (match := _BRACKETED.match(title)) and (is_site(match["site"]) or letters(match["site"]) == own):
        return without_site(title[match.end() :], source, names, sections)
    for headline, mark, name in beginnings(title):
        if mark in _BARS and len(headline) > len(name) and name.casefold() in sections:
            return without_site(headline, source, names, sections)
        if (own and _is_own(name, own, mark)) or _is_any(name, names, mark, headline):
            return without_site(_without_section(headline, mark, sections), source, names, sections)
    match = _FIRST.match(title)
    return title[match.end() :] if match and own and letters(match["site"]) == own else title


def _is_own(name: str, own: str, mark: str) -> bool:
    """Return whether a name is the source's, or begins or ends it behind a bar, or is begun or ended by it."""
    key = letters(name)
    short, long = sorted((key, own), key=len)
    like = long.startswith(short) or long.endswith(short)
    return key == own or (like and len(short) >= _ALIKE * len(long) and (mark in _BARS or short == own))


def _is_any(name: str, names: Collection[str], mark: str, headline: str) -> bool:
    """Return whether a name behind a headline is a site's by its words, or one that the page shows."""
    if mark in _NO_NAMES or len(headline) < _HEADLINE or not _SHORTEST <= len(name) <= _LONGEST:
        return False
    return is_site(without_day(name), is_set_off=mark in _BARS) or letters(name) in names


def _without_section(headline: str, mark: str, sections: Collection[str]) -> str:
    """Return what is before a site without the section or day before that, behind the same mark."""
    before, other, section = next(beginnings(headline), ("", "", ""))
    is_section = _SECTION.fullmatch(section) or section.casefold() in sections or not without_day(section)
    return before if other == mark and is_section and len(before) > len(section) else headline
