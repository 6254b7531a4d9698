"""What readers give: documents as they stand in a file, with what they say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from audit.read.refusal import Refusal
from audit.read.stated import NOTHING_STATED, Stated
from audit.tables.extra import ExtraValue

if TYPE_CHECKING:
    from audit.read.codec.decode import Decoded

# Where the bytes of a passage are: in the file, in the text's own UTF-8, or nowhere (text made from a page).
Addressed = Literal["file", "text", "nowhere"]
_ADDRESSED: Final[dict[str, Addressed]] = {"container": "text", "html": "nowhere", "extracted": "nowhere"}


@dataclass(frozen=True, slots=True)
class Marked:
    """Code points `start` to `end` of a text, of which the file's own markup says what `kind` of block they are.

    A kind of content (audit.measure.blockwise) is content whatever it looks like; title, byline, date and navigation
    are none.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Record:
    """A document found in a file.

    `raw` are its own bytes, which begin at byte `start` of what the file holds; None where its text was stored in
    another form, and then `text` is given and the bytes are its UTF-8. `decoded` is given where the reader had to
    decode: what of it is the document. `line` is that of the file at which it begins, from 1; 0 where lines say nothing
    of it. `source` says where `text` comes from, as measures.encoding_source does.
    `refusal` says why its bytes, which are known, are no document. `is_whole` tells that all of the text is the
    document's own, so that nothing in it is furniture of a page. `remark` is a sentence for the ledger. `extra` are the
    values that are to ride along, one for each path in the settings; none where the record is no object. `marked` is
    what markup says of passages of `text`, in order and apart from one another.
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
    """Return where the bytes of a document are that was read in this way (measures.encoding_source)."""
    return _ADDRESSED.get(source, "file")
