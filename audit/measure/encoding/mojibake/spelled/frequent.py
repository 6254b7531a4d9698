"""Proof of a reading by restored frequent words: enough of them, or one in the language of the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import LATIN_CODECS, NEARLY_EQUAL, RANK, byte_of, put_back
from audit.measure.encoding.mojibake.reading import Reading, RestoredWord
from audit.measure.encoding.mojibake.restored_words import PROOF, WORTH
from audit.measure.encoding.mojibake.spelled.candidates import (
    AROUND,
    CandidateReading,
    Span,
    candidate_readings,
    legible_pairs,
)
from audit.measure.encoding.mojibake.spelled.mended_words import MendedWords, mended
from audit.measure.encoding.mojibake.spelled.respelled import spelling
from audit.measure.encoding.mojibake.spelled.spelling import LANGUAGES, SCRIPT_OF, alphabet, letters, nearest

# Minimum gain in nats of a frequent word of four letters.
_NATS: Final = 5.0
# Distance from the best weight within which pairs are tried, and the number of languages per pair.
_BEHIND: Final = 1
_LANGUAGES: Final = 2
# The weight of one word of four letters, or of a few short ones, that suffices together with others.
_SUPPORTED: Final = 3
_MIN_WORDS: Final = 2
_WORDS_FOR_ONE_SPOILT: Final = 3
_MIN_GAIN: Final = 14.0
# Letters around that identify the language; no healthy paragraph of 117,022 has a restorable word of it.
_MIN_AROUND: Final = 20
_MIN_GAIN_ALONE: Final = 10.0
# Stands for what a reading changes.
_GONE: Final = "\0"
# Turkish mı and mü in a code page of DOS look like square and cubic metres.
_AREA: Final = re.compile(r".?\d\s?[kcdm]?m[²³]")
_LONG: Final = 5  # any four letters are a word of some language
_VERY_LONG: Final = 8
# As programs that read print show a letter.
_SIGN_FOR_LETTER: Final = re.compile(r"[^\W\d_][^\w\x80-\x9f][^\W\d_]")
# Has most letters of Vietnamese in two characters, a vowel and its tone.
_OF_PIECES: Final = "cp1258"


def of_frequent_words(
    text: str, span: Span, restored: Sequence[RestoredWord], theirs: Sequence[str]
) -> Iterator[Reading]:
    """Yield the readings that restore frequent words: enough of them, or fewer if all words are better spelled."""
    restored = [word for word in restored if not _AREA.fullmatch(text, max(0, word.start - 2), word.end)]
    restored = [word for word in map(_as_written, restored) if word.languages]
    if not restored:
        return
    weights: dict[tuple[str, str], int] = {}
    for word in restored:
        weights[word.pair] = max(word.weight, weights.get(word.pair, 0))
    shown = [pair for pair in weights if not put_back(text[slice(*span)], pair[1])[1]]
    weights = {pair: weights[pair] for pair in shown} or weights
    least = max(WORTH, max(weights.values()) - _BEHIND)
    likely = sorted((pair for pair, weight in weights.items() if weight >= least), key=RANK.__getitem__)
    words = text[max(0, span[0] - AROUND) : span[1] + AROUND].split()
    for one in candidate_readings(text, span, legible_pairs(text, span, likely)):
        pair = one.right, one.wrong
        of_words = [language for word in restored if word.pair == pair for language in word.languages]
        ours, weight = _most_often(of_words), weights[pair]
        found = spelling(one.words, theirs, ours)
        if found is not None:
            yield one.reading(max(found.gain, _NATS * weight))
            continue
        # Two related languages are equally likely, but one short word is weaker evidence.
        found_in = [text[word.start : word.end] for word in restored if word.pair == pair]
        is_weak = len(found_in) == 1 and _SIGN_FOR_LETTER.fullmatch(found_in[0])
        spoken = _spoken_around(words, one)[: 1 if is_weak else weight - 1]
        rest = [language for language in spoken if language in of_words]
        if (weight >= _SUPPORTED and _is_proven(mended(one.words, theirs, ours), weight)) or (
            rest and _is_of_the_rest(mended(one.words, theirs, rest), weight)
        ):
            yield one.reading(_NATS * weight)


def _as_written(word: RestoredWord) -> RestoredWord:
    """Return a word without the languages that its right codec lacks most letters of, as Mac OS Roman of Vietnamese."""
    written = tuple(language for language in word.languages if _is_written_in(language, word.pair[0]))
    return replace(word, languages=written)


@cache
def _is_written_in(language: str, codec: str) -> bool:
    if codec not in LATIN_CODECS or codec == _OF_PIECES:
        return True
    counts = letters(language).counts
    beyond = [char for char in alphabet(language) if char > "\x7f" and SCRIPT_OF.get(char) == "latin"]
    lacking = sum(counts.get(char, 0) for char in beyond if not byte_of(char, codec))
    return 2 * lacking <= sum(counts.get(char, 0) for char in beyond)


def _spoken_around(words: Iterable[str], one: CandidateReading) -> Sequence[str]:
    """Return the possible languages of the words in and around a passage that a reading leaves, most likely first.

    Empty for a few letters.
    """
    is_cyrillic = (one.right, one.wrong) in NEARLY_EQUAL
    kept = "".join(before if before == after else _GONE for before, after in zip(one.seen, one.read, strict=True))
    left = frozenset(word for word in kept.split() if _GONE not in word)
    intact = " ".join(word for word in words if word in left or (word.isascii() and not is_cyrillic))
    among = LANGUAGES["cyrillic" if is_cyrillic else "latin"]
    return nearest(intact, among, _LANGUAGES) if sum(map(str.isalpha, intact)) >= _MIN_AROUND else ()


def _is_of_the_rest(found: MendedWords, weight: int) -> bool:
    """Whether a frequent word of the surrounding language is restored, and no word is spoilt.

    One of two scripts is in no language; how well its Latin letters are spelled alone says little.
    """
    least = -_MIN_GAIN_ALONE if found.is_mixed else 0 if weight >= PROOF else _MIN_GAIN_ALONE
    return found.frequent > 0 and not found.spoilt and found.gain > least


def _most_often(spoken: Sequence[str]) -> list[str]:
    """Return the few languages of most words."""
    counts = Counter(spoken)
    return sorted(counts, key=lambda language: (-counts[language], language))[:_LANGUAGES]


def _is_proven(found: MendedWords, weight: int) -> bool:
    """Whether frequent words weigh enough or others support them; few may read worse, and one alone must be long.

    A very long one needs no more.
    """
    if found.spoilt * _WORDS_FOR_ONE_SPOILT > found.words or found.gain <= 0 or not found.frequent:
        return False
    if found.words < _MIN_WORDS:
        is_odd = weight >= PROOF or found.is_mixed or found.longest >= _VERY_LONG
        return is_odd and found.gain >= _MIN_GAIN_ALONE and found.longest >= _LONG
    return weight >= PROOF or found.gain >= _MIN_GAIN
