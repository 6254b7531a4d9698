"""Words of wares and services, and how rarely articles say each: what advertising strings together."""

from __future__ import annotations

from typing import Final

from audit.text.tables import rows

_TABLE: Final = "wares.tsv"


def ware_words(language: str) -> dict[str, int]:
    """Return the words of a language, folded, and how much each tells.

    The numbers are tenths of the negative decimal logarithm of the share of clean paragraphs that hold the word, 40 at
    most (tests/derive/derive_wares.py).
    """
    told = ((weight, words) for own, weight, words in rows(_TABLE) if own == language)
    return {word: int(weight) for weight, words in told for word in words.split(",")}
