"""Find the blocks of a document that are wholly in another language than the document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np

from audit.measure.langdetect_door import Answer, ask
from audit.measure.pieces import Pieces
from audit.measure.shape import Shape
from audit.measure.tongue import AMONG, NO_LANGUAGE, UNDETERMINED, cut, japanese_forms, variant
from audit.text.classes import Points

# A name, a brand or a web address is no foreign block: so much must be said in the other language.
_MIN_WORTH: Final = 50.0
_MIN_WORDS: Final = 8
# A paragraph of Chinese with more Latin names than Chinese words is still one: a foreign block is wholly foreign.
_MIN_PURITY: Final = 0.9
# langdetect costs milliseconds: no more blocks of one document are shown to it, those that depart most.
_MAX_ASKED: Final = 8
_MIN_PROBABILITY: Final = 0.95
# Blocks of one language share half of their words, most of them little ones; of two languages a tenth.
_MAX_SHARED: Final = 0.3
_WORD: Final = re.compile(r"[^\W\d_]+")
# Characters of one Han variant only that must stand in a block, and their share, before it is called the other variant.
_MIN_DECIDING: Final = 8
_MIN_DECIDED: Final = 0.8
# Japanese lists of places and names have no kana; with fewer characters of JIS X 0208 than that it is Chinese.
_JAPANESE_FORMS: Final = 0.93
# Written nearly alike: a short block cannot tell them apart.
_ALIKE: Final = (frozenset({"da", "no"}), frozenset({"cs", "sk"}), frozenset({"hr", "sl"}), frozenset({"bg", "mk"}))


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document: its place, text and family; what its letters are worth, all and those of the family."""

    start: int
    text: str
    points: Points
    family: str
    letters: int
    worth: float
    pure: float

    @property
    def end(self) -> int:
        """Return one past its last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A block in another language than its document."""

    block: Block
    tag: str


def foreign(text: str, points: Points, found: Pieces, tag: str) -> tuple[Foreign, ...]:
    """Return the blocks in another language than `tag`, in order."""
    if tag in {UNDETERMINED, NO_LANGUAGE}:
        return ()
    own = next((script for script, tags in AMONG.items() if tag in tags), tag.partition("-")[0])
    large = _large(text, points, found)
    others = _of_other_script([block for block in large if block.family != own], tag)
    same = [block for block in large if block.family == own]
    if tag.startswith("zh"):
        others += _of_other_variant(same, tag)
    elif own in AMONG and len(same) > 1:
        others += _of_same_script(same, tag)
    return tuple(sorted(others, key=lambda other: other.block.start))


def _large(text: str, points: Points, found: Pieces) -> list[Block]:
    """Return the blocks that say enough to have a language of their own."""
    worths = found.worths.sum(axis=1)
    pure = {what: found.of(what) for what in set(found.families)}
    blocks: list[Block] = []
    for row in np.flatnonzero(worths >= _MIN_WORTH).tolist():
        start, end, family = int(found.starts[row]), int(found.ends[row]), found.families[row]
        sizes = int(found.letters[row]), float(worths[row]), float(pure[family][row])
        blocks.append(Block(start, text[start:end], points[start:end], family, *sizes))
    return blocks


def _of_other_script(blocks: list[Block], tag: str) -> list[Foreign]:
    """Return the blocks wholly in another script; the first of those with several languages are shown to langdetect."""
    wholly = [block for block in blocks if block.pure >= _MIN_PURITY * block.worth and _is_said(block, tag)]
    asked = [block for block in wholly if block.family in AMONG][:_MAX_ASKED]
    return [
        Foreign(block, _tag(block) if block in asked or block.family not in AMONG else _unasked(block))
        for block in wholly
    ]


def _is_said(block: Block, tag: str) -> bool:
    if tag == "ja":
        return japanese_forms(block.points) <= _JAPANESE_FORMS
    if block.family in AMONG:
        return len(block.text.split()) >= _MIN_WORDS and not Shape.of(block.text).is_written_by_machines
    return True


def _tag(block: Block) -> str:
    if block.family in AMONG:
        answer = ask(cut(block.points, block.family), AMONG[block.family])
        return answer.language if answer else _unasked(block)
    if block.family == "zh":
        hans, hant = variant(block.points)
        return "zh-Hant" if hant > hans else "zh-Hans"
    return block.family


def _unasked(block: Block) -> str:
    return f"{UNDETERMINED}-{block.family}"


def _of_other_variant(blocks: list[Block], tag: str) -> list[Foreign]:
    found: list[Foreign] = []
    for block in blocks:
        hans, hant = variant(block.points)
        other, count = ("zh-Hans", hans) if tag == "zh-Hant" else ("zh-Hant", hant)
        if hans + hant >= _MIN_DECIDING and count >= _MIN_DECIDED * (hans + hant):
            found.append(Foreign(block, other))
    return found


def _of_same_script(blocks: list[Block], tag: str) -> list[Foreign]:
    """Return those of the blocks with the strangest words that langdetect, too, calls another language."""
    words = [Counter(_WORD.findall(block.text.casefold())) for block in blocks]
    whole: Counter[str] = Counter()
    for own in words:
        whole.update(own)
    strange = sorted((_shared(own, whole), number) for number, own in enumerate(words))[:_MAX_ASKED]
    found: list[Foreign] = []
    for block in (blocks[number] for shared, number in strange if shared <= _MAX_SHARED):
        answer = ask(cut(block.points, block.family), AMONG[block.family])
        if answer and _is_other(answer, tag):
            found.append(Foreign(block, answer.language))
    return found


def _shared(own: Counter[str], whole: Counter[str]) -> float:
    """Return the share of a block's words that the other blocks have too: one language shares its little words."""
    return sum(count for word, count in own.items() if whole[word] > count) / max(1, own.total())


def _is_other(answer: Answer, tag: str) -> bool:
    if answer.language == tag or answer.probability < _MIN_PROBABILITY:
        return False
    return not any({answer.language, tag} <= group for group in _ALIKE)
