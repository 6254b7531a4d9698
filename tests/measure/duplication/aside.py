"""Which of some texts are set aside as copies, and copies with errors in them."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np

from audit.measure.duplication.keep import choose_kept
from audit.policy import DuplicateSettings

Build = Callable[..., Any]


def kept_instead(corpus: Build, bodies: list[str]) -> list[int]:
    """Return for each document the one that is kept instead of it, or -1."""
    found, rows = corpus(bodies).find(), len(bodies)
    kept = choose_kept(found, np.ones(rows, np.bool_), DuplicateSettings(), np.arange(rows))
    return kept["duplicate_of_row"].to_pylist()


def set_aside(corpus: Build, bodies: list[str]) -> dict[int, int]:
    """Return which document is set aside beside which."""
    return {row: of for row, of in enumerate(kept_instead(corpus, bodies)) if of >= 0}


def edited(text: str, seed: int) -> str:
    """Return a text with one word in twenty replaced, of a text without spaces one character."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    by = " " if text.count(" ") > 30 else ""
    words = text.split(by) if by else list(text)
    for _ in range(len(words) // 20):
        words[r.randrange(len(words))] = r.choice(["lamp", "often", "willow"] if by else "灯常柳")
    return by.join(words)
