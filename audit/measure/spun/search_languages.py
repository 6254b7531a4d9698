"""In which language an article is, as far as searches inside its sentences are known."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Final

import numpy as np

from audit.kernels.derived import ahead
from audit.measure.articles.articles import Articles, Places
from audit.measure.language.models.function_words import function_words
from audit.text.tables.searches import ENGLISH, JAPANESE, KOREAN, LANGUAGES

# An article with this is English; with fewer of them than one in so many characters, it may quote a title.
_ENGLISH, _SELDOM = " the ", 1500
# Characters that are read of others, and words that tell.
_READ, _FEWEST = 1600, 12
# Minimum share of words that are function words of the language, and of words that end in a Hangul syllable.
_FUNCTION, _HANGUL_SHARE = 0.15, 0.5
_HANGUL: Final = ("가", "힣")
# Minimum share of kana among the first characters.
_KANA: Final = re.compile("[ぁ-ヺー]")
_GLANCE, _KANA_SHARE = 200, 0.2


def articles_by_language(articles: Articles) -> Iterator[tuple[str, Articles, Places]]:
    """Yield articles in each of LANGUAGES, and the numbers that their blocks have here."""
    times, edges = articles.times(_ENGLISH), articles.edges()
    yield ENGLISH, *articles.only(times > 0)
    others: defaultdict[str, list[int]] = defaultdict(list)
    for n in np.flatnonzero(times * _SELDOM < edges[:, 1] - edges[:, 0]).tolist():
        start, end = int(edges[n, 0]), int(edges[n, 1])
        language = language_of(articles.between(start, min(end, start + _READ)))
        if language and language != ENGLISH:
            others[language].append(n)
    for language, numbers in others.items():
        chosen = np.zeros(len(edges), np.bool_)
        chosen[numbers] = True
        yield language, *articles.only(chosen)


def language_of(text: str) -> str | None:
    """Return which of LANGUAGES a folded text is in, by its function words; None for others, and in doubt.

    >>> language_of("sie haben den ganzen winter an der alten fähre gearbeitet und das ruder mit einem neuen ersetzt")
    'de'
    """
    if len(_KANA.findall(text, 0, _GLANCE)) >= _KANA_SHARE * min(len(text), _GLANCE) > 0:
        return JAPANESE
    words = text.split()
    if len(words) < _FEWEST:
        return None
    if sum(_HANGUL[0] <= word[-1] <= _HANGUL[1] for word in words) > _HANGUL_SHARE * len(words):
        return KOREAN
    told = Counter(chain.from_iterable(filter(None, map(_languages().get, words))))
    first = next(iter(told.most_common(1)), None)
    return first[0] if first and first[0] in LANGUAGES and first[1] >= _FUNCTION * len(words) else None


@ahead()
def _languages() -> dict[str, list[str]]:
    """Return the languages of each function word."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for language, words in function_words().items():
        for word in words:
            told[word].append(language)
    return dict(told)
