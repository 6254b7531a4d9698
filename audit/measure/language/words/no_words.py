"""Words that are none, or of a language in other letters: chants, keys held down, codes, letters, romanised text."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import filterfalse, repeat
from typing import Final

from audit.measure.language.words.word_answers import is_code, known_in
from audit.text.languages import AMONG
from audit.text.tables import rows

# Minimum share of distinct trigrams: at least 48 % in 999 of 1,000 short texts.
_MIN_FRESH: Final = 0.45
_RUN: Final = 3
# Fewer different words, each said so often, are no text: fillers, chants, measures. First words, which mostly tell.
_FEW_DIFFERENT: Final = 8
_TIMES, _FIRST = 3, 40
# Words of one letter: few are in any language, most in letters that are set apart, in tables of letters and formulas.
_MOST_LETTERS: Final = 0.8
_FEWEST_LETTERS: Final = 5
# Minimum number and share of words of a romanised language.
_SEVERAL: Final = 3
_MIN_ROMANISED: Final = 0.25
# Arabic's article, which is written in one with any noun.
_ARABIC: Final = "ar"
_ARTICLES: Final = ("al-", "el-")
# Chess moves and product codes have digits in nearly all words.
_MOST_CODES: Final = 0.5


def no_words(words: list[str], language: str, *, is_short: bool) -> str | None:
    """Return why a text's words are not those of `language` or another in its letters; None if they may be.

    Few distinct syllables are common in longer texts that are not `is_short`.
    """
    if _is_chant(words) or (is_short and _is_repetition(words)):
        return "the same letters again and again"
    # Most words are letters only.
    if sum(map(is_code, filterfalse(str.isalpha, words))) > _MOST_CODES * len(words):
        return "codes with digits, not words"
    first = words[:_FIRST]
    if list(map(len, first)).count(1) > _MOST_LETTERS * len(first) >= _FEWEST_LETTERS:
        return "letters set apart, not words"
    if romanised := _romanised(frozenset(words), language):
        return f"probably {romanised} in Latin letters; {language} fits best"
    return None


def _is_chant(words: list[str]) -> bool:
    """Return whether a text says a few words again and again."""
    if len({word for word in words[:_FIRST] if word.isalpha()}) >= _FEW_DIFFERENT:
        return False
    said = Counter(filterfalse(is_code, words))
    return 0 < len(said) < _FEW_DIFFERENT and said.total() >= _TIMES * len(said)


def _is_repetition(words: list[str]) -> bool:
    """Return whether few trigrams are distinct: a repeated word, laughter, a key held down."""
    runs = [word[at : at + _RUN] for word in words for at in range(max(1, len(word) - _RUN + 1))]
    return len(set(runs)) < _MIN_FRESH * len(runs)


def _romanised(words: frozenset[str], language: str) -> str | None:
    """Return the language most words romanise; None if `language` has more."""
    if language not in AMONG["Latn"]:
        return None
    joined = sum(map(str.startswith, words, repeat(_ARTICLES)))
    told = words & _in_any()
    if len(told) + joined < _SEVERAL:
        return None
    found = _in_latin_letters().items()
    count, best = max((len(own & told) + joined * (tag == _ARABIC), tag) for tag, own in found)
    if count < max(_SEVERAL, _MIN_ROMANISED * len(words)):
        return None
    return best if count > sum(map(known_in(language).__getitem__, words)) else None


@cache
def _in_any() -> frozenset[str]:
    """Return the romanised words of all languages."""
    return frozenset[str]().union(*_in_latin_letters().values())


@cache
def _in_latin_letters() -> dict[str, frozenset[str]]:
    """Return romanised words of languages in other scripts."""
    return {language: frozenset(words.split(" ")) for language, words in rows("romanised.tsv")}
