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
