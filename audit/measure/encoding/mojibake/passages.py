"""Passages decoded with the wrong codec, found by implausible character sequences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from audit.measure.encoding.mojibake.healthy_eastern import is_too_short
from audit.measure.encoding.mojibake.misread_marks import MOST_COMMON, may_be_misread, misread_marks
from audit.measure.encoding.mojibake.misread_quotes import misread_quotes
from audit.measure.encoding.mojibake.oddities import may_be_odd, odd_places
from audit.measure.encoding.mojibake.quoted import is_dumped
from audit.measure.encoding.mojibake.reading import Reading, RestoredWord, codec_and_times
from audit.measure.encoding.mojibake.redecode import MAX_JUDGED, MAX_LENGTH, best_reading, undone
from audit.measure.encoding.mojibake.restored_words import restored_places, restored_words
from audit.measure.encoding.mojibake.sequences import beyond_ascii
from audit.measure.encoding.mojibake.spelled.candidates import AROUND
from audit.measure.encoding.mojibake.spelled.far_likelier import far_likelier, may_be_far_likelier
from audit.measure.encoding.mojibake.spelled.misplaced_letters import may_be_misplaced, misplaced_letters
from audit.measure.encoding.rarity import RARE, rare_runs
from audit.measure.encoding.scan import SUSPICIOUS, Scan
from audit.measure.encoding.scanned import ScannedText, Spots, spots
from audit.text.classes import classes, codepoints, members
from audit.text.punctuation import SENTENCE_CLOSERS, SENTENCE_STOPS

Flags = npt.NDArray[np.bool_]
Damage = tuple[int, int, Reading]

_MAX_WORD: Final = 40
# Lines or sentences of a passage that are judged by themselves.
_MAX_LINES: Final = 6
# Its sequences are found among healthy text as well.
_ITS_OWN_PROOF: Final = "utf-8"
# Where another origin may begin: a sentence is decoded as a whole.
_SENTENCE_END: Final = re.compile(rf"[{SENTENCE_STOPS}…][{re.escape(SENTENCE_CLOSERS)}]*\s+|[。！？]|\n")
_LONGEST_SENTENCE: Final = 2 * MAX_LENGTH
# With more characters per non-ASCII one, a passage is judged line by line.
_SPARSE: Final = 200
# Passages closer than this are merged.
_BESIDE: Final = 16

_BEYOND_ASCII: Final = ~members(
    *("c0", "newline", "space", "digit", "ascii_upper", "ascii_lower", "stop", "quote", "bracket", "ascii_sign")
)
_LATIN: Final = members(
    *("c1", "odd_space", "typographic", "symbol", "latin1_common", "latin1_rare"),
    *("latin1_upper", "latin1_lower", "latin_a_upper", "latin_a_lower"),
)
# One byte for each class: Latin letters and signs beyond ASCII, what else is beyond it, and ASCII.
_LATIN_SIGN, _OTHER_SIGN, _ASCII_SIGN = b"L", b"o", b"a"
_SIGNS: Final = b"".join(
    _LATIN_SIGN if is_latin else _OTHER_SIGN if is_beyond else _ASCII_SIGN
    for is_latin, is_beyond in zip(_LATIN, _BEYOND_ASCII, strict=True)
).ljust(256, _ASCII_SIGN)


def mojibake(seen: ScannedText) -> Spots:
    """Count passages decoded with the wrong codec: those that another reading makes plausible."""
    is_sound = seen.is_plain and seen.peak <= SUSPICIOUS and seen.rarest <= RARE and not seen.restored
    if (is_sound and not seen.is_misread) or not seen.holds(_BEYOND_ASCII):
        return Spots(0)
    marks = list(misread_marks(seen.text)) if seen.is_misread else []
    places = [*islice(suspicious(seen), MAX_JUDGED)]
    every = [_commonly_named(found, marks) for found in _judged(seen, places)] or marks
    if seen.is_misread:
        every = every or [*misread_quotes(seen.text)] or [*misplaced_letters(seen.text)]
    every = every or [*far_likelier(seen.text, places, is_sought=seen.is_misread)]
    every = [found for found in every if not is_dumped(seen.text, found[0], found[1], found[2].wrong)]
    if not every:
        return Spots(0)
    shown = ((start, end, _evidence(seen.text[start:end], reading)) for start, end, reading in every)
    return replace(spots("mojibake", shown), kind=_confused(every[0][2]))


def _commonly_named(found: Damage, marks: Sequence[Damage]) -> Damage:
    """Return a passage with the most common pair of codecs, where that explains signs in it as well."""
    start, end, reading = found
    if MOST_COMMON in reading.wrong:
        return found
    common = (one for one in marks if one[2].wrong == MOST_COMMON and one[0] < end and start < one[1])
    return next(common, found)


@dataclass(frozen=True, slots=True)
class Worth:
    """Which texts may have a passage worth judging, which have no odd place, restored words, and misread signs."""

    found: Scan
    judged: Flags
    plain: Flags
    restored: Mapping[int, tuple[RestoredWord, ...]]
    misread: Flags

    def seen(self, number: int, text: str, bad: tuple[int, ...] = ()) -> ScannedText:
        """Return a text with what is known of it; `bad` are those of ScannedText."""
        known = self.found.seen(number, text)
        is_plain, is_misread = bool(self.plain[number]), bool(self.misread[number])
        restored = self.restored.get(number, ())
        return replace(known, bad=bad, is_plain=is_plain, restored=restored, is_misread=is_misread)


def worth_judging(found: Scan, texts: pa.ChunkedArray | pa.LargeStringArray) -> Worth:
    """Return which texts are worth judging, given their scan."""
    odd, beyond = may_be_odd(found), np.any(found.tallies[:, _BEYOND_ASCII], axis=1)
    restored = restored_words(texts, beyond)
    judged = ((found.peaks > SUSPICIOUS) & beyond) | (found.rarest > RARE) | odd
    judged[list(restored)] = True
    misread = may_be_misread(texts) | may_be_misplaced(texts, found.tallies)
    misread |= may_be_far_likelier(texts, found.tallies)
    return Worth(found, judged | misread, ~odd, restored, misread)


def _judged(seen: ScannedText, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Reading]]:
    for start, end in places:
        if not seen.text[max(0, start - AROUND) : end + AROUND].isascii():
            yield from _judged_passage(seen, start, end)


def _judged_passage(seen: ScannedText, start: int, end: int) -> Iterator[tuple[int, int, Reading]]:
    reading = best_reading(seen.text, start, min(end, start + MAX_LENGTH), seen.restored)
    passage = seen.text[start:end]
    is_sparse = _SPARSE * beyond_ascii(passage) < end - start
    parts = [*_judged_lines(seen, start, end)] if "\n" in passage and (reading is None or is_sparse) else []
    if reading is None and not parts:
        parts = [*_judged_sentences(seen, start, end)]
    if parts or reading is None:
        yield from parts
    else:
        yield start, end, reading


def _judged_lines(seen: ScannedText, start: int, end: int) -> Iterator[tuple[int, int, Reading]]:
    """Yield the damaged lines of a passage whose healthy lines prevent one common reading."""
    for first, last in islice(lines_of(seen.text, start, end), _MAX_LINES):
        if is_too_short(seen.text[first:last]):
            continue
        reading = best_reading(seen.text, first, min(last, first + MAX_LENGTH), seen.restored)
        if reading is not None:
            yield first, last, reading


def _judged_sentences(seen: ScannedText, start: int, end: int) -> Iterator[tuple[int, int, Reading]]:
    """Yield the damaged sentences of a passage, each judged as a text of its own.

    Healthy ones around it read worse in any other codec, which says nothing against its own reading.
    """
    for first, last in islice(_sentences_of(seen.text, start, end), _MAX_LINES):
        sentence = seen.text[first:last]
        if sentence.isascii() or len(sentence) == len(seen.text):
            continue
        within = (one for one in seen.restored if first <= one.start and one.end <= last)
        restored = [replace(one, start=one.start - first, end=one.end - first) for one in within]
        begin = max(start - first, 0)
        stop = min(end - first, len(sentence), begin + MAX_LENGTH)
        reading = best_reading(sentence, begin, stop, restored)
        if reading is not None and reading.right != _ITS_OWN_PROOF:
            yield first + begin, first + stop, reading


def _sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the whole sentences that a passage touches, up to a length."""
    floor = max(0, start - MAX_LENGTH)
    at = max((match.end() for match in _SENTENCE_END.finditer(text, floor, start)), default=floor)
    while at < end:
        match = _SENTENCE_END.search(text, at, at + _LONGEST_SENTENCE)
        last = match.end() if match else min(len(text), at + _LONGEST_SENTENCE)
        yield at, last
        at = last


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a passage by line."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        last = end if stop < 0 else stop
        if at < last:
            yield at, last
        at = last + 1


