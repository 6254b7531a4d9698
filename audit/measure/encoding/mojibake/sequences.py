"""Readings of a passage in UTF-8 or two-byte codecs, judged by character sequence likelihood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from audit.measure.encoding.mojibake.by_twos import (
    KANA_LENGTHENED,
    is_by_twos,
    is_in_its_script,
    least_plausible,
    lengthens_kana,
    max_holes,
    once,
)
from audit.measure.encoding.mojibake.codec_pairs import (
    ALPHABETS,
    PASSAGES,
    RIGHTS,
    TWO_BYTES,
    longest_shown,
    put_back,
    read_in_step,
    shown_alone,
)
from audit.measure.encoding.mojibake.evidence_rules import (
    MOSTLY_LETTERS,
    is_spelled,
    letters_among,
    letters_only,
    restores,
)
from audit.measure.encoding.mojibake.healthy_eastern import is_as_written
from audit.measure.encoding.mojibake.reading import TWICE, Reading
from audit.measure.encoding.mojibake.utf8_evidence import most_holes, restored, without_lowered
from audit.text.frequent_words import is_known
from audit.text.likelihood import nats_of

# Required gain in total, and per non-ASCII character (research: 1e-5 false).
_MIN_GAIN: Final = 12.0
_MIN_GAIN_PER_CHAR: Final = 2.0
_LEAST_HALF: Final = 8
# Single-byte codecs lose few: sentences have -4 to -8 throughout, random signs and letters -11 or less.
_LEAST_WHOLE: Final = -9.5
_LEAST_HOLED: Final = -10.5
_MIN_GAIN_FROM_SIGNS: Final = 40.0
# Cost of a hole, left by a careless decoder; less than a bad byte in a file.
_HOLE: Final = -6.0
# Maximum holes as a share of restored letters; single-byte codecs represent nearly everything.
_MAX_HOLES_ONE_BYTE: Final = 0.12
# Maximum share of what the wrong codec cannot represent.
MAX_LOST: Final = 0.17
_LOST: Final = -10.0
# Words around a passage that are judged with it.
_CONTEXT, _AROUND = 40, 120
# What UTF-8 shows of punctuation in the Windows codec, and of that or of accents.
_OF_MARKS: Final = re.compile("â[€\x80]")
_ACCENTS: Final = re.compile(f"[ÃÂ]|{_OF_MARKS.pattern}")
_ACCENTED: Final = re.compile(rb"[\xc2\xc3][\x80-\xbf]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
# Both patterns match the empty string and never backtrack.
_ASCII_TAIL: Final = re.compile(r"[\t\x20-\x7e]*\Z")
_ASCII_HEAD: Final = re.compile(r"[\t\x20-\x7e]*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEW_HANZI: Final = re.compile("[^\x00-\x7f]{8}")
# High bytes in a row that hanzi, kana and hangul must have somewhere, and any letter in UTF-8.
_RUN, _TWO = re.compile("[^\x00-\x7f]{3}"), re.compile("[^\x00-\x7f]{2}")
_OF_ALPHABETS: Final = re.compile(r"[\u00c0-\u02ff\u0370-\u052f]")
_BEYOND: Final = re.compile("[^\x00-\x7f]")


def in_sequences(text: str, span: tuple[int, int], wrong: str) -> Iterator[Reading]:
    """Yield the readings of a passage in UTF-8 and in two-byte codecs, from its bytes in `wrong`."""
    passage = _passage(text, *span, wrong)
    around = text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    for reading in _judged(passage, wrong):
        if not _is_chance(reading, passage, around):
            yield _twice(reading)


@lru_cache(maxsize=PASSAGES)
def _judged(passage: str, wrong: str) -> tuple[Reading, ...]:
    """Return the readings of a passage on its own."""
    of_two = wrong in TWO_BYTES
    if is_as_written(passage, wrong) if of_two else not _TWO.search(passage):
        return ()
    is_utf8 = not of_two and (not _RUN.search(passage) or is_spelled(passage))
    rights = [right for right in RIGHTS[wrong] if (right == "utf-8" if is_utf8 else right not in ALPHABETS)]
    return tuple(_readings(passage, wrong, rights))


def _is_chance(reading: Reading, passage: str, around: str) -> bool:
    """Whether a single UTF-8 word is among more unchanged characters: a sign and a letter are a valid sequence.

    Or more words are frequent as they are. Lead bytes of accents are distinctive in the Windows codec, but among
    capitals a word with a small letter is none.
    """
    if reading.right != "utf-8" or reading.wrong in TWO_BYTES:
        return False
    every = {*restored(reading.text)}
    words = without_lowered(every, passage)
    if every and not words:
        return True
    sound = {word for word in _WORD.findall(passage) if len(word) > 1 and not word.isascii() and is_known(word)}
    # A capital after capitals, and the sign after it, may be any letter.
    if len(sound) > len(words) or (len(sound) == len(words) > 0 and all(map(str.isupper, sound | words))):
        return True
    if len(words) > 1:
        return False
    # Without a restored word a sign after Â is one sign of many.
    if reading.wrong == "cp1252" and (_ACCENTS if words else _OF_MARKS).search(passage):
        return False
    return beyond_ascii(around) >= 3 * _changed(reading.text, passage)


def is_rather_utf8(raw: bytes, right: str, wrong: str) -> bool:
    """Whether a quarter of the non-ASCII bytes are accents in UTF-8, which another codec shows as hanzi."""
    if right == "utf-8" or wrong in TWO_BYTES:
        return False
    return 4 * sum(map(len, _ACCENTED.findall(raw))) >= len(_HIGH.findall(raw)) > 0


@lru_cache(maxsize=256)
def nats(text: str) -> float:
    """Return the log probability of a text, cached."""
    return nats_of(text)


def beyond_ascii(text: str) -> int:
    """Return the number of non-ASCII characters."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _passage(text: str, start: int, end: int, wrong: str) -> str:
    """Return the passage; for a single-byte codec the longest encodable part with adjacent ASCII words."""
    if wrong in TWO_BYTES:
        # A dropped byte before the passage is the first half of its first character.
        while text[start - 1 : start] == "\ufffd":
            start -= 1
        return text[start:end]
    start, end = longest_shown(text, start, end, wrong)
    shown = shown_alone(wrong)
    # Two-byte codecs are decoded from the first byte on, and a sentence in them to the last.
    first, last = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    while start > first and text[start - 1] in shown:
        start -= 1
    while end < last and text[end] in shown and _FEW_HANZI.match(text, max(start, end - 8), end):
        end += 1
    left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    return _ASCII_TAIL.search(text[left:start])[0] + text[start:end] + _ASCII_HEAD.match(text[end:right])[0]  # type: ignore[index]


