"""Rules of evidence: a reading proves something only if letters that form no word become letters that do.

Spaces, punctuation, marks and symbols prove nothing, nor do runs of one character, or anything next to a hole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.by_twos import KANA_LENGTHENED, SAME, lengthens_kana
from audit.measure.encoding.mojibake.codec_pairs import RIGHTS, TWO_BYTES, put_back
from audit.measure.encoding.mojibake.spelled.spelling import BETWEEN, SCRIPT_OF, sudden_capitals
from audit.measure.encoding.mojibake.utf8_evidence import restores_utf8
from audit.measure.language.models.profiles import SCALE, scores
from audit.text.classes import codepoints
from audit.text.code_points import of_categories
from audit.text.frequent_words import is_known

# Adjacent non-ASCII letters that two-byte codecs must restore; UTF-8 proves itself by its sequences.
_MIN_RESTORED: Final = 3
# Two-byte codecs always give hanzi, and kana have equal bytes in EUC-JP and GB 18030.
_MIN_RESTORED_EASTERN: Final = 5
# Any few hangul are bytes of some hanzi, and Korean names are rare: only a sentence is evidence.
_MIN_RESTORED_HANGUL: Final = 8
# More are needed for hanzi next to alphabetic letters, where they occur by chance, and next to a run of one sign.
_MORE: Final = 3
_RUN_OF_ONE: Final = re.compile(r"([^\x00-\x7f\s])\1{5}")
_AT_LETTERS: Final = re.compile("[^\\W\\d_\u2e80-\uffff][\u3400-\u9fff]|[\u3400-\u9fff][^\\W\\d_\u2e80-\uffff]")
_MIN_DIFFERENT: Final = 3
# Minimum distinct letters, since runs of one sign become runs of one letter. Private use is no evidence.
_MANY_DIFFERENT: Final = 8
_SHARE_DIFFERENT: Final = 0.6
_MAX_PRIVATE: Final = 0.04
# A two-byte codec loses bytes, and the bytes after them are decoded out of step.
_MAX_PRIVATE_OF_TWO: Final = 0.12
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
# Minimum share of new letters among the restored non-ASCII characters.
_MIN_LETTERS: Final = 0.55
# Minimum share of letters in the passage: DOS codecs show most hanzi bytes as box drawing.
_MIN_SEEN: Final = 0.1
# The eleven characters of drawn tables.
_MIN_BOXES: Final = 14
# Codecs that show accents as box drawing, which no text contains otherwise.
_BOX: Final = re.compile("[\u2500-\u257f]")
_MAX_BOXES: Final = 0.1
_BEYOND: Final = re.compile("[^\x00-\x7f]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FOREIGN_WORD: Final = re.compile(r"[^\W\d_A-Za-z]{2,}")
# Superscripts, fractions, circled numbers, ordinals and the micro sign are no letters.
# As ranges: each single character beyond the first plane costs every letter a comparison.
_RUNS_OF_NUMBERS: Final = np.flatnonzero(np.diff(of_categories("No", "Nl"), prepend=False, append=False)).reshape(-1, 2)
_NUMBERS: Final = "".join(f"{chr(first)}-{chr(end - 1)}" for first, end in _RUNS_OF_NUMBERS.tolist())
_NOT_LETTERS: Final = re.compile(rf"[\W0-9A-Za-z_ªºµ{_NUMBERS}]+")
# Positions, and positions in one word, at which a sign must separate letters. Misread Turkish bütün has two.
_MIN_APART: Final = 4
_APART_IN_ONE: Final = 3
_SIGNS: Final = frozenset("ªºµπμΩ")
_SHARE_APART: Final = 0.5
# What programs that show bytes print for zero.
_OF_DUMPS: Final = frozenset("·•∙⋄")
# Nats per letter: intact words have 10 to 20, hanzi bytes 1 to 9.
_SPELLED_PER_LETTER: Final = 10 * SCALE
_LONG_RUN: Final = re.compile("[^\x00-\x7f]{4,}")
_LETTERS_FOR_ONE_SIGN: Final = 3
MOSTLY_LETTERS: Final = 0.6
# Two frequent words of this many letters do not occur by chance.
_LONG: Final = 4
# Of so many characters half are different ones, if they are bytes of hanzi or hangul (all but three in a thousand of
# 1,273 passages); those of kana begin with the same one or two.
_LEAST_READ, _READ = 16, 24
_LEAD_BYTES_ALIKE: Final = frozenset({"cp932", "euc_jp"})
_FOREIGN: Final = re.compile(r"[^\x00-\x7f\s]")
_IN_TURN: Final = re.compile(r"[^\x00-\x7f\s]{12,}")
# Characters at equal steps from both neighbours: of 3,209 misread passages one has a fifth of them.
_FIRST_HIGH: Final = 0x80
_CHARTED: Final = tuple(wrong for wrong in RIGHTS if wrong not in TWO_BYTES)
_MIN_IN_ORDER, _SHARE_IN_ORDER = 3, 0.2
_END_LETTER: Final = r"[^\W_ªºµ]"
_LETTER: Final = rf"(?:{_END_LETTER}|[!-/:-@_])"


@lru_cache(maxsize=256)
def letters_only(text: str) -> str:
    """Return the non-ASCII letters, with a space for everything else."""
    return _NOT_LETTERS.sub(" ", text)


def restores(found: str, passage: str, right: str, wrong: str) -> bool:
    """Return whether the reading restores enough letters to prove anything."""
    if right == "utf-8":
        return restores_utf8(found, passage, wrong)
    if (right, wrong) == KANA_LENGTHENED and lengthens_kana(passage):
        return True
    if not _is_of_many(passage) or (wrong not in TWO_BYTES and right not in _LEAD_BYTES_ALIKE and is_of_few(passage)):
        return False
    stood = frozenset(passage)
    words = _FOREIGN_WORD.findall(SAME.sub(" ", found))
    letters = [char for char in "".join(words) if char not in stood]
    least, private = (
        (_MIN_RESTORED_EASTERN, _MAX_PRIVATE_OF_TWO) if wrong in TWO_BYTES else (_MIN_RESTORED, _MAX_PRIVATE)
    )
    # Among bytes of hanzi are signs: letters alone may be those of an alphabet.
    least = max(least, _MIN_RESTORED_EASTERN) if letters_among(passage) == 1 else least
    least = _MIN_RESTORED_HANGUL if wrong == "cp949" or (wrong in TWO_BYTES and "\ufffd" in found) else least
    least += _MORE if _AT_LETTERS.search(found) or _RUN_OF_ONE.search(passage) else 0
    if len(letters) < least or (len(_BOX.findall(found)) > _MAX_BOXES * len(letters) and not _BOX.search(passage)):
        return False
    beyond = len([char for char in found if char > "\x7f" and char not in stood])
    # A repeated word is not a row of signs.
    once = len([char for char in "".join(set(words)) if char not in stood])
    return (
        len(set(letters)) >= max(_MIN_DIFFERENT, min(_MANY_DIFFERENT, _SHARE_DIFFERENT * once))
        and len(_PRIVATE.findall(found)) <= private * beyond
        and len(letters) >= _MIN_LETTERS * beyond
    )


@lru_cache(maxsize=64)
def _is_of_many(passage: str) -> bool:
    """Whether a passage has enough distinct non-ASCII letters, or more kinds of box drawing characters than a table."""
    if len(set(_BOX.findall(passage))) >= _MIN_BOXES:
        return True
    return (
        letters_among(passage) >= _MIN_SEEN
        and len({char for char in _BEYOND.findall(passage) if char.isalpha()}) >= _MIN_DIFFERENT
    )


@lru_cache(maxsize=64)
def is_of_few(passage: str) -> bool:
    """Whether a passage has so few different characters beyond ASCII as lists of an alphabet's letters have."""
    foreign = _BEYOND.findall(passage)[:_READ]
    return len(foreign) >= _LEAST_READ and 2 * len(set(foreign)) < len(foreign)


