"""UTF-8 to tokens in one pass: decoding, folding, hashes of words, whole texts and passages."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.mix import GOLDEN, K1, K2, mixed
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
# The least lead bytes of three and of four bytes.
_LEAST_OF_THREE, _LEAST_OF_FOUR = np.uint8(0xE0), np.uint8(0xF0)
_OF_LEAD, _OF_NEXT, _SIX, _TWELVE = np.uint32(0x0F), np.uint32(0x3F), np.uint32(6), np.uint32(12)
_ZERO, _NINE = np.uint64(48), np.uint64(57)

# The multipliers of MurmurHash3's finaliser, odd as those of the mix.
_K3, _K4 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_S29, _S32 = np.uint64(29), np.uint64(32)
_NONE, _ONE, _TWO, _THREE = np.uint64(0), np.uint64(1), np.uint64(2), np.uint64(3)
# The marks of a word: a set of its letters and digits in 26 bits, whether it has a digit, and whether it has a capital.
_ALPHABET = np.uint32(26)
_LETTER, _FIGURE, _CAPITAL = np.uint32(1), np.uint32(1 << 30), np.uint32(1 << 31)


class Folding(NamedTuple):
    """The folded form of each code point, what those stand for that become several, and a mask of capitals."""

    folded: Annotated[Array, read(U32)]
    spelled: Annotated[Array, read(U32)]
    capitals: Annotated[Array, read(U8)]


class FoldedTexts(NamedTuple):
    """What texts become.

    `tokens`: at most two per byte, with the end of each text in `ends`; `digests`: two words per text, both 0 without
    tokens; `passages`: three words per cut: the hash of its tokens with digits masked, their unmasked hash, and the
    number of tokens that are not all digits; `marks` of each token, unless the array is empty.
    """

    tokens: Annotated[Array, fill(U32)]
    ends: Annotated[Array, fill(I64)]
    digests: Annotated[Array, fill(U64)]
    passages: Annotated[Array, fill(U64)]
    marks: Annotated[Array, fill(U32)]


# A word as it is read: its hash, that with digits masked, its letters and digits, its digits, whether one is the last.
@part
def _no_word():
    return GOLDEN, GOLDEN, _NONE, _NONE, False


@part
def _longer(word, point):
    hashed, masked, letters, figures, is_figure = word
    is_next = _ZERO <= point <= _NINE
    if not (is_next and is_figure):
        masked = masked * _K3 + (_ZERO if is_next else point)
    return hashed * _K3 + point, masked, letters + _ONE, figures + (_ONE if is_next else _NONE), is_next


@part
def _folded(text, at, stop, folding):
    """Return the folded form of the character at a place, whether it is a capital, and the place after it."""
    folded, capitals = folding.folded, folding.capitals
    if text[at] < np.uint8(0x80):
        return folded[text[at]], capitals[text[at]] > 0, at + _ONE
    code, size = code_point(text, at, stop)
    return folded[code], code < np.uint32(len(capitals)) and capitals[code] > 0, at + size


@part
def _added(whole, passage, token, masked, is_lettered):
    """Return the hashes of a text and of a passage, one token further."""
    low, high = whole
    plain, hidden, lettered = passage
    low = (low ^ token) * K1
    high = (high + token) * K2
    plain = (plain ^ token) * _K3
    hidden = (hidden ^ masked) * _K4
    lettered += _ONE if is_lettered else _NONE
    return (low ^ low >> _S32, high ^ high >> _S29), (plain ^ plain >> _S32, hidden ^ hidden >> _S32, lettered)


@part
def _wide(text, span, folding, out, state):
    """Fold the wide characters from `at` on, three bytes each, as long as one follows another, as `_fold_passage` does.

    `state` is the count of tokens and the hashes of text and passage; returned are where they end, and both as then.
    """
    (at, stop), (count, whole, passage) = span, state
    folded, tokens, marks = folding.folded, out.tokens, out.marks
    is_marked = len(marks) > 0
    while at + _THREE <= stop and _LEAST_OF_THREE <= text[at] < _LEAST_OF_FOUR:
        lead, second, third = np.uint32(text[at]), np.uint32(text[at + _ONE]), np.uint32(text[at + _TWO])
        value = folded[(lead & _OF_LEAD) << _TWELVE | (second & _OF_NEXT) << _SIX | third & _OF_NEXT]
        if value >> _CLASS != _WIDE:
            break
        tokens[count] = (value & _POINT) | _WIDE_BIT
        if is_marked:
            marks[count] = np.uint32(0)
        token = np.uint64(value & _POINT) | _LONG_WIDE_BIT
        whole, passage = _added(whole, passage, token, token, is_lettered=True)
        count, at = count + _ONE, at + _THREE
    return at, (count, whole, passage)


@part
def _fold_passage(text, span, folding, out, state):
    """Fold a span of bytes: fill in its tokens after the first `count` ones.

    `state` is that count and the text's hashes; returned are both as they then are, and those of the passage.
    """
    (at, stop), (count, whole) = span, state
    tokens, marks, is_marked = out.tokens, out.marks, len(out.marks) > 0
    passage, word = (GOLDEN, GOLDEN, _NONE), _no_word()
    left, place, is_over, mark, is_capital = _NONE, _NONE, False, np.uint32(0), False
    while not is_over:
        if left > _NONE:
            value, place, left = folding.spelled[place], place + _ONE, left - _ONE
        elif at < stop:
            if word[2] == _NONE:
                at, (count, whole, passage) = _wide(text, (at, stop), folding, out, (count, whole, passage))
                if at >= stop:
                    continue
            value, is_capital, at = _folded(text, at, stop, folding)
        else:
            value, is_over = np.uint32(0), True
        kind = value >> _CLASS
        if kind == _WORD:
            point = np.uint64(value & _POINT)
            word = _longer(word, point)
            if is_marked:
                mark |= _LETTER << np.uint32(point) % _ALPHABET
                mark |= (_CAPITAL if is_capital else np.uint32(0)) | (_FIGURE if word[4] else np.uint32(0))
        elif kind == _EXPANDED:
            place, left = np.uint64(value & _POINT), _SPELLED
        elif kind != _DROPPED:
            hashed, masked, letters, figures, _ = word
            if letters > _NONE:
                token = mixed(hashed)
                tokens[count] = np.uint32(token >> _WORD_SHIFT)
                if is_marked:
                    marks[count], mark = mark, np.uint32(0)
                count += _ONE
                whole, passage = _added(whole, passage, token, mixed(masked), is_lettered=figures < letters)
                word = _no_word()
            if kind == _WIDE:
                tokens[count] = (value & _POINT) | _WIDE_BIT
                if is_marked:
                    marks[count] = np.uint32(0)
                count += _ONE
                token = np.uint64(value & _POINT) | _LONG_WIDE_BIT
                whole, passage = _added(whole, passage, token, token, is_lettered=True)
    return (count, whole), passage


@kernel(VOID, read(U8), read(I64), read(I64), Folding, FoldedTexts)
def fold(text: Array, offsets: Array, cuts: Array, folding: Folding, out: FoldedTexts) -> None:
    """Fold the texts at offsets[i] to offsets[i + 1] of a UTF-8 buffer.

    `cuts`: ends of passages in the buffer, ascending, at newlines or ends of texts; other cuts are skipped and their
    passages left empty, so that none divides a word. Invalid UTF-8 separates words.
    """
    digests, passages = out.digests, out.passages
    count, cut, cut_count = _NONE, _NONE, np.uint64(len(cuts))
    for row in range(len(offsets) - 1):
        at, end, state = np.uint64(offsets[row]), np.uint64(offsets[row + 1]), (count, (GOLDEN, ~GOLDEN))
        while True:
            while cut < cut_count and np.uint64(cuts[cut]) < end and text[cuts[cut]] != _NEWLINE:
                passages[_THREE * cut : _THREE * cut + _THREE] = _NONE
                cut += _ONE
            is_cut = cut < cut_count and np.uint64(cuts[cut]) <= end
            stop = np.uint64(cuts[cut]) if is_cut else end
            state, (plain, masked, lettered) = _fold_passage(text, (at, stop), folding, out, state)
            at = max(at, stop)
            if is_cut:
                passages[_THREE * cut] = mixed(masked)
                passages[_THREE * cut + _ONE] = mixed(plain)
                passages[_THREE * cut + _ONE + _ONE] = lettered
                cut += _ONE
            elif at >= end:
                break
        is_empty = state[0] == count
        count, (low, high) = state
        out.ends[row] = count
        digests[2 * row] = _NONE if is_empty else mixed(low)
        digests[2 * row + 1] = _NONE if is_empty else mixed(high)
