"""UTF-8 to tokens in one pass: decoding, folding, hashes of words, whole texts and passages."""

# Compiled for the types that each kernel declares: annotations would only repeat them, and a loop that stays in
# registers is one function with many arguments.
# mypy: ignore-errors
# ruff: noqa: PLR0915

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, VOID, Array, fill, kernel, read
from audit.kernels.mix import K1, K2, mixed
from audit.kernels.utf8 import code_point

# Classes of folded code points, as in audit.measure.duplication.tokens.alphabet, and their bit position.
_CLASS = np.uint32(24)
_POINT = np.uint32(0x1FFFFF)
_WORD, _WIDE, _DROPPED, _EXPANDED = np.uint32(1), np.uint32(2), np.uint32(3), np.uint32(4)
_SPELLED = np.uint64(4)
# A token is 32 bits: a wide character is itself below this bit, a word 31 bits of its hash without it.
_WIDE_BIT = np.uint32(1 << 31)
_LONG_WIDE_BIT = np.uint64(1 << 63)
_WORD_SHIFT = np.uint64(33)
_NEWLINE = np.uint8(10)
_ZERO, _NINE = np.uint64(48), np.uint64(57)

# The multipliers of MurmurHash3's finaliser, odd as those of the mix.
_K3, _K4 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_S29, _S32 = np.uint64(29), np.uint64(32)
_SEED = np.uint64(0x9E3779B97F4A7C15)
_NONE, _ONE, _THREE = np.uint64(0), np.uint64(1), np.uint64(3)
# The marks of a word: a set of its letters and digits in 26 bits, whether it has a digit, and whether it has a capital.
_ALPHABET = np.uint32(26)
_LETTER, _FIGURE, _CAPITAL = np.uint32(1), np.uint32(1 << 30), np.uint32(1 << 31)


@kernel(
    VOID, read(U8), read(I64), read(I64), read(U32), read(U32), read(U8),
    fill(U32), fill(I64), fill(U64), fill(U64), fill(U32),
)  # fmt: skip
def fold(
    text: Array, offsets: Array, cuts: Array, folded: Array, spelled: Array, capitals: Array,
    tokens: Array, ends: Array, digests: Array, passages: Array, marks: Array,
) -> None:  # fmt: skip
    """Fold the texts at offsets[i] to offsets[i + 1] of a UTF-8 buffer.

    `cuts`: ends of passages in the buffer, ascending, at newlines or ends of texts; other cuts are skipped and their
    passages left empty, so that none divides a word. `folded`, `spelled`: the alphabet. Filled in: `tokens`, at most
    two per byte, with the end of each text in `ends`; `digests`, two words per text, both 0 without tokens; `passages`,
    three words per cut: the hash of its tokens with digits masked, their unmasked hash, and the number of tokens that
    are not all digits; `marks` of each token, unless the array is empty; `capitals` masks the capitals among the first
    code points. Invalid UTF-8 separates words.
    """
    count, cut, cut_count = _NONE, _NONE, np.uint64(len(cuts))
    is_marked, known = len(marks) > 0, np.uint32(len(capitals))
    for row in range(len(offsets) - 1):
        at, end, begin = np.uint64(offsets[row]), np.uint64(offsets[row + 1]), count
        low, high = _SEED, ~_SEED
        while True:
            while cut < cut_count and np.uint64(cuts[cut]) < end and text[cuts[cut]] != _NEWLINE:
                passages[_THREE * cut : _THREE * cut + _THREE] = _NONE
                cut += _ONE
            is_cut = cut < cut_count and np.uint64(cuts[cut]) <= end
            stop = np.uint64(cuts[cut]) if is_cut else end
            plain, masked, lettered = _SEED, _SEED, _NONE
            word, mask, letters, figures, is_figure = _SEED, _SEED, _NONE, _NONE, False
            left, place, is_over, mark, capital = _NONE, _NONE, False, np.uint32(0), np.uint32(0)
            while not is_over:
                if left > _NONE:
                    value = spelled[place]
                    place += _ONE
                    left -= _ONE
                elif at < stop:
                    first = text[at]
                    if first < np.uint8(0x80):
                        value = folded[first]
                        at += _ONE
                        capital = _CAPITAL if is_marked and capitals[first] else np.uint32(0)
                    else:
                        code, size = code_point(text, at, stop)
                        value = folded[code]
                        at += size
                        capital = _CAPITAL if is_marked and code < known and capitals[code] else np.uint32(0)
                else:
                    value, is_over = np.uint32(0), True
                kind = value >> _CLASS
                if kind == _WORD:
                    point = np.uint64(value & _POINT)
                    word = word * _K3 + point
                    is_next = _ZERO <= point <= _NINE
                    if not (is_next and is_figure):
                        mask = mask * _K3 + (_ZERO if is_next else point)
                    is_figure = is_next
                    letters += _ONE
                    figures += _ONE if is_next else _NONE
                    if is_marked:
                        mark |= (
                            capital | (_FIGURE if is_next else np.uint32(0)) | _LETTER << np.uint32(point) % _ALPHABET
                        )
                elif kind == _EXPANDED:
                    place, left = np.uint64(value & _POINT), _SPELLED
                elif kind != _DROPPED:
                    if letters > _NONE:
                        token, hidden = mixed(word), mixed(mask)
                        tokens[count] = np.uint32(token >> _WORD_SHIFT)
                        if is_marked:
                            marks[count], mark = mark, np.uint32(0)
                        count += _ONE
                        low = (low ^ token) * K1
                        low ^= low >> _S32
                        high = (high + token) * K2
                        high ^= high >> _S29
                        plain = (plain ^ token) * _K3
                        plain ^= plain >> _S32
                        masked = (masked ^ hidden) * _K4
                        masked ^= masked >> _S32
                        lettered += _ONE if figures < letters else _NONE
                        word, mask, letters, figures, is_figure = _SEED, _SEED, _NONE, _NONE, False
                    if kind == _WIDE:
                        tokens[count] = (value & _POINT) | _WIDE_BIT
                        if is_marked:
                            marks[count] = np.uint32(0)
                        count += _ONE
                        token = np.uint64(value & _POINT) | _LONG_WIDE_BIT
                        low = (low ^ token) * K1
                        low ^= low >> _S32
                        high = (high + token) * K2
                        high ^= high >> _S29
                        plain = (plain ^ token) * _K3
                        plain ^= plain >> _S32
                        masked = (masked ^ token) * _K4
                        masked ^= masked >> _S32
                        lettered += _ONE
            if is_cut:
                passages[_THREE * cut] = mixed(masked)
                passages[_THREE * cut + _ONE] = mixed(plain)
                passages[_THREE * cut + _ONE + _ONE] = lettered
                cut += _ONE
            elif at >= end:
                break
        ends[row] = count
        digests[2 * row] = mixed(low) if count > begin else _NONE
        digests[2 * row + 1] = mixed(high) if count > begin else _NONE
