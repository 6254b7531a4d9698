"""Search for groups of words in lines: all words at once, one step per byte (Aho and Corasick, 1975).

Lines lie behind one another in `text`; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column of
strings. Bytes that occur in no word form one class. States in which a word ends come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from audit.kernels.compiler import I64, U8, U16, U64, VOID, fill, kernel, read

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]


@kernel(VOID, read(U8), read(I64), read(U8), I64, read(U16), read(U64), fill(U64))
def find_mentions(text: Bytes, offsets: Ints, classes: Bytes, width: int, steps: Any, groups: Any, found: Any) -> None:
    """Fill `found` with the groups (as bits) of the words in each line.

    `steps` maps each state and class of a byte (`width` classes) to the next state; `groups` are those of the words
    that end in each of the last states.
    """
    # Unsigned: an index that might be negative costs a comparison.
    wide, silent = np.uint64(width), np.uint64(len(steps) // width - len(groups))
    for line in range(len(offsets) - 1):
        state, told = np.uint64(0), np.uint64(0)
        for at in range(np.uint64(offsets[line]), np.uint64(offsets[line + 1])):
            state = np.uint64(steps[state * wide + np.uint64(classes[text[at]])])
            if state >= silent:
                told |= groups[state - silent]
        found[line] = told
