"""The document viewer: the complete text and all decisions about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from audit.site.facts import AuditFacts, short
from audit.site.names import document_page
from audit.site.pages.lists import cut
from audit.site.pages.marked import MOST_MARKS, grave, marks_of, pieces
from audit.site.readable import tag
from audit.site.render import rendered, whole_page
from audit.tables.evidence import PAIR_KINDS

# Bytes of texts in memory at once.
_TEXTS: Final = 32 << 20
_MOST_AT_ONCE: Final = 200
# Documents whose twins are aligned, which takes longer than everything else.
_MOST_ALIGNED: Final = 300
_FIELDS: Final = ("title", "author", "source", "source_original", "date", "published_at", "url", "record_id")
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "author": ("byline",),
    "source": ("site_name",),
    "date": ("date",),
    "published_at": ("date",),
}
# Passages shown of a twin.
_PASSAGES: Final = 60
# Bytes of a finding shown in hexadecimal.
_LONGEST_HEX: Final = 64
# Bytes of text and of findings per page.
_ROOM_OF_TEXT: Final = 250_000
_ROOM_OF_FINDINGS: Final = 300_000
_MOST_FINDINGS: Final = 500
_ROOM_OF_TWIN: Final = 40_000
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {"findings": ("code", "severity"), "blocks": ("kind",)}
Twins = Callable[[str, Mapping[str, Any], Callable[[str, str], Sequence[Mapping[str, Any]]]], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class _Linked:
    """The link targets with a page: rules, with names, and documents."""

    names: Mapping[str, str]
    documents: frozenset[str]


def document_pages(facts: AuditFacts, chosen: Sequence[str], twins: Twins) -> Iterator[tuple[str, str]]:
    """Yield path and text of the pages of the chosen documents, in order."""
    names = {judged.rule.code: judged.rule.name for judged in facts.report.rules}
    has_page = frozenset(chosen)
    aligned = 0
    for ids in _batches(facts, chosen):
        rows = _rows(facts, ids)
        inputs = {row["id"]: row for row in facts.inputs.filter(pl.col("id").is_in(_series(ids))).iter_rows(named=True)}
        for id in ids:
            own = {
                "document": next(iter(rows("documents", id)), None), "blocks": rows("blocks", id),
                "duplicates": [pair for pair in rows("duplicates", id) if pair["kind"] in PAIR_KINDS],
                "suspects": rows("suspects", id),
                "codec": next((row.get("encoding") for row in rows("measures", id)), None),
            }  # fmt: skip
            aligned_twins: list[dict[str, Any]] = []
            if (own["duplicates"] or own["suspects"]) and aligned < _MOST_ALIGNED:
                aligned_twins = twins(id, own, facts.stored.rows)
                aligned += 1
            yield from _pages(inputs[id], own, rows("findings", id), aligned_twins, _Linked(names, has_page))


def _series(ids: Sequence[str]) -> Any:  # noqa: ANN401 an expression of polars
    return pl.Series(ids, dtype=pl.String).implode()


def _batches(facts: AuditFacts, chosen: Sequence[str]) -> Iterator[list[str]]:
    sizes = dict(facts.inputs.select("id", pl.col("chars").fill_null(0)).rows())
    batch: list[str] = []
    size = 0
    for id in chosen:
        if batch and (size + sizes[id] > _TEXTS or len(batch) == _MOST_AT_ONCE):
            yield batch
            batch, size = [], 0
        batch.append(id)
        size += sizes[id]
    if batch:
        yield batch


def _rows(facts: AuditFacts, ids: Sequence[str]) -> Callable[[str, str], list[dict[str, Any]]]:
    """Return a function giving the rows of a table about one of these documents."""
    stored = facts.stored
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for name, sides in (
        ("documents", ("id",)), ("blocks", ("id",)), ("findings", ("id",)), ("measures", ("id",)),
        ("duplicates", ("a", "b")), ("suspects", ("id", "spun_of")),
    ):  # fmt: skip
        by_id: dict[str, list[dict[str, Any]]] = {}
        words = _WORDS.get(name, ())
        if files := stored.files(name):
            about = pl.any_horizontal(pl.col(side).is_in(_series(ids)) for side in sides)
            frame = pl.scan_parquet(files, glob=False).filter(about).with_columns(map(short, words)).collect()
            for row in frame.iter_rows(named=True):
                for side in dict.fromkeys(row[side] for side in sides):
                    by_id.setdefault(side, []).append(row)
        found[name] = by_id

    def rows(name: str, id: str) -> list[dict[str, Any]]:
        return found[name].get(id, [])

    return rows


def _pages(
    row: Mapping[str, Any],
    own: Mapping[str, Any],
    findings: Sequence[Mapping[str, Any]],
    twins: Sequence[Mapping[str, Any]],
    linked: _Linked,
) -> Iterator[tuple[str, str]]:
    """Yield the pages of one document: its text and its findings in parts, its twins on the first page."""
    id, blocks = row["id"], own["blocks"]
    document = own["document"] or {**dict.fromkeys(_FIELDS), "encoding": own["codec"]}
    listed = sorted(findings, key=lambda f: (grave(f["severity"]), f["code"], f["start"] or 0))[:MOST_MARKS]
    found = [
        {**f, "number": n, "name": linked.names.get(f["code"], ""), "hex": _hex(f, blocks, document)}
        for n, f in enumerate(listed, 1)
    ]
    fields = _fields(document, blocks)
    cut_up = list(pieces(blocks, marks_of(found)))
    parts = list(cut(_texts(cut_up, fields), _ROOM_OF_TEXT))
    opened = _opened(cut_up, [len(part) for part in parts], id)
    entries = (rendered("finding.html", {"finding": f, "href": opened.get(f["number"])}) for f in found)
    lists = list(cut(entries, _ROOM_OF_FINDINGS, _MOST_FINDINGS))
    pages = [document_page(id, n) for n in range(max(len(parts), len(lists)))]
    common = {
        "row": row, "document": document, "fields": fields, "lang": tag(row["language"]), "names": linked.names,
        "has_page": linked.documents, "count": len(findings), "shown": len(found), "pages": pages,
        "is_kept": bool(blocks), "page_of": document_page,
    }  # fmt: skip
    for nth, page in enumerate(pages):
        own = {
            "nth": nth,
            "pieces": parts[nth] if nth < len(parts) else [],
            "findings": lists[nth] if nth < len(lists) else [],
            "twins": [] if nth else [_with_passage_rows(twin) for twin in twins],
        }
        yield page, whole_page("document.html", page, {**common, **own})


def _texts(pieces: Sequence[Mapping[str, Any]], fields: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the pieces of a text as HTML, with the names of the fields that their blocks state."""
    stated: dict[object, list[str]] = {}
    for field in fields:
        stated.setdefault(field["block"], []).append(field["name"])
    for piece in pieces:
        yield rendered("piece.html", {"piece": piece, "at": stated.get(piece["block"], [])})


