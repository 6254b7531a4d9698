"""Lines that are never headlines: menus, messages, greetings, contract parties, addresses, writers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import search_rows
from audit.parser.blocks.whole.marked_parts import is_part_mark
from audit.parser.header.accounts import senders
from audit.parser.header.correspondence import addresses, asides, greetings, messages, posts
from audit.parser.header.day_labels import PUBLISHED
from audit.parser.header.day_lines import is_day
from audit.parser.header.day_lists import day_lists
from audit.parser.header.person_names import person
from audit.parser.header.title.mail_subjects import mail_heads
from audit.parser.header.title.opening_words import opening_words
from audit.parser.header.title.own_furniture import own_furniture
from audit.parser.header.title.program_lines import first_of_programs, tags
from audit.parser.header.title.series import entries_of_a_history, entries_of_a_life, first_of_series, teasers
from audit.parser.tables import labels
from audit.parser.tables.attributions import ABOVE_DAY
from audit.parser.tables.line_cues import CUES
from audit.parser.tables.people import BY_GENRE
from audit.parser.tables.reader_notices import EVENT, NOTICES
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS
from audit.text.sites.names import is_paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Labels of a page: sign in, skip to content; who did what on a code host.
_CONTROLS: Final = tuple(i for i, c in enumerate(CUES) if c.label in ("navigation", "search box"))
_EVENT: Final = NOTICES.index(EVENT)
_DIVIDED: Final = "|·•»›‹≫>"
_FEW, _LEAST_DIVIDERS = 3, 2
# Maximum number of words of an institution's name that the article uses, and lines from it to the article.
_FEW_WORDS, _HEAD = 1, 8
# How much of it a recipe wants: 250 g flour.
_MEASURED: Final = re.compile(
    r"\d{1,4}(?:[.,/]\d{1,2})? {0,5}(?:k?g|[mcd]?l|t(?:b|s|l|bsp|sp)|el|pk|stk|cups?|oz|lbs?|prise|bund)\.? +[^\W\d]",
    re.IGNORECASE,
)
# A section and the tags beside it: Tech   More: Ferries Rivers.
_SECTION_AND_TAGS: Final = re.compile(
    r"^[^\W\d][\w&/ -]{1,24}? {2,}(?:More|Topics?|Tags|Filed under|Mehr|Themen|Schlagwörter|Sujets|Temas) ?: *[^\W\d]"
)
# A line without blanks that is a URL or file name.
_ADDRESS: Final = re.compile(r"^(?:https?://|www\.).|.\.(?:jpe?g|png|gif|webp|pdf|mp[34]|docx?)$")
# The card of an account or share, and a label with an identifier or a number: Threads: 53.
_LONGEST_CARD: Final = 120
_NUMBERED: Final = re.compile(r"id ?: ?[\w.-]+$|^commit [0-9a-f]{40}$|^[^\W\d]+(?:[ -][^\W\d]+)? ?[:：] ?[\d.,]+$")
_FIRST_LETTERS, _LAST_LETTERS = "hw", "gfp34cx"
_RIGHTS: Final = re.compile(
    r"^(?:[Cc]opyright )?(?:[©ⓒ]|\([cC]\)) ?(?:19|20)\d\d|^Copyright [^\d<]{3,60}<\S+@|"
    r"^Copyright (?:[|]copy[|] )?(?:19|20)\d\d(?!.* [a-z]{3})"
)
# What is between the cells of a table.
_GAPS: Final = ("\t", "    ")
# A filled-in form field (Class: 4B), and the minimum number of consecutive ones, without blank lines between them.
_FILLED_IN: Final = re.compile(r"^[^\W\d][^:?!.]{1,23}: ?\S")
_LONGEST_PLACE, _PLACES = 60, 3
# Maximum characters of a line that is only a date.
_DAY: Final = 48
# In a text without furniture sentences with a full stop, and longer lines, belong to the body.
_BODY: Final = 160
# Code points from which a Thai line is no headline, even if it is said twice: its sentences have no full stops.
_UNSPACED: Final = 60
_NO_SPACES: Final = re.compile(r"[\u0e00-\u0eff]{60}|(?=.{130})[\u0e00-\u0eff]{30}")
_LONGEST_CREDIT: Final = 80
# Share of a writer's names that the article uses.
_HALF: Final = 0.5


def no_titles(pages: Pages, likely: Flags) -> Iterator[Ints]:
    """Yield which flagged rows are a menu, account card, paper, message, greeting, address, party, or mail header."""
    divided = pages.lines["bars"].to_numpy() + pages.lines["marks"].to_numpy() >= _LEAST_DIVIDERS
    yield pages.holding(labels.MENU, pages.naming(_DIVIDED, likely & divided))
    blanks = pages.lines["space"].to_numpy()
    unspaced = likely & (blanks >= labels.LEAST_BLANKS) & ~pages.is_ascii & (pages.chars <= labels.LONGEST_MENU)
    yield pages.holding(labels.MENU_OF_WORDS, unspaced)
    yield pages.holding(labels.ACCOUNT_CARD, likely & ~pages.is_ascii & (pages.chars <= _LONGEST_CARD))
    yield pages.holding(labels.REPORTERS, likely & ~pages.is_ascii & (pages.chars <= _DAY))
    yield pages.holding(labels.INSTALLED, likely & (blanks > 0) & (pages.chars <= _LONGEST_CREDIT))
    # A result is a headline above a date, and the start of a report below it.
    dated = np.append(False, pages.dated[:-1] & pages.meta[:-1])
    yield pages.holding(labels.RESULT, likely & dated & (pages.chars <= _DAY) & (pages.lines["digit"].to_numpy() > 1))
    yield from _issues(pages, likely)
    control = pages.with_cue(_CONTROLS) | (pages["notice"] == _EVENT)
    control &= pages.flags("furnished") & ~pages.content
    yield np.flatnonzero(likely & (control | is_part_mark(pages)))
    yield pages.holding(_NUMBERED, likely & (pages.chars <= _DAY))
    ruled = np.flatnonzero(likely & pages.dated & pages.folded.beginning("-=") & pages.folded.ending("-="))
    yield ruled[np.array([is_day(line.strip("-= ")) for line in pages.texts(ruled)], np.bool_)]
    yield search_rows(_SECTION_AND_TAGS, pages.strings("text"), np.flatnonzero(likely & (pages.chars <= _LONGEST_CARD)))
    yield pages.holding(_MEASURED, likely & (pages.chars <= _DAY) & (pages.lines["digit"].to_numpy() > 0))
    noted = np.flatnonzero(likely & (pages.chars <= _LONGEST_CARD) & pages.folded.beginning("c©ⓒ("))
    yield search_rows(_RIGHTS, pages.strings("text"), noted)
    yield from (first_of_programs(pages, likely), tags(pages, likely), senders(pages), teasers(pages, likely))
    yield from _papers(pages, likely)
    yield messages(pages, likely)
    yield posts(pages, likely)
    histories = pages.earliest(pages.once(entries_of_a_history), pages.last)[pages.document]
    yield np.flatnonzero(likely & (np.arange(len(likely)) >= histories))
    yield from (pages.once(first_of_series), entries_of_a_life(pages), *opening_words(pages, likely))
    yield pages.holding(labels.PRICED, likely & (pages.chars <= _DAY) & (pages.lines["digit"].to_numpy() > 0))
    greeting = greetings(pages, likely)
    yield from (greeting, asides(pages, likely), addresses(pages, likely, greeting))
    high = likely & (np.arange(len(likely)) - pages.first[pages.document] <= _FEW)
    heads = pages.holding(labels.MAIL_HEAD, high)  # The subject of a thread has the label of a mail's.
    yield heads[~np.isin(heads + 1, pages.once(own_furniture))]
    yield pages.once(mail_heads)
    texts, top = pages.strings("text"), np.flatnonzero(high)
    yield search_rows(labels.CELLS, texts, texts.naming(_GAPS, top))
    yield from (search_rows(pattern, texts, top) for pattern in (labels.PARTY, labels.ENTRY))
    yield _filled_in(pages)
    yield _days_alone(pages, likely)
    named = pages.folded.ending(_LAST_LETTERS) | pages.folded.beginning(_FIRST_LETTERS)
    yield pages.holding(_ADDRESS, likely & named & (pages.lines["space"].to_numpy() == 0))


def _papers(pages: Pages, likely: Flags) -> Iterator[Ints]:
    """Yield the flagged rows that are a newspaper or a school above other lines, and those below a letter's closing."""
    here, first = np.arange(len(likely)), pages.first[pages.document]
    top = (here - first <= _FEW) & (here + 1 < pages.opening[pages.document])
    high = np.flatnonzero(likely & top & (pages.chars <= _DAY))
    yield high[np.array([is_paper(line) for line in pages.texts(high, "text")], np.bool_)]
    # An institution, above a line that may be a headline: the article uses its words if it is about it.
    to_opening = pages.opening[pages.document] - here
    led = likely & (to_opening > 1) & (to_opening <= _HEAD) & (pages.chars <= _DAY) & (pages.speech[0] <= _FEW_WORDS)
    led[:-1] &= ~pages.meta[1:]
    yield pages.holding(labels.INSTITUTION, led)
    below = likely & (here - 1 >= first) & (pages.chars <= _LONGEST_CREDIT)
    above = np.append(below[1:], False) & (pages.chars <= _DAY) & pages.is_plain[pages.document]
    yield pages.holding(labels.CLOSING, above) + 1


