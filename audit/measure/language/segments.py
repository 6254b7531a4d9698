"""The pieces of a batch that may have a language of their own: lines of blocks, with their composition.

The speakers' names before the messages of chat logs are in no language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from audit.kernels.text.tally import tally
from audit.measure.language.character_kinds import HANS_KINDS, WIDTH, Counts, by_script, kinds, traits
from audit.measure.language.kana_in_chinese import without_kana_in_chinese
from audit.measure.language.not_language import LONG_TOKEN, is_machine_text
from audit.measure.language.spans import Mask, Offsets, Spans, Texts, lines
from audit.text.classes import Points, text_of
from audit.text.invisible import never_text
from audit.text.languages import ONE_LANGUAGE
from audit.text.scripts import SCRIPT, SCRIPTS

Worths = npt.NDArray[np.float64]
Letters = npt.NDArray[np.int64]

# Weights of letters relative to Latin: a Chinese word has 1.6 characters, a Korean one 2.5 syllables, an English one
# 4.7 letters; and Latin words occur in every script's technical text, hardly ever the reverse.
_WORTH: Final = {"Hani": 3.0, "Hang": 2.5, "Hira": 2.0, "Kana": 2.0, "Bopo": 1.0, "Thai": 1.2, "Latn": 1.0}
_WORTH_OTHER: Final = 1.5
WORTH: Final = np.array([0.0, 0.0, *(_WORTH.get(name, _WORTH_OTHER) for name in SCRIPTS[2:])])
# The family of a script: its language, or the script itself if it has several.
_FAMILY_OF: Final = tuple(ONE_LANGUAGE.get(name, name) for name in SCRIPTS)
FAMILIES: Final = tuple(sorted(set(_FAMILY_OF[2:])))
FAMILY: Final = {name: number for number, name in enumerate(FAMILIES)}
_SCRIPTS_OF: Final = tuple(
    np.array([n for n, name in enumerate(_FAMILY_OF) if name == family], dtype=np.int64) for family in FAMILIES
)
_FIRST_SCRIPTS: Final = np.array([numbers[0] for numbers in _SCRIPTS_OF])
_SEVERAL_SCRIPTS: Final = tuple(family for family, numbers in enumerate(_SCRIPTS_OF) if len(numbers) > 1)
_HANI, _HIRA, _KANA, _HANG = SCRIPT["Hani"], SCRIPT["Hira"], SCRIPT["Kana"], SCRIPT["Hang"]
_CJK: Final = [_HANI, _HIRA, _KANA]
# Japanese sentences have 30 to 50 % hiragana, Chinese ones at most an ornamental の. Headlines may have katakana only,
# but so do Chinese sentences that name a Japanese book or band.
_MIN_HIRAGANA: Final = 0.1
_MIN_KANA: Final = 0.34
# Laws and old news in Korean write most nouns in Han, none of it simplified, and have 40 % Hangul; Chinese with a
# Korean name in brackets has a third.
_MIN_HANGUL: Final = 0.38
_SIDES: Final[tuple[Literal["left"], Literal["right"]]] = ("left", "right")
_NEWLINE: Final = ord("\n")
_BEGINNINGS: Final = tuple(map(ord, " 0123456789[(<"))
_TIME: Final = r"\d\d?:\d\d(?::\d\d)?(?: ?[APap]\.?[Mm]\.?)?"
# IRC clients write a nickname in angle brackets, after a time or alone; exports of messengers write day, time and name.
# Logs of programs write the year first.
_SPEAKER: Final = re.compile(
    rf" *(?:(?:[\[(]?{_TIME}[\])]?[ \t]*)?<[ @+%&~]?[^\s<>/=\"]{{1,32}}>"
    rf"|[\[(]{_TIME}[\])] [^:\n<>/=\"]{{1,32}}:"
    rf"|[\[(]?\d\d?[./]\d\d?[./]\d{{2,4}},? {_TIME}[\])]?(?: [-–])? [^:\n]{{1,32}}:)[ \t]+(?=\S)"
)
_READ: Final = 80
_FEWEST: Final = 2
_MIN_SPOKEN: Final = 0.5


@dataclass(frozen=True)
class Pieces:
    """Stretches in order: document, span and position in the batch, and composition.

    `counts` are code points by kind (audit.measure.language.character_kinds), `long` those in tokens longer than any
    word.
    """

    owner: Offsets
    span: Offsets
    starts: Offsets
    ends: Offsets
    counts: Counts
    long: npt.NDArray[np.int32]

    @cached_property
    def scripts(self) -> Letters:
        """Return the letters of each of SCRIPTS."""
        return by_script(self.counts)

    @cached_property
    def letters(self) -> Letters:
        """Return the number of letters."""
        made: Letters = self.scripts.sum(axis=1)
        return made

    @cached_property
    def worths(self) -> Worths:
        """Return the weight of each family in Latin letters; Han counts as Japanese or Korean beside these."""
        made: Worths = self.scripts[:, _FIRST_SCRIPTS] * WORTH[_FIRST_SCRIPTS]
        for family in _SEVERAL_SCRIPTS:
            made[:, family] = self._worth(_SCRIPTS_OF[family])
        made[:, FAMILY["ja"]] = np.where(self._japanese, self._worth(_CJK), self._worth([_HIRA, _KANA]))
        made[:, FAMILY["ko"]] += np.where(self._korean, self._worth([_HANI]), 0)
        made[:, FAMILY["zh"]] -= np.where(self._japanese | self._korean, self._worth([_HANI]), 0)
        return made

    def _worth(self, numbers: list[int] | Offsets) -> Worths:
        made: Worths = (self.scripts[:, numbers] * WORTH[numbers]).sum(axis=1)
        return made

    @cached_property
    def _japanese(self) -> Mask:
        cjk = self.scripts[:, _CJK].sum(axis=1)
        hiragana, kana = self.scripts[:, _HIRA], cjk - self.scripts[:, _HANI]
        made: Mask = (hiragana > _MIN_HIRAGANA * cjk) | (kana > _MIN_KANA * cjk)
        return made

    @cached_property
    def _korean(self) -> Mask:
        hangul, han = self.scripts[:, _HANG], self.scripts[:, _HANI]
        simplified = self.counts[:, HANS_KINDS].sum(axis=1)
        made: Mask = (hangul > _MIN_HANGUL * (hangul + han)) & (simplified == 0) & ~self._japanese
        return made

    @cached_property
    def families(self) -> Letters:
        """Return the family of each piece; some kana in Chinese does not change it."""
        worths = self.worths.copy()
        worths[:, FAMILY["zh"]] += np.where(self._japanese, 0, worths[:, FAMILY["ja"]])
        worths[:, FAMILY["ja"]] = np.where(self._japanese, worths[:, FAMILY["ja"]], 0)
        made: Letters = worths.argmax(axis=1)
        return made

    @cached_property
    def by_machines(self) -> Mask:
        """Return whether a piece is code, records, numbers or encoded bytes."""
        return is_machine_text(self.counts, self.long)

    def joined(self, firsts: Offsets) -> Pieces:
        """Return the pieces merged in groups, each starting at one of `firsts`, ascending from 0.

        The pieces themselves, with cached values, if each is a group.
        """
        if len(firsts) in (0, len(self.owner)):
            return self
        lasts = np.append(firsts[1:], len(self.owner)) - 1
        return Pieces(
            self.owner[firsts],
            self.span[firsts],
            self.starts[firsts],
            self.ends[lasts],
            np.add.reduceat(self.counts, firsts, axis=0, dtype=np.int32),
            np.add.reduceat(self.long, firsts, dtype=np.int32),
        )

    def only(self, which: Mask) -> Pieces:
        """Return a selection; the pieces themselves, with cached values, if it is all."""
        if which.all():
            return self
        return Pieces(*(getattr(self, name)[which] for name in self.__dataclass_fields__))


def pieces_of(texts: Texts, spans: Spans) -> Pieces:
    """Return the lines of the spans with visible characters, those of chat without their speakers."""
    span, starts, ends = lines(texts, spans)
    starts = said_from(texts.points, spans.owner[span], starts, ends)
    counts = np.zeros((len(starts), WIDTH), dtype=np.int32)
    long = np.zeros(len(starts), dtype=np.int32)
    tally(texts.points, starts, ends, kinds(), traits(), LONG_TOKEN, counts.reshape(-1), long)
    counts = without_kana_in_chinese(texts.points, starts, ends, counts)
    made = Pieces(spans.owner[span], span, starts, ends, counts, long)
    visible: Mask = counts[:, :-1].sum(axis=1) > 0
    return made.only(visible)


def firsts(numbers: Offsets) -> Offsets:
    """Return the starts of runs of equal numbers."""
    return np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1]))) if len(numbers) else numbers


def beginning(points: Points, content: Pieces, document: int, most: int) -> str:
    """Return about the first `most` code points of a document's judged pieces, as of several by `beginnings`."""
    return beginnings(points, content, [document], most)[0]


