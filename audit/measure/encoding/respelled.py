"""Judge a reading in an alphabet: do words that no language spells so become words that one does?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np

from audit.measure.encoding.spelling import APOSTROPHES, LANGUAGES, MARKS, SCRIPT_OF, best_language, edges, nats
from audit.measure.language.profiles import LANGUAGES as TOLD
from audit.measure.language.profiles import scores
from audit.text.classes import codepoints

# A word is better spelled from so many nats on; fewer are what any two letters differ by.
_BETTER: Final = 3.0
# So many different words must be, and so much better together.
_MIN_WORDS: Final = 2
_MIN_GAIN: Final = 14.0
# Words that the reading spoils, for each that it mends.
_MAX_SPOILT: Final = 0.2
# A word of the right language costs 3 to 6 nats a letter, chance letters 9 and more.
_MAX_COST: Final = 6.5
# Languages that are looked at closely, for the passage and for its reading.
_NEAR: Final = 3
_MAX_WORDS: Final = 60
_BYTES: Final = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands and as it reads: as long, position by position, but for the bytes of a two-byte codec."""

    seen: str
    read: str

    @property
    def is_changed(self) -> bool:
        """Whether the reading differs."""
        return self.seen != self.read

    @property
    def is_whole(self) -> bool:
        """Whether the reading is a word: letters of one script, not all of them ASCII or the same.

        One character of a two-byte codec is any two letters: from those a word must have come of more.
        """
        first, last = edges(self.read)
        inner = [char for char in self.read[first : last + 1].lower() if char not in APOSTROPHES]
        return (
            len(set(inner)) > 1
            and (len(self.seen) == len(self.read) or len(inner) > _BYTES)
            and any(char > "\x7f" for char in self.read)
            and len({SCRIPT_OF.get(char) for char in inner}) == 1
        )

    @property
    def is_broken(self) -> bool:
        """Whether the reading has something in it that stands in no word and around none."""
        return any(not char.isalnum() and char not in APOSTROPHES and char not in MARKS for char in self.read)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a reading spells the words that it changes: the gain in nats, and how many different words it mends."""

    gain: float
    mended: int
    language: str


def spelling(seen: Sequence[str], read: Sequence[str]) -> Spelling | None:
    """Return how the pieces of `read` spell those of `seen` anew; None where that is no better in every way.

    Both have one piece a character of the passage. Only what is a letter on one side counts.
    """
    words = list(islice(_words(seen, read), _MAX_WORDS))
    changed = list(dict.fromkeys(word for word in words if word.is_changed))
    if sum(word.is_whole for word in changed) < _MIN_WORDS:
        return None
    ours, theirs = _languages([word.read for word in words]), _languages([word.seen for word in words])
    language = best_language([word.read for word in words], ours)
    return _weighed(changed, language, {language, *theirs})


def _weighed(changed: Sequence[Word], ours: str, theirs: Collection[str]) -> Spelling | None:
    gains = {word: nats(word.read, ours) - max(nats(word.seen, other) for other in theirs) for word in changed}
    mended = {word.read.lower() for word, gain in gains.items() if gain >= _BETTER and _is_spelled(word, ours)}
    spoilt = sum(gain < 0 or word.is_broken for word, gain in gains.items())
    gain = sum(gains.values())
    if len(mended) < _MIN_WORDS or spoilt > _MAX_SPOILT * len(mended) or gain < _MIN_GAIN:
        return None
    return Spelling(gain, len(mended), ours)


def _is_spelled(word: Word, language: str) -> bool:
    """Whether the word reads as letters of one script throughout that follow each other in the language."""
    return word.is_whole and -nats(word.read, language) <= _MAX_COST * (len(word.read) + 1)


def _words(seen: Sequence[str], read: Sequence[str]) -> Iterator[Word]:
    """Yield the words: neighbouring positions that hold a letter as they stand, or as they read."""
    left, right = [], []
    for before, after in zip((*seen, " "), (*read, " "), strict=True):
        if before.isalpha() or any(char.isalpha() for char in after):
            left.append(before)
            right.append(after)
        elif left:
            yield Word("".join(left), "".join(right))
            left, right = [], []


def _languages(words: Sequence[str]) -> Sequence[str]:
    """Return the few languages that the words may be of, in the script that most of their letters are of."""
    letters = Counter(SCRIPT_OF[char] for word in words for char in word if char in SCRIPT_OF and char > "\x7f")
    letters = letters or Counter(latin=1)
    among = LANGUAGES[max(sorted(letters), key=letters.__getitem__)]
    return among if len(among) <= _NEAR else _nearest(" ".join(words), among)


def _nearest(text: str, among: Sequence[str]) -> list[str]:
    """Return the few languages whose letter groups the text has most of."""
    points = codepoints(text.lower())
    sums, _ = scores(points, np.zeros(1, np.int64), np.array([len(points)], np.int64))
    known = [language for language in among if language in TOLD]
    return sorted(known, key=lambda language: -int(sums[0, TOLD.index(language)]))[:_NEAR]
