"""Mojibake repair of a document as read, as `audit run --repair` does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from audit.finding import Place
from audit.measure.encoding.mojibake.repair import Repair
from audit.read.codec.decoded import Decoded
from audit.read.texts.edited import Edit, Moved, edited
from audit.text.visible import visible

_FACT: Final = "repaired"
# Code points shown of a passage before and after repair.
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A document with its proven repairs applied, and a record of them.

    `surrogates` and `places` are offsets after the repair; the latter are those of the repairs with text before and
    after.
    """

    decoded: Decoded
    surrogates: tuple[int, ...]
    repairs: tuple[Repair, ...]
    places: tuple[Place, ...] = ()


def repair_text(decoded: Decoded, raw: bytes, surrogates: Sequence[int], proven: Sequence[Repair]) -> RepairedText:
    """Return the document with every proven repair applied, and all offsets moved accordingly."""
    found = tuple(repair for repair in proven if not _touches(repair, decoded))
    if not found:
        return RepairedText(decoded, tuple(surrogates), ())
    edits = [Edit(repair.start, repair.end, repair.text) for repair in found]
    moved = Moved.by(edits)
    places = (_place(decoded.text, repair, moved.to(repair.start)) for repair in found)
    return RepairedText(edited(decoded, raw, edits), tuple(moved.to(at) for at in surrogates), found, tuple(places))


def _place(text: str, repair: Repair, start: int) -> Place:
    """Return where a repair lies in the repaired text, and the text it replaced; both escaped and cut."""
    before, after = (visible(part, _SHOWN) for part in (text[repair.start : repair.end], repair.text))
    return Place(_FACT, start, start + len(repair.text), f"{_kind(repair)}; “{before}” became “{after}”")


def _kind(repair: Repair) -> str:
    return f"{repair.right} read as {repair.wrong}"


def describe_repairs(found: Sequence[Repair]) -> str | None:
    """Return the ledger's sentence about the repairs of a document."""
    if not found:
        return None
    kinds = sorted(set(map(_kind, found)))
    return f"repaired: {len(found)} passage{'' if len(found) == 1 else 's'} of {', '.join(kinds)}"


def _touches(repair: Repair, decoded: Decoded) -> bool:
    """Whether a repair meets a passage that was decoded with a codec of its own, or out of step."""
    spans = [(p.char, p.char_end) for p in decoded.passages] + [(lost.char, lost.char_end) for lost in decoded.lost]
    return any(repair.start < end and start < repair.end for start, end in spans)