def beginnings(points: Points, content: Pieces, documents: Sequence[int], most: int) -> list[str]:
    """Return about the first `most` code points of each document's judged pieces.

    They are joined line by line, without invisible ones.
    """
    first, last = (np.searchsorted(content.owner, documents, side) for side in _SIDES)
    rows = _ranges(first, last)
    sizes = content.ends[rows] - content.starts[rows]
    read = np.concatenate(([0], np.cumsum(sizes)))
    edges = np.concatenate(([0], np.cumsum(last - first)))
    begun = read[:-1] - np.repeat(read[edges[:-1]], last - first) < most
    starts = content.starts[rows[begun]]
    stops = starts + np.minimum(sizes[begun], most)
    # Behind each line is its end, or whatever a line end replaces.
    line_ends = np.cumsum(stops + 1 - starts) - 1
    found = points[np.minimum(_ranges(starts, stops + 1), len(points) - 1)]
    seen = ~never_text()[found]
    found[line_ends], seen[line_ends] = _NEWLINE, True
    text, ends = text_of(found[seen]), np.append(0, np.cumsum(seen)[line_ends])
    bounds = ends[np.concatenate(([0], np.cumsum(begun)))[edges]].tolist()
    return [text[start : max(start, end - 1)] for start, end in pairwise(bounds)]


def _ranges(starts: Offsets, ends: Offsets) -> Offsets:
    """Return the numbers from each start to its end, concatenated."""
    sizes = ends - starts
    made: Offsets = np.arange(sizes.sum()) + np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    return made


def said_from(points: Points, owner: Offsets, starts: Offsets, ends: Offsets) -> Offsets:
    """Return where the lines of each document start without their speakers, where most of its lines have one."""
    candidates = starts < ends
    candidates[candidates] = np.isin(points[starts[candidates]], _BEGINNINGS)
    names = np.zeros(len(starts), dtype=np.int64)
    for row in np.flatnonzero(candidates).tolist():
        start = int(starts[row])
        line = text_of(points[start : min(int(ends[row]), start + _READ)])
        found = _SPEAKER.match(line)
        names[row] = found.end() if found else 0
    if not names.any():
        return starts
    spoken, lines = (np.bincount(owner, which) for which in (names > 0, ends > starts))
    is_chat = (spoken >= _FEWEST) & (spoken >= _MIN_SPOKEN * lines)
    return starts + np.where(is_chat[owner], names, 0)
