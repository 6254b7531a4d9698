"""What product search phrases are made of."""

from __future__ import annotations

from audit.text.tables import rows


def product_words(language: str) -> dict[str, int]:
    """Return the folded words of a language with weights.

    Weights are tenths of the negative decimal logarithm of the share of clean paragraphs with the word, at most 40
    (tests/derive/derive_wares.py). Names of places weigh nothing: they belong to a passage, but do not make one.
    """
    told = ((weight, words) for own, weight, words in rows("wares.tsv") if own == language)
    return {word: int(weight) for weight, words in told for word in words.split(",")}