@lru_cache(maxsize=64)
def is_in_turn(passage: str) -> bool:
    """Whether letters and different signs are in turn, as in ä×ö÷ü: bytes of letters adjoin, except for UTF-8."""
    runs = [run for run in _IN_TURN.findall(passage) if all(a.isalpha() != b.isalpha() for a, b in pairwise(run))]
    signs = [char for run in runs for char in run if not char.isalpha()]
    most = max(map(signs.count, set(signs)), default=0)
    return 2 * sum(map(len, runs)) >= len(_BEYOND.findall(passage)) and 2 * most < len(signs)


@lru_cache(maxsize=64)
def is_in_order(passage: str) -> bool:
    """Whether characters or their bytes rise in equal steps, as in samples of a font and charts of a code page."""
    points = [ord(char) for char in _FOREIGN.findall(passage)]
    least = max(_MIN_IN_ORDER, _SHARE_IN_ORDER * len(points))
    codes = ([byte for byte in put_back(passage, codec)[0] if byte >= _FIRST_HIGH] for codec in _CHARTED)
    return any(_rising(numbers) >= least for numbers in chain((points,), codes))


def _rising(numbers: Sequence[int]) -> int:
    """Return how many numbers are at equal steps from both neighbours."""
    steps = [later - one for one, later in pairwise(numbers)]
    return sum(step == later != 0 for step, later in pairwise(steps))


