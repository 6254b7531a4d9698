"""The short lines of each document that may state its publisher or author, and where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.parser.blocks.context.regex_search import holds_any
from audit.parser.blocks.page import SHORT
from audit.parser.header.day_lists import day_lists
from audit.parser.header.title.heads import mastheads, papers_at_top
from audit.parser.tables.attributions import HINT, WORDS
from audit.parser.tables.labels import PICTURE
from audit.parser.tables.line_cues import WIKI
from audit.parser.tables.people import ABOVE_ANOTHER, CREDIT_LINE, OF_A_WORK
from audit.parser.tables.record_labels import ADDRESSES, TEXTS
from audit.text.sites.names import HINTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Maximum characters of a line with a date and a name.
_LONGEST_DATED: Final = 60
# Maximum characters of a line that is only a date, and minimum lines above it: headline and name.
_DAY_ALONE, _HEADED = 28, 2
# Characters from which a line with a colon is a headline rather than a label.
_HEADLINE: Final = 16
# A label whose name inline markup has put on the next line, and the maximum characters of that.
_LABEL: Final = re.compile(
    r"(?:(?:文章|信息|新闻|稿件)?来源|來源|稿源|出处|出處|出典|출처|作者|记者|記者|撰文) ?:$|news provided by$"
)
_LONGEST_NAME: Final = 32
# The lines at the top of which one that is a label with a colon and a name states something, verse or not.
_TOP, _TOLD = 3, r"^[^\W\d]+ ?: ?[^\W\d][^:|]*$"
_TOLD_WORD, _TOLD_NAME = range(2, 13), range(1, 32)
# In a head of fields, as scrapers write it: the address of the page, and a label of the text below; its maximum lines.
OF_A_RECORD: Final = re.compile(rf"^(?:{ADDRESSES}) ?: ?https?://\S+$|^(?:{TEXTS}) ?:$")
_HEAD: Final = 8
# Lines of a film's credits down to its writer: its director, below a label, and his label and name.
_OF_A_FILM: Final = 4
# Maximum lines from the last sentence of an article to a signature.
_END: Final = 2
# Maximum lines of credits below that, and characters of each.
_CREDITS, _LONGEST_CREDIT = 6, 80
# Minimum words of another article's headline, and letters in Han script.
_TEASER, _TEASER_HAN = 4, 8
# A label and what is behind it, as where credits are listed.
_MADE_BY: Final = re.compile(r"[^\W\d][^:]{2,24}: ?\S")
# A line that says what a list is sorted by, in the form of a byline; its maximum characters, the lines among which
# another one shows that, and those among which a date shows the opposite.
_FACET: Final = re.compile(r"(?:by|par|nach|por|per) ([^\W\d]+(?: [^\W\d]+){0,2}) ?:?$")
_LONGEST_FACET, _NEARBY, _DATED_BY = 40, 6, 3


class StatingLine(NamedTuple):
    """A short line that may state a name.

    Flags: in header or footer, in the header, where an article ends, right above a date, right below a caption or
    table; whether a page is joined in it. `held` are the words of statements in the folded text.
    """

    row: int
    text: str
    folded: str
    is_edge: bool
    is_header: bool
    is_end: bool
    is_above_day: bool
    is_of_picture: bool
    is_merged: bool
    held: frozenset[str]


def stating_lines(pages: Pages) -> dict[int, list[StatingLine]]:
    """Return by document the lines containing a word that statements need."""
    above = np.arange(len(pages.lines)) <= pages.opening[pages.document]
    # In a date list the lines next to dates are headlines.
    dated = pages.dated & (pages.chars <= _LONGEST_DATED) & above & ~pages.once(day_lists).documents[pages.document]
    heads = np.union1d(pages.once(mastheads), pages.once(papers_at_top))
    above_days = np.union1d(_above_days(pages, dated), heads)
    # Next to a date or above it newspapers and accounts are recognised by Han script or by typical names.
    beside = np.union1d(np.flatnonzero(dated), above_days)
    beside = np.union1d(beside[~pages.is_ascii[beside]], np.flatnonzero(pages.naming(HINTS, dated)))
    beside = np.union1d(beside, heads)
    rows = np.union1d(pages.holding(HINT, (pages.chars <= SHORT) & ~pages.with_cue(WIKI)), beside)
    document = pages.document[rows]
    # In the middle of a text without furniture a line is a sentence's, whatever it begins with: by the council.
    header = ((pages.cue[rows] >= 0) & ~pages.is_plain[document]) | (rows <= pages.opening[document])
    texts, folded = _labelled(pages, rows)
    top = rows - pages.first[document] < _TOP
    header[top] |= _are_told([*compress(folded, top.tolist())])
    edge = header | (rows > pages.closing[document])
    header &= ~pages.mask(_facets(pages, rows, dated))[rows] & ~of_other_articles(pages, rows)
    below = rows - _last_sentences(pages)[document]
    columns = (
        texts,
        folded,
        edge.tolist(),
        header.tolist(),
        ((below > 0) & (below <= _END)).tolist(),
        pages.mask(above_days)[rows].tolist(),
        [bool(PICTURE.match(line)) for line in pages.texts(np.maximum(rows - 1, pages.first[document]))],
        pages.flags("merged")[rows].tolist(),
        _held(folded),
    )
    found = defaultdict(list)
    for number, line in zip(document.tolist(), map(StatingLine, rows.tolist(), *columns), strict=True):
        found[number].append(line)
    return found


def _are_told(lines: list[str]) -> NDArray[np.bool_]:
    """Return which lines are a word, a colon and a name; polars would take long to count the characters of either."""
    found = pl.Series(lines, dtype=pl.String).str.contains(_TOLD).to_numpy(writable=True)
    for at in np.flatnonzero(found).tolist():
        word, _, name = lines[at].partition(":")
        found[at] = len(word.removesuffix(" ")) in _TOLD_WORD and len(name.removeprefix(" ")) in _TOLD_NAME
    return found


def of_other_articles(pages: Pages, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which rows are below their article, right below several words that are none of it: a teaser's headline.

    A sentence right below the article may be its last, and lines with labels in a row are who made it.
    """
    above, closing = np.maximum(rows - 1, pages.first[pages.document[rows]]), pages.closing[pages.document[rows]]
    found: NDArray[np.bool_] = (rows > closing) & (above < rows) & ~(pages.content | pages.meta)[above]
    found &= (pages.cue[above] < 0) & ~pages.closed(":")[above]
    found &= (rows - closing > _END) | ~pages.flags("sentence")[above]
    is_wide, words = pages.lines["wide"].to_numpy()[above] > 0, pages.lines["space"].to_numpy()[above] + 1
    found &= np.where(is_wide, pages.weight[above] >= _TEASER_HAN, words >= _TEASER)
    both = (pages.texts(np.maximum(above[found] - step, 0)) for step in range(2))
    found[found] = [not all(map(_MADE_BY.match, lines)) for lines in zip(*both, strict=True)]
    return found


