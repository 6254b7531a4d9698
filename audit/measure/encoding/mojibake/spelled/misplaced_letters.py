"""Letters shown where no word has them by a codec with nearly the same letters: `бер€`, `пустаЯ`, `ƒети`, `now±`.

Most words stay as they are, and one odd word is a name or a jest: two different ones of a line prove the codec, or one
with two such letters, or with a sign between its letters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.encoding.mojibake.codec_pairs import byte_of, read_carelessly
from audit.measure.encoding.mojibake.misread_quotes import lines_beyond_ascii
from audit.measure.encoding.mojibake.reading import Reading
from audit.measure.encoding.mojibake.spelled.changed_words import MAX_COST
from audit.measure.encoding.mojibake.spelled.spelling import (
    LANGUAGES,
    SCRIPT_OF,
    is_frequent_word,
    nats,
    sudden_capitals,
)
from audit.text.classes import Counts, members
from audit.text.frequent_words import is_known

# The pairs with nearly the same letters, the script, its small letters as a class of a pattern, and those of a few of
# its languages, which begin no word elsewhere, but stand in the midst of their own.
_PAIRS: Final = (
    ("cp1251", "mac-cyrillic", "cyrillic", "а-яё", "ђ-џґ"),
    ("mac-cyrillic", "cp1251", "cyrillic", "а-яё", "ђ-џґ"),
    ("iso8859-2", "cp1250", "latin", "a-zß-öø-ÿăąćčďęěľłńňőřśšťůűźżž", ""),
)
# Classes of small letters beyond ASCII that a text in the script has, misread or not.
_KINDS: Final = {"cyrillic": members("cyr_lower"), "latin": members("latin_a_lower")}
# Belarusian begins words with a small letter that is a capital of others, and has none of these.
_BELARUSIAN, _NOT_BELARUSIAN = "ў", re.compile("[ищъ]")
# Small letters that Serbian and Macedonian lack, which have capitals that others are shown as.
_EASTERN: Final = re.compile("[йщъыьэюяё]")
# Two words; of the signs that may stand before a word as it is, frequent words only.
_MIN_WORDS: Final = 2
_MIN_SIGNED: Final = 3
_SIGNED: Final = frozenset("—–“”‘’„‚«»…‹›•™‰†‡№§©®°±¶·'\xa0")
_SHORTEST: Final = 4
# Letters of a word that may count twice.
_LONG: Final = 6
# Signs that stand behind words as they are.
_BEHIND: Final = frozenset("»”’“…™®©°§‰%")
_PILCROW: Final = "¶"
_FIRST: Final = re.compile(r"(?<!\w)[^\W\d_](?=[^\W\d_]{2})")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a wrong codec shows: the words with misplaced letters, and the letter of each character."""

    right: str
    wrong: str
    script: str
    word: re.Pattern[str]
    read: dict[int, str]
    sought: str

    def is_signed(self, word: str) -> bool:
        """Whether all that is misplaced is a sign before the word, which may stand there."""
        return word[0] in _SIGNED and word[1:].translate(self.read) == word[1:]

    def spoils(self, line: str, words: Collection[str]) -> bool:
        """Whether a line has as many words with sound capitals as words that begin with a misplaced one.

        All capitals of the script are misplaced together: Ђенђеш may be Аенђеш, but Дьондьош is no ƒьондьош.
        """
        begun = sum(self.read.get(ord(word[0]), word[0]) != word[0] for word in words)
        firsts = (self.read.get(ord(match[0])) for match in _FIRST.finditer(line)) if begun else ()
        return 0 < begun <= sum(read is not None and SCRIPT_OF.get(read) != self.script for read in firsts)

    def weight(self, word: str) -> int:
        """Return how many words one counts as: two with several misplaced letters, or with a sign between letters."""
        changed = [at for at, char in enumerate(word) if ord(char) in self.read and self.read[ord(char)] != char]
        is_within = any(0 < at < len(word) - 1 and not word[at].isalpha() for at in changed)
        return 2 if len(word) >= _LONG and (len(changed) > 1 or is_within) else 1


def may_be_misplaced(texts: pa.ChunkedArray | pa.LargeStringArray, tallies: Counts) -> npt.NDArray[np.bool_]:
    """Return which texts of a large_string column may hold words with misplaced letters.

    `tallies` are the characters of each class in each text: only those with small letters of a script are searched.
    """
    made = np.zeros(len(texts), np.bool_)
    for script, kinds in _KINDS.items():
        own = np.flatnonzero(tallies[:, kinds].any(axis=1))
        if len(own):
            sought = "|".join(shown.sought for shown in _every() if shown.script == script)
            found = pc.match_substring_regex(texts.take(pa.array(own)), sought)
            made[own] |= np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)
    return made


