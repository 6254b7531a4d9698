"""Frequent words per language with letters beyond ASCII, stored as hashes.

tests/derive/derive_words.py writes the table from the lists of wordfreq 3.1.1; like these it is under CC BY-SA 4.0
(tables/frequent_words.LICENSE).
"""

from __future__ import annotations

import json
import lzma
from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import ahead
from audit.kernels.mix import K1, K2

TABLE: Final = "frequent_words.xz"
# FNV-1a over code points in 64 bits, mixed as by audit.kernels.mix; the upper half is stored.
OFFSET: Final = 0xCBF29CE484222325
PRIME: Final = 0x100000001B3
KEPT: Final = 32
_MASK: Final = (1 << 64) - 1
_K1, _K2 = int(K1), int(K2)
_HASH_BYTES: Final = 4
# Cedillas stand for the commas of Romanian in some codecs; apostrophes have two forms.
_ALIKE: Final = str.maketrans("şţ'ʼ", "șț’’")

Hashes = npt.NDArray[np.uint32]


@ahead()
def frequent_words() -> dict[str, Hashes]:
    """Return the sorted hashes of each language's frequent words; read only."""
    head, _, packed = lzma.decompress(files("audit.text.tables").joinpath(TABLE).read_bytes()).partition(b"\n")
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
    small = text.lower()
    return small if small.isascii() and "'" not in small else small.translate(_ALIKE)


@lru_cache(maxsize=1 << 15)
def word_hash(word: str) -> int:
    """Return the hash of a word in the form of `alike`."""
    found = OFFSET
    for code in map(ord, word):
        found = ((found ^ code) * PRIME) & _MASK
    found = ((found ^ found >> 30) * _K1) & _MASK
    found = ((found ^ found >> 27) * _K2) & _MASK
    return (found ^ found >> 31) >> KEPT


def is_frequent(word: str, language: str) -> bool:
    """Return whether a word is frequent in a language, ignoring case."""
    # The apostrophe of ASCII stands for another one.
    return not (word.isascii() and "'" not in word) and _is_listed(word, language)


@lru_cache(maxsize=1 << 15)
def _is_listed(word: str, language: str) -> bool:
    own = frequent_words().get(language)
    return own is not None and _holds(own, word_hash(alike(word)))


def _holds(own: Hashes, wanted: int) -> bool:
    # A memoryview gives plain integers, which compare faster than scalars of numpy.
    hashes = own.data
    at = bisect_left(hashes, wanted)
    return at < len(hashes) and bool(hashes[at] == wanted)


@lru_cache(maxsize=1 << 12)
def is_known(word: str) -> bool:
    """Return whether a word is frequent in any language."""
    return any(is_frequent(word, language) for language in frequent_words())
