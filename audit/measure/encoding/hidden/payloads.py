"""Data hidden in invisible characters: signed manifests, messages, and meaningless selector runs.

Passages of such characters are decoded to bytes in all known ways; the bytes decide what the passage is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.finding import MAX_PLACES, Place
from audit.measure.encoding.hidden.hidden_bits import is_message, spelt_by_blanks, spelt_by_widthless
from audit.measure.encoding.hidden.provenance import MAGIC, after_boxes, begins_manifest, described, missing
from audit.measure.encoding.scanned import Mask, ScannedText, Spots
from audit.text.classes import BIDI_CONTROLS, members
from audit.text.code_points import POINTS
from audit.text.invisible import BYTE_ORDER_MARK, FILLERS, RARE_CONTROLS, SELECTORS, TAGS, WIDTHLESS
from audit.text.visible import visible

MANIFEST: Final = "manifests"
MESSAGE: Final = "hidden_messages"
RUN: Final = "selector_runs"

_HIDING: Final = members("format", "bidi", "combining", "jamo")
# Blanks of every width, and those that are no space for Unicode: of a message in two kinds some thirty are others
# than spaces of ASCII.
_SPACE: Final = 0x20
_BLANKS: Final = np.array(
    [_SPACE, 0x9, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000, 0x3164], np.uint32
)
_BLANK_KINDS: Final = members("odd_space", "symbol", "jamo")
_MIN_BLANKS: Final = 30
# Two selectors never belong to one character; those of removed emoji may remain in a row.
_LEFT_BEHIND: Final = frozenset("\ufe0e\ufe0f")
_MOST_LEFT: Final = 4
# Letters without Unicode variation sequences: one selector in a word of them is an accident, several are not.
_PLAIN: Final = members(
    *("ascii_upper", "ascii_lower", "latin1_upper", "latin1_lower", "latin_a_upper", "latin_a_lower", "latin_other"),
    *("greek_upper", "greek_lower", "cyr_upper", "cyr_lower", "cyr_more_upper", "cyr_more_lower", "armenian"),
    *("hebrew", "arabic", "hangul_ks", "hangul_more", "hiragana", "katakana"),
)
_SLIPS: Final = 3
# Maximum distance of a message's selectors.
_NEAR: Final = 12
# A flag: the black flag, tags of a region (three to six), and the end tag.
_FLAG: Final = 0x1F3F4
_REGION: Final = range(2, 7)
_END_OF_TAGS: Final = 0xE007F
# U+E0001 started a language tag of at most this length.
_LANGUAGE: Final = 0xE0001
_LONGEST_NAME: Final = 12
# Minimum characters of a message of tags, and bytes of a manifest.
_LEAST: Final = 4
_PADDING: Final = "\0"


@dataclass(frozen=True, slots=True)
class Payload:
    """A passage: the fact it counts for, its span in code points, and its content."""

    fact: str
    start: int
    end: int
    evidence: str


def payloads(seen: ScannedText) -> tuple[Payload, ...]:
    """Return the passages with hidden data, in order.

    Ignored: one selector after an emoji, hanzi or other sign that may have one; flags; joiners and marks where a script
    requires them.
    """
    blanks = _by_blanks(seen) if seen.tally[_BLANK_KINDS].sum() >= _MIN_BLANKS else ()
    return tuple(sorted((*blanks, *_by_unseen(seen)), key=lambda payload: (payload.start, payload.end)))


def _by_blanks(seen: ScannedText) -> tuple[Payload, ...]:
    """Return the messages in rows of different blanks."""
    blanks = np.isin(seen.points, _BLANKS)
    if np.count_nonzero(blanks & (seen.points != _SPACE)) < _MIN_BLANKS:
        return ()
    found = spelt_by_blanks(seen.points, blanks)
    return tuple(Payload(MESSAGE, start, end, f"blanks spell: {text}") for start, end, text in found)


def _by_unseen(seen: ScannedText) -> tuple[Payload, ...]:
    if not seen.holds(_HIDING):
        return ()
    kinds = _carriers()[seen.points]
    if not kinds.any():
        return ()
    found = (*_by_selectors(seen, kinds == _SELECTOR), *_by_tags(seen, kinds == _TAG))
    found += tuple(
        Payload(MESSAGE, start, end, f"zero-width characters spell: {text}")
        for start, end, text in spelt_by_widthless(seen.points, kinds == _WIDTHLESS)
    )
    return found


def counted(fact: str, found: tuple[Payload, ...]) -> Spots:
    """Return the passages of one fact, with their content as far as a reader needs it."""
    own = [payload for payload in found if payload.fact == fact]
    places = (Place(fact, one.start, one.end, visible(one.evidence, _SAID)) for one in own[:MAX_PLACES])
    return Spots(len(own), tuple(places))


def covered(seen: ScannedText, found: tuple[Payload, ...]) -> Mask:
    """Return which code points are in a payload, so that they are reported once."""
    made = np.zeros(len(seen.text), dtype=np.bool_)
    for own in found:
        made[own.start : own.end] = True
    return made


_SELECTOR, _TAG, _WIDTHLESS = 1, 2, 3
_SAID: Final = 500


@cache
def _carriers() -> npt.NDArray[np.uint8]:
    made = np.zeros(POINTS, dtype=np.uint8)
    made[[*SELECTORS[0], *SELECTORS[1]]] = _SELECTOR
    made[list(TAGS)] = _TAG
    made[[*WIDTHLESS, *BIDI_CONTROLS, *FILLERS, *RARE_CONTROLS]] = _WIDTHLESS
    return made


def _by_selectors(seen: ScannedText, mask: Mask) -> tuple[Payload, ...]:
    found, runs = _manifests(seen, _runs(mask))
    long = [run for run in runs if _is_run(seen.text[slice(*run)])]
    slips = [start for start, end in runs if end - start == 1 and start and _PLAIN[seen.kinds[start - 1]]]
    made = (_payload_of(bytes_of(seen.text[start:end]), start, end) for start, end in long)
    return (*found, *made, *_in_words(seen, slips))


def _runs(mask: Mask) -> list[tuple[int, int]]:
    """Return the start and end of each run of marked code points."""
    at = np.flatnonzero(mask)
    return [(int(own[0]), int(own[-1]) + 1) for own in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1) if len(own)]


def _manifests(seen: ScannedText, runs: list[tuple[int, int]]) -> tuple[list[Payload], list[tuple[int, int]]]:
    """Return the manifests, and the runs of selectors that belong to none."""
    found: list[Payload] = []
    others: list[tuple[int, int]] = []
    left = runs[::-1]
    while left:
        pieces = [left.pop()]
        start, end = pieces[0]
        data = bytearray(bytes_of(seen.text[start:end]))
        while left and _goes_on(seen, data, end, left[-1]):
            pieces.append(left.pop())
            data += bytes_of(seen.text[slice(*pieces[-1])])
            end = pieces[-1][1]
        if len(data) < _LEAST or not begins_manifest(data):
            others += pieces
            continue
        begins = start - 1 if start and seen.points[start - 1] == BYTE_ORDER_MARK else start
        found.append(Payload(MANIFEST, begins, end, described(bytes(data))))
        if is_message((text := after_boxes(data).decode("utf-8", "replace")).strip(_PADDING)) and " " in text:
            found.append(Payload(MESSAGE, start, end, f"a manifest holds besides its boxes: {text.strip(_PADDING)}"))
    return found, others


def _goes_on(seen: ScannedText, data: bytearray, end: int, run: tuple[int, int]) -> bool:
    """Return whether a manifest that is incomplete at `end` goes on in the next run, as after a wrapped line."""
    if not begins_manifest(data) or not missing(data) or not seen.text[end : run[0]].isspace():
        return False
    return len(data) >= len(MAGIC) or begins_manifest(data + bytes_of(seen.text[slice(*run)]))


def _is_run(selectors: str) -> bool:
    return len(selectors) >= (_MOST_LEFT if _LEFT_BEHIND.issuperset(selectors) else 2)


def _in_words(seen: ScannedText, slips: list[int]) -> tuple[Payload, ...]:
    """Return the messages encoded as one selector after each letter."""
    made, group = [], slips[:1]
    for before, at in (*pairwise(slips), (0, POINTS + _NEAR)):
        if at - (before if group else at) <= _NEAR:
            group.append(at)
            continue
        if len(group) >= _SLIPS:
            data = bytes_of("".join(seen.text[own] for own in group))
            made.append(_payload_of(data, group[0], group[-1] + 1))
        group = [at]
    return tuple(made)


def _payload_of(data: bytes, start: int, end: int) -> Payload:
    text = data.decode("utf-8", "replace")
    if is_message(text):
        return Payload(MESSAGE, start, end, f"variation selectors spell: {text}")
    return Payload(RUN, start, end, f"{len(data)} variation selectors: {data[:_SHOWN].hex(' ')}")


_SHOWN: Final = 16


def bytes_of(selectors: str) -> bytes:
    """Return the bytes encoded by selectors: VS1 to VS16 are 0 to 15, VS17 to VS256 the others."""
    first, second = SELECTORS
    return bytes(
        ord(char) - first.start if ord(char) in first else ord(char) - second.start + len(first) for char in selectors
    )


def _by_tags(seen: ScannedText, mask: Mask) -> tuple[Payload, ...]:
    made, strewn = [], list[tuple[int, int]]()
    for start, end in _runs(mask):
        if _is_flag(seen, start, end) or _names_language(seen, start, end):
            continue
        said = _in_ascii(seen, [(start, end)])
        if len(said) >= _LEAST:
            made.append(Payload(MESSAGE, start, end, f"tag characters spell: {said}"))
        else:
            strewn.append((start, end))
    if len(said := _in_ascii(seen, strewn)) >= _LEAST:
        made.append(Payload(MESSAGE, strewn[0][0], strewn[-1][1], f"tag characters spell: {said}"))
    return tuple(made)


def _in_ascii(seen: ScannedText, runs: list[tuple[int, int]]) -> str:
    """Return what runs of tags spell together."""
    chars = (chr(point - TAGS.start) for start, end in runs for point in seen.points[start:end].tolist())
    return "".join(filter(str.isprintable, chars))


def _is_flag(seen: ScannedText, start: int, end: int) -> bool:
    """Return whether tags spell a region's flag."""
    ends = bool(seen.points[end - 1] == _END_OF_TAGS)
    return bool(start and seen.points[start - 1] == _FLAG) and ends and end - start - 1 in _REGION


def _names_language(seen: ScannedText, start: int, end: int) -> bool:
    return bool(seen.points[start] == _LANGUAGE) and end - start <= _LONGEST_NAME
