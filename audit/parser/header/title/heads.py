"""Lines above a headline in plain text: a newspaper's name, the running head of a journal, the head of a release."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.header.day_lines import NUMBER_OF_AN_ISSUE
from audit.parser.header.day_lists import day_lists
from audit.parser.tables.labels import CONTACT, LONGEST_RUNNING_HEAD, RELEASE, RUNNING_HEAD
from audit.text.sites.names import is_paper

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Lines at the top of a text that are looked at; maximum letters of a headline, and of a few words.
_TOP, _USUAL, _FEW_WORDS = 3, 120, 40
# Rows of a table that are looked at, and its minimum columns.
_TABLE, _COLUMNS = 2, 3
# Maximum number of words of a name that the article uses.
_WORDS: Final = 2
# When a newspaper was founded.
_FOUNDED: Final = re.compile(
    r"^(?:est(?:ablished|\.)|founded|since|seit|gegr(?:ündet|\.)|fond[ée]e?|fundad[oa]|основан[ао]?|創刊|创刊).{0,9}[0-9]{4}"
)
# The volume and number of a newspaper, alone on their line: Ročník XII, číslo 7; XII. évfolyam, 7. szám; 第12期.
_VOLUME: Final = (
    "vol(?:ume|\\.)?|jahrgang|jg\\.?|année|año|ano|anno|anul|roč(?:ník|\\.)?|rocznik|rok|årg(?:ång|ang|\\.)|jaargang|"
    "évf(?:olyam|\\.)|vuosikerta|godina|god(?:ište|ište|\\.)|год|рік|година|cilt|yıl"
)
_ISSUE: Final = re.compile(
    rf"^(?:(?:{_VOLUME}) ?[0-9ivxlc]{{1,6}}|[0-9ivxlc]{{1,6}}\.? (?:{_VOLUME}))[ ,.;:/–-]{{1,3}}[^0-9(]{{0,12}}[0-9]|"
    r"^(?:总|總)?第 ?[0-9]{1,6} ?[期号號]"
)
# Maximum characters of a line with a date and the name of a newspaper.
_DATELINE: Final = 80
# The links of a menu, at least and at most so many.
_MENU_WORD: Final = re.compile(r"[A-ZÀ-ÞА-ЯΑ-Ω][^\W\d]{2,15}")
_LEAST_MENU, _MENU, _LONGEST_MENU_WORD = 2, 8, 16
# Maximum characters of a line that is only a date, and of one with the place or number of a press release.
_DAY_ALONE, OF_A_HEAD = 28, 48


def mastheads(pages: Pages) -> Ints:
    """Return the short lines at the top of plain texts, above a date, that are no words of the article.

    They are newspaper names, known as such or by what the article says of them and of the headline, and mottos; the
    headline is below the date then. The year in which a newspaper was founded stands for a date. The first line of a
    text is one, too, if the date below the headline is given with it, as are all above the number of an issue.
    """
    first, last = pages.first[pages.document], pages.last[pages.document]
    here = np.arange(len(pages.lines))
    able = pages.is_plain[pages.document] & (here > first) & (here - first <= _TOP) & (here + 2 < last)
    able &= pages.chars <= _DAY_ALONE
    founded = pages.holding(_FOUNDED, able)
    days = np.union1d(np.flatnonzero(able & pages.dated), founded)
    name, headline, shared = days - 1, days + 1, pages.speech[0]
    said = np.where(shared[name] > 0, shared[headline] > _WORDS, shared[headline] > 0) & (shared[name] < _WORDS)
    said &= ~pages.mask(founded)[days]
    # A shorter line below the date is a name.
    said &= pages.weight[headline] > pages.weight[name]
    said |= np.array([is_paper(line) for line in pages.texts(name, "text")], np.bool_)
    said &= ~pages.flags("sentence")[headline] & (pages.weight[headline] <= _USUAL) & ~pages.meta[headline]
    found: Ints = np.union1d(name[said & (pages.weight[name] <= _FEW_WORDS)], _named_again(pages))
    found = np.union1d(found, _above_issue(pages))
    return found[~pages.once(day_lists).documents[pages.document[found]]] if len(found) else found


def papers_at_top(pages: Pages) -> Ints:
    """Return the first lines of plain texts that are a newspaper's name: no prose is below, but a date is soon."""
    first = pages.first[np.flatnonzero(pages.is_plain & (pages.last - pages.first > _TOP))]
    brief = (pages.weight <= _FEW_WORDS) & ~pages.dated
    first = first[brief[first] & ~pages.dated[first + 1] & ~pages.flags("sentence")[first + 1]]
    below = np.arange(2, _TOP + 1)[:, None] + first
    first = first[(pages.dated[below] & (pages.chars[below] <= _DATELINE)).any(axis=0)]
    papers: Ints = first[np.array([is_paper(line) for line in pages.texts(first, "text")], np.bool_)]
    return papers


