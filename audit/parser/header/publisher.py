"""Publisher and author, only as explicitly stated."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from audit.parser.header.person_names import is_no_name, people, signed, without_trade
from audit.parser.header.site import Site, find_sites
from audit.parser.header.site_names import LABELS
from audit.parser.header.stating_lines import StatingLine, stating_lines
from audit.parser.tables.attributions import (
    ABOVE_DAY,
    AUTHOR,
    DATED,
    DATELINE,
    FIRST,
    ORIGIN,
    SITE,
    WaysToState,
)
from audit.parser.tables.people import (
    ACCOUNT_ID,
    AGENCIES,
    FOLLOW,
    IMPRINT,
    JOINING,
    NAME_ENDS,
    NO_WRITER,
    NOBODY,
    ORIGINAL_ACCOUNT,
    ORIGINAL_WRITER,
    PARTICLES,
    POSTING_ACCOUNT,
    POSTING_WRITER,
    ROLE_FIRST,
    ROLE_INSIDE,
    TOLD_AGAIN,
    WRITER_BEHIND,
)
from audit.text.fold import letters
from audit.text.sites.names import PAPER_AND_DAY, is_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.parser.blocks.page import Pages

_MARKS: Final = " \t⋅:|,،;/-–—·•\"'“”「」()"
# Maximum characters of a name after a Han name and a blank; more are the next sentence.
_HAN_SENTENCE: Final = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+[\u3400-\u9fff]{6,}.*$")
# In a line with a whole page only datelines and Han names up to the next blank or bracket are certain; and the maximum
# length of these, also of authors.
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff·]+(?=[ \u3000)）\]］]|$)")
_BEFORE_DATELINE, _BEHIND_DATELINE = "([（［【", re.compile(r"[^,，。()（）]{0,14}[电電讯訊]\s?[(（\[［]")
_LONGEST_WRITER, _LONGEST_SOURCE = 4, 12
# Maximum characters of a list of authors.
_LONGEST_LIST: Final = 200
# A label before a name where an article ends, or the reporter of a paper.
_SIGNED: Final = re.compile(
    r"[^\w\s]?[^\W\d]{1,12}(?: [^\W\d]{1,12})? ?[:/|] ?[^\W\d][^:|]{1,40}$|"
    r"[(\[]?[\u3400-\u9fff·]{0,12}(?:记者|記者) [\u3400-\u9fff·、 ]{2,24}[)\]]?$"
)
# A year without its day, behind the source of figures: Source: Bureau of Statistics, 2019.
_OF_FIGURES: Final = re.compile(
    r"[^0-9]{2,60}?(?:[,،;(（「『《]| ?[-–—])[^0-9]{0,16}(?:19|20)[0-9]{2}(?: ?年(?! ?[0-9])[^0-9]*)?"
    r"[\])）」』》.。]{0,3}$"
)
# What follows the first part of a mailbox; behind an account's sign is no ending.
_MAILBOX: Final = re.compile(r"@[\w-]+\.\w")
# Beginnings of lines that name the author, whatever is above.
_WRITTEN: Final = "文"
# Single letters are no names; words of two first names.
_LEAST, _PAIR = 2, 3
# Words of sentences that no name has behind its first: By using this software you accept.
_OF_SENTENCES: Final = frozenset(("the", "this", "that", "these", "those", "you", "your", "any", "all", "our"))
# What one does: Downloading. Together with a surname it is a name: Fielding Moss.
_DEED: Final = re.compile(r"\w{3,}ing", re.IGNORECASE)


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
# Maximum characters of the lines around an account, and its name.
_LONGEST_CARD: Final = 40
_ACCOUNT: Final = re.compile(r"[^\W\d_][^\s:：|/，。]{1,15}")


def find_origins(pages: Pages) -> list[Origin]:
    """Return for each document the site, the stated source and the author.

    Without a site, a stated origin is the source; with one, it is `source_original`.
    """
    lines, sites, cards, posts = stating_lines(pages), find_sites(pages), _cards(pages), _posts(pages)
    found = [_origin(lines.get(number, []), sites.get(number)) for number in range(len(pages))]
    for number in sorted(posts | cards.keys()):
        if found[number].source is None:
            opened = [line for line in lines.get(number, []) if line.is_header and number not in cards]
            account = cards.get(number) or _above_day(opened, POSTING_ACCOUNT, "")
            author = found[number].author or _above_day(opened, POSTING_WRITER, "byline")
            found[number] = replace(found[number], source=account, author=author)
    return found


def _posts(pages: Pages) -> set[int]:
    """Return the documents that ask to follow the account that posted them."""
    rows = pages.holding(FOLLOW, pages.folded.beginning("微关") & (pages.chars <= _LONGEST_CARD))
    return set(pages.document[rows].tolist())


def _cards(pages: Pages) -> dict[int, Named]:
    """Return by document the account whose identifier and description are right below its name, above the article."""
    rows = pages.holding(ACCOUNT_ID, pages.folded.beginning("微公") & (pages.chars <= _LONGEST_CARD))
    rows = rows[(rows > pages.first[pages.document[rows]]) & (rows < pages.opening[pages.document[rows]])][::-1]
    rows = rows[pages.picked(rows + 1).str.starts_with("功能介绍").to_numpy()]
    named = zip(pages.document[rows].tolist(), rows.tolist(), pages.texts(rows - 1, "text"), strict=True)
    return {n: Named(name.strip(), row - 1, "site_name") for n, row, name in named if _ACCOUNT.fullmatch(name.strip())}


def _origin(lines: list[StatingLine], site: Site | None) -> Origin:
    if not lines and site is None:
        return _NOBODY
    edge = [line for line in lines if line.is_edge and not (line.is_of_picture and line.folded[:1] != _WRITTEN)]
    opened = [line for line in lines if line.is_header]
    author = _first(opened, AUTHOR, "byline") or _signature(lines) or _above_day(opened, ORIGINAL_WRITER, "byline")
    # Who wrote a text and holds its rights is no site, unless the page names it again and again.
    if site and author and not site.is_frequent and letters(site.name) == letters(author.name):
        site = None
    found = None if site is None else Named(site.name, site.row, "site_name" if site.is_alone else "")
    shows = _first(lines, SITE, "") or found
    origin, earlier = _first(edge, ORIGIN, "source_credit"), _first(edge, FIRST, "source_credit")
    origin = origin or _first(opened, DATED, "") or _first(opened, DATELINE, "") or _account(opened) or _paper(opened)
    shown = shows or origin
    others = (n for n in (earlier, origin) if n and shown and letters(n.name) != letters(shown.name))
    return Origin(shown or earlier, next(others, None), author)


def _signature(lines: list[StatingLine]) -> Named | None:
    """Return the author named behind a label and colon where the article ends, if one line there names somebody."""
    ends = [line for line in lines if line.is_end and not line.is_of_picture and _SIGNED.match(line.folded)]
    return _first(ends, AUTHOR, "byline") if len(ends) == 1 else None


def _account(opened: list[StatingLine]) -> Named | None:
    """Return the newspaper or account alone above its article's date."""
    named = _above_day(opened, ABOVE_DAY, "") or _above_day(opened, ORIGINAL_ACCOUNT, "")
    mast = (Named(line.text, line.row, "site_name") for line in opened if line.is_above_day and is_paper(line.text))
    return named or next(mast, None)


