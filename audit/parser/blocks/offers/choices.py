"""Choices of something offered that a page lost the breaks between: Colour: redColour: blueColour: green."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# A label that follows at least two of its values without a blank. (On the labelled pages 55 lines, none of a text.)
_CHOICES: Final = re.compile(r"([^\W\d_]{3,20}: )\S.{0,200}?\S\1\S.{0,200}?\S\1\S")
# Minimum characters of such a line.
_SHORTEST: Final = 30


def is_choice(rows: Rows, furnished: Flags) -> Flags:
    """Return which lines of `furnished` pages are choices joined in one line."""
    here = np.flatnonzero(rows.naming((": ",), furnished & (rows["chars"] >= _SHORTEST)))
    found = np.zeros(len(furnished), np.bool_)
    found[here] = [bool(_CHOICES.match(line)) for line in rows.texts(here)]
    return found
