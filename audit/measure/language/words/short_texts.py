"""Verification of short texts' languages by their words.

Twenty letters fit some of two hundred languages well whatever they are: romanised Japanese or Russian, laughter,
product codes. Repetitions and romanised text become undetermined; others combine words and letters.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from math import exp, log
from typing import Final

from audit.measure.language.identify import UNDETERMINED, Identification
from audit.measure.language.models.function_words import function_words
from audit.measure.language.models.profiles import LANGUAGES
from audit.measure.language.segments import Letters, Pieces, beginning
from audit.text.classes import Points
from audit.text.frequent_words import is_frequent
from audit.text.languages import AMONG
from audit.text.tables import rows

_ASKED: Final = frozenset(LANGUAGES)
# From this many letters on, words are not considered.
_SHORT: Final = 60
# Confidence above which text is rarely romanised.
_LONGEST: Final = 600
_READ: Final = 800
# The logit of a verdict, from that of its letters z and the share s of known words: a + b z + c s; fitted on half of
# 5,800 snippets of 6 to 75 letters in 184 languages and 1,300 in others, a lowered by 0.4 for non-texts.
_WEIGHED: Final = (-1.1, 0.8, 3.83)
_NEARLY: Final = 1e-6
# Minimum share of distinct trigrams: at least 48 % in 999 of 1,000 short texts.
_MIN_FRESH: Final = 0.45
_RUN: Final = 3
# Minimum number and share of words of a romanised language.
_SEVERAL: Final = 3
_MIN_ROMANISED: Final = 0.25
_EDGES: Final = ".,;:!?…\"'()[]{}<>*_`~#|-–—«»“”„‘’¿¡।،؛؟"
# Numbers and URLs are no words.
_NO_WORD: Final = re.compile(r"\d|\w[./@\\_:=&]\w")
_APOSTROPHES: Final = re.compile("['’ʼ]")


def verify_short_texts(
    points: Points, content: Pieces, said: list[Identification], letters: Letters
) -> list[Identification]:
    """Return the verdicts, with those on short texts revised unless their words confirm them.

    `content` are the judged pieces, `letters` the letters of each document.
    """
    return [
        _by_words(beginning(points, content, number, _READ).lower().split(), verdict, count)
        if count < _LONGEST and verdict.tag in _ASKED
        else verdict
        for number, (verdict, count) in enumerate(zip(said, letters.tolist(), strict=True))
    ]


def _by_words(tokens: list[str], verdict: Identification, letters: int) -> Identification:
    """Return the verdict for a text with these lower case tokens."""
    words = [token.strip(_EDGES) for token in tokens if any(map(str.isalpha, token))]
    if letters < _SHORT and _is_repetition(words):
        return Identification(UNDETERMINED, 0.5, reason="the same letters again and again")
    different = frozenset(words)
    if romanised := _romanised(different, verdict.tag):
        reason = f"probably {romanised} in Latin letters; {verdict.tag} fits best"
        return Identification(UNDETERMINED, 0.5, reason=reason)
    if letters < _SHORT and words:
        return replace(verdict, confidence=_weighed(different, verdict))
    return verdict


def _is_repetition(words: list[str]) -> bool:
    """Return whether few trigrams are distinct: a repeated word, laughter, a key held down."""
    runs = [word[at : at + _RUN] for word in words for at in range(max(1, len(word) - _RUN + 1))]
    return len(set(runs)) < _MIN_FRESH * len(runs)


def _is_known(word: str, language: str) -> bool:
    if _NO_WORD.search(word):
        return False
    return any(part in _little()[language] or is_frequent(part, language) for part in (word, *_APOSTROPHES.split(word)))


def _romanised(words: frozenset[str], language: str) -> str | None:
    """Return the language most words romanise; None if `language` has more."""
    if language not in AMONG["Latn"]:
        return None
    count, best = max((len(own & words), tag) for tag, own in _in_latin_letters().items())
    if count < max(_SEVERAL, _MIN_ROMANISED * len(words)):
        return None
    return best if count > sum(_is_known(word, language) for word in words) else None


def _weighed(words: frozenset[str], verdict: Identification) -> float:
    """Return the confidence combined with the share of known words, at most that of the letters.

    A known word does not raise confidence, since related languages mostly have it too.
    """
    kept = min(1 - _NEARLY, max(_NEARLY, verdict.confidence))
    a, b, c = _WEIGHED
    share = sum(_is_known(word, verdict.tag) for word in words) / len(words)
    return min(verdict.confidence, 1 / (1 + exp(-(a + b * log(kept / (1 - kept)) + c * share))))


@cache
def _little() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in function_words().items()}


@cache
def _in_latin_letters() -> dict[str, frozenset[str]]:
    """Return romanised words of languages in other scripts."""
    return {language: frozenset(words.split(" ")) for language, words in rows("romanised.tsv")}
