"""Language scores of stretches of text, by weights of letter groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U16, U32, U64, VOID, fill, kernel, part, read
from audit.kernels.mix import GOLDEN

if TYPE_CHECKING:
    import numpy.typing as npt

    Points = npt.NDArray[np.uint32]
    Places = npt.NDArray[np.int64]
    Letters = npt.NDArray[np.uint16]
    Slots = npt.NDArray[np.uint64]
    Rows = npt.NDArray[np.uint64]
    Sums = npt.NDArray[np.int32]
    Weights = npt.NDArray[np.uint8]
    Alphabet = tuple[Points, np.uint32, Letters]
    Table = tuple[Slots, Weights]

# Letters have numbers below 1,024; 0 is a sign that no profile knows, SPACE all that parts words, UNSEEN what is read
# over.
BITS: Final = 10
SPACE: Final = 1
UNSEEN: Final = (1 << 16) - 1
# The flag of a capital letter's number.
CAPITAL: Final = 1 << 15
# A code point's number in its own case and, above these bits, that of its small letter.
CASE_BITS: Final = 16
# A whole word's key holds its first six letters, flagged so that it is no letter group's.
WORD_LETTERS: Final = 6
WORD: Final = 1 << 63
# The sum of this many weights below 2^8 is below 2^16: narrow sums add sixteen languages at a time.
MOST_ROWS: Final = 257
# The upper bits of a multiplicative hash are mixed best.
UPPER_BITS: Final = 32

_BITS, _WORD = np.uint64(BITS), np.uint64(WORD)
_NONE, _SPACE, _UNSEEN = np.uint64(0), np.uint64(SPACE), np.uint64(UNSEEN)
_ONE, _TWO, _THREE, _FOUR = (np.uint64(number) for number in (1, 2, 3, 4))
_WORD_LETTERS, _UPPER_BITS = np.int64(WORD_LETTERS), np.uint64(UPPER_BITS)
_CAPITAL, _LOWER = np.uint16(CAPITAL), np.uint16(CAPITAL - 1)
_LETTER, _OWN, _SMALL = np.uint32((1 << CASE_BITS) - 1), np.uint32(0), np.uint32(CASE_BITS)
# The signs that addresses are known by; a name before the @ has 64 letters at most (RFC 5321).
_SMALL_A, _SMALL_Z, _A, _Z, _0, _9 = (np.uint32(ord(char)) for char in "azAZ09")
_DOT, _HYPHEN, _LOW, _AT, _COLON, _SLASH = (np.uint32(ord(char)) for char in ".-_@:/")
_H, _T, _P, _S = (np.uint32(ord(char)) for char in "htps")
_BLANK, _ASCII_END = np.uint32(0x20), np.uint32(0x7F)
_HTTPS, _LONGEST_NAME = np.int64(len("https://")), np.int64(64)


@part
def _row(key: np.uint64, slots: Slots) -> np.int64:
    """Return the row of weights of a key, -1 for none: open addressing, an empty slot ends the search."""
    last = np.uint64(len(slots) // 2 - 1)
    slot = ((key * GOLDEN) >> _UPPER_BITS) & last
    while slots[slot + slot] != key:
        if slots[slot + slot] == _NONE:
            return np.int64(-1)
        slot = (slot + _ONE) & last
    return np.int64(slots[slot + slot + _ONE])


@part
def _longest(before: np.uint64, last: np.uint64, letter: np.uint64, slots: Slots) -> np.int64:
    """Return the row of the longest known group that ends here; it holds the weights of the shorter ones as well."""
    row = np.int64(-1)
    if letter == _NONE:
        return row
    if last != _NONE:
        pair = (last << _BITS) | letter
        if before != _NONE:
            row = _row((before << (_BITS + _BITS)) | pair, slots)
        if row < 0:
            row = _row(pair, slots)
    if row < 0 and letter != _SPACE:
        row = _row(letter, slots)
    return row


@part
def _add(weights: Weights, rows: Rows, count: np.uint64, sums: tuple[Letters, Sums]) -> None:
    """Add the first `count` rows of weights to the sums, by way of the narrow ones, which are reset."""
    narrow, wide = sums
    # Unsigned: an index that might be negative keeps the loops from running many languages at a time.
    width, place = np.uint64(len(narrow)), _NONE
    while place + _THREE < count:
        a, b, c, d = rows[place], rows[place + _ONE], rows[place + _TWO], rows[place + _THREE]
        for n in range(width):
            pair = np.uint16(weights[a + n]) + np.uint16(weights[b + n])
            narrow[n] += np.uint16(pair + np.uint16(weights[c + n]) + np.uint16(weights[d + n]))
        place += _FOUR
    while place < count:
        for n in range(width):
            narrow[n] += np.uint16(weights[rows[place] + n])
        place += _ONE
    for n in range(width):
        wide[n] += np.int32(narrow[n])
        narrow[n] = np.uint16(0)


@part
def _is_of_address(point: np.uint32) -> np.bool_ | bool:
    """Return whether a code point may occur in a mail address: letter, digit, full stop, hyphen, underscore."""
    return (
        (_SMALL_A <= point <= _SMALL_Z) or (_A <= point <= _Z) or (_0 <= point <= _9) or point in (_DOT, _HYPHEN, _LOW)
    )


@part
def _is_web(points: Points, i: int, end: int) -> bool:
    """Return whether http:// or https:// begins at `i`."""
    if end - i < _HTTPS or points[i] != _H or points[i + 1] != _T or points[i + 2] != _T or points[i + 3] != _P:
        return False
    at = i + 5 if points[i + 4] == _S else i + 4
    return bool(points[at] == _COLON and points[at + 1] == _SLASH and points[at + 2] == _SLASH)


