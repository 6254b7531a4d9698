"""Posts of threads, and the frames around them: members' cards, numbers, days and buttons.

The frame recurs around each post of a page with the same lines at the same place, whatever the board and the language.
Such a frame has buttons or members' labels (audit.parser.blocks.whole.thread_words), or numbers posts by the same
members: plays, chats, minutes and questionnaires repeat names and labels, too, and are kept whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.whole import thread_lines
from audit.parser.blocks.whole.thread_lines import BUTTON, CONSTANT, COUNT, DAY, LABEL, MARK, ORDINAL, REPLIED

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

Gap = tuple[int, int]

# Maximum characters and words of a name or rank, and lines of these together.
_NAME, _WORDS, _NAMES = 40, 5, 4
# Minimum different lines that recur in frames; and if there are but two posts.
_KINDS, _KINDS_OF_TWO, _TWO = 2, 4, 2
# Letters of a line that recurs with other numbers, at most; and posts by number, at least.
_CONSTANT, _NUMBERED = 60, 3
# Characters of "Re: " at most, and lines of a short post.
_ANSWER, _POST = 8, 3
_ENDED: Final = tuple("。.!?！？…:：;；,，")


@dataclass(frozen=True, slots=True)
class Frames:
    """Which lines are around the posts of a thread, in its posts, and below its end."""

    around: Flags
    posts: Flags
    below: Flags


def frames(rows: Rows) -> Frames:
    """Return the lines around the posts of threads, and those of the posts."""
    around, posts, below = np.zeros((3, len(rows.lines)), np.bool_)
    for first, last in thread_lines.candidates(rows):
        lines, sentence = (rows.lines[name][first:last].to_list() for name in ("folded", "sentence"))
        page = _Page(lines, sentence, rows.letters[first:last].tolist())
        if page.is_thread:
            around[first:last] = page.around
            posts[first:last] = page.posts
            below[first + page.below : last] = True
    return Frames(around, posts, below)


class _Page:
    """The lines of one page: runs of lines that look like a frame's, and the gaps between these."""

    def __init__(self, lines: list[str], sentence: list[bool], letters: list[int]) -> None:
        self.lines, self.sentence, self.letters = lines, sentence, letters
        self.keys = [thread_lines.key(line, sentence=ends) for line, ends in zip(lines, sentence, strict=True)]
        self.masked = [thread_lines.masked(line) for line in lines]
        self.times = Counter(self.masked)
        for _ in range(3):
            self._add_constants()
        self._buttons = [at for at, found in enumerate(self.keys) if found and found[0] in BUTTON + MARK]
        self._leave_alone()

    def _add_constants(self) -> None:
        """Give keys to lines that recur with most posts, right beside a line of a frame."""
        least = max(_NUMBERED, (3 * self._posts() + 4) // 5)
        for at, line in enumerate(self.lines):
            answer = line.partition(": ")[2]
            again = self.times[self.masked[at]] >= least and self.letters[at] <= _CONSTANT
            if answer and len(line) - len(answer) <= _ANSWER:
                again |= self.times[thread_lines.masked(answer)] > 0
            if again and not self.keys[at] and self._is_beside(at):
                self.keys[at] = CONSTANT + (thread_lines.masked(answer) or self.masked[at])

    def _leave_alone(self) -> None:
        """Take the keys from counts that stand alone, and from runs that resemble no others."""
        for at, found in enumerate(self.keys):
            if (found == COUNT or thread_lines.is_bare(self.lines[at])) and not self._is_beside(at):
                self.keys[at] = ""
        runs = self._runs()
        least = max(2, (self._posts() + 2) // 3)
        alike = Counter(self._shape(run) for run in runs)
        often = self._often(least)
        for run in runs:
            shape = self._shape(run)
            certain = shape <= often and {found[0] for found in shape} & {BUTTON, LABEL, ORDINAL, REPLIED}
            if len(shape & often) < _KINDS and alike[shape] < least and not certain:
                self.keys[run[0] : run[1]] = [""] * (run[1] - run[0])

    def _is_beside(self, at: int) -> bool:
        return any(self.keys[n] for n in (at - 1, at + 1) if 0 <= n < len(self.keys))

    def _shape(self, run: Gap) -> frozenset[str]:
        return frozenset(self.keys[run[0] : run[1]]) - {COUNT}

    def _often(self, least: int) -> frozenset[str]:
        counted = Counter(found for found in self.keys if found and found != COUNT)
        return frozenset(found for found, n in counted.items() if n >= least)

    def _runs(self) -> list[Gap]:
        """Return the stretches of lines that have keys."""
        edges = [-1, *(at for at, found in enumerate(self.keys) if not found), len(self.keys)]
        return [(above + 1, below) for above, below in pairwise(edges) if below - above > 1]

    def _gaps(self) -> list[Gap]:
        """Return the stretches between two such."""
        return [(above[1], below[0]) for above, below in pairwise(self._runs())]

    def _said(self, gaps: list[Gap]) -> list[Gap]:
        """Return the gaps that are more than names and ranks."""
        return [gap for gap in gaps if gap[1] - gap[0] > _NAMES or any(map(self._is_said, range(*gap)))]

    def _posts(self) -> int:
        """Return how many gaps are more than names and ranks."""
        return len(self._said(self._gaps()))

    def _is_said(self, at: int) -> bool:
        line = self.lines[at]
        if self.letters[at] <= _CONSTANT and self.times[self.masked[at]] > 1:
            return False
        return self.letters[at] > _NAME or self.sentence[at] or line.endswith(_ENDED) or len(line.split()) > _WORDS

    @cached_property
    def _recurring(self) -> frozenset[str]:
        """The keys that most posts have."""
        return self._often(max(2, (self._posts() + 1) // 2))

    @cached_property
    def _of_board(self) -> bool:
        """Whether the frames number the posts, tell of the members, or have buttons that only boards have."""
        kinds = {found[0] for found in self._recurring}
        return bool(kinds & {LABEL, ORDINAL}) or any(map(thread_lines.quotes, self._recurring)) or self._is_numbered

    @property
    def is_thread(self) -> bool:
        """Whether frames recur around posts."""
        posts, kinds = self._posts() + 1, {found[0] for found in self._recurring}
        least = _KINDS if posts > _TWO else _KINDS_OF_TWO
        told = kinds & {BUTTON, REPLIED} or (LABEL in kinds and kinds & {DAY, ORDINAL})
        return posts >= _TWO and (self._is_numbered or (len(self._recurring) >= least and bool(told)))

    @cached_property
    def _is_numbered(self) -> bool:
        """Whether the posts have a day and numbers one by one, and some are by the same member."""
        days = [at for at, found in enumerate(self.keys) if found and found[0] in DAY + REPLIED]
        near = [self.lines[max(at - 3, 0) : at + 2] for at in days]
        numbers = [{n for n in map(thread_lines.ordinal, lines) if n >= 0} for lines in near]
        rising = sum(any(n + 1 in below for n in above) for above, below in pairwise(numbers))
        named = [gap[0] for gap in self._named if gap[1] - gap[0] == 1] + self._signed
        beside = [name for at in days for name in thread_lines.beside_day(self.lines[at])]
        one_by_one = rising >= _NUMBERED - 1 and 2 * rising >= len(days) - 1
        return one_by_one and (self._are_again(named) or len(beside) > len(set(beside)))

    @cached_property
    def _members(self) -> list[str]:
        """The lines between the posts that are names or ranks."""
        return [self.lines[at] for gap in self._named for at in range(*gap)] + [self.lines[at] for at in self._signed]

    @cached_property
    def _slots(self) -> list[tuple[list[Gap], list[Gap]]]:
        """All gaps between the same lines of frames, and those of them that are more than names and ranks."""
        kinds: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
        for gap in self._gaps():
            kinds[self.keys[gap[0] - 1], self.keys[gap[1]]].append(gap)
        return [(gaps, self._said(gaps)) for gaps in kinds.values() if len(gaps) > 1]

    @cached_property
    def _named(self) -> list[Gap]:
        """The gaps that are names and ranks, where such are nearly always."""
        told = (slot for slot in self._slots if 4 * len(slot[1]) <= len(slot[0]))
        return [
            gap for gaps, said in told if not self._is_above_buttons(gaps[0]) for gap in sorted(set(gaps) - set(said))
        ]

    @cached_property
    def _signed(self) -> list[int]:
        """The lines that are the name above a day, where no line of a frame is above it, only the post before."""
        found: list[int] = []
        for gaps, said in self._slots:
            last = [gap[1] - 1 for gap in gaps]
            short = [at for at in last if not self._is_said(at)]
            often = len(said) >= _TWO and 4 * len(short) >= 3 * len(gaps) and self._are_again(short)
            if often and not self._is_above_buttons(gaps[0]):
                found += short
        return found

    def _are_again(self, rows: list[int]) -> bool:
        """Return whether a line recurs among these, or on the page."""
        return len({self.lines[at] for at in rows}) < len(rows) or any(self.times[self.lines[at]] > 1 for at in rows)

    def _is_above_buttons(self, gap: Gap) -> bool:
        """Return whether a gap is between other lines of a frame and buttons, where posts are."""
        return self.keys[gap[1]][0] == BUTTON != self.keys[gap[0] - 1][0]

    @cached_property
    def around(self) -> list[bool]:
        """Which lines are of frames."""
        found = [bool(key) for key in self.keys]
        for gap in self._named:
            found[slice(*gap)] = [True] * (gap[1] - gap[0])
        for at in self._signed:
            found[at] = True
        first, last = self._runs()[0][0], self._runs()[-1][1]
        for at in self._buttons:
            found[at] |= first <= at < last
        names = frozenset(self._members)
        for _ in range(3):
            for at, line in enumerate(self.lines):
                beside = any(found[n] for n in (at - 1, at + 1) if 0 <= n < len(found))
                if beside and not found[at] and (line in names or thread_lines.is_about(line, names)):
                    found[at] = True
        return found

    @property
    def below(self) -> int:
        """The row behind the last frame, if no post is below it; otherwise the end of the page."""
        last = self._runs()[-1][1]
        above = {self.keys[gaps[0][0] - 1] for gaps, said in self._slots if 2 * len(said) >= len(gaps)}
        rest = sum(self._said_letters[last:])
        ended = self.keys[last - 1] not in above and self._posts() >= _TWO and 2 * rest <= sum(self._said_letters)
        return last if ended else len(self.lines)

    @cached_property
    def _said_letters(self) -> list[int]:
        """The letters of each line that is neither a name nor of a frame."""
        return [letters if self._is_said(at) else 0 for at, letters in enumerate(self.letters)]

    @property
    def posts(self) -> list[bool]:
        """Which lines are a short post: where most is said, if that is most of the page."""
        found = [False] * len(self.lines)
        sizes = [[sum(self._said_letters[slice(*gap)]) for gap in gaps] for gaps, _ in self._slots]
        if not sizes:
            return found
        most = max(range(len(sizes)), key=lambda slot: sum(sizes[slot]))
        whole = sum(sizes[most])
        # An article with comments has such frames, too, but one of its gaps is the article.
        if self._of_board or (2 * whole >= sum(self._said_letters) and 2 * max(sizes[most]) < whole):
            for first, last in self._slots[most][0]:
                if last - first <= _POST:
                    found[first:last] = [self.times[line] <= _TWO for line in self.lines[first:last]]
        return found
