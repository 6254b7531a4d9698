"""Texts in the script of one major language that are in another one: Ancient Greek, Pa'O, Tulu.

A language has few groups of three letters that are frequent. Its texts of any kind mostly consist of these, those in
another language of its script much less.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from typing import Final

from audit.measure.language.identify import UNDETERMINED, Identification
from audit.measure.language.segments import Pieces, beginnings
from audit.text.classes import Points, codepoints
from audit.text.languages import ONE_LANGUAGE
from audit.text.scripts import SCRIPT, scripts
from audit.text.tables import rows

GROUP: Final = 3
# Code points inspected.
_READ: Final = 1_000
# Lists of foreign names, of countries or of people, have other groups: only parts of sentences with so many groups and,
# where spaces divide words, so many of these are judged.
_PART: Final = re.compile(r"[^\n,;:/()•|။၊]+")
_GROUPS_OF_PART: Final = 30
_WORDS_OF_PART: Final = 5
_UNDIVIDED: Final = "my"
# Fewer groups are a name or a heading.
_FEWEST: Final = 40
# What texts of other kinds than those measured have of the usual share at least: messages of a wiki .78 to 1.
_OF_USUAL: Final = 0.72
# By how many standard deviations a short text may have less.
_DEVIATIONS: Final = 2.0
# Burmese in the Zawgyi encoding has the vowel before its consonant, and groups of its own.
_VOWEL: Final = "\u1031"
_BEFORE_CONSONANT: Final = re.compile(f"(?<![\u1000-\u102a\u103b-\u103f\u1050-\u1082]){_VOWEL}")
_OFTEN: Final = 0.2
_HUNDREDTHS: Final = 100
# The accent of today's Greek, which capitals do without.
_TONOS: Final = "\u0301"
SCRIPT_OF: Final = {tag: script for script, tag in ONE_LANGUAGE.items()}


@dataclass(frozen=True, slots=True)
class _Groups:
    """The frequent letter groups of a language, and their share in its texts."""

    frequent: frozenset[str]
    usual: float


def doubt_strange_groups(points: Points, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts, undetermined where letter groups are not those of the script's major language.

    `content` are the judged pieces.
    """
    asked = [number for number, verdict in enumerate(said) if verdict.tag in _known()]
    made = list(said)
    for number, text in zip(asked, beginnings(points, content, asked, _READ), strict=True):
        if _is_strange(text, said[number].tag):
            tag = said[number].tag
            reason = f"in no supported language; {tag} has the same letters, but not in these groups"
            made[number] = replace(said[number], tag=UNDETERMINED, confidence=0.5, runner_up=tag, reason=reason)
    return made


def letter_groups(text: str, tag: str) -> list[str]:
    """Return the groups of three letters of a script's words, with a space at either end.

    >>> letter_groups("Για: α", "el")
    [' γι', 'για', 'ια ', ' α ']
    """
    letters = without_accents(text).translate(_letters_of(tag))
    padded = f" {' '.join(letters.split())} "
    starts = range(len(padded) - GROUP + 1)
    return [padded[at : at + GROUP] for at in starts if padded[at + 1] != " "]


def without_accents(text: str) -> str:
    """Return a text in lower case, and Greek without the accents that capitals do without."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text.lower()).replace(_TONOS, ""))


class _Letters(dict[int, str]):
    """What each code point is in a script: itself as a letter or a mark, else a space; remembered."""

    def __init__(self, script: str) -> None:
        super().__init__()
        self._script = SCRIPT[script]

    def __missing__(self, point: int) -> str:
        char = chr(point)
        is_own = scripts(codepoints(char))[0] == self._script or unicodedata.category(char).startswith("M")
        made = self[point] = char if is_own else " "
        return made


@cache
def _letters_of(tag: str) -> _Letters:
    return _Letters(SCRIPT_OF[tag])


def _is_strange(text: str, tag: str) -> bool:
    """Return whether too few letter groups of a text's sentences are frequent in a language."""
    known, found = _known()[tag], [group for part in _PART.findall(text) for group in _of_sentence(part, tag)]
    if len(found) < _FEWEST or len(_BEFORE_CONSONANT.findall(text)) > _OFTEN * text.count(_VOWEL):
        return False
    share = sum(map(known.frequent.__contains__, found)) / len(found)
    deviation = sqrt(known.usual * (1 - known.usual) / len(found))
    return share < _OF_USUAL * known.usual - _DEVIATIONS * deviation


def _of_sentence(part: str, tag: str) -> list[str]:
    """Return the letter groups of a part of a sentence; none of names."""
    found = letter_groups(part, tag) if tag == _UNDIVIDED or len(part.split()) >= _WORDS_OF_PART else []
    return found if len(found) >= _GROUPS_OF_PART else []


@cache
def _known() -> dict[str, _Groups]:
    """Return the letter groups of each language that is the only one of its script."""
    return {
        tag: _Groups(frozenset(map("".join, zip(*[iter(groups)] * GROUP, strict=True))), int(usual) / _HUNDREDTHS)
        for tag, usual, groups in rows("letter_groups.tsv")
    }
