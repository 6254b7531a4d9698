"""Publisher and author, only as explicitly stated."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.parser.blocks.page import SHORT
from audit.parser.header.day_lists import day_lists
from audit.parser.header.person_names import facets, people
from audit.parser.header.site import Site, find_sites
from audit.parser.header.site_names import LABELS, letters
from audit.parser.tables import papers
from audit.parser.tables.attributions import (
    ABOVE_DAY,
    AUTHOR,
    DATED,
    DATELINE,
    FIRST,
    HINT,
    NOBODY,
    ORIGIN,
    PICTURE,
    SITE,
    WaysToState,
)
from audit.parser.tables.people import IMPRINT, NAME_ENDS, PARTICLES, ROLE_FIRST, ROLE_INSIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

_MARKS: Final = " \t:|,;/-–—·•\"'“”「」()"
# Maximum characters of a line with a date and a name.
_LONGEST_DATED: Final = 60
# Maximum characters of a line that is only a date, and minimum lines above it: headline and name.
_DAY_ALONE, _HEADED = 28, 2
# Maximum characters of a name after a Han name and a blank; more are the next sentence.
_HAN_SENTENCE: Final = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+[\u3400-\u9fff]{6,}.*$")
# In a line with a whole page only datelines and Han names up to the next blank or bracket are certain; and the maximum
# length of these, also of authors.
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff·]+(?=[ \u3000)）\]］]|$)")
_BEFORE_DATELINE, _BEHIND_DATELINE = "([（［【", re.compile(r"[^,，。()（）]{0,14}[电電讯訊]\s?[(（\[［]")
_LONGEST_WRITER, _LONGEST_SOURCE = 4, 12
# A label whose name inline markup has put on the next line, and the maximum characters of that.
_LABEL: Final = re.compile(r"(?:(?:文章|信息|新闻|稿件)?来源|來源|稿源|出处|出處|出典|출처|作者|记者|記者|撰文) ?:$")
_LONGEST_NAME: Final = 24
# Maximum characters of a list of authors.
_LONGEST_LIST: Final = 200
# Beginnings of lines that name the author, whatever is above.
_WRITTEN: Final = "文"
# Single letters are no names.
_LEAST: Final = 2
_JOINING: Final = ("and", "und", "et", "y", "e", "och", "og", "en", "with")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed, its row, and the kind of its block if nothing else decides."""

    name: str
    row: int
    kind: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The provenance a text states; None for not stated."""

    source: Named | None = None
    source_original: Named | None = None
    author: Named | None = None


_NOBODY: Final = Origin()


class _Line(NamedTuple):
    """A short line that may state a name.

    Flags: in header or footer, in the header, right above a date, right below a caption or table; whether a page is
    joined in it; whether it is ASCII; and the folded text.
    """

    row: int
    text: str
    folded: str
    is_edge: bool
    is_header: bool
    is_above_day: bool
    is_of_picture: bool
    is_merged: bool
    is_ascii: bool


def find_origins(pages: Pages) -> list[Origin]:
    """Return for each document the site, the stated source and the author.

    Without a site, a stated origin is the source; with one, it is `source_original`.
    """
    lines = _lines(pages)
    sites = find_sites(pages)
    return [_origin(lines.get(number, []), sites.get(number)) for number in range(len(pages))]


def _lines(pages: Pages) -> dict[int, list[_Line]]:
    """Return by document the lines containing a word that statements need."""
    above = np.arange(len(pages.lines)) <= pages.opening[pages.document]
    # In a date list the lines next to dates are headlines.
    dated = pages.dated & (pages.chars <= _LONGEST_DATED) & above & ~pages.once(day_lists).documents[pages.document]
    above_days = _above_days(pages, dated)
    # Next to a date or above it newspapers and accounts are recognised by Han script or by typical names.
    beside = np.union1d(np.flatnonzero(dated), above_days)
    beside = np.union1d(beside[~pages.is_ascii[beside]], pages.holding(papers.HINT, dated))
    rows = np.union1d(pages.holding(HINT, pages.chars <= SHORT), beside)
    document = pages.document[rows]
    header = (pages.cue[rows] >= 0) | (rows <= pages.opening[document])
    edge = header | (rows > pages.closing[document])
    header &= ~np.isin(rows, facets(pages, rows, dated))
    columns = (
        *_labelled(pages, rows),
        edge.tolist(),
        header.tolist(),
        np.isin(rows, above_days).tolist(),
        [bool(PICTURE.match(line)) for line in pages.texts(np.maximum(rows - 1, pages.first[document]))],
        pages.flags("merged")[rows].tolist(),
        pages.is_ascii[rows].tolist(),
    )
    found = defaultdict(list)
    for number, line in zip(document.tolist(), map(_Line, rows.tolist(), *columns), strict=True):
        found[number].append(line)
    return found


def _labelled(pages: Pages, rows: NDArray[np.int64]) -> tuple[list[str], list[str]]:
    """Return the lines and their folded text, a label with the name on the line below."""
    texts, folded = pages.texts(rows, "text"), pages.texts(rows)
    below = np.minimum(rows + 1, pages.last[pages.document[rows]] - 1)
    fits = (pages.chars[below] <= _LONGEST_NAME) & ~pages.dated[below] & (below > rows) & ~pages.is_ascii[rows]
    for n in np.flatnonzero(fits).tolist():
        if _LABEL.match(folded[n]):
            names = below[n : n + 1]
            texts[n] += pages.texts(names, "text")[0]
            folded[n] += pages.texts(names)[0]
    return texts, folded


def _above_days(pages: Pages, dated: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the short lines between a longer one (possible headline, no menu) and a line that is only a date."""
    days = np.flatnonzero(dated & (pages.chars <= _DAY_ALONE))
    days = days[days - pages.first[pages.document[days]] >= _HEADED]
    longer = (pages.chars[days - 2] > pages.chars[days - 1]) & (pages.cue[days - 2] < 0)
    menu = pages.lines["folded"][days - 2].str.contains_any([*">»|/:"]).to_numpy()
    found: NDArray[np.int64] = days[longer & ~menu]
    return found - 1


