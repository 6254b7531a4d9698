"""Human-readable evidence for and against a block being part of the article, as a scorecard.

Points are tenths of a natural logarithm of odds, fitted by tests/derive/derive_points.py on labelled pages (published
corpora of news pages in three text renderings) and rounded: +10 makes content 2.7 times as likely. Their sum is one
signal of the deciding forest (audit.parser.models.forest), and they word its reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import holds_any
from audit.parser.tables.line_cues import CUES, LONGEST_CUED

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Look = Callable[[Rows], Flags]


@dataclass(frozen=True, slots=True)
class BlockEvidence:
    """A property of a block; positive `points` speak for the article; `said` names it in reasons."""

    said: str
    holds: Look
    points: int


def _between(low: float, high: float = np.inf) -> Look:
    return lambda rows: (rows["weight"] >= low) & (rows["weight"] < high)


def _ends(low: float, high: float = np.inf) -> Look:
    return lambda rows: rows["sentence"] & (rows["weight"] >= low) & (rows["weight"] < high)


def _cued(*, sure: bool | None = None, kinds: tuple[str, ...] = (), furniture: bool = True) -> Look:
    wanted = tuple(
        i
        for i, c in enumerate(CUES)
        if (sure is None or c.sure == sure)
        and c.furniture == furniture
        and not c.lone
        and (not kinds or c.kind in kinds)
    )
    return lambda rows: rows.with_cue(wanted)


_SEVERAL: Final = 3
# Minimum letters of a full sentence, and of a paragraph.
_FULL, _LONG = 100, 350
_SPECIAL: Final = ("related_heading", "comment", "disclaimer")
_PLAIN_CUES: Final = tuple(sorted({c.kind for c in CUES if c.furniture and not c.sure and c.kind not in _SPECIAL}))


def _is_wide(rows: Rows) -> Flags:
    found: Flags = rows["wide"] * 4 > rows["weight"]
    return found


def _is_long_twin(rows: Rows) -> Flags:
    return rows["twin"] & (rows["weight"] >= _FULL)


_DIVIDED: Final = [" · ", " • ", " ・ ", " / "]


def _has_bars(rows: Rows) -> Flags:
    found = rows["bars"] >= 1
    likely = (rows["chars"] <= LONGEST_CUED) & (rows["space"] > 1) & ((rows["marks"] > 0) | (rows["wide"] > 0))
    here = np.flatnonzero(likely & ~found)
    found[here] |= holds_any(rows.picked(here), _DIVIDED)
    return found


def _is_capitalised(rows: Rows) -> Flags:
    return ~_is_wide(rows) & (rows["upper"] > 0.6 * (rows["space"] + 1))


def _is_grammatical(rows: Rows) -> Flags:
    return (rows["words"] >= _SEVERAL) | (_is_wide(rows) & (rows["particles"] > 1))


def _is_ungrammatical(rows: Rows) -> Flags:
    words = np.where(_is_wide(rows), rows["particles"], rows["words"])
    found: Flags = (rows["chars"] <= LONGEST_CUED) & (words == 0)
    return found


# The prior: most lines of a page are furniture.
PRIOR: Final = -8

EVIDENCE: Final = (
    BlockEvidence("a few letters", _between(0, 4), -4),
    BlockEvidence("one or two words", _between(4, 10), -12),
    BlockEvidence("a short line", _between(10, 20), -5),
    BlockEvidence("a line of a few words", _between(20, 35), 2),
    BlockEvidence("a paragraph's length", _between(180, _LONG), 7),
    BlockEvidence("a long paragraph's length", _between(_LONG), 14),
    BlockEvidence("a short line that ends like a sentence", _ends(0, 35), 10),
    BlockEvidence("a line that ends like a sentence", _ends(35, _FULL), 12),
    BlockEvidence("a long line that ends like a sentence", _ends(_FULL), 19),
    BlockEvidence("a colon at the end", lambda rows: rows.colon, 10),
    BlockEvidence("an ellipsis or arrow at the end", lambda rows: rows.cut_off, -9),
    BlockEvidence("an opening quotation mark", lambda rows: rows.quoted, 11),
    BlockEvidence("a line that occurs more than once", lambda rows: rows["twin"], -12),
    BlockEvidence("a long line that occurs more than once", _is_long_twin, -16),
    BlockEvidence("a comma or similar inside", lambda rows: rows["pauses"] >= 1, 6),
    BlockEvidence("several commas or similar inside", lambda rows: rows["pauses"] >= _SEVERAL, 4),
    BlockEvidence("bars or arrows between items", _has_bars, -9),
    BlockEvidence("mostly capitalised words", _is_capitalised, -7),
    BlockEvidence("grammatical words", _is_grammatical, 3),
    BlockEvidence("no grammatical words", _is_ungrammatical, -2),
    BlockEvidence("mostly digits", lambda rows: rows["digit"] > 0.3 * (rows["weight"] + 1), -15),
    BlockEvidence("the words of a notice or prompt", _cued(sure=True), -31),
    BlockEvidence("the words of a label", _cued(sure=False, kinds=_PLAIN_CUES), -21),
    BlockEvidence("the words of a heading of other articles", _cued(kinds=("related_heading",)), -14),
    BlockEvidence("the words of a heading of comments", _cued(kinds=("comment",)), -15),
    BlockEvidence("the words of a disclaimer", _cued(kinds=("disclaimer",)), -28),
    BlockEvidence("the words of a credit, date or byline", _cued(furniture=False), -10),
)  # fmt: skip


def held(rows: Rows) -> NDArray[np.bool_]:
    """Return which evidence applies to each block (blocks × EVIDENCE)."""
    found = np.empty((len(EVIDENCE), len(rows.lines)), np.bool_)
    for number, evidence in enumerate(EVIDENCE):
        found[number] = evidence.holds(rows)
    return found.T
