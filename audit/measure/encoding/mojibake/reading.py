"""Readings of a passage in another codec."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# The name of the wrong codec of text damaged twice.
TWICE: Final = " twice"


@dataclass(frozen=True, slots=True)
class Reading:
    """A correct reading: the original codec, the wrong one, the text, the gain in nats."""

    right: str
    wrong: str
    text: str
    gain: float


@dataclass(frozen=True, slots=True)
class RestoredWord:
    """A span without spaces, in code points, part of which a pair of codecs turns into a frequent word.

    `weight` is cumulated over the pair's words: three for a word of at least four letters, less for shorter ones, two
    more if a sign or capital is inside the letters; less one per intact word in between.
    """

    start: int
    end: int
    pair: tuple[str, str]
    weight: int
    languages: tuple[str, ...]
