"""Detection of code, JSON, base64, hexadecimal and tables of numbers, which have no language."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.language.character_kinds import KIND, Counts, by_script

Mask = npt.NDArray[np.bool_]

# Maximum share of code signs among visible characters: news prose has 0.3 % (99.7th percentile 3.3 %), Python code 5 to
# 11 %.
_MAX_CODE: Final = 0.09
# Including quotes, colons and commas, news prose has at most 7.9 %, code at least 9.
_LIKE_CODE: Final = (0.05, 0.085)
_MAX_RECORD: Final = 0.22
# Minimum number: a short sentence may have a bracket and a percent sign.
_FREE_SIGNS: Final = 3
# Maximum share of letters in tables and prices; a sentence full of figures still has a third.
_MIN_LETTERS: Final = 0.3
# Longer tokens are no words; the longest German ones in print have about 40 letters.
LONG_TOKEN: Final = 45
_MAX_LONG: Final = 0.5
_MIN_HEX: Final = 24


def is_machine_text(counts: Counts, long: npt.NDArray[np.int32]) -> Mask:
    """Return, row by row, whether a text is code, records, numbers or encoded bytes.

    `counts` are its code points by kind, `long` its code points in tokens longer than LONG_TOKEN.
    """
    visible = counts.sum(axis=1) - counts[:, KIND["space"]]
    size = np.maximum(1, visible)
    code = np.maximum(0, counts[:, KIND["code"]] - _FREE_SIGNS)
    code_share = code / size
    record_share = (code + counts[:, KIND["record"]] + counts[:, KIND["colon"]]) / size
    made: Mask = (
        (by_script(counts).sum(axis=1) / size < _MIN_LETTERS)
        | (code_share > _MAX_CODE)
        | ((code_share > _LIKE_CODE[0]) & (record_share > _LIKE_CODE[1]))
        | (record_share > _MAX_RECORD)
        | (long / size > _MAX_LONG)
        | _is_hexadecimal(counts, visible)
    )
    return made


def leans_to_code(counts: Counts) -> Mask:
    """Return, row by row, whether a text has more signs of code than prose, possibly too few for certainty."""
    visible = counts.sum(axis=1) - counts[:, KIND["space"]]
    made: Mask = counts[:, KIND["code"]] > _LIKE_CODE[0] * visible
    return made


def _is_hexadecimal(counts: Counts, visible: npt.NDArray[np.int64]) -> Mask:
    digits = counts[:, KIND["digit"]]
    own = digits + counts[:, KIND["hex"]] + counts[:, KIND["hyphen"]] + counts[:, KIND["colon"]]
    made: Mask = (visible >= _MIN_HEX) & (own == visible) & (digits > 0)
    return made
