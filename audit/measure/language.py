"""Facts about the language of a text: which, how surely, in what script, and what is in another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.finding import MAX_PLACES, Place
from audit.measure.foreign import Foreign, foreign
from audit.measure.measured import Measured
from audit.measure.pieces import Offsets, Pieces, lines, pieces
from audit.measure.tongue import NO_LANGUAGE, UNDETERMINED, Verdict, variant, verdict
from audit.text.classes import Counts, Points, codepoints
from audit.text.scripts import SCRIPT, SCRIPTS

SEVERAL: Final = "mul"
# A document speaks one language when that holds so much of it (the contract).
_MAIN_SHARE: Final = 0.7
# A mixed piece belongs to each of its languages.
_GOOD_PART: Final = 0.2
# More text makes no language surer.
_JUDGED_CHARS: Final = 200_000
_CONTENT_KINDS: Final = ("paragraph", "heading", "list_item", "quote")
_JAPANESE: Final = [SCRIPT["Hani"], SCRIPT["Hira"], SCRIPT["Kana"]]
_NEWLINE: Final = np.array([ord("\n")], dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class _Facts:
    verdict: Verdict
    script: str
    script_share: float
    letters: int
    foreign: tuple[Foreign, ...]
    foreign_share: float
    variant_mix: float


def language(texts: pa.Table, documents: pa.Table, blocks: pa.Table, expected: tuple[str, ...] = ()) -> Measured:
    """Return the language facts of each document: of its content blocks, or of the whole text where the body is empty.

    `texts` and `documents` have the same rows in the same order; `blocks` holds their blocks. `expected` are the
    BCP 47 tags that the policy names: `zh` covers `zh-Hans`; none means that any is expected.
    """
    spans = _content_spans(blocks)
    rows = [
        _facts(text.as_py(), spans.get(id.as_py()) if body.as_py() else None)
        for id, text, body in zip(texts["id"], texts["text"], documents["body"], strict=True)
    ]
    return Measured(_columns(rows, expected), [_places(facts) for facts in rows])


def is_expected(tag: str, expected: tuple[str, ...]) -> bool:
    """Return whether no language is asked for, or one that is covers `tag`.

    >>> is_expected("zh-Hans", ("zh", "en")), is_expected("zh", ("zh-Hans",))
    (True, False)
    """
    return not expected or any(f"{tag}-".lower().startswith(f"{wanted}-".lower()) for wanted in expected)


def _content_spans(blocks: pa.Table) -> dict[str, tuple[Offsets, Offsets]]:
    """Return the starts and ends of each document's content blocks, in order."""
    frame = pl.DataFrame(pl.from_arrow(blocks.select(["id", "start", "end", "kind", "boilerplate"])))
    content = frame.filter(~pl.col("boilerplate") & pl.col("kind").is_in(_CONTENT_KINDS)).sort("id", "start")
    grouped = content.group_by("id", maintain_order=True).agg("start", "end")
    return {id: (np.array(start), np.array(end)) for id, start, end in grouped.iter_rows()}


def _facts(text: str, blocks: tuple[Offsets, Offsets] | None) -> _Facts:
    points = codepoints(text)
    found = pieces(points, *(blocks or lines(points)))
    what, sure = _winner(found)
    main = _of_family(points, found, what)
    said = verdict(main, what, sure) if what else Verdict(NO_LANGUAGE if text.strip() else UNDETERMINED, 1.0)
    others = foreign(text, points, found, said.tag) if blocks else ()
    foreign_share = sum(other.block.letters for other in others) / max(1, int(found.letters.sum()))
    said = _several(said, others, found)
    return _Facts(said, *_script(found.counts.sum(axis=0), said.tag), others, foreign_share, _mix(main))


def _winner(found: Pieces) -> tuple[str, float]:
    """Return the family with most of the letters' worth, and how surely it is the one; nothing without letters.

    Chinese that is half Latin names is still surely Chinese: what counts against it is the square of the others' share.
    """
    won = found.votes()
    what, most = next(iter(won.items()), ("", 0.0))
    others = 1.0 - most / max(1.0, sum(won.values()))
    return what, 1.0 - others * others


def _of_family(points: Points, found: Pieces, what: str) -> Points:
    """Return pieces that hold a good part of one family, joined by line ends: what the language is judged on."""
    parts: list[Points] = []
    size = 0
    for row in np.flatnonzero(found.of(what) >= _GOOD_PART * found.worths.sum(axis=1)).tolist():
        start, end = int(found.starts[row]), int(found.ends[row])
        parts += [points[start : min(end, start + _JUDGED_CHARS)], _NEWLINE]
        size += end - start
        if size >= _JUDGED_CHARS:
            break
    return np.concatenate(parts) if parts else points[:_JUDGED_CHARS]


def _several(said: Verdict, others: tuple[Foreign, ...], found: Pieces) -> Verdict:
    """Return `mul` when blocks of other languages hold so much of the letters, and of their worth, that none is main.

    Traditional and simplified Chinese are one language in two scripts.
    """
    strangers = [other.block for other in others if _primary(other.tag) != _primary(said.tag)]
    letters = sum(block.letters for block in strangers) / max(1, int(found.letters.sum()))
    worth = sum(block.worth for block in strangers) / max(1.0, float(found.worths.sum()))
    return Verdict(SEVERAL, 1.0) if min(letters, worth) > 1 - _MAIN_SHARE else said


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _script(counts: Counts, tag: str) -> tuple[str, float, int]:
    """Return the script of most letters (Jpan for Japanese, which has three), its share, and the number of letters."""
    letters = int(counts[1:].sum())
    if not letters:
        return SCRIPTS[0], 0.0, 0
    if tag == "ja":
        return "Jpan", float(counts[_JAPANESE].sum() / letters), letters
    best = 1 + int(counts[1:].argmax())
    return SCRIPTS[best], float(counts[best] / letters), letters


def _mix(points: Points) -> float:
    hans, hant = variant(points)
    return min(hans, hant) / (hans + hant) if hans + hant else 0.0


def _places(facts: _Facts) -> tuple[Place, ...]:
    return tuple(
        Place("foreign_blocks", other.block.start, other.block.end, f"{other.tag} in {facts.verdict.tag}")
        for other in facts.foreign[:MAX_PLACES]
    )


def _columns(rows: list[_Facts], expected: tuple[str, ...]) -> pa.Table:
    def column(kind: pa.DataType, values: Iterator[object]) -> pa.Array:
        return pa.array(list(values), kind)

    return pa.table(
        {
            "language": column(pa.string(), (row.verdict.tag for row in rows)),
            "language_confidence": column(pa.float32(), (row.verdict.confidence for row in rows)),
            "language_expected": column(pa.bool_(), (is_expected(row.verdict.tag, expected) for row in rows)),
            "script": column(pa.string(), (row.script for row in rows)),
            "script_share": column(pa.float32(), (row.script_share for row in rows)),
            "letters": column(pa.int32(), (row.letters for row in rows)),
            "foreign_blocks": column(pa.int32(), (len(row.foreign) for row in rows)),
            "foreign_share": column(pa.float32(), (row.foreign_share for row in rows)),
            "variant_mix": column(pa.float32(), (row.variant_mix for row in rows)),
        }
    )
