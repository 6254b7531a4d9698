"""What a passage reads with another codec."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# How the wrong codec of damage done two times is called.
TWICE: Final = " twice"


@dataclass(frozen=True, slots=True)
class Reading:
    """The passage read rightly: the codec it was written in, the one it was read with, the text, the gain in nats."""

    right: str
    wrong: str
    text: str
    gain: float


@dataclass(frozen=True, slots=True)
class RestoredWord:
    """A passage without spaces, in code points, part of which the pair of codecs turns into a frequent word.

    `weight` is that of the pair's words up to this one: three for one of four letters or more, less for shorter ones,
    two more where a sign or a capital stands within the letters; less one for each sound word that came between.
    """

    start: int
    end: int
    pair: tuple[str, str]
    weight: int
    languages: tuple[str, ...]
