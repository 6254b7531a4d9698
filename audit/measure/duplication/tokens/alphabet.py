"""The folding table for text comparison, bundled and independent of the Python version.

Texts that differ only in case, width, compatibility forms, diacritics, invisible characters, punctuation, spacing, the
script of digits, stretched or differently typed Arabic letters, or
Han variants (traditional, simplified, regional) fold to the same tokens. The table is derived by
tests/derive/derive_alphabet.py from Unicode 14 and the classes of han_variants.txt, which come from OpenCC; a table
with another hash is refused, since its results would not be comparable.
"""

from __future__ import annotations

import hashlib
import lzma
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.errors import DefectError
from audit.kernels.derived import derived

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32

ALPHABET_SHA256: Final = "a5b24f94b702a34c1e453885deaf8874afe40fdbaf33f183986c3f23b037acb1"

# The class is stored above the 21 bits of a folded code point.
CLASS_SHIFT: Final = 24
CODE_POINT: Final = 0x1FFFFF
SEPARATOR: Final = 0  # ends a word
WORD: Final = 1  # a run of these is one token
WIDE: Final = 2  # each is a token: scripts written without spaces
DROPPED: Final = 3  # as if it were not there
EXPANDED: Final = 4  # several code points, spelled out from a place in the side table
# One Arabic ligature expands to 18 letters; expansions are bounded.
MAX_EXPANSION: Final = 4
_CODE_POINTS: Final = 0x110000


@dataclass(frozen=True, slots=True)
class Alphabet:
    """`folded[code point]` is class << 24 | folded code point; for EXPANDED the low bits are an index into `spelled`.

    An expansion is MAX_EXPANSION entries of `spelled`, padded with DROPPED.
    """

    folded: U32
    spelled: U32


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """Return the token letters of all code points."""
    table = _table()["letters"]
    return Alphabet(table[:_CODE_POINTS], table[_CODE_POINTS:])


@derived
def _table() -> dict[str, U32]:
    return {"letters": shipped()}


def shipped() -> U32:
    """Return the bundled table. Raises DefectError if its hash differs."""
    raw = lzma.decompress(resources.files(__package__).joinpath("alphabet.xz").read_bytes())
    if hashlib.sha256(raw).hexdigest() != ALPHABET_SHA256:
        raise DefectError("the letter table for comparing texts is not the one of this version")
    return np.frombuffer(raw, "<u4").astype(np.uint32)
