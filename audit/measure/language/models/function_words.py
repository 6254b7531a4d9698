"""Little words: what a short text shows of its language when its letter groups leave it open."""

from __future__ import annotations

from importlib.resources import files

from audit.measure.language.models.derived_profiles import derived_words


def little_words() -> dict[str, tuple[str, ...]]:
    """Return the commonest articles, pronouns, prepositions, conjunctions and auxiliary verbs of each language.

    Those of langdetect's languages are collected by hand, the others counted; of six letters at most: longer words say
    enough by their letters.
    """
    table = (files("audit.text.tables") / "words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {language: tuple(words.split(" ")) for language, words in rows} | derived_words()
