"""Judgement of a reading in an alphabet: misspelt words must become well spelled ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.spelled.changed_words import (
    BETTER,
    MAX_COST,
    gains_of,
    holed_words,
    is_strewn,
)
from audit.measure.encoding.mojibake.spelled.spelling import (
    LANGUAGES,
    SCRIPT_OF,
    best_language,
    known_nats,
    nats,
    nearest,
)
from audit.measure.encoding.mojibake.spelled.word import SHORT, Word
from audit.measure.language.models.profiles import scores
from audit.text.classes import codepoints

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
# Long words, and different letters in them: drawn tables have eleven signs.
_MANY_WORDS: Final = 3
_MANY_LETTERS: Final = 12
# Words spoilt per word restored.
_MAX_SPOILT: Final = 0.2
# Languages considered closely, for the passage and for its reading.
_NEAR: Final = 3
_MAX_COST_SHORT: Final = 4.5


@dataclass(frozen=True, slots=True)
class Spelling:
    """The spelling of the changed words: gain in nats, and number of restored letters."""

    gain: float
    letters: int
    language: str


def spelling(words: Sequence[Word], theirs: Sequence[str], ours: Sequence[str] = ()) -> Spelling | None:
    """Return how the words of a passage are respelled; None unless better in every respect.

    It is in one of the languages `theirs` as it is and in one of `ours` as read, if known. Only letters on either side
    count.
    """
    changed = Counter(word for word in words if word.is_changed)
    if sum(word.restored * count for word, count in changed.items() if word.is_evidence) < _MIN_LETTERS:
        return None
    language = best_language([word.read for word in words], ours or languages([word.read for word in words]))
    return _weighed(changed, language, {language, *theirs})


def _weighed(changed: Counter[Word], ours: str, theirs: Collection[str]) -> Spelling | None:
    spelled = [word for word in changed if _is_spelled(word, ours)]
    # Most readings end here, before their words are looked for in every other language.
    if sum(word.restored for word in spelled) < _MIN_LETTERS:
        return None
    gains = gains_of(changed, ours, theirs)
    likely = [word for word in spelled if gains[word] >= BETTER]
    mended = [word for word in likely if not is_strewn(word, ours, theirs)]
    mended = mended if ours in _ALONE else [*_likelier(mended)]
    letters = sum(word.restored for word in mended)
    holed = holed_words(gains, len(mended))
    whole = {word: gain for word, gain in gains.items() if word not in holed}
    spoilt = sum(word.is_broken or (gain <= -BETTER and _is_spoilt(word, ours)) for word, gain in whole.items())
    gain, least = sum(whole.values()), _MIN_LETTERS if ours in _LATIN or _is_sparing(mended) else _MIN_LETTERS_ELSEWHERE
    if letters < least or spoilt > _MAX_SPOILT * len(mended) or gain < _MIN_GAIN:
        return None
    return Spelling(gain, letters, ours) if _is_proven({word: gains[word] for word in mended}, ours) else None


def _is_sparing(words: Collection[Word]) -> bool:
    """Whether most letters of the words stay: a codec with nearly the same letters restores few of each word."""
    kept = sum(a == b for word in words for a, b in zip(word.seen, word.read, strict=False))
    return sum(word.restored for word in words) <= kept


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


def _is_proven(mended: Mapping[Word, float], language: str) -> bool:
    """Whether two words are better spelled, one of them consisting of letters before; or one by far, with two letters.

    The single one has at least four letters and no apostrophe, since any two form a short word in some alphabet.
    Capitals make no second word, nor does a one-letter word next to another such or a name. If all consist of signs,
    such as a drawing, two long frequent words are required, or more words of more letters than drawings have signs.
    """
    if len({word.read.lower() for word in mended if len(word.read) > SHORT and word.is_frequent(language)}) > 1:
        return True
    long = {word.read.lower() for word in mended if len(word.read) > SHORT and not word.has_letters}
    if len(long) >= _MANY_WORDS and len(set("".join(long))) >= _MANY_LETTERS:
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
        and word.read.isalpha()
        and mended[word] >= _MIN_GAIN_ALONE
        and -nats(word.read, language) <= _MAX_COST_ALONE * (len(word.read) + 1)
        for word in words
    )


def _is_spelled(word: Word, language: str) -> bool:
    """Whether the word is evidence, and its letter sequence plausible in the language."""
    most = MAX_COST if len(word.read) > SHORT and word.has_letters else _MAX_COST_SHORT
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
