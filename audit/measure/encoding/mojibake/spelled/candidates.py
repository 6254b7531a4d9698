"""Candidate readings of a passage in each possible alphabet, not yet judged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import (
    LATIN_CODECS,
    PAIRS,
    TWO_BYTES,
    bytes_in,
    longest_shown,
    put_back,
    shown_alone,
    shown_by,
)
from audit.measure.encoding.mojibake.healthy_eastern import is_as_frequent
from audit.measure.encoding.mojibake.reading import Reading
from audit.measure.encoding.mojibake.sequences import beyond_ascii, is_rather_utf8
from audit.measure.encoding.mojibake.spelled.changed_words import words_read
from audit.measure.encoding.mojibake.spelled.letters_read import UTF8, is_jumbled, is_strewn_with_signs, read_pieces
from audit.measure.encoding.mojibake.spelled.word import Word

# Words around a passage that determine its language.
AROUND: Final = 120
# Minimum changed characters; fewer, among three times as many that the codec cannot represent, are chance.
_MANY: Final = 6
_TIMES_AS_MANY: Final = 3
# Two-byte codecs show an alphabet as hanzi, kana, hangul or private use; GB 18030 has the letters of pinyin besides.
_EASTERN: Final = re.compile("[\u2e80-\uffef]")

Span = tuple[int, int]
Pair = tuple[str, str]


@dataclass(frozen=True)
class CandidateReading:
    """A passage with context as it is, and its bytes in another codec, piece by piece.

    `start` and `end` are those of the passage.
    """

    right: str
    wrong: str
    seen: Sequence[str]
    read: Sequence[str]
    start: int
    end: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """A bounded number of its words."""
        return tuple(words_read(self.seen, self.read))

    def reading(self, gain: float) -> Reading:
        """Return the reading with this gain in nats."""
        return Reading(self.right, self.wrong, "".join(self.read[self.start : self.end]), gain)


@dataclass(frozen=True, slots=True)
class LegiblePart:
    """What a codec can represent of a passage, that with the whole words around it, and the bytes of these.

    `start` and `end` are those of the passage in `seen`, of which so `many` characters are beyond ASCII.
    """

    passage: str
    seen: str
    raw: bytes
    start: int
    end: int
    many: int


def legible_pairs(text: str, span: Span, pairs: Sequence[Pair]) -> dict[Pair, LegiblePart]:
    """Return the pairs of codecs without those that make implausible words of the bytes; most do.

    Those of a two-byte codec are no words of any alphabet. In art drawn with the signs of a code page, signs remain
    between the letters of non-Latin ones.
    """
    if is_as_frequent(text[slice(*span)]):
        pairs = [pair for pair in pairs if pair[1] not in TWO_BYTES]
    beyond = beyond_ascii(_line_around(text, span)) if pairs else 0
    shown = {wrong: _shown_with_words(text, span, wrong) for wrong in dict.fromkeys(wrong for _, wrong in pairs)}
    found = {wrong: one for wrong, one in shown.items() if one and not _is_chance(one.many, one.many, beyond)}
    return {pair: found[pair[1]] for pair in pairs if pair[1] in found and _is_legible(found[pair[1]].raw, pair)}


def _is_legible(raw: bytes, pair: Pair) -> bool:
    right, wrong = pair
    if wrong in TWO_BYTES:
        return raw != b"" and (right == UTF8 or not is_jumbled(raw, right))
    return right in LATIN_CODECS or right == UTF8 or not is_strewn_with_signs(raw, right)


def _is_chance(changed: int, shown: int, beyond: int) -> bool:
    """Whether so few characters change among so many in the line that the codec, which shows some, cannot represent."""
    return changed < _MANY and beyond - shown > _TIMES_AS_MANY * changed


def is_legible(text: str, span: Span) -> bool:
    """Whether any pair of codecs may be legible: not where one-byte codecs show few characters among healthy hanzi."""
    shown = len(_shown_by_any().findall(text, max(0, span[0] - AROUND), span[1] + AROUND))
    return not (_is_chance(shown, shown, beyond_ascii(_line_around(text, span))) and is_as_frequent(text[slice(*span)]))


@cache
def _shown_by_any() -> re.Pattern[str]:
    """Return a pattern of a character beyond ASCII that any single-byte codec represents."""
    every = frozenset[str]().union(*(shown_alone(wrong) for _, wrong in PAIRS if wrong not in TWO_BYTES))
    return re.compile(f"[{re.escape(''.join(sorted(every)))}]")


def candidate_readings(text: str, span: Span, pairs: Mapping[Pair, LegiblePart]) -> Iterator[CandidateReading]:
    """Yield the candidate readings for each of the legible pairs of codecs."""
    beyond = beyond_ascii(_line_around(text, span)) if pairs else 0
    for wrong in dict.fromkeys(wrong for _, wrong in pairs):
        every = {right: shown for (right, other), shown in pairs.items() if other == wrong}
        one = next(iter(every.values()))
        is_rather = is_rather_utf8(put_back(one.passage, wrong)[0], "", wrong)
        raw = [*map(bytes_in(wrong).__getitem__, one.seen)] if wrong in TWO_BYTES else one.raw
        equal: set[str] = set()
        for right in every:
            found = None if is_rather and right != UTF8 else read_pieces(one.seen, raw, right)
            if found is None or (whole := "".join(found[1])) in equal:
                continue
            equal.add(whole)
            stood, read = found
            if not _is_chance(sum(map(str.__ne__, stood, read)), one.many, beyond):
                yield CandidateReading(
                    right, wrong, stood, read, *(_piece_at(stood, at) for at in (one.start, one.end))
                )


def _shown_with_words(text: str, span: Span, wrong: str) -> LegiblePart | None:
    """Return what the codec can represent of a passage; None without whole words, or characters of its own."""
    first, stop = _shown(text, span, wrong)
    if first == stop:
        return None
    left, last = _whole_words(text, *_surroundings(text, first, stop, wrong))
    start, end = max(first, left), min(stop, last)
    if start >= end or (wrong in TWO_BYTES and not _EASTERN.search(text, start, end)):
        return None
    seen = text[left:last]
    return LegiblePart(text[first:stop], seen, put_back(seen, wrong)[0], start - left, end - left, beyond_ascii(seen))


def _piece_at(pieces: Sequence[str], at: int) -> int:
    """Return the index of the first piece at or after a character."""
    return at if isinstance(pieces, str) else bisect_left([0, *accumulate(map(len, pieces))], at)


def _line_around(text: str, span: Span) -> str:
    """Return a bounded part of the passage's lines."""
    before, after = text[max(0, span[0] - AROUND) : span[0]], text[span[1] : span[1] + AROUND]
    return before.rpartition("\n")[2] + text[slice(*span)] + after.partition("\n")[0]


