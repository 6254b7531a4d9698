"""A cheap test before judging a passage: most alphabets are excluded by the letters they give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final
from unicodedata import combining, normalize

import numpy as np
import numpy.typing as npt

from audit.measure.encoding.mojibake.codec_pairs import ALPHABETS, LATIN_CODECS, PAIRS, PASSAGES, TWO_BYTES, byte_of
from audit.measure.encoding.mojibake.healthy_eastern import is_as_frequent
from audit.measure.encoding.mojibake.spelled.respelled import languages
from audit.measure.encoding.mojibake.spelled.spelling import BETWEEN, LANGUAGES, SCRIPT_OF, alphabet, nearest

# Minimum share of non-ASCII characters that become letters; the others are quotes, apostrophes, dashes and dots.
_MIN_LETTERS: Final = 0.3
# A non-Latin script comes in runs; accents stand alone.
_MIN_IN_RUNS: Final = 0.5
_NEAR: Final = 3
_SPELLED: Final = tuple(pair for pair in PAIRS if pair[0] in ALPHABETS)
_WRONGS: Final = frozenset(wrong for _, wrong in _SPELLED)
_ALONE: Final = _WRONGS - TWO_BYTES
_IS_LATIN: Final = np.array([right in LATIN_CODECS for right, _ in _SPELLED])
# Letters of a line that is judged by its likelihood, and their share.
_MIN_LETTERED, _MOSTLY_LETTERS = 2, 0.7
_LATIN: Final = frozenset(LANGUAGES["latin"])
_BIT: Final = {language: 1 << number for number, language in enumerate(sorted(_LATIN))}
_FOREIGN: Final = re.compile("[^\x00-\x7f]")
_BEHIND_SMALL: Final = re.compile("(?<=[a-zß-öø-ÿ])[^\x00-\x7f]")
_WITHIN: Final = re.compile("(?<=[a-z])[^\x00-\x7f](?=[a-z])")
_IN_RUNS: Final = re.compile("(?<=[^\x00-\x7f])[^\x00-\x7f]")

# What a pair of codecs makes of a character, in bits: the wrong one has it, the right one gives letters. The languages
# that use the letters are the bits above.
_SHOWN, _LETTERS, _NATIVE = 1, 2, 2

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class AlphabetPrefilter:
    """The non-ASCII characters of a passage, and what the pairs of codecs make of each (`becomes`).

    `sudden` are the capitals after lower case letters, which no language has.
    """

    foreign: Counter[str]
    sudden: Counter[str]
    becomes: npt.NDArray[np.int64]
    in_runs: bool

    @staticmethod
    @lru_cache(maxsize=PASSAGES)
    def of(passage: str) -> AlphabetPrefilter | None:
        """Return the look at a passage; None if its characters are plausible, or ASCII."""
        foreign = Counter(_FOREIGN.findall(passage))
        if not foreign:
            return None
        sudden = Counter(char for char in _BEHIND_SMALL.findall(passage) if char.isupper())
        in_runs = len(_IN_RUNS.findall(passage)) >= _MIN_IN_RUNS * foreign.total()
        # Plausible accents are judged by frequent words.
        if not (in_runs or sudden or any(_is_odd(char) for char in _WITHIN.findall(passage))):
            return None
        # Nothing of two bytes is read in another alphabet then (legible_pairs).
        wrongs = _ALONE if is_as_frequent(passage) else _WRONGS
        return AlphabetPrefilter(foreign, sudden, _becoming(foreign, wrongs), in_runs)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of codecs, right and wrong, that make letters of many characters."""
        total, letters = self._counts @ self._shown, self._counts @ (self.becomes & _LETTERS != 0)
        allowed = (total > 0) & (letters >= _MIN_LETTERS * total) & (_IS_LATIN | self.in_runs)
        return tuple(_SPELLED[number] for number in np.flatnonzero(allowed).tolist())

    def languages(self, context: str) -> tuple[str, ...]:
        """Return the languages that the passage may be written in, by its context."""
        spoken = _spoken(context)
        if not self.in_runs and not _LATIN.intersection(spoken):
            return (*nearest(context, LANGUAGES["latin"], _NEAR), *spoken)
        return spoken

    def plausible(self, pairs: Iterable[tuple[str, str]], spoken: tuple[str, ...]) -> list[tuple[str, str]]:
        """Return the pairs that make letters of these languages of many characters that are none of theirs."""
        bits = sum(_BIT.get(language, 0) for language in spoken)
        written = spoken if self.in_runs else tuple(one for one in spoken if one in _LATIN)
        native = _native(written)
        own = np.array([char.lower() in native for char in self.foreign])
        at_home = np.array([count - self.sudden[char] for char, count in self.foreign.items()])
        kept, least = (at_home * own) @ self._shown, self._counts @ self._shown
        if bits:
            theirs = (self.becomes & _LETTERS != 0) & (self.becomes & bits << _NATIVE != 0)
            least = np.minimum(least, self._counts @ theirs)
        denied = {pair for pair, is_denied in zip(_SPELLED, _IS_LATIN & (kept >= least), strict=True) if is_denied}
        return [pair for pair in pairs if pair not in denied]

    @cached_property
    def _counts(self) -> npt.NDArray[np.int64]:
        return np.array(list(self.foreign.values()))

    @cached_property
    def _shown(self) -> Flags:
        shown: Flags = self.becomes & _SHOWN != 0
        return shown


