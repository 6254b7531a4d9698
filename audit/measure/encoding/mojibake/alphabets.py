"""Read a passage's bytes in an alphabet, one letter a byte: judged by how words are spelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import HALF_EMPTY, TWO_BYTES, byte_of, put_back, shown_by
from audit.measure.encoding.mojibake.look import Look
from audit.measure.encoding.mojibake.reading import Reading
from audit.measure.encoding.mojibake.respelled import spelling
from audit.measure.encoding.mojibake.sequences import is_rather_utf8, longest_shown

# Words around a passage that tell its language.
_AROUND: Final = 120

Span = tuple[int, int]


def in_alphabets(text: str, span: Span) -> Iterator[Reading]:
    """Yield the readings in alphabets of the longest part of a passage that a codec can show."""
    look = Look.at(text[slice(*span)], text[max(0, span[0] - _AROUND) : span[1] + _AROUND])
    for wrong in dict.fromkeys(wrong for _, wrong in look.pairs):
        rights = [right for right, other in look.pairs if other == wrong]
        yield from _respelled(text, span, wrong, rights, look.languages)


def _respelled(text: str, span: Span, wrong: str, rights: Sequence[str], spoken: Sequence[str]) -> Iterator[Reading]:
    start, end = _shown(text, span, wrong)
    if start == end or is_rather_utf8(put_back(text[start:end], wrong)[0], "", wrong):
        return
    left, last = _surroundings(text, start, end, wrong)
    seen = text[left:last]
    raw = [byte_of(char, wrong) for char in seen]
    judged: set[tuple[str, ...]] = set()
    for right in rights:
        read = _letters_of(raw, right)
        if read is None or (key := tuple(read)) in judged:
            continue
        judged.add(key)
        found = spelling(seen, read, spoken)
        if found is not None:
            yield Reading(right, wrong, "".join(read[start - left : end - left]), found.gain)


def _shown(text: str, span: Span, wrong: str) -> Span:
    """Return the longest run of the passage that the codec can show, ASCII alone left out; empty for none."""
    if wrong not in TWO_BYTES:
        return longest_shown(text, *span, wrong)
    at, best = span[0], (span[0], span[0])
    for place in range(span[0], span[1] + 1):
        if place == span[1] or not byte_of(text[place], wrong):
            if place - at > best[1] - best[0] and not text[at:place].isascii():
                best = at, place
            at = place + 1
    return best


def _surroundings(text: str, start: int, end: int, wrong: str) -> Span:
    """Return the passage with what is shown by the codec around it, a bounded part."""
    first, end_of_all = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if wrong not in TWO_BYTES:
        pattern = shown_by(wrong)
        before = pattern.match(text[first:start][::-1]).end()  # type: ignore[union-attr]
        return start - before, pattern.match(text, end, end_of_all).end()  # type: ignore[union-attr]
    left, right = start, end
    while left > first and byte_of(text[left - 1], wrong):
        left -= 1
    while right < end_of_all and byte_of(text[right], wrong):
        right += 1
    return left, right


def _letters_of(raw: Sequence[bytes], right: str) -> list[str] | None:
    """Return each character's bytes read with a one-byte codec; None where it leaves a byte undefined."""
    every = b"".join(raw)
    try:
        read = every.decode(right)
    except UnicodeDecodeError:
        read = "".join(_careless(byte, right) for byte in every)
        if "\ufffd" in read:
            return None
    if len(read) == len(raw):
        return list(read)
    pieces, at = [], 0
    for piece in raw:
        pieces.append(read[at : at + len(piece)])
        at += len(piece)
    return pieces


def _careless(byte: int, right: str) -> str:
    found = bytes((byte,)).decode(right, "replace")
    return chr(byte) if found == "\ufffd" and right in HALF_EMPTY else found
