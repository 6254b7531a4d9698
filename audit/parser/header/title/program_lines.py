"""First lines of programs and tags, which are no titles: import os, SELECT name, all: build, <table>."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import search_rows
from audit.text.programs.program_lines import LONG_LINE, is_program
from audit.text.programs.statements import is_data

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Lines of a program that are read, and the fewest that tell one.
_READ, _FEWEST = 16, 3
# A single tag of markup; in other letters, <봄날>, or with capitals it may be a work's name.
_TAG: Final = re.compile(r"""^</?[a-z][\w:.-]*(?: [\w:.-]+=(?:"[^"]*"|'[^']*'))* ?/?>$|^<[?!][A-Za-z-]""", re.ASCII)


def first_of_programs(pages: Pages, likely: Flags) -> Ints:
    """Return the flagged first lines of plain texts that begin a program."""
    first = pages.first[pages.is_plain & (pages.size >= _FEWEST)]
    end = np.minimum(first + _READ, pages.last[pages.document[first]])
    chars = np.append(0, np.cumsum(pages.chars))
    short = likely[first] & (chars[end] - chars[first] < LONG_LINE * (end - first))
    tops = map("\n".join, pages.stretches(first[short], end[short], "text"))
    begun = [is_program(top) or is_data(top) for top in tops]
    found: Ints = first[short][np.array(begun, np.bool_)]
    return found


def tags(pages: Pages, likely: Flags) -> Ints:
    """Return the flagged lines that are a tag of markup and nothing else."""
    return search_rows(_TAG, pages.strings("text"), np.flatnonzero(likely & pages.folded.beginning("<")))