@lru_cache(maxsize=64)
def sets_letters_apart(text: str) -> bool:
    """Return whether a sign separates the letters of words, as in w·o·r·d·s, which is a word in any language.

    The words begin and end with a letter; those of a script that UTF-8 shows as a sign and a letter each do not. Dumps
    of UTF-16 have a sign behind every character of ASCII.
    """
    counts = {char: text.count(char) for char in set(text) if char > "\x7f" and _is_sign(char)}
    return any(
        max(found) >= _APART_IN_ONE and sum(found) >= _SHARE_APART * count
        for sign, count in counts.items()
        if count >= _MIN_APART
        for found in ([run.count(sign) for run in _set_apart(sign).findall(text)] or [0],)
    )


@lru_cache(maxsize=1 << 12)
def _is_sign(char: str) -> bool:
    return not char.isspace() and (not char.isalpha() or char in _SIGNS or unicodedata.category(char) == "Lm")


@lru_cache(maxsize=256)
def _set_apart(sign: str) -> re.Pattern[str]:
    """Return a pattern for words of at least three letters with a sign between any two, and dumps of three."""
    mark = re.escape(sign)
    of_dumps = rf"|(?:[ -~]{mark}){{3,}}" if sign in _OF_DUMPS else ""
    return re.compile(rf"(?<!\S){_LETTER}(?:{mark}{_LETTER})+{mark}{_END_LETTER}(?!\S){of_dumps}")


def letters_among(passage: str) -> float:
    """Return the share of letters among the non-ASCII characters, ignoring spaces."""
    foreign = [char for char in passage if char > "\x7f" and not char.isspace()]
    return sum(map(str.isalpha, foreign)) / max(1, len(foreign))


def is_spelled(passage: str) -> bool:
    """Whether the non-ASCII words are spelled as in some language, so that their letters are no bytes of hanzi.

    Except among as many signs, which no text has; two long frequent words suffice anywhere.
    """
    words = {word for word in _WORD.findall(passage) if len(word) >= _LONG and not word.isascii()}
    if sum(map(is_known, words)) > 1:
        return True
    if letters_among(passage) < MOSTLY_LETTERS or _is_jumbled(passage):
        return False
    points = codepoints(" ".join(word for word in _WORD.findall(passage) if not word.isascii()))
    sums, letters = scores(points, np.zeros(1, np.int64), np.array([len(points)], np.int64))
    return int(sums[0].max()) >= _SPELLED_PER_LETTER * max(1, int(letters[0]))


def _is_jumbled(passage: str) -> bool:
    """Whether most non-ASCII characters are in implausible runs: Latin letters, signs, capitals inside words."""
    odd = 0
    for run in _LONG_RUN.findall(passage):
        signs = sum(not char.isalpha() and char not in BETWEEN for char in run) + sudden_capitals(run)
        if signs * _LETTERS_FOR_ONE_SIGN >= len(run) or all(SCRIPT_OF.get(char) == "latin" for char in run):
            odd += len(run)
    return 2 * odd >= sum(char > "\x7f" for char in passage)
