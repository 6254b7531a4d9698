"""Weigh the code pages of one byte a character: each in every language that it holds, all in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.codepage import weigh_letters, weigh_shapes
from audit.read.charmaps import EBCDIC, SINGLE_BYTE, VOID, charmap, writes
from audit.read.shapes import SHAPE, shapes
from audit.read.writing import GROUPS, STEP, WIDTH, Language, Levels, costs, languages, steps

Numbers = npt.NDArray[np.int64]
Places = npt.NDArray[np.uint64]
Pair = tuple[str, Language]

_ASCII_END: Final = 0x80
HIGH: Final = bytes(range(0x80, 0x100))
_ASCII_LETTERS: Final = bytes((*range(0x41, 0x5B), *range(0x61, 0x7B)))
# A text of another script than its ASCII says how many of its letters are foreign: nats for each time e more of them.
_FOREIGN_NATS: Final = 2.0
# However badly a language reads the ASCII, the text may be in one that no table knows and shares its accents.
_UNKNOWN_NATS: Final = 20.0
_EBCDIC_SPACE: Final = 0x40
_MIN_SPACES: Final = 0.05
_LATIN: Final = "latin"


@dataclass(frozen=True, slots=True)
class Pairs:
    """The distinct pairs of neighbouring bytes, and how often each occurs; the first byte follows a line end."""

    firsts: Places
    seconds: Places
    counts: Numbers

    @staticmethod
    def of(sample: bytes) -> Pairs:
        """Return the pairs of a sample."""
        points = np.frombuffer(b"\n" + sample, dtype=np.uint8)
        joined = points[:-1].astype(np.uint16) << 8 | points[1:]
        found, counts = np.unique(joined, return_counts=True)
        return Pairs((found >> 8).astype(np.uint64), (found & 0xFF).astype(np.uint64), counts)

    def where(self, chosen: npt.NDArray[np.bool_]) -> Pairs:
        """Return some of the pairs."""
        return Pairs(self.firsts[chosen], self.seconds[chosen], self.counts[chosen])

    def ascii(self) -> npt.NDArray[np.bool_]:
        """Return which pairs lie below 0x80."""
        return (self.firsts < _ASCII_END) & (self.seconds < _ASCII_END)


class Pages:
    """Readings, each a codec in a language, laid out for the kernels."""

    def __init__(self, readings: Sequence[Pair]) -> None:
        self.readings = tuple(readings)
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

    def among(self, codecs: Collection[str]) -> Places:
        """Return the readings in some codecs."""
        return np.array([n for n, (codec, _) in enumerate(self.readings) if codec in codecs], dtype=np.uint64)

    def all(self) -> Places:
        """Return all readings."""
        return np.arange(len(self.readings), dtype=np.uint64)

    def nats(self, pairs: Pairs, chosen: Places) -> npt.NDArray[np.float64]:
        """Return the log probability of the pairs in each chosen reading."""
        by_sheet = np.zeros(len(self._groups), dtype=np.int64)
        by_reading = np.zeros(len(chosen), dtype=np.int64)
        seen = (pairs.firsts, pairs.seconds, pairs.counts)
        weigh_shapes(*seen, self._shapes, self._costs, steps(), self._groups, np.uint64(WIDTH), by_sheet)
        weigh_letters(*seen, self._symbols, self._tables, self._starts, self._widths, chosen, by_reading)
        return -STEP * (by_sheet[self._sheet[chosen]] + by_reading)


def _sheet(codec: str, script: str) -> tuple[Levels, Levels]:
    """Return the shape and the cost of each byte as a codec reads it in a text of a script."""
    points = charmap(codec)
    shape, cost = shapes(script)[points], costs(script)[points]
    shape[points == VOID] = SHAPE["void"]
    cost[points == VOID] = 0
    return shape, cost


@cache
def _beyond_ascii() -> Pages:
    return Pages(
        [
            (c, lang)
            for c, _ in SINGLE_BYTE
            if c not in EBCDIC
            for lang in languages()
            if writes(c, lang.name, lang.codecs)
        ]
    )


@cache
def _ascii() -> Pages:
    return Pages([("cp1252", lang) for lang in languages() if lang.script == _LATIN])


@cache
def _ebcdic() -> Pages:
    return Pages(
        [(c, lang) for c, _ in SINGLE_BYTE if c in EBCDIC for lang in languages() if writes(c, lang.name, lang.codecs)]
    )


@dataclass(frozen=True, slots=True)
class Plain:
    """What the ASCII of a sample says: how each Latin language reads it, and what another script must pay for it."""

    nats: dict[str, float]
    foreign: float

    @property
    def language(self) -> str:
        """Return the language that reads it best."""
        return max(self.nats, key=self.nats.__getitem__)

    @staticmethod
    def of(sample: bytes) -> Plain:
        """Return what the ASCII of a sample says."""
        pages, pairs = _ascii(), Pairs.of(sample)
        by_language = pages.nats(pairs.where(pairs.ascii()), pages.all())
        letters = len(sample) - len(sample.translate(None, _ASCII_LETTERS))
        high = len(sample) - len(sample.translate(None, HIGH))
        by_language = np.maximum(by_language, by_language.max() - _UNKNOWN_NATS)
        foreign = by_language.max() - _FOREIGN_NATS * np.log1p(letters / (high + 1))
        names = (language.name for _, language in pages.readings)
        return Plain(dict(zip(names, by_language.tolist(), strict=True)), float(foreign))


def page_nats(sample: bytes, plain: Plain, codecs: Collection[str] | None = None) -> dict[str, float]:
    """Return the log probability of a sample in each code page, in the language that reads it best.

    With `codecs` only theirs.
    """
    found: dict[str, float] = {}
    for codec, nats in _weighed(sample, plain, codecs):
        found[codec] = max(nats, found.get(codec, nats))
    return found


def _weighed(sample: bytes, plain: Plain, codecs: Collection[str] | None) -> Iterator[tuple[str, float]]:
    pairs = Pairs.of(sample)
    beyond = pairs.where(~pairs.ascii())
    pages = _beyond_ascii()
    chosen = pages.all() if codecs is None else pages.among(codecs)
    for number, nats in zip(chosen.tolist(), pages.nats(beyond, chosen).tolist(), strict=True):
        codec, language = pages.readings[number]
        yield codec, nats + plain.nats.get(language.name, plain.foreign)
    if sample.count(_EBCDIC_SPACE) >= _MIN_SPACES * len(sample):
        pages = _ebcdic()
        for (codec, _), nats in zip(pages.readings, pages.nats(pairs, pages.all()).tolist(), strict=True):
            yield codec, nats
