"""Words that another codec turns into frequent words, searched in all texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from audit.kernels.derived import derived
from audit.kernels.text.codec_tables import Codecs, FrequentWords
from audit.kernels.text.frequent import (
    APOSTROPHE,
    CAPITAL,
    CHANGED,
    EASTERN,
    KIND_BITS,
    PARTS,
    SIEVE_BITS,
    SIGN,
    SLOT_BITS,
    SMALL,
)
from audit.kernels.text.respelled import COLUMNS, ROOM, Finds, SearchedTexts, respelled
from audit.kernels.text.token_readings import PAIR_BITS
from audit.measure.encoding.mojibake.codec_pairs import (
    ALPHABETS,
    LATIN_CODECS,
    PAIRS,
    SPARING,
    TWO_BYTES,
    byte_of,
    read_carelessly,
    shown_alone,
)
from audit.measure.encoding.mojibake.reading import RestoredWord
from audit.text.code_points import of_categories
from audit.text.frequent_words import alike, frequent_words

_PLANE: Final = 0x10000
_BYTES: Final = 0x100
_HIGH: Final = 0x80
_FIRST_TRAIL: Final = 0x40
_FIRST_OF_TWO: Final = 0xC2
_FIRST_OF_FOUR: Final = 0xF0
_FIRST_EASTERN: Final = 0x2E80
_KEPT: Final = 32
# Minimum capacity for finds per call; the next call continues.
_FINDS: Final = 1 << 14
# Maximum distance of words of one passage.
_NEAR: Final = 200
_APOSTROPHES: Final = "'’"
# Letters that are signs of mathematics and units.
_SYMBOLS: Final = "πΩµμªºƒ"
_JOINERS: Final = "\u200b\u200c\u200d\u200e\u200f"
_NO_BREAK: Final = 0xA0
_SPELLED: Final = tuple(pair for pair in PAIRS if pair[0] in ALPHABETS)
ONES: Final = tuple(pair for pair in _SPELLED if pair[1] not in TWO_BYTES)
# Pairs that turn Latin letters into hanzi among ASCII letters.
TWOS: Final = tuple(pair for pair in _SPELLED if pair[1] in TWO_BYTES and pair[0] in LATIN_CODECS)
UTF8: Final = tuple(pair for pair in PAIRS if pair[0] == "utf-8")
READ_AS: Final = (*ONES, *TWOS, *UTF8)
# The weights from which a text is judged, and words are proof: 569 and one of 117,022 healthy paragraphs reach them. In
# that one the reading spoils more words. Of many misread words several are restored; Greek is judged from few, too.
WORTH: Final = 2
_LEAST: Final = np.array([WORTH + (pair not in SPARING and pair[0] != "cp1253") for pair in READ_AS])
PROOF: Final = 4


def restored_words(
    texts: pa.ChunkedArray | pa.LargeStringArray, wanted: npt.NDArray[np.bool_]
) -> dict[int, tuple[RestoredWord, ...]]:
    """Return the restored words by text index, where they weigh enough to be considered.

    `wanted` masks the texts to search.
    """
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    size, (_, edges, raw) = len(whole), whole.buffers()
    if raw is None or not wanted.any():
        return {}
    offsets = np.frombuffer(edges, np.int64)[whole.offset :][: size + 1]
    made: dict[int, list[RestoredWord]] = {}
    for places, spoken in _found(np.frombuffer(raw, np.uint8), offsets, wanted):
        weighty = np.isin(places[:, 0], np.unique(places[places[:, -1] >= _LEAST[places[:, -2]], 0]))
        for (number, start, end, pair, weight), bits in zip(
            places[weighty].tolist(), spoken[weighty].tolist(), strict=True
        ):
            own = RestoredWord(start, end, READ_AS[pair], weight, _languages(bits))
            made.setdefault(number, []).append(own)
    return {number: tuple(own) for number, own in made.items()}


def restored_places(found: Sequence[RestoredWord]) -> Iterator[tuple[int, int]]:
    """Yield the extents of nearby words."""
    every = sorted({(one.start, one.end) for one in found})
    first = 0
    for at, (_, end) in enumerate(every):
        if at + 1 == len(every) or every[at + 1][0] - end > _NEAR:
            yield every[first][0], end
            first = at + 1


@lru_cache(maxsize=1 << 10)
def _languages(bits: int) -> tuple[str, ...]:
    return tuple(language for bit, language in enumerate(frequent_words()) if bits >> bit & 1)


def _found(
    raw: npt.NDArray[np.uint8], edges: npt.NDArray[np.int64], wanted: npt.NDArray[np.bool_]
) -> Iterator[tuple[npt.NDArray[np.int32], npt.NDArray[np.uint64]]]:
    told, state = _tables(), np.zeros(2, np.int64)
    words = FrequentWords(*(told[name] for name in FrequentWords._fields))
    codecs = Codecs(**{name: told[name] for name in Codecs._fields if name in told}, ones=len(ONES))
    while state[0] < len(wanted):
        finds = Finds(state, np.zeros(COLUMNS * (_FINDS + ROOM), np.int32), np.zeros(_FINDS + ROOM, np.uint64))
        respelled(SearchedTexts(raw, edges, wanted.view(np.uint8)), codecs, words, finds)
        count = int(state[1])
        yield finds.places[: COLUMNS * count].reshape(-1, COLUMNS).copy(), finds.spoken[:count].copy()


@derived
def _tables() -> dict[str, npt.NDArray[Any]]:
    """Return the kernel's tables by the names of its records: characters, codec pairs, words."""
    kinds, small = _characters()
    of_words = (kinds == SMALL) | (kinds == CAPITAL)
    alone = dict.fromkeys(wrong for _, wrong in (*ONES, *UTF8) if wrong not in TWO_BYTES)
    shown = sorted({char for wrong in alone for char in shown_alone(wrong) if ord(char) < _PLANE})
    points = [ord(char) for char in shown]
    index = of_words.astype(np.uint16)
    index[points] = np.arange(2, len(shown) + 2)
    reads = np.zeros((len(ONES), len(shown) + 2), np.uint32)
    # Letters that the codec cannot represent.
    reads[:, 1] = EASTERN << KIND_BITS
    reads[:, 2:] = np.where(of_words[points], EASTERN << KIND_BITS, 0)
    for row, (right, wrong) in enumerate(ONES):
        for char in shown_alone(wrong):
            read = read_carelessly(byte_of(char, wrong), right)
            if ord(char) < _PLANE and read is not None:
                reads[row, index[ord(char)]] = _letter(read) | (CHANGED if read != char else 0)
    kind = reads >> KIND_BITS & (CHANGED >> KIND_BITS) - 1
    becomes = (reads & CHANGED != 0) & (kind >= SMALL) & (kind <= APOSTROPHE)
    letters_of = np.zeros((reads.shape[1], 2), np.uint64)
    for row, found in enumerate(becomes):
        letters_of[found, row // PAIR_BITS] |= np.uint64(1 << row % PAIR_BITS)
    characters = {"small": small, "kinds": kinds, "columns": index}
    return (
        characters
        | {"reads": reads.ravel(), "letters_of": letters_of.ravel()}
        | (_of_two_bytes() | _of_utf8(shown) | _words())
    )


def _of_utf8(shown: Sequence[str]) -> dict[str, npt.NDArray[Any]]:
    """Return what codecs show UTF-8 bytes as: single-byte ones by character number, as bits."""
    wrongs = [wrong for _, wrong in UTF8]
    alone = [wrong for wrong in wrongs if wrong not in TWO_BYTES]
    made = np.zeros((len(alone), len(shown) + 2), np.uint8)
    for row, wrong in enumerate(alone):
        made[row, 2:] = [(byte_of(char, wrong) or b"\0")[0] for char in shown]
    bits = (np.uint64(1) << np.arange(len(alone), dtype=np.uint64))[:, None]
    begin = ((made >= _FIRST_OF_TWO) & (made < _FIRST_OF_FOUR)) * bits
    follow = ((made >= _HIGH) & (made < _FIRST_OF_TWO - 2)) * bits
    leads = np.stack([np.bitwise_or.reduce(begin), np.bitwise_or.reduce(follow)], axis=1)
    eastern = sorted(TWO_BYTES)
    rows = [(eastern.index(wrong), 1) if wrong in TWO_BYTES else (alone.index(wrong), 0) for wrong in wrongs]
    return {"shown": made.ravel(), "leads": leads.ravel(), "rows": np.array(rows, np.int64).ravel()}


def _of_two_bytes() -> dict[str, npt.NDArray[Any]]:
    """Return the bytes of each character in each two-byte codec, their values in each right one, and the pairs."""
    wrongs, rights = sorted(TWO_BYTES), sorted({right for right, _ in TWOS})
    letters = np.zeros((len(rights), _BYTES), np.uint32)
    for row, right in enumerate(rights):
        for byte in range(_BYTES):
            read = read_carelessly(bytes((byte,)), right)
            letters[row, byte] = 0 if read is None else _letter(read) | (CHANGED if byte >= _HIGH else 0)
    twos = np.array([(wrongs.index(wrong), rights.index(right)) for right, wrong in TWOS], np.int64)
    raw = np.stack([_raw(wrong) for wrong in wrongs]).ravel()
    return {"raw": raw, "letters": letters.ravel(), "twos": twos.ravel()}


def _letter(char: str) -> int:
    """Return a character for the kernel: its lower case letter, and its class."""
    kinds, small = _characters()
    return int(small[ord(char)]) | int(kinds[ord(char)]) << KIND_BITS


@cache
def _characters() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint16]]:
    """Return the word class of each BMP code point, and its lower case letter."""
    kinds = np.full(_PLANE, PARTS, np.uint8)
    kinds[0x80:] = SIGN
    kinds[of_categories("L", "M")[:_PLANE]] = SMALL
    kinds[of_categories("Lu", "Lt")[:_PLANE]] = CAPITAL
    kinds[_FIRST_EASTERN:] = EASTERN
    for names in ("Z", "Cs"):
        kinds[of_categories(names)[:_PLANE]] = PARTS
    kinds[_NO_BREAK] = SIGN
    kinds[[ord(char) for char in _SYMBOLS]] = SIGN
    kinds[[ord(char) for char in _JOINERS]] = PARTS
    kinds[[ord(char) for char in _APOSTROPHES]] = APOSTROPHE
    small = np.arange(_PLANE, dtype=np.uint16)
    for point in np.flatnonzero((kinds == CAPITAL) | (kinds == SMALL) | (kinds == APOSTROPHE)).tolist():
        lowered = alike(chr(point))
        small[point] = ord(lowered) if len(lowered) == 1 else point
    return kinds, small


