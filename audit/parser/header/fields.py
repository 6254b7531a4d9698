"""The header fields of each document: headline, date, publisher, author, and the blocks that state them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.header.accounts import account_authors, account_names, post_heads
from audit.parser.header.author import find_authors
from audit.parser.header.correspondence import is_of_a_letter
from audit.parser.header.date import Day, find_days
from audit.parser.header.day_order import undecided_days
from audit.parser.header.person_names import person
from audit.parser.header.publisher import Named, Origin, find_origins
from audit.parser.header.site import shown_names
from audit.parser.header.site_names import LABELS
from audit.parser.header.stating_lines import closing_credits, record_labels
from audit.parser.header.title.mail_subjects import SUBJECTS, TITLES, WORK
from audit.parser.header.title.series import entries_of_a_history
from audit.parser.header.title.titles import NO_TITLE, copies, find_titles, original_titles
from audit.parser.tables.people import JOINING
from audit.text.fold import letters
from audit.text.invisible import without_payload
from audit.text.sites.window_titles import without_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages
    from audit.parser.models.forest import Forest

    Ints = NDArray[np.int64]

# Maximum characters of a content line that only states names.
_LONGEST_LABEL: Final = 200
# A title or subject behind its label, as in exported records, and headings of Markdown, AsciiDoc, Org and wikitext.
_LABELLED: Final = re.compile(
    rf"^(?:#\+)?(?:{'|'.join((*TITLES, *SUBJECTS))})\s?[:：]\s*(?=\w|\S{{2}})|"
    r"^<(title|headline)>\s*(?=\S)|(?<=\S)\s*</(?:title|headline)>$|"
    r"^(?:#{1,6}|={1,6})\s+(?=\S)|(?<=\S)\s+(?:#{1,6}|={1,6})$|(?<=\S) ?¶$|"
    r"(?<=\S)\s*<(?:a|img|picture)\s[^<>]*>.*$|(?<=\S) (?:\(self\.\w+\)|只看楼主(?: \S{2,4})*)$",
    re.IGNORECASE,
)

# The end of a site's address, and the minimum letters of a site known in a name.
_SUFFIX: Final = re.compile(r"\.[a-z]{2,4}$")
_LEAST: Final = 4
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff]{2,4}")
# A link in Markdown: [ferry](https://example.org/ferry).
_LINKED: Final = re.compile(r"(?<!!)\[([^\[\]]+)\]\((?:https?://|\.{0,2}/|#)[^()\s]*\)")
# Minimum words without a capital, and minimum letters of Han, kana and hangul behind the name, of what tells more than
# who and when. (Of 56 lines of 1,085 pages that state such a field and end like a sentence, 2 have as many.)
_WORDS, _LETTERS = 5, 10
_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}|\b[^\W\d_]\b")
_EASTERN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Fields:
    """The header fields of each document (None: not stated), and by row the kinds of the blocks that state them."""

    title: list[str | None]
    source: list[str | None]
    source_original: list[str | None]
    author: list[str | None]
    published: list[datetime | None]
    has_time: list[bool]
    kinds: dict[int, str]


def find_fields(pages: Pages, titles: Forest) -> Fields:
    """Return the fields each document states; `titles` ranks headlines."""
    origins = find_origins(pages)
    known = account_names(pages)
    headlines = find_titles(pages, titles, {n: _names(o) | known.get(n, frozenset()) for n, o in enumerate(origins)})
    days = find_days(pages, headlines)
    authors = find_authors(pages, headlines, {n: day.row for n, day in days.items()}, [o.author for o in origins])
    followed = account_authors(pages, headlines)
    authors = [author or followed.get(n) for n, author in enumerate(authors)]
    authors = _others(pages, headlines, [_writer(a, o.source) for a, o in zip(authors, origins, strict=True)])
    posts = frozenset(pages.once(post_heads).tolist())
    origins = [Origin(_other(o.source, a, posts), o.source_original, a) for o, a in zip(origins, authors, strict=True)]
    at = [days[n].stated if n in days else None for n in range(len(pages))]
    shown = iter(_shown(pages, headlines[headlines != NO_TITLE]))
    names = shown_names(pages, headlines)
    return Fields(
        [
            None if row == NO_TITLE else without_site(next(shown), _name(o.source), names.get(n, ()), LABELS)
            for n, (row, o) in enumerate(zip(headlines.tolist(), origins, strict=True))
        ],
        [_name(o.source) for o in origins],
        [_name(o.source_original) for o in origins],
        [_name(o.author) for o in origins],
        [a.at if a else None for a in at],
        [bool(a and a.has_time) for a in at],
        dict(_kinds(pages, headlines, days, origins)),
    )


def _shown(pages: Pages, rows: Ints) -> list[str]:
    """Return the headlines in some rows without labels of titles, authors, marks of headings and targets of links."""
    lines = (WORK.sub(r"\g<work>", without_payload(line)) for line in pages.texts(rows, "text"))
    return [_LINKED.sub(r"\1", _LABELLED.sub("", line)) for line in lines]


def _names(origin: Origin) -> frozenset[str]:
    """Return the normalised names of everybody named."""
    return frozenset(letters(n.name) for n in (origin.source, origin.source_original, origin.author) if n)


def _others(pages: Pages, headlines: Ints, authors: list[Named | None]) -> list[Named | None]:
    """Return the authors without those of entries of a history, and without headlines: their pages are about them.

    Nor is a line that repeats the headline, or its beginning, a byline.
    """
    titled = np.flatnonzero(headlines != NO_TITLE)
    heads = dict(zip(titled.tolist(), map(letters, pages.texts(headlines[titled])), strict=True))
    rows = np.array([author.row for author in authors if author], np.int64)
    lines = dict(zip(rows.tolist(), map(letters, pages.texts(rows)), strict=True))
    ends, tops = pages.earliest(pages.once(entries_of_a_history), pages.last).tolist(), headlines.tolist()
    found = list(authors)
    for number, author in enumerate(authors):
        if author is None:
            continue
        name, line, head = letters(author.name), lines[author.row], heads.get(number, "")
        repeats = (
            author.row != tops[number] and line not in ("", name) and (line.startswith(head) or head.startswith(line))
        )
        if author.row >= ends[number] or (head and (name == head or repeats)):
            found[number] = None
    return found


def _writer(author: Named | None, source: Named | None) -> Named | None:
    """Return the author without the site behind the name: Ada Finch Marl News. What begins with it is a section of it.

    What has more digits than letters is no name.
    """
    if author is None or sum(map(str.isdigit, author.name)) > sum(map(str.isalpha, author.name)):
        return None
    own, key = letters(_SUFFIX.sub("", source.name)) if source else "", letters(author.name)
    if len(own) < _LEAST or key == own or not (key.startswith(own) or key.endswith(own)):
        return author
    if source and key.startswith(own) and person(source.name) is None:
        return author if JOINING.intersection(author.name.split()) else None
    ends = (author.name[:end].strip() for end in range(1, len(author.name)) if letters(author.name[end:]) == own)
    name = next(ends, "")
    is_whole = (person(name) or _HAN_NAME.fullmatch(name)) and name.rpartition(" ")[2] not in JOINING
    return replace(author, name=name) if is_whole else author


def _other(source: Named | None, author: Named | None, posts: Collection[int]) -> Named | None:
    """Return the source, unless it is the author of one of the posts, who holds the rights to it."""
    if source and author and author.row in posts and letters(source.name) == letters(author.name):
        return None
    return source


def _name(named: Named | None) -> str | None:
    return named.name if named else None


def _kinds(pages: Pages, headlines: Ints, days: dict[int, Day], origins: list[Origin]) -> Iterator[tuple[int, str]]:
    """Yield the kinds of the stating blocks, weaker claims first."""
    sure, merged = pages.flags("sure"), pages.flags("merged")
    said = [n for o in origins for n in (o.source, o.source_original, o.author) if n and n.kind]
    # Prompts, notices and prose that name somebody keep their kind.
    rows = np.array([named.row for named in said], np.int64)
    kept = sure[rows] | merged[rows] | (pages.content[rows] & (pages.chars[rows] > _LONGEST_LABEL))
    kept |= tell_more(pages, rows, [named.name for named in said])
    yield from ((named.row, named.kind) for named, is_kept in zip(said, kept.tolist(), strict=True) if not is_kept)
    rows = np.array([day.row for day in days.values()], np.int64)
    parted = merged[rows] | is_of_a_letter(pages, rows, headlines[pages.document[rows]] == NO_TITLE)
    parted |= tell_more(pages, rows, [""] * len(rows))
    yield from ((row, "date") for row in rows[~parted].tolist())
    yield from ((row, "byline") for row in closing_credits(pages).tolist())
    stated = np.array([*rows, *(named.row for named in said)], np.int64)
    yield from ((row, "source_credit") for row in record_labels(pages, stated, headlines).tolist())
    yield from ((row, "date") for row in undecided_days(pages, headlines, days))
    yield from ((row, "original_title") for row in original_titles(pages).tolist() if not merged[row])
    yield from ((row, "title") for row in copies(pages, headlines).tolist())


def tell_more(pages: Pages, rows: NDArray[np.int64], names: Sequence[str]) -> NDArray[np.bool_]:
    """Return which rows of the article are a sentence that tells more than the name or day it states.

    `names` are the names read from the rows, empty for a day.
    """
    found: NDArray[np.bool_] = pages.content[rows] & pages.flags("sentence")[rows]
    told = zip(pages.texts(rows[found], "text"), compress(names, found.tolist()), strict=True)
    found[found] = [_tells_more(line[line.find(name) + len(name) :]) for line, name in told]
    return found


def _tells_more(line: str) -> bool:
    eastern = len(_EASTERN.findall(line))
    words = sum(not word[0].isupper() and not _EASTERN.match(word) for word in _WORD.findall(line))
    return eastern >= _LETTERS or words >= _WORDS
