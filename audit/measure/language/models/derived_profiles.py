"""Our own profiles for languages without a langdetect profile: weighted n-grams, and function words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from audit.kernels.derived import ahead
from audit.text.tables import rows

# Levels of the table to a nat.
LEVELS: Final = 8
_WORDS: Final = "w"
# Languages of a wiki's messages, and the rows that say what is typical of them (tests/derive/derive_wiki_languages.py).
WIKI_TABLE: Final = "wiki_languages.tsv"
_TYPICAL: Final = "t"


@dataclass(frozen=True, slots=True)
class Typical:
    """Ordinary text in its own language: its score per letter, in nats, and its share of known words."""

    nats: float
    words: float


@cache
def derived_profiles() -> dict[str, dict[str, float]]:
    """Return the weights, in nats, of all n-grams (n = 1 to 3), by language."""
    made: dict[str, dict[str, float]] = {}
    for language, size, level, runs in _rows():
        if size not in {_WORDS, _TYPICAL}:
            step = int(size)
            weights = dict.fromkeys((runs[at : at + step] for at in range(0, len(runs), step)), int(level) / LEVELS)
            made.setdefault(language, {}).update(weights)
    return made


@ahead()
def derived_words() -> dict[str, tuple[str, ...]]:
    """Return the most frequent words of two to six letters, by language."""
    return {language: tuple(words.split(" ")) for language, _, _, words in _rows(_WORDS)}


def _rows(size: str = "") -> Iterator[list[str]]:
    """Yield the rows of the tables: language, n-gram length, `w` or `t`, level, concatenated n-grams.

    `size`: only those of this length. Languages with messages of a wiki have their declaration in the same rows, and
    one row of each kind at least.
    """
    own = f"\t{size}\t" if size else ""
    of_wiki = [*rows(WIKI_TABLE, holding=own)]
    replaced = {language for language, *_ in of_wiki}
    yield from (row for row in rows("profiles.tsv", holding=own) if row[0] not in replaced)
    yield from of_wiki


@ahead()
def typical() -> dict[str, Typical]:
    """Return how ordinary text in each language scores in it, as measured."""
    of_wiki = ((language, *said.split(" ")) for language, _, _, said in _rows(_TYPICAL))
    found = chain(rows("typical.tsv"), of_wiki)
    return {language: Typical(float(nats), float(words)) for language, nats, words in found}