def _readings(passage: str, wrong: str, rights: Sequence[str]) -> Iterator[Reading]:
    """Yield the readings of the bytes of `wrong` that restore letters and gain enough."""
    raw, lost = put_back(passage.replace("\ufffd", ""), wrong)
    if lost > MAX_LOST * beyond_ascii(passage):
        return
    for right in rights:
        pair = right, wrong
        is_in_step = "\ufffd" in passage and right != "utf-8" and wrong in TWO_BYTES
        found = read_in_step(passage, wrong, right) if is_in_step else raw.decode(right, "replace")
        holes = found.count("\ufffd")
        # Dropped bytes say nothing against a reading.
        unexplained = holes - passage.count("\ufffd") * is_in_step
        if found == passage or _is_holed(found, unexplained, right, wrong) or is_rather_utf8(raw, right, wrong):
            continue
        read, shown = (once(found), once(passage)) if is_by_twos(*pair) else (found, passage)
        # The cheapest test first: two readings in three restore too little.
        if not restores(read, shown, right, wrong):
            continue
        gain = _gain(found, passage, right, wrong) + _HOLE * holes + _LOST * lost
        if gain <= _least(passage, right, wrong) or gain <= _MIN_GAIN_PER_CHAR * _changed(read, shown):
            continue
        if _is_plausible(read, *pair) and _mends_letters(passage, pair):
            yield Reading(right, wrong, found, gain)


def _mends_letters(passage: str, pair: tuple[str, str]) -> bool:
    """Whether letters are more plausible without the signs among them: two-byte codecs map any sign to a character.

    Also any Greek, Cyrillic or accented letter, which may stand between words like a sign, or spell a hanzi.
    """
    right, wrong = pair
    if not is_by_twos(right, wrong) or (pair == KANA_LENGTHENED and lengthens_kana(passage)):
        return True
    every = letters_only(passage)
    letters = _OF_ALPHABETS.sub("", every) or every
    found = put_back(letters, wrong)[0].decode(right, "replace")
    return _gain(found, letters, right, wrong) + _HOLE * found.count("\ufffd") > _MIN_GAIN


def _is_plausible(found: str, right: str, wrong: str) -> bool:
    """Whether (half of) the non-ASCII part is plausible: a lost byte spoils what follows. UTF-8 proves itself."""
    foreign = "".join(_BEYOND.findall(found)).replace("\ufffd", "")
    if right == "utf-8":
        return True
    if not is_in_its_script(foreign, right):
        return False
    if wrong not in TWO_BYTES:
        return nats(foreign) > (_LEAST_HOLED if "\ufffd" in found else _LEAST_WHOLE) * len(foreign)
    half = max(_LEAST_HALF, len(foreign) // 2)
    parts = {foreign, foreign[:half], foreign[-half:]}
    return any(nats(part) > least_plausible(right, wrong) * len(part) for part in parts)


def _least(passage: str, right: str, wrong: str) -> float:
    """Return the required gain: more if mostly signs become hanzi, as any two signs do."""
    return _MIN_GAIN_FROM_SIGNS if _is_of_signs(passage, right, wrong) else _MIN_GAIN


def _is_of_signs(passage: str, right: str, wrong: str) -> bool:
    return right != "utf-8" and wrong not in TWO_BYTES and letters_among(passage) < MOSTLY_LETTERS


def _changed(found: str, passage: str) -> int:
    """Return the number of non-ASCII characters changed by the reading."""
    return (Counter(_BEYOND.findall(passage)) - Counter(found)).total()


def _is_holed(found: str, holes: int, right: str, wrong: str) -> bool:
    """Whether the reading has more holes than what it restores can justify."""
    beyond = beyond_ascii(found) - found.count("\ufffd")
    if right != "utf-8":
        return holes > (max_holes(wrong) if wrong in TWO_BYTES else _MAX_HOLES_ONE_BYTE) * beyond
    return holes > beyond and holes > most_holes(found, wrong) * beyond


def _gain(found: str, passage: str, right: str, wrong: str) -> float:
    """Return the gain of `found`. The passage may count in lower case, since capitals are no damage.

    Between two-byte codecs only letters are compared.
    """
    found = found.replace("\ufffd", "")
    if is_by_twos(right, wrong):
        found, passage = letters_only(once(found)), letters_only(once(passage))
    return nats(found) - max(nats(passage), nats(passage.lower()))


def _twice(first: Reading) -> Reading:
    """Return the reading decoded once more if it is itself damaged in the same way."""
    if first.right != "utf-8":
        return first
    second = next(_readings(first.text.replace("\ufffd", ""), first.wrong, ("utf-8",)), None)
    return Reading(first.right, first.wrong + TWICE, second.text, first.gain + second.gain) if second else first
