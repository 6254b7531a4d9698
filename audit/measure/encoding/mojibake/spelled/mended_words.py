"""Words that a reading mends and spoils, of which some are frequent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from audit.measure.encoding.mojibake.spelled.changed_words import (
    BETTER,
    MAX_COST,
    gains_of,
    holed_words,
    is_strewn,
)
from audit.measure.encoding.mojibake.spelled.spelling import LANGUAGES, known_nats, nats
from audit.measure.encoding.mojibake.spelled.word import SHORT, Word, is_uneven

# Minimum frequency of a letter as a word: one in a thousand.
_COMMON: Final = -7.0
# English has letters beyond ASCII in frequent loanwords only.
_OF_ASCII: Final = "en"
_LETTER_BEYOND: Final = re.compile(r"[^\W\d_\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class MendedWords:
    """Counts of frequent words and words of a language restored, of words spoilt, and the gain in nats.

    `longest` is the number of letters of the longest frequent one; `is_mixed` says whether one was of two scripts.
    """

    frequent: int
    longest: int
    words: int
    spoilt: int
    gain: float
    is_mixed: bool


def mended(words: Iterable[Word], theirs: Sequence[str], ours: Sequence[str]) -> MendedWords:
    """Return the effect on words, in the best of the languages `ours`."""
    changed = {word for word in words if word.is_changed and word.is_read}
    return max(
        (_mended(changed, language, {*ours, *theirs}) for language in ours), key=lambda found: (found.words, found.gain)
    )


def _mended(changed: AbstractSet[Word], language: str, theirs: Collection[str]) -> MendedWords:
    gains = gains_of(changed, language, theirs)
    strewn = {word for word in changed if is_strewn(word, language, theirs)}
    frequent = {word for word in changed - strewn if word.is_frequent(language) and not _is_rare_letter(word, language)}
    frequent = {word for word in frequent if not word.is_lowered}
    # Single letters and single short words are evidence only next to another word, however often repeated.
    if all(word.is_letter for word in frequent) or (
        len(frequent) == 1 and all(_may_be_another(word, language, theirs) for word in frequent)
    ):
        frequent.clear()
    spelled = {word for word in changed - frequent - strewn if word.is_whole and _is_spelled(word.read, language)}
    others = changed - frequent - spelled
    holed = holed_words(changed, len(frequent | spelled))
    spoilt = [
        word for word in changed - holed if word.is_sound or (word in others and _is_worse(word, gains[word], language))
    ]
    longest = max((len(word.read) for word in frequent), default=0)
    gain = sum(gains[word] for word in changed - holed)
    is_mixed = any(word.is_mixed for word in frequent)
    return MendedWords(len(frequent), longest, len(frequent | spelled), len(spoilt), gain, is_mixed)


def _may_be_another(word: Word, language: str, theirs: Collection[str]) -> bool:
    """Whether a single frequent word is as likely what it was: one in 20,000 words shares the hash of one."""
    if _may_be_foreign(word) or _is_punctuated(word, language):
        return True
    return not word.is_mixed and max(nats(word.seen, other) for other in theirs) > nats(word.read, language)


def _may_be_foreign(word: Word) -> bool:
    """Whether a two-letter word is as likely in another language; letters and hanzi are in none."""
    is_short = len(word.seen) == len(word.read) < SHORT
    return is_short and word.seen.isalpha() and not is_uneven(word.seen) and not word.is_mixed


def _is_punctuated(word: Word, language: str) -> bool:
    """Whether the word is likelier spelled as it is, with punctuation behind it, in some language than as read."""
    rest = word.unpunctuated
    return bool(rest) and max(nats(rest, other) for other in LANGUAGES["latin"]) > nats(word.read, language)


def _is_rare_letter(word: Word, language: str) -> bool:
    """Whether a one-letter word is rare in the language, unlike Italian è."""
    return len(word.read) == 1 and nats(word.read, language) < _COMMON


def _is_worse(word: Word, gain: float, language: str) -> bool:
    """Whether the word reads worse; one with signs inside or around always does, and may still be well spelled."""
    if word.is_broken or is_uneven(word.read):
        return True
    if word.without_quotes and _is_spelled(word.without_quotes, language):
        return False
    return gain <= -BETTER and not (word.is_signed and word.is_whole and _is_spelled(word.read, language))


def _is_spelled(word: str, language: str) -> bool:
    return -known_nats(word, language) <= MAX_COST * (len(word) + 1) and not (
        language == _OF_ASCII and _LETTER_BEYOND.search(word)
    )
