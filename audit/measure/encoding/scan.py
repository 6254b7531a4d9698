"""One-pass scan over a column of texts, to select the few that need a closer look."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from audit.kernels.derived import derived
from audit.kernels.text.scan import BEHIND_WORD, FLAGGED, IN_WORD, ONCE, SPAN, TWICE, PointTables, Scanned, scan
from audit.measure.encoding.rarity import rarity
from audit.measure.encoding.scanned import ScannedText
from audit.measure.encoding.seven_bits import BEHIND_STOPS, BETWEEN_LETTERS
from audit.measure.measure import ParsedBatch
from audit.text.classes import CLASS, NAMES, Counts, members, table
from audit.text.code_points import POINTS
from audit.text.likelihood import odds_units

# Flags for a closer look.
ESCAPE: Final = 1  # an entity or an escape, or what may be base64
TOKEN: Final = 2  # a character of a replacement token
QUESTIONS: Final = TWICE  # question marks side by side
NEXT_LINE: Final = 8  # U+0085
UNSTABLE: Final = 16  # a code point that normal form C may change
ODD_WORDS: Final = IN_WORD  # two words of small letters with something in the midst that stands in no word
ODD_WORD: Final = ONCE  # one such word
ODD_ENDS: Final = BEHIND_WORD  # two words of small letters with something behind them that stands in and behind none
EVERY_MARK: Final = ESCAPE | TOKEN | QUESTIONS | NEXT_LINE | UNSTABLE | ODD_WORDS
# Log odds that a passage is damaged, in tenths of a nat. Between 60 and 100 recall at 20 characters is the same, while
# half as many healthy texts are selected.
SUSPICIOUS: Final = 100
_SIGNS: Final = (("&\\=", ESCAPE), ("锟烫屯ï", TOKEN), ("?", QUESTIONS), ("\x85", NEXT_LINE))
# What every entity and escape begins with. Each pattern starts with a literal byte for speed.
_ESCAPES: Final = tuple(
    map(
        re.compile,
        (
            rb"&(?:#|[A-Za-z][A-Za-z0-9]{1,31};|[A-Za-z](?:acute|grave|circ|uml|cedil|tilde|ring|slash)|[\w+,]{3,}-)",
            rb"\\(?:u[0-9A-Fa-f{]|x(?:[0-9A-Fa-f]{2}|\{)|[23][0-7]{2}|'[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4} ?\\)",
            rb"=[0-9A-F]{2}[=a-z]",
            rb"%(?:[C-Fc-f][0-9A-Fa-f]%|u[0-9A-Fa-f]|20)",
            rb"<U\+[0-9A-F]",
            rb"_x00[0-9A-Fa-f]",
            rb"\$[@B][!-~]{4}",
            *(kind.encode() for kind in (*BETWEEN_LETTERS, BEHIND_STOPS)),
        ),
    )
)
# Hangul vowels and final consonants compose algorithmically.
_JAMO: Final = (0x1161, 0x1200)
_HAN_OR_HANGUL: Final = (range(0x3400, 0xA000), range(0xAC00, 0xE000), range(0x20000, 0x2F800))
_LAST_ASSIGNED: Final = 0x32000
# Of base64: the classes, letters for one of the rarer case, least letters, and letters for a space.
_KINDS_OF_BASE64: Final = ("ascii_lower", "ascii_upper", "digit", "space")
_MOST_OF_A_KIND, _LETTERS, _PER_SPACE = 5, 40, 20
# Of hexadecimal digits: letters for a digit, at most. Bytes of hanzi have one.
_DIGITS_OF_LETTERS: Final = 1.5
# Suspicious passages for which there is room at first.
_FEW: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Scan:
    """One row per text: `tallies` per class, `marks` (flags above), two scores of the worst passage (tenths of a nat).

    `peaks` scores sequences of classes, `rarest` individual East Asian characters. `risen` (text, start, end, in code
    points; ascending) are the passages that `peaks` scores above SUSPICIOUS.
    """

    tallies: Counts
    peaks: Counts
    risen: Counts
    rarest: Counts
    marks: npt.NDArray[np.uint8]

    def seen(self, number: int, text: str) -> ScannedText:
        """Return a text with what was found in it."""
        marks, peak, rarest = (int(found[number]) for found in (self.marks, self.peaks, self.rarest))
        first, last = self.risen[:, 0].searchsorted((number, number + 1)) if peak > SUSPICIOUS else (0, 0)
        risen = self.risen[first:last, 1:].tolist()
        return ScannedText(text, self.tallies[number], marks, peak, rarest=rarest, risen=risen)


def scan_of(batch: ParsedBatch) -> Scan:
    """Return what one pass over the texts of a batch finds."""
    return scanned(batch.texts["text"])


def scanned(texts: pa.ChunkedArray | pa.LargeStringArray) -> Scan:
    """Scan a large_string column without nulls."""
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    size, (_, edges, text) = len(whole), whole.buffers()
    if not size or text is None:
        return _nothing(size, 0)
    offsets = np.frombuffer(edges, np.int64)[whole.offset : whole.offset + size + 1]
    told, room = _kinds_and_flags(), _FEW
    tables = PointTables(told["kinds"], told["flags"], rarity(), odds_units(), CLASS["newline"], SUSPICIOUS)
    while True:
        found = _nothing(size, room)
        out = Scanned(found.tallies.reshape(-1), found.peaks, found.risen.reshape(-1), found.rarest, found.marks)
        count = scan(np.frombuffer(text, np.uint8), offsets, tables, out)
        if count <= room:
            escaped = _escaped(text, offsets) | may_be_base64(found.tallies) | may_be_hexadecimal(found.tallies)
            marks = np.where(escaped, found.marks | ESCAPE, found.marks & ~np.uint8(ESCAPE))
            return replace(found, risen=found.risen[:count], marks=marks)
        room = count


def _escaped(text: pa.Buffer, offsets: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Return which texts may have an entity or an escape."""
    made, first, last = np.zeros(len(offsets) - 1, np.bool_), int(offsets[0]), int(offsets[-1])
    for kind in _ESCAPES:
        starts = np.fromiter((match.start() for match in kind.finditer(text, first, last)), np.int64)
        made[offsets.searchsorted(starts, "right") - 1] = True
    return made