def _raw(wrong: str) -> npt.NDArray[np.uint16]:
    """Return the one or two bytes a two-byte codec decodes to each BMP character; 0 for none."""
    made = np.zeros(_PLANE, np.uint16)
    for first in range(_HIGH, _BYTES):
        one = bytes((first,)).decode(wrong, "ignore")
        if len(one) == 1:
            made[ord(one)] = first
        # Decoded at once: a line end belongs to no character.
        pairs = b"\n".join(bytes((first, second)) for second in range(_FIRST_TRAIL, _BYTES))
        for second, two in enumerate(pairs.decode(wrong, "ignore").split("\n"), _FIRST_TRAIL):
            if len(two) == 1 and _PLANE > ord(two) >= _HIGH and not made[ord(two)]:
                made[ord(two)] = first << 8 | second
    return made


def _words() -> dict[str, npt.NDArray[Any]]:
    """Return the sieve, the slots and the languages of the frequent words."""
    spoken: dict[int, int] = {}
    for bit, own in enumerate(frequent_words().values()):
        for key in own.tolist():
            spoken[key] = spoken.get(key, 0) | 1 << bit
    sieve = np.zeros(1 << (SIEVE_BITS - 3), np.uint8)
    slots, masks = np.zeros(1 << SLOT_BITS, np.uint32), np.zeros(1 << SLOT_BITS, np.uint64)
    taken: set[int] = set()
    for key, languages in spoken.items():
        bit = key >> (_KEPT - SIEVE_BITS)
        sieve[bit >> 3] |= 1 << (bit & 7)
        slot = key >> (_KEPT - SLOT_BITS)
        while slot in taken:
            slot = (slot + 1) & ((1 << SLOT_BITS) - 1)
        taken.add(slot)
        slots[slot], masks[slot] = key, languages
    return {"sieve": sieve, "slots": slots, "masks": masks}
