"""Sentences in another script with many Latin names or terms: their language is that of their little words."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np

from audit.measure.language.segments import FAMILIES, FAMILY, Letters, Pieces, Worths, beginning
from audit.measure.language.words.word_answers import function_words_of
from audit.text.classes import Points
from audit.text.languages import SHIPPED

_LATN: Final = FAMILY["Latn"]
_LATIN_WORD: Final = re.compile(r"[A-Za-z]+")
_WORD: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_MIXED: Final = re.compile(r"[A-Z][a-z]")
# Names of products and companies have capitals; German sentences have them in four words of ten.
_MOST_CAPITALS: Final = 0.6
# Share of the weight in the other script at least, beside names and beside terms.
_BESIDE_NAMES: Final = 0.3
_BESIDE_TERMS: Final = 0.15
# Little words of Chinese; in Japanese a particle, or what kana add to a word, in Korean what a word ends in: names end
# otherwise.
_LITTLE: Final = {
    "zh": re.compile("[的是在了和與与把用到從从為为對对這这有就都也會会可嗎吗吧呢我你他她它]"),
    "ja": re.compile(
        r"(?<=[A-Za-z\u30a1-\u30ff\u3400-\u9fff])[\u3041-\u309f]+|(?<![\u3041-\u309f])[はがをにでとのもへや](?![\u3041-\u309f])"
    ),
    "ko": re.compile(
        r"(?:[는를을에의로다요된한할]|에서|[하되이]고|[으하되]면)(?![가-힣])|(?<=[A-Za-z])[은이가와과도](?![가-힣])"
    ),
}
# A sentence with terms has as many little words as this, and as many times those of Latin letters; one that names a
# word of the other language has none.
_FEWEST: Final = 2
_TIMES: Final = 2
# Code points inspected.
_READ: Final = 4_000


def sentences_with_terms(points: Points, content: Pieces, totals: Worths, family: Letters) -> Letters:
    """Return the families: of documents in Latin letters the second one where these are only names or terms.

    `totals` are the weights of each document's families.
    """
    made, others = family.copy(), totals.copy()
    others[:, _LATN] = 0
    share = others.max(axis=1, initial=0) / np.maximum(1, totals.sum(axis=1))
    for document in np.flatnonzero((family == _LATN) & (share > _BESIDE_TERMS)).tolist():
        text, other = beginning(points, content, document, _READ), int(others[document].argmax())
        if (share[document] > _BESIDE_NAMES and _are_names(text)) or _are_terms(text, FAMILIES[other]):
            made[document] = other
    return made


def _are_names(text: str) -> bool:
    """Return whether most Latin words of a text are written with a capital, and not throughout."""
    words = _LATIN_WORD.findall(text)
    return _MIXED.search(text) is not None and sum(word[0].isupper() for word in words) > _MOST_CAPITALS * len(words)


def _are_terms(text: str, family: str) -> bool:
    """Return whether Latin words stand in sentences of another family: lines that have more little words of it."""
    if family not in _LITTLE:
        return False
    latin, own = 0, 0
    for line in text.split("\n"):
        found = len(_LITTLE[family].findall(line))
        words = [word.lower() for word in _WORD.findall(line)]
        # Terms are English, without accents.
        said = [word for word in words if not found or not word.isascii() or word in _little_latin_words()]
        latin += len(said)
        own += found
    return own >= max(_FEWEST, _TIMES * latin)


@cache
def _little_latin_words() -> frozenset[str]:
    """Return the function words of the major languages in Latin letters."""
    return frozenset(word for tag in SHIPPED["Latn"] for word in function_words_of()[tag] if len(word) > 1)