@part
def _after_address(points: Points, i: int, end: int) -> int:
    """Return the end of the web or mail address that begins at `i`, or `i` if there is none: addresses are ignored."""
    if _is_web(points, i, end):
        at = i
        while at < end and _BLANK < points[at] < _ASCII_END:
            at += 1
        return at
    at = i
    while at < end and at - i < _LONGEST_NAME and _is_of_address(points[at]):
        at += 1
    if at == end or points[at] != _AT or at + 1 == end or not _is_of_address(points[at + 1]):
        return i
    at += 1
    while at < end and _is_of_address(points[at]):
        at += 1
    return at


@part
def _score(
    points: Points, place: tuple[int, int], alphabet: Alphabet, table: Table, sums: tuple[Letters, Sums, Rows]
) -> tuple[int, int]:
    """Add the weights of one stretch's letter groups and words; return its letters, and those in words of capitals.

    As in the reference implementation, words in capitals, often abbreviations, are no evidence.
    """
    letters, case, forms = alphabet
    slots, weights = table
    narrow, wide, rows = sums
    width, added = np.uint64(len(narrow)), _NONE
    before, last, word, size, found, loud = _NONE, _SPACE, _NONE, 0, 0, 0
    capital, skipped = False, place[0]
    for i in range(place[0], place[1] + 1):
        letter = np.uint64((letters[points[i]] >> case) & _LETTER) if skipped <= i < place[1] else _SPACE
        if letter == _UNSEEN:
            continue
        if last == _SPACE:
            before, word, size, capital = _NONE, _NONE, 0, False
            if letter == _SPACE:
                continue
            skipped = _after_address(points, i, place[1])
            if skipped > i:
                continue
        capital = forms[letter] >= _CAPITAL and (capital or forms[last] >= _CAPITAL)
        row = np.int64(-1) if capital else _longest(before, last, letter, slots)
        if row >= 0:
            rows[added] = np.uint64(row) * width
            added += _ONE
        row = np.int64(-1)
        if letter != _SPACE:
            word, size = (word << _BITS) | np.uint64(forms[letter] & _LOWER), size + 1
            found, loud = found + 1, loud + capital
        elif size <= _WORD_LETTERS:
            row = _row(_WORD | word, slots)
        if row >= 0:
            rows[added] = np.uint64(row) * width
            added += _ONE
        if added >= np.uint64(len(rows) - 1):
            _add(weights, rows, added, (narrow, wide))
            added = _NONE
        before, last = last, letter
    _add(weights, rows, added, (narrow, wide))
    return found, loud


@kernel(
    VOID, read(U32), read(I64), read(I64), read(U32), read(U16), read(U64), read(U8), fill(I32), fill(I32), fill(U16),
    fill(U64),
)  # fmt: skip
def score(
    points: Points,
    starts: Places,
    ends: Places,
    letters: Points,
    forms: Letters,
    slots: Slots,
    weights: Weights,
    sums: Sums,
    found: Sums,
    narrow: Letters,
    rows: Rows,
) -> None:
    """Fill `sums`, one row per stretch and one column per language, and `found`, the number of letters read.

    `letters` has the numbers of every code point: its own, and above CASE_BITS its small letter's; `forms` the number
    of each one's small letter, flagged if it is a capital; a stretch written mostly in capitals is read as if it were
    not. `slots` are the keys of a hash table, 2^n of them, each followed by its row of `weights`. `narrow` is a scratch
    array for the sums of a few words, all zero, as long as there are languages.
    """
    width = len(narrow)
    table = (slots, weights)
    for n in range(len(starts)):
        place, own = (starts[n], ends[n]), sums[n * width : (n + 1) * width]
        found[n], loud = _score(points, place, (letters, _OWN, forms), table, (narrow, own, rows))
        if loud + loud > found[n]:
            own[:] = 0
            found[n], _ = _score(points, place, (letters, _SMALL, forms), table, (narrow, own, rows))
        else:
            found[n] -= loud
