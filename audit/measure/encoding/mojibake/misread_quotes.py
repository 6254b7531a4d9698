"""Quotes of Windows-1252 read in a Mac, DOS or East Asian codec as the only damage: `don抰`, `bakerÆs`, `ìcome inî`.

One character stands for each, so that only two things count, in a line of words with nothing else beyond ASCII: an
English ending behind what ends no word, and an opening quote with its closing one, of which no language has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from audit.kernels.derived import ahead
from audit.measure.encoding.mojibake.codec_pairs import PAIRS, TWO_BYTES, byte_of, put_back, read_carelessly
from audit.measure.encoding.mojibake.reading import Reading
from audit.measure.language.models.common_words import is_common

_RIGHT: Final = "cp1252"
_LANGUAGES: Final = ("en", "de", "es", "fr", "it", "nl", "pt", "pl", "sv", "da")
# What an apostrophe stands between in English.
_ENDINGS: Final = {"(?<=n)": ("t",), "(?<=[a-z])": ("s", "ll", "re", "ve"), r"(?<=\bI)": ("m", "d", "ll", "ve")}
# Opening quotes of English and German, each with its closing one.
_QUOTED: Final = (("“", "”"), ("„", "“"))
# A two-byte codec finds no character in the closing quote and the blank behind it.
_HOLE: Final = "\ufffd"
_LONGEST: Final = 200
_WORD: Final = re.compile("[A-Za-z]{2,}")
_MIN_WORDS: Final = 4
_LETTERS: Final = (*map(chr, range(0x41, 0x5B)), *map(chr, range(0x61, 0x7B)))
_BETWEEN: Final = rf"(?=[A-Za-z])[\x00-\x7f]{{1,{_LONGEST}}}?(?<=[A-Za-z0-9.,!?])"


@dataclass(frozen=True, slots=True)
class _Quotes:
    """What a wrong codec shows quotes as, by themselves or with the letter behind them; and all characters of that."""

    wrong: str
    pattern: re.Pattern[str]
    shown: frozenset[str]

    def read(self, passage: str) -> str:
        """Return the passage as it was; what was dropped stays so."""
        return "".join(byte_of(char, self.wrong).decode(_RIGHT, "replace") or char for char in passage)


def misread_quotes(text: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield the part of each line, in order, that holds misread quotes, and its reading."""
    for at, line, others in lines_beyond_ascii(text):
        if len(_WORD.findall(line)) >= _MIN_WORDS:
            for start, end, quotes in _in_line(line, others):
                passage = quotes.read(line[start:end])
                yield at + start, at + end, Reading(_RIGHT, quotes.wrong, passage, 0.0)


def lines_beyond_ascii(text: str) -> Iterator[tuple[int, str, frozenset[str]]]:
    """Yield where each line with characters beyond ASCII begins, the line, and these characters.

    >>> [(at, sorted(others)) for at, _, others in lines_beyond_ascii("the bakerÆs" + chr(10) + "oven")]
    [(0, ['Æ'])]
    """
    at = 0
    for line in text.splitlines(keepends=True):
        if not line.isascii():
            yield at, line, frozenset(char for char in set(line) if not char.isascii())
        at += len(line)


def sought_quotes() -> str:
    """Return a pattern of RE2 that every text with misread quotes matches."""
    wrongs = [quotes.wrong for quotes in _every()]
    opened = {seen[0] for wrong in wrongs for mark, _ in _QUOTED for seen in _shown_of(mark, wrong)}
    ended = {seen for wrong in wrongs for own in _ENDINGS.values() for end in own if (seen := _seen("’" + end, wrong))}
    return rf"[a-zI](?:{'|'.join(sorted(ended))})(?:[^A-Za-z]|$)|(?:^|[\s(])[{''.join(sorted(opened))}][A-Za-z]"


def _in_line(line: str, others: frozenset[str]) -> Iterator[tuple[int, int, _Quotes]]:
    for quotes in _every():
        if not others <= quotes.shown:
            continue
        found = list(quotes.pattern.finditer(line))
        if not (found and _is_ascii_but(line, found) and all(_are_words(line, match, quotes) for match in found)):
            continue
        start = line.rfind(" ", 0, found[0].start()) + 1
        end = line.find(" ", found[-1].end())
        yield start, len(line.rstrip()) if end < 0 else end, quotes
        return


def _are_words(line: str, match: re.Match[str], quotes: _Quotes) -> bool:
    """Whether the words at the quotes are common ones of one language without what the wrong codec shows."""
    begin = line.rfind(" ", 0, match.start()) + 1
    words = _WORD.findall(quotes.read(line[begin : match.end()]).partition("’")[0])
    return bool(words) and any(is_common(words[0], one) and is_common(words[-1], one) for one in _LANGUAGES)


def _is_ascii_but(line: str, found: list[re.Match[str]]) -> bool:
    within = sum(not char.isascii() for match in found for char in match[0])
    return within == sum(not char.isascii() for char in line)


@ahead()
def _every() -> tuple[_Quotes, ...]:
    """Return the wrong codecs that change quotes, the most frequent first."""
    wrongs = (wrong for right, wrong in PAIRS if right == _RIGHT)
    told = ((wrong, [seen for mark in "’“„”" for seen in _shown_of(mark, wrong)]) for wrong in wrongs)
    return tuple(_Quotes(wrong, _pattern(wrong), frozenset("".join(seen)) | {_HOLE}) for wrong, seen in told if seen)


def _pattern(wrong: str) -> re.Pattern[str]:
    of_two = wrong in TWO_BYTES
    closed = _HOLE if of_two else ""
    opened = ["".join(_seen(mark + tail, wrong) for tail in _tails(wrong)) for mark, _ in _QUOTED]
    quoted = (
        rf"(?<![^\s(])[{first}]{_BETWEEN}{closed or _seen(last, wrong)}(?!\w)"
        for first, (_, last) in zip(opened, _QUOTED, strict=True)
    )
    # A small letter may be one of the word.
    endings = () if _seen("’", wrong).islower() else _ENDINGS.items()
    every = ((before, _seen("’" + ending, wrong)) for before, own in endings for ending in own)
    return re.compile("|".join((*quoted, *(rf"{before}{seen}(?![^\W_])" for before, seen in every if seen))))


def _tails(wrong: str) -> tuple[str, ...]:
    return _LETTERS if wrong in TWO_BYTES else ("",)


def _seen(text: str, wrong: str) -> str:
    """Return what the wrong codec shows; nothing if it drops bytes."""
    raw = text.encode(_RIGHT)
    seen = raw.decode(wrong, "ignore") if wrong in TWO_BYTES else read_carelessly(raw, wrong) or ""
    return seen if seen != text and put_back(seen, wrong)[0] == raw else ""


def _shown_of(mark: str, wrong: str) -> list[str]:
    """Return what the wrong codec shows a mark as, with each letter behind it if it has two bytes."""
    return [seen for tail in _tails(wrong) if (seen := _seen(mark + tail, wrong))]