def _above_day(opened: list[StatingLine], pattern: re.Pattern[str], kind: str) -> Named | None:
    """Return the first name that a pattern finds in a line right above its article's date."""
    found = ((line, pattern.match(line.folded)) for line in opened if line.is_above_day)
    return next((named for line, match in found if match and (named := _named(line, match, kind))), None)


def _paper(opened: list[StatingLine]) -> Named | None:
    """Return the newspaper before its article's date."""
    found = ((line, PAPER_AND_DAY.match(line.text)) for line in opened)
    return next((named for line, match in found if match and (named := _named(line, match, ""))), None)


def _first(lines: Sequence[StatingLine], ways: WaysToState, kind: str) -> Named | None:
    held = [line for line in lines if not line.held.isdisjoint(ways.words)]
    for statement in ways.statements if held else ():
        for line in held:
            match = None if line.held.isdisjoint(statement.needs) else statement.search(line.folded)
            if match and (named := _named(line, match, kind)):
                return named
    return None


def _named(line: StatingLine, match: re.Match[str], kind: str) -> Named | None:
    start, end = match.span("name")
    if kind == "source_credit" and _OF_FIGURES.match(line.folded, start):
        return None
    name = line.text[start:end].partition("\t")[0].strip(_MARKS)
    if kind == "byline":
        if IMPRINT.search(line.folded) or NO_WRITER.search(line.folded, 0, start):
            return None
        name = without_trade(NAME_ENDS.sub("", _without_roles(_HAN_SENTENCE.sub("", name))))
        name = name.rpartition(" ")[0] if _MAILBOX.match(line.text, end) else name
        everybody = (
            people(line.text[start : start + _LONGEST_LIST]) if line.text[end:].lstrip().startswith(",") else None
        )
        name = everybody if everybody and everybody.startswith(name) else name
    else:
        name = WRITER_BEHIND.sub("", TOLD_AGAIN.sub("", name))
    is_dateline = not line.text[:start].strip(_BEFORE_DATELINE) and _BEHIND_DATELINE.match(line.text, end)
    if line.is_merged and not is_dateline:
        name = _surely(line.text[start:], _LONGEST_WRITER if kind == "byline" else _LONGEST_SOURCE)
    if len(name) < _LEAST or name.lower() in LABELS or NOBODY.search(line.folded[start:end].strip(_MARKS)):
        return None
    is_fit = _is_person(name) and not is_no_name(name) if kind == "byline" else not _is_phrase(name)
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
    """Return whether all words except particles are capitalised, in cased scripts.

    Capitals tell nothing in a line of capitals, as of licences and notices: what they name looks like persons.
    """
    words = name.split()
    if name.isupper() or name.casefold() in AGENCIES:
        return signed(name) is not None
    # The last of several has a surname, or is an agency: not Von Menschen und Mäusen, as headlines begin.
    is_lone = len(words) > _LEAST and words[-2] in JOINING and words[-1].casefold() not in AGENCIES
    if is_lone and (words[-2] != "and" or len(words) > _PAIR):
        return False
    if _DEED.fullmatch(name) or any(word.casefold() in _OF_SENTENCES for word in words[1:]):
        return False
    return not any(w[0].islower() and w not in PARTICLES and w not in JOINING for w in words) and not (
        words[0][0].islower() or words[-1][0].islower()
    )
