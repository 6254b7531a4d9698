"""Search for groups of words in lines: all words at once, one step per byte (Aho and Corasick, 1975).

Lines lie behind one another in `text`; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column of
strings. Bytes that occur in no word form one class. States in which a word ends come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from audit.kernels.compiler import I64, U8, U16, U64, VOID, fill, kernel, part, read

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]

_ONE: Final = np.uint64(1)


@part
def _read(state: Any, told: Any, kind: Any, tables: Any) -> Any:
    """Return the state behind a byte of a class, and the groups of the words so far."""
    wide, silent, steps, groups = tables
    state = np.uint64(steps[state * wide + np.uint64(kind)])
    return state, told | groups[state - silent] if state >= silent else told


@kernel(VOID, read(U8), read(I64), read(U8), I64, read(U16), read(U64), fill(U64))
def find_mentions(text: Bytes, offsets: Ints, classes: Bytes, width: int, steps: Any, groups: Any, found: Any) -> None:
    """Fill `found` with the groups (as bits) of the words in each line.

    `steps` maps each state and class of a byte (`width` classes) to the next state; `groups` are those of the words
    that end in each of the last states.
    """
    # Unsigned: an index that might be negative costs a comparison.
    tables = np.uint64(width), np.uint64(len(steps) // width - len(groups)), steps, groups
    line, lines = 0, len(offsets) - 1
    # A step waits for the one before: lines are read two by two.
    while line < lines:
        other = min(line + 1, lines - 1)
        at, here = np.uint64(offsets[line]), np.uint64(offsets[other])
        end, stop = np.uint64(offsets[line + 1]), np.uint64(offsets[other + 1])
        state = second = told = also = np.uint64(0)
        for _ in range(min(end - at, stop - here)):
            state, told = _read(state, told, classes[text[at]], tables)
            second, also = _read(second, also, classes[text[here]], tables)
            at, here = at + _ONE, here + _ONE
        while at < end:
            state, told = _read(state, told, classes[text[at]], tables)
            at += _ONE
        while here < stop:
            second, also = _read(second, also, classes[text[here]], tables)
            here += _ONE
        found[line], found[other] = told, also
        line += 2
