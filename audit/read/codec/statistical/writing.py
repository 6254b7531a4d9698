"""Bigram cost tables of each language, by which codecs are distinguished."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.read.codec.statistical.joined_forms import letters_of_forms
from audit.read.codec.statistical.shapes import LETTERS, PLANE, SCRIPTS, SHAPE, SHAPES, shapes
from audit.text.classes import CLASS, table

Levels = npt.NDArray[np.uint8]

# Costs are multiples of STEP nats, so that sums are exact; stored as one base 64 digit each.
STEP: Final = 0.2
LEVELS: Final = 64
DIGITS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
EAST_ASIAN: Final = ("zh-Hans", "zh-Hant", "ja", "ko")
GROUPS: Final = (*SCRIPTS, *EAST_ASIAN)
WIDTH: Final = len(SHAPES)
# The level of an unassigned byte: about the cost of a damaged byte.
_VOID_AFTER: Final = 50
_VOID: Final = 20
_TABLES: Final = "audit.read.codec.tables"
# Frames of tables are drawn by programs, in any script and with lines of any kind, but the texts that the tables were
# taken from have light ones, in Latin and Greek: others cost as much.
_FRAMED: Final = GROUPS.index("latin")
_UNSEEN: Final = LEVELS - 1
_LIGHT: Final = (("═", "─"), *((line, "│") for line in "║█▓▒░▀▄"))
_CORNER: Final = "┌"


@dataclass(frozen=True, slots=True)
class Language:
    """A language's letters in order and the cost of each after each, row by row.

    Symbol 0 is any non-letter, the last one any letter foreign to the language.
    """

    name: str
    script: str
    codecs: frozenset[str]
    letters: str
    costs: Levels

    @property
    def width(self) -> int:
        """The number of symbols."""
        return len(self.letters) + 2

    def symbols(self) -> Levels:
        """Return the symbol of each BMP code point; capitals map to lower case, joined forms to their first letter."""
        made = np.zeros(PLANE, dtype=np.uint8)
        foreign = np.isin(shapes(self.script), LETTERS)
        made[foreign] = self.width - 1
        for number, letter in enumerate(self.letters, 1):
            made[ord(letter)] = number
            if len(letter.upper()) == 1 and letter.upper().lower() == letter:
                made[ord(letter.upper())] = number
        for form, plain in letters_of_forms():
            made[form] = made[plain]
        return made


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages supported by some code page, cached."""
    rows = (line.split("\t") for line in _lines("letters.tsv"))
    return tuple(
        Language(name, script, frozenset(codecs.split()), letters, _levels(costs.replace(" ", "")))
        for name, script, codecs, letters, costs in rows
    )


@cache
def steps() -> Levels:
    """Return the cost of each shape after each, group by group in the order of GROUPS, flat."""
    rows = dict(line.split("\t") for line in _lines("shapes.tsv"))
    made = np.stack([_levels(rows[group].replace(" ", "")).reshape(WIDTH, WIDTH) for group in GROUPS]).copy()
    made[:, :, SHAPE["void"]] = _VOID_AFTER
    made[:, SHAPE["void"], :] = _VOID
    box, framed = SHAPE["box"], made[_FRAMED]
    for number in np.flatnonzero(made[:, box, box] == _UNSEEN):
        made[number, box], made[number, :, box] = framed[box], framed[:, box]
    return made.ravel()


@cache
def costs(group: str) -> Levels:
    """Return the cost of each BMP code point within its shape; 0 for letters of the script."""
    made = json.loads(files(_TABLES).joinpath("characters.json").read_text("utf-8"))["groups"][group]
    floors = np.zeros((WIDTH, 256), dtype=np.uint8)
    for name, level in made["floors"].items():
        shape, kind = name.split(" ")
        floors[SHAPE[shape], CLASS[kind]] = level
    found: Levels = floors[shapes(group), table()[:PLANE]]
    for level, chars in made["levels"].items():
        found[[ord(char) for char in chars]] = int(level)
    drawn = shapes(group) == SHAPE["box"]
    if group == GROUPS[_FRAMED]:
        found[drawn] = np.minimum(found[drawn], found[ord(_CORNER)])
        for line, light in _LIGHT:
            found[ord(line)] = found[ord(light)]
    elif group in SCRIPTS:
        found[drawn] = costs(GROUPS[_FRAMED])[drawn]
    return found


def _lines(name: str) -> list[str]:
    return files(_TABLES).joinpath(name).read_text("utf-8").split("\n")[1:-1]


def _levels(digits: str) -> Levels:
    place = np.zeros(256, dtype=np.uint8)
    place[np.frombuffer(DIGITS, dtype=np.uint8)] = np.arange(LEVELS, dtype=np.uint8)
    made: Levels = place[np.frombuffer(digits.encode("ascii"), dtype=np.uint8)]
    return made