def _issues(pages: Pages, likely: Flags) -> Iterator[Ints]:
    """Yield the flagged rows that say which issue of a journal this is, and its name right above the first of them."""
    high = np.arange(len(likely)) - pages.first[pages.document] <= _FEW
    issues = pages.holding(labels.ISSUE, high & (pages.chars <= _DAY))
    yield issues
    top = pages.earliest(issues, pages.first)[pages.document[issues]]
    names = issues[(issues == top) & (issues > pages.first[pages.document[issues]])] - 1
    yield names[pages.chars[names] <= _DAY]


def _days_alone(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows are a date and almost nothing else."""
    rows = np.flatnonzero(likely & pages.dated & (pages.chars <= _DAY))
    alone: Ints = rows[np.array([is_day(line) for line in pages.texts(rows)], bool)]
    return alone


def _filled_in(pages: Pages) -> Ints:
    """Return the filled-in form fields of plain texts, if a few of them are consecutive."""
    first, breaks = pages.first[pages.document], pages.lines["breaks"].to_numpy()
    near = np.arange(len(first)) - first <= _FEW + _PLACES
    rows = pages.holding(_FILLED_IN, near & pages.is_plain[pages.document] & (pages.chars <= _LONGEST_PLACE))
    begun = (np.diff(rows, prepend=-1) > 1) | (breaks[rows] > 1) | (rows == first[rows])
    run = np.cumsum(begun) - 1
    found: Ints = rows[(np.bincount(run)[run] >= _PLACES) & (rows > first[rows])] if len(rows) else rows
    return found


def is_credit(pages: Pages, rows: Ints) -> Flags:
    """Return which rows name who made what the page is about, end with a picture's credit, or are dates of a life."""
    short = rows[pages.chars[rows] <= _LONGEST_CREDIT]
    forms = labels.BY_LABEL, labels.BY_NAME, BY_GENRE
    told = (next(filter(None, (form.match(line) for form in forms)), None) for line in pages.texts(short, "text"))
    labelled = [by is not None and person(by["name"]) is not None for by in told]
    brief = short[pages.is_ascii[short]]
    credited = search_rows(labels.CREDITED, pages.strings("text"), rows[pages.folded.ending(")")[rows]])
    made = search_rows(labels.MADE_BY, pages.strings("folded"), brief)
    return pages.mask(np.concatenate([made, short[labelled], credited]))[rows]


def is_listed_headline(pages: Pages, rows: Ints) -> Flags:
    """Return which rows of date lists are no headlines: list rows, labels, or lines right above a date.

    The first line may be the list's own; lines below the first date of a plain list are not.
    """
    document, (listed, alone, days) = pages.document[rows], pages.once(day_lists)
    plain, inside = pages.is_plain[document], rows + 1 < pages.last[document]
    above = np.where(plain, np.isin(rows + 1, days), np.isin(rows + 1, alone)) & inside
    within = pages.mask(days)[rows] | (plain & (rows > pages.earliest(days, pages.last)[document]))
    within |= pages.cue[rows] >= 0
    above &= ~np.isin(rows + 1, _stated_once(pages, days))
    found: Flags = listed[document] & (within | (above & ~_is_first(pages, rows)))
    return found


def _stated_once(pages: Pages, days: Ints) -> Ints:
    """Return which lines of date lists are the first of them, and the only one with a label: 发布日期：2026-03-05."""
    first, found = pages.earliest(days, pages.last), [days[:0]]
    published = np.array([line.startswith(PUBLISHED) for line in pages.texts(days)], np.bool_)
    for labelled in (days[pages.cue[days] >= 0], days[published]):
        single = np.bincount(pages.document[labelled], minlength=len(pages)) == 1
        number = pages.document[labelled]
        found.append(labelled[(labelled == first[number]) & single[number]])
    return np.concatenate(found)


def _is_first(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first of their text, followed by a blank line."""
    breaks = np.append(pages.lines["breaks"].to_numpy(), 0)
    found: Flags = (rows == pages.first[pages.document[rows]]) & (breaks[rows + 1] > 1)
    return found


def is_body(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are unrepeated sentences or paragraphs of a text without furniture: no headlines."""
    bare = (pages.is_plain | ~pages.is_mixed)[pages.document[rows]] & ~pages.flags("twin")[rows]
    found: Flags = bare & (pages.closed(FULL_STOPS, SENTENCE_CLOSERS)[rows] | (pages.weight[rows] > _BODY))
    long = np.flatnonzero(
        pages.is_plain[pages.document[rows]] & (pages.chars[rows] > _UNSPACED) & pages.folded.beginning("ก")[rows]
    )
    found[long] |= np.array([bool(_NO_SPACES.match(line)) for line in pages.texts(rows[long])], bool)
    return found


def is_writer(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a person's or paper's name right above the date that the article hardly uses.

    In a text without furniture a headline of several words is right above.
    """
    document, share = pages.document[rows], pages.speech[1]
    below = np.minimum(rows + 1, pages.last[document] - 1)
    found: Flags = (rows > pages.first[document]) & pages.dated[below] & pages.meta[below]
    found &= (pages.chars[rows] <= _DAY) & ~pages.meta[rows]
    longer = (pages.weight[rows - 1] > pages.weight[rows]) & ~pages.flags("sentence")[rows - 1]
    found &= ~pages.is_plain[document] | longer
    strange = (share[rows] <= _HALF)[found].tolist()
    lines = zip(pages.texts(rows[found], "text"), strange, strict=True)
    found[found] = [far and _is_name(line) for line, far in lines]
    return found


def _is_name(line: str) -> bool:
    """Return whether a line is the name of a person or a newspaper."""
    return person(line) is not None or is_paper(line) or ABOVE_DAY.match(line) is not None
