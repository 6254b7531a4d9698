"""Extraction of the document from a decoded file with a structure around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.read.codec.decoded import Decoded
from audit.read.reader import Opened, Records, document_in
from audit.read.record import Record
from audit.read.refusal import refusal
from audit.read.stated import NOTHING_STATED, Stated
from audit.read.texts.edited import Edit, edited


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points of a decoded file that belong to the document; `before` joins them to the previous piece.

    Of the first piece, the white space of `before` does not count.
    """

    start: int
    end: int
    before: str = "\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """The pieces of a document, in order, the fields stated beside it, and the ledger's sentence about the rest."""

    pieces: Sequence[Piece]
    stated: Stated = NOTHING_STATED
    is_whole: bool = False
    remark: str | None = None


def cut_out(raw: bytes, find: Callable[[str], Cut]) -> Record:
    """Return the document that `find` locates in a decoded file, with offsets mapped to the file's bytes."""

    def extract(decoded: Decoded) -> Record:
        found = find(decoded.text)
        made = edited(decoded, raw, list(_edits(found.pieces, len(decoded.text))))
        gone = None if made.text.strip() else refusal("blank", "nothing is left after removing the text around it")
        return Record(
            raw=raw, decoded=made, source="", stated=found.stated, is_whole=found.is_whole, refusal=gone,
            remark=found.remark,
        )  # fmt: skip

    return document_in(raw, "", extract)


def cutting(find: Callable[[str], Cut]) -> Callable[[Opened], Records]:
    """Return how a reader reads a file that holds the document that `find` locates."""

    def read(file: Opened) -> Records:
        yield cut_out(file.whole(), find)

    return read


def outside(spans: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    """Yield what is outside some spans, ordered and disjoint, between two positions, joined without a line end."""
    at = start
    for begins, ends in [*spans, (end, end)]:
        if begins > at:
            yield Piece(at, begins, "")
        at = ends


def _edits(pieces: Sequence[Piece], size: int) -> list[Edit]:
    """Return the edits that keep only these pieces."""
    made, at = [], 0
    for number, piece in enumerate(pieces):
        joint = piece.before if number else piece.before.lstrip()
        if piece.start > at or joint:
            made.append(Edit(at, piece.start, joint))
        at = piece.end
    return [*made, Edit(at, size, "")] if at < size else made
