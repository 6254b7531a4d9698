"""Lines that letters of another codec make far likelier in one of all known languages: `aygýtlarýndan`, `╙╠┼─╒└▌╔╩`.

None of their words need be frequent, nor of a language with models of spelling: as read, the line is likelier than as
it is in any language, and so are its words by themselves in the language of the line, as in no list of names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final
from unicodedata import category

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.encoding.mojibake.codec_pairs import LATIN_CODECS, PASSAGES, byte_of
from audit.measure.encoding.mojibake.evidence_rules import is_in_order, is_in_turn, sets_letters_apart
from audit.measure.encoding.mojibake.reading import Reading
from audit.measure.encoding.mojibake.spelled.changed_words import words_read
from audit.measure.encoding.mojibake.spelled.likely_as_is import read_with
from audit.measure.encoding.mojibake.spelled.prefilter import lettered_pairs
from audit.measure.encoding.mojibake.spelled.spelling import APOSTROPHES, MARKS, SCRIPT_OF
from audit.measure.encoding.mojibake.spelled.word import SHORT, Word
from audit.measure.language.models.profiles import SCALE, scores
from audit.text.classes import Counts, codepoints, members

# Nats that a line gains, and that its changed words gain by themselves: over their best language as they are, in the
# language of the line as read. Of 166,000 lines in 190 languages that are looked at, most of them names, one healthy
# one gains as many. A word alone needs more, and so does a line in which one letter alone changes.
_LINE: Final = 20 * SCALE
_WORDS: Final = 20 * SCALE
_ONE_WORD: Final = 25 * SCALE
_ONE_LETTER: Final = 30 * SCALE
# Letters that a word alone restores, of the Latin script.
_MIN_RESTORED: Final = 2
# Nats per letter of the words of other scripts than Latin, as read: pictures drawn with blocks have fewer.
_PER_LETTER: Final = 14.5 * SCALE
# Letters of a word of a script beside Latin: in formulas there are words of three.
_LONG: Final = 4
# Changed words for one that becomes no word.
_FOR_ONE_BROKEN: Final = 4
# Readings of a line that are looked at, lines of a text, and characters of a line.
_READINGS: Final = 3
_MAX_LINES: Final = 8
_AROUND: Final = 200
# The right codecs of scripts for which there are profiles.
_RIGHTS: Final = (LATIN_CODECS - {"cp1258"}) | {
    *("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp1255", "cp862", "cp1256", "iso8859-6")
}
# What few languages have: in the Windows codec of the west letters of Turkish, Baltic languages and Czech, which only
# Icelandic has beside small ones, Czech not twice in a word, and Italian not within words; letters of Hebrew in the
# Cyrillic one, and capitals within words; and signs of drawn tables that no table has side by side.
_SOUGHT: Final = "|".join((
    *("[a-zç-ü][ðþ]", "[ðþ][a-z]", "ý[a-z]{1,3}ý", "[a-z]ì[a-z]"),
    *("йй|щм|еъ", "[а-я][А-Я]"),
    "[╞╟╧╨╤╥╙╘╒╓╫╪]{2}",
))  # fmt: skip
_SEARCHED: Final = re.compile(_SOUGHT)
# Characters that many healthy texts have, and all of East Asia: other ones are looked for in suspicious lines.
_UNUSUAL: Final = re.compile(
    "[^\x00-\x7f\xa0¡§©«°»¿®·×À-ÏÑ-ÜßÀ-ïñ-üÿ\u2010-\u2027\u2030-\u205e€™−\u0391-\u03c9А-яёЁ\u0530-\u1fff\u2e80-\U0010ffff]"
)
_KINDS: Final = members("latin1_lower", "cyr_lower", "box")
_FOREIGN: Final = re.compile("[^\x00-\x7f]")
_DIGIT: Final = re.compile("[0-9]")
_FORMAT: Final = "Cf"
_AROUND_WORDS: Final = "".join(MARKS | APOSTROPHES)

Span = tuple[int, int]
Damage = tuple[int, int, Reading]


def may_be_far_likelier(texts: pa.ChunkedArray | pa.LargeStringArray, tallies: Counts) -> npt.NDArray[np.bool_]:
    """Return which texts of a large_string column hold letters or signs that stand together in few languages.

    `tallies` are the characters of each class in each text.
    """
    made = np.zeros(len(texts), np.bool_)
    own = np.flatnonzero(tallies[:, _KINDS].any(axis=1))
    if len(own):
        found = pc.match_substring_regex(texts.take(pa.array(own)), _SOUGHT)
        made[own] = np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)
    return made


def far_likelier(text: str, suspicious: Iterable[Span], *, is_sought: bool) -> Iterator[Damage]:
    """Yield what is misread of the first lines with a suspicious passage, and its reading.

    `is_sought`: also of those with letters that stand together in few languages.

    >>> [reading.text for _, _, reading in far_likelier("Minnettarlýðýnýzý gösterin", (), is_sought=True)]
    ['Minnettarlığınızı']
    """
    unusual = (place for place in suspicious if _UNUSUAL.search(text, *_line_at(text, *place)))
    sought = (match.span() for match in islice(_SEARCHED.finditer(text), PASSAGES)) if is_sought else ()
    lines = dict.fromkeys(_line_at(text, *place) for place in sorted((*unusual, *sought)))
    for start, end in islice(lines, _MAX_LINES):
        found = _misread(text[start:end])
        if found is not None:
            first, last, reading = found
            yield start + first, start + last, reading


def _line_at(text: str, start: int, end: int) -> Span:
    """Return the line of a passage, no further than some characters around it."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = min(end, start + _AROUND) + _AROUND
    last = text.find("\n", start, stop)
    return first, last if last >= 0 else min(len(text), stop)


