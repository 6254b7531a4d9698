"""Judge a suspicious passage: put it back into the bytes of a wrong codec and read them with the right one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from audit.text.classes import codepoints
from audit.text.likelihood import Likelihood

# (right, wrong): what pipelines do, commonest first. cp1252 includes latin-1: what it cannot encode is taken as C1.
_MISREAD: Final = (
    ("utf-8", ("gb18030", "cp1252", "cp950", "cp932", "cp949", "cp1251", "cp1250")),
    ("utf-8", ("koi8-r", "cp1254", "mac-roman", "cp437", "cp866")),
    ("gb18030", ("cp1252", "cp950", "cp932", "cp949", "cp1251", "cp1250")),
    ("cp950", ("gb18030", "cp1252", "cp932", "cp949")),
    ("cp932", ("gb18030", "cp1252", "cp950")),
    ("euc_jp", ("gb18030", "cp1252", "cp932")),
    ("cp949", ("gb18030", "cp1252")),
    ("cp1251", ("cp1252", "koi8-r", "gb18030")),
    ("koi8-r", ("cp1252", "cp1251")),
    ("cp866", ("cp1252", "cp1251")),
)
PAIRS: Final = tuple((right, wrong) for right, wrongs in _MISREAD for wrong in wrongs)
_RANK: Final = {pair: rank for rank, pair in enumerate(PAIRS)}
# The same by the wrong codec: its bytes are the dear part, and serve every right one.
_RIGHTS: Final = {wrong: tuple(right for right, other in PAIRS if other == wrong) for _, wrong in PAIRS}
_ONE_BYTE: Final = frozenset({"cp1252", "cp1251", "cp1250", "koi8-r", "cp1254", "mac-roman", "cp437", "cp866"})
# A careless reader takes the bytes that these do not define for C1 controls.
_HALF_EMPTY: Final = frozenset({"cp1252", "cp1254", "cp1250"})
_CYRILLIC: Final = frozenset({"cp1251", "koi8-r", "cp866"})
# The other reading must win by so much in all, and by so much for each character beyond ASCII (research: 1e-5 false).
_MIN_GAIN: Final = 12.0
_MIN_GAIN_PER_CHAR: Final = 2.0
# Between Cyrillic codecs letters become letters: only how common each one is tells the readings apart.
_MIN_GAIN_CYRILLIC: Final = 0.7
# A careless reader drops what it cannot read: so much for each hole, less than for a bad byte in a file.
_HOLE: Final = -6.0
# More holes than that share of the restored letters and the other reading is none; half as much of what the wrong
# codec could not have shown.
_MAX_HOLES: Final = 0.34
_MAX_LOST: Final = 0.17
# Big5 and EUC-KR drop up to half of the bytes of UTF-8; sequences of three bytes do not come about by chance.
_MAX_HOLES_UTF8: Final = 7.0
_LOST: Final = -10.0
# Letters that must come back: side by side in other codecs than UTF-8, anywhere in UTF-8 read with a two-byte codec.
_MIN_RESTORED: Final = 3
_MIN_RESTORED_ONE_BYTE: Final = 4
_MIN_RESTORED_UTF8: Final = 2
# Any few hangul are the bytes of some hanzi, and a name in Korean is as rare as any: only a sentence of them tells.
_MIN_RESTORED_HANGUL: Final = 8
# No letter beyond ASCII is fewer than two bytes in the wrong codec's eyes.
_MIN_SHOWN: Final = 2
_ACCENTED: Final = re.compile(rb"[\xc2\xc3][\x80-\xbf]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_WORD: Final = re.compile(r"[^\W\d_A-Za-z]{2,}")
_CONTEXT: Final = 40
# Judging a passage costs milliseconds: a text of nothing but damage is explained by so many.
MAX_JUDGED: Final = 128
# The judge needs no more of a long passage to know the codecs.
MAX_LENGTH: Final = 400
# How the wrong codec of damage done two times is called.
TWICE: Final = " twice"
# Both match the empty string, so that they always match; neither goes back.
_ASCII_TAIL: Final = re.compile(r"[\t\x20-\x7e]*\Z")
_ASCII_HEAD: Final = re.compile(r"[\t\x20-\x7e]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """The passage read rightly: the codec it was written in, the one it was read with, the text, the gain in nats."""

    right: str
    wrong: str
    text: str
    gain: float


def best_reading(text: str, start: int, end: int) -> Reading | None:
    """Return the most plausible other reading of text[start:end]; None when none is better than the text as it is."""
    found = _ranked(text, start, end)
    return found[0] if found else None


def only_reading(text: str, start: int, end: int) -> Reading | None:
    """Return the most plausible other reading of text[start:end] where no second one that differs comes near it."""
    found = _ranked(text, start, end)
    if not found or any(other.text != found[0].text and found[0].gain - other.gain < _MIN_GAIN for other in found[1:]):
        return None
    return found[0]


def undone(passage: str, right: str, wrong: str) -> str | None:
    """Return the passage put back into the bytes of `wrong` and read with `right`; None unless that is exact both ways.

    Exact: each character has its bytes, these read as the passage again, and the result writes the same bytes.
    """
    pieces = [_byte(char, wrong) for char in passage]
    raw = b"".join(pieces)
    if not all(pieces) or passage not in (_carelessly(raw, wrong), raw.decode("latin-1")):
        return None
    try:
        found = raw.decode(right)
        return found if found != passage and found.encode(right) == raw else None
    except UnicodeError:
        return None


def gain_per_char(found: str, passage: str) -> float:
    """Return how much better `found` reads than the passage, in nats for each of its characters beyond ASCII."""
    beyond = sum(char > "\x7f" for char in found)
    return (nats(found) - nats(passage)) / max(1, beyond)


def _carelessly(raw: bytes, codec: str) -> str | None:
    """Return bytes read with a codec; what a Windows codec does not define is taken for C1 controls."""
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return "".join(_one(byte, codec) for byte in raw) if codec in _HALF_EMPTY else None


@lru_cache(maxsize=1 << 11)
def _one(byte: int, codec: str) -> str:
    found = bytes((byte,)).decode(codec, "ignore")
    return found or chr(byte)


def _ranked(text: str, start: int, end: int) -> list[Reading]:
    """Return the other readings that are better than the text as it is, the best first; ties by how common they are."""
    tried = (
        _twice(reading)
        for wrong in _possible(text[start:end])
        for reading in _readings(_passage(text, start, end, wrong), wrong, _RIGHTS[wrong])
    )
    return sorted(tried, key=lambda reading: (-reading.gain, _RANK[reading.right, reading.wrong.removesuffix(TWICE)]))


def _possible(passage: str) -> list[str]:
    """Return the wrong codecs that can show enough of the passage: most have no character of it."""
    foreign = Counter(char for char in passage if char > "\x7f")
    most = foreign.total() * (1 - _MAX_LOST)
    found = []
    for wrong in _RIGHTS:
        shown = sum(count for char, count in foreign.items() if _byte(char, wrong))
        if shown >= max(_MIN_SHOWN, 0 if wrong in _ONE_BYTE else most):
            found.append(wrong)
    return found


def _passage(text: str, start: int, end: int, wrong: str) -> str:
    """Return the passage; for a one-byte codec the longest part that it can show, with the ASCII words around it."""
    if wrong not in _ONE_BYTE:
        return text[start:end]
    start, end = max(_shown(text, start, end, wrong), key=lambda run: run[1] - run[0], default=(start, start))
    left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    return _ASCII_TAIL.search(text[left:start])[0] + text[start:end] + _ASCII_HEAD.match(text[end:right])[0]  # type: ignore[index]


def _shown(text: str, start: int, end: int, wrong: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of the passage that the codec can show, those without anything beyond ASCII left out."""
    at = start
    for place in range(start, end + 1):
        if place == end or not _byte(text[place], wrong):
            if not text[at:place].isascii():
                yield at, place
            at = place + 1


