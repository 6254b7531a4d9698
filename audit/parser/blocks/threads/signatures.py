"""Posts that are signed above: a name, perhaps a second one or a rank, the day, and what was said, below it a count.

Boards that a browser renders show so little around a post: a picture instead of each button. Lists of articles have
names and days, too, but headlines; logs of a chat have no counts; testimonials are by different people.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from audit.parser.blocks.threads.lines import COUNT, DAY, MARK, beside_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Posts and members, at least; lines of a signature, its characters, and words of a name.
_POSTS, _TWO, _LINES, _NAME, _WORDS = 3, 2, 4, 40, 3
# Letters of the first line of a post without full stop, at least.
_LONG: Final = 40
_SINCE: Final = re.compile(r"\d{1,2} ?(?:min|mo|yrs?|[hdwmy])")
# Beside a day: 12 March, edited; on 12 March.
_BESIDE: Final = frozenset(("on", "edited", "am", "le", "el"))
_DASHES: Final = "–—- "
_ENDED: Final = tuple("。.!?！？…:：)）")


def signatures(lines: Sequence[str], keys: Sequence[str], is_said: Callable[[int], bool]) -> list[str]:
    """Return the keys of the lines that sign the posts of a page above these, and none of others; [] without such."""
    found = [*_candidates(lines, keys, is_said)]
    ends = [first for first, _ in found[1:]] + [len(lines)]
    posts = [at for at, end in zip(found, ends[: len(found)], strict=True) if _is_post(lines[at[1] : end])]
    inside = [at for at in found if posts and posts[0] <= at <= posts[-1]]
    names = Counter(lines[at] for one in found for at in {*range(*one)} if not keys[at] and not lines[at].isdigit())
    members = {lines[at] for post in posts for at in range(*post)} & names.keys()
    rated = sum(any(keys[at] in {COUNT, MARK} or lines[at].isdigit() for at in range(*post)) for post in posts)
    told = len(posts) >= _POSTS and 2 * rated >= len(posts) and 4 * len(posts) >= 3 * len(inside)
    if not told or len(members) < _TWO or max(names[name] for name in members) < _TWO:
        return []
    inside += [at for at in found if at > posts[-1] and members & {*lines[slice(*at)]}]
    marked = {at for one in inside for at in range(*one)}
    return [(found if found == DAY else MARK) if n in marked else "" for n, found in enumerate(keys)]


def signed_twice(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines with a name that the next line repeats behind a dash, as sites of questions sign comments."""
    for at, (above, line) in enumerate(pairwise(lines)):
        if line[:1] in _DASHES and line.lstrip(_DASHES) == above:
            yield at


def _is_post(lines: Sequence[str]) -> bool:
    """Return whether lines begin with a sentence or many words, unlike those below a headline's day."""
    return bool(lines) and (lines[0].endswith(_ENDED) or sum(map(str.isalpha, lines[0])) >= _LONG)


def _candidates(lines: Sequence[str], keys: Sequence[str], is_said: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Yield the stretches from a name, or the count above it, to the day below it and the rank of a member."""
    end = 0
    for day, line in enumerate(lines):
        if not (keys[day] == DAY and set(beside_day(line)) <= _BESIDE) and not _SINCE.fullmatch(line):
            continue
        first = day
        while first > max(end, day - _LINES) and _is_of_signature(first - 1, lines, keys, is_said):
            first -= 1
        counted = [lines[at].isdigit() or keys[at] == COUNT for at in range(first, day)]
        if all(counted) or any(above and below for above, below in pairwise(counted)):
            continue
        end = day + 1
        while end < len(lines) and keys[end] == MARK:
            end += 1
        yield first, end


def _is_of_signature(at: int, lines: Sequence[str], keys: Sequence[str], is_said: Callable[[int], bool]) -> bool:
    """Return whether a line is a name, a rank or a count."""
    line = lines[at]
    if keys[at] in {COUNT, MARK} or line.isdigit():
        return True
    return not keys[at] and not is_said(at) and len(line) <= _NAME and len(line.split()) <= _WORDS
