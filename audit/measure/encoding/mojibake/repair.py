"""Repair of proven mojibake: exactly reversible, more plausible, and unambiguous.

Quoted mojibake is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
import pyarrow as pa

from audit.measure.encoding.mojibake.codec_pairs import ALPHABETS, LATIN_CODECS
from audit.measure.encoding.mojibake.passages import lines_of, suspicious, worth_judging
from audit.measure.encoding.mojibake.quoted import is_all_quoted, is_dumped
from audit.measure.encoding.mojibake.reading import TIMES, Reading, codec_and_times
from audit.measure.encoding.mojibake.redecode import MAX_JUDGED, MAX_LENGTH, gain_per_char, only_reading, undone
from audit.measure.encoding.mojibake.sequences import nats
from audit.measure.encoding.scan import SUSPICIOUS, scanned
from audit.measure.encoding.scanned import ScannedText

# Longer texts are not repaired: a file of megabytes is no article.
_MAX_TEXT: Final = 1 << 22
# Required gain in nats per restored character, in a line of a text with proven damage.
_MIN_GAIN: Final = 2.0
# Required gain in nats for a passage before it is repaired; a finding requires 12. Measured on 1,117,435 texts
# (tests/benchmarks/false_repairs.py: 117,022 paragraphs, 992,313 lines of web pages and 8,100 adversarial ones): no
# adversarial text was changed; 107 lines were changed; 150 flagged ones that were read were all damaged. With frequent
# words and rare hanzi: 468,000 adversarial texts of 39 kinds in 12 rounds: 31 flagged, 3 changed, which the bound of
# eight letters now excludes.
_MIN_PROOF: Final = 30.0
# A few letters in a whole text may be quoted on purpose. UTF-8 proves itself by its sequences; in legacy codecs any
# signs are some letters: a row of a drawn table is four hanzi.
_MIN_RESTORED: Final = 3
_MIN_RESTORED_LEGACY: Final = 8
# Control characters as which Latin-1 shows bytes.
_C1: Final = re.compile("[\x80-\x9f]")
# Characters by which the ends of a passage are varied: only at the right ones the reversal is exact.
_SLACK: Final = 3


@dataclass(frozen=True, slots=True)
class Repair:
    """Code points `start` to `end` of a text were written in `right` and decoded as `wrong`; `text` is the original."""

    start: int
    end: int
    text: str
    right: str
    wrong: str


def repairs(text: str) -> tuple[Repair, ...]:
    """Return the proven repairs of a text, ordered and disjoint."""
    return repairs_of([text])[0]


def repairs_of(texts: Sequence[str]) -> list[tuple[Repair, ...]]:
    """Return `repairs` of each text, after one scan over all."""
    column = pa.array([text if len(text) <= _MAX_TEXT else "" for text in texts], pa.large_string())
    worth = worth_judging(scanned(column), column)
    made: list[tuple[Repair, ...]] = [()] * len(texts)
    for n in np.flatnonzero(worth.judged).tolist():
        made[n] = _proven_in(worth.seen(n, texts[n]))
    return made


def _proven_in(seen: ScannedText) -> tuple[Repair, ...]:
    text, made = seen.text, list[Repair]()
    for start, end in islice(suspicious(seen), MAX_JUDGED):
        whole = _reading(text, start, end)
        for first, last in lines_of(text, start, end):
            if _after(made) > first:
                continue
            # Most passages are a line.
            reading = whole if (first, last) == (start, end) else _reading(text, first, last) or whole
            if reading is not None:
                made += [repair for repair in _passage(text, first, last, reading) if repair.start >= _after(made)]
    every = _enough(text, list(_with_other_lines(text, made)))
    every = tuple(one for one in every if not is_dumped(text, one.start, one.end, one.wrong))
    # Quoted mojibake is intentional: damage is never only between quotation marks.
    return () if every and is_all_quoted(text, [(repair.start, repair.end) for repair in every]) else every


def _reading(text: str, start: int, end: int) -> Reading | None:
    """Return the only proven reading of a passage; none in Latin letters, where intact words may be adjacent."""
    found = only_reading(text, start, min(end, start + MAX_LENGTH))
    return found if found and found.gain >= _MIN_PROOF and found.right not in LATIN_CODECS else None


def _enough(text: str, every: list[Repair]) -> tuple[Repair, ...]:
    """Return the repairs, in UTF-8 or in legacy codecs, if they restore enough in total.

    Sequences of UTF-8 with control characters, as Latin-1 shows them, are enough by themselves: nobody types them.
    """
    is_unseen = any(_C1.search(text, repair.start, repair.end) for repair in every if repair.right == "utf-8")
    restored = [char for repair in every if repair.right == "utf-8" for char in repair.text if char > "\x7f"]
    letters = [
        char for repair in every if repair.right != "utf-8" for char in repair.text if char > "\x7f" and char.isalpha()
    ]
    kept = {True: is_unseen or len(restored) >= _MIN_RESTORED, False: len(letters) >= _MIN_RESTORED_LEGACY}
    return tuple(repair for repair in every if kept[repair.right == "utf-8"])


def _after(made: list[Repair]) -> int:
    return made[-1].end if made else 0


def _passage(text: str, start: int, end: int, reading: Reading) -> Iterator[Repair]:
    """Yield the repairs of a passage by line: whole lines if reversible, else the reversible part."""
    at = start
    while at < end:
        first, last = _line(text, at)
        repair = _best(text, max(start, first), min(end, last), reading)
        if repair is not None:
            yield repair
        at = last + 1


def _best(text: str, start: int, end: int, reading: Reading) -> Repair | None:
    """Return the repair, with adjusted ends, that makes its surroundings most plausible."""
    line = _line(text, start)
    extents = _extents(start, end, line) if end - start <= MAX_LENGTH else ()
    every = dict.fromkeys((line, *extents))
    if reading.right in ALPHABETS:
        every = dict.fromkeys(extent for extent in every if not _cuts_words(text, extent))
    found = [_proven(text, extent, reading.right, reading.wrong) for extent in every]
    return max(
        (repair for repair in found if repair), key=lambda repair: _surroundings(text, repair, line), default=None
    )


def _cuts_words(text: str, extent: tuple[int, int]) -> bool:
    """Whether an extent splits a word: in an alphabet words are damaged as a whole."""
    return any(text[max(0, at - 1) : at].isalpha() and text[at : at + 1].isalpha() for at in extent)


def _surroundings(text: str, repair: Repair, line: tuple[int, int]) -> float:
    """Return the plausibility of a bounded part of the line with the repair."""
    before = text[max(line[0], repair.start - MAX_LENGTH) : repair.start]
    return nats(before + repair.text + text[repair.end : min(line[1], repair.end + MAX_LENGTH)])


def _line(text: str, at: int) -> tuple[int, int]:
    """Return the span of the line with the code point `at`, without line end."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _extents(start: int, end: int, line: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the passage with its ends varied slightly within its line."""
    starts = range(max(line[0], start - _SLACK), min(start + _SLACK, end) + 1)
    ends = range(max(start, end - _SLACK), min(line[1], end + _SLACK) + 1)
    yield from ((s, e) for s in starts for e in ends if s < e)


