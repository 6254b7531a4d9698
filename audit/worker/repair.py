"""Put mojibake right on the way into the belt: what `audit run --repair` does to a document as it was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from audit.measure.encoding.mojibake.repair import Repair, applied, repairs
from audit.read.codec.decode import BadBytes, Decoded, Passage, byte_offsets


@dataclass(frozen=True, slots=True)
class Mended:
    """A document with its proven repairs made, and what they were; `surrogates` are where they stand now."""

    decoded: Decoded
    surrogates: tuple[int, ...]
    repairs: tuple[Repair, ...]


def mended(decoded: Decoded, raw: bytes, surrogates: Sequence[int]) -> Mended:
    """Return the document with every proven repair in its text, and all places moved with it."""
    found = tuple(r for r in repairs(decoded.text) if not _touches(r, decoded))
    if not found:
        return Mended(decoded, tuple(surrogates), ())
    moved = _Moved.by(found)
    made = replace(
        decoded,
        text=applied(decoded.text, found),
        errors=tuple(_bad(bad, moved) for bad in decoded.errors),
        euros=tuple(_bad(bad, moved) for bad in decoded.euros),
        passages=tuple(replace(p, char=moved.to(p.char), char_end=moved.to(p.char_end)) for p in decoded.passages),
        superseded=tuple(moved.to(at) for at in decoded.superseded),
        mended=tuple(_passages(decoded, raw, found, moved)),
    )
    return Mended(made, tuple(moved.to(at) for at in surrogates), found)


def said(found: Sequence[Repair]) -> str | None:
    """Return the sentence of the ledger about the repairs of a document."""
    if not found:
        return None
    kinds = sorted({f"{repair.right} read as {repair.wrong}" for repair in found})
    return f"repaired: {len(found)} passage{'' if len(found) == 1 else 's'} of {', '.join(kinds)}"


def _touches(repair: Repair, decoded: Decoded) -> bool:
    """Whether a repair meets a passage that has its own codec already."""
    return any(repair.start < p.char_end and p.char < repair.end for p in decoded.passages)


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where code points are after the repairs: `shifts[n]` is added to all from the n-th repair's end on."""

    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    @staticmethod
    def by(found: Sequence[Repair]) -> _Moved:
        shifts = accumulate(len(r.text) - (r.end - r.start) for r in found)
        return _Moved(tuple(r.end for r in found), (0, *shifts))

    def to(self, at: int) -> int:
        return at + self.shifts[bisect_right(self.ends, at)]


def _bad(bad: BadBytes, moved: _Moved) -> BadBytes:
    astray = None if bad.astray is None else moved.to(bad.astray)
    return replace(bad, char=moved.to(bad.char), astray=astray)


def _passages(decoded: Decoded, raw: bytes, found: Sequence[Repair], moved: _Moved) -> Iterable[Passage]:
    at = byte_offsets(decoded, raw, [edge for r in found for edge in (r.start, r.end)])
    for number, repair in enumerate(found):
        char = repair.start + moved.shifts[number]
        yield Passage(at[2 * number], at[2 * number + 1], char, char + len(repair.text), None)
