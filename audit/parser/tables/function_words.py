"""Function words, particles and years in short lines, which distinguish sentences from labels."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.derived import derived
from audit.kernels.parser import cues as kernels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Points = NDArray[np.uint32]

# Function words, which sentences require and most menus lack.
_FUNCTION_WORDS: Final = (
    "the of and to in is that for was with on as are it his her they this have from not but were which be at "  # en
    "der die das und ist nicht ein eine den dem von zu mit sich auf für auch des im wird hat war sind dass "  # de
    "le la les et une dans que qui pour par sur pas au du il elle sont "  # fr
    "el los las en un del por con para una como más su no se es lo "  # es
    "o a os do da em um uma não ao "  # pt
    "di che è per non una sono della nel "  # it
    "и в не на что с по как это из за от для он она был но "  # ru
    "het een van dat niet op te zijn voor och att det som på är av inte og er til ikke "  # nl, sv, da, no
    "bir ve bu de için ile i w z się że nie"  # tr, pl
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())
# Particles of running Chinese and Japanese.
PARTICLES: Final = (
    "的了是在和也不这這有与與为為着就都从從对對被把将將到说說而我他她们們于之其并并及吗呢吧がをにはでとたるのれい"
)
# Maximum length of blocks that are tested; longer ones are recognised as prose otherwise.
LONGEST: Final = 300
_BMP: Final = 0x10000
_BEFORE, _AFTER = " \"'“„«(", " ,.:;!?)"
# Marks around a label: 【相关阅读】, » More:, Comments (139).
TRIMMED: Final = " \t|¦>»›<«‹•·∙●■□◆▶►▼▲→←↑↓+*#~=_:;,.!?…-–—()[]{}【】「」『』《》〈〉\"'“”‘’✕×0123456789"
# Letters of alphabetic cues, which must be whole words.
_CUED: Final = ((ord("a"), ord("z")), (ord("ß"), ord("ö")), (ord("ø"), ord("ÿ")), (ord("а"), ord("я")), (0x451, 0x451))
# Four slots per word keep probe sequences short.
_SLOTS: Final = 1 << (4 * len(FUNCTION_WORDS)).bit_length()


def roles() -> NDArray[np.uint8]:
    """Return the flags of audit.kernels.parser.cues for each BMP code point; read only."""
    return _roles()["roles"]


@derived
def _roles() -> dict[str, NDArray[np.uint8]]:
    table = np.zeros(_BMP, np.uint8)
    cased = [c for c in range(_BMP) if chr(c).isalpha() and (chr(c).islower() or chr(c).isupper())]
    table[cased] |= kernels.ALPHABETIC
    for first, last in _CUED:
        table[first : last + 1] |= kernels.LETTER
    for characters, flag in (
        (TRIMMED, kernels.TRIMMED),
        (PARTICLES, kernels.PARTICLE),
        (_BEFORE, kernels.BEFORE),
        (_AFTER, kernels.AFTER),
    ):
        table[[ord(c) for c in characters]] |= flag
    return {"roles": table}


@cache
def _known() -> NDArray[np.uint64]:
    """Return the hash table of the grammatical words, packed."""
    keys = np.zeros(_SLOTS, np.uint64)
    packed = np.array([_packed(word) for word in sorted(FUNCTION_WORDS)], np.uint64)
    kernels.fill_slots(packed, keys, np.zeros(len(packed), np.int64))
    return keys


def _packed(word: str) -> int:
    if len(word) > kernels.MOST_LETTERS or ord(max(word)) >> kernels.LETTER_BITS:
        raise ValueError(f"{word} cannot be packed into a key: it is too long, or of a script with many letters")
    total = 0
    for letter in word:
        total = (total << kernels.LETTER_BITS) | ord(letter)
    return total


def word_columns(folded: Points, first: Ints, last: Ints) -> dict[str, NDArray[np.generic]]:
    """Return words, particles and dated for the spans from `first` to `last` in folded code points."""
    words, particles = np.zeros(len(first), np.int32), np.zeros(len(first), np.int32)
    dated = np.zeros(len(first), np.uint8)
    kernels.count_words(folded, first, last, roles(), _known(), LONGEST, words, particles, dated)
    return {"words": words, "particles": particles, "dated": dated.astype(bool)}