def _held(lines: list[str]) -> list[frozenset[str]]:
    """Return the words of statements in each folded line, after one pass over all."""
    found = pl.Series(lines, dtype=pl.String).str.extract_many(WORDS, overlapping=True)
    return list(map(frozenset, found.to_list()))


def _last_sentences(pages: Pages) -> NDArray[np.int64]:
    """Return the last sentence of each article above other articles and comments; the row above it if there is none."""
    said = pages.said[pages.flags("sentence")[pages.said]]
    before = np.searchsorted(said, pages.ends(pages.opening)) - 1
    found: NDArray[np.int64] = np.maximum(np.append(said, -1)[before], pages.first - 1)
    return found


def closing_credits(pages: Pages) -> NDArray[np.int64]:
    """Return the rows below an article's last sentence that only name who wrote, edited and checked it, in Chinese.

    Among other lines of the article they are part of a list, as of a film's cast.
    """
    here, last = np.arange(len(pages.lines)), _last_sentences(pages)[pages.document]
    likely = (here > last) & (here - last <= _CREDITS) & (last >= pages.first[pages.document])
    rows = pages.holding(CREDIT_LINE, likely & ~pages.is_ascii & (pages.chars <= _LONGEST_CREDIT))
    other = likely & pages.content
    other[rows] = False
    listed = np.maximum.accumulate(np.where(other, here, -1))
    found: NDArray[np.int64] = rows[listed[rows] <= last[rows]]
    return found


