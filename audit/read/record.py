"""The output of readers: documents with their stated fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from audit.read.refusal import Refusal
from audit.read.stated import NOTHING_STATED, Stated
from audit.tables.extra import ExtraValue

if TYPE_CHECKING:
    from audit.read.codec.decoded import Decoded

# The base of a passage's byte offsets: the file, the text's own UTF-8, or none (text extracted from a page).
Addressed = Literal["file", "text", "nowhere"]
_ADDRESSED: Final[dict[str, Addressed]] = {"container": "text", "html": "nowhere", "extracted": "nowhere"}


@dataclass(frozen=True, slots=True)
class Marked:
    """Code points `start` to `end` of a text, whose block `kind` is given by the file's markup.

    Content kinds (audit.measure.blockwise) are content whatever they look like; title, byline, date and navigation are
    not. `is_set` marks preformatted text, whose indentation and empty lines belong to its blocks; its kind may be ''.
    """

    start: int
    end: int
    kind: str
    is_set: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A document found in a file.

    `raw` are its own bytes, starting at byte `start` of the file's content; None if its text was stored in another
    form: then `text` is given and its UTF-8 counts as bytes. `decoded` is given if the reader had to decode. `line` is
    the first line in the file, from 1; 0 if lines are meaningless. `source` is the origin of `text`
    (measures.encoding_source). `refusal` says why its bytes are no document. `is_whole`: all text is the document's
    own, without page furniture. `remark` is a sentence for the ledger. `extra` are the values of the extra columns, one
    per configured path; empty if the record is no object. `marked` are disjoint passages of `text` in order with kinds
    given by markup.
    """

    raw: bytes | None = None
    text: str | None = None
    decoded: Decoded | None = None
    start: int = 0
    line: int = 0
    stated: Stated = NOTHING_STATED
    source: str = "container"
    encoding: str = "utf-8"
    declared: str | None = None
    refusal: Refusal | None = None
    is_whole: bool = False
    remark: str | None = None
    extra: tuple[ExtraValue, ...] = ()
    marked: tuple[Marked, ...] = ()


def addressed(source: str) -> Addressed:
    """Return the base of byte offsets for documents read in this way (measures.encoding_source)."""
    return _ADDRESSED.get(source, "file")
