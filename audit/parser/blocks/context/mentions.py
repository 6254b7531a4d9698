"""Multi-pattern search (Aho-Corasick): which groups of words occur in a line, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from audit.kernels.parser import mentions as kernels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.strings import Strings

    Tables = Mapping[str, NDArray[Any]]


def mentions(lines: Strings, tables: Tables) -> NDArray[np.uint64]:
    """Return for each line a bit mask of the groups with a word anywhere in it: bit n is group n of `laid_out`'s."""
    found = np.zeros(len(lines.offsets) - 1, np.uint64)
    width = int(tables["classes"].max()) + 1
    kernels.find_mentions(lines.text, lines.offsets, tables["classes"], width, tables["steps"], tables["groups"], found)
    return found


def laid_out(groups: Sequence[Sequence[str]]) -> dict[str, NDArray[Any]]:
    """Return the automaton for the words of at most 64 groups.

    It consists of byte classes, transitions (a row per state, a column per class), and the groups of the accepting
    states, which come last.
    """
    words = {word.encode(): 0 for group in groups for word in group}
    for number, group in enumerate(groups):
        for word in group:
            words[word.encode()] |= 1 << number
    classes = np.zeros(256, np.uint8)
    known = sorted({byte for word in words for byte in word})
    classes[known] = np.arange(1, len(known) + 1)
    # In order of length: failure transitions of a state are those of its longest suffix that is a prefix.
    begun = sorted(
        {b"", *(word[: end + 1] for word in words for end in range(len(word)))}, key=lambda begun: (len(begun), begun)
    )
    places = {beginning: n for n, beginning in enumerate(begun)}
    steps, told = np.zeros((len(begun), len(known) + 1), np.int64), np.zeros(len(begun), np.uint64)
    behind = [0] * len(begun)
    further = defaultdict[bytes, list[bytes]](list)
    for beginning in begun[1:]:
        further[beginning[:-1]].append(beginning)
    for here, beginning in enumerate(begun):
        before = places[beginning[:-1]]
        behind[here] = int(steps[behind[before], classes[beginning[-1]]]) if before else 0
        steps[here] = steps[behind[here]]
        told[here] = told[behind[here]] | np.uint64(words.get(beginning, 0))
        for after in further[beginning]:
            steps[here, classes[after[-1]]] = places[after]
    order = np.argsort(told > 0, kind="stable")
    place, ended = np.argsort(order), told[order]
    return {"classes": classes, "steps": place[steps[order]].astype(np.uint16).ravel(), "groups": ended[ended > 0]}
