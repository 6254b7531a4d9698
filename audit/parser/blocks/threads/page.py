"""The lines of one page that may be a thread: which of them recur around its posts, and what is between these."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from audit.parser.blocks.threads import lines as thread_lines
from audit.parser.blocks.threads.lines import BUTTON, CONSTANT, COUNT, DAY, LABEL, LABELS, MARK, ORDINAL, REPLIED
from audit.parser.blocks.threads.recurrent import masked, recurrent
from audit.parser.blocks.threads.signatures import signed_twice

Gap = tuple[int, int]

# Maximum characters and words of a name or rank, and lines of these together.
_NAME, _WORDS, _NAMES = 40, 5, 4
# Different lines that recur in frames, at least; and if there are but two posts.
_KINDS, _KINDS_OF_TWO, TWO = 2, 4, 2
# Letters of a line that recurs with other numbers, at most; and posts by number, at least.
_CONSTANT, _NUMBERED = 60, 3
# A name that ends with an initial: Martha K.
_INITIAL = re.compile(r"(?:\S+ ){1,2}[^\W\d_]\.")
_ENDED = tuple("。.!?！？…:：;；,，")


class ThreadPage:
    """The lines of one page: runs of lines that look like a frame's, and the gaps between these."""

    def __init__(self, lines: list[str], sentence: list[bool], letters: list[int], signed: Sequence[str] = ()) -> None:
        self.lines, self.sentence, self.letters = lines, sentence, letters
        self.masked = masked(lines)
        self.times = Counter(self.masked)
        self.signed_above = bool(signed)
        self.told = [*signed] or thread_lines.keys(lines, self.masked, sentence)
        self.keys = [*self.told]
        if not signed and not thread_lines.may_frame(self.told):
            return
        self._recurrent = recurrent(lines, self.masked, [n <= _CONSTANT for n in letters])
        for at in signed_twice(lines):
            self.keys[at : at + 2] = MARK, MARK
        for _ in range(3):
            self._add_constants()
        self._buttons = [at for at, found in enumerate(self.keys) if found and found[0] in BUTTON + MARK]
        self._leave_alone()

    def _add_constants(self) -> None:
        """Give keys to lines that recur with most posts, right beside a line of a frame."""
        least = max(_NUMBERED, (3 * self.count() + 4) // 5)
        for at, times, name in self._recurrent:
            if times >= least and not self.keys[at] and self._is_beside(at):
                self.keys[at] = CONSTANT + name

    def _leave_alone(self) -> None:
        """Take the keys from counts that stand alone, and from runs that resemble no others."""
        for at, found in enumerate(self.keys):
            if found and (found == COUNT or self.lines[at] in LABELS) and not self._is_beside(at):
                self.keys[at] = ""
        runs = self.runs()
        least = max(2, (self.count() + 2) // 3)
        alike = Counter(self._shape(run) for run in runs)
        often = self._often(least)
        numbered = len(thread_lines.numbered_runs(self.keys)) >= _NUMBERED
        runs = self._above_other_threads(runs) if numbered else runs
        for run in runs:
            shape = self._shape(run)
            kinds = {found[0] for found in shape}
            told = shape <= often and not {BUTTON, LABEL, ORDINAL}.isdisjoint(kinds)
            told |= numbered and kinds >= thread_lines.NUMBERED_DAY
            certain = told or REPLIED in shape & often or any(map(thread_lines.quotes, shape & often))
            if len(shape & often) < _KINDS and alike[shape] < least and not certain:
                self.keys[run[0] : run[1]] = [""] * (run[1] - run[0])

    def _above_other_threads(self, runs: list[Gap]) -> list[Gap]:
        """Take the keys from runs further below the last numbered post than most posts have; return the others."""
        numbered = thread_lines.numbered_runs(self.keys)
        end = numbered[-1] + Counter(below - above for above, below in pairwise(numbered)).most_common(1)[0][0]
        # The buttons of a post may be right above the day of the next one.
        end += end < len(runs) and self.keys[runs[end][0]][0] == BUTTON
        for first, last in runs[end:]:
            self.keys[first:last] = [""] * (last - first)
        return runs[:end]

    def _is_beside(self, at: int) -> bool:
        return any(self.keys[at - 1 : at + 2 : 2] if at else self.keys[1:2])

    def _shape(self, run: Gap) -> frozenset[str]:
        return frozenset(self.keys[run[0] : run[1]]) - {COUNT, MARK}

    def _often(self, least: int) -> frozenset[str]:
        counted = Counter(found for found in self.keys if found and found != COUNT)
        return frozenset(found for found, n in counted.items() if n >= least)

    def runs(self) -> list[Gap]:
        """Return the stretches of lines that have keys."""
        return thread_lines.runs(self.keys)

    def gaps(self) -> list[Gap]:
        """Return the stretches between two such."""
        return [(above[1], below[0]) for above, below in pairwise(self.runs())]

    def _said(self, gaps: list[Gap]) -> list[Gap]:
        """Return the gaps that are more than names and ranks."""
        return [gap for gap in gaps if gap[1] - gap[0] > _NAMES or any(map(self.is_said, range(*gap)))]

    def count(self) -> int:
        """Return how many gaps are more than names and ranks; how many days have a number, where several have."""
        said, numbered = len(self._said(self.gaps())), len(thread_lines.numbered_runs(self.keys))
        return min(said, numbered) if numbered >= _NUMBERED else said

    def is_said(self, at: int) -> bool:
        """Return whether a line is more than a name or rank: long, a sentence, or many words, and only here."""
        line = self.lines[at]
        if self.letters[at] <= _CONSTANT and self.times[self.masked[at]] > 1:
            return False
        ended = (self.sentence[at] or line.endswith(_ENDED)) and not _INITIAL.fullmatch(line)
        return self.letters[at] > _NAME or ended or len(line.split()) > _WORDS

    @cached_property
    def _recurring(self) -> frozenset[str]:
        """The keys that most posts have."""
        return self._often(max(2, (self.count() + 1) // 2))

    @cached_property
    def of_board(self) -> bool:
        """Whether the frames number the posts, tell of the members, or have buttons that only boards have."""
        numbered = ORDINAL in {found[0] for found in self._recurring} or self._is_numbered
        return numbered or self.has_members

    @cached_property
    def has_members(self) -> bool:
        """Whether the frames tell of the members, or have buttons that only boards have."""
        return any(found[0] == LABEL or thread_lines.quotes(found) for found in self._recurring)

    @property
    def is_thread(self) -> bool:
        """Whether the frames recur, and are those of posts."""
        posts, kinds = self.count() + 1, {found[0] for found in self._recurring}
        told = kinds & {BUTTON, REPLIED} or (LABEL in kinds and kinds & {DAY, ORDINAL})
        framed = bool(told) and len(self._recurring) >= (_KINDS if posts > TWO else _KINDS_OF_TWO)
        return posts >= TWO and (self._is_numbered or self.signed_above or framed)

    @cached_property
    def _is_numbered(self) -> bool:
        """Whether the posts have a day and numbers one by one, and some are by the same member."""
        days = [at for at, found in enumerate(self.keys) if found and found[0] in DAY + REPLIED]
        # Where posts have a number of their own, other days are those on which members joined.
        counted = [at for at in days if any(found == ORDINAL for found in self.keys[max(at - 3, 0) : at + 2])]
        days = counted if len(counted) >= _NUMBERED else days
        numbers = [{n for n in map(thread_lines.ordinal, self.lines[max(at - 3, 0) : at + 2]) if n >= 0} for at in days]
        rising = sum(any(n + 1 in below for n in above) for above, below in pairwise(numbers))
        if rising < _NUMBERED - 1 or 2 * rising < len(days) - 1:
            return False
        named = [gap[0] for gap in self._named if gap[1] - gap[0] == 1] + self._signed
        beside = [name for at in days for name in thread_lines.beside_day(self.lines[at])]
        return self._are_again(named) or len(beside) > len(set(beside))

    @cached_property
    def _members(self) -> list[str]:
        """The lines between the posts that are names or ranks."""
        return [self.lines[at] for gap in self._named for at in range(*gap)] + [self.lines[at] for at in self._signed]

    @cached_property
    def slots(self) -> list[tuple[list[Gap], list[Gap]]]:
        """All gaps between the same lines of frames, and those of them that are more than names and ranks."""
        kinds: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
        for gap in self.gaps():
            kinds[self.keys[gap[0] - 1], self.keys[gap[1]]].append(gap)
        for (above, below), gaps in sorted(kinds.items(), key=lambda slot: len(slot[1])):
            alike = [slot for slot in kinds if slot[0][0] + slot[1][0] == above[0] + below[0]]
            most = max(alike, key=lambda slot: len(kinds[slot]))
            # What stands but once is as its likes; where all of these are names, a post is none of them.
            if len(gaps) == 1 < len(kinds[most]) and (self._said(kinds[most]) or not self._said(gaps)):
                kinds[most] = sorted(kinds[most] + kinds.pop((above, below)))
        return [(gaps, self._said(gaps)) for gaps in kinds.values() if len(gaps) > 1]

    @cached_property
    def _short(self) -> list[list[Gap]]:
        """The gaps that are names, ranks or headings of posts, where such are nearly always."""
        return [
            sorted(set(gaps) - set(said))
            for gaps, said in self.slots
            if 4 * len(said) <= len(gaps) and not self._is_above_buttons(gaps[0])
        ]

    @cached_property
    def headings(self) -> list[Gap]:
        """The gaps that are the heading of a post."""
        return [gap for n, gaps in enumerate(self._short) if self._are_headings(n, self._short) for gap in gaps]

    @cached_property
    def _named(self) -> list[Gap]:
        """The gaps that are names and ranks."""
        return [gap for gaps in self._short for gap in gaps if gap not in self.headings]

    def _are_headings(self, slot: int, others: list[list[Gap]]) -> bool:
        """Return whether lines are the headings of posts: all different, and longer than as many names."""
        rows = [at for gap in others[slot] for at in range(*gap)]
        words = sum(max(len(self.lines[at].split()), self.letters[at] // _WORDS) for at in rows)
        if self._are_again(rows) or words < TWO * len(rows) or len(rows) > len(others[slot]):
            return False
        names = (gaps for n, gaps in enumerate(others) if n != slot and abs(len(gaps) - len(others[slot])) <= 1)
        return any(self._mean(gaps) < self._mean(others[slot]) for gaps in names)

    def _mean(self, gaps: list[Gap]) -> float:
        """Return the letters of a gap."""
        return sum(sum(self.letters[slice(*gap)]) for gap in gaps) / max(len(gaps), 1)

    @cached_property
    def _signed(self) -> list[int]:
        """The lines that are the name above a day, where no line of a frame is above it, only the post before."""
        found: list[int] = []
        for gaps, said in self.slots:
            last = [gap[1] - 1 for gap in gaps]
            short = [at for at in last if not self.is_said(at)]
            often = len(said) >= TWO and 4 * len(short) >= 3 * len(gaps) and self._are_again(short)
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
        first, last = self.runs()[0][0], self.runs()[-1][1]
        for at in self._buttons:
            found[at] |= first <= at < last
        names = frozenset(self._members)
        for _ in range(3):
            for at, line in enumerate(self.lines):
                beside = found[max(at - 1, 0)] or found[min(at + 1, len(found) - 1)]
                if beside and not found[at] and (line in names or thread_lines.is_about(line, names)):
                    found[at] = True
        return found