def _with_passage_rows(twin: Mapping[str, Any]) -> dict[str, Any]:
    """Return a twin with its passages as rows, up to a limit."""
    if twin["passages"] is None:
        return {**twin, "rows": [], "more": 0}
    rows = next(cut((rendered("passage.html", passage) for passage in twin["passages"]), _ROOM_OF_TWIN, _PASSAGES))
    return {**twin, "rows": rows, "more": len(twin["passages"]) - len(rows) + twin["left_out"]}


def _opened(pieces: Sequence[Mapping[str, Any]], sizes: Sequence[int], id: str) -> dict[int, str]:
    """Return for each finding's number the page and anchor where it begins."""
    numbers = [[mark.number for part in piece["parts"] for mark in part["opens"]] for piece in pieces]
    found: dict[int, str] = {}
    first = 0
    for nth, size in enumerate(sizes):
        page = document_page(id, nth).rpartition("/")[2]
        found |= {number: f"{page}#m{number}" for piece in numbers[first : first + size] for number in piece}
        first += size
    return found


def _fields(document: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the fields stated by the document, each with the number of the block that contains it, or None."""
    facts = []
    for name in _FIELDS:
        value = document.get(name)
        if value is not None:
            facts.append(
                {"name": name.replace("_", " "), "value": str(value), "block": _block(name, str(value), blocks)}
            )
    return facts


def _block(name: str, value: str, blocks: Sequence[Mapping[str, Any]]) -> int | None:
    kinds = _KINDS.get(name, ())
    own = [block for block in blocks if block["kind"] in kinds]
    holding = next((b["block"] for b in (*own, *blocks) if value and value in b["text"]), None)
    return holding if holding is not None or not own else int(own[0]["block"])


def _hex(finding: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]], document: Mapping[str, Any]) -> str:
    """Return the raw bytes of a finding in hexadecimal; empty if unknown.

    They are known if encoding the passage gives as many bytes as the finding states.
    """
    start, end, low, high = (finding[name] for name in ("start", "end", "byte_start", "byte_end"))
    if None in {start, end, low, high} or not 0 < high - low <= _LONGEST_HEX or not 0 <= end - start <= _LONGEST_HEX:
        return ""
    for block in blocks:
        if block["start"] <= start and end <= block["end"]:
            passage = block["text"][start - block["start"] : end - block["start"]]
            try:
                raw = passage.encode(document.get("encoding") or "utf-8")
            except (LookupError, UnicodeError, ValueError):
                return ""
            return raw.hex(" ") if len(raw) == high - low else ""
    return ""
