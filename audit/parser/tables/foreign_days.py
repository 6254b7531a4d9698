"""Days that do not look like ours: of other scripts and calendars, or of a year of two digits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.text import calendars

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

_FOLDED: Final = pl.col("folded")
# Years of the Republic of China without its name.
_REPUBLICAN: Final = "1[01][0-9]年"
# Months and eras of these calendars, absent from most lines.
_LETTER: Final = _FOLDED.str.contains(
    f"[\\u0530-\\u10FF]|{'|'.join((*calendars.ERAS, *calendars.HAN_YEARS))}| th(?:á|g)|{_REPUBLICAN}"
)
_DAY: Final = (_FOLDED.str.contains_any(list(calendars.HINTS)) & _FOLDED.str.contains(r"\d|年")) | (
    _FOLDED.str.contains_any(list(calendars.HAN_YEARS)) | _FOLDED.str.contains(_REPUBLICAN)
)
_ASCII_DAY: Final = pl.any_horizontal(_FOLDED.str.contains(hint, literal=True) for hint in calendars.ASCII_HINTS)
# A year has two digits in 25.4.24, alone on its line, or before a time: By Ada Finch • 4/25/24 6:30pm. Minimum digits
# of such a date, and maximum characters of its line.
_BRIEF_DAY: Final = _FOLDED.str.contains(
    r"^[0-9][0-9]?\.[0-9][0-9]?\.(?:1[5-9]|[2-4][0-9])$|"
    r"[0-9][./][0-9][0-9]?[./](?:1[5-9]|[2-4][0-9])(?:,| [|·–-])? (?:um |à |at )?[0-9][0-9]?[:.h][0-9][0-9]"
)
_DIGITS, _BRIEF = 4, 80


def is_foreign_day(lines: pl.Series, chars: Ints, digits: Ints, is_ascii: Flags) -> Flags:
    """Return which folded lines may hold such a day; each pattern is tried where its characters are."""
    found, brief, numbered = np.zeros(len(lines), bool), (digits >= _DIGITS) & (chars <= _BRIEF), digits > 0
    for likely, pattern in ((brief, _BRIEF_DAY), (numbered & is_ascii, _ASCII_DAY), (~is_ascii, _LETTER)):
        rows = np.flatnonzero(likely)
        told = rows[_holds(lines, rows, pattern)]
        found[told if pattern is not _LETTER else told[_holds(lines, told, _DAY)]] = True
    return found


def _holds(lines: pl.Series, rows: Ints, pattern: pl.Expr) -> Flags:
    if not len(rows):
        return np.zeros(0, np.bool_)
    held: Flags = lines[rows].to_frame().select(pattern).to_series().to_numpy()
    return held
