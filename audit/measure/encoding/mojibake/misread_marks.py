"""Signs of UTF-8 read in another codec where they are the only damage: `donΓÇÖt`, `isn鈥檛`, `ֲ£80`.

A sign of three bytes is a sequence that no text has by chance. One of two bytes counts where the sign stands in text
and nothing else of its line is beyond ASCII, as does every sign that a two-byte codec shows as hanzi or hangul.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, zip_longest
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.kernels.derived import ahead
from audit.measure.encoding.mojibake.codec_pairs import PAIRS, TWO_BYTES, read_carelessly
from audit.measure.encoding.mojibake.misread_quotes import lines_beyond_ascii, sought_quotes
from audit.measure.encoding.mojibake.reading import Reading

# What UTF-8 is nearly always misread in: Windows-1252, or Latin-1, which it includes.
MOST_COMMON: Final = "cp1252"
_UTF8: Final = "utf-8"
_OF_THREE: Final = "‘’‚“”„–—…•‹›€™→−″"
# Signs of two bytes, and where each stands in text.
_PLACED: Final = (
    ("£¥", r"(?<![^\s(]){}(?=[0-9])"),
    ("©", r"(?<![^\s(]){}(?=\s?(?:[0-9]{{4}}|[A-Z]|the\b))"),
    ("®", r"(?<=[A-Za-z]){}(?![A-Za-z])"),
    ("°", r"(?<=[0-9]){}(?=[CFNESW]?(?:[\s,.;:)]|$))"),
    ("«", r"(?<!\S){}(?=\s?[A-Za-z])"),
    ("»", r"(?<=[a-z.!?\s]){}(?![A-Za-z])"),
    ("¿¡", r"(?<!\S){}(?=[A-Za-z])"),
    # Not behind a number: the first letter is a unit in Cyrillic, as in 220В 50Hz.
    ("\xa0", r"(?<=[A-Za-z,.:;]){}(?=[A-Za-z0-9])"),
)
_IN_TEXT: Final = r"(?:(?<=[A-Za-z,.!]){0}|{0}(?=[A-Za-z]))"
# A space that breaks no line became a blank, as it often does; the letter before it stayed.
_OF_BLANK: Final = "Â"
_BEFORE_BLANK: Final = r"(?<=[a-z,.:;!?]){}(?= [a-z])"
# What programs put where a two-byte codec drops a byte.
_HOLE: Final = "\ufffd"
_ASKED: Final = "?"
_MIN_WORDS: Final = 3
# Characters that stand for a sign each are hanzi and hangul, which a text may quote.
_MIN_ALONE: Final = 2
_WORD: Final = re.compile("[A-Za-z]{2,}")
# Not beside letters of the wrong codec's own language.
_APART: Final = r"(?<![^\x00-\x7f\W])(?:{})+(?![^\x00-\x7f\W])"
_TAILS: Final = ("", *map(chr, range(0x41, 0x5B)), *map(chr, range(0x61, 0x7B)))


Matches = Sequence[re.Match[str]]


# Without slots: the patterns are compiled at their first use, which few codecs have.
@dataclass(frozen=True)
class _Shown:
    """What a wrong codec shows signs as: what is proof by itself, and what counts in its place; each with its sign.

    `firsts` are the first characters beyond ASCII of what it shows, one of which stands in each line with signs.
    """

    wrong: str
    proofs: dict[str, str]
    places: dict[str, tuple[str, str]]
    firsts: frozenset[str]

    @cached_property
    def proof(self) -> re.Pattern[str]:
        """What is proof by itself."""
        return re.compile(_APART.format(_either(self.proofs)))

    @cached_property
    def placed(self) -> re.Pattern[str]:
        """What counts in its place."""
        every = (place.format(re.escape(seen)) for seen, (_, place) in self.places.items())
        return re.compile("|".join(every) or r"(?!)")

    @cached_property
    def signs(self) -> dict[str, str]:
        """The sign of each."""
        return self.proofs | {seen: sign for seen, (sign, _) in self.places.items()}

    def sign(self, match: re.Match[str]) -> str:
        """Return the signs, one or more, that were misread as what was found."""
        return "".join(self.signs[one] for one in self._any.findall(match[0]))

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(_either(self.signs))


def may_be_misread(texts: pa.ChunkedArray | pa.LargeStringArray) -> npt.NDArray[np.bool_]:
    """Return which texts may hold misread signs or quotes."""
    found = pc.match_substring_regex(texts, _sought())
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)


def misread_marks(text: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield the part of each line, in order, that holds misread signs, and its reading."""
    for at, line, others in lines_beyond_ascii(text):
        yield from ((at + start, at + end, reading) for start, end, reading in _in_line(line, others))


