"""Common words per language, stored as hashes, each with a level of how often it is used.

tests/derive/derive_common_words.py writes the tables: common_words.xz from the lists of wordfreq 3.1.1, like these
under CC BY-SA 4.0 (tables/frequent_words.LICENSE), and program_words.xz from what translated programs say, for
languages that have no such list; wiki_words.xz is the like of a wiki's messages (derive_wiki_languages). These say
which of two languages a word is of, but not what is common in them.
"""

from __future__ import annotations

import json
import lzma
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.text.frequent_words import KEPT, alike, frequent_words, is_frequent, word_hash

COMMON: Final = "common_words.xz"
PROGRAM: Final = "program_words.xz"
WIKI: Final = "wiki_words.xz"
# Of the hash of a common word: one other word in two hundred passes for one, so that a single one proves nothing.
KEPT_OF_COMMON: Final = 22
# Levels are half decimal orders; from 1 on, a word makes up at least a hundred thousandth of all.
LEAST_KNOWN: Final = 1
# Of each table: its languages, how many words each has, the hashes of all, and their levels.
_PARTS: Final = ("languages", "sizes", "hashes", "levels")


@dataclass(frozen=True, slots=True)
class _Words:
    """The sorted short hashes of a language's words, and their levels."""

    hashes: memoryview
    levels: memoryview

    def level(self, wanted: int) -> int | None:
        at = bisect_left(self.hashes, wanted)
        return self.levels[at] if at < len(self.hashes) and self.hashes[at] == wanted else None


def has_list(language: str) -> bool:
    """Return whether the common words of a language are listed."""
    return language in _words(COMMON)


def is_of_programs(language: str) -> bool:
    """Return whether only words of programs are listed in a language."""
    return language in _words(PROGRAM)


def is_of_wiki(language: str) -> bool:
    """Return whether only words of a wiki's messages are listed in a language."""
    return language in _words(WIKI)


def word_level(word: str, language: str) -> int | None:
    """Return the level of a word in a language, at most 7; None if it is not listed."""
    own = _own_words(language)
    return own.level(short_hash(word)) if own else None


def is_common(word: str, language: str) -> bool:
    """Return whether a word is common in a language, as one in two hundred others is by chance, or frequent."""
    own = _words(COMMON).get(language)
    level = own.level(short_hash(word)) if own else None
    return (level is not None and level >= LEAST_KNOWN) or is_frequent(word, language)


def languages_with(word: str) -> int:
    """Return the number of languages in which a word is common or frequent; none or a few by chance."""
    return int(_spread()[short_hash(word)])


@lru_cache(maxsize=1 << 15)
def short_hash(word: str) -> int:
    """Return the hash of a word in any case, as the tables have it."""
    return word_hash(alike(word)) >> (KEPT - KEPT_OF_COMMON)


@cache
def _own_words(language: str) -> _Words | None:
    """Return the first list that there is of a language's words."""
    return _words(COMMON).get(language) or _words(PROGRAM).get(language) or _words(WIKI).get(language)


@cache
def _spread() -> npt.NDArray[np.uint8]:
    """Return the number of languages with a common or frequent word of each short hash; read only."""
    counts = np.zeros(1 << KEPT_OF_COMMON, np.uint8)
    common, frequent, none = _words(COMMON), frequent_words(), np.empty(0, np.uint32)
    for language in dict.fromkeys(chain(common, frequent)):
        own = common.get(language)
        known = np.array(own.hashes)[np.frombuffer(own.levels, np.uint8) >= LEAST_KNOWN] if own else none
        counts[np.union1d(known, frequent.get(language, none) >> (KEPT - KEPT_OF_COMMON))] += 1
    return counts


@cache
def _words(table: str) -> dict[str, _Words]:
    names, sizes, hashes, levels = (_stored()[f"{table} {part}"] for part in _PARTS)
    ends = np.cumsum(sizes).tolist()
    # A memoryview gives plain integers, which compare faster than scalars of numpy.
    return {
        language: _Words(hashes[start:end].data, levels[start:end].data)
        for language, start, end in zip(names.tobytes().decode().split(" "), [0, *ends], ends, strict=False)
    }


@derived
def _stored() -> dict[str, npt.NDArray[Any]]:
    """Return the parts of each table: unpacking them takes ten times as long as reading them."""
    return {f"{table} {part}": made for table in (COMMON, PROGRAM, WIKI) for part, made in _unpacked(table)}


def _unpacked(table: str) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    head, _, body = lzma.decompress(files("audit.text.tables").joinpath(table).read_bytes()).partition(b"\n")
    told: dict[str, int] = json.loads(head)["sizes"]
    sizes = np.array([*told.values()], np.int64)
    total, ends = int(sizes.sum()), np.cumsum(sizes)
    steps = np.frombuffer(body, np.uint8, 4 * total).reshape(4, -1).T.copy().view("<u4").ravel().astype(np.uint32)
    hashes = np.concatenate([np.cumsum(own, dtype=np.uint32) for own in np.split(steps, ends[:-1])])
    names = np.frombuffer(" ".join(told).encode(), np.uint8).copy()
    yield from zip(_PARTS, (names, sizes, hashes, np.frombuffer(body, np.uint8, total, 4 * total).copy()), strict=True)