def misplaced_letters(text: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield the part of each line, in order, from its first word with misplaced letters to its last, and its reading.

    >>> [reading.text for _, _, reading in misplaced_letters("Их складыва€ и бер€ в руки")]
    ['складывая и беря']
    """
    for at, line, _ in lines_beyond_ascii(text):
        for shown in _every():
            found = [*_misplaced(line, shown)]
            if found:
                start, end = found[0].start(), found[-1].end()
                read = line[start:end].translate(shown.read)
                yield at + start, at + end, Reading(shown.right, shown.wrong, read, 0.0)
                break


def _misplaced(line: str, shown: _Shown) -> list[re.Match[str]]:
    """Return the words with misplaced letters; none unless those that read as words weigh enough, and few do not."""
    every = list(shown.word.finditer(line))
    if not every or (shown.script == "cyrillic" and not _EASTERN.search(line.translate(shown.read))):
        return []
    is_belarusian = not _NOT_BELARUSIAN.search(line)
    words = {
        match[0]: match[0].translate(shown.read)
        for match in every
        if not (is_belarusian and match[0].startswith(_BELARUSIAN))
    }
    good = {read.lower(): seen for seen, read in words.items() if _is_mended(seen, shown)}
    signed = [seen for seen in words if shown.is_signed(seen)]
    unread = [seen for seen in words if seen not in good.values() and seen not in signed]
    least = _MIN_SIGNED if set(signed).issuperset(good.values()) else _MIN_WORDS
    if sum(map(shown.weight, good.values())) < least or len(unread) > len(good) // _MIN_WORDS:
        return []
    if shown.spoils(line, good.values()):
        return []
    return [match for match in every if words.get(match[0], "").lower() in good]


def _is_mended(seen: str, shown: _Shown) -> bool:
    """Whether a word reads as spelled in a language, better than as it is in any.

    Behind a sign, and if it is short, it is a frequent one, and what is behind the sign is not; none between two signs.
    """
    read, languages = seen.translate(shown.read), LANGUAGES[shown.script]
    is_between_signs = not (seen[0].isalpha() or seen[-1].isalpha()) and seen[1:-1] == read[1:-1]
    if (
        is_between_signs
        or sudden_capitals(read)
        or seen.endswith(_PILCROW)
        or (seen[0].isalpha() and not read[0].isalpha())
    ):
        return False
    if shown.is_signed(seen) or len(seen) < _SHORTEST:
        return not is_known(seen[1:]) and any(is_frequent_word(read, language) for language in languages)
    best = max(nats(read, language) for language in languages)
    return best > max(-MAX_COST * (len(read) + 1), *(nats(seen, language) for language in languages))


@cache
def _every() -> tuple[_Shown, ...]:
    return tuple(_shown(*pair) for pair in _PAIRS)


def _shown(right: str, wrong: str, script: str, small: str, of_few: str) -> _Shown:
    """Return what the wrong codec shows small letters and capitals as, where no word has that.

    Small ones behind a small one, or as a sign before two; capitals as the first character of a word.
    """
    is_small, is_of_few = re.compile(f"[{small}]"), re.compile(f"[{of_few}]" if of_few else "(?!)")
    raw = [bytes((byte,)) for byte in range(0x80, 0x100)]
    letters = {read_carelessly(one, wrong) or "": read_carelessly(one, right) or "" for one in raw}
    changed = {seen: read for seen, read in letters.items() if seen != read and SCRIPT_OF.get(read) == script}
    odd = {seen: read for seen, read in changed.items() if not is_small.match(seen)}
    small_ones = [seen for seen, read in odd.items() if read.islower() and not is_of_few.match(seen)]
    within = [seen for seen in small_ones if seen not in _BEHIND]
    first = [seen for seen, read in odd.items() if read.isupper() and not is_small.match(seen.lower())]
    signs = "".join(re.escape(seen) for seen in within if not seen.isalpha())
    inner, begin = "".join(map(re.escape, within)), "".join(map(re.escape, first))
    sign = f"[{signs}]" if signs else r"[^\w\W]"
    tail = f"[{small}{of_few}{inner}]"
    behind = rf"[^\W\d_]?[{small}{of_few}]+[{inner}]{tail}*"
    word = rf"(?<![^\s(])(?:[{begin}][{small}]{tail}*|{sign}[{small}]{tail}+|{behind})(?!\w)"
    sought = rf"[{small}][{inner}]|[{''.join(map(re.escape, sorted(set(first) - _SIGNED)))}{signs}][{small}]{{2}}"
    read = {ord(seen): read for seen, read in letters.items() if seen and byte_of(seen, wrong)}
    return _Shown(right, wrong, script, re.compile(word), read, sought)
