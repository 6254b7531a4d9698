"""The account that a post of a publishing platform is by: the name above a button to follow it, or above its handle.

News sites name people and papers in many ways; only a platform prints who follows them, or lets a reader follow, right
below the name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.parser.header.person_names import person
from audit.parser.header.publisher import Named
from audit.parser.tables.people import TRADE_ALONE
from audit.text.fold import letters
from audit.text.sites.names import may_be_outlet
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Maximum characters of a name and of a line between it and the button, and how many such lines.
_LONGEST, _BRIEF, _BETWEEN = 30, 40, 4
# How many follow an account, its handle, and from where it posted: right below its name.
_COUNT: Final = (
    r"[0-9][0-9,.]*\s?(?:[kmb]|тыс\.?|млн\.?|万|萬|만)? ?(?:subscribers|followers|подписчик\w{0,2}|abonnenten|"
    r"abonnés|seguidores|suscriptores|inscritos|粉丝)$|チャンネル登録者数|(?:구독자|팔로워) ?[0-9]"
)
_HANDLE: Final = r"@[a-z0-9_.]{2,30}(?:@[a-z0-9.-]{3,40})?$"
# The number of a thread's first post, below its day, or whose it is.
_FIRST_POST: Final = r"(?:#1|1#|1[楼樓]|[楼樓]主)$"
_MARK: Final = re.compile(rf"^(?:{_COUNT}|{_HANDLE}|{_FIRST_POST}|ip属地:)")
# The day of a post, and from what it was sent: 2023-7-4 09:12 来自 微博网页版; and its maximum characters.
_SENT: Final = re.compile(r"^(?:(?:19|20)\d\d[-/.年])?\d\d?[-/.月]\d\d?日? \d\d?:\d\d(?::\d\d)? 来自 ?[^:,，。]{1,16}$")
_LONGEST_DAY: Final = 48
_BEGINS: Final = "@チ구팔i#楼樓"
_FOLLOW: Final = phrases("platforms", "follow")
_FOLLOWS, _SHORT = pl.col("folded").is_in(_FOLLOW), max(map(len, _FOLLOW))
_BESIDE: Final = re.compile(r"^(?:来自|编辑于|发布于|ip属地|·|•|[0-9]{1,2}[-/.][0-9]{1,2} )")
# Lines below a name in which a headline would be, and its minimum letters.
_AHEAD, _HEADLINE = 5, 10
# The counters of a post, without words.
_NUMBER: Final = re.compile(r"^[0-9][0-9,.]*[kmw万]?$")
_SHORTEST: Final = 8
_NAME: Final = re.compile(r"(?!.*\s\d)[^\W\d_].{0,28}[\w.!~)]")
# A word of a page that recurs on it may be a button above another.
_WORD: Final = re.compile(r"[a-z]+", re.IGNORECASE)
# What an item of a list has, too.
_BUTTONS: Final = frozenset(phrases("controls", "item_labels"))
# Lines from the headline, or from the start of a text without one, to its account.
_ABOVE, _BELOW, _START = 3, 8, 12
# Lines from a name to the day of its post, and from that to the first counter.
_NEAR: Final = 3

# What parts a path.
_PARTS: Final = frozenset(">›»/|")
_VALUE: Final = re.compile(r"\w ?[:：] ?\w")


class Account(NamedTuple):
    """The row of a name, the name as printed, and whether it opens a thread, whose posts have no decks."""

    row: int
    name: str
    opens_thread: bool


def _accounts(pages: Pages) -> Mapping[int, list[Account]]:
    """Return by document the names above a button to follow somebody, a count of followers, or a handle."""
    found: dict[int, list[Account]] = {}
    brief = pages.flags("furnished") & (pages.chars <= _BRIEF)
    marks = pages.holding(_MARK, brief & (pages.begins_with_digit | pages.opened(_BEGINS)))
    follows = pages.holding(_FOLLOWS, brief & (pages.chars <= _SHORT))
    for mark in np.union1d(marks, follows).tolist():
        number = int(pages.document[mark])
        row = _named_above(pages, mark, int(pages.first[number]))
        if row is not None and _may_be_name(pages, row) and _is_told(pages, row, mark):
            opens_thread = re.match(_FIRST_POST, pages.lines["folded"][mark]) is not None
            found.setdefault(number, []).append(Account(row, pages.lines["text"][row].strip(), opens_thread))
    return found


def _named_above(pages: Pages, mark: int, first: int) -> int | None:
    """Return the row above a mark that is not the day, place or device of the post."""
    folded = pages.lines["folded"]
    for row in range(mark - 1, max(first, mark - 2 - _BETWEEN) - 1, -1):
        # Below the name may be what its holder does.
        is_head = pages.lines["pauses"][row] > 0 and row == mark - 1
        is_head |= pages.chars[row] <= _BRIEF and (pages.dated[row] or pages.lines["notice"][row] >= 0)
        if not is_head and not _BESIDE.match(folded[row]):
            return row
    return None


def _may_be_name(pages: Pages, row: int) -> bool:
    text = pages.lines["text"][row].strip()
    # A value behind its label is of the account: Location: Hull.
    if pages.lines["folded"][row] in _BUTTONS or pages.lines["pauses"][row] > 0 or _VALUE.search(text):
        return False
    if pages.chars[row] > _LONGEST or pages.cue[row] >= 0 or pages.lines["notice"][row] >= 0:
        return False
    return bool(_NAME.fullmatch(text)) and not may_be_outlet(text) and not TRADE_ALONE.match(text)


def _is_told(pages: Pages, row: int, mark: int) -> bool:
    """Return whether more than a button below speaks for a name: a count, a handle, a day, a person, its recurrence."""
    text, last = pages.lines["text"][row].strip(), int(pages.last[pages.document[row]])
    dated, said = bool(pages.dated[row + 1 : min(row + 1 + _NEAR, last)].any()), pages.lines["folded"][mark]
    if dated or re.match(_FIRST_POST, said):
        return dated
    if said not in _FOLLOW:
        return True
    recurs = (bool(pages.flags("twin")[row]) and not _WORD.fullmatch(text)) or _is_path_to(pages, row, text)
    return person(text) is not None or recurs


def _is_path_to(pages: Pages, row: int, name: str) -> bool:
    """Return whether a line above ends with the name behind other parts of a path: 号 > 中国青石发布."""
    above = pages.texts(np.arange(pages.first[pages.document[row]], row), "text")
    return any(
        line.endswith(name) and line.removesuffix(name).rstrip()[-1:] in _PARTS for line in above if line != name
    )


def account_names(pages: Pages) -> dict[int, frozenset[str]]:
    """Return by document the normalised names of its accounts: none of them is a headline."""
    told = pages.once(_accounts)
    return {number: frozenset(letters(account.name) for account in named) for number, named in told.items()}


def account_rows(pages: Pages) -> Ints:
    """Return the rows that name an account."""
    return np.array(sorted(account.row for told in pages.once(_accounts).values() for account in told), np.int64)


def post_heads(pages: Pages) -> Ints:
    """Return the rows of names above the day of a post: of accounts, and those with a bare number right below the day.

    The headline of a post is above its name, and a deck may be between.
    """
    named = {account.row for told in pages.once(_accounts).values() for account in told if not account.opens_thread}
    here = np.array(sorted(named), np.int64)
    ends = np.minimum(here + _NEAR + 1, pages.last[pages.document[here]])
    headed = ~_is_above_headline(pages, here)
    told = zip(here.tolist(), ends.tolist(), headed.tolist(), strict=True)
    heads = {row for row, end, alone in told if alone or pages.dated[row + 1 : end].any()}
    bare = pages.holding(_NUMBER, pages.flags("furnished") & (pages.chars <= _SHORTEST) & pages.begins_with_digit)
    for row in np.unique(bare[:, None] - np.arange(2, _NEAR + 1)).tolist():
        inside = row >= 0 and pages.document[row] == pages.document[row + 1]
        if inside and pages.dated[row + 1] and pages.chars[row + 1] <= _BRIEF and _may_be_name(pages, row):
            heads.add(row)
    return np.array(sorted(heads), np.int64)


def senders(pages: Pages) -> Ints:
    """Return the rows right above the day of a post and the device it was sent from: they name whose it is."""
    days = pages.holding(_SENT, pages.dated & ~pages.is_ascii & (pages.chars <= _LONGEST_DAY) & pages.begins_with_digit)
    above: Ints = days[days > pages.first[pages.document[days]]] - 1
    return above


def _is_above_headline(pages: Pages, rows: Ints) -> NDArray[np.bool_]:
    """Return which names have a line that may be a headline among the few below them, or run into the text."""
    able = (
        (pages.cue < 0)
        & (pages.lines["notice"].to_numpy() < 0)
        & ~pages.dated
        & (pages.weight >= _HEADLINE)
        & ~pages.flags("sentence")
    )
    below = np.concatenate([[0], np.cumsum(able)])
    ends = np.minimum(rows + _AHEAD + 1, pages.last[pages.document[rows]])
    found: NDArray[np.bool_] = below[ends] > below[rows + 1]
    return found


def account_authors(pages: Pages, headlines: Ints) -> dict[int, Named]:
    """Return by document the account whose name stands below its headline, above it with such a mark, or at the top."""
    found = {}
    for number, names in account_names(pages).items():
        title, opening = int(headlines[number]), int(pages.opening[number])
        top = opening - _START if title < 0 else title - _ABOVE
        end = opening + 1 if title < 0 else min(title + _BELOW, max(opening, title) + 2)
        rows = np.arange(max(top, int(pages.first[number])), min(end, int(pages.last[number])))
        marked = {account.row for account in pages.once(_accounts)[number]}
        for row, line in zip(rows.tolist(), pages.texts(rows, "text"), strict=True):
            if letters(line) in names and (row > title or row in marked) and row != title:
                found[number] = Named(line.strip(), row, "byline")
                break
    return found
