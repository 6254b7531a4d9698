"""Little words: what a short text shows of its language when its letter groups leave it open."""

from __future__ import annotations

from audit.measure.language.models.derived_profiles import derived_words
from audit.text.tables import rows


def little_words() -> dict[str, tuple[str, ...]]:
    """Return the commonest articles, pronouns, prepositions, conjunctions and auxiliary verbs of each language.

    Those of langdetect's languages are collected by hand, the others counted; of six letters at most: longer words say
    enough by their letters.
    """
    return {language: tuple(words.split(" ")) for language, words in rows("words.tsv")} | derived_words()