def lettered_pairs(foreign: Counter[str]) -> list[tuple[str, str]]:
    """Return the pairs whose wrong codec has one byte a character, and that make several letters of most it shows."""
    if not foreign:
        return []
    becomes, counts = _becoming(foreign, _ALONE), np.array(list(foreign.values()))
    shown, letters = counts @ (becomes & _SHOWN != 0), counts @ (becomes & _LETTERS != 0)
    allowed = (letters >= _MIN_LETTERED) & (letters >= _MOSTLY_LETTERS * shown)
    return [_SPELLED[number] for number in np.flatnonzero(allowed).tolist()]


@lru_cache(maxsize=64)
def _spoken(context: str) -> tuple[str, ...]:
    return tuple(languages([context]))


def _is_odd(char: str) -> bool:
    return SCRIPT_OF.get(char) != "latin" and char not in BETWEEN


def _becoming(foreign: Iterable[str], wrongs: frozenset[str]) -> npt.NDArray[np.int64]:
    """Return what each pair with one of the wrong codecs makes of each character, a row for each."""
    return np.stack([_becomes(char, wrongs) for char in foreign])


@lru_cache(maxsize=1 << 12)
def _becomes(char: str, wrongs: frozenset[str]) -> npt.NDArray[np.int64]:
    raw = {wrong: byte_of(char, wrong) for wrong in wrongs}
    return np.array([_read(raw[wrong], right) if raw.get(wrong) else 0 for right, wrong in _SPELLED])


@lru_cache(maxsize=1 << 13)
def _read(raw: bytes, right: str) -> int:
    """Return what another codec makes of a character's bytes: the non-ASCII letters alone or after an a."""
    read = (normalize("NFC", "a" + char) if combining(char) else char for char in raw.decode(right, "replace"))
    found = "".join(char for char in read if char in SCRIPT_OF and char > "\x7f")
    return _SHOWN + (_LETTERS + (_writers(found.lower()) << _NATIVE) if found else 0)


@lru_cache(maxsize=1 << 12)
def _writers(letters: str) -> int:
    """Return the bits of the languages that use all of the letters."""
    return sum(bit for language, bit in _BIT.items() if alphabet(language).issuperset(letters))


@lru_cache(maxsize=64)
def _native(spoken: tuple[str, ...]) -> frozenset[str]:
    """Return the letters that any of the languages uses."""
    return frozenset[str]().union(*map(alphabet, spoken))
