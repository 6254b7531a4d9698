"""Places of paraphrased passages, added to those recorded by the workers."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.corpus.corpus import Corpus
from audit.corpus.inputs import path_of
from audit.corpus.paraphrase.paraphrases import Paraphrases
from audit.finding import MAX_PLACES, Place
from audit.measure.duplication.records.parts import Bodies
from audit.measure.paraphrase.body_offsets import BodyOffsets
from audit.measure.paraphrase.evidence import common_places
from audit.measure.paraphrase.gaps import rebuilt
from audit.read.record import addressed
from audit.text.ids import container_of
from audit.text.visible import visible
from audit.worker.lines import TextLines
from audit.worker.parts.places import Placed, add_places, placed

FACT: Final = "spun_score"
EVIDENCE: Final = 80
_MARKS: Final = {
    "utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
}  # fmt: skip


def add_paraphrase_places(corpus: Corpus, measures: pa.Table, paraphrases: Paraphrases) -> None:
    """Add the places of all suspects to the part files."""
    suspects = np.flatnonzero(paraphrases.after >= 0)
    bodies = Bodies(corpus.files("documents"))
    for nth in np.unique(np.searchsorted(corpus.edges, suspects, side="right") - 1).tolist():
        first, end = (int(edge) for edge in corpus.edges[nth : nth + 2])
        rows = suspects[(suspects >= first) & (suspects < end)]
        others = bodies(paraphrases.after[rows].tolist())
        part = _Part(corpus, nth, measures.slice(first, end - first))
        found = [
            place for row in rows.tolist() for place in part.places(row - first, others[int(paraphrases.after[row])])
        ]
        add_places(path_of(corpus.folder, corpus.with_documents[nth], "places"), found)


class _Part:
    """The documents of one part, as far as places need them."""

    def __init__(self, corpus: Corpus, nth: int, facts: pa.Table) -> None:
        self._facts = facts
        self._documents = corpus.part(nth, "documents", ["id", "body", "encoding", "sha256"])
        self._blocks = corpus.part(nth, "blocks", ["id", "start", "text", "kind", "boilerplate"])
        gaps = corpus.part(nth, "gaps")
        self._gaps, self._starts = gaps["gaps"], gaps["start"]

    def places(self, row: int, other: str) -> Iterator[Placed]:
        """Yield the places of passages shared with `other`; none if the document's bytes cannot be reproduced."""
        document = self._documents.slice(row, 1).to_pylist()[0]
        blocks = self._blocks.filter(pc.equal(self._blocks["id"], document["id"])).to_pylist()
        text = rebuilt(self._gaps[row].as_py(), blocks)
        source = self._facts["encoding_source"][row].as_py()
        lead = _lead(text, document, source)
        if lead is None:
            return
        stands = addressed(source)
        offsets, codec = BodyOffsets.of(blocks), "utf-8" if stands == "text" else document["encoding"]
        lead += self._starts[row].as_py()
        # Of a text that its file's bytes are made of, its lines are the file's.
        lines = TextLines(text) if stands == "file" and container_of(document["id"]) is None else None
        name = visible(self._facts["spun_of"][row].as_py(), EVIDENCE)
        for span in common_places(document["body"], other, MAX_PLACES):
            start, end = offsets.span(*span)
            first, last = (lead + len(_octets(text[:point], codec)) for point in (start, end))
            place = Place(FACT, start, end, f"{visible(text[start:end], EVIDENCE)}, as in {name}")
            at = None if stands == "nowhere" else (first, last)
            yield placed(row, place, at, text, lines.span(start, end) if lines else None)


def _lead(text: str, document: dict[str, Any], source: str) -> int | None:
    """Return the number of bytes before the text; None if encoding it does not reproduce the document's bytes."""
    if addressed(source) != "file":
        return 0
    octets = _octets(text, document["encoding"])
    marks = (b"", _MARKS.get(document["encoding"], b""))
    return next((len(mark) for mark in marks if sha256(mark + octets).hexdigest() == document["sha256"]), None)


def _octets(text: str, codec: str) -> bytes:
    return text.encode(codec, "replace")