def may_be_base64(tallies: Counts) -> npt.NDArray[np.bool_]:
    """Return which texts have hardly a space among as many capitals and digits as base64 has.

    `tallies` are those of one text or of several, one row each.
    """
    small, capitals, digits, spaces = (tallies[..., CLASS[kind]] for kind in _KINDS_OF_BASE64)
    letters = small + capitals
    is_mixed = _MOST_OF_A_KIND * np.minimum(small, capitals) >= letters
    found: npt.NDArray[np.bool_] = is_mixed & (digits > 0) & (letters >= _LETTERS) & (_PER_SPACE * spaces <= letters)
    return found


def may_be_hexadecimal(tallies: Counts) -> npt.NDArray[np.bool_]:
    """Return which texts have as many digits, and as few other letters, as bytes in hexadecimal digits have."""
    small, capitals, digits, _ = (tallies[..., CLASS[kind]] for kind in _KINDS_OF_BASE64)
    found: npt.NDArray[np.bool_] = (digits >= _LETTERS) & (_DIGITS_OF_LETTERS * digits >= small + capitals)
    return found


def _nothing(size: int, room: int) -> Scan:
    """Return the scan of empty texts, with room for suspicious passages."""
    peaks, rarest = np.zeros((2, size), np.int64)
    return Scan(
        np.zeros((size, len(NAMES)), np.int64),
        peaks,
        np.zeros((room, SPAN), np.int64),
        rarest,
        np.zeros(size, np.uint8),
    )


@derived
def _kinds_and_flags() -> dict[str, npt.NDArray[np.uint8]]:
    flags = _flags()
    kinds = table() | np.where(flags & ~np.uint8(ODD_WORDS | ODD_ENDS) != 0, FLAGGED, 0).astype(np.uint8)
    return {"kinds": kinds, "flags": flags}


def _flags() -> npt.NDArray[np.uint8]:
    made = np.zeros(POINTS, dtype=np.uint8)
    made[_unstable()] |= UNSTABLE
    made[in_no_word()] |= ODD_WORDS
    made[behind_no_word()] |= ODD_ENDS
    for characters, flag in _SIGNS:
        made[[ord(char) for char in characters]] |= flag
    return made


@cache
def in_no_word() -> npt.NDArray[np.bool_]:
    """Return for each code point whether it is non-ASCII and never between two lower case letters of a word."""
    made = members(*_IN_NO_WORD)[table()]
    made[[ord(char) for char in _BETWEEN_WORDS]] = False
    return made


@cache
def behind_no_word() -> npt.NDArray[np.bool_]:
    """Return for each code point whether it is non-ASCII and never after a lower case letter."""
    made = members(*_BEHIND_NO_WORD)[table()]
    made[[ord(char) for char in _SIGNS_BEHIND_NO_WORD]] = True
    return made


_BEHIND_NO_WORD: Final = (
    *("c1", "latin1_upper", "latin_a_upper", "greek_upper", "greek_lower", "cyr_upper", "cyr_lower"),
    *("cyr_more_upper", "cyr_more_lower", "half_kana"),
)
_SIGNS_BEHIND_NO_WORD: Final = "¢£¤¥¦¨¬¯´¸¼¾¿¡ˆ˜‰≤≥⌠⌡√∙"
_IN_NO_WORD: Final = (
    *("c1", "typographic", "latin1_common", "latin1_rare", "latin1_upper", "latin_a_upper", "symbol", "box"),
    *("greek_upper", "greek_lower", "cyr_upper", "cyr_lower", "cyr_more_upper", "cyr_more_lower", "half_kana"),
    *("han_both", "han_hans", "han_hans_rare", "han_hant", "han_hant_rare", "han_gb_second", "han_second", "han_jis"),
    *("han_ks", "han_gbk", "hangul_ks", "hangul_more", "other"),
)
# Dashes, apostrophes and other separators without spaces.
_BETWEEN_WORDS: Final = "‐‑‒–—―‘’…·«»×→⇒•′\xaa\xba\xb5"


def _unstable() -> list[int]:
    """Return the code points that leave normal form C open: NFC_Quick_Check is not Yes, or a mark."""
    found = set(range(*_JAMO))
    skipped = frozenset(chain.from_iterable(_HAN_OR_HANGUL))
    for point in range(0x80, _LAST_ASSIGNED):
        if point in skipped:
            continue
        char = chr(point)
        parts = unicodedata.decomposition(char)
        if unicodedata.combining(char):
            found.add(point)
        elif parts and not parts.startswith("<"):
            found.update([int(part, 16) for part in parts.split()[1:]])
            if unicodedata.normalize("NFC", char) != char:
                found.add(point)
    return sorted(found)
