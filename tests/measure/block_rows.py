"""Documents and blocks written by hand, so that a measure is tested without a parser."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from audit.measure.measure import ParsedBatch, ReadDocument
from audit.policy import Policy
from audit.read.codec.decoded import Decoded
from audit.tables import BLOCKS, DOCUMENTS, TEXTS

Row = tuple[str, str]


def tables(*documents: list[Row], **fields: object) -> tuple[pa.Table, pa.Table, pa.Table]:
    """Return texts, documents and blocks of lists of (kind, text); `!` before a kind flags boilerplate."""
    texts, rows, blocks = [], [], []
    for number, parts in enumerate(documents):
        texts.append(_text(f"{number}.txt", "\n".join(text for _, text in parts)))
        found = list(_blocks(f"{number}.txt", parts))
        blocks += found
        body = "\n".join(
            b["text"]
            for b in found
            if not b["boilerplate"] and b["kind"] in ("paragraph", "heading", "list_item", "quote")
        )
        rows.append(_document(texts[-1], body, fields))
    made = ((texts, TEXTS), (rows, DOCUMENTS), (blocks, BLOCKS))
    return tuple(pa.Table.from_pylist(r, schema=t.arrow) for r, t in made)


def batch(*documents: list[Row], policy: Policy | None = None, **fields: object) -> ParsedBatch:
    """Return the same documents as measures see them: read without trouble, as UTF-8."""
    texts, rows, blocks = tables(*documents, **fields)
    read = [ReadDocument(t.encode(), len(t.encode()), Decoded(t, "utf-8", "utf-8")) for t in texts["text"].to_pylist()]
    return ParsedBatch(texts, rows.drop_columns("language"), blocks, read, policy or Policy())


def _text(id: str, text: str) -> dict:
    return {"id": id, "text": text, "encoding": "utf-8", "sha256": ""}


def _document(text: dict, body: str, fields: dict) -> dict:
    known = {
        "title": None,
        "source": None,
        "date": None,
        "author": None,
        "source_original": None,
        "published_at": None,
        "language": "und",
    }
    return {**text, **known, "body": body, "boilerplate": not body, **fields}


def _blocks(id: str, parts: list[Row]) -> list[dict]:
    at = 0
    for number, (kind, text) in enumerate(parts):
        flagged = kind.startswith("!")
        yield {"id": id, "block": number, "start": at, "end": at + len(text), "text": text, "kind": kind.lstrip("!"),
               "boilerplate": flagged, "score": float(flagged), "reason": "test"}  # fmt: skip
        at += len(text) + 1


DAY = date(2021, 3, 9)
