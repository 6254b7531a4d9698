"""Multi-word search over all articles of a batch in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audit.kernels.text.vocabulary import FIFTH, INNER, LOW, MIX, THIRD, find_words
from audit.measure.articles.articles import Places, Points
from audit.parser.blocks.strings import spelling_classes
from audit.text.classes import codepoints

_BMP: int = 0x10000
# Letters that the hash of what a word begins with is made of, at most.
_BEGUN: int = 4
# Initial capacity for matches, and code points per match in long texts.
_FEW, _A_PLACE = 256, 64


@dataclass(frozen=True, slots=True)
class Found:
    """Matches in order: their positions, and indexes into the vocabulary."""

    starts: Places
    ends: Places
    words: npt.NDArray[np.int32]

    def only(self, mask: npt.NDArray[np.bool_]) -> Found:
        """Return the matches selected by a mask."""
        return Found(self.starts[mask], self.ends[mask], self.words[mask])


def longest_first(words: Iterable[str]) -> list[str]:
    """Return words in the order in which of several at one place the longest takes precedence."""
    return sorted(words, key=lambda word: (-len(word), word))


class Vocabulary:
    """Folded words in order of precedence among words starting at one place."""

    def __init__(self, words: Sequence[str], *, whole: bool = False) -> None:
        """Take words, one at least, of two letters or more; `whole` words must not adjoin letters."""
        self._roles = spelling_classes() * INNER if whole else np.zeros(0, np.uint8)
        distinct = list(dict.fromkeys(words))
        keys = self._keyed(distinct)
        order = np.argsort(keys, kind="stable")
        self.words, self._keys = tuple(distinct[n] for n in order.tolist()), keys[order]
        sizes = np.fromiter(map(len, self.words), np.int64, len(self.words))
        edges, letters = np.append(0, np.cumsum(sizes)), codepoints("".join(self.words))
        # Of several words with one key the first is the root.
        firsts = np.flatnonzero(np.diff(self._keys, prepend=-1))
        roots, follows = np.full(_BMP, len(sizes), np.int16), np.zeros(len(sizes) + 1, np.uint64)
        roots[self._keys[firsts]] = firsts
        follows[firsts] = np.bitwise_or.reduceat(self._beyond(letters, edges), firsts)
        self._sizes, self._tables = sizes, (roots, follows, edges, letters, self._keys, self._roles)

    def _keyed(self, words: Sequence[str]) -> npt.NDArray[np.uint16]:
        """Return the hashes of what words begin with, as audit.kernels.text.vocabulary computes them."""
        begun = codepoints("".join(word[:_BEGUN].ljust(_BEGUN, "\0") for word in words)).reshape(-1, _BEGUN)
        keys = begun[:, 0] * MIX + begun[:, 1]
        goes_on = np.full(len(words), len(self._roles) > 0)
        for points in begun.T[2:]:
            goes_on[goes_on] = (self._roles[points[goes_on] % _BMP] == INNER) & (points[goes_on] < _BMP)
            keys[goes_on] = keys[goes_on] * MIX + points[goes_on]
        return keys.astype(np.uint16)

    def _beyond(self, letters: Points, edges: Places) -> npt.NDArray[np.uint64]:
        """Return the bit of the first letter of each word that is not in its hash, all bits for a word without one."""
        at = edges[:-1] + (FIFTH if len(self._roles) else THIRD)
        bits = np.uint64(1) << (letters[np.minimum(at, len(letters) - 1)] & LOW).astype(np.uint64)
        return np.where(at < edges[1:], bits, ~np.uint64(0))

    def find(self, points: Points) -> Found:
        """Return the matches in folded text: non-overlapping, or all of them for whole words."""
        room = _FEW + len(points) // _A_PLACE
        while True:
            places, words = np.empty(room, np.int64), np.empty(room, np.int32)
            count = find_words(points, *self._tables, places, words) or 0
            if count <= room:
                starts, found = places[:count], words[:count]
                return Found(starts, starts + self._sizes[found], found)
            room = count
