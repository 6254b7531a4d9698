"""Judge a reading in an alphabet by whether words that no language spells so become words that one does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, islice
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.spelling import (
    APOSTROPHES,
    BETWEEN,
    LANGUAGES,
    MARKS,
    SCRIPT_OF,
    best_language,
    edges,
    nats,
    nearest,
    sudden_capitals,
)
from audit.measure.language.models.profiles import scores
from audit.text.classes import codepoints

# A word is better spelled from so many nats on; fewer are what any two letters differ by.
_BETTER: Final = 2.5
# So many letters must come back in words that are, and so much better must all be together.
_MIN_LETTERS: Final = 2
_MIN_GAIN: Final = 14.0
# A word that is alone, or beside single letters only, must be so much better.
_MIN_GAIN_ALONE: Final = 20.0
_MAX_COST_ALONE: Final = 4.0
# Words that the reading spoils, for each that it mends.
_MAX_SPOILT: Final = 0.2
# A word of the right language costs 3 to 6 nats a letter, chance letters 9 and more.
_MAX_COST: Final = 6.5
# Languages that are looked at closely, for the passage and for its reading.
_NEAR: Final = 3
_MAX_WORDS: Final = 60
_BYTES: Final = 2
# Letters that are signs of mathematics and units.
_SYMBOLS: Final = frozenset("πΩµμªºƒ")
# Short words of a language are common ones.
_SHORT: Final = 3
_MAX_COST_SHORT: Final = 4.5


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
    def restored(self) -> int:
        """How many letters beyond ASCII the reading gives back for letters, or for signs in the midst of letters.

        A character of two bytes gives one at most; where there is no letter at all, each sign may be one.
        """
        new = [at for at, char in enumerate(self.read) if char in SCRIPT_OF and char > "\x7f"]
        if len(self.seen) != len(self.read):
            return min(len(new), sum(char > "\x7f" and char.isalpha() for char in self.seen))
        if not self.has_letters:
            return len(new) if len(self.read) > _SHORT else 0
        first, last = edges(self.seen)
        return sum(_is_letter(self.seen[at]) or first < at < last for at in new)

    @property
    def is_evidence(self) -> bool:
        """Whether the word proves anything: letters of one script, not one letter again and again.

        Marks alone become letters by chance, and a character of a two-byte codec any two: of those a word must be long.
        """
        letters = [char for char in self.read.lower() if char not in APOSTROPHES and char not in MARKS]
        known = {SCRIPT_OF.get(char) for char in letters}
        if self.restored == 0 or len(known) != 1 or None in known or _is_run(letters) or sudden_capitals(self.read):
            return False
        first, last = edges(self.read)
        if any(char in MARKS for char in self.read[first : last + 1]):
            return False
        return len(self.seen) == len(self.read) or len(letters) > _BYTES

    @property
    def has_letters(self) -> bool:
        """Whether there are letters in the word as it stands."""
        return any(map(_is_letter, self.seen))

    @property
    def has_sign_within(self) -> bool:
        """Whether something stands between two small letters of the word that nobody sets between words."""
        within = zip(self.seen, self.seen[1:], self.seen[2:], strict=False)
        return any(a.islower() and c.islower() and not b.isalpha() and b not in BETWEEN for a, b, c in within)

    @property
    def is_broken(self) -> bool:
        """Whether the reading has something in it that stands in no word and around none, or two scripts."""
        if len({SCRIPT_OF[char] for char in self.read if char in SCRIPT_OF}) > 1:
            return True
        return any(not char.isalnum() and char not in APOSTROPHES and char not in MARKS for char in self.read)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a reading spells the words that it changes: the gain in nats, and how many letters it gives back."""

    gain: float
    letters: int
    language: str


def spelling(seen: Sequence[str], read: Sequence[str], theirs: Sequence[str]) -> Spelling | None:
    """Return how the pieces of `read` spell those of `seen` anew; None where that is no better in every way.

    Both have one piece a character of the passage, which is in one of the languages `theirs` as it stands. Only what
    is a letter on one side counts.
    """
    words = list(islice(_words(seen, read), _MAX_WORDS))
    changed = Counter(word for word in words if word.is_changed)
    if sum(word.restored * count for word, count in changed.items() if word.is_evidence) < _MIN_LETTERS:
        return None
    ours = languages([word.read for word in words])
    language = best_language([word.read for word in words], ours)
    return _weighed(changed, language, {language, *theirs})


