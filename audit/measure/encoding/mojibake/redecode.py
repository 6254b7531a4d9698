"""Judge a suspicious passage: put it back into the bytes of a wrong codec and read them with the right one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import (
    ALPHABETS,
    HALF_EMPTY,
    RANK,
    RIGHTS,
    TWO_BYTES,
    byte_of,
    read_carelessly,
)
from audit.measure.encoding.mojibake.law import letters_among, letters_only, restores
from audit.measure.encoding.mojibake.look import Look
from audit.measure.encoding.mojibake.respelled import spelling
from audit.text.classes import codepoints
from audit.text.likelihood import Likelihood

# The other reading must win by so much in all, and by so much for each character beyond ASCII (research: 1e-5 false).
_MIN_GAIN: Final = 12.0
_MIN_GAIN_PER_CHAR: Final = 2.0
_MIN_GAIN_FROM_SIGNS: Final = 40.0
_MOSTLY_LETTERS: Final = 0.6
# A careless reader drops what it cannot read: so much for each hole, less than for a bad byte in a file.
_HOLE: Final = -6.0
# More holes than that share of the restored letters and the other reading is none; half as much of what the wrong
# codec could not have shown.
_MAX_HOLES: Final = 0.34
# A one-byte codec shows nearly all.
_MAX_HOLES_ONE_BYTE: Final = 0.12
_MAX_LOST: Final = 0.17
# Big5 and EUC-KR drop up to half of the bytes of UTF-8; sequences of three bytes do not come about by chance.
_MAX_HOLES_UTF8: Final = 7.0
_LOST: Final = -10.0
# No letter beyond ASCII is fewer than two bytes in the wrong codec's eyes.
_MIN_SHOWN: Final = 2
_ACCENTED: Final = re.compile(rb"[\xc2\xc3][\x80-\xbf]")
_WITHIN: Final = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
# Words around a passage that tell its language.
_CONTEXT: Final = 40
_AROUND: Final = 120
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
    pieces = [byte_of(char, wrong) for char in passage]
    raw = b"".join(pieces)
    if not all(pieces) or passage not in (read_carelessly(raw, wrong), raw.decode("latin-1")):
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


def _ranked(text: str, start: int, end: int) -> list[Reading]:
    """Return the other readings that are better than the text as it is, the best first; ties by how common they are."""
    if not restorable(text[start:end]):
        return []
    tried = [reading for wrong in _possible(text[start:end]) for reading in _read_from(text, start, end, wrong)]
    return sorted(tried, key=lambda reading: (-reading.gain, RANK[reading.right, reading.wrong.removesuffix(TWICE)]))


def restorable(passage: str) -> bool:
    """Whether the passage holds what damage is made of: different characters beyond ASCII, or one within words."""
    foreign = {char for char in passage if char > "\x7f" and not char.isspace()}
    return len(foreign) >= _MIN_SHOWN or len(_WITHIN.findall(passage)) >= _MIN_SHOWN


def _read_from(text: str, start: int, end: int, wrong: str) -> Iterator[Reading]:
    rights = RIGHTS[wrong]
    sequences = [right for right in rights if right not in ALPHABETS]
    yield from map(_twice, _readings(_passage(text, start, end, wrong), wrong, sequences))
    yield from _respelled(text, start, end, wrong)


def _possible(passage: str) -> list[str]:
    """Return the wrong codecs that can show enough of the passage: most have no character of it."""
    foreign: dict[str, int] = {}
    for char in passage:
        if char > "\x7f":
            foreign[char] = foreign.get(char, 0) + 1
    most = sum(foreign.values()) * (1 - _MAX_LOST)
    found = []
    for wrong in RIGHTS:
        shown = sum(count for char, count in foreign.items() if byte_of(char, wrong))
        if shown >= max(_MIN_SHOWN, most if wrong in TWO_BYTES else 0):
            found.append(wrong)
    return found


def _passage(text: str, start: int, end: int, wrong: str) -> str:
    """Return the passage; for a one-byte codec the longest part that it can show, with the ASCII words around it."""
    if wrong in TWO_BYTES:
        return text[start:end]
    start, end = max(_shown(text, start, end, wrong), key=lambda run: run[1] - run[0], default=(start, start))
    left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    return _ASCII_TAIL.search(text[left:start])[0] + text[start:end] + _ASCII_HEAD.match(text[end:right])[0]  # type: ignore[index]


def _shown(text: str, start: int, end: int, wrong: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of the passage that the codec can show, those without anything beyond ASCII left out."""
    at = start
    for place in range(start, end + 1):
        if place == end or not byte_of(text[place], wrong):
            if not text[at:place].isascii():
                yield at, place
            at = place + 1


