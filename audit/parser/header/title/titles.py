"""The headline of an article."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import search_rows
from audit.parser.blocks.page import SHORT
from audit.parser.header.correspondence import is_attribution
from audit.parser.header.title.agreement import (
    OWN_HEADING,
    REPEATED,
    ends_path,
    follows_path,
    is_named_once,
    is_said_twice,
    own_headings,
    printed_below,
    windows,
)
from audit.parser.header.title.doubts import is_too_unlikely, likeliest
from audit.parser.header.title.first_lines import honoured, numbers_of_parts
from audit.parser.header.title.heads import mastheads, menus, running_heads, table_heads
from audit.parser.header.title.mail_subjects import is_within, mail_heads, other_headings, subjects, topics
from audit.parser.header.title.no_titles import is_body, is_credit, is_listed_headline, is_writer, no_titles
from audit.parser.header.title.own_furniture import ABOVE_OWN, is_above_own, is_below_own, is_defined, is_menu_word
from audit.parser.header.title.place import (
    enough,
    is_above_meta,
    is_at_top,
    is_below_first,
    is_far_below,
    is_no_plain_title,
)
from audit.parser.header.title.rivals import QUOTED, is_below_head, is_deck, is_outdone, is_tag, likeliest_above
from audit.parser.header.title.signals import ABOVE, BELOW, signs
from audit.parser.header.title.wrapped import unwrapped
from audit.parser.shown import OBJECT
from audit.text.fold import letters
from audit.text.punctuation import is_joining

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages
    from audit.parser.models.forest import Forest

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Letters: shorter lines are section names, longer ones paragraphs. Minimum sum at the very top of a short text.
_LEAST, _MOST = 4, 360
ENOUGH_AT_TOP: Final = -350
_NEVER: Final = ("date", "image_credit", "ai_summary")
# Minimum number and share of words shared with the article for a headline far above it.
_SHARED, _SHARE = 3, 0.5
# Letters of a sentence longer than most headlines.
_SENTENCE: Final = 60
# Minimum sum of a line right above a table of contents and its text, if it may be a headline at all.
_ENTITLED: Final = 0
# Minimum sum of a headline below menus, where plain texts have none, and above one of the days of a list.
_DESPITE_PLACE, _DESPITE_DAYS = 75, 250
# Maximum characters of a name.
_NAME: Final = 48
NO_TITLE: Final = -1
_ORIGINAL: Final = re.compile(r"^\W?原(?:标题|標題|题)\s*:\s*(?P<title>.{4,200}?)\W?$")
_REPEATED: Final = re.compile(r"(?:转载|轉載)[^»]{0,80}» ?(?P<title>.{4,200})$")
_OF_A_NOTICE: Final = re.compile("^.?原(?:标题|標題|题)|(?:转载|轉載).*»")
_LIKE_A_NOTICE: Final = ("原标题", "原標題", "原题", "转载", "轉載")


def without_head(pages: Pages, headlines: Ints) -> Flags:
    """Return which documents have neither a headline nor a text: any post of such a thread could be the first."""
    found: Flags = (headlines == NO_TITLE) & (pages.opening >= pages.last)
    return found


def find_titles(pages: Pages, model: Forest, names: Mapping[int, Collection[str]] = MappingProxyType({})) -> Ints:
    """Return the row of each document's headline, or NO_TITLE.

    Documents that begin inside a sentence or have one block only have no headline; their publisher and author (`names`,
    normalised, by document) are none, unless a notice quotes them. Those of certificates are known by what is below.
    """
    rows = candidates(pages)
    quoted = _is_quoted(pages, rows) | pages.mask(honoured(pages, pages.mask(rows))[0])[rows]
    able = ~_is_name(pages, rows, names) | quoted
    rows, quoted = rows[able], quoted[able]
    if not len(rows):
        return _or_subjects(pages, np.full(len(pages), NO_TITLE))
    sums = model.sums(signs(pages, rows)).astype(np.int64)
    sums[quoted] += QUOTED
    sums[is_said_twice(pages, rows) | ends_path(pages, rows) | is_named_once(pages, rows)] += REPEATED
    sums[is_above_own(pages, rows) | is_defined(pages, rows)] += ABOVE_OWN
    sums[np.isin(rows, pages.once(own_headings))] += OWN_HEADING
    below = follows_path(pages, rows)
    sums[below] += REPEATED
    # The path itself is none.
    sums[np.isin(rows + 1, rows[below])] -= QUOTED
    likely = sums >= ENOUGH_AT_TOP
    entitled = pages.flags("entitled")[rows] & likely
    sums[entitled] = np.maximum(sums[entitled], _ENTITLED)
    best = printed_below(pages, _best(pages, *_believed(pages, rows[likely], sums[likely])))
    return _or_subjects(pages, unwrapped(pages, rows, best))


def _or_subjects(pages: Pages, found: Ints) -> Ints:
    """Return the headlines, the first subject of mails that have none or say it with more, and headings of pages."""
    told = pages.once(subjects)[::-1]
    known = found[pages.document[told]]
    heads = pages.earliest(pages.once(mail_heads), pages.last)[pages.document[told]]
    told = told[(known == NO_TITLE) | (heads <= known) | is_within(pages, told, known)]
    found[pages.document[told]] = told
    named = topics(pages)
    found[pages.document[named]] = named
    marked = other_headings(pages, found)
    found[pages.document[marked]] = marked
    return found


def _believed(pages: Pages, rows: Ints, sums: Ints) -> tuple[Ints, Ints]:
    """Return the rows, and their sums, that positional rules accept as headlines."""
    rivals, own = (rows, sums.copy()), is_above_own(pages, rows)
    misplaced = is_no_plain_title(pages, rows) & ~own
    own_place = pages.is_mixed[pages.document[rows]] & (rows > pages.first[pages.document[rows]])
    misplaced &= (sums < _DESPITE_PLACE) | ~own_place | pages.closed(":")[rows]
    sums[(is_body(pages, rows) | misplaced) & (sums < QUOTED // 2)] = -QUOTED
    never = is_credit(pages, rows) | is_below_own(pages, rows, own) | (is_writer(pages, rows) & ~own)
    never |= is_tag(pages, rows)
    never |= is_listed_headline(pages, rows) & (sums < _DESPITE_DAYS)
    never |= is_menu_word(pages, rows) & ~own & ~is_defined(pages, rows) & ~pages.is_plain[pages.document[rows]]
    sums[never & (sums < QUOTED // 2)] = -QUOTED
    at_top = (sums >= ENOUGH_AT_TOP) & is_at_top(pages, rows) & ~is_menu_word(pages, rows)
    at_top, none = likeliest_above(pages, rows, sums, at_top, is_above_meta(pages, rows))
    sums[((sums < enough(pages, rows)) & ~at_top) | none] = -QUOTED
    sums[is_far_below(pages, rows, sums, at_top)] = -QUOTED
    headed = np.isin(pages.document[rows], pages.document[rows[at_top]])
    sums[is_below_first(pages, rows, sums) & ~own & ~headed] = -QUOTED
    rows, sums = rows[sums > -QUOTED], sums[sums > -QUOTED]
    kept = ~(is_outdone(pages, rows, sums) | is_below_head(pages, rows, sums))
    kept[kept] = ~is_deck(pages, rows[kept], sums[kept])
    kept[kept] = ~is_too_unlikely(pages, rows[kept], sums[kept], rivals)
    return rows[kept], sums[kept]


def candidates(pages: Pages) -> Ints:
    """Return the candidate rows, in order.

    Near the start of the article every line qualifies; further up, or above a byline, a line related to the text.
    """
    able = (pages.size > 0) & (pages.last - pages.first > 1)
    begins = pages.earliest(np.flatnonzero(pages.weight > 0), pages.first)
    able[able] = [not is_joining(text) for text in pages.texts(begins[able], "text")]
    here, document = np.arange(len(pages.lines)), pages.document
    near = here == pages.first[document]
    for place in (pages.opening, pages.begun, pages.main[0]):
        near |= (here >= (place - ABOVE)[document]) & (here < (place + BELOW)[document])
    shared, share = pages.speech
    high = (here < pages.main[0][document]) | _is_above_meta(pages)
    speaks = high & (shared >= _SHARED) & (share >= _SHARE)
    sized = (pages.weight >= _LEAST) & (pages.weight <= _MOST)
    never = pages.cued(_NEVER) | pages.flags("sure") | pages.flags("indexed") | _is_said_again(pages)
    never |= pages.opened(OBJECT)
    # Lines below a heading of other articles belong to those.
    never |= here > pages.ends(pages.opening)[document]
    own = pages.once(own_headings)
    near[own], never[own] = True, False
    likely = able[document] & (near | speaks) & sized & ~never & ~pages.flags("merged")
    likely &= ~is_attribution(pages, likely)
    heads = running_heads(pages, likely), table_heads(pages), menus(pages), pages.once(mastheads)
    for found in (*no_titles(pages, likely), honoured(pages, likely)[1], numbers_of_parts(pages, likely), *heads):
        likely[found] = False
    return np.flatnonzero(likely)


def _is_name(pages: Pages, rows: Ints, names: Mapping[int, Collection[str]]) -> Flags:
    """Return which rows consist of one of their document's `names`."""
    found = np.zeros(len(rows), bool)
    likely = np.flatnonzero(np.isin(pages.document[rows], list(names)) & (pages.chars[rows] <= _NAME))
    told = zip(pages.document[rows[likely]].tolist(), pages.texts(rows[likely]), strict=True)
    found[likely] = [letters(line) in names[number] for number, line in told]
    return found


