"""Words out of order: shuffled text, in which function words follow one another at random ("the of", "le et")."""

from __future__ import annotations

import re
from typing import Final

from audit.text.tables import rows

Span = tuple[int, int]
# Shuffled text has 6 (German) to 24 (Spanish, French, English) such pairs in 1,000 words; of 39,343
# texts by people the worst has 1.8.
_PER: Final = 1000
# A rate is taken over at least so many words: a few slips in a short text are no sign.
_FEWEST_WORDS: Final = 800
# So many different pairs: one that comes often is a phrase of the text's subject.
_FEWEST_PAIRS: Final = 3
# Small letters only: titles and names ("A Is for Alibi") say what they want.
_EACH: Final = "|".join(f"{first} (?:{'|'.join(nexts.split())})" for first, nexts in rows("never_next.tsv"))
OUT_OF_ORDER: Final = rf" (?:{_EACH}) "
_PAIR: Final = re.compile(rf"(?<!\S)(\S*){OUT_OF_ORDER}(?=(\S*))")
# Letters of a word that is no function word.
_LONG: Final = 4


def disordered_words(text: str) -> tuple[float, list[Span]]:
    """Return the number of pairs of function words that do not follow one another, per 1,000 words, and their places.

    Counts pairs next to a longer word: a list of function words has no others, and a speaker who begins anew
    ("of the of the") says the same word before and behind.
    """
    spans = [(match.end(1) + 1, match.end() - 1) for match in _PAIR.finditer(text) if _is_told(match)]
    if len({text[start:end] for start, end in spans}) < _FEWEST_PAIRS:
        return 0.0, []
    return _PER * len(spans) / max(len(text.split()), _FEWEST_WORDS), spans


def _is_told(match: re.Match[str]) -> bool:
    before, behind = match[1], match[2]
    return (len(before) >= _LONG or len(behind) >= _LONG) and before != match[0].split()[-1]
