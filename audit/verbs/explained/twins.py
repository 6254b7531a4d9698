"""A document beside its copies, quotations and paraphrases: measures, and common passages with offsets in both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from audit.measure.paraphrase.aligned import Passage, aligned
from audit.measure.paraphrase.body_offsets import BodyOffsets
from audit.measure.paraphrase.words import Words, words
from audit.tables.evidence import PAIR_KINDS

# The shortest common run, in words, shown of a copy; paraphrases share shorter ones.
LEAST_RUN: Final = 4
# The nearest copies shown, and the length to which their passages are cut.
MOST_TWINS: Final = 5
MOST_PASSAGES: Final = 1000
TEXT_CHARS: Final = 200
# The shortest passage shown of a quotation or a contained text; shorter ones occur everywhere.
LEAST_QUOTED: Final = 10
_KINDS: Final = (*PAIR_KINDS, "suspect")
Rows = Callable[[str, str], Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class _Side:
    """A document's body, its word offsets, and the offset of the body in the decoded text."""

    body: str
    found: Words
    bearings: BodyOffsets

    def shown(self, span: tuple[int, int]) -> dict[str, Any]:
        """Return the offsets of a run of words in the decoded text, and its beginning; nulls for an empty run."""
        if span[0] == span[1]:
            return {"start": None, "end": None, "text": ""}
        start, end = int(self.found.starts[span[0]]), int(self.found.ends[span[1] - 1])
        at = self.bearings.span(start, end)
        return {"start": at[0], "end": at[1], "text": self.body[start:end][:TEXT_CHARS]}


def twins(id: str, found: Mapping[str, Any], rows: Rows) -> list[dict[str, Any]]:
    """Return the nearest twins of the document `id`, whose rows are `found`, with common passages.

    `rows` returns the rows of a table (documents, blocks) about a document. A release lacks the texts it set aside:
    `passages` is null then.
    """
    kept = next((row["duplicate_of"] for row in rows("ledger", id)), None)
    every_twin = [_copy(id, pair) for pair in found["duplicates"]] + [_suspect(id, pair) for pair in found["suspects"]]
    every_twin.sort(key=lambda twin: (_KINDS.index(twin["kind"]), -_likeness(twin), twin["id"]))
    mine = _side(found["document"], found["blocks"]) if every_twin else None
    return [twin | _fate(id, twin, kept, rows) | _passages(twin, mine, rows) for twin in every_twin[:MOST_TWINS]]


def _fate(id: str, twin: Mapping[str, Any], kept: str | None, rows: Rows) -> dict[str, Any]:
    """Return which of the two is kept instead of the other: `here`, `there`, or null if neither is set aside for it."""
    if twin["id"] == kept:
        return {"kept": "there"}
    is_ours = twin["release"] is None
    is_kept_instead = is_ours and any(row["duplicate_of"] == id for row in rows("ledger", twin["id"]))
    return {"kept": "here" if is_kept_instead else None}


def _likeness(twin: Mapping[str, Any]) -> float:
    return float(twin.get("jaccard", twin.get("score", 0.0)))


def _copy(id: str, pair: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the duplicates table as seen from `id`."""
    is_a = pair["a"] == id
    here, there = ("coverage_ab", "coverage_ba") if is_a else ("coverage_ba", "coverage_ab")
    lost, lost_there = ("lost_a", "lost_b") if is_a else ("lost_b", "lost_a")
    return {
        "id": pair["b"] if is_a else pair["a"], "kind": pair["kind"], "coverage": pair[here],
        "coverage_of_twin": pair[there], "jaccard": pair["jaccard"], "longest_run": pair["longest_run"],
        "lost": pair[lost], "lost_of_twin": pair[lost_there], "release": pair["release"],
    }  # fmt: skip


def _suspect(id: str, pair: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the suspects table as seen from `id`; `is_later` tells whether `id` is the suspected one."""
    is_later = pair["id"] == id
    here, there = ("coverage", "coverage_of") if is_later else ("coverage_of", "coverage")
    return {
        "id": pair["spun_of"] if is_later else pair["id"], "kind": "suspect", "is_later": is_later,
        "score": pair["score"], "coverage": pair[here], "coverage_of_twin": pair[there], "anchors": pair["anchors"],
        "release": None,
    }  # fmt: skip


def _side(document: Mapping[str, Any] | None, blocks: Sequence[Mapping[str, Any]]) -> _Side | None:
    if document is None:
        return None
    return _Side(document["body"], words([document["body"]]), BodyOffsets.of(blocks))


def _passages(twin: Mapping[str, Any], mine: _Side | None, rows: Rows) -> dict[str, Any]:
    theirs = None
    if mine is not None and twin["release"] is None:
        theirs = _side(next(iter(rows("documents", twin["id"])), None), rows("blocks", twin["id"]))
    if mine is None or theirs is None:
        return {"passages": None, "left_out": 0}
    wanted = [p for p in aligned(mine.found.hashes, theirs.found.hashes, LEAST_RUN) if _is_shown(p, twin["kind"])]
    shown = [
        {"kind": p.kind, "here": mine.shown(p.here), "there": theirs.shown(p.there)} for p in wanted[:MOST_PASSAGES]
    ]
    return {"passages": shown, "left_out": len(wanted) - len(shown)}


def _is_shown(passage: Passage, kind: str) -> bool:
    """Return whether a passage is evidence for a pair of this kind: of a quotation only the quoted passages are."""
    if kind in {"contained", "quoted"}:
        return passage.kind in {"same", "moved"} and passage.here[1] - passage.here[0] >= LEAST_QUOTED
    return True
