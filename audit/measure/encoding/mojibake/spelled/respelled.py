"""Judgement of a reading in an alphabet: misspelt words must become well spelled ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress, islice
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.spelled.spelling import (
    LANGUAGES,
    SCRIPT_OF,
    best_language,
    known_nats,
    nats,
    nearest,
)
from audit.measure.encoding.mojibake.spelled.word import SHORT, Word, is_uneven, words_of
from audit.measure.language.models.profiles import scores
from audit.text.classes import codepoints

# Minimum gain in nats of a better spelled word; less is chance.
_BETTER: Final = 2.5
# Restored letters required (whole words in other alphabets), and the total gain.
_MIN_LETTERS: Final = 2
_MIN_LETTERS_ELSEWHERE: Final = 6
_LATIN: Final = frozenset(LANGUAGES["latin"])
# Languages with a script of their own have no other profile to compare with.
_ALONE: Final = frozenset(among[0] for among in LANGUAGES.values() if len(among) == 1)
_MIN_GAIN: Final = 14.0
# Required gain of a single word, or of one next to single letters.
_MIN_GAIN_ALONE: Final = 20.0
_MAX_COST_ALONE: Final = 4.0
# Gain from leaving out the changed characters. Of 4,500 damaged words one in thirty reaches it without its accents, and
# two in three of those with signs inside; at the end of a word, one in ten with accents and nearly all with signs.
_STREWN: Final = 8.0
_STREWN_BEHIND: Final = 4.0
_LEAST_STREWN: Final = 3
# Words spoilt per word restored.
_MAX_SPOILT: Final = 0.2
# Nats per letter: words of the right language cost 3 to 6, random letters 9 and more.
_MAX_COST: Final = 6.5
# Languages considered closely, for the passage and for its reading.
_NEAR: Final = 3
_MAX_WORDS: Final = 60
_MAX_COST_SHORT: Final = 4.5
# Minimum frequency of a letter as a word: one in a thousand.
_COMMON: Final = -7.0


@dataclass(frozen=True, slots=True)
class MendedWords:
    """Counts of frequent words and words of a language restored, of words spoilt, and the gain in nats.

    `longest` is the number of letters of the longest frequent one.
    """

    frequent: int
    longest: int
    words: int
    spoilt: int
    gain: float


@dataclass(frozen=True, slots=True)
class Spelling:
    """The spelling of the changed words: gain in nats, and number of restored letters."""

    gain: float
    letters: int
    language: str


def spelling(
    seen: Sequence[str], read: Sequence[str], theirs: Sequence[str], ours: Sequence[str] = ()
) -> Spelling | None:
    """Return how the pieces of `read` respell those of `seen`; None unless better in every respect.

    Both have one piece per character of the passage, which is in one of the languages `theirs` as it is and in one of
    `ours` as read, if known. Only letters on either side count.
    """
    words = list(islice(words_of(seen, read), _MAX_WORDS))
    changed = Counter(word for word in words if word.is_changed)
    if sum(word.restored * count for word, count in changed.items() if word.is_evidence) < _MIN_LETTERS:
        return None
    language = best_language([word.read for word in words], ours or languages([word.read for word in words]))
    return _weighed(changed, language, {language, *theirs})


def mended(seen: Sequence[str], read: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> MendedWords:
    """Return the effect on words, in the best of the languages `ours`."""
    changed = {word for word in islice(words_of(seen, read), _MAX_WORDS) if word.is_changed and word.is_read}
    return max(
        (_mended(changed, language, {*ours, *theirs}) for language in ours), key=lambda found: (found.words, found.gain)
    )


def _mended(changed: AbstractSet[Word], language: str, theirs: Collection[str]) -> MendedWords:
    gains = _gains(changed, language, theirs)
    strewn = {word for word in changed if _is_strewn(word, language, theirs)}
    frequent = {word for word in changed - strewn if word.is_frequent(language) and not _is_rare_letter(word, language)}
    # Single letters and single short words are evidence only next to another word, however often repeated.
    if all(word.is_letter for word in frequent) or (len(frequent) == 1 and all(map(_may_be_foreign, frequent))):
        frequent.clear()
    spelled = {word for word in changed - frequent - strewn if word.is_whole and _is_likely(word, language)}
    others = changed - frequent - spelled
    spoilt = [word for word in changed if word.is_sound or (word in others and _is_worse(word, gains[word], language))]
    longest = max((len(word.read) for word in frequent), default=0)
    return MendedWords(len(frequent), longest, len(frequent | spelled), len(spoilt), sum(gains.values()))


def _may_be_foreign(word: Word) -> bool:
    """Whether a two-letter word is as likely in another language."""
    return len(word.seen) == len(word.read) < SHORT and word.seen.isalpha() and not is_uneven(word.seen)


def _is_rare_letter(word: Word, language: str) -> bool:
    """Whether a one-letter word is rare in the language, unlike Italian è."""
    return len(word.read) == 1 and nats(word.read, language) < _COMMON


def _is_strewn(word: Word, ours: str, every: Collection[str]) -> bool:
    """Whether the word is far better spelled without the changed characters, in any language."""
    rest = word.unsigned
    is_behind = word.seen.startswith(rest)
    if len(rest) < _LEAST_STREWN - is_behind or not rest.isalpha():
        return False
    least = known_nats(word.read, ours) + (_STREWN_BEHIND if is_behind else _STREWN)
    return max(nats(rest, language) for language in every) > least


def _is_worse(word: Word, gain: float, language: str) -> bool:
    """Whether the word reads worse; one with signs inside or around always does, and may still be well spelled."""
    if word.is_broken or is_uneven(word.read):
        return True
    return gain <= -_BETTER and not (word.is_signed and word.is_whole and _is_likely(word, language))


def _is_likely(word: Word, language: str) -> bool:
    return -known_nats(word.read, language) <= _MAX_COST * (len(word.read) + 1)


def _gains(words: Iterable[Word], ours: str, theirs: Collection[str]) -> dict[Word, float]:
    """Return the spelling gain of each word in nats, in any language."""
    return {
        word: (nats if word.is_edged else known_nats)(word.read, ours)
        - max(known_nats(word.seen, other, free=True) for other in _writers(word, theirs))
        for word in words
    }


def _weighed(changed: Counter[Word], ours: str, theirs: Collection[str]) -> Spelling | None:
    gains = _gains(changed, ours, theirs)
    likely = [word for word, gain in gains.items() if gain >= _BETTER and _is_spelled(word, ours)]
    mended = [word for word in likely if not _is_strewn(word, ours, theirs)]
    mended = mended if ours in _ALONE else [*_likelier(mended)]
    letters = sum(word.restored for word in mended)
    spoilt = sum(word.is_broken or (gain <= -_BETTER and _is_spoilt(word, ours)) for word, gain in gains.items())
    gain, least = sum(gains.values()), _MIN_LETTERS if ours in _LATIN else _MIN_LETTERS_ELSEWHERE
    if letters < least or spoilt > _MAX_SPOILT * len(mended) or gain < _MIN_GAIN:
        return None
    return Spelling(gain, letters, ours) if _is_proven({word: gains[word] for word in mended}, ours) else None


def _likelier(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words that become more likely in every language considered.

    Words with a sign inside belong to no language.
    """
    texts = [text.lower() for word in words for text in (word.seen, word.read)]
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64)
    if words:
        best = scores(codepoints("".join(texts)), ends - np.array([len(text) for text in texts]), ends)[0].max(axis=1)
        signed = np.array([len(word.seen) == len(word.read) and word.has_sign_within for word in words])
        yield from compress(words, (signed | (best[1::2] == 0) | (best[1::2] >= best[::2])).tolist())


