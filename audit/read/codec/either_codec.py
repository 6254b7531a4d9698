"""Which of two codecs wrote each line of a file that holds both: neighbours were mostly written by the same one.

Where text of two codecs is about equally long, none explains the whole, and the least bad one may be a third, which
wrote nothing. So two are looked for at once where the codec of the whole gives no ordinary text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, compress, pairwise
from typing import Final

from audit.read.codec.high_bytes import count_high, reads
from audit.read.codec.statistical.charmaps import is_latin
from audit.read.codec.statistical.legacy import HEALTHY_NATS, ORDINARY_NATS, Guess, gain, guess, line_nats

# Nats for a change of codec from one line to the next, as in robust.py, and what one line weighs at most.
_SEAM: Final = 3.0
_MOST: Final = 30.0
# Scoring a line takes 0.3 ms.
_MAX_LINES: Final = 1 << 10
_LONGEST: Final = 1 << 10

# Lines that show the two codecs, and the nats by which two must explain them better than one. A language without
# tables gains some in its second-best code page, but in lines here and there: so a change costs more here.
_SHOWN: Final = 24
_SEAM_SOUGHT: Final = 9.0
_MIN_LINES: Final = 4
_MIN_GAIN: Final = 40.0
# What Latin text with few letters beyond ASCII costs; German mostly 4.3 to 4.7 nats per non-ASCII bigram.
_ORDINARY_LATIN: Final = 4.8
# High bytes of a line that are valid UTF-8, and no word of a code page that happens to be.
_CERTAIN: Final = 6

Span = tuple[int, int]
Nats = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TwoCodecs:
    """What wrote most of a file, what wrote the rest, and the lines of the rest."""

    most: Guess
    rest: Guess
    lines: tuple[Span, ...]


def two_codecs(raw: bytes, found: Guess | None) -> TwoCodecs | None:
    """Return the two codecs whose lines are ordinary text, where all as `found` is none; None if there are not two."""
    spans = [] if found and _is_ordinary(found) else list(_lines(raw))
    shown = spans[:: 1 + len(spans) // _SHOWN]
    lines = [raw[start : min(end, start + _LONGEST)] for start, end in shown]
    if len(lines) < _MIN_LINES or any(map(_is_utf8, lines)):
        return None
    pair = _best_pair([line_nats(line) for line in lines])
    if pair is None:
        return None
    others = set(lines_of_other(raw, *pair))
    parts = [b"".join(raw[a:b] for a, b in spans if ((a, b) in others) is other) for other in (False, True)]
    guesses = [guess(part) for part in parts]
    if len(parts[1]) > len(parts[0]):
        guesses.reverse()
    most, rest = guesses
    if most is None or rest is None or most.codec == rest.codec or max(most.price, rest.price) > HEALTHY_NATS:
        return None
    return TwoCodecs(most, rest, tuple(lines_of_other(raw, most.codec, rest.codec)))


def _is_ordinary(found: Guess) -> bool:
    return found.price <= (_ORDINARY_LATIN if is_latin(found.codec) else ORDINARY_NATS)


def _is_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8, which is sought elsewhere: not by chance, as two letters of a code page may be."""
    return count_high(line) >= _CERTAIN and reads(line)


def _best_pair(lines: Sequence[Nats]) -> tuple[str, str] | None:
    """Return the two codecs that explain the lines best, if far better than the best single one."""
    every = sorted({codec for line in lines for codec in line})
    floors = [max(line.values(), default=0.0) - _MOST for line in lines]
    nats = {
        codec: [max(line.get(codec, floor), floor) for line, floor in zip(lines, floors, strict=True)]
        for codec in every
    }
    alone = max(map(sum, nats.values()), default=0.0)
    winners = sorted({max(line, key=line.__getitem__) for line in lines if line})
    gains = {pair: _gain_of_two(nats[pair[0]], nats[pair[1]]) - alone for pair in combinations(winners, 2)}
    best = max(gains, key=gains.__getitem__, default=None)
    return best if best and gains[best] > _MIN_GAIN else None


def _gain_of_two(one: Sequence[float], two: Sequence[float]) -> float:
    """Return the nats of lines, each in its likelier one of two codecs, with a price for each change."""
    states = _likeliest([b - a for a, b in zip(one, two, strict=True)])
    changes = sum(a != b for a, b in pairwise(states))
    return sum(compress(two, states)) + sum(compress(one, (not state for state in states))) - _SEAM_SOUGHT * changes


def lines_of_other(raw: bytes, codec: str, other: str) -> Iterator[Span]:
    """Yield the non-ASCII lines, with their ends, that `other` rather than `codec` wrote; of many lines the first."""
    lines = list(_lines(raw))[:_MAX_LINES]
    odds = [_odds(raw[start : min(end, start + _LONGEST)], other, codec) for start, end in lines]
    yield from (line for line, is_other in zip(lines, _likeliest(odds), strict=True) if is_other)


def _lines(raw: bytes) -> Iterator[Span]:
    start = 0
    for line in raw.split(b"\n"):
        end = min(len(raw), start + len(line) + 1)
        if not line.isascii():
            yield start, end
        start = end


def _odds(line: bytes, other: str, codec: str) -> float:
    return max(-_MOST, min(_MOST, gain(line, other, codec)))


def _likeliest(odds: Sequence[float]) -> list[bool]:
    """Return for each line whether it is of the other codec, in the likeliest division with a price for each change.

    >>> _likeliest([-9.0, -8.0, 2.0, -7.0, 9.0, -1.0, 8.0])
    [False, False, False, False, True, True, True]
    """
    best, came = [0.0, 0.0], list[tuple[bool, bool]]()
    for nats in odds:
        kept = [best[state] >= best[not state] - _SEAM for state in (False, True)]
        came.append((not kept[False], kept[True]))
        best = [max(best[state], best[not state] - _SEAM) + nats * state for state in (False, True)]
    state, found = best[True] > best[False], list[bool]()
    for before in reversed(came):
        found.append(state)
        state = before[state]
    return found[::-1]
