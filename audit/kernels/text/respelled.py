"""Search for words that another codec turns into frequent words: each is read with every pair of codecs."""

from __future__ import annotations

from typing import Annotated, Any, Final, NamedTuple

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.text.codec_tables import Codecs, FrequentWords
from audit.kernels.text.frequent import CAPITAL, EASTERN, PARTS, SIGN, SMALL, is_sound, look_up
from audit.kernels.text.token_readings import is_asked, pairs_of, read_token, stays
from audit.kernels.utf8 import code_point

# Maximum size of a token; longer ones have no spaces between words.
LONGEST: Final = 64
# Minimum free space for finds before a text is read.
ROOM: Final = 512
# The numbers of a find: text, start, end, pair, weight.
COLUMNS: Final = 5
_EASTERN_BYTES: Final = 2
_PLANE, _ASCII_END, _C1_END, _LATIN_END = np.uint32(0x10000), np.uint32(0x80), np.uint32(0xA0), np.uint32(0x250)
_CYRILLIC, _CYRILLIC_END = np.uint32(0x400), np.uint32(0x530)
# Maximum weight by letters, that of four; impossible characters weigh as much as two more letters.
_MOST, _ODD = np.int64(3), np.int64(2)
# A repeated short word justifies a closer look, no more.
_AGAIN: Final = np.int64(2)
# Maximum code points between words weighed together.
_FAR: Final = np.int64(400)
_NONE: Final = np.uint64(0)


@part
def _weight(token: Any, start: Any, stop: Any, kinds: Any) -> Any:
    """Return the weight of a frequent word: more for letters up to four, and for characters impossible in words.

    These are a C1 control, a sign between two lower case letters, or a non-ASCII capital or Cyrillic letter after one.
    Signs alone prove nothing, a sign after a word less than letters, and a one-letter word counts only if it replaces a
    non-ASCII Latin letter or a control.
    """
    letters, beyond, odd = np.int64(0), np.int64(0), False
    for at in range(start, stop):
        point, kind = token[at], kinds[token[at]]
        is_letter = kind in (SMALL, CAPITAL) or _ASCII_END <= point < _C1_END
        letters += is_letter
        beyond += is_letter and point >= _ASCII_END
        if at > start and kinds[token[at - 1]] == SMALL and point >= _ASCII_END:
            odd = odd or kind == CAPITAL or (kind == SIGN and at + 1 < stop and kinds[token[at + 1]] == SMALL)
            odd = odd or (token[at - 1] < _ASCII_END and _CYRILLIC <= point < _CYRILLIC_END)
        odd = odd or _ASCII_END <= point < _C1_END
    if letters == 0:
        return letters
    if stop - start == 1:
        return np.int64(beyond == 1 and token[start] < _LATIN_END)
    most = _MOST if odd or beyond > 0 else _MOST - 1
    return min(most, stop - start - 1) + (_ODD if odd else np.int64(0))


@part
def _weight_of_utf8(token: Any, size: Any, word: Any, kinds: Any) -> Any:
    """Return the weight of a frequent word in UTF-8: more for characters impossible after a lower case letter.

    The other letters are not there by chance; hanzi become letters by chance.
    """
    letters, eastern = word
    if letters <= _MOST and eastern > 0:
        return letters - 1
    for at in range(1, size):
        is_behind = token[at] >= _ASCII_END and token[at - 1] < _ASCII_END and kinds[token[at - 1]] == SMALL
        if is_behind and kinds[token[at]] in (CAPITAL, SIGN, EASTERN):
            return min(_MOST, letters) + _ODD
    return min(_MOST, letters)


@part
def _weigh(own: Any, found: Any, stopped: Any, weight: Any) -> Any:
    """Return the total weight of a pair's finds up to this one, as far as they are near each other."""
    heights, ends, last, spoken = own
    languages, word, pair = found
    height = heights[pair] if stopped - ends[pair] < _FAR else np.int64(0)
    ends[pair] = stopped
    if word == last[pair] and height > 0:
        heights[pair] = max(height, min(height + weight, _AGAIN))
        return heights[pair]
    if height == 0 or (spoken[pair] & languages) == _NONE:
        height, spoken[pair] = np.int64(0), languages
    spoken[pair] &= languages
    last[pair], heights[pair] = word, height + weight
    return height + weight


@part
def _lower(heights: Any, token: Any, size: Any, codecs: Any) -> Any:
    """Reduce the weight of pairs that would change an intact word by one; return whether any weight remains."""
    found = False
    for pair in range(len(heights)):
        if heights[pair] > 0:
            heights[pair] -= np.int64(0) if stays(token, size, pair, codecs) else np.int64(1)
            found = found or heights[pair] > 0
    return found


@part
def _behind_ascii(text: Any, place: Any, end: Any, kinds: Any) -> Any:
    """Return the position behind the tokens of ASCII alone that follow: no codec changes them."""
    at, point = place
    begin = place
    while at < end and text[at] < _ASCII_END:
        is_between = kinds[text[at]] == PARTS
        at, point = at + 1, point + 1
        if is_between:
            begin = (at, point)
    return begin if at < end else (at, point)


