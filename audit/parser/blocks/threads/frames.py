"""Posts of threads, and the frames around them: members' cards, numbers, days and buttons.

The frame recurs around each post of a page with the same lines at the same place, whatever the board and the language.
Such a frame has buttons or members' labels (threads.tsv), or numbers posts by the same
members: plays, chats, minutes and questionnaires repeat names and labels, too, and are kept whole.
Below a post of a platform are counts (17, Reposts, 240, Likes), and the handle of an account with its name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.threads import answers, comments
from audit.parser.blocks.threads import lines as thread_lines
from audit.parser.blocks.threads.lines import BUTTON
from audit.parser.blocks.threads.page import TWO, ThreadPage
from audit.parser.blocks.threads.signatures import signatures
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.parser.blocks.context.rows import Flags, Rows

# Lines of a short post, at most, and letters of an article, at least.
_POST, _ARTICLE = 3, 300
# Letters of a line that is quoted if it recurs.
_LONG: Final = 40
# Bars of a menu, at least.
_BARS: Final = 2
_LABEL: Final = re.compile(r"([^:：]{2,24}?) ?[:：]")
# Maximum characters of a count and of what is counted, and of a name or handle.
_COUNT, _NAME = 16, 40
_NUMBER: Final = r"^[0-9][0-9.,\s]*(?:k|m|b|mln|mio\.?|tsd\.?|mil|тыс\.?|млн\.?|万|萬|亿|천|만)?$"
_HANDLE: Final = r"^@[\w.-]{2,}(?:@[\w-]+(?:\.[\w-]+)+)?$"
_COUNTED: Final = phrases("threads", "counted")
# Minimum counts one below the other.
_COUNTS: Final = 2


@dataclass(frozen=True, slots=True)
class Frames:
    """Which lines are around the posts of a thread, in its posts, below its end, and on a page that is a thread."""

    around: Flags
    posts: Flags
    below: Flags
    thread: Flags


def frames(rows: Rows) -> Frames:
    """Return the lines around the posts of threads, and those of the posts."""
    around, posts, below, thread = (np.zeros(len(rows.lines), np.bool_) for _ in range(4))
    commented = rows.once(comments.headings) & comments.is_stated(rows)
    ended = answers.ends(rows)
    for first, end in thread_lines.candidates(rows):
        last = first + int(np.append(ended[first:end], True).argmax())
        lines, sentence = rows.texts(np.arange(first, last)), rows["sentence"][first:last].tolist()
        page = ThreadPage(lines, sentence, rows.letters[first:last].tolist())
        if not page.is_thread and (signed := signatures(lines, page.told, page.is_said)):
            page = ThreadPage(lines, sentence, page.letters, signed)
        if page.is_thread:
            said = _said_letters(page)
            around[first:last] = page.around
            below[first + _end(page, said) : end] = True
            # Below an article with its author, posts under a heading of comments are no subject.
            if _is_subject(page, said) and (page.has_members or not commented[first:last].any()):
                thread[first:end] = True
                posts[first:last] = _posts(page)
    replied, under = answers.answered(rows)
    asked = rows.documents.any(under) & ~rows.documents.any(thread)
    return Frames(around, posts | (asked & replied & ~around), below | (asked & under), thread | asked)


def _said_letters(page: ThreadPage) -> list[int]:
    """Return the letters of each line that is neither a name nor of a frame."""
    menu = [line.count("|") >= _BARS for line in page.lines]
    told = [page.is_said(at) and not (key or menu[at]) for at, key in enumerate(page.keys)]
    return [letters if said else 0 for letters, said in zip(page.letters, told, strict=True)]


def _end(page: ThreadPage, said: list[int]) -> int:
    """Return the row behind the last frame, if no post is below it; otherwise the end of the page."""
    last = page.runs()[-1][1]
    ended = not _is_above_post(page) and page.count() >= TWO and 2 * sum(said[last:]) <= sum(said)
    return last if ended else len(page.lines)


def _is_above_post(page: ThreadPage) -> bool:
    """Return whether the last line of a frame is one below which posts are."""
    above = {page.keys[gaps[0][0] - 1] for gaps, told in page.slots if 2 * len(told) >= len(gaps)}
    return page.keys[page.runs()[-1][1] - 1] in above


def _outer_posts(page: ThreadPage) -> Iterator[tuple[int, int]]:
    """Yield what is said right below the last frame, where posts are below frames; above the first one likewise."""
    (top, under), end = page.runs()[0], page.runs()[-1][1]
    above = next((at + 1 for at in range(top - 1, -1, -1) if not _is_sentence(page, at)), 0)
    below = next((at for at in range(end, len(page.lines)) if not _is_sentence(page, at)), len(page.lines))
    posts = (gap for gap in page.gaps() if page.keys[gap[1]] == page.keys[top])
    if above < top and page.keys[under - 1][0] == BUTTON and any(_is_sentence(page, gap[1] - 1) for gap in posts):
        yield above, top
    if end < below and _is_above_post(page):
        yield end, below


def _is_sentence(page: ThreadPage, at: int) -> bool:
    return page.sentence[at] and page.is_said(at)


def _is_subject(page: ThreadPage, said: list[int]) -> bool:
    """Return whether posts are most of the page, and none of them is an article with comments below it.

    Where a heading counts answers, the first of them stands above the first frame, and what is asked is shorter.
    """
    if page.of_board:
        return True
    starts = [at for at, line in enumerate(page.lines) if thread_lines.unnumbered(line) in answers.ANSWERS]
    starts += [page.runs()[0][0]] if page.signed_above else []
    if any(2 * sum(said[:at]) < sum(said) for at in starts):
        return True
    sizes = [sum(said[slice(*gap)]) for gap in page.gaps()]
    return 2 * sum(sizes) >= sum(said) and (2 * max(sizes) < sum(sizes) or max(sizes) < _ARTICLE)


def _posts(page: ThreadPage) -> list[bool]:
    """Return which lines are a short post, where others of the thread are longer; the labels of frames recur."""
    found = [False] * len(page.lines)
    labels = Counter(label[1] for line in page.lines if (label := _LABEL.match(line)))
    short = {gap for gaps, said in page.slots if 4 * len(said) > len(gaps) for gap in gaps} | set(page.headings)
    for at in _quoted(page) if page.of_board else ():
        found[at] = True
    for first, last in (*page.gaps(), *_outer_posts(page)):
        said = [at for at in range(first, last) if page.is_said(at)]
        # Below the last sentence may be a name, above it a heading.
        end = said[-1] + 1 if said else last
        ended = [at for at in said if page.sentence[at]] if page.of_board else []
        for at in range(first, end) if last - first <= _POST else ended:
            label, long = _LABEL.match(page.lines[at]), page.letters[at] > _LONG
            # What others quote stands first where it was said.
            own = page.lines.index(page.lines[at]) == at if long else page.times[page.lines[at]] <= TWO
            own &= not (label and labels[label[1]] > 1)
            found[at] |= own and ((first, last) in short or at in said)
    return found


def _quoted(page: ThreadPage) -> Iterator[int]:
    """Yield the long lines that all later posts in which they recur say something else below.

    Quotes are above what answers them; signatures are at the end of each post.
    """
    copies: defaultdict[str, list[tuple[int, bool]]] = defaultdict(list)
    for gap in page.gaps():
        own = [at for at in range(*gap) if page.is_said(at) and page.times[page.masked[at]] == 1]
        for at in range(*gap):
            if page.letters[at] > _LONG and page.times[page.masked[at]] > 1:
                copies[page.lines[at]].append((at, at < max(own, default=-1)))
    for (first, _), *later in copies.values():
        if later and all(is_above_own for _, is_above_own in later):
            yield first


def is_card(rows: Rows, furnished: Flags) -> Flags:
    """Return which lines are counts with what they count, one below the other, or a handle, or a name above one.

    Only lines of `furnished` texts are.
    """
    documents, bare = rows.documents, furnished & ~rows["sentence"]
    number = rows.matching("folded", _NUMBER, bare & rows.begins_with_digit & (rows["chars"] <= _COUNT))
    word = bare & documents.near(number, 1) & ~number & (rows["chars"] <= _COUNT)
    here = np.flatnonzero(word)
    word[here] = rows.picked(here).is_in(_COUNTED).to_numpy()
    # A dot may be between two counts.
    run = Segments.of(documents.first, number | word | (rows["weight"] == 0))
    counted = (number | word) & (run.total(word) >= _COUNTS) & (run.total(number) >= _COUNTS)
    handle = rows.matching("folded", _HANDLE, furnished & rows.opened("@") & (rows["chars"] <= _NAME))
    # A headline may be above a handle, too; the name of an account recurs in its card.
    name = documents.shifted(handle, -1, otherwise=False) & bare & rows["twin"] & (rows["chars"] <= _NAME)
    found: Flags = counted | handle | name
    return found
