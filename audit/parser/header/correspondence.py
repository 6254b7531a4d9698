"""Letters, mails, chats, drafts and logs: greetings, addresses, asides and messages are neither author nor headline.

Nor is the attribution line "On Monday A. Roe wrote:", which Gmail, Outlook, Thunderbird and Apple Mail write above a
quoted mail.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.tables import patterns
from audit.parser.tables.people import AGENCIES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_PATTERNS: Final = patterns("correspondence")
# Maximum characters of a greeting, and lines it is below the first of its letter.
_LONGEST, _HIGH = 90, 8
# Minimum lines of an address, without blank lines between.
_LINES: Final = 2
# A day before 1900, and the maximum lines from it to the greeting.
_OLD_DAY: Final = re.compile(r"(?:^|\W)[0-9]{1,2}\D.*(?:^|\W)1[5-8][0-9]{2}(?:\W|$)")
_ABOVE_GREETING: Final = 4
# "Dear Ada,", "Sir,", and greetings to many: "Hello everybody!", "Ladies and gentlemen".
_GREETING: Final = re.compile(_PATTERNS["greeting"])
_ASIDE: Final = re.compile(_PATTERNS["aside"])
# Maximum characters of what is written above a text to whom it goes, of its state or its picture.
_LONGEST_ASIDE: Final = 60
# Letters with which greetings begin that do not end with a comma or a colon.
_FIRST_LETTERS: Final = "hgbclmsv大各您你사존친보ع"
# A street address, directly followed by another line.
_HOUSE: Final = pl.col("folded").str.contains(_PATTERNS["house"])
_WROTE: Final = _PATTERNS["wrote"]
_LONGEST_SAID: Final = 240
# An attribution contains a date or mail address; sentences ending with a colon rarely have both words and one.
_SAID: Final = rf"(?:{_WROTE})[^:]{{0,80}}:$"
_OF_A_DAY: Final = r"[0-9]{1,2}\D.*[0-9]{2}|@"
# Long lines are broken before the mail address.
_REST: Final = rf"^<?[^ @]{{1,80}}@[^ @]{{1,80}}>?,? (?:{_WROTE}) ?:$"
# Chat messages, beginning with date and time (in brackets, or before a dash) and sender; log lines with severity.
_WHEN: Final = r"\d{1,4}[-/.]\d\d?[-/.]\d{2,4},? \d\d?:\d\d(?::\d\d)?(?: [ap]m)?"
_MESSAGE: Final = re.compile(
    rf"^(?:\[{_WHEN}\]|{_WHEN} -) [^:•|]{{1,40}}: |"
    r"^\[?\d{4}[-/]\d\d[-/]\d\d[ t]\d\d:\d\d:\d\d\S* .{0,40}?"
    r"\b(?:trace|debug|info|notice|warn(?:ing)?|error|fatal)\b"
)
# Messages beginning with sender and time, recognised in groups, since bylines look alike.
_POST: Final = re.compile(rf"^[^\s:|]{{1,20}} {_WHEN} \S")
# Minimum digits of such a line, and such lines of a document.
_DIGITS_OF_A_POST, _POSTS = 7, 3


def greetings(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows are the salutation of a letter or a speech."""
    likely = likely & (pages.chars <= _LONGEST)
    return pages.holding(_GREETING, likely & (pages.folded.ending(",:") | pages.folded.beginning(_FIRST_LETTERS)))


def asides(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows, first in a plain text, say whom it is for, who said it, its state, day or agency."""
    top = pages.first[pages.is_plain & (pages.first < pages.last)]
    top = top[likely[top] & (pages.chars[top] <= _LONGEST_ASIDE)]
    lines = (line.rstrip(" .,:!…") for line in pages.texts(top))
    found: Ints = top[np.array([bool(_ASIDE.match(line)) or line in AGENCIES for line in lines], np.bool_)]
    return found


def addresses(pages: Pages, likely: Flags, greeting: Ints) -> Ints:
    """Return the address lines of plain texts: a flagged street line, and a few consecutive lines above a greeting.

    One of those contains a number.
    """
    first, (breaks, digits) = pages.first[pages.document], (pages.lines[n].to_numpy() for n in ("breaks", "digit"))
    plain = pages.is_plain[pages.document]
    stacked = (np.append(breaks, 0)[1:] == 1) & plain & (pages.chars <= _LONGEST) & (digits > 0)
    told = ~pages.dated & (pages.cue < 0)
    found = [pages.holding(_HOUSE, likely & stacked)]
    for row in greeting[plain[greeting] & (greeting - first[greeting] <= _HIGH)].tolist():
        lines = np.arange(first[row], row)
        for group in np.split(lines, np.flatnonzero(breaks[lines[1:]] > 1) + 1):
            found += [group] if told[group].sum() >= _LINES and digits[group[told[group]]].any() else []
    return np.concatenate(found)


def is_of_a_letter(pages: Pages, days: Ints, untitled: Flags) -> Flags:
    """Return which date rows are lines of a letter or contract in plain text rather than a header.

    They are in an `untitled` text, above a greeting, or within the text, as below a signature.
    """
    document = pages.document[days]
    below = np.zeros(len(pages.lines), bool)
    below[np.minimum(days + 1, pages.last[document] - 1)] = pages.is_plain[document]
    greeted = np.isin(days + 1, greetings(pages, below))
    found: Flags = pages.is_plain[document] & (untitled | (days > pages.opening[document]) | greeted)
    return found


def old_letters(pages: Pages) -> Ints:
    """Return the lines right above a greeting that date a letter before 1900: elsewhere such days are of history."""
    here, first = np.arange(len(pages.lines)), pages.first[pages.document]
    plain = pages.is_plain[pages.document] & (pages.chars <= _LONGEST)
    days = pages.holding(_OLD_DAY, plain & (here - first <= _HIGH) & ~pages.dated)
    if not len(days):
        return days
    greeting = np.append(greetings(pages, plain), len(here))
    below = greeting[np.searchsorted(greeting, days)]
    found: Ints = days[(below - days <= _ABOVE_GREETING) & (below < pages.last[pages.document[days]])]
    return found


def is_attribution(pages: Pages, asked: Flags) -> Flags:
    """Return which flagged lines attribute a quoted mail, including both halves of a broken line."""
    folded = pl.col("folded")
    likely = pages.folded.ending(":") & (pages.chars <= _LONGEST_SAID)
    likely &= asked | np.append(False, asked[:-1])
    likely = pages.naming(_WROTE.split("|"), likely)
    found = pages.holding(folded.str.contains(_SAID) & folded.str.contains(_OF_A_DAY), likely)
    made: Flags = np.zeros(len(pages.lines), bool)
    made[found] = True
    rest = pages.holding(folded.str.contains(_REST), likely)
    above = rest[(rest > 0)] - 1
    made[above[pages.document[above] == pages.document[above + 1]]] = True
    return made & asked


def messages(pages: Pages, asked: Flags) -> Ints:
    """Return which flagged rows begin as messages of a chat or a log do."""
    return pages.holding(_MESSAGE, asked & (pages.begins_with_digit | pages.opened("[［")))


def posts(pages: Pages, asked: Flags) -> Ints:
    """Return which flagged rows begin with a sender and a time, in documents with several of them."""
    rows = pages.holding(_POST, asked & pages.dated & (pages.lines["digit"].to_numpy() >= _DIGITS_OF_A_POST))
    found: Ints = rows[np.bincount(pages.document[rows], minlength=len(pages))[pages.document[rows]] >= _POSTS]
    return found
