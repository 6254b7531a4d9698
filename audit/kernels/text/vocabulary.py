"""Search for the words of a vocabulary; of several that begin at one position the first in the list is found."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I16, I32, I64, U8, U16, U32, U64, fill, kernel, part, read

# The role of a code point that is part of a word.
INNER: Final = np.uint8(1)
_BMP: Final = np.uint32(0xFFFF)
# Spreads first letters over 16 bits.
MIX: Final = np.uint32(40503)
# The letter of a word that tells it from most others that begin alike: the first one beyond the hash.
THIRD, FIFTH = 2, 4
LOW: Final = np.uint32(63)
_ONE: Final = np.uint64(1)


@part
def _is_inner(roles: Any, points: Any, at: Any) -> Any:
    """Return whether a letter of a word is at a position: nowhere without roles."""
    return 0 <= at < len(points) and points[at] < len(roles) and roles[points[at]] == INNER


@part
def _stands_at(points: Any, at: Any, letters: Any, first: Any, last: Any) -> Any:
    """Return whether the letters from `first` to `last` are at a position."""
    size = np.int64(0)
    while first + size < last and at + size < len(points) and points[at + size] == letters[first + size]:
        size += 1
    return first + size == last


@part
def _begins(roles: Any, points: Any, at: Any) -> Any:
    """Return the hash of what begins at a position: two letters, and for whole words the next two if they have them."""
    begin = np.uint32(points[at] * MIX + points[at + 1])
    if not _is_inner(roles, points, at + 2):
        return begin & _BMP
    begin = np.uint32(begin * MIX + points[at + 2])
    if not _is_inner(roles, points, at + 3):
        return begin & _BMP
    return np.uint32(begin * MIX + points[at + 3]) & _BMP


@part
def _goes_on(points: Any, at: Any, follows: Any) -> Any:
    """Return whether the letter at a position is, in its lowest bits, one of those that follow."""
    return at >= len(points) or (follows >> np.uint64(points[at] & LOW)) & _ONE != 0


@kernel(I64, read(U32), read(I16), read(U64), read(I64), read(U32), read(U16), read(U8), fill(I64), fill(I32))
def find_words(
    points: Any, roots: Any, follows: Any, edges: Any, letters: Any, keys: Any, roles: Any, places: Any, words: Any
) -> int:
    """Fill in the positions and numbers of words found, as far as they fit; return how many there are.

    Word n is letters[edges[n]:edges[n + 1]], two of them at least. `keys` are the hashes of what the words begin with,
    ascending, and `roots` names the first word of every hash, the number of words where there is none. `follows` has
    for each root, and for none, a bit for the lowest bits of each letter that its words have THIRD, or FIFTH with
    roles; all bits if one of them is shorter. With `roles` (one for each code point of the BMP) only whole words
    count, and all that begin at a place; without, a word that begins inside another is none.
    """
    count: Any = np.int64(0)
    at, size = np.int64(0), len(points)
    is_whole = len(roles) > 0
    beyond = FIFTH if is_whole else THIRD
    while at + 1 < size:
        step, number, begin = np.int64(1), np.int64(len(keys)), np.uint32(0)
        if not (is_whole and _is_inner(roles, points, at - 1)):
            begin = _begins(roles, points, at)
            root = np.int64(roots[begin])
            number = root if _goes_on(points, at + beyond, follows[root]) else number
        while number < len(keys) and keys[number] == begin:
            end = at + edges[number + 1] - edges[number]
            is_there = _stands_at(points, at, letters, edges[number], edges[number + 1])
            is_there = is_there and not (is_whole and _is_inner(roles, points, end))
            if is_there and count < len(places):
                places[count], words[count] = at, np.int32(number)
            count += is_there
            if is_there and not is_whole:
                step = end - at
                break
            number += 1
        at += step
    return count  # type: ignore[no-any-return]
