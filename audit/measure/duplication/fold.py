"""Texts as tokens: one Han, kana, Thai, Khmer, Lao or Burmese character, or one run of letters and digits."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.alphabet import CLASS_SHIFT, CODE_POINT, DROPPED, EXPANDED, MAX_EXPANSION, WORD, alphabet
from audit.measure.duplication.hashing import U32, U64, Bools, Ints, draw, scramble, starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Code points looked at in one go: half a MiB as uint32 stays in the second-level cache.
LOAD: Final = 1 << 17
# A longer text is folded piece by piece, so that its working memory does not grow with it.
PIECE: Final = 1 << 20
# How far a cut between pieces is moved back so as not to fall into a word.
_SLACK: Final = 256
DIGEST_BYTES: Final = 16
# Set on the first code point of each token in the stream that is digested, so that "ab c" is not "a bc".
_BEGINS: Final = np.uint32(1 << 31)
# Letters are weighted by their position in the word; words beyond this length, none in any language, use them again.
_POSITIONS: Final = 4096
_POWERS: Final = draw(_POSITIONS, salt=1) | np.uint64(1)

# Conjoining jamo (Unicode 15, 3.12): leading, vowel and trailing letters of a Hangul syllable, and how they count.
_LEADING, _LEADINGS = 0x1100, 19
_VOWEL, _VOWELS = 0x1161, 21
_TRAILING, _TRAILINGS = 0x11A7, 28
_SYLLABLE: Final = 0xAC00


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some texts, one after the other: those of text i lie at offsets[i] to offsets[i + 1].

    `wide` tells single characters from words; `digests[i]` names the whole sequence of text i, None when it is empty.
    """

    hashes: U64
    wide: Bools
    offsets: Ints
    digests: tuple[bytes | None, ...]


@dataclass(frozen=True, slots=True)
class _Stream:
    """Folded pieces: their code points without separators, with bounds of the pieces in code points and in tokens."""

    points: U32
    begins: Ints
    wide: Bools
    bounds: Ints
    token_bounds: Ints


def fold(texts: Sequence[str]) -> Tokens:
    """Return the tokens of `texts`, in time linear in their length.

    Lone surrogates, controls, symbols and punctuation separate words; nothing raises.
    """
    hashes: list[U64] = [np.empty(0, np.uint64)]
    wide: list[Bools] = [np.empty(0, np.bool_)]
    counts = np.zeros(len(texts), np.int64)
    digests: list[blake2b | None] = [None] * len(texts)
    for rows, pieces in _loads(texts):
        stream = _stream(pieces)
        hashes.append(_token_hashes(stream))
        wide.append(stream.wide)
        np.add.at(counts, rows, np.diff(stream.token_bounds))
        _digest(digests, rows, stream)
    found = tuple(None if digest is None else digest.digest() for digest in digests)
    return Tokens(np.concatenate(hashes), np.concatenate(wide), starts_of(counts), found)


def _loads(texts: Sequence[str]) -> Iterator[tuple[list[int], list[str]]]:
    rows: list[int] = []
    pieces: list[str] = []
    size = 0
    for row, text in enumerate(texts):
        for piece in _pieces(text):
            rows.append(row)
            pieces.append(piece)
            size += len(piece)
            if size >= LOAD:
                yield rows, pieces
                rows, pieces, size = [], [], 0
    if pieces:
        yield rows, pieces


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > PIECE:
        end = start + PIECE
        back = next((cut for cut in range(end, end - _SLACK, -1) if not text[cut].isalnum()), end)
        yield text[start:back]
        start = back
    yield text[start:]


def _stream(pieces: list[str]) -> _Stream:
    codes = np.frombuffer("\n".join(pieces).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    bounds = starts_of(np.array([len(piece) + 1 for piece in pieces], np.int64))
    bounds[-1] -= 1
    values, bounds = _spelled_out(alphabet().folded[codes], bounds)
    values, bounds = _syllables(values, bounds)
    is_solid = values != 0
    is_word = (values >> CLASS_SHIFT) == WORD
    is_first = is_solid.copy()
    is_first[1:] &= ~(is_word[1:] & is_word[:-1])
    points = values[is_solid]
    begins = np.flatnonzero(is_first[is_solid])
    wide = ~is_word[is_first]
    points &= np.uint32(CODE_POINT)
    points[begins] |= _BEGINS
    return _Stream(points, begins, wide, starts_of(is_solid)[bounds], starts_of(is_first)[bounds])


def _spelled_out(values: U32, bounds: Ints) -> tuple[U32, Ints]:
    """Return `values` without the dropped ones and with the expanded ones spelled out."""
    classes = values >> CLASS_SHIFT
    if not (classes >= DROPPED).any():
        return values, bounds
    table = alphabet()
    at = np.flatnonzero(classes == EXPANDED)
    which = values[at] & np.uint32(CODE_POINT)
    counts = (classes != DROPPED).astype(np.int64)
    counts[at] = table.lengths[which]
    starts = starts_of(counts)
    made = np.repeat(values, counts)
    for nth in range(MAX_EXPANSION):
        is_long = table.lengths[which] > nth
        made[starts[at[is_long]] + nth] = table.spelled[which[is_long], nth]
    return made, starts[bounds]


def _syllables(values: U32, bounds: Ints) -> tuple[U32, Ints]:
    """Return `values` with conjoining jamo put together: decomposed Korean folds like composed Korean."""
    points = (values & np.uint32(CODE_POINT)).astype(np.int64)
    is_leading = (points >= _LEADING) & (points < _LEADING + _LEADINGS)
    if not is_leading.any():
        return values, bounds
    after = np.append(points[1:], [0, 0])
    is_pair = is_leading & (after[:-1] >= _VOWEL) & (after[:-1] < _VOWEL + _VOWELS)
    is_triple = is_pair & (after[1:] > _TRAILING) & (after[1:] < _TRAILING + _TRAILINGS)
    index = ((points - _LEADING) * _VOWELS + after[:-1] - _VOWEL) * _TRAILINGS
    index += np.where(is_triple, after[1:] - _TRAILING, 0)
    made = np.where(is_pair, (_SYLLABLE + index) | WORD << CLASS_SHIFT, values).astype(np.uint32)
    is_kept = np.ones(len(values) + 2, np.bool_)
    is_kept[np.flatnonzero(is_pair) + 1] = False
    is_kept[np.flatnonzero(is_triple) + 2] = False
    return made[is_kept[:-2]], starts_of(is_kept[:-2])[bounds]


def _token_hashes(stream: _Stream) -> U64:
    letters = scramble((stream.points & np.uint32(CODE_POINT)).astype(np.uint64))
    if len(stream.begins) == len(letters):
        return letters
    lengths = np.diff(np.append(stream.begins, len(letters)))
    places = np.arange(len(letters)) - np.repeat(stream.begins, lengths)
    # A token of one letter is its letter, as in the short cut above.
    places &= _POSITIONS - 1
    letters *= np.where(places == 0, np.uint64(1), _POWERS[places])
    sums = np.add.reduceat(letters, stream.begins)
    return np.where(lengths == 1, sums, scramble(sums))


def _digest(digests: list[blake2b | None], rows: list[int], stream: _Stream) -> None:
    """Add each piece to the digest of its text."""
    points = stream.points.astype("<u4", copy=False)
    for row, start, end in zip(rows, stream.bounds[:-1].tolist(), stream.bounds[1:].tolist(), strict=True):
        if start < end:
            digest = digests[row] = digests[row] or blake2b(digest_size=DIGEST_BYTES)
            digest.update(points[start:end].data)
