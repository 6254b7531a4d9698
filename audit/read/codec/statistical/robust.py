"""Codec scoring for damaged or mixed bytes, with noise as an alternative to every codec.

The best path through the bytes is found by dynamic programming, one character or noise byte at a time. A lost byte,
which desynchronises a two-byte codec until the next ASCII byte, costs one transition into noise and back, and a passage
in another codec one transition into that codec and back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from audit.read.codec.high_bytes import count_high
from audit.read.codec.tolerant import tolerantly
from audit.text.classes import CLASS, NAMES, codepoints, table
from audit.text.likelihood import Likelihood, characters, groups

# Noise: log 1/256 for a high byte; an ASCII byte among it is as predictable as poor ASCII text.
_NOISE_HIGH: Final = -5.55
_NOISE_ASCII: Final = -5.0
# Transition into or out of noise: one bad byte costs 2 x 5 + 5.55, about as in the plain score.
_SWITCH: Final = -5.0
# Transition between codecs: files are joined at line ends; inside a line a second codec is rarer than a damaged byte.
_SEAM: Final = -3.0
_GRAFT: Final = -9.0
_LONGEST: Final = 4
# These codecs imply a language, since damage may leave too little to detect it.
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
_NOISE: Final = -1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes `start` to `end` of a sample in one codec; None for noise."""

    start: int
    end: int
    codec: str | None


@dataclass(frozen=True, slots=True)
class Path:
    """The best path through a sample: log probability, candidate codecs, and stretches."""

    nats: float
    codecs: tuple[str, ...]
    stretches: tuple[Stretch, ...]


class CodecReader(NamedTuple):
    """A codec with a language."""

    codec: str
    language: str

    @staticmethod
    def of(codec: str, sample: bytes) -> CodecReader:
        """Return the codec with the best language for the sample."""
        return CodecReader(codec, _LANGUAGE.get(codec) or _language(sample, codec))


class _Step(NamedTuple):
    """The best path to a byte ending in one reader (or noise): score, last class, predecessor."""

    nats: float
    before: int
    reader: int
    came_from: tuple[int, int]


class _Character(NamedTuple):
    """The character at some bytes: width in bytes, class, log probability within the class, and whose (None: any)."""

    width: int
    kind: int
    nats: float
    language: str | None


def robust_nats(sample: bytes, codec: str) -> tuple[float, float]:
    """Return the best path's log probability and the share of non-ASCII bytes taken for noise."""
    path = best_path(sample, (CodecReader.of(codec, sample),))
    noise = b"".join(sample[s.start : s.end] for s in path.stretches if s.codec is None)
    return path.nats, count_high(noise) / max(1, count_high(sample))


def best_path(sample: bytes, readers: Sequence[CodecReader], *, is_ascii_alike: bool = False) -> Path:
    """Return the best path through `sample` with these codecs; noise that an adjacent codec can decode is none.

    ASCII is priced by each codec's language, or if it is alike, the same in all. Linear, about 10 microseconds per byte
    and codec.
    """
    ways: list[dict[int, _Step]] = [{} for _ in range(len(sample) + _LONGEST)]
    ways[0] = {0: _Step(0.0, _START, 0, (-1, 0))}
    for at, byte in enumerate(sample):
        steps = ways[at].values()
        _offer(ways[at + 1], (_skipped(step, byte, at) for step in steps))
        for number, reader in enumerate(readers):
            character = _character(sample[at : at + _LONGEST], *reader, is_ascii_alike)
            if character:
                _offer(ways[at + character.width], (_read(step, character, number, at) for step in steps))
    codecs = tuple(reader.codec for reader in readers)
    end = max(ways[len(sample)].values(), key=lambda step: step.nats)
    return Path(end.nats, codecs, tuple(_rescued(sample, _traced(ways, len(sample), end, codecs))))


def _offer(at: dict[int, _Step], steps: Iterator[_Step]) -> None:
    """Keep the best step of each reader."""
    for step in steps:
        held = at.get(step.reader)
        if held is None or step.nats > held.nats:
            at[step.reader] = step


