"""Tokenizer for text comparison: a Han, kana, Thai, Khmer, Lao or Burmese character, or a run of letters and digits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.kernels.duplication import fold as kernels
from audit.measure.duplication.tokens.alphabet import (
    CLASS_SHIFT,
    CODE_POINT,
    DROPPED,
    EXPANDED,
    MAX_EXPANSION,
    WIDE,
    WORD,
    alphabet,
)
from audit.measure.duplication.tokens.hashing import U8, U32, U64, Bools, Ints, starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Bytes folded at once: with their tokens they fit into the second-level cache.
LOAD: Final = 1 << 18
DIGEST_BYTES: Final = 16
_WIDE: Final = np.uint32(1 << 31)
_TOKENS_A_BYTE: Final = 2
# Latin, Greek, Cyrillic, Armenian, and Latin with Vietnamese accents.
_CASES_END: Final = 0x2000
# Bits of the marks of a word.
FIGURE: Final = np.uint32(1 << 30)
CAPITAL: Final = np.uint32(1 << 31)
LETTERS: Final = np.uint32((1 << 26) - 1)
_WORDS_A_PASSAGE: Final = 3


@dataclass(frozen=True, slots=True)
class Folded:
    """The tokens of some texts, concatenated: those of text i are offsets[i] to offsets[i + 1].

    A code is a wide character above 2**31, or the hash of a word below. `digests` is (texts, 2): 128 bits of the whole
    sequence, zeros if empty. `passages` is (cuts, 3): see the kernel. `marks`, if requested, tell of each word whether
    it has a CAPITAL, a FIGURE, and in the low bits a set of its letters.
    """

    codes: U32
    offsets: Ints
    digests: U64
    passages: U64
    marks: U32


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some texts, concatenated: those of text i are offsets[i] to offsets[i + 1].

    `wide` distinguishes single characters from words; `digests[i]` is that of text i's sequence, None if empty.
    """

    hashes: U64
    wide: Bools
    offsets: Ints
    digests: tuple[bytes | None, ...]


def fold(texts: Sequence[str]) -> Tokens:
    """Return the tokens of `texts`, in linear time.

    Lone surrogates, controls, symbols and punctuation are separators; nothing raises.
    """
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = starts_of(np.array([len(text) for text in raw], np.int64))
    found = fold_bytes(np.frombuffer(b"".join(raw), np.uint8), offsets, np.empty(0, np.int64))
    names = found.digests.astype("<u8").tobytes()
    places = range(0, len(names), DIGEST_BYTES)
    is_empty = (np.diff(found.offsets) == 0).tolist()
    digests = [None if empty else names[at : at + DIGEST_BYTES] for at, empty in zip(places, is_empty, strict=True)]
    return Tokens(found.codes.astype(np.uint64), found.codes >= _WIDE, found.offsets, tuple(digests))


def codes_of(tokens: Tokens) -> U32:
    """Return tokens in the form of the kernels."""
    return tokens.hashes.astype(np.uint32)


def fold_bytes(text: U8, offsets: Ints, cuts: Ints, *, is_marked: bool = False) -> Folded:
    """Return the tokens of the texts at offsets[i] to offsets[i + 1] of a UTF-8 buffer.

    `cuts` are the ends of passages within the buffer, ascending.
    """
    table = alphabet()
    count = len(offsets) - 1
    codes = np.empty(_TOKENS_A_BYTE * int(offsets[-1] - offsets[0]), np.uint32)
    marks = np.empty(len(codes) if is_marked else 0, np.uint32)
    ends = np.zeros(count + 1, np.int64)
    digests, passages = np.empty(2 * count, np.uint64), np.empty(_WORDS_A_PASSAGE * len(cuts), np.uint64)
    folding = kernels.Folding(table.folded, table.spelled, _capitals())
    kernels.fold(text, offsets, cuts, folding, kernels.FoldedTexts(codes, ends[1:], digests, passages, marks))
    shape = (digests.reshape(-1, 2), passages.reshape(-1, _WORDS_A_PASSAGE))
    return Folded(codes[: int(ends[-1])], ends, *shape, marks[: int(ends[-1])])


@lru_cache(maxsize=1)
def _capitals() -> U8:
    """Return a mask of capitals for code points of cased alphabets."""
    return np.array([chr(code).isupper() for code in range(_CASES_END)], np.uint8)


def token_starts(text: str) -> Ints:
    """Return the code point offset of each token of `text`."""
    table = alphabet()
    folded = table.folded[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)]
    is_spelled = folded >> CLASS_SHIFT == EXPANDED
    counts = np.where(is_spelled, MAX_EXPANSION, 1)
    places, values = np.repeat(np.arange(len(folded)), counts), np.repeat(folded, counts)
    begins = (folded[is_spelled] & CODE_POINT).astype(np.int64)
    values[np.repeat(is_spelled, counts)] = table.spelled[(begins[:, None] + np.arange(MAX_EXPANSION)).ravel()]
    kinds = values >> CLASS_SHIFT
    places, kinds = places[kinds != DROPPED], kinds[kinds != DROPPED]
    is_word = kinds == WORD
    is_start = is_word.copy()
    is_start[1:] &= ~is_word[:-1]
    starts: Ints = places[is_start | (kinds == WIDE)]
    return starts


def bytes_of(texts: pa.Array) -> tuple[U8, Ints]:
    """Return the buffer and the offsets of a column of texts (large_string without nulls)."""
    _, starts, raw = texts.buffers()
    if not len(texts):
        return np.empty(0, np.uint8), np.zeros(1, np.int64)
    offsets = np.frombuffer(starts, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return np.frombuffer(raw or b"", np.uint8), offsets


def loads(offsets: Ints) -> Iterator[tuple[int, int]]:
    """Return slices of consecutive texts of bounded total length; a longer text forms its own."""
    start, count = 0, len(offsets) - 1
    while start < count:
        end = int(np.searchsorted(offsets, offsets[start] + LOAD, side="right")) - 1
        end = max(end, start + 1)
        yield start, end
        start = end
