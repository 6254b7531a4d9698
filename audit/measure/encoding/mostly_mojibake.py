"""Documents that are mostly mojibake, whose language is undetermined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from audit.finding import Place
from audit.measure.encoding.mojibake.oddities import may_be_odd
from audit.measure.encoding.mojibake.passages import damaged, suspicious
from audit.measure.encoding.mojibake.redecode import MAX_JUDGED
from audit.measure.encoding.rarity import RARE
from audit.measure.encoding.scan import SUSPICIOUS, Scan, scan_of
from audit.measure.encoding.scanned import ScannedText
from audit.measure.language.columns import is_expected
from audit.measure.language.identify import UNDETERMINED
from audit.measure.measure import Measured, ParsedBatch
from audit.text.classes import members

_CONFIDENCE: Final = 0.5
# Minimum share of non-ASCII characters in passages of mojibake, among letters and non-ASCII characters. A text with
# misread accents only keeps its language.
_MOST: Final = 0.5
_ASCII_END: Final = 0x7F
_UNWRITTEN: Final = members("c0", "newline", "space", "odd_space", "digit", "stop", "quote", "bracket", "ascii_sign")
_BEYOND_ASCII: Final = ~_UNWRITTEN & ~members("ascii_upper", "ascii_lower")

Mask = npt.NDArray[np.bool_]
Span = tuple[int, int]


def without_damaged_language(found: Measured, batch: ParsedBatch) -> Measured:
    """Return the language measures, with documents that are mostly mojibake undetermined."""
    why = dict(_mostly_damaged(batch))
    if not why:
        return found
    said: dict[str, object] = {
        "language": UNDETERMINED,
        "language_confidence": _CONFIDENCE,
        "language_runner_up": None,
        "language_expected": is_expected(UNDETERMINED, batch.policy.languages),
    }
    places = [
        (why[row], *(place for place in own if place.fact != why[row].fact)) if row in why else own
        for row, own in enumerate(found.places)
    ]
    return Measured(_replaced(found.columns, frozenset(why), said), places)


def _replaced(columns: pa.Table, rows: frozenset[int], said: Mapping[str, object]) -> pa.Table:
    for name, value in said.items():
        field = columns.schema.field(name)
        values = [value if row in rows else old for row, old in enumerate(columns[name].to_pylist())]
        columns = columns.set_column(columns.schema.get_field_index(name), field, pa.array(values, field.type))
    return columns


def _mostly_damaged(batch: ParsedBatch) -> Iterator[tuple[int, Place]]:
    """Yield the rows that are mostly mojibake, with the reason; one pass over all texts selects the few candidates."""
    found = batch.once(scan_of)
    starts, ends = (batch.blocks[name].to_numpy() for name in ("start", "end"))
    is_body = ~batch.blocks["boilerplate"].to_numpy()
    written = np.bincount(batch.owners, (ends - starts) * is_body, len(found.peaks)) - _tallied(found, _UNWRITTEN)
    odd = may_be_odd(found)
    may_be = (found.peaks > SUSPICIOUS) | (found.rarest > RARE) | odd
    may_be &= _tallied(found, _BEYOND_ASCII) > _MOST * written
    for row in np.flatnonzero(may_be).tolist():
        seen = replace(found.seen(row, batch.texts["text"][row].as_py()), is_plain=not odd[row])
        passages = list(suspicious(seen))
        # The passages are an upper bound of the misread part, `written` is a lower bound of the body.
        if sum(end - start for start, end in passages) <= _MOST * written[row]:
            continue
        own = is_body & (batch.owners == row)
        body = ~_UNWRITTEN[seen.kinds] & _within([*zip(starts[own], ends[own], strict=True)], len(seen.text))
        misread = seen.points > _ASCII_END
        if _share(body, misread, passages) <= _MOST:
            continue
        confused = _confused_in_most(seen, passages, partial(_share, body, misread))
        if confused is not None:
            yield row, Place("language", 0, len(seen.text), f"mojibake: {confused}")


def _confused_in_most(
    seen: ScannedText, passages: Sequence[Span], share: Callable[[Sequence[Span]], float]
) -> str | None:
    """Return the codecs confused in most of a text; None as soon as too much proves healthy."""
    judged, spans = list[str](), list[Span]()
    for number, (start, end) in enumerate(passages[:MAX_JUDGED], 1):
        for first, last, confused in damaged(seen, start, end):
            judged.append(confused)
            spans.append((first, last))
        if share([*spans, *passages[number:]]) <= _MOST:
            return None
    return judged[0] if share(spans) > _MOST else None


def _tallied(found: Scan, kinds: Mask) -> npt.NDArray[np.int64]:
    """Return the number of code points of some classes in each text."""
    made: npt.NDArray[np.int64] = found.tallies[:, kinds].sum(axis=1)
    return made


def _within(spans: Sequence[tuple[int, int]], size: int) -> Mask:
    """Return which code points of a text are within its body; all if it has none."""
    made = np.full(size, not spans)
    for start, end in spans:
        made[start:end] = True
    return made


def _share(written: Mask, misread: Mask, passages: Iterable[tuple[int, int]]) -> float:
    """Return the share of the text that may be misread and is in passages."""
    inside = np.zeros(len(written), np.bool_)
    for start, end in passages:
        inside[start:end] = True
    return float((written & misread & inside).sum() / max(1, written.sum()))
