"""Readers' comments below an article: from their heading down to the last day, button or name of one.

The heading alone is no evidence, since a manual has a chapter on comments, too. Below it the days, buttons and
numbers of comments follow each other closely; or names and what they say take turns, down to the end.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.posts import is_of_members
from audit.parser.blocks.threads import lines as thread_lines
from audit.parser.blocks.threads.lines import BUTTON, COUNT, LABEL, MARK
from audit.parser.blocks.threads.recurrent import masked
from audit.parser.tables.line_cues import CUES, HEADER
from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

_HEADINGS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "comment")
# Headings that count comments, and where and when one was written: 04-06 江苏.
_COUNTED: Final = r"^(?:共|全部) ?[0-9]+ ?[条則则]?(?:评论|評論|留言|回复)$|^[0-9]+ thoughts? on "
# Headings of customers' reviews below what is sold.
_REVIEWS: Final = (
    r"^(?:[0-9][0-9.,]* )?(?:(?:customer |global |product |user |verified |top )*(?:reviews?|ratings?)"
    r"(?: (?:&|and) (?:reviews|ratings))?|(?:kunden)?(?:bewertungen|rezensionen)|avis (?:des )?clients?|"
    r"(?:opiniones|valoraciones|recensioni|отзывы)(?: (?:de|dei) client[ei]s?| покупателей)?|"
    r"(?:累计|商品|用户|買家|买家|顾客|宝贝|全部)(?:评价|評價|评论)|(?:カスタマー)?レビュー|상품평|구매후기|리뷰)"
    r"(?: ?\(?[0-9][0-9.,]*件?\)?)?:?$|^(?:customer|product) reviews (?:of|for) "
)
# Headings of what a page quotes of its customers, unless a shop marks each as a review.
_QUOTES: Final = frozenset(phrases("offers", "testimonials"))
_HEADED: Final = (*phrases("offers", "review_headings"), *_QUOTES)
# What a shop prints beside each review, and what may stand before it.
_REVIEWED: Final = phrases("offers", "reviewed")
_BESIDE: Final = " .,:;()[]|·•✓✔☑-–0123456789"
_POSTED: Final = re.compile(r"[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})? ?(?:来自|·)? ?(?:ip属地)?[\u4e00-\u9fff]{2,4}")
# Who speaks in a comment, on a line of its own or before what is said.
_SAYS: Final = re.compile(r".{1,40} (?:says|said|wrote|writes|sagt|schreibt|a écrit|dit|dice|пишет|说|說|写道) ?:")
_SPOKEN: Final = re.compile(r"[^:。!?]{0,23}[^:。!?\d]: ?[^\s/]")
# Minimum letters of the article above in sentences, and maximum lines without a mark below the heading and between two.
_ARTICLE, _FIRST, _BETWEEN, _SUMMARY = 60, 6, 8, 20
# Maximum lines between two marks below an article of so many letters.
_LONG_BETWEEN, _LONG = 20, 600
# Marks or turns of comments, and headings of a list of articles, at least.
_TWO, _LISTED = 2, 3
# Maximum characters of a name, and of a heading of reviews.
_NAME, _HEADING = 24, 60
# What marks a review of a shop, by a kind of its own.
_REVIEW: Final = "V"
_ENDED: Final = tuple("。.!?！？…:：;；,，")


def headings(rows: Rows) -> Flags:
    """Return which lines are a heading of comments below an article; in a list, each article has one."""
    found: Flags = rows.with_cue(_HEADINGS) | rows.matching("folded", _COUNTED, rows["digit"] > 0)
    found &= _is_below_text(rows)
    return found & ~rows.once(is_of_members) if found.any() else found


def _reviews(rows: Rows) -> Flags:
    """Return which lines are a heading of reviews below a description."""
    asked = (rows["chars"] <= _HEADING) & ~rows["sentence"] & _is_below_text(rows)
    found = rows.matching("folded", _REVIEWS, asked)
    here = np.flatnonzero(asked & ~found)
    found[here] = rows.picked(here).str.strip_chars(_BESIDE).is_in(_HEADED).to_numpy()
    return found


def _is_below_text(rows: Rows) -> Flags:
    found: Flags = rows.once(_said_above) >= _ARTICLE
    return found


def _said_above(rows: Rows) -> NDArray[np.int64]:
    """Return the letters in sentences above each line."""
    above: NDArray[np.int64] = rows.documents.above(np.where(rows["sentence"], rows.letters, 0))
    return above


def is_stated(rows: Rows) -> Flags:
    """Return which lines are below a line that states an author or a day."""
    return rows.documents.above(rows.with_cue(HEADER) | (rows["dated"] & ~rows["sentence"])) > 0


def is_comment(rows: Rows, threads: Flags, said: Furniture) -> Flags:
    """Return which lines are below a heading of comments and in one of these, with the heading.

    On a page that `threads` flags, posts are the content. What is `said` to be furniture ends the last comment.
    """
    reviews = _reviews(rows) & ~threads
    heading = reviews | (rows.once(headings) & ~threads)
    found = np.zeros(len(heading), np.bool_)
    if heading.any():
        stated, told = is_stated(rows), rows.with_cue(HEADER)
        long = rows.once(_said_above) >= _LONG
    for at in np.flatnonzero(heading).tolist():
        last = int(rows.documents.last[at])
        lines, words = rows.lines["folded"][at:last].to_list(), rows.seen[0][at:last]
        alike = np.count_nonzero(rows.seen[0][rows.documents.first[at] : last] == words[0])
        if found[at] or (words[0] >= 0 and alike >= _LISTED):
            continue
        section = _Section(lines, said.claimed[at:last].tolist(), told[at:last].tolist(), reviewed=bool(reviews[at]))
        size = section.marked(_LONG_BETWEEN if long[at] else _BETWEEN) or (section.unmarked() if stated[at] else 0)
        found[at : at + size] = size > 0
    return found


class _Section:
    """The lines from a heading of comments to the end of the page: `claimed` ones, and `told` of an article.

    Reviews are dated with a name or with stars, below how many there are of each number of stars.
    """

    def __init__(self, lines: list[str], claimed: list[bool], told: list[bool], *, reviewed: bool) -> None:
        self.lines, self.claimed, self.told, self.reviewed = lines, claimed, told, reviewed
        self.counted = re.findall(r"\d+", lines[0])

    def marked(self, between: int) -> int:
        """Return how many lines are the heading and comments, with marks at most so many lines apart; 0 if none."""
        marks = self._marks(between)
        rows, kinds = list(marks), [kind for at, kind in marks.items() if marks.get(at - 1) != kind]
        said = [kind for kind in kinds if kind[0] not in {BUTTON, LABEL}]
        sold = sum(kind == _REVIEW for kind in marks.values()) >= _TWO
        named = self.lines[0].strip(_BESIDE) not in _QUOTES and any(map(self._is_named, rows))
        # A byline whose day is the only one is an article's, below a menu with such a word.
        days = [at for at, kind in marks.items() if kind[0] == thread_lines.DAY]
        if self.reviewed and not sold and (not named or (len(days) == 1 and self.told[days[0]])):
            return 0
        if not rows or not (said or len(set(kinds)) < len(kinds)) or (len(rows) < _TWO and self.counted != ["1"]):
            return 0
        heading, *others = masked(self.lines[: rows[-1]])
        if heading in others:
            return 0
        end = rows[-1] + 1
        most = end + max((below - above - 1 for above, below in pairwise(rows)), default=1)
        while end < min(most, len(self.lines)) and not self.claimed[end]:
            end += 1
        return end

    def _is_named(self, at: int) -> bool:
        """Return whether a mark has words, beside its day if it is one."""
        return bool(thread_lines.beside_day(self.lines[at]))

    def _marks(self, between: int) -> dict[int, str]:
        """Return the lines that mark comments, each near the one above, and what they are."""
        marks: dict[int, str] = {}
        last, most = 0, _SUMMARY if self.reviewed else _FIRST
        for at, line in enumerate(self.lines[1:], 1):
            if at - last > most:
                break
            kind = thread_lines.key(line, sentence=line.endswith(_ENDED))
            if not kind and (_SAYS.fullmatch(line) or _POSTED.fullmatch(line)):
                kind = MARK
            if self.reviewed and _is_of_a_review(line):
                kind = _REVIEW
            if kind and kind != COUNT and (self.reviewed or not self.told[at]):
                marks[at], last, most = kind, at, between
        return marks

    def unmarked(self) -> int:
        """Return how many lines are the heading and comments by their names alone; 0 if there are none."""
        end = next((at for at, claimed in enumerate(self.claimed) if claimed and at), len(self.lines))
        said = self.lines[1:end]
        names, texts = said[::2], said[1::2]
        spoken = len(said) >= _TWO and all(map(_SPOKEN.match, said))
        turns = len(names) == len(texts) >= _TWO and all(map(_is_name, names)) and len(set(names)) == len(names)
        turns = turns and sum(map(len, names)) < sum(map(len, texts)) and any(text.endswith(_ENDED) for text in texts)
        counted = len(said) >= _TWO and str(len(said)) in self.counted
        return end if spoken or turns or counted else 0


def _is_of_a_review(line: str) -> bool:
    return line.strip(_BESIDE).startswith(_REVIEWED)


def _is_name(line: str) -> bool:
    return len(line) <= _NAME and not line.endswith(_ENDED)