def _skipped(step: _Step, byte: int, at: int) -> _Step:
    nats = (_NOISE_HIGH if byte > _LAST_ASCII else _NOISE_ASCII) + (0.0 if step.reader == _NOISE else _SWITCH)
    return _Step(step.nats + nats, _START, _NOISE, (at, step.reader))


def _read(step: _Step, character: _Character, number: int, at: int) -> _Step:
    """Return the path extended by a character; after noise the context is that of a line start."""
    nats = character.nats + _steps(character.language)[step.before * len(NAMES) + character.kind]
    if step.reader == _NOISE:
        nats += _SWITCH
    elif step.reader != number:
        nats += _SEAM if step.before == _START else _GRAFT
    return _Step(step.nats + nats, character.kind, number, (at, step.reader))


def _traced(ways: list[dict[int, _Step]], size: int, end: _Step, codecs: Sequence[str]) -> list[Stretch]:
    """Return the stretches of the path, in order."""
    found: list[Stretch] = []
    at, step = size, end
    while at > 0:
        start, before = step.came_from
        codec = None if step.reader == _NOISE else codecs[step.reader]
        last = found.pop() if found and found[-1].codec == codec else Stretch(at, at, codec)
        found.append(Stretch(start, last.end, codec))
        at, step = start, ways[start][before]
    return found[::-1]


def _rescued(sample: bytes, stretches: list[Stretch]) -> Iterator[Stretch]:
    """Assign noise to an adjacent codec that decodes it, as rare letters are no noise."""
    before: str | None = None
    for number, s in enumerate(stretches):
        after = stretches[number + 1].codec if number + 1 < len(stretches) else None
        if s.codec is None:
            yield from _denoised(sample, s, before or after, after or before)
        else:
            yield s
            before = s.codec


def _denoised(sample: bytes, s: Stretch, before: str | None, after: str | None) -> Iterator[Stretch]:
    """Yield a stretch of noise without its decodable ends: digits and signs before the bad bytes, letters after."""
    piece = sample[s.start : s.end]
    codec = next((c for c in (before, after) if c and _strictly(piece, c)), None)
    start = s.start + len(piece) - len(piece.lstrip(_NEVER_SECOND)) if before else s.start
    if codec or start == s.end:
        yield Stretch(s.start, s.end, codec or before)
        return
    # Two-byte letters hidden in noise are within its last bytes; the search stays linear.
    ends = range(max(start + 1, s.end - _HIDDEN), s.end)
    end = next((end for end in ends if after and _strictly(sample[end : s.end], after)), s.end)
    parts = (Stretch(s.start, start, before), Stretch(start, end, None), Stretch(end, s.end, after))
    yield from (part for part in parts if part.start < part.end)


# Bytes that represent themselves in all these codecs, except in four-byte codes of GB 18030.
_NEVER_SECOND: Final = bytes(range(0x40))
_HIDDEN: Final = 16


def _language(sample: bytes, codec: str) -> str:
    text, _ = tolerantly(sample, codec)
    return Likelihood.of(codepoints(text.replace("\ufffd", ""))).language


@lru_cache(maxsize=1 << 15)
def _character(piece: bytes, codec: str, language: str, is_ascii_alike: bool) -> _Character | None:  # noqa: FBT001
    """Return the first character of `piece`, None if it does not decode."""
    for width in range(1, len(piece) + 1):
        char = _strictly(piece[:width], codec)
        if len(char) == 1:
            whose = None if is_ascii_alike and char.isascii() else language
            return _Character(width, int(table()[ord(char)]), _own(char, whose), whose)
    return None


def _strictly(piece: bytes, codec: str) -> str:
    try:
        return piece.decode(codec)
    except UnicodeDecodeError:
        return ""


def _own(char: str, language: str | None) -> float:
    """Return the log probability of a character within its class in a language; None is the best for it."""
    model = characters()
    logs = model.logs[:, model.column[ord(char)]]
    return float(logs.max() if language is None else logs[model.languages.index(language)])


@cache
def _steps(language: str | None) -> list[float]:
    """Return the log probability of each class after each in a language; None is the best for each."""
    model = groups()
    of = None if language is None else model.of[characters().languages.index(language)]
    own = model.logs.max(axis=0) if of is None else model.logs[of]
    steps: list[float] = own.tolist()
    return steps