def record_labels(pages: Pages, stated: NDArray[np.int64], titles: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows of a head of fields that give the page's address, or say that the text follows.

    Such a head is at the top, of these lines, of those that are `stated` to name a day or somebody, and of a title.
    """
    here = np.arange(len(pages.lines))
    top = (here - pages.first[pages.document] < _HEAD) & (pages.chars <= SHORT)
    rows = pages.holding(OF_A_RECORD, top)
    known = np.concatenate([rows, stated, titles])
    beside = np.isin(rows - 1, known) | np.isin(rows + 1, known)
    told = np.isin(pages.document[rows], pages.document[stated])
    found: NDArray[np.int64] = rows[beside & told]
    return found


def _labelled(pages: Pages, rows: NDArray[np.int64]) -> tuple[list[str], list[str]]:
    """Return the lines and their folded text, a label with the name on the line below."""
    texts, folded = pages.texts(rows, "text"), pages.texts(rows)
    below = np.minimum(rows + 1, pages.last[pages.document[rows]] - 1)
    fits = (pages.chars[np.stack([rows, below])] <= _LONGEST_NAME).all(axis=0) & ~pages.dated[below] & (below > rows)
    for n in np.flatnonzero(fits).tolist():
        if _LABEL.match(folded[n]):
            names = below[n : n + 1]
            blank = " " * folded[n].isascii()
            texts[n] += blank + pages.texts(names, "text")[0]
            folded[n] += blank + pages.texts(names)[0]
    return texts, folded


def _above_days(pages: Pages, dated: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the short lines between a longer one (possible headline, no menu) and a line that is only a date."""
    days = np.flatnonzero(dated & (pages.chars <= _DAY_ALONE))
    days = days[days - pages.first[pages.document[days]] >= _HEADED]
    longer = (pages.chars[days - 2] > pages.chars[days - 1]) & (pages.cue[days - 2] < 0)
    menu = holds_any(pages.picked(days - 2), ">»|/")
    menu |= pages.naming(":", pages.mask(days - 2))[days - 2] & (pages.chars[days - 2] < _HEADLINE)
    found: NDArray[np.int64] = days[longer & ~menu]
    return found - 1


def _facets(pages: Pages, rows: NDArray[np.int64], dated: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return which of the rows name what a list is sorted by (By Price, By Team Size) and no author.

    Such a line is far from any date, and has another like it nearby or is a single word.
    """
    short = rows[pages.chars[rows] <= _LONGEST_FACET]
    names = [match[1] if (match := _FACET.match(line)) else "" for line in pages.texts(short)]
    at = np.array([row for row, name in zip(short.tolist(), names, strict=True) if name], np.int64)
    single = np.array([" " not in name for name in names if name], np.bool_)
    days = np.append(np.flatnonzero(dated), 2 * len(dated) + _NEARBY)
    after = days[np.searchsorted(days, at)] - at
    before = at - np.append(days, -_NEARBY)[np.searchsorted(days, at) - 1]
    beside = np.diff(at, prepend=-_NEARBY - 1) <= _NEARBY
    beside[:-1] |= beside[1:]
    found: NDArray[np.int64] = at[(beside | single) & (np.minimum(before, after) > _DATED_BY)]
    return found


def credits_of_others(pages: Pages, likely: Flags) -> Ints:
    """Return the flagged labels above the name of somebody who has not written the page, and those names.

    The writer of a film has not either: he is below its director.
    """
    above, works = pages.holding(ABOVE_ANOTHER, likely), pages.holding(OF_A_WORK, likely)
    found = np.concatenate([above, above + 1, *(works + step for step in range(_OF_A_FILM))])
    rows: NDArray[np.int64] = np.minimum(found, len(pages.lines) - 1)
    return rows
