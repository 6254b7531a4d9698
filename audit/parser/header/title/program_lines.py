"""First lines of programs, which are no titles: import os, SELECT name, all: build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import search_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_BEGINS: Final = re.compile(
    r"^(?:import [\w.{}*, ]+(?: (?:as|from) \S+)?;?|from [\w.]+ import .+|(?:package|using|use|namespace) [\w.:\\]+;?|"
    r"#include .+|<\?php.*|#!/.+|(?:SELECT|INSERT|CREATE|UPDATE|WITH|ALTER) .+|"
    r"(?:def|class|func|function|fn|sub) \w+.*[({:]|(?:const|let|var|public|private|static) \w+.*|[\w.-]+: ?[\w.-]*)$"
)
# What other lines of a program have.
_MARKS: Final = re.compile(
    r"[;{}]$|\w\(.*\)[:;{]?$|^[\w.\"']+ ?(?:\[.*\])? ?(?:=|:=|\+=) ?\S|^(?:FROM|WHERE|ORDER BY|VALUES|\)|\})| -[a-z]\b"
)
# Lines below that are read, and how many of them are a program's.
_READ, _FEWEST = 6, 2


def is_program_line(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged first lines begin a program that is all of its text."""
    tops = likely & pages.is_plain[pages.document] & (np.arange(len(likely)) == pages.first[pages.document])
    rows = search_rows(_BEGINS, pages.lines["text"], np.flatnonzero(tops))
    below = (np.arange(row + 1, min(row + 1 + _READ, int(pages.last[pages.document[row]]))) for row in rows.tolist())
    found = [len(search_rows(_MARKS, pages.lines["text"], few)) >= _FEWEST for few in below]
    return rows[np.array(found, np.bool_)]
