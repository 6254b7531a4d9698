"""Scoring of single-byte code pages, each in every language it supports, in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.codepage import weigh_letters, weigh_lines, weigh_shapes
from audit.read.codec.high_bytes import HIGH, count_high
from audit.read.codec.statistical.charmaps import EBCDIC, SINGLE_BYTE, VOID, charmap, writes
from audit.read.codec.statistical.joined_forms import JOINED, are_joined
from audit.read.codec.statistical.pairs import Numbers, Pairs, Places
from audit.read.codec.statistical.shapes import SHAPE, shapes
from audit.read.codec.statistical.writing import GROUPS, STEP, WIDTH, Language, Levels, costs, languages, steps

Floats = npt.NDArray[np.float64]
Pair = tuple[str, Language]

ASCII_LETTERS: Final = bytes((*range(0x41, 0x5B), *range(0x61, 0x7B)))
# In a text whose script differs from its ASCII: nats per factor e of foreign letters.
_FOREIGN_NATS: Final = 2.0
# Bound on the cost of the ASCII: the language may be one without tables that shares the accents. This rarely applies to
# code pages made for a few Baltic, Nordic or southern languages.
_UNKNOWN_NATS: Final = 20.0
_UNKNOWN_IN_FEW: Final = 40.0
_OF_FEW: Final = frozenset({"cp1257", "cp775", "mac-latin2", "mac-croatian", "mac-iceland", "cp861"}) | {
    f"iso8859-{part}" for part in (3, 4, 10, 13, 14)
}
_EBCDIC_SPACE: Final = 0x40
_MIN_SPACES: Final = 0.05
_LATIN: Final = "latin"
_ANY: Final = "cp1252"
_COUNTED: Final = 1 << 20
_STRAY: Final = 0.001
_STRAY_NATS: Final = 6.0
# Fewer pairs are no evidence.
_TOO_FEW: Final = 8


class CodePages:
    """Readings (pairs of codec and language) as arrays for the kernels."""

    def __init__(self, readings: Sequence[Pair]) -> None:
        self.readings = tuple(readings)
        codecs = [codec for codec, _ in readings]
        # Readings of one codec are consecutive.
        self._edges = {codec: (codecs.index(codec), codecs.index(codec) + codecs.count(codec)) for codec in codecs}
        self._latin = np.array([_place(language) for _, language in readings])
        self._unknown = np.array([_UNKNOWN_IN_FEW if codec in _OF_FEW else _UNKNOWN_NATS for codec in codecs])
        sheets = sorted({(codec, language.script) for codec, language in readings})
        self._sheet = np.array([sheets.index((codec, language.script)) for codec, language in readings])
        self._groups = np.array([GROUPS.index(script) for _, script in sheets], dtype=np.uint64)
        made = [_sheet(codec, script) for codec, script in sheets]
        self._shapes = np.concatenate([shape for shape, _ in made])
        self._costs = np.concatenate([cost for _, cost in made])
        known = {language.name: language for _, language in readings}
        starts = np.cumsum([0, *(len(language.costs) for language in known.values())])
        start = dict(zip(known, starts, strict=False))
        self._tables = np.concatenate([language.costs for language in known.values()])
        self._starts = np.array([start[language.name] for _, language in readings], dtype=np.uint64)
        self._widths = np.array([language.width for _, language in readings], dtype=np.uint64)
        symbols = {name: language.symbols() for name, language in known.items()}
        self._symbols = np.concatenate([symbols[language.name][charmap(codec)] for codec, language in readings])

    def among(self, codecs: Collection[str]) -> dict[str, tuple[int, int]]:
        """Return the range of readings of each of some codecs."""
        return {codec: edges for codec, edges in self._edges.items() if codec in codecs}

    def every(self) -> Places:
        """Return the indexes of all readings."""
        return np.arange(len(self._sheet), dtype=np.uint64)

    def latin(self) -> Numbers:
        """Return for each reading the index of its Latin language, or -1."""
        return self._latin

    def nats(self, pairs: Pairs, chosen: Places) -> Floats:
        """Return the log probability of the pairs under each chosen reading."""
        if not len(pairs.counts):
            return np.zeros(len(chosen))
        by_sheet = np.zeros(len(self._groups), dtype=np.int64)
        by_reading = np.zeros(len(chosen), dtype=np.int64)
        sheets, wanted = self._sheet[chosen], np.zeros(len(self._groups), dtype=np.uint8)
        wanted[sheets] = 1
        seen = (pairs.firsts, pairs.seconds, pairs.counts)
        weigh_shapes(*seen, self._shapes, self._costs, steps(), self._groups, np.uint64(WIDTH), wanted, by_sheet)
        weigh_letters(*seen, self._symbols, self._tables, self._starts, self._widths, chosen, by_reading)
        nats: Floats = -STEP * (by_sheet[sheets] + by_reading)
        return nats

    def best(self, pairs: Pairs, codecs: Collection[str], plain: Floats) -> dict[str, float]:
        """Return the log probability of the pairs under each codec in its best language, plus `plain`.

        `plain` has one number per Latin language, and a last one for all others.
        """
        names, chosen, starts = _asked(self, frozenset(codecs))
        if not names:
            return {}
        places = self._latin[chosen]
        own, least = plain[places], plain[:-1].max() - self._unknown[chosen]
        nats = self.nats(pairs, chosen) + np.where(places < 0, own, np.maximum(own, least))
        return dict(zip(names, np.maximum.reduceat(nats, starts).tolist(), strict=True))

    def by_line(self, lines: Sequence[bytes], reading: int) -> Numbers:
        """Return a row per line under one reading: cost in STEPs, that beyond ASCII, and three numbers of bytes.

        Those are the bytes after or beyond ASCII, ASCII letters, and bytes beyond ASCII.
        """
        sheet, width = int(self._sheet[reading]), int(self._widths[reading])
        rows, own = slice(256 * sheet, 256 * (sheet + 1)), slice(256 * reading, 256 * (reading + 1))
        after = steps()[int(self._groups[sheet]) * WIDTH * WIDTH :]
        tables = (self._shapes[rows], self._costs[rows], after, self._symbols[own])
        letters = self._tables[int(self._starts[reading]) :]
        points = np.frombuffer(b"\n".join((b"", *lines)), dtype=np.uint8)
        ends, told = np.cumsum([len(line) + 1 for line in lines]), np.zeros(5 * len(lines), dtype=np.int64)
        weigh_lines(points, ends, *tables, letters, np.uint64(WIDTH), np.uint64(width), told)
        return told.reshape(-1, 5)


@lru_cache(maxsize=64)
def _asked(pages: CodePages, codecs: frozenset[str]) -> tuple[tuple[str, ...], Places, Numbers]:
    """Return those code pages, the indexes of their readings, and where those of each begin."""
    among = pages.among(codecs)
    ranges = [np.arange(*edges, dtype=np.uint64) for edges in among.values()]
    chosen = np.concatenate(ranges) if ranges else np.zeros(0, dtype=np.uint64)
    return tuple(among), chosen, np.cumsum([0, *map(len, ranges)])[:-1]


def _sheet(codec: str, script: str) -> tuple[Levels, Levels]:
    """Return shape and cost of each byte in a codec, for texts of a script."""
    points = charmap(codec)
    shape, cost = shapes(script)[points], costs(script)[points]
    shape[points == VOID] = SHAPE["void"]
    cost[points == VOID] = 0
    return shape, cost


@cache
def _latin() -> tuple[Language, ...]:
    return tuple(language for language in languages() if language.script == _LATIN)


def _place(language: Language) -> int:
    """Return the index of a Latin language, or -1."""
    return _latin().index(language) if language.script == _LATIN else -1


@cache
def code_pages(*, ascii_based: bool) -> CodePages:
    """Return the readings of the code pages that contain ASCII, or of those that do not."""
    pages = [codec for codec, _ in SINGLE_BYTE if (codec not in EBCDIC) is ascii_based]
    return CodePages([(c, lang) for c in pages for lang in languages() if writes(c, lang.name, lang.codecs)])


@cache
def _ascii() -> CodePages:
    return CodePages([(_ANY, language) for language in _latin()])


@dataclass(frozen=True, slots=True)
class Sample:
    """Bytes to be scored: non-ASCII bigrams, and the cost of the ASCII ones in each Latin language and in others.

    `by_language` ends with `foreign`. If only non-ASCII pairs are scored, the rest costs every codec the same except
    for the language; `alphabetic` is the best. `is_stray`: high bytes are as rare as damage is.
    """

    raw: bytes
    pairs: Pairs
    beyond: Pairs
    alphabetic: float
    foreign: float
    by_language: Floats
    is_stray: bool

    @staticmethod
    def of(raw: bytes, whole: bytes | None = None) -> Sample:
        """Return the bytes as a sample of `whole`, which determines the frequency of non-ASCII bytes."""
        counted = (raw if whole is None else whole)[:_COUNTED]
        letters, high = len(counted) - len(counted.translate(None, ASCII_LETTERS)), count_high(counted)
        return _sample(raw, float(foreign_nats(letters, high, len(counted))), high <= _STRAY * len(counted))

    def price(self, nats: float, few: int = _TOO_FEW) -> float:
        """Return the non-ASCII cost of a reading in nats per bigram; 0 if these are `few`."""
        beyond = int(self.beyond.counts.sum())
        return (self.alphabetic - nats) / beyond if beyond > few else 0.0


# The chosen codec's lines are compared with the sample by which it was chosen.
@lru_cache(maxsize=2)
def _sample(raw: bytes, foreign: float, is_stray: bool) -> Sample:  # noqa: FBT001  called by Sample.of only
    pages, (pairs, ascii_only, beyond) = _ascii(), Pairs.of(raw)
    found = pages.nats(ascii_only, pages.every())
    best = float(found.max())
    foreign = best - foreign
    return Sample(raw, pairs, beyond, best, foreign, np.append(found, foreign), is_stray)


def foreign_nats(letters: npt.ArrayLike, high: npt.ArrayLike, size: npt.ArrayLike) -> Floats:
    """Return what ASCII letters cost more, in nats, in a language of another script with so many high bytes."""
    letters, high = np.asarray(letters), np.asarray(high)
    made: Floats = _FOREIGN_NATS * np.log1p(letters / (high + 1)) + _STRAY_NATS * (high <= _STRAY * np.asarray(size))
    return made


def page_nats(sample: Sample, codecs: Collection[str]) -> dict[str, float]:
    """Return the log probability of a sample in some code pages, in the best language of each."""
    codecs = codecs if JOINED not in codecs or are_joined(sample.raw) else frozenset(codecs) - {JOINED}
    found = code_pages(ascii_based=True).best(sample.beyond, codecs, sample.by_language)
    if sample.raw.count(_EBCDIC_SPACE) >= _MIN_SPACES * len(sample.raw):
        found |= code_pages(ascii_based=False).best(sample.pairs, codecs, np.zeros(len(sample.by_language)))
    return found


def own_letters(sample: Sample, codec: str) -> bytes:
    """Return the non-ASCII bytes that are lower case letters of the best language of a code page."""
    pages = code_pages(ascii_based=True)
    chosen = np.arange(*pages.among({codec})[codec], dtype=np.uint64)
    nats = pages.nats(sample.beyond, chosen) + sample.by_language[pages.latin()[chosen]]
    _, language = pages.readings[chosen[nats.argmax()]]
    return _bytes_of(codec, language.letters)


@lru_cache(maxsize=64)
def _bytes_of(codec: str, letters: str) -> bytes:
    return bytes(byte for byte in HIGH if bytes([byte]).decode(codec, "replace") in letters)


def latin_readings(sample: Sample) -> Iterator[tuple[str, Language, float, float]]:
    """Yield each Latin language in each code page: its cost of the ASCII against the best one, and the rest.

    Both in nats.
    """
    pages = code_pages(ascii_based=True)
    around = sample.by_language[:-1] - sample.by_language[:-1].max()
    beyond = pages.nats(sample.beyond, pages.every())
    for (codec, language), place, nats in zip(pages.readings, pages.latin().tolist(), beyond.tolist(), strict=True):
        if place >= 0:
            yield codec, language, float(around[place]), nats