def _is_said_again(pages: Pages) -> Flags:
    """Return which lines are long sentences repeated on their page: notices."""
    return np.asarray(pages.closed(".。।۔") & pages.flags("twin") & (pages.weight >= _SENTENCE))


def copies(pages: Pages, headlines: Ints) -> Ints:
    """Return the headlines, their repetitions down to the start of the article, and window titles above them."""
    titled = np.flatnonzero(headlines != NO_TITLE)
    last = np.minimum(np.maximum(headlines, pages.opening), pages.last - 1)
    doubled = titled[pages.flags("twin")[headlines[titled]]]
    found = [headlines[titled], windows(pages, headlines)]
    for number in doubled.tolist():
        first = int(pages.first[number])
        here = pages.lines["folded"].slice(first, last[number] - first + 1)
        found.append(first + np.flatnonzero(here == here[int(headlines[number] - first)]))
    return np.concatenate(found)


def _is_above_meta(pages: Pages) -> Flags:
    """Return which lines are within two lines above the date or author, without being such a line."""
    meta = pages.meta
    above = np.append(meta[1:] & (same := pages.document[1:] == pages.document[:-1]), False)
    return np.asarray((above | np.append(above[1:] & same, False)) & ~meta)


def original_titles(pages: Pages) -> Ints:
    """Return the rows that quote the original headline (原标题:)."""
    rows = pages.once(_notices)
    return rows[[_ORIGINAL.match(line) is not None for line in pages.texts(rows)]]