def _readings(passage: str, wrong: str, rights: Sequence[str]) -> Iterator[Reading]:
    """Yield the other readings of the bytes of `wrong` that restore letters and gain enough."""
    pieces = [_byte(char, wrong) for char in passage]
    foreign, lost = sum(char > "\x7f" for char in passage), pieces.count(b"")
    if lost > _MAX_LOST * foreign:
        return
    raw = b"".join(pieces)
    for right in rights:
        found = raw.decode(right, "replace")
        holes = found.count("\ufffd")
        if found == passage or not _restores(found, holes, right, wrong) or _is_rather_utf8(raw, right, wrong):
            continue
        gain = _gain(found.replace("\ufffd", ""), passage, {right, wrong}) + _HOLE * holes + _LOST * lost
        per_char = _MIN_GAIN_CYRILLIC if {right, wrong} <= _CYRILLIC else _MIN_GAIN_PER_CHAR
        if gain > max(_MIN_GAIN, per_char * foreign):
            yield Reading(right, wrong, found, gain)


def _is_rather_utf8(raw: bytes, right: str, wrong: str) -> bool:
    """Whether half of the bytes beyond ASCII are accents in UTF-8: quoted, they are hanzi to a two-byte codec."""
    if right in _ONE_BYTE or right == "utf-8" or wrong not in _ONE_BYTE:
        return False
    return 2 * sum(map(len, _ACCENTED.findall(raw))) >= len(_HIGH.findall(raw))