def _respelled(text: str, start: int, end: int, wrong: str) -> Iterator[Reading]:
    """Yield the readings in alphabets of the longest part that the codec can show, judged by how words are spelled."""
    context = text[max(0, start - _AROUND) : end + _AROUND]
    look = Look.at(text[start:end], context, wrong)
    rights = [right for right in RIGHTS[wrong] if right in ALPHABETS and look.allows(right)]
    start, end = max(_shown(text, start, end, wrong), key=lambda run: run[1] - run[0]) if rights else (start, start)
    if start == end:
        return
    left, right_end = _surroundings(text, start, end, wrong)
    seen = text[left:right_end]
    raw = [byte_of(char, wrong) for char in seen]
    if _is_rather_utf8(b"".join(raw[start - left : end - left]), "", wrong):
        return
    for right in rights:
        read = _letters_of(raw, right)
        found = spelling(seen, read, look.languages) if read is not None else None
        if found is not None:
            yield Reading(right, wrong, "".join(read[start - left : end - left] if read else ()), found.gain)


def _surroundings(text: str, start: int, end: int, wrong: str) -> tuple[int, int]:
    """Return the passage with what is shown by the codec around it, a bounded part."""
    left, right = start, end
    while left > max(0, start - _AROUND) and byte_of(text[left - 1], wrong):
        left -= 1
    while right < min(len(text), end + _AROUND) and byte_of(text[right], wrong):
        right += 1
    return left, right


def _letters_of(raw: Sequence[bytes], right: str) -> list[str] | None:
    """Return each character's bytes read with a one-byte codec; None where it leaves a byte undefined."""
    try:
        return [piece.decode(right) for piece in raw]
    except UnicodeDecodeError:
        read = ["".join(_careless(byte, right) for byte in piece) for piece in raw]
        return None if any("\ufffd" in piece for piece in read) else read


def _careless(byte: int, right: str) -> str:
    found = bytes((byte,)).decode(right, "replace")
    return chr(byte) if found == "\ufffd" and right in HALF_EMPTY else found


def _readings(passage: str, wrong: str, rights: Sequence[str]) -> Iterator[Reading]:
    """Yield the other readings of the bytes of `wrong` that restore letters and gain enough."""
    pieces = [byte_of(char, wrong) for char in passage]
    foreign, lost = sum(char > "\x7f" for char in passage), pieces.count(b"")
    if lost > _MAX_LOST * foreign:
        return
    raw = b"".join(pieces)
    for right in rights:
        found = raw.decode(right, "replace")
        holes = found.count("\ufffd")
        if found == passage or _is_holed(found, holes, right, wrong) or _is_rather_utf8(raw, right, wrong):
            continue
        if not restores(found, passage, right, wrong):
            continue
        gain = _gain(found, passage, right, wrong) + _HOLE * holes + _LOST * lost
        if gain > max(_least(passage, right, wrong), _MIN_GAIN_PER_CHAR * _changed(found, passage)):
            yield Reading(right, wrong, found, gain)


def _least(passage: str, right: str, wrong: str) -> float:
    """Return the least gain: more where signs are most of what becomes hanzi, for any two signs are one."""
    signs = right != "utf-8" and wrong not in TWO_BYTES and letters_among(passage) < _MOSTLY_LETTERS
    return _MIN_GAIN_FROM_SIGNS if signs else _MIN_GAIN


def _changed(found: str, passage: str) -> int:
    """Return how many characters beyond ASCII of the passage are not those of the reading."""
    foreign = Counter(char for char in passage if char > "\x7f")
    return (foreign - Counter(found)).total()


def _is_rather_utf8(raw: bytes, right: str, wrong: str) -> bool:
    """Whether a quarter of the bytes beyond ASCII are accents in UTF-8: quoted, they are hanzi to another codec."""
    if right == "utf-8" or wrong in TWO_BYTES:
        return False
    return 4 * sum(map(len, _ACCENTED.findall(raw))) >= len(_HIGH.findall(raw)) > 0


def _is_holed(found: str, holes: int, right: str, wrong: str) -> bool:
    """Whether the reading has more holes than what it restores can explain."""
    beyond = sum(char > "\x7f" for char in found) - holes
    if right != "utf-8":
        return holes > (_MAX_HOLES if wrong in TWO_BYTES else _MAX_HOLES_ONE_BYTE) * beyond
    return holes > (_MAX_HOLES_UTF8 if wrong in TWO_BYTES else 1) * beyond


def _gain(found: str, passage: str, right: str, wrong: str) -> float:
    """Return how much better `found` reads. Capitals are no damage: the passage may count in lower case.

    Between two-byte codecs anything reads as anything, so that letters alone are compared.
    """
    found = found.replace("\ufffd", "")
    if right != "utf-8" and wrong in TWO_BYTES:
        found, passage = letters_only(found), letters_only(passage)
    return nats(found) - max(nats(passage), nats(passage.lower()))


@lru_cache(maxsize=256)
def nats(text: str) -> float:
    """Return the log probability of a text, as far as a passage of it needs to be judged more than once."""
    return Likelihood.of(codepoints(text)).nats


def _twice(first: Reading) -> Reading:
    """Return the reading read once more when it is itself damaged in the same way."""
    if first.right != "utf-8":
        return first
    second = next(_readings(first.text.replace("\ufffd", ""), first.wrong, ("utf-8",)), None)
    return Reading(first.right, first.wrong + TWICE, second.text, first.gain + second.gain) if second else first
