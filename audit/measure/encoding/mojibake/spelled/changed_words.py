"""Words that a reading changes: found in the pieces of a passage, and what they gain in spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from audit.measure.encoding.mojibake.spelled.spelling import LANGUAGES, SCRIPT_OF, known_nats, nats
from audit.measure.encoding.mojibake.spelled.word import Word, words_of

# Minimum gain in nats of a better spelled word; less is chance.
BETTER: Final = 2.5
# Nats per letter: words of the right language cost 3 to 6, random letters 9 and more.
MAX_COST: Final = 6.5
# Gain from leaving out the changed characters. Of 4,500 damaged words one in thirty reaches it without its accents, and
# two in three of those with signs inside; at the end of a word, one in ten with accents and nearly all with signs.
_STREWN: Final = 8.0
_STREWN_BEHIND: Final = 4.0
# Each further letter costs as much in a word of the language.
_STREWN_MORE: Final = 3.0
_LEAST_STREWN: Final = 3
# Words with a byte that a two-byte codec dropped, per word restored: they say nothing.
_MAX_HOLED: Final = 3
_MAX_WORDS: Final = 60
_HOLE: Final = "\ufffd"


def words_read(seen: Sequence[str], read: Sequence[str]) -> Iterator[Word]:
    """Yield a bounded number of the words in the pieces of a passage and of its reading."""
    return islice(words_of(seen, read), _MAX_WORDS)


def gains_of(words: Iterable[Word], ours: str, theirs: Collection[str]) -> dict[Word, float]:
    """Return the spelling gain of each word in nats, in any language."""
    return {
        word: (nats if word.is_edged else known_nats)(word.read, ours)
        - max(known_nats(word.seen, other, free=True) for other in _writers(word, theirs))
        for word in words
    }


def _writers(word: Word, theirs: Collection[str]) -> Collection[str]:
    """Return the possible languages of a word as it is: all of its script, except for Latin."""
    scripts = {SCRIPT_OF[char] for char in word.seen if char in SCRIPT_OF and char > "\x7f"} - {"latin"}
    return (*theirs, *(language for script in sorted(scripts) for language in LANGUAGES[script]))


def is_strewn(word: Word, ours: str, every: Collection[str]) -> bool:
    """Whether the word is far better spelled without the changed characters, in any language."""
    rest = word.unsigned
    is_behind = word.seen.startswith(rest)
    if len(rest) < _LEAST_STREWN - is_behind or not rest.isalpha():
        return False
    more = _STREWN_MORE * (len(word.seen) - len(rest) - 1)
    least = known_nats(word.read, ours) + (_STREWN_BEHIND if is_behind else _STREWN) + more
    return max(nats(rest, language) for language in every) > least


def holed_words(words: Iterable[Word], restored: int) -> frozenset[Word]:
    """Return the words read with a hole; none of too many for those that are restored."""
    holed = frozenset(word for word in words if _HOLE in word.read)
    return holed if len(holed) <= _MAX_HOLED * restored else frozenset()
