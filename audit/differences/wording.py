"""Differences between two texts, by sentence for scripts written without spaces, by word for others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from audit.text.punctuation import FIRST_CJK

Unit = Literal["sentence", "word"]
Sign = Literal["=", "-", "+"]
# The end of a sentence with closing marks, or of a line.
_SENTENCES: Final = re.compile(r"[^。！？!?；;…\n]*(?:[。！？!?；;…]+[\"'”’」』）)\]》]*|\n|\Z)")
# A word with the space before it, so that a change of spacing is a change of its word.
_WORDS: Final = re.compile(r"\s*\S+|\s+")
_SAMPLE: Final = 2000
# Share of characters of unspaced scripts from which a text is cut into sentences.
_WITHOUT_SPACES: Final = 0.2
# Thai, Lao, Myanmar and Khmer stand below the rest.
_EARLIER: Final = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
# Korean is spaced.
_HANGUL: Final = (0xAC00, 0xD7A3)
# Edit distance beyond which common pieces are accidental and texts count as entirely different.
_MOST_EDITS: Final = 300
_CONTEXT: Final[dict[Unit, int]] = {"sentence": 1, "word": 6}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text that was kept, deleted or inserted."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The places where two texts differ, with context; `left_out` counts further places."""

    unit: Unit
    places: tuple[tuple[Fragment, ...], ...]
    left_out: int = 0


def wording(old: str, new: str, most: int) -> Wording:
    """Return the differences between `old` and `new`, in at most `most` places.

    Linear in the texts times a bounded number of edits; texts further apart differ in one place.
    """
    unit: Unit = "sentence" if _has_no_spaces(old[:_SAMPLE] + new[:_SAMPLE]) else "word"
    a, b = (_cut(text, unit) for text in (old, new))
    places = list(_places(_merged(_edits(a, b)), unit))
    return Wording(unit, tuple(places[:most]), max(0, len(places) - most))


def _has_no_spaces(text: str) -> bool:
    sample = [ord(char) for char in text if not char.isspace()]
    return sum(map(_is_unspaced, sample)) > _WITHOUT_SPACES * len(sample)


def _is_unspaced(code: int) -> bool:
    if code >= FIRST_CJK:
        return not _HANGUL[0] <= code <= _HANGUL[1]
    return any(first <= code <= last for first, last in _EARLIER)


def _cut(text: str, unit: Unit) -> list[str]:
    if unit == "sentence":
        return [piece for piece in _SENTENCES.findall(text) if piece]
    return _WORDS.findall(text)


def _edits(a: Sequence[str], b: Sequence[str]) -> Iterator[Fragment]:
    """Yield the pieces of both in order, without searching common prefixes and suffixes."""
    first = _alike(a, b)
    last = _alike(a[first:][::-1], b[first:][::-1])
    yield from (Fragment("=", piece) for piece in a[:first])
    yield from _searched(a[first : len(a) - last], b[first : len(b) - last])
    yield from (Fragment("=", piece) for piece in a[len(a) - last :])


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _searched(a: Sequence[str], b: Sequence[str]) -> list[Fragment]:
    """Return a shortest edit script from `a` to `b` (Myers 1986), or a full replacement if it is too long."""
    trail = _trail(a, b)
    if trail is None:
        return [*(Fragment("-", piece) for piece in a), *(Fragment("+", piece) for piece in b)]
    made, x, y = list[Fragment](), len(a), len(b)
    for step in range(len(trail) - 1, 0, -1):
        reached, k = trail[step - 1], x - y
        is_down = k == -step or (k != step and reached.get(k - 1, -1) < reached.get(k + 1, -1))
        from_k = k + 1 if is_down else k - 1
        from_x = reached[from_k]
        start = from_x if is_down else from_x + 1
        made += [Fragment("=", a[at]) for at in range(x - 1, start - 1, -1)]
        made.append(Fragment("+", b[from_x - from_k]) if is_down else Fragment("-", a[from_x]))
        x, y = from_x, from_x - from_k
    made += [Fragment("=", a[at]) for at in range(x - 1, -1, -1)]
    return made[::-1]


def _trail(a: Sequence[str], b: Sequence[str]) -> list[dict[int, int]] | None:
    """Return the furthest point on each diagonal after each number of edits; None beyond the limit."""
    trail, reached = list[dict[int, int]](), {1: 0}
    for step in range(min(_MOST_EDITS, len(a) + len(b)) + 1):
        now = dict[int, int]()
        for k in range(-step, step + 1, 2):
            is_down = k == -step or (k != step and reached.get(k - 1, -1) < reached.get(k + 1, -1))
            x = reached.get(k + 1, 0) if is_down else reached[k - 1] + 1
            y = x - k
            if x > len(a) or y > len(b) or y < 0:
                # Outside the edit graph: a dead end.
                now[k] = min(x, len(a) + 1)
                continue
            while x < len(a) and y < len(b) and a[x] == b[y]:
                x, y = x + 1, y + 1
            now[k] = x
            if x >= len(a) and y >= len(b):
                return [*trail, now]
        trail.append(now)
        reached = now
    return None


def _merged(pieces: Iterator[Fragment]) -> list[list[Fragment]]:
    """Return runs of pieces with one sign; within a change deletions come before insertions."""
    runs, change = list[list[Fragment]](), list[Fragment]()

    def settle() -> None:
        for sign in ("-", "+"):
            if some := [piece for piece in change if piece.sign == sign]:
                runs.append(some)
        change.clear()

    for piece in pieces:
        if piece.sign != "=":
            change.append(piece)
            continue
        settle()
        if runs and runs[-1][0].sign == "=":
            runs[-1].append(piece)
        else:
            runs.append([piece])
    settle()
    return runs


def _places(runs: list[list[Fragment]], unit: Unit) -> Iterator[tuple[Fragment, ...]]:
    """Yield each changed place with its context, merging places whose contexts touch."""
    context, place = _CONTEXT[unit], list[Fragment]()
    for number, run in enumerate(runs):
        texts = [piece.text for piece in run]
        if run[0].sign != "=":
            place.append(Fragment(run[0].sign, "".join(texts)))
        elif number == 0:
            place.append(Fragment("=", "".join(texts[-context:])))
        elif number == len(runs) - 1 or len(texts) > 2 * context:
            yield (*place, Fragment("=", "".join(texts[:context])))
            place = [Fragment("=", "".join(texts[-context:]))]
        else:
            place.append(Fragment("=", "".join(texts)))
    if any(piece.sign != "=" for piece in place):
        yield tuple(place)
