"""What pages other than news print right below their headline, and the entry that its first sentence defines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.header.accounts import post_heads
from audit.parser.header.day_labels import EDITED, ENTRY
from audit.parser.header.title.mail_subjects import SUBJECTS, TITLES
from audit.parser.tables import begun_apart, lists, patterns
from audit.parser.tables.labels import COMPANY, INSTALLED, PLEDGED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Added to the sum of weights (hundredths of a natural logarithm of odds) of a line above such furniture.
ABOVE_OWN: Final = 200
# Maximum characters of furniture, lines from the headline to it, and minimum letters of the headline.
_LONGEST, _BELOW, _LEAST = 80, 2, 4
# Part of a deck that its headline has at least, and of a clause that says more of it.
_SECTION: Final = 3
_ALIKE: Final = 0.7
_NEXT: Final = range(1, _BELOW + 1)
# Lines above the start of the article in which such furniture is looked for.
_HIGH: Final = 30
# Maximum characters of a word in a menu.
_WORD: Final = 4
# Minimum words of a line that is no kicker, and its letters in scripts without blanks.
_SEVERAL, _SEVERAL_HAN = 4, 6
# Letters of a button: 保存.
_BUTTON: Final = 2
_PATTERNS: Final = patterns("own_furniture")
_BEGINS_OWN, _HOLDS_OWN = begun_apart((*lists("own_furniture")["own"], PLEDGED, INSTALLED.pattern, ENTRY, EDITED))
_OWN: Final = pl.col("folded").str.contains(_HOLDS_OWN)
_TAB: Final = pl.col("folded").str.contains(_PATTERNS["tab"])
_ENTRY, _MAKER = (re.compile(_PATTERNS[name]) for name in ("entry", "maker"))
READ, AGE, MORE = (re.compile(_PATTERNS[name]) for name in ("read", "age", "more"))
_RATED: Final = re.compile(_PATTERNS["rated"])
# A price, and the lines below one in which a page that sells one thing has no other.
_PRICE: Final = re.compile(_PATTERNS["price"])
_ALONE: Final = 8
# What follows an entry in the sentence that defines it; articles before it.
_ARTICLE: Final = re.compile(r"^(?:the|an?|der|die|das|les?|la|une?|el|los|las|il|lo|os?) ")
_DEFINES: Final = re.compile(
    r" ?[(\[—–-]| (?:is|are|was|were|ist|sind|war|est|sont|es|son|è|é|är|er|jest|là) |"
    r"(?:是|为|為|系|指|即|位于|位於|又[名称]|原名|とは|は[、,]?|은 |는 )|(?<=[\u3400-\u9fff]),(?! )"
)
# Lines above a sentence in which its entry is (or a menu is taken for the start of the article), and maximum characters
# of an entry.
_ABOVE, _LONGEST_ENTRY = 4, 48
# How often a page may print its own furniture: what it says more often is in the items of a list.
_TIMES: Final = 2
# A field between the headline and such furniture, of at most so many lines: 发布者：儿科. Its label names no headline.
_FIELD: Final = re.compile(
    rf"(?!(?:{'|'.join((*TITLES, *SUBJECTS))}) ?:)[^\W\d_]{{2,12}}(?: [^\W\d_]{{2,12}})? ?: ?\S.{{0,13}}$"
)
_FIELDS: Final = 3
# Characters of the sentence in which it is defined: an article, the entry, and what follows it.
_DEFINED: Final = 80


def own_furniture(pages: Pages) -> Ints:
    """Return the rows near the start of each article that only pages of its kind print."""
    here, high = np.arange(len(pages.lines)), pages.once(_high)
    priced, tabs = pages.holding(_PRICE, high & (pages.lines["digit"].to_numpy() > 0)), pages.holding(_TAB, high)
    alone = _alone(priced, len(here))
    # A rating and its reviews may be one below the other.
    rated = pages.holding(_RATED, high & (pages.lines["digit"].to_numpy() > 0))
    rated = _alone(rated[np.diff(rated, prepend=-_ALONE) > _BELOW], len(here))
    heads = pages.once(post_heads)
    words = pages.holding(_BEGINS_OWN, high), pages.holding(_OWN, high)
    makers = pages.holding(_MAKER, high)
    more = pages.once(_below_entries), pages.once(_times_to_read), makers, np.maximum(makers - 1, 0)
    own = np.concatenate([*words, alone, rated, tabs[np.isin(tabs + 1, tabs)], heads[high[heads]], *more])
    own = np.unique(own[pages.lines["times"].to_numpy()[own] <= _TIMES])
    return np.union1d(own, _fields_above(pages, own))


def _fields_above(pages: Pages, own: Ints) -> Ints:
    """Return the lines of fields right above such furniture, one below the other."""
    found, above = [own[:0]], own
    for _ in range(_FIELDS):
        above = above[above > pages.first[pages.document[above]]] - 1
        above = pages.holding(_FIELD, pages.mask(above) & (pages.cue < 0) & ~pages.content)
        found.append(above)
    return np.concatenate(found)


def _high(pages: Pages) -> Flags:
    """Return the lines near the start of each article that may be such furniture."""
    here, opening = np.arange(len(pages.lines)), pages.opening[pages.document]
    found: Flags = (here >= opening - _HIGH) & (here <= opening + _ABOVE + _BELOW) & (pages.chars <= _LONGEST)
    return found


def _below_entries(pages: Pages) -> Ints:
    return pages.holding(_ENTRY, pages.once(_high) & ~pages.is_ascii)


def _times_to_read(pages: Pages) -> Ints:
    return pages.holding(READ, pages.once(_high) & (pages.lines["digit"].to_numpy() > 0))


def _alone(rows: Ints, end: int) -> Ints:
    """Return the rows with no other of them within a few lines."""
    apart = np.diff(rows, prepend=-_ALONE, append=end + _ALONE) >= _ALONE
    return rows[apart[1:] & apart[:-1]]


def is_above_own(pages: Pages, rows: Ints) -> Flags:
    """Return which rows (ascending) are the last candidate above the first furniture of their page's own kind."""
    own, document = pages.once(own_furniture), pages.document[rows]
    fits = (pages.weight[rows] >= _LEAST) & (pages.cue[rows] < 0) & ~pages.meta[rows] & ~pages.closed(".。।۔")[rows]
    fits &= (rows <= pages.opening[document] + _ABOVE) & ~pages.mask(own)[rows]
    fits &= np.append(own, len(pages.lines) + _BELOW)[np.searchsorted(own, rows, "right")] - rows <= _BELOW
    # A section may be above how long it takes to read a page, too.
    read = pages.once(_times_to_read)
    fits &= is_several(pages, rows) | ~np.any([np.isin(rows + step, read) for step in _NEXT], axis=0)
    fits &= ~is_menu_word(pages, rows) | np.isin(rows + 1, pages.once(_below_entries))
    fits[fits] = [not (_FIELD.match(line) or COMPANY.search(line)) for line in pages.texts(rows[fits])]
    below = [pages.mask(rows[fits])[own - step] & (own - step >= pages.first[pages.document[own]]) for step in _NEXT]
    first = pages.earliest(own[np.any(below, axis=0)], pages.last)[document]
    found = fits & (first - rows >= 1) & (first - rows <= _BELOW) & (first < pages.last[document])
    # Of two lines above the furniture the nearer one, unless that is the deck of a post.
    both = found[1:] & found[:-1] & (document[1:] == document[:-1])
    deck = both & (np.diff(rows) == 1) & np.isin(rows[1:] + 1, pages.once(post_heads)) & _begins(pages, rows[:-1])
    # What is much shorter than the line below it names a section.
    deck &= _SECTION * pages.chars[rows[:-1]] >= pages.chars[rows[1:]]
    # A clause below a name that is about as long says more of it.
    pauses, wide = pages["pauses"] > 0, pages["wide"] > 0
    clause = (pauses & wide)[rows[1:]] & ~pauses[rows[:-1]] & (np.diff(rows) == 1)
    deck |= both & clause & (pages.chars[rows[:-1]] >= _ALIKE * pages.chars[rows[1:]])
    found[:-1] &= ~both | deck
    found[1:] &= ~deck
    return np.asarray(found)


