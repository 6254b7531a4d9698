"""Signs of pages that are no articles: post marks of threads, and prices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.teasers import day_alone, listings
from audit.parser.tables.line_cues import HEADER, RELATED
from audit.parser.tables.thread_marks import AGO, OF_THREADS
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]
    Marks = dict[str, NDArray[np.bool_]]

# Maximum characters of a post mark, and of a price.
_POSTED, _PRICED = 80, 160
_THREAD: Final = f"{AGO}|{OF_THREADS}"
_PRICE: Final = r"[$€£¥₽₹]\s?\d|\d\s?(?:€|£|₽|₫|eur(?-u:\b)|usd(?-u:\b)|kr(?-u:\b)|zł|円|元|руб)"
NAMES: Final = ("thread", "priced")
# Minimum letters of a paragraph, and maximum of all paragraphs on a page with almost no prose.
_PARAGRAPH, _NONE = 100, 300
# Minimum letters of a text, and sentences in a row with which it goes on.
_TEXT, _GOES_ON = 60, 2


def marks(rows: Rows) -> Marks:
    """Return which lines are a mark of a `thread`, and which are `priced`."""
    chars = rows["chars"]
    looked = ((chars <= _POSTED, _THREAD), ((chars <= _PRICED) & (rows["digit"] > 0), _PRICE))
    return {name: rows.matching("folded", pattern, at) for name, (at, pattern) in zip(NAMES, looked, strict=True)}


def shares(found: Marks, documents: Segments) -> Iterator[tuple[str, NDArray[np.float64]]]:
    """Yield for each line the share of its page's lines that have a mark."""
    for name, marked in found.items():
        yield f"page_{name}", documents.total(marked) / documents.size


def is_terse(rows: Rows, content: Flags) -> Flags:
    """Return which lines are on a page with almost no prose: verse, list, dialogue, results, table.

    `content` are the lines kept by the block forest, which was mostly trained on prose and takes such texts for
    furniture. Pages with many dates, or repeated lines without date or author, are lists of articles and excluded.
    """
    total, (by_days, again) = rows.documents.total, listings(rows)
    prose = np.where(content & rows["sentence"] & (rows.letters >= _PARAGRAPH), rows.letters, 0)
    told = rows.documents.any(rows.with_cue(HEADER) | day_alone(rows))
    return (total(prose) < _NONE) & ~(by_days | (~told & again))


def is_appended(rows: Rows, content: Flags) -> Flags:
    """Return which headlines of `content` follow the heading of other articles on such a page, if it names an author.

    At least as much must be above the heading as below: in a text of many headings one may be worded like that. A
    text of two sentences or more in a row goes on below a link to another article; a teaser has one.
    """
    documents, letters = rows.documents, np.where(content, rows.letters, 0)
    above = documents.above(letters)
    most = (above >= _TEXT) & (2 * above >= documents.total(letters))
    heading = rows.with_cue(RELATED) & ~content & most
    told = is_terse(rows, content) & documents.any(rows.with_cue(HEADER))
    stopped = rows.closed(FULL_STOPS, SENTENCE_CLOSERS) & ~rows.cut_off
    goes_on = stopped & (Segments.of(documents.first, stopped).size >= _GOES_ON)
    return content & told & ~goes_on & (documents.above(heading) > 0)
