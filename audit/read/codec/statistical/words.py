"""Frequent words as tie-breaker between similar code pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from audit.read.codec.high_bytes import count_high
from audit.read.codec.statistical.charmaps import ASCII_BASED
from audit.text.frequent_words import is_known

# With more non-ASCII bytes, letter bigrams are decisive.
_MANY: Final = 60
# Maximum distance in nats of codecs considered; the bonus of a frequent word, like one letter.
_NEAR: Final = 15.0
_WORD_NATS: Final = 4.0
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
# The apostrophe of the pages of Windows is í on a Mac, which is a third of the accents of a text at most.
_APOSTROPHE: Final = b"\x92"
_MANY_APOSTROPHES: Final = 4
_MOSTLY_APOSTROPHES: Final = 0.75


def with_words(scores: Mapping[str, float], samples: Mapping[str, bytes]) -> dict[str, float]:
    """Return the scores of codecs, in nats, with a bonus for frequent words in their readings of the samples.

    If few words of the text's language are among much of another, as Turkish in English, words are better evidence than
    letter bigrams.
    """
    best = max(scores, key=scores.__getitem__)
    if count_high(samples[best]) > _MANY:
        return dict(scores)
    near = {codec for codec in ASCII_BASED.intersection(scores) if scores[codec] > scores[best] - _NEAR}
    return {
        codec: nats + (_WORD_NATS * _frequent(samples[codec].decode(codec, "replace")) if codec in near else 0.0)
        for codec, nats in scores.items()
    }


def with_apostrophes(scores: dict[str, float], samples: Mapping[str, bytes]) -> dict[str, float]:
    """Return the scores of the codecs in which a byte that dominates is an apostrophe: no letter is so frequent."""
    sample = samples[max(scores, key=scores.__getitem__)]
    count = sample.count(_APOSTROPHE)
    if count < _MANY_APOSTROPHES or count < _MOSTLY_APOSTROPHES * count_high(sample):
        return scores
    found = {codec: nats for codec, nats in scores.items() if _APOSTROPHE.decode(codec, "replace") == "’"}
    return found or scores


def words_beyond_ascii(text: str) -> list[str]:
    """Return the words of a text that have letters beyond ASCII, as they are written."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _frequent(text: str) -> int:
    """Return the number of distinct frequent words with non-ASCII letters, in any language."""
    words = {word.lower() for word in words_beyond_ascii(text) if len(word) >= _SHORTEST}
    return sum(map(is_known, words))
