"""Letters whose eighth bit was cut off, as by mail servers of old, or that are signs in national variants of ASCII."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from audit.text.frequent_words import is_known

# A sign between letters, as every text has whose letters were cut; each begins with a literal character for speed.
BETWEEN_LETTERS: Final = (
    r"\|(?<=[a-z]\|)[a-z]",
    r"\{(?<=[a-z]\{)[a-z]",
    r"`(?<=[A-Za-z]`)[A-Za-z]",
    r"\^(?<=[A-Z]\^)[A-Z]",
)
# A full stop of Chinese and Japanese, and what follows it.
BEHIND_STOPS: Final = "!#[$%0-9A-W]"
_BETWEEN: Final = tuple(map(re.compile, BETWEEN_LETTERS))
_SIGNED: Final = re.compile(r"(?<![@-~])[A-Za-z]*[@\[\\\]^_`{|}~][@-~]*")
_UPPER_HALF: Final = bytes(range(0xC0, 0xFF))


def _cut(codec: str) -> dict[int, str]:
    return dict(enumerate(_UPPER_HALF.decode(codec, "replace"), 0x40))


# Signs alone are cut letters among those of Latin-1, and in the variants of Germany, Denmark and Sweden (ISO 646); in
# the codecs of another script every letter is.
_READINGS: Final[tuple[Mapping[int, int] | Mapping[int, str], ...]] = (
    {ord(sign): letter for sign, letter in zip("{|}", "ûüý", strict=True)},
    *(str.maketrans("[\\]{|}~", letters) for letters in ("ÄÖÜäöüß", "ÆØÅæøå~", "ÄÖÅäöå~")),
    *map(_cut, ("cp1251", "koi8-r", "iso8859-5", "iso8859-7", "iso8859-8")),
)
# Rows of GB 2312 and JIS X 0208 without that bit: stops and full width, kana, frequent hanzi. Prose has hardly others.
_ROWS: Final = frozenset("!#$%") | frozenset(map(chr, range(0x30, 0x58)))
_SHARE_OF_ROWS: Final = 0.95
# The comma and the full stop of either.
_STOPS: Final = frozenset({"#,", "!#", '!"'})
_MIN_STOPS: Final = 2
# Different characters in a row; rulers and empty cells (`#,#,#,`) repeat a few.
_MIN_KINDS: Final = 10
HANZI: Final = re.compile(r"(?<![!-~])[!-~]{40,}")
_LETTERS_AT_LEAST, _SCRIPTS_AT_LEAST = 3, 4
# Letters of a frequent word, and its signs.
_LONGEST: Final = 40
# So many different words with such signs are frequent ones, and this share of all that have signs.
_MIN_WORDS: Final = 3
_SHARE: Final = 0.25
# The words with signs that decide: code is full of them.
_MANY: Final = 100


def cut_letters(text: str) -> Iterator[re.Match[str]]:
    r"""Yield the words in which signs are letters, if frequent words are made of them in one reading.

    >>> [word[0] for word in cut_letters("Die St|hle f|r die Sch|ler, und was sonst noch n|tzlich w|rde")]
    ['St|hle', 'f|r', 'Sch|ler', 'n|tzlich', 'w|rde']
    """
    if not any(kind.search(text) for kind in _BETWEEN):
        return
    words = dict.fromkeys(word[0] for word in islice(_SIGNED.finditer(text), _MANY))
    for reading in _READINGS:
        found = sum(_is_word(word, reading) for word in words)
        if found >= max(_MIN_WORDS, _SHARE * len(words)):
            yield from (word for word in _SIGNED.finditer(text) if _is_word(word[0], reading))
            return


def _is_word(word: str, reading: Mapping[int, int] | Mapping[int, str]) -> bool:
    if len(word) > _LONGEST:
        return False
    read = word.translate(reading)
    least = _SCRIPTS_AT_LEAST if word[0] != read[0] and word[0].isalpha() else _LETTERS_AT_LEAST
    return len(read) >= least and read.isalpha() and (read.islower() or read.istitle()) and is_known(read)


def are_hanzi(row: str) -> bool:
    """Return whether a row of ASCII is Chinese or Japanese prose in two bytes a character, its eighth bits cut off.

    >>> are_hanzi("GoLlNRCG0QF;9{JU=x2V?b#,R/R/P^N]6%#,DLDLTZT:WS@o0>9{=4!#"), are_hanzi("0>GoMaster#,=x2V?b!#!#" * 3)
    (True, False)
    """
    pairs = [row[at : at + 2] for at in range(0, len(row) - 1, 2)]
    likely = sum(pair[0] in _ROWS for pair in pairs) if len(set(pairs)) >= _MIN_KINDS else 0
    return likely >= _SHARE_OF_ROWS * len(pairs) and sum(pair in _STOPS for pair in pairs) >= _MIN_STOPS