def _origin(lines: list[_Line], site: Site | None) -> Origin:
    if not lines and site is None:
        return _NOBODY
    edge = [line for line in lines if line.is_edge and not (line.is_of_picture and line.folded[:1] != _WRITTEN)]
    opened = [line for line in lines if line.is_header]
    author = _first(opened, AUTHOR, "byline")
    found = None if site is None else Named(site.name, site.row, "site_name" if site.is_alone else "")
    shows = _first(lines, SITE, "") or found
    origin, earlier = _first(edge, ORIGIN, "source_credit"), _first(edge, FIRST, "source_credit")
    origin = origin or _first(opened, DATED, "") or _first(opened, DATELINE, "") or _account(opened) or _paper(opened)
    shown = shows or origin
    others = (n for n in (earlier, origin) if n and shown and letters(n.name) != letters(shown.name))
    return Origin(shown or earlier, next(others, None), author)


def _account(opened: list[_Line]) -> Named | None:
    """Return the newspaper or account alone above its article's date."""
    found = ((line, ABOVE_DAY.match(line.folded)) for line in opened if line.is_above_day)
    return next((named for line, match in found if match and (named := _named(line, match, ""))), None)


def _paper(opened: list[_Line]) -> Named | None:
    """Return the newspaper before its article's date."""
    found = ((line, papers.PAPER_AND_DAY.match(line.text)) for line in opened)
    return next((named for line, match in found if match and (named := _named(line, match, ""))), None)


def _first(lines: Sequence[_Line], ways: WaysToState, kind: str) -> Named | None:
    if not lines:
        return None
    foreign = [line for line in lines if not line.is_ascii]
    said = "\n".join(line.folded for line in lines)
    for statement in ways.every if foreign else ways.in_ascii:
        if not any(map(said.__contains__, statement.needs)):
            continue
        for line in lines if statement.speaks_ascii else foreign:
            match = statement.search(line.folded)
            if match and (named := _named(line, match, kind)):
                return named
    return None


def _named(line: _Line, match: re.Match[str], kind: str) -> Named | None:
    start, end = match.span("name")
    name = line.text[start:end].strip(_MARKS)
    if kind == "byline":
        if IMPRINT.search(line.folded):
            return None
        name = NAME_ENDS.sub("", _without_roles(_HAN_SENTENCE.sub("", name)))
        everybody = people(line.text[start : start + _LONGEST_LIST]) if line.text.startswith(",", end) else None
        name = everybody if everybody and everybody.startswith(name) else name
    is_dateline = not line.text[:start].strip(_BEFORE_DATELINE) and _BEHIND_DATELINE.match(line.text, end)
    if line.is_merged and not is_dateline:
        name = _surely(line.text[start:], _LONGEST_WRITER if kind == "byline" else _LONGEST_SOURCE)
    if len(name) < _LEAST or name.lower() in LABELS or NOBODY.search(line.folded[start:end].strip(_MARKS)):
        return None
    is_fit = _is_person(name) if kind == "byline" else not _is_phrase(name)
    return Named(name, line.row, kind) if is_fit else None


def _without_roles(name: str) -> str:
    """Return who is named first in a byline: behind another role is another person."""
    return ROLE_INSIDE.sub("", ROLE_FIRST.sub("", name))


def _is_phrase(name: str) -> bool:
    """Return whether a name is words in lower case, as sources of figures are: soil survey of 1994."""
    return " " in name and name.islower() and "." not in name


def _surely(text: str, longest: int) -> str:
    """Return the name a text begins with, if a blank delimits it."""
    name = _HAN_NAME.match(text)
    return name[0] if name and len(name[0]) <= longest else ""


def _is_person(name: str) -> bool:
    """Return whether all words except particles are capitalised, in cased scripts."""
    words = name.split()
    return not any(w[0].islower() and w not in PARTICLES and w not in _JOINING for w in words) and not (
        words[0][0].islower() or words[-1][0].islower()
    )
