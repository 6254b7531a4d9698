"""Words as evidence between code pages: frequent ones between similar pages, whole ones for another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from audit.read.codec.high_bytes import count_high
from audit.read.codec.statistical.charmaps import ASCII_BASED, is_latin
from audit.text.frequent_words import is_known

# With more non-ASCII bytes, letter bigrams are decisive.
_MANY: Final = 60
# Maximum distance in nats of codecs considered; the bonus of a frequent word, like one letter.
_NEAR: Final = 15.0
_WORD_NATS: Final = 4.0
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
# The apostrophes of the pages of Windows and of a Mac, with their opening quotes: on the other í and Õ, which are
# a third of the accents of a text at most.
_APOSTROPHES: Final = ((b"\x92", b"\x91"), (b"\xd5", b"\xd4"))
_MANY_APOSTROPHES: Final = 4
_MOSTLY_APOSTROPHES: Final = 0.75
# Letters of another script that are no words: alone, or one or two beside an ASCII letter, which are so for certain. As
# bytes: L is a letter of the page, a one of ASCII.
_LONE: Final = re.compile(rb"(?<!L)(?:L|(?<=a)LL|LL(?=a))(?!L)")
_JOINED: Final = re.compile(rb"aL|La")
_ROW: Final = re.compile(rb"L+")
# Words of one letter in Cyrillic, Greek and Arabic; a single one may be another in Latin, as а and à.
_OF_ONE: Final = frozenset("авийжкосуяєіѝηήοόωو")
_FEW_LETTERS: Final = 8
_STRAY: Final = 2
# Nats by which a reading is preferred to one that is refused.
_AT_LEAST: Final = 0.1


def with_whole_words(scores: dict[str, float], samples: Mapping[str, bytes]) -> dict[str, float]:
    """Return the scores without the best codecs while their letters of another script are mostly in Latin words.

    A script is written in words of its own: vтgnir is vògnir in another code page. A byte or two may as well be
    damage: there the codecs stay as rivals of the best of the others.
    """
    found = dict(scores)
    while found:
        best = max(found, key=found.__getitem__)
        if best not in ASCII_BASED or is_latin(best) or not _are_lone(samples[best], best):
            few = count_high(samples[best]) <= _STRAY
            return found | dict.fromkeys(scores.keys() - found.keys(), found[best] - _AT_LEAST) if few else found
        del found[best]
    return scores


def _are_lone(sample: bytes, codec: str) -> bool:
    """Whether most letters of a code page are no words by themselves, in a sample that is mostly ASCII."""
    kinds = sample.translate(_kinds(codec))
    letters = kinds.count(b"L")
    if kinds.count(b"a") < max(_FEW_LETTERS, 2 * letters):
        return False
    lone = [sample[match.start() : match.end()] for match in _LONE.finditer(kinds)]
    if 2 * len(lone) <= len(_ROW.findall(kinds)):
        return False
    words = set(b"".join(lone).decode(codec).lower())
    return _JOINED.search(kinds) is not None or len(words) == 1 or not words <= _OF_ONE


@cache
def _kinds(codec: str) -> bytes:
    """Return what each byte is in a code page: L a letter or mark beyond ASCII, a one of ASCII."""
    chars = [bytes([byte]).decode(codec, "replace") for byte in range(256)]
    kinds = ("a" if char.isascii() else "L" for char in chars)
    return "".join(k if unicodedata.category(c)[0] in "LM" else " " for k, c in zip(kinds, chars, strict=True)).encode()


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
    for close, opening in _APOSTROPHES:
        count = sample.count(close)
        quotes = count + min(count, sample.count(opening))  # what opens is closed
        if count < _MANY_APOSTROPHES or quotes < _MOSTLY_APOSTROPHES * count_high(sample):
            continue
        found = {codec: nats for codec, nats in scores.items() if close.decode(codec, "replace") == "’"}
        return found or scores
    return scores


def words_beyond_ascii(text: str) -> list[str]:
    """Return the words of a text that have letters beyond ASCII, as they are written."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _frequent(text: str) -> int:
    """Return the number of distinct frequent words with non-ASCII letters, in any language."""
    words = {word.lower() for word in words_beyond_ascii(text) if len(word) >= _SHORTEST}
    return sum(map(is_known, words))
