"""Facts about the characters of a text: what a wrong codec, a careless copy or a hostile hand left in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import pyarrow as pa

from audit.finding import Place
from audit.measure.invisible import bidi_unbalanced, zero_width
from audit.measure.leftovers import html_entities, question_runs, replacement_chars
from audit.measure.measured import Measured
from audit.measure.mojibake import mojibake
from audit.measure.normal_form import nfc
from audit.measure.seen import Seen, Spots, masked
from audit.text.classes import members

_CONTROLS: Final = members("c0", "c1")
_PRIVATE: Final = members("private")
# The last two of planes 15 and 16 lie among private use.
_UNASSIGNED: Final = members("unassigned", "private")
_INT32: Final = 2**31 - 1
# Next line: a line end to Unicode, a C1 control to everyone else.
_NEL: Final = "\x85"
# Unicode 16, 23.7: 32 in the Arabic forms and the last two of each plane.
_NONCHARACTERS: Final = (0xFDD0, 0xFDEF)
_PLANE_END: Final = 0xFFFE


def control_chars(seen: Seen) -> Spots:
    """Count C0 and C1 controls other than tab, line feed, carriage return and form feed."""
    if not seen.holds(_CONTROLS) and _NEL not in seen.text:
        return Spots(0)
    return masked("control_chars", _CONTROLS[seen.kinds] | (seen.points == ord(_NEL)), seen)


def private_use(seen: Seen) -> Spots:
    """Count private use code points: they mean nothing without the font or codec that gave them a meaning."""
    if not seen.holds(_PRIVATE):
        return Spots(0)
    return masked("private_use", _PRIVATE[seen.kinds], seen)


def noncharacters(seen: Seen) -> Spots:
    """Count code points that Unicode reserves for never."""
    if not seen.holds(_UNASSIGNED):
        return Spots(0)
    first, last = _NONCHARACTERS
    ends_plane = (seen.points & _PLANE_END) == _PLANE_END
    return masked("noncharacters", ends_plane | ((seen.points >= first) & (seen.points <= last)), seen)


_FACTS: Final[tuple[tuple[str, Callable[[Seen], Spots]], ...]] = (
    ("replacement_chars", replacement_chars),
    ("control_chars", control_chars),
    ("private_use", private_use),
    ("noncharacters", noncharacters),
    ("zero_width", zero_width),
    ("bidi_unbalanced", bidi_unbalanced),
    ("mojibake", mojibake),
    ("html_entities", html_entities),
    ("question_runs", question_runs),
)


def encoding(texts: pa.Table) -> Measured:
    """Return the facts about characters of each text: the nine counts above, and `nfc`.

    `texts` has the column `text`, and may have `bad_chars`: the U+FFFD of each text that stand for bytes that do not
    decode (or for lone surrogates). They are counted as decode errors already and are not counted again here.
    """
    rows = [_row(seen) for seen in _each(texts)]
    columns = {name: pa.array([counts[name] for counts, _, _ in rows], pa.int32()) for name, _ in _FACTS}
    columns["nfc"] = pa.array([normal for _, normal, _ in rows], pa.bool_())
    return Measured(pa.table(columns), [places for _, _, places in rows])


def _each(texts: pa.Table) -> Iterator[Seen]:
    has_bad = "bad_chars" in texts.column_names
    bad = texts["bad_chars"] if has_bad else [None] * texts.num_rows
    for text, places in zip(texts["text"], bad, strict=True):
        yield Seen.of(text.as_py(), (places.as_py() or ()) if places is not None else ())


def _row(seen: Seen) -> tuple[dict[str, int], bool, tuple[Place, ...]]:
    found = {name: count(seen) if seen.text else Spots(0) for name, count in _FACTS}
    normal, differs = nfc(seen)
    places = [*differs, *(place for spots in found.values() for place in spots.places)]
    counts = {name: min(spots.count, _INT32) for name, spots in found.items()}
    return counts, normal, tuple(sorted(places, key=lambda place: (place.start, place.end)))