def damaged(seen: ScannedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield what is wrongly decoded of a suspicious passage, with the codecs confused."""
    for first, last, reading in _judged_passage(seen, start, end):
        yield first, last, _confused(reading)


def _confused(reading: Reading) -> str:
    """Return the codecs that were confused, the right one first."""
    return f"{reading.right} read as {reading.wrong}"


def _evidence(passage: str, reading: Reading) -> str:
    """Return the codecs and the reading; `provably` if it can be reversed exactly."""
    how = "provably" if undone(passage, reading.right, codec_and_times(reading.wrong)[0]) else "would read"
    return f"{_confused(reading)}; {how} {' '.join(reading.text.split())}"


def suspicious(seen: ScannedText) -> Iterator[tuple[int, int]]:
    """Yield, in order, the passages with implausible bigrams or odd words."""
    rare = rare_runs(seen.points) if seen.rarest > RARE else ()
    found = [*_unlikely(seen), *rare, *(() if seen.is_plain else odd_places(seen)), *restored_places(seen.restored)]
    yield from _joined(seen.text, sorted(found))


def _joined(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the passages, ordered and disjoint, merging neighbours on one line for more evidence."""
    start, end = found[0] if found else (0, 0)
    for later, stop in found[1:]:
        if later >= end and (later - end > _BESIDE or "\n" in text[end:later]):
            yield start, end
            start = later
        end = max(end, stop)
    if end:
        yield start, end


def _unlikely(seen: ScannedText) -> Iterator[tuple[int, int]]:
    for start, end in seen.risen:
        begin = max(0, start - _MAX_WORD)
        around = seen.text[begin : end + _MAX_WORD]
        if around.isascii():
            yield start, end
        else:
            signs = classes(codepoints(around)).tobytes().translate(_SIGNS)
            first, last = _widened(signs, start - begin, end - begin)
            yield begin + first, begin + last


def _widened(signs: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the passage extended to whole runs of Latin letters and signs; `signs` are those of _SIGNS."""
    left, right = signs[max(0, start - _MAX_WORD) : start + 1], signs[end : end + _MAX_WORD]
    start -= max(0, len(left) - len(left.rstrip(_LATIN_SIGN)) - 1)
    end += len(right) - len(right.lstrip(_LATIN_SIGN))
    passage = signs[start:end]
    if _LATIN_SIGN in passage and _OTHER_SIGN not in passage:
        return start + passage.find(_LATIN_SIGN), start + passage.rfind(_LATIN_SIGN) + 1
    return start, end