@part
def _token(text: Any, place: Any, end: Any, kinds: Any, token: Any) -> Any:
    """Fill `token` from a position in bytes and code points on; return its size, and its classes.

    The next position is after its separator. A token has letters and the signs among them.
    """
    at, point = _behind_ascii(text, place, end, kinds)
    size, beyond, eastern, ascii_letters = np.int64(0), False, np.int64(0), np.int64(0)
    while at < end:
        code, step = code_point(text, at, end)
        kind = np.int64(kinds[code]) if code < _PLANE else np.int64(PARTS)
        at, point = at + np.int64(step), point + 1
        if kind == PARTS:
            if size == 0:
                continue
            return size, (beyond, eastern, ascii_letters), (at, point), point - 1
        if size < LONGEST:
            token[size] = code
        size += 1
        beyond = beyond or code >= _ASCII_END
        eastern += kind == EASTERN
        ascii_letters += code < _ASCII_END
    return size, (beyond, eastern, ascii_letters), (at, point), point


class SearchedTexts(NamedTuple):
    """Texts in UTF-8, within `edges`; `wanted` says which ones to read."""

    raw: Annotated[Array, read(U8)]
    edges: Annotated[Array, read(I64)]
    wanted: Annotated[Array, read(U8)]


class Finds(NamedTuple):
    """The words found: `places` (text, start, end, pair, weight; in code points) and `spoken` (languages, as bits).

    `state` holds the next text to read, and the number of finds.
    """

    state: Annotated[Array, fill(I64)]
    places: Annotated[Array, fill(I32)]
    spoken: Annotated[Array, fill(U64)]


class _Scratch(NamedTuple):
    """A token and its reading; of each pair: the weight of its finds, their end, the last word, its languages."""

    token: Annotated[Array, fill(U32)]
    reading: Annotated[Array, fill(U32)]
    heights: Annotated[Array, fill(I64)]
    ends: Annotated[Array, fill(I64)]
    last: Annotated[Array, fill(U64)]
    shared: Annotated[Array, fill(U64)]


def respelled(texts: SearchedTexts, codecs: Codecs, words: FrequentWords, finds: Finds) -> None:
    """Fill in the words found, from the text at which `finds` stands on; where space for more is lacking, stop."""
    every = codecs.ones + len(codecs.twos) // 2 + len(codecs.rows) // 2
    scratch = _Scratch(
        np.zeros(LONGEST, np.uint32), np.zeros(_EASTERN_BYTES * LONGEST + 1, np.uint32),
        np.zeros(every, np.int64), np.zeros(every, np.int64), np.zeros(every, np.uint64), np.zeros(every, np.uint64),
    )  # fmt: skip
    _respelled(texts, codecs, words, finds, scratch)


@kernel(VOID, SearchedTexts, Codecs, FrequentWords, Finds, _Scratch)
def _respelled(texts: Any, codecs: Any, words: Any, finds: Any, scratch: Any) -> None:
    """Do the same with scratch arrays for a token, its reading, and the finds of each pair."""
    text, edges, wanted = texts
    state, places, spoken = finds
    token, reading, heights, ends, last, shared = scratch
    kinds = codecs.kinds
    every, own, utf8 = len(heights), (heights, ends, last, shared), codecs.ones + len(codecs.twos) // 2
    count, number = np.int64(0), np.int64(state[0])
    while number < len(wanted) and count + ROOM <= len(spoken):
        most, any_found = count + ROOM, False
        place, end = (np.int64(edges[number]), np.int64(0)), np.int64(edges[number + 1])
        heights[:], ends[:] = 0, 0
        while wanted[number] and place[0] < end and count < most:
            size, (beyond, eastern, ascii_letters), place, stopped = _token(text, place, end, kinds, token)
            if not beyond or size > LONGEST or eastern > ascii_letters:
                continue
            if eastern == 0 and is_sound(token, size, codecs, words):
                any_found = any_found and _lower(heights, token, size, codecs)
                continue
            bits = pairs_of(token, size, codecs)
            for pair in range(every):
                if not is_asked(pair, bits, eastern, codecs):
                    continue
                longer = read_token(token, size, pair, codecs, reading)
                languages, word, start, stop = look_up(reading, longer, words)
                weight = np.int64(0)
                if languages != _NONE and pair >= utf8:
                    weight = _weight_of_utf8(token, size, (stop - start, eastern), kinds)
                elif languages != _NONE:
                    weight = min(_MOST, stop - start - 1) if eastern > 0 else _weight(token, start, stop, kinds)
                if weight == 0:
                    heights[pair] = max(np.int64(0), heights[pair] - (1 if pair < utf8 else 0))
                elif count < most:
                    height, any_found = _weigh(own, (languages, word, pair), stopped, weight), True
                    for column, value in enumerate((number, stopped - size, stopped, pair, height)):
                        places[COLUMNS * count + column] = value
                    spoken[count] = languages
                    count += 1
        number += 1
    state[0], state[1] = number, count