def _above_issue(pages: Pages) -> Ints:
    """Return the first lines of plain texts down to the number of an issue, with its day beside it and text below.

    Below a number in another form, which a work or a letter has as well, is a headline.
    """
    first, last = pages.first[pages.document], pages.last[pages.document]
    here = np.arange(len(pages.lines))
    likely = pages.is_plain[pages.document] & (here > first) & (here - first < _TOP) & (here + 2 < last)
    issues = pages.holding(_ISSUE, likely & (pages["digit"] > 0) & (pages.chars <= _DATELINE))
    issues = issues[pages.dated[issues] | pages.dated[issues + 1]]
    headed = (~pages.flags("sentence") & ~pages.meta & (pages.weight <= _USUAL))[np.minimum(here + 1, last - 1)]
    headed &= likely & pages.dated & (pages.chars <= _DATELINE)
    issues = np.union1d(issues, pages.holding(NUMBER_OF_AN_ISSUE, headed))
    above = [np.arange(pages.first[pages.document[row]], row + 1) for row in issues.tolist()]
    return np.concatenate([rows for rows in above if (pages.weight[rows] <= _FEW_WORDS).all()] or [issues[:0]])


def _named_again(pages: Pages) -> Ints:
    """Return the first lines of plain texts that begin or end the line with the date, two lines below."""
    first = pages.first[np.flatnonzero(pages.is_plain & (pages.last - pages.first > _TOP))]
    first = first[(pages.weight[first] <= _FEW_WORDS) & pages.dated[first + 2] & (pages.chars[first + 2] <= _DATELINE)]
    first = first[~pages.dated[first] & ~pages.dated[first + 1] & ~pages.meta[first + 1]]
    lines = zip(pages.texts(first), pages.texts(first + 2), strict=True)
    told = [line != name and not _beside(name, line).isalnum() for name, line in lines]
    return first[np.array(told, np.bool_)]


def _beside(name: str, line: str) -> str:
    """Return the character beside a name that begins or ends a line; a letter if it does neither."""
    if line.startswith(name):
        return line[len(name)]
    return line[-len(name) - 1] if line.endswith(name) else "a"


def menus(pages: Pages) -> Ints:
    """Return the first lines of plain texts that are a menu: each a word with a capital, above several words of one.

    Two words may also be an entry and the first of its headings (Plum cake, Ingredients), or a form of address.
    """
    found: list[int] = []
    numbers = np.flatnonzero(pages.is_plain & (pages.last - pages.first > _TOP))
    short = (pages.chars <= _LONGEST_MENU_WORD)[pages.first[numbers][:, None] + np.arange(_LEAST_MENU)]
    numbers = numbers[short.all(axis=1)]
    firsts = pages.first[numbers]
    tops = pages.stretches(firsts, np.minimum(firsts + _MENU + 1, pages.last[numbers]), "text")
    for first, lines in zip(firsts.tolist(), tops, strict=True):
        count = next((at for at, line in enumerate(lines) if not _MENU_WORD.fullmatch(line)), 0)
        is_joined = bool((pages.lines["breaks"].to_numpy()[first + 1 : first + count + 1] <= 1).all())
        is_menu = count > _LEAST_MENU or (count == _LEAST_MENU and is_joined and _is_headline(lines[count].split()))
        if is_menu and not pages.dated[first + count]:
            found += range(first, first + count)
    return np.array(found, np.int64)


def _is_headline(words: list[str]) -> bool:
    """Return whether words begin with a capital, all of them if they are two."""
    capitals = [word[0].isupper() for word in words]
    return len(words) > 1 and capitals[0] and (len(words) > _LEAST_MENU or all(capitals))


def running_heads(pages: Pages, likely: Flags) -> Ints:
    """Return which of the flagged rows are the running head of a journal."""
    numbered = (pages.lines["digit"].to_numpy() > 0) & (pages.chars <= LONGEST_RUNNING_HEAD)
    return pages.holding(RUNNING_HEAD, likely & numbered)


def table_heads(pages: Pages) -> Ints:
    """Return the first rows of plain texts whose words are the columns of the table below, in which others are numbers.

    Train From To Departs, above K101 Marl Tarn 06:10.
    """
    able = np.flatnonzero(pages.is_plain & (pages.last - pages.first > _TABLE))
    rows = pages.first[able][pages.chars[pages.first[able]] <= LONGEST_RUNNING_HEAD]
    lines = iter(pages.texts((rows[:, None] + np.arange(_TABLE + 1)).ravel()))
    found: Ints = rows[np.array([_is_table(table) for table in zip(*[lines] * (_TABLE + 1), strict=True)], np.bool_)]
    return found


def _is_table(lines: tuple[str, ...]) -> bool:
    head, *below = (line.split() for line in lines)
    if len(head) < _COLUMNS or any(map(_is_number, head)):
        return False
    return all(len(row) == len(head) and any(map(_is_number, row)) for row in below)


def _is_number(word: str) -> bool:
    return word[-1].isdigit() or word[0].isdigit()


def release_heads(pages: Pages, rows: Ints) -> list[int]:
    """Return the last row of each head of a press release that is above one of `rows`: label, date, contact."""
    able = np.unique(pages.document[rows[pages.is_plain[pages.document[rows]]]])
    found: list[int] = []
    for number, label in zip(able.tolist(), pages.texts(pages.first[able]), strict=True):
        if RELEASE.match(label):
            first, last = int(pages.first[number]), int(pages.last[number])
            below = np.arange(first + 1, min(first + 1 + _TOP, last))
            lines = zip(below.tolist(), pages.texts(below), pages.dated[below].tolist(), strict=True)
            head = takewhile(lambda line: (line[2] and len(line[1]) <= OF_A_HEAD) or CONTACT.match(line[1]), lines)
            found.append(max((row for row, _, _ in head), default=first))
    return found