def _weighed(changed: Counter[Word], ours: str, theirs: Collection[str]) -> Spelling | None:
    gains = {
        word: nats(word.read, ours) - max(nats(word.seen, other, free=True) for other in _writers(word, theirs))
        for word in changed
    }
    mended = [*_likelier([word for word, gain in gains.items() if gain >= _BETTER and _is_spelled(word, ours)])]
    letters = sum(word.restored for word in mended)
    spoilt = sum(word.is_broken or (gain <= -_BETTER and _is_spoilt(word, ours)) for word, gain in gains.items())
    gain = sum(gains.values())
    if letters < _MIN_LETTERS or spoilt > _MAX_SPOILT * len(mended) or gain < _MIN_GAIN:
        return None
    return Spelling(gain, letters, ours) if _is_proven({word: gains[word] for word in mended}, ours) else None


def _likelier(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words that no language, of all that are told apart, has more of as they stand than as they read.

    What has a sign within is no word of any.
    """
    texts = [text.lower() for word in words for text in (word.seen, word.read)]
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64)
    if words:
        best = scores(codepoints("".join(texts)), ends - np.array([len(text) for text in texts]), ends)[0].max(axis=1)
        signed = np.array([len(word.seen) == len(word.read) and word.has_sign_within for word in words])
        yield from compress(words, (signed | (best[1::2] == 0) | (best[1::2] >= best[::2])).tolist())


def _writers(word: Word, theirs: Collection[str]) -> Collection[str]:
    """Return the languages that a word as it stands may be of: all of its script but for Latin, which has too many."""
    scripts = {SCRIPT_OF[char] for char in word.seen if char in SCRIPT_OF and char > "\x7f"} - {"latin"}
    return (*theirs, *(language for script in sorted(scripts) for language in LANGUAGES[script]))


def _is_proven(mended: Mapping[Word, float], language: str) -> bool:
    """Whether two words are better spelled, letters in one as it stands; or one by far, with two letters, and well.

    Capitals make no second word, and a word of one letter none beside another such.
    """
    words = [word for word in mended if len(word.read) > 1 and word.has_letters]
    different = {"".join(filter(str.isalpha, word.read.lower())) for word in mended}
    if len(different) > 1 and any(len(word.read) > 1 for word in mended) and words:
        return all(len(word.read) > 1 for word in mended) or sum(mended.values()) >= _MIN_GAIN_ALONE
    return any(
        word.restored >= _MIN_LETTERS
        and mended[word] >= _MIN_GAIN_ALONE
        and -nats(word.read, language) <= _MAX_COST_ALONE * (len(word.read) + 1)
        for word in words
    )


def _is_spelled(word: Word, language: str) -> bool:
    """Whether the word proves something, and its letters follow each other as they do in the language."""
    most = _MAX_COST if len(word.read) > _SHORT and word.has_letters else _MAX_COST_SHORT
    return word.is_evidence and -nats(word.read, language) <= most * (len(word.read) + 1)


def _is_spoilt(word: Word, language: str) -> bool:
    """Whether a word that reads worse is the worse for it: a sign within gone, and well spelled, it proves nothing."""
    return not (word.has_sign_within and _is_spelled(word, language))


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in _SYMBOLS


def _is_run(letters: Sequence[str]) -> bool:
    """Whether one letter stands again and again: lines of tables read so."""
    return any(a == b == c for a, b, c in zip(letters, letters[1:], letters[2:], strict=False)) or (
        1 == len(set(letters)) < len(letters)
    )


def _words(seen: Sequence[str], read: Sequence[str]) -> Iterator[Word]:
    """Yield the words: neighbouring positions that hold a letter as they stand, or as they read."""
    left, right = [], []
    for before, after in zip((*seen, " "), (*read, " "), strict=True):
        if before.isalpha() or after.isalpha() or (len(after) > 1 and any(map(str.isalpha, after))):
            left.append(before)
            right.append(after)
        elif left:
            yield Word("".join(left), "".join(right))
            left, right = [], []


def languages(words: Sequence[str]) -> Sequence[str]:
    """Return the few languages that the words may be of, in the script that most of their letters are of."""
    letters = Counter(SCRIPT_OF[char] for word in words for char in word if char in SCRIPT_OF and char > "\x7f")
    letters = letters or Counter(latin=1)
    among = LANGUAGES[max(sorted(letters), key=letters.__getitem__)]
    return among if len(among) <= _NEAR else nearest(" ".join(words), among, _NEAR)
