"""Rules of evidence for UTF-8, whose sequences of bytes rarely come about by chance: what a reading must restore."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import TWO_BYTES
from audit.measure.encoding.mojibake.spelled.spelling import SCRIPT_OF, is_small_among_capitals, sudden_capitals
from audit.text.frequent_words import is_known

_MIN_UTF8: Final = 2
_MIN_UTF8_HOLED: Final = 3
# Codecs that show lead bytes as box drawing.
_DRAWING: Final = frozenset({"cp437", "cp850", "cp852", "cp866"})
# Three-byte sequences between holes that do not occur by chance. GB 18030 has few holes.
_MIN_ALONE: Final = 3
# Maximum holes per letter of the restored words, if few are restored.
_MAX_HOLES: Final = 4
_FEW_ALONE: Final = 5
# Of letters of an alphabet between holes: the share of one script, and the holes per letter.
_PURE: Final = 0.9
_MAX_HOLES_OF_LETTERS: Final = 1.5
# Big5 and EUC-KR drop up to half of the bytes of UTF-8. What Latin-1 shows as controls, programs take out: where so
# many letters of three bytes stay whole, each may stand for as many that lost one.
_MAX_HOLES_DROPPED: Final = 12.0
_MAX_HOLES_OF_CONTROLS, _LEAST_WHOLE = 5.0, 6
# Kana, hanzi and hangul mix, and have no spaces between words.
_FIRST_EASTERN: Final = "\u3040"
_HALF_AND_FULL_WIDTH: Final = "\uff00"
# Phonetic and rare letters: Latin Extended-B without Vietnamese and Romanian, whose words are longer.
_FIRST_RARE: Final = "\u0180"
_LAST_RARE: Final = "\u02af"
_HARD_BY: Final = 2
_NOT_RARE: Final = frozenset("ƠơƯưȘșȚțƏə")
# Greek letters of inscriptions, beside which none of today's stand.
_ARCHAIC: Final = frozenset("ͰͱͲͳͶͷͻͼͽϳ")
_CAPITAL: Final = re.compile("[A-Z]")
_SMALL_SIGNS: Final = frozenset("ªºµπμ")
# Letters that begin no modern word.
_LONG_S: Final = "ſ"
# Not full-width letters, which stand apart.
_EASTERN: Final = re.compile("[\u3400-\ud7a3]")
# Signs of two bytes in English and related languages. Those of three, an apostrophe or an arrow, are a letter and two
# signs in another codec, and those of four a letter and three.
_MARKS: Final = frozenset("«»¿¡°·§©®º£¥¢\xa0")
_FIRST_OF_THREE: Final = "\u0800"
# Categories of Unicode: punctuation, symbols and spaces; and what is unseen, such as the selectors of emoji.
_SIGNS, _UNSEEN = "PSZ", frozenset({"Cf", "Mn"})
_WORD: Final = re.compile(r"[^\W\d_]+")
# Of letters of an alphabet between holes: the least number of different ones.
_MANY_LETTERS: Final = 8


def restores_utf8(found: str, passage: str, wrong: str) -> bool:
    """Return whether a reading in UTF-8 restores enough letters to prove anything."""
    is_holed = wrong in TWO_BYTES and "\ufffd" in found
    words = set(restored(found))
    if any(map(_is_frequent_by_twos, words)) or (is_holed and _is_of_one_script(found, passage)):
        return True
    return _restores_words(found, passage, wrong, words)


def most_holes(found: str, wrong: str) -> float:
    """Return how many holes for each letter that it restores a reading in UTF-8 may have."""
    if wrong in TWO_BYTES:
        return _MAX_HOLES_DROPPED
    return _MAX_HOLES_OF_CONTROLS if len(_EASTERN.findall(found)) >= _LEAST_WHOLE else 1


def _restores_words(found: str, passage: str, wrong: str, words: AbstractSet[str]) -> bool:
    least = _MIN_UTF8_HOLED if "\ufffd" in found else _MIN_UTF8
    beyond = [char for char in found if char > "\x7f" and char != "\ufffd"]
    if wrong in TWO_BYTES and len(beyond) < least:
        return False
    # A box corner before a letter is the two bytes of another letter; three bytes do not come about by chance.
    if wrong in _DRAWING and sum(len(char.encode()) - 1 for char in beyond if char not in passage) < _MIN_UTF8:
        return False
    alone = {char for char in found if _FIRST_EASTERN <= char < _HALF_AND_FULL_WIDTH} - set(passage)
    if wrong in TWO_BYTES and wrong != "gb18030" and len(alone) >= _MIN_ALONE <= len(_EASTERN.findall(passage)):
        words = words | alone
    if wrong in TWO_BYTES and "\ufffd" in found and sum(map(len, words)) < _MIN_ALONE:
        return False
    if not words:
        return _frees_letters(found, passage)
    if len(alone) < _FEW_ALONE and sum(map(len, words)) * _MAX_HOLES < found.count("\ufffd"):
        return False
    return len(words) > 1 or any(char > "\x7f" and char.isalpha() for char in passage)


def _is_frequent_by_twos(word: str) -> bool:
    """Whether a word of ASCII letters and two others is frequent: no two sequences give one by chance."""
    accents = [char for char in word if char > "\x7f"]
    return _MIN_UTF8 <= len(accents) < len(word) and is_known(word)


def _is_of_one_script(found: str, passage: str) -> bool:
    """Whether many different letters between holes are of one other alphabet: chance gives letters of several.

    Dropped bytes divide every word of Greek, Cyrillic or Arabic, and their letters are two bytes each.
    """
    stood = frozenset(passage)
    letters = [char for char in found if char > "\x7f" and char.isalpha() and char not in stood]
    if not letters or found.count("\ufffd") > _MAX_HOLES_OF_LETTERS * len(letters):
        return False
    script, count = Counter(map(SCRIPT_OF.get, letters)).most_common(1)[0]
    own = {char for char in letters if SCRIPT_OF.get(char) == script}
    return script not in {None, "latin"} and len(own) >= _MANY_LETTERS and count >= _PURE * len(letters)


def restored(found: str) -> Iterator[str]:
    """Yield the words of a reading with several non-ASCII letters of one script.

    In alphabets a word next to a hole is incomplete; in unspaced scripts the text between holes is one.
    """
    for match in _WORD.finditer(found):
        word = match[0]
        scripts = {SCRIPT_OF.get(char) or _block(char) for char in word}
        holed = not word[0] >= _FIRST_EASTERN and "\ufffd" in found[max(0, match.start() - 1) : match.end() + 1]
        if word.isascii() or len(set(word.lower())) == 1 or holed or len(scripts) > 1 or sudden_capitals(word):
            continue
        if _LONG_S in word or is_small_among_capitals(word):
            continue
        if not _ARCHAIC.isdisjoint(word):
            continue
        rare = [char for char in word if _FIRST_RARE <= char <= _LAST_RARE]
        if not rare or (_NOT_RARE.issuperset(rare) and len(word) > len(rare) + _HARD_BY):
            yield word


def without_lowered(words: AbstractSet[str], passage: str) -> AbstractSet[str]:
    """Return the words without those that get a small letter behind a capital, where a passage has capitals only.

    Its small letters may be signs of units and ordinals.
    """
    if not "".join(char for char in passage if char not in _SMALL_SIGNS).isupper():
        return words
    return {word for word in words if word.isupper() or not _CAPITAL.match(word)}


def _block(char: str) -> int:
    return min(ord(char), ord(_FIRST_EASTERN)) >> 8


def _frees_letters(found: str, passage: str) -> bool:
    """Whether letters of the passage become punctuation in the reading, such as an apostrophe.

    A closing quote often lost its last byte, which Windows-1252 does not define: most marks must be whole.
    """
    marks = [char for char in found if char > "\x7f" and char != "\ufffd"]
    if len(marks) <= found.count("\ufffd"):
        return False
    return all(map(_is_mark, marks)) and any(c > "\x7f" and c.isalpha() for c in passage)


def _is_mark(char: str) -> bool:
    category = unicodedata.category(char)
    return char in _MARKS or (char >= _FIRST_OF_THREE and (category[0] in _SIGNS or category in _UNSEEN))
