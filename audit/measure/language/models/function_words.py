"""Function words, for short texts whose n-grams are inconclusive."""

from __future__ import annotations

from audit.measure.language.models.derived_profiles import derived_words
from audit.text.tables import rows


def function_words() -> dict[str, tuple[str, ...]]:
    """Return the most frequent articles, pronouns, prepositions, conjunctions and auxiliaries of each language.

    Those of langdetect's languages are collected by hand, the others by frequency; at most six letters, since longer
    words are distinctive by their n-grams.
    """
    return {language: tuple(words.split(" ")) for language, words in rows("words.tsv")} | derived_words()