def _writers(word: Word, theirs: Collection[str]) -> Collection[str]:
    """Return the possible languages of a word as it is: all of its script, except for Latin."""
    scripts = {SCRIPT_OF[char] for char in word.seen if char in SCRIPT_OF and char > "\x7f"} - {"latin"}
    return (*theirs, *(language for script in sorted(scripts) for language in LANGUAGES[script]))


def _is_proven(mended: Mapping[Word, float], language: str) -> bool:
    """Whether two words are better spelled, one of them consisting of letters before; or one by far, with two letters.

    The single one has at least four letters, since any two form a short word in some alphabet. Capitals make no second
    word, nor does a one-letter word next to another such or a name. If all consist of signs, such as a drawing, two
    long frequent words are required.
    """
    if len({word.read.lower() for word in mended if len(word.read) > SHORT and word.is_frequent(language)}) > 1:
        return True
    words = [word for word in mended if len(word.read) > 1 and word.has_letters]
    different = {"".join(filter(str.isalpha, word.read.lower())) for word in mended}
    if len(different) > 1 and any(len(word.read) > 1 for word in mended) and words:
        if all(len(word.read) > 1 for word in mended):
            return True
        is_word = any(not word.read[0].isupper() or word.is_frequent(language) for word in words)
        return is_word and sum(mended.values()) >= _MIN_GAIN_ALONE
    return any(
        word.restored >= _MIN_LETTERS
        and len(word.read) > SHORT
        and mended[word] >= _MIN_GAIN_ALONE
        and -nats(word.read, language) <= _MAX_COST_ALONE * (len(word.read) + 1)
        for word in words
    )


def _is_spelled(word: Word, language: str) -> bool:
    """Whether the word is evidence, and its letter sequence plausible in the language."""
    most = _MAX_COST if len(word.read) > SHORT and word.has_letters else _MAX_COST_SHORT
    return word.is_evidence and -known_nats(word.read, language) <= most * (len(word.read) + 1)


def _is_spoilt(word: Word, language: str) -> bool:
    """Whether a word that reads worse counts as spoilt: not if a sign inside is gone and it is well spelled."""
    return not (word.has_sign_within and _is_spelled(word, language))


def languages(words: Sequence[str]) -> Sequence[str]:
    """Return the few possible languages of the words, in their predominant script."""
    letters = Counter(SCRIPT_OF[char] for word in words for char in word if char in SCRIPT_OF and char > "\x7f")
    letters = letters or Counter(latin=1)
    among = LANGUAGES[max(sorted(letters), key=letters.__getitem__)]
    return among if len(among) <= _NEAR else nearest(" ".join(words), among, _NEAR)