def _notices(pages: Pages) -> Ints:
    """Return the rows that quote a headline, in order."""
    wide = pages.lines["wide"].to_numpy() > 0
    rows = np.flatnonzero(pages.naming(_LIKE_A_NOTICE, wide & (pages.chars <= SHORT)))
    return search_rows(_OF_A_NOTICE, pages.strings("folded"), rows)


def _is_quoted(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are quoted as headline by a notice in their document."""
    notices = pages.once(_notices)
    told = {
        (number, match["title"])
        for number, line in zip(pages.document[notices].tolist(), pages.texts(notices), strict=True)
        for pattern in (_ORIGINAL, _REPEATED)
        if (match := pattern.search(line))
    }
    found = np.zeros(len(rows), bool)
    likely = np.flatnonzero(np.isin(pages.document[rows], [number for number, _ in told]))
    documents = pages.document[rows[likely]].tolist()
    found[likely] = [key in told for key in zip(documents, pages.texts(rows[likely]), strict=True)]
    return found


def _best(pages: Pages, rows: Ints, sums: Ints) -> Ints:
    """Return the likeliest row of each document, NO_TITLE if there is none."""
    best, found = rows[likeliest(pages, rows, sums)], np.full(len(pages), NO_TITLE)
    found[pages.document[best]] = best
    return found
