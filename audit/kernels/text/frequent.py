"""Lookup of words, read letter by letter, among the frequent ones."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import part
from audit.kernels.mix import mixed

# Classes of characters. PARTS ends a token; SIGN is part of one without being a letter.
PARTS, SMALL, CAPITAL, APOSTROPHE, SIGN, EASTERN = range(6)
# A character as read, in 32 bits: its lower case letter, its class, and whether it differs from the original.
KIND_BITS: Final = 24
CHANGED: Final = 1 << 31
# Slots of the table of words, and bits of the filter in front of it.
SLOT_BITS: Final = 18
SIEVE_BITS: Final = 20

_OFFSET, _PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)
_KEPT = np.uint64(32)
_TO_SLOT, _TO_SIEVE = np.uint64(32 - SLOT_BITS), np.uint64(32 - SIEVE_BITS)
_LAST_SLOT = np.uint64((1 << SLOT_BITS) - 1)
_THREE, _SEVEN, _ONE, _NONE = np.uint64(3), np.uint64(7), np.uint64(1), np.uint64(0)
_ASCII_END = np.uint64(0x80)
_LETTER, _KINDS, _KIND, _IS_CHANGED = np.uint64(0xFFFFFF), np.uint64(0x7), np.uint64(KIND_BITS), np.uint64(CHANGED)


@part
def _languages(word: Any, table: Any) -> Any:
    """Return, as bits, the languages in which a word with this hash is frequent."""
    key = mixed(word) >> _KEPT
    bit = key >> _TO_SIEVE
    if not (np.uint64(table.sieve[bit >> _THREE]) >> (bit & _SEVEN)) & _ONE:
        return _NONE
    slot = key >> _TO_SLOT
    while np.uint64(table.slots[slot]) != key:
        if np.uint64(table.slots[slot]) == _NONE:
            return _NONE
        slot = (slot + _ONE) & _LAST_SLOT
    return np.uint64(table.masks[slot])


# A word as it is read letter by letter: hash, letters, capitals, whether the first is one, whether any is changed.
@part
def _none() -> Any:
    return _OFFSET, np.int64(0), np.int64(0), False, False


@part
def _longer(word: Any, read: Any) -> Any:
    hashed, size, capitals, first, changed = word
    kind = (read >> _KIND) & _KINDS
    is_capital = kind == np.uint64(CAPITAL)
    return (
        (hashed ^ (read & _LETTER)) * _PRIME,
        size + np.int64(1),
        capitals + np.int64(is_capital),
        first or (size == 0 and is_capital),
        changed or (read & _IS_CHANGED) != _NONE,
    )


@part
def _known(word: Any, table: Any) -> Any:
    """Return the languages in which a changed word with regular capitals is frequent."""
    hashed, size, capitals, first, changed = word
    if not changed:
        return _NONE
    if capitals > 0 and capitals != size and not (first and capitals == 1):
        return _NONE
    return _languages(hashed, table)


@part
def look_up(reading: Any, size: Any, table: Any) -> Any:
    """Return the languages, the hash and the span of the first changed word of a reading that is frequent.

    An apostrophe separates words, and is part of some. A letter that the wrong codec cannot represent, EASTERN here,
    disqualifies its word.
    """
    piece, whole, joined, holed = _none(), _none(), False, False
    for at in range(size + 1):
        read = np.uint64(reading[at]) if at < size else _NONE
        kind = (read >> _KIND) & _KINDS
        is_letter = kind == np.uint64(SMALL) or kind == np.uint64(CAPITAL)
        if kind == np.uint64(EASTERN) or (holed and is_letter):
            holed = True
        elif is_letter:
            piece, whole = _longer(piece, read), _longer(whole, read)
        else:
            found = _NONE if holed else _known(piece, table)
            if found != _NONE:
                return found, piece[0], at - piece[1], np.int64(at)
            found = _known(whole, table) if joined and not holed else _NONE
            if found != _NONE:
                return found, whole[0], at - whole[1], np.int64(at)
            joined = kind == np.uint64(APOSTROPHE) and whole[1] > 0 and not holed
            piece, holed = _none(), False
            whole = _longer(whole, read) if joined else _none()
    return _NONE, _NONE, np.int64(0), np.int64(0)


@part
def is_sound(token: Any, size: Any, codecs: Any, table: Any) -> Any:
    """Whether there are words with non-ASCII letters, all of them frequent, and no sign between letters."""
    word, beyond, behind, sign, any_word = _none(), False, False, False, False
    for at in range(size + 1):
        point = np.uint64(token[at]) if at < size else _NONE
        kind = np.uint64(codecs.kinds[point]) if at < size else np.uint64(PARTS)
        if kind == np.uint64(SMALL) or kind == np.uint64(CAPITAL):
            if sign and behind:
                return False
            word = _longer(word, np.uint64(codecs.small[point]) | (kind << _KIND) | _IS_CHANGED)
            beyond |= bool(point >= _ASCII_END)
            behind = True
            continue
        if beyond and _known(word, table) == _NONE:
            return False
        any_word = any_word or beyond
        sign = kind == np.uint64(SIGN)
        word, beyond = _none(), False
    return any_word
