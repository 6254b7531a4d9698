"""A character language model, shared by charset detection, mojibake detection and language identification.

log P(text) = the maximum over languages of sum of log P(class | previous class) + log P(character | its class). The
tables are derived by tests/derive/derive_likelihood.py; a wrong decoding costs 2 to 10 nats per character more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.kernels.text.likelihood import likelihood
from audit.text.classes import NAMES, Points, codepoints, table, tally

Floats = npt.NDArray[np.float32]

_TABLES: Final = "audit.text.tables"
_WIDTH: Final = len(NAMES)
_NEWLINE: Final = NAMES.index("newline")


@dataclass(frozen=True, slots=True)
class Characters:
    """Log P(character | class, language): `column` maps code points to columns of `logs`, with a row per language."""

    languages: tuple[str, ...]
    column: npt.NDArray[np.uint16]
    logs: Floats


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Log P of a text in nats, under the best language."""

    nats: float
    language: str

    @staticmethod
    def of(points: Points) -> Likelihood:
        """Return the likelihood of these code points, read from the start of a line."""
        by_language, by_group = np.zeros(len(characters().languages)), np.zeros(len(groups().logs))
        likelihood(points, table(), characters().column, *_by_number(), _NEWLINE, by_language, by_group)
        by_language += by_group[groups().of]
        best = int(by_language.argmax())
        return Likelihood(float(by_language[best]), characters().languages[best])


@cache
def _by_number() -> tuple[Floats, Floats]:
    """Return the logs of characters and class pairs, flattened, with languages contiguous."""
    return np.ascontiguousarray(characters().logs.T).ravel(), np.ascontiguousarray(groups().logs.T).ravel()


@dataclass(frozen=True, slots=True)
class Groups:
    """Log P(class | previous class, group): a flattened row per group; `of` maps languages to rows."""

    logs: Floats
    of: npt.NDArray[np.int64]


@cache
def groups() -> Groups:
    """Return the bigram model of each group of languages."""
    return Groups(**_groups())


@derived
def _groups() -> dict[str, npt.NDArray[Any]]:
    """Return the fields of the pair models."""
    made = json.loads(files(_TABLES).joinpath("groups.json").read_text("utf-8"))
    names = sorted(made["groups"])
    mixture = _matrix("pairs.tsv") + np.float32(np.log(made["mixed"]))
    logs = np.stack([_departed(mixture, made["groups"][name], made["step"]) for name in names])
    return {"logs": logs, "of": np.array([names.index(made["members"][lang]) for lang in characters().languages])}


def _departed(mixture: Floats, rows: dict[str, str], step: float) -> Floats:
    own = mixture.copy()
    for before, cells in rows.items():
        for cell in cells.split(" "):
            after, level = cell.split(":")
            own[NAMES.index(before) * _WIDTH + NAMES.index(after)] = -int(level) * step
    return own


# Integer sums do not depend on the order: odds are stored in tenths of a nat, as in the table.
ODDS_UNIT: Final = 0.1


@cache
def odds_units() -> npt.NDArray[np.int32]:
    """Return log P damaged - log P healthy of each class bigram, flattened, in units of ODDS_UNIT nats."""
    made: npt.NDArray[np.int32] = np.rint(_matrix("damage.tsv") / ODDS_UNIT).astype(np.int32)
    return made


def _matrix(name: str) -> Floats:
    head, names, *rows = files(_TABLES).joinpath(name).read_text("utf-8").splitlines()
    if tuple(names.split("\t")[1:]) != NAMES:
        raise ValueError(f"{name} was derived for other classes: run tests/derive/derive_likelihood.py again")
    return (np.array([row.split("\t")[1:] for row in rows], dtype=np.float32) * np.float32(head.split()[-1])).ravel()


@cache
def characters() -> Characters:
    """Return the character model."""
    told = _characters()
    return Characters(tuple(told["languages"].tolist()), told["column"], told["logs"])


@derived
def _characters() -> dict[str, npt.NDArray[Any]]:
    """Return the fields of the model."""
    made = json.loads(files(_TABLES).joinpath("characters.json").read_text("utf-8"))
    languages = tuple(sorted(made["languages"]))
    known = sorted(
        {char for lang in languages for chars in made["languages"][lang]["levels"].values() for char in chars}
    )
    column = table().astype(np.uint16)
    column[[ord(char) for char in known]] = np.arange(_WIDTH, _WIDTH + len(known), dtype=np.uint16)
    logs = np.stack([_row(made["languages"][lang], known, made["step"]) for lang in languages])
    return {"languages": np.array(languages), "column": column, "logs": logs}


@cache
def _even() -> Floats:
    """Return log P(character | class) with uniform characters, for classes without statistics."""
    return -np.log(np.maximum(tally(table(), _WIDTH), 1)).astype(np.float32)


def _row(language: dict[str, Any], known: list[str], step: float) -> Floats:
    """Return one language's row: the floor of each class, then the known characters."""
    floors = _even().copy()
    for name, level in language["floors"].items():
        floors[NAMES.index(name)] = -level * step
    level_of = {char: int(level) for level, chars in language["levels"].items() for char in chars}
    own = [-level_of[c] * step if c in level_of else floors[table()[ord(c)]] for c in known]
    return np.concatenate([floors, np.array(own, dtype=np.float32)])


def nats_of(text: str) -> float:
    """Return the log probability of a text in its likeliest language."""
    return Likelihood.of(codepoints(text)).nats