def _misread(line: str) -> Damage | None:
    """Return what changes of a line in its likeliest reading, if that is far likelier."""
    reads = _reads(line)
    sums = _scored([line, *reads] if reads else [])
    gains = sums[1:].max(axis=1) - sums[:1].max(initial=0)
    for number in np.argsort(-gains, kind="stable")[:_READINGS].tolist():
        if gains[number] < _LINE:
            return None
        if is_in_order(line) or is_in_turn(line) or sets_letters_apart(line):
            return None
        read = [*reads][number]
        if _mends_words(line, read, reads[read], int(sums[number + 1].argmax())):
            changed = [at for at, both in enumerate(zip(line, read, strict=True)) if both[0] != both[1]]
            start, end = line.rfind(" ", 0, changed[0]) + 1, line.find(" ", changed[-1])
            end = end if end >= 0 else len(line)
            return start, end, Reading(*reads[read], read[start:end], gains[number] / SCALE)
    return None


def _reads(line: str) -> Mapping[str, tuple[str, str]]:
    """Return the different readings of a line with letters for most that the wrong codec shows, and their codecs."""
    made: dict[str, tuple[str, str]] = {}
    for right, wrong in lettered_pairs(Counter(_FOREIGN.findall(line))):
        if right in _RIGHTS:
            made.setdefault(line.translate(read_with(right, wrong)), (right, wrong))
    made.pop(line, None)
    return made


def _mends_words(line: str, read: str, pair: tuple[str, str], language: int) -> bool:
    """Whether words become likelier by far in the language of the line as read than they are in any."""
    shortest = SHORT if pair[0] in LATIN_CODECS else _LONG
    changed = dict.fromkeys(word for word in words_read(line, read) if word.is_changed and len(word.read) >= shortest)
    words = [word for word in changed if not _says_nothing(word)]
    broken = [word for word in words if not word.is_whole or _is_unseen(word) or _is_of_another(word, pair[1])]
    sound = [word for word in words if word.is_whole and not _is_recased(word)]
    if not any(word.is_evidence for word in sound) or len(broken) * _FOR_ONE_BROKEN > len(sound):
        return False
    if pair[0] in LATIN_CODECS and not all(map(_is_mostly_kept, sound)):
        return False
    sums = _scored([f" {form} " for word in sound for form in (word.seen, word.read)])
    if pair[0] not in LATIN_CODECS and sums[1::2, language].sum() < _PER_LETTER * sum(len(word.read) for word in sound):
        return False
    gains = sums[1::2, language] - sums[::2].max(axis=1)
    likelier = int(np.count_nonzero(gains > 0))
    least = max(_WORDS, _ONE_LETTER if _letters(sound) == 1 else 0, _ONE_WORD if likelier == 1 else 0)
    if likelier == 1 and (pair[0] not in LATIN_CODECS or max(map(_restored, sound)) < _MIN_RESTORED):
        return False
    return bool(gains.sum() >= least) and 2 * likelier >= len(sound)


def _says_nothing(word: Word) -> bool:
    """Whether a word has digits, or is what quotes became letters around."""
    return bool(_DIGIT.search(word.read)) or word.read.strip(_AROUND_WORDS).isascii()


def _is_unseen(word: Word) -> bool:
    """Whether something changes that nobody sees, such as soft hyphens."""
    return any(category(char) == _FORMAT for char in word.seen)


def _is_of_another(word: Word, wrong: str) -> bool:
    """Whether the wrong codec lacks a character of a word, which it shows as a whole."""
    return not all(byte_of(char, wrong) for char in word.seen)


def _is_recased(word: Word) -> bool:
    """Whether a word in small letters, capitals or with one capital first is cased otherwise as read, or not at all."""
    seen, read = word.seen, word.read
    if {SCRIPT_OF.get(char) for char in seen if char not in APOSTROPHES} != {SCRIPT_OF.get(read[0])}:
        return seen.isupper() and seen.isalpha() and not read.isupper()
    is_cased = seen.islower() or seen.isupper() or (seen[0].isupper() and seen[1:].islower())
    return is_cased and [*map(str.islower, seen)] != [*map(str.islower, read)]


def _is_mostly_kept(word: Word) -> bool:
    return 2 * sum(map(str.__eq__, word.seen, word.read)) >= len(word.seen)


def _restored(word: Word) -> int:
    return sum(map(str.__ne__, word.seen, word.read))


def _letters(words: Sequence[Word]) -> int:
    """Return how many different characters change."""
    return len({a for word in words for a, b in zip(word.seen, word.read, strict=True) if a != b})


def _scored(texts: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return the scores of texts, a row for each, in every language."""
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64)
    return scores(codepoints("".join(texts)), np.concatenate(([0], ends))[:-1], ends)[0].astype(np.int64)