def _shown(text: str, span: Span, wrong: str) -> Span:
    """Return the longest non-ASCII run of the passage that the codec can represent; empty for none."""
    if wrong not in TWO_BYTES:
        return longest_shown(text, *span, wrong)
    if _shows_all(text[slice(*span)], wrong):
        return (span[0], span[0]) if text[slice(*span)].isascii() else span
    at, best = span[0], (span[0], span[0])
    for place in range(span[0], span[1] + 1):
        if place == span[1] or not _is_shown(text[place], wrong):
            if place - at > best[1] - best[0] and not text[at:place].isascii():
                best = at, place
            at = place + 1
    return best


def _surroundings(text: str, start: int, end: int, wrong: str) -> Span:
    """Return the passage with a bounded part of adjacent text that the codec can represent."""
    first, end_of_all = max(0, start - AROUND), min(len(text), end + AROUND)
    if wrong not in TWO_BYTES:
        pattern = shown_by(wrong)
        before = pattern.match(text[first:start][::-1]).end()  # type: ignore[union-attr]
        return start - before, pattern.match(text, end, end_of_all).end()  # type: ignore[union-attr]
    left, right = start, end
    if _shows_all(text[first:start], wrong):
        left = first
    while left > first and _is_shown(text[left - 1], wrong):
        left -= 1
    if _shows_all(text[end:end_of_all], wrong):
        right = end_of_all
    while right < end_of_all and _is_shown(text[right], wrong):
        right += 1
    return left, right


def _is_shown(char: str, wrong: str) -> bool:
    """Whether a two-byte codec can represent a character, or shows it for a byte that it drops."""
    return char == "\ufffd" or bool(bytes_in(wrong)[char])


def _shows_all(text: str, wrong: str) -> bool:
    """Whether a two-byte codec can represent all of a text, or shows it for bytes that it drops."""
    try:
        return bool(text.replace("\ufffd", "").encode(wrong))
    except UnicodeEncodeError:
        return False


def _joins(char: str) -> bool:
    """Whether a character beside a span may be of the word at its end: a letter, or a sign beyond ASCII."""
    return char.isalpha() or (char > "\x7f" and not char.isspace())


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the span without partial words at its ends, which prove nothing: also those at a sign it lacks."""
    if start and _joins(text[start - 1]):
        while start < end and text[start].isalpha():
            start += 1
    if end < len(text) and _joins(text[end]):
        while start < end and text[end - 1].isalpha():
            end -= 1
    return start, end