def is_below_own(pages: Pages, rows: Ints, above: Flags) -> Flags:
    """Return which rows are own furniture right below one of those that are `above` theirs."""
    heads = rows[above]
    found: Flags = pages.mask(pages.once(own_furniture))[rows] & np.any(
        [np.isin(rows - n, heads) for n in _NEXT], axis=0
    )
    return found


def is_several(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are more words than a kicker has."""
    wide = (pages.lines["wide"].to_numpy()[rows] > 0) & (pages.weight[rows] >= _SEVERAL_HAN)
    return np.asarray(wide | (pages.lines["space"].to_numpy()[rows] + 1 >= _SEVERAL))


def is_menu_word(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a word below a word, or of two letters, in a script without blanks: of a menu, a button."""
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    longer = np.maximum(pages.chars[rows], pages.chars[above])
    brief = pages.chars[rows] <= _BUTTON
    return np.asarray((brief | ((longer <= _WORD) & (above < rows))) & ~pages.is_ascii[rows])


def _begins(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first of their page, or below a label or notice of it."""
    above = np.maximum(rows - 1, 0)
    found: Flags = (pages.cue[above] >= 0) | (pages.lines["notice"].to_numpy()[above] >= 0)
    found |= rows == pages.first[pages.document[rows]]
    return found


def is_defined(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the entry that the first sentence of their page defines, a few lines below or its first."""
    # A page without blanks may begin with fields of what it is about: 陈知秋, 主任医师, 科室：内科.
    said = np.flatnonzero(pages.content & pages.flags("sentence") & (pages["wide"] > 0))
    opening = pages.earliest(said, pages.last)
    opening = np.where(opening - pages.opening <= _ABOVE, opening, pages.opening)[pages.document[rows]]
    near = (opening - rows <= _ABOVE) | (rows == pages.first[pages.document[rows]])
    found: Flags = (rows < opening) & near & (opening < pages.last[pages.document[rows]])
    found &= (pages.chars[rows] <= _LONGEST_ENTRY) & (pages.cue[rows] < 0)
    sentences = [line[:_DEFINED] for line in pages.texts(opening[found])]
    lines = zip(pages.texts(rows[found]), sentences, strict=True)
    found[found] = [_defines(_ARTICLE.sub("", sentence), _ARTICLE.sub("", entry)) for entry, sentence in lines]
    return found


def _defines(sentence: str, entry: str) -> bool:
    return sentence.startswith(entry) and bool(_DEFINES.match(sentence, len(entry)))
