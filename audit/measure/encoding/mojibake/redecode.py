"""Judgement of a suspicious passage: encode it in a wrong codec and decode it in the right one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import (
    PASSAGES,
    RANK,
    RIGHTS,
    TWO_BYTES,
    byte_of,
    put_back,
    read_carelessly,
    shown_alone,
)
from audit.measure.encoding.mojibake.evidence_rules import is_in_order, is_in_turn, sets_letters_apart
from audit.measure.encoding.mojibake.healthy_eastern import is_as_frequent
from audit.measure.encoding.mojibake.reading import TIMES, Reading, RestoredWord, codec_and_times
from audit.measure.encoding.mojibake.sequences import MAX_LOST, beyond_ascii, in_sequences, nats
from audit.measure.encoding.mojibake.spelled.alphabets import in_alphabets
from audit.measure.encoding.mojibake.spelled.candidates import AROUND
from audit.measure.encoding.mojibake.spelled.likely_as_is import is_likely_as_is

# Distance in nats within which a second reading leaves both unproven.
_RIVAL: Final = 12.0
# A non-ASCII letter is at least two characters in the wrong codec.
_MIN_SHOWN: Final = 2
# Characters of UTF-8 that a passage cuts at its ends, and whole ones for each.
_MOST_CUT: Final = 2
_KEPT_FOR_ONE_CUT: Final = 4
UTF8: Final = "utf-8"
_FIRST_EASTERN: Final = "\u2e80"
_BEYOND: Final = re.compile(r"[^\x00-\x7f]+")
_SHORT_OF_EASTERN: Final = re.compile("[\x80-\u2e7f]")
_FOREIGN: Final = re.compile(r"[^\x00-\x7f\s]")
_AT_LETTERS: Final = re.compile(r"(?<=[a-z])[^\x00-\x7f]|[^\x00-\x7f](?=[a-z])|[^\x00-\x7f]{2}")
# A letter inside a word, or behind one and before a space that breaks no line, as Â is in UTF-8.
_WITHIN: Final = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z\xa0])")
# Passages judged per text, at a millisecond or more each.
MAX_JUDGED: Final = 128
# Characters of a long passage that are judged.
MAX_LENGTH: Final = 400


def best_reading(text: str, start: int, end: int, restored: Sequence[RestoredWord] = ()) -> Reading | None:
    """Return the most plausible other reading of text[start:end]; None if none beats the present one.

    `restored` are the words that other codecs turn into frequent ones.
    """
    found = _ranked(text, (start, end), restored)
    return found[0] if found else None


def only_reading(text: str, start: int, end: int) -> Reading | None:
    """Return the most plausible other reading of text[start:end] if no different one comes close."""
    found = _ranked(text, (start, end), ())
    if not found or any(other.text != found[0].text and found[0].gain - other.gain < _RIVAL for other in found[1:]):
        return None
    return found[0]


def undone(passage: str, right: str, wrong: str) -> str | None:
    """Encode the passage in `wrong` and decode it in `right`; None unless both directions are exact.

    Exact: every character is encodable, decoding restores the passage, and the result encodes to the same bytes.
    """
    raw, lost = put_back(passage, wrong)
    if lost or passage not in (read_carelessly(raw, wrong), raw.decode("latin-1")):
        return None
    try:
        found = raw.decode(right)
        return found if found != passage and found.encode(right) == raw else None
    except UnicodeError:
        return None


def gain_per_char(found: str, passage: str) -> float:
    """Return the gain of `found` over the passage in nats per non-ASCII character."""
    return (nats(found) - nats(passage)) / max(1, beyond_ascii(found))


def _ranked(text: str, span: tuple[int, int], restored: Sequence[RestoredWord]) -> list[Reading]:
    """Return the readings that beat the present one, best first; ties by frequency of the pair."""
    return sorted(
        _readings(text, span, restored),
        key=lambda reading: (-reading.gain, RANK[reading.right, codec_and_times(reading.wrong)[0]]),
    )


def restorable(passage: str) -> bool:
    """Whether the passage can be mojibake: different non-ASCII characters, or one inside words."""
    return len(set(_FOREIGN.findall(passage))) >= _MIN_SHOWN or len(_WITHIN.findall(passage)) >= _MIN_SHOWN


def _readings(text: str, span: tuple[int, int], restored: Sequence[RestoredWord]) -> Iterator[Reading]:
    start, end = span
    first, last = max(0, start - AROUND), end + AROUND
    if text[first:last].isascii():
        return
    if not restored and not _SHORT_OF_EASTERN.search(text, start, end) and is_as_frequent(text[start:end]):
        return
    near = [one for one in restored if start - AROUND <= one.start and one.end <= last]
    wrongs = _possible(text[start:end]) if restorable(text[max(0, start - 1) : end]) else ()
    by_letters = bool(near) or len(_AT_LETTERS.findall(text, first, last)) >= _MIN_SHOWN
    if not (wrongs or by_letters):
        return
    in_turn = is_in_turn(text[start:end])
    of_sequences = [_as_often(one) for wrong in wrongs for one in in_sequences(text, span, wrong)]
    if all(one.right != UTF8 for one in of_sequences):
        of_sequences += chain.from_iterable(_of_many_times(text[start:end], wrong) for wrong in wrongs)
    of_letters = in_alphabets(text, span, near) if by_letters and not in_turn else ()
    of_letters = (one for one in of_letters if not is_likely_as_is(text, *span, one))
    found = chain((one for one in of_sequences if one.right == UTF8 or not in_turn), of_letters)
    around = text[first:last]
    # Asked last: few passages have a reading.
    yield from (
        one for one in found if not (sets_letters_apart(around) or is_in_order(text[start:end]) or is_in_order(around))
    )


def _as_often(first: Reading) -> Reading:
    """Return a reading in UTF-8 read on, if what it gives is UTF-8 in the same codec throughout."""
    codec, times = codec_and_times(first.wrong)
    text = first.text
    while first.right == UTF8 and codec not in TWO_BYTES and times < len(TIMES) and (inner := _inner(text, codec)):
        text, times = inner, times + 1
    return first if text == first.text else Reading(UTF8, codec + TIMES[times - 1], text, first.gain)


def _of_many_times(passage: str, wrong: str) -> Iterator[Reading]:
    """Yield the reading of UTF-8 that was read in the same codec so often that what is read once has no words yet."""
    inner = _inner(passage, wrong) if UTF8 in RIGHTS[wrong] and wrong not in TWO_BYTES else ""
    before = 1
    while inner and before < len(TIMES):
        for reading in in_sequences(inner, (0, len(inner)), wrong):
            if reading.right == UTF8:
                times = min(before + codec_and_times(reading.wrong)[1], len(TIMES))
                yield Reading(UTF8, wrong + TIMES[times - 1], reading.text, reading.gain)
                return
        inner, before = _inner(inner, wrong), before + 1


def _inner(passage: str, wrong: str) -> str:
    """Return a passage whose bytes in a codec are UTF-8 but for the cut ends, read once; else nothing."""
    raw, lost = put_back(passage, wrong)
    read = raw.decode(UTF8, "replace")
    holes = read.count("\ufffd")
    kept = beyond_ascii(read) - holes
    is_whole = not lost and holes <= _MOST_CUT and _KEPT_FOR_ONE_CUT * holes <= kept > 0
    return read.replace("\ufffd", "") if is_whole and _MIN_SHOWN * kept <= beyond_ascii(passage) else ""


@lru_cache(maxsize=PASSAGES)
def _possible(passage: str) -> tuple[str, ...]:
    """Return the wrong codecs that can produce enough of the passage.

    A two-byte codec gives hanzi or hangul. A single-byte one gives characters that come in groups: the two of a letter
    in UTF-8, or more.
    """
    runs = _BEYOND.findall(passage)
    foreign = "".join(runs).replace("\ufffd", "")
    counts = Counter(foreign)
    eastern = max(foreign, default="") >= _FIRST_EASTERN and not is_as_frequent(passage)
    beside = _beside(runs)
    found = list[str]()
    for wrong in RIGHTS:
        if wrong in TWO_BYTES:
            if not eastern:
                continue
            least, shown = max(_MIN_SHOWN, len(foreign) * (1 - MAX_LOST)), len(foreign) - put_back(foreign, wrong)[1]
        else:
            if wrong not in beside:
                continue
            least, shown = float(_MIN_SHOWN), sum(counts[char] for char in counts.keys() & shown_alone(wrong))
        if shown >= least:
            found.append(wrong)
    return tuple(found)


def _beside(runs: Sequence[str]) -> AbstractSet[str]:
    """Return the single-byte codecs that may have produced adjacent characters for one."""
    if max(map(len, runs)) > _MIN_SHOWN:
        return RIGHTS.keys()
    return frozenset[str]().union(*(_letter_shown(run) for run in set(runs) if len(run) == _MIN_SHOWN))


@lru_cache(maxsize=1 << 12)
def _letter_shown(two: str) -> frozenset[str]:
    """Return the single-byte codecs that show a two-byte UTF-8 letter so."""
    raw = {wrong: b"".join(byte_of(char, wrong) for char in two) for wrong in RIGHTS if wrong not in TWO_BYTES}
    return frozenset(wrong for wrong, both in raw.items() if len(both.decode("utf-8", "ignore")) == 1)
