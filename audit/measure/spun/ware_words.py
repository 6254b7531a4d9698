"""Words of wares and services, and how rarely articles say each: what advertising strings together."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

_TABLE: Final = "wares.tsv"


def ware_words(language: str) -> dict[str, int]:
    """Return the words of a language, folded, and how much each tells.

    The numbers are tenths of the negative decimal logarithm of the share of clean paragraphs that hold the word, 40 at
    most (tests/derive/derive_wares.py).
    """
    rows = (files("audit.text.tables") / _TABLE).read_text("utf-8").splitlines()
    told = (row.split("\t") for row in rows if row.startswith(f"{language}\t"))
    return {word: int(weight) for _, weight, words in told for word in words.split(",")}