def _restores(found: str, holes: int, right: str, wrong: str) -> bool:
    """Whether enough comes back: a dash will do for UTF-8, but two-byte codecs make a hanzi of any two letters."""
    beyond = sum(char > "\x7f" for char in found) - holes
    if right != "utf-8":
        least = _least(right, wrong)
        return sum(map(len, _WORD.findall(found))) >= least and holes <= _MAX_HOLES * beyond
    if wrong in _ONE_BYTE:
        return beyond > 0 and holes <= beyond
    return beyond >= _MIN_RESTORED_UTF8 and holes <= _MAX_HOLES_UTF8 * beyond


def _least(right: str, wrong: str) -> int:
    if wrong == "cp949":
        return _MIN_RESTORED_HANGUL
    return _MIN_RESTORED_ONE_BYTE if right in _ONE_BYTE else _MIN_RESTORED


def _gain(found: str, passage: str, codecs: set[str]) -> float:
    """Return how much better `found` reads.

    Capitals are no damage: the passage may count in lower case. Cyrillic codecs swap the case of letters: among them
    both are compared in lower case.
    """
    if codecs <= _CYRILLIC:
        return nats(found.lower()) - nats(passage.lower())
    return nats(found) - max(nats(passage), nats(passage.lower()))


@lru_cache(maxsize=256)
def nats(text: str) -> float:
    """Return the log probability of a text, as far as a passage of it needs to be judged more than once."""
    return Likelihood.of(codepoints(text)).nats


@lru_cache(maxsize=1 << 16)
def _byte(char: str, codec: str) -> bytes:
    """Return the bytes that the codec reads as `char`; none when it has none. A C1 control may be its own byte."""
    if char == "\ufffd":
        return b""
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        is_control = "\x80" <= char <= "\x9f"
        return char.encode("latin-1") if is_control and codec in _HALF_EMPTY else b""


def _twice(first: Reading) -> Reading:
    """Return the reading read once more when it is itself damaged in the same way."""
    if first.right != "utf-8":
        return first
    second = next(_readings(first.text.replace("\ufffd", ""), first.wrong, ("utf-8",)), None)
    return Reading(first.right, first.wrong + TWICE, second.text, first.gain + second.gain) if second else first
