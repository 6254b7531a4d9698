"""Weigh a codec on bytes that are damaged or mixed: what it reads well counts, what it cannot read is noise.

The best path through the bytes is found, a character or a byte of noise at a time. So a lost byte, which puts a
two-byte codec out of step until the next ASCII byte, costs one step into noise and out again, not the rest of the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from audit.read.tolerant import tolerantly
from audit.text.classes import CLASS, NAMES, codepoints, table
from audit.text.likelihood import Likelihood, characters, groups

# Bytes that mean nothing: log 1/256 for a high byte; an ASCII byte among them is as predictable as poor ASCII text.
_NOISE_HIGH: Final = -5.55
_NOISE_ASCII: Final = -5.0
# Into noise or out of it: one bad byte costs 2 x 5 + 5.55, about what it costs the plain score.
_SWITCH: Final = -5.0
_LONGEST: Final = 4
# Damage may leave too little to tell the language; these codecs say it themselves.
_LANGUAGE: Final = {
    "gb18030": "zh-Hans",
    "cp950": "zh-Hant",
    "big5hkscs": "zh-Hant",
    "cp932": "ja",
    "euc_jp": "ja",
    "cp949": "ko",
    "johab": "ko",
}
_START: Final = CLASS["newline"]
_LAST_ASCII: Final = 0x7F
_HIGH: Final = bytes(range(0x80, 0x100))


@dataclass(frozen=True, slots=True)
class _Path:
    """A way to a byte: its score, the class read last (None in noise), the bytes above ASCII taken for noise."""

    nats: float
    before: int | None
    lost: int


@dataclass(frozen=True, slots=True)
class _Character:
    """The character that some bytes begin with: its width in bytes, its class, its log probability in the class."""

    width: int
    kind: int
    nats: float


def robust_nats(sample: bytes, codec: str) -> tuple[float, float]:
    """Return the best path's log probability and the share of bytes above ASCII that it takes for noise, 0 to 1."""
    language = _LANGUAGE.get(codec) or _language(sample, codec)
    steps = _steps(language)
    paths: list[list[_Path]] = [[] for _ in range(len(sample) + _LONGEST)]
    paths[0] = [_Path(0.0, _START, 0)]
    for at, byte in enumerate(sample):
        character = _character(sample[at : at + _LONGEST], codec, language)
        for path in _pruned(paths[at]):
            paths[at + 1].append(_skipped(path, byte))
            if character:
                paths[at + character.width].append(_read(path, character, steps))
        paths[at] = []
    best = max(paths[len(sample)], key=lambda path: path.nats)
    return best.nats, best.lost / max(1, len(sample) - len(sample.translate(None, _HIGH)))


def _language(sample: bytes, codec: str) -> str:
    text, _ = tolerantly(sample, codec)
    return Likelihood.of(codepoints(text.replace("\ufffd", ""))).language


def _pruned(paths: list[_Path]) -> list[_Path]:
    """Return the best path that ends in noise and the best that ends in a character."""
    kinds = ([path for path in paths if path.before is None], [path for path in paths if path.before is not None])
    return [max(kind, key=lambda path: path.nats) for kind in kinds if kind]


def _skipped(path: _Path, byte: int) -> _Path:
    is_high = byte > _LAST_ASCII
    nats = (_NOISE_HIGH if is_high else _NOISE_ASCII) + (0.0 if path.before is None else _SWITCH)
    return _Path(path.nats + nats, None, path.lost + is_high)


def _read(path: _Path, character: _Character, steps: list[float]) -> _Path:
    """Return the path with one more character; after noise a text goes on as if a line began."""
    before, switch = (_START, _SWITCH) if path.before is None else (path.before, 0.0)
    nats = character.nats + steps[before * len(NAMES) + character.kind] + switch
    return _Path(path.nats + nats, character.kind, path.lost)


@lru_cache(maxsize=1 << 15)
def _character(piece: bytes, codec: str, language: str) -> _Character | None:
    """Return the character that `piece` begins with, None when it begins with none."""
    for width in range(1, len(piece) + 1):
        char = _strictly(piece[:width], codec)
        if len(char) == 1:
            return _Character(width, int(table()[ord(char)]), _own(char, language))
    return None


def _strictly(piece: bytes, codec: str) -> str:
    try:
        return piece.decode(codec)
    except UnicodeDecodeError:
        return ""


def _own(char: str, language: str) -> float:
    model = characters()
    return float(model.logs[model.languages.index(language), model.column[ord(char)]])


@cache
def _steps(language: str) -> list[float]:
    steps: list[float] = groups().logs[groups().of[characters().languages.index(language)]].tolist()
    return steps
