"""Frequent words per language, stored as hashes: non-ASCII ones for proof, and common ones of all letters.

tests/derive/derive_words.py writes the tables from the lists of wordfreq 3.1.1; like these they are under CC BY-SA 4.0
(tables/frequent_words.LICENSE).
"""

from __future__ import annotations

import json
import lzma
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.mix import K1, K2

TABLE: Final = "frequent_words.xz"
COMMON: Final = "common_words.xz"
# FNV-1a over code points in 64 bits, mixed as by audit.kernels.mix; the upper half is stored.
OFFSET: Final = 0xCBF29CE484222325
PRIME: Final = 0x100000001B3
KEPT: Final = 32
# Of the hash of a common word: one other word in a hundred passes for one, so that a single one proves nothing.
KEPT_OF_COMMON: Final = 20
_MASK: Final = (1 << 64) - 1
_HASH_BYTES: Final = 4
# Cedillas stand for the commas of Romanian in some codecs; apostrophes have two forms.
_ALIKE: Final = str.maketrans("şţ'ʼ", "șț’’")

Hashes = npt.NDArray[np.uint32]


@cache
def frequent_words() -> dict[str, Hashes]:
    """Return the sorted hashes of each language's frequent words; read only."""
    return _read(TABLE)


@cache
def common_words() -> dict[str, Hashes]:
    """Return the sorted short hashes of each language's common words, without its frequent ones; read only."""
    return _read(COMMON)


def _read(table: str) -> dict[str, Hashes]:
    head, _, packed = lzma.decompress(files("audit.text.tables").joinpath(table).read_bytes()).partition(b"\n")
    sizes: dict[str, int] = json.loads(head)["sizes"]
    steps = np.frombuffer(packed, np.uint8).reshape(_HASH_BYTES, -1).T.copy().view("<u4").ravel().astype(np.uint32)
    ends = np.cumsum(list(sizes.values()))
    return {
        language: np.cumsum(part, dtype=np.uint32)
        for language, part in zip(sizes, np.split(steps, ends[:-1]), strict=True)
    }


def alike(text: str) -> str:
    """Return a text in lower case with equivalent letters unified.

    >>> alike("Şi")
    'și'
    """
    return text.lower().translate(_ALIKE)


@lru_cache(maxsize=1 << 15)
def word_hash(word: str) -> int:
    """Return the hash of a word in the form of `alike`."""
    found = OFFSET
    for char in word:
        found = ((found ^ ord(char)) * PRIME) & _MASK
    found = ((found ^ found >> 30) * int(K1)) & _MASK
    found = ((found ^ found >> 27) * int(K2)) & _MASK
    return (found ^ found >> 31) >> KEPT


@lru_cache(maxsize=1 << 15)
def is_frequent(word: str, language: str) -> bool:
    """Return whether a word is frequent in a language, ignoring case."""
    own = frequent_words().get(language)
    # The apostrophe of ASCII stands for another one.
    if own is None or (word.isascii() and "'" not in word):
        return False
    return _holds(own, word_hash(alike(word)))


def is_common(word: str, language: str) -> bool:
    """Return whether a word is common in a language, as one in a hundred others is by chance, or frequent."""
    own = common_words().get(language)
    found = own is not None and _holds(own, word_hash(alike(word)) >> (KEPT - KEPT_OF_COMMON))
    return found or is_frequent(word, language)


def languages_with(word: str) -> int:
    """Return the number of languages in which a word is common or frequent; none or a few by chance."""
    return int(_spread()[word_hash(alike(word)) >> (KEPT - KEPT_OF_COMMON)])


@cache
def _spread() -> npt.NDArray[np.uint8]:
    """Return the number of languages with a common or frequent word of each short hash; read only."""
    counts = np.zeros(1 << KEPT_OF_COMMON, np.uint8)
    common, frequent, none = common_words(), frequent_words(), np.empty(0, np.uint32)
    for language in common | frequent:
        counts[np.union1d(common.get(language, none), frequent.get(language, none) >> (KEPT - KEPT_OF_COMMON))] += 1
    return counts


def _holds(own: Hashes, wanted: int) -> bool:
    # A memoryview gives plain integers, which compare faster than scalars of numpy.
    hashes = own.data
    at = bisect_left(hashes, wanted)
    return at < len(hashes) and bool(hashes[at] == wanted)


@lru_cache(maxsize=1 << 12)
def is_known(word: str) -> bool:
    """Return whether a word is frequent in any language."""
    return any(is_frequent(word, language) for language in frequent_words())
