"""Vocabulary of product search phrases, weighted by rarity in articles."""

from __future__ import annotations

from typing import Final

from audit.text.tables import rows

_TABLE: Final = "wares.tsv"


def product_words(language: str) -> dict[str, int]:
    """Return the folded words of a language with weights.

    Weights are tenths of the negative decimal logarithm of the share of clean paragraphs with the word, at most 40
    (tests/derive/derive_wares.py).
    """
    told = ((weight, words) for own, weight, words in rows(_TABLE) if own == language)
    return {word: int(weight) for weight, words in told for word in words.split(",")}
