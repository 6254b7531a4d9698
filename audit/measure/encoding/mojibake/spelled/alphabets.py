"""Readings of a passage in an alphabet, one byte per letter, judged by spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.codec_pairs import LATIN_CODECS, TWO_BYTES
from audit.measure.encoding.mojibake.reading import Reading, RestoredWord
from audit.measure.encoding.mojibake.sequences import beyond_ascii
from audit.measure.encoding.mojibake.spelled.candidates import (
    AROUND,
    CandidateReading,
    Span,
    candidate_readings,
    is_legible,
    legible_pairs,
)
from audit.measure.encoding.mojibake.spelled.frequent import of_frequent_words
from audit.measure.encoding.mojibake.spelled.letters_read import THAI
from audit.measure.encoding.mojibake.spelled.prefilter import AlphabetPrefilter
from audit.measure.encoding.mojibake.spelled.respelled import languages, spelling
from audit.measure.encoding.mojibake.spelled.spelling import LANGUAGES, nats
from audit.measure.language.models.profiles import LANGUAGES as LANGUAGES_SCORED
from audit.measure.language.models.profiles import SCALE, scores
from audit.text.classes import codepoints

# Minimum gain: five nats, and two per changed character; restored letter groups are worth ten and more.
_LIKELIER: Final = 5 * SCALE
_LIKELIER_PER_CHAR: Final = 2 * SCALE
# Letter groups in nats per letter: Russian has 15 to 18, the bytes of hanzi and kana at most 14.2 in 19,000 texts with
# this many such letters.
_MIN_WRITTEN: Final = 16
_WRITTEN_PER_LETTER: Final = 14.8 * SCALE
_LETTER_RUN: Final = re.compile("[\u0400-\u04ff]{2,}")
# Nats per letter: Thai has -4.1 and more, bytes of other text at most -6.1 in 12,600 texts.
_THAI_PER_LETTER: Final = -5.0
_THAI_RUN: Final = re.compile("[\u0e01-\u0e4e]+")
_MOSTLY_THAI: Final = 0.9
# Both patterns match the empty string.
_LAST_LETTERS: Final = re.compile(r"[a-z]*\Z")
_FIRST_LETTERS: Final = re.compile(r"[a-z]*")
_MOSTLY: Final = 0.7
_CYRILLIC: Final = frozenset({"cp1251", "koi8-r", "cp866"})
_PROFILED: Final = LATIN_CODECS | {"cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"}
# The search for frequent words reads a letter per character, not a vowel and its tone.
_SEARCHED: Final = _PROFILED - {"cp1258"}


def in_alphabets(text: str, span: Span, restored: Sequence[RestoredWord]) -> Iterator[Reading]:
    """Yield the readings in alphabets of the longest part of a passage that a codec can represent.

    `restored` are words in and around it that other codecs turn into frequent ones: if these prove a reading, no other
    is tried, and otherwise only other alphabets.
    """
    if not is_legible(text, span):
        return
    context = text[max(0, span[0] - AROUND) : span[1] + AROUND]
    proven = [*of_frequent_words(text, span, restored, tuple(languages([context])))] if restored else []
    if proven:
        yield from proven
        return
    look = AlphabetPrefilter.of(_in_words(text, span))
    tried = {word.pair for word in restored if word.pair[0] in _SEARCHED}
    pairs = [pair for pair in look.pairs if pair not in tried] if look else []
    legible = legible_pairs(text, span, pairs)
    if not (look and legible):
        return
    if not LATIN_CODECS.isdisjoint(right for right, _ in legible):
        legible = {pair: legible[pair] for pair in look.plausible(legible, look.languages(context))}
    for one in _likelier([*candidate_readings(text, span, legible)]):
        found = spelling(one.words, look.languages(context))
        if found is not None:
            yield one.reading(found.gain)
        elif letters := _unspelled(one):
            yield one.reading(letters)


def _in_words(text: str, span: Span) -> str:
    """Return the passage with the letters before and behind it, which tell whether its signs are inside words."""
    before, after = text[max(0, span[0] - AROUND) : span[0]], text[span[1] : span[1] + AROUND]
    return _LAST_LETTERS.search(before)[0] + text[slice(*span)] + _FIRST_LETTERS.match(after)[0]  # type: ignore[index]


def _unspelled(one: CandidateReading) -> int:
    """Return the number of letters of a reading that has few whole words, or none apart, if it is written as text."""
    if one.right == THAI:
        return _written_thai(one.read)
    return _written(one.read) if one.wrong in TWO_BYTES and one.right in _CYRILLIC else 0


def _written(read: Sequence[str]) -> int:
    """Return the number of letters, if enough and in groups as in some language, of a Cyrillic reading with holes.

    A two-byte codec drops the last letter of most words of odd length, so that few words are whole. Each counts once,
    and next to nothing else may be restored.
    """
    found = "".join(read)
    runs = _LETTER_RUN.findall(found)
    if sum(map(len, runs)) < _MOSTLY * beyond_ascii(found.replace("\ufffd", "")):
        return 0
    points = codepoints(" ".join(dict.fromkeys(run.lower() for run in runs)))
    sums, letters = scores(points, np.zeros(1, np.int64), np.array([len(points)], np.int64))
    count = int(letters[0])
    best = max(int(sums[0][LANGUAGES_SCORED.index(language)]) for language in LANGUAGES["cyrillic"])
    return count if count >= _MIN_WRITTEN and best >= _WRITTEN_PER_LETTER * count else 0


def _written_thai(read: Sequence[str]) -> int:
    """Return the number of letters, if enough and spelled as Thai is, which has no words apart; and nothing else."""
    found = "".join(read)
    runs = _THAI_RUN.findall(found)
    count = sum(map(len, runs))
    if not _MIN_WRITTEN <= count >= _MOSTLY_THAI * beyond_ascii(found.replace("\ufffd", "")):
        return 0
    spelled = sum(nats(run, "th") for run in runs)
    return count if spelled > _THAI_PER_LETTER * count else 0


def _likelier(every: Sequence[CandidateReading]) -> Iterator[CandidateReading]:
    """Yield the readings whose letter groups are more frequent in some language than those of the text as it is.

    Only alphabets of several languages are tried, for which there are profiles.
    """
    if not every:
        return
    texts = [text for one in every for text in ("".join(one.seen), "".join(one.read))]
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64)
    best = scores(codepoints("".join(texts)), np.concatenate(([0], ends[:-1])), ends)[0].max(axis=1)
    changed = np.array([sum(map(str.__ne__, one.seen, one.read)) for one in every])
    likelier = best[1::2] - best[::2] > np.maximum(_LIKELIER, _LIKELIER_PER_CHAR * changed)
    unknown = np.array([one.right not in _PROFILED for one in every])
    yield from compress(every, (unknown | likelier).tolist())