def _proven(text: str, span: tuple[int, int], right: str, wrong: str) -> Repair | None:
    passage = text[slice(*span)]
    if passage.isascii():
        return None
    codec, _ = codec_and_times(wrong)
    found, times = undone(passage, right, codec), 1
    # What is UTF-8 again was damaged again: it is mended whole.
    while found and right == "utf-8" and times < len(TIMES) and (again := undone(found, right, codec)):
        found, times = again, times + 1
    if found is None or gain_per_char(found, passage) < _MIN_GAIN or (right != "utf-8" and _is_suspicious(found)):
        return None
    return Repair(*span, found, right, codec + TIMES[times - 1])


def _is_suspicious(text: str) -> bool:
    """Whether a text looks damaged: any bytes are hanzi in a two-byte codec, but implausible in sequence."""
    return bool(scanned(pa.array([text], pa.large_string())).peaks[0] > SUSPICIOUS)


def _with_other_lines(text: str, made: list[Repair]) -> Iterator[Repair]:
    """Yield the repairs, and those of other lines that are UTF-8 misread in the same codec: short but certain."""
    wrongs = [repair.wrong for repair in made if repair.right == "utf-8"]
    yield from made if not wrongs else sorted([*made, *_others(text, made, wrongs[0])], key=lambda repair: repair.start)


def _others(text: str, made: list[Repair], wrong: str) -> Iterator[Repair]:
    edges = [0, *(edge for repair in made for edge in (repair.start, repair.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        at = start
        for line in text[start:end].splitlines(keepends=True):
            repair = _proven(text, (at, at + len(line)), "utf-8", wrong)
            if repair is not None:
                yield repair
            at += len(line)