def _in_line(line: str, others: frozenset[str]) -> Iterator[tuple[int, int, Reading]]:
    for shown in _every():
        if others.isdisjoint(shown.firsts):
            continue
        proofs, placed = list(shown.proof.finditer(line)), list(shown.placed.finditer(line))
        if not (proofs or placed) or not _is_damage(line, shown, proofs, placed):
            continue
        every = sorted((*proofs, *placed), key=re.Match.start)
        start = line.rfind(" ", 0, every[0].start()) + 1
        end = line.find(" ", every[-1].end())
        end = len(line.rstrip()) if end < 0 else end
        edges = [start, *chain.from_iterable(match.span() for match in every), end]
        between = (line[one:later] for one, later in zip(edges[::2], edges[1::2], strict=True))
        read = chain.from_iterable(zip_longest(between, map(shown.sign, every), fillvalue=""))
        yield start, end, Reading(_UTF8, shown.wrong, "".join(read), 0.0)
        return


def _is_damage(line: str, shown: _Shown, proofs: Matches, placed: Matches) -> bool:
    if any(_HOLE not in match[0] and (shown.wrong in TWO_BYTES or not match[0].isalpha()) for match in proofs):
        return True
    rest = shown.placed.sub(" ", shown.proof.sub(" ", line)).replace(_HOLE, "")
    if not rest.isascii():
        return False
    alone = 1 if shown.wrong in TWO_BYTES else 0
    is_weak = not proofs and all(len(match[0]) == alone or match[0].endswith(_ASKED) for match in placed)
    return not is_weak or (len(placed) >= _MIN_ALONE and len(_WORD.findall(rest)) >= _MIN_WORDS)


@ahead()
def _every() -> tuple[_Shown, ...]:
    """Return the wrong codecs, the most frequent first."""
    return tuple(_shown(wrong) for right, wrong in PAIRS if right == _UTF8)


def _shown(wrong: str) -> _Shown:
    of_three = {seen: sign for mark in _OF_THREE for seen, sign in _seen(mark, wrong)}
    of_two = {seen: (mark, place) for marks, place in _PLACED for mark in marks for seen, _ in _seen(mark, wrong)[:1]}
    of_two |= {
        seen.replace(_HOLE, _ASKED): (sign, _IN_TEXT)
        for seen, sign in of_three.items()
        if seen.endswith(_HOLE) and not seen.startswith(_HOLE)
    }
    of_two |= {_OF_BLANK: ("", _BEFORE_BLANK)} if wrong == MOST_COMMON else {}
    firsts = (next(char for char in seen if not char.isascii()) for seen in (*of_three, *of_two))
    return _Shown(wrong, of_three, of_two, frozenset(firsts))


def _seen(mark: str, wrong: str) -> list[tuple[str, str]]:
    """Return what the wrong codec shows a sign as: a two-byte one together with a letter behind it."""
    if wrong not in TWO_BYTES:
        raw = mark.encode()
        # Latin-1 shows control characters for the signs of the Windows codec.
        alone = (read_carelessly(raw, wrong), raw.decode("latin-1") if wrong == MOST_COMMON else None)
        return [(seen, mark) for seen in alone if seen]
    every = ((tail, (mark + tail).encode().decode(wrong, "replace")) for tail in _TAILS)
    found = [(seen, mark + tail) for tail, seen in every if not tail or not seen.endswith(tail)]
    return [(seen, sign) for seen, sign in found if not seen.replace(_HOLE, "").isascii()]


def _either(every: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(every, key=len, reverse=True))) or "(?!)"


@cache
def _sought() -> str:
    """Return a pattern of RE2 for what any codec shows a sign as; hanzi and hangul alone only beside ASCII."""
    every = {seen for shown in _every() for seen in shown.signs}
    found = [re.escape(seen) for seen in sorted(every) if len(seen) > 1]
    alone = re.escape("".join(sorted(seen for seen in every if len(seen) == 1)))
    return rf"{'|'.join(found)}|{sought_quotes()}|(?:^|[\x00-\x7f])[{alone}][\x00-\x7f]"
