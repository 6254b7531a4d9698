"""Texts of which each match of a pattern contains one."""

from __future__ import annotations

import re
import re._constants as code  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, Final, TypeAlias

# A part of a parsed pattern: its kind, and what belongs to it.
_Part: TypeAlias = tuple[Any, Any]

# Most texts that are told, and most ways to spell a part of a pattern.
_MOST, _SPELLINGS = 400, 64
# Characters of a range that are told one by one, at most.
_RANGE: Final = 12
_REPEATS: Final = (code.MAX_REPEAT, code.MIN_REPEAT)


def literals(pattern: str) -> frozenset[str]:
    """Return texts of which each match of a pattern, as Python writes it, contains one; none if they are not plain.

    >>> sorted(literals("(?:cut|pruned) [0-9]+ trees")), sorted(literals("[a-z]+|ship"))
    ([' trees'], [])
    """
    parsed = parser.parse(pattern)
    return (None if parsed.state.flags & re.IGNORECASE else _needed(parsed)) or frozenset()


def _needed(parts: Iterable[_Part]) -> frozenset[str] | None:
    """Return the most telling texts of a sequence, one of which a match contains; None if there are none."""
    found, run = None, [""]
    for part in parts:
        spelled = _spellings([part])
        if spelled and len(run) * len(spelled) <= _SPELLINGS:
            run = [head + tail for head, tail in product(run, spelled)]
            continue
        inner = _needed_inside(part) if spelled is None else frozenset(spelled)
        found, run = _more_telling(_more_telling(found, frozenset(run)), inner), [""]
    return _more_telling(found, frozenset(run))


def _needed_inside(part: _Part) -> frozenset[str] | None:
    """Return the texts of a part that has more spellings than can be listed."""
    kind, given = part
    if kind is code.SUBPATTERN and not given[1] & re.IGNORECASE:
        return _needed(given[3])
    if kind in _REPEATS and given[0]:
        return _needed(given[2])
    if kind is code.BRANCH:
        each = [_needed(branch) for branch in given[1]]
        return frozenset[str]().union(*filter(None, each)) if all(each) else None
    return None


def _more_telling(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return which of two sets tells more: that with the longer shortest text, then that with fewer texts."""
    told = [some for some in (one, other) if some and "" not in some and len(some) <= _MOST]
    return max(told, key=lambda some: (min(map(len, some)), -len(some)), default=None)


def _spellings(parts: Iterable[_Part]) -> Sequence[str] | None:
    """Return all texts that match a sequence; None if they are many, or not plain to see."""
    run = [""]
    for part in parts:
        more = _spelled(part)
        if more is None or len(run) * len(more) > _MOST:
            return None
        run = [head + tail for head, tail in product(run, more)]
    return run


def _spelled(part: _Part) -> Sequence[str] | None:
    """Return all texts that match one part of a pattern."""
    kind, given = part
    found: Sequence[str] | None = None
    if kind is code.LITERAL:
        found = [chr(given)]
    elif kind is code.AT:
        found = [""]
    elif kind is code.IN:
        found = _of_class(given)
    elif kind is code.SUBPATTERN and not given[1] & re.IGNORECASE:
        found = _spellings(given[3])
    elif kind is code.BRANCH:
        each = [_spellings(branch) for branch in given[1]]
        found = None if None in each else [text for texts in each for text in texts or ()]
    elif kind in _REPEATS and given[:2] == (0, 1) and (once := _spellings(given[2])) is not None:
        found = ["", *once]
    return found


def _of_class(parts: Iterable[_Part]) -> Sequence[str] | None:
    """Return the characters of a class, if they are few."""
    found: list[str] = []
    for kind, given in parts:
        if kind is code.LITERAL:
            found.append(chr(given))
        elif kind is code.RANGE and given[1] - given[0] < _RANGE:
            found += map(chr, range(given[0], given[1] + 1))
        else:
            return None
    return found
