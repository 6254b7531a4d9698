"""Labelled pages with another kind of text where their article stands: its words as verse, a list, talk or a table.

Pages of poems, recipes, statutes or results look like pages of news around their text, and are hardly among those that
are labelled. What a model should learn from these is that what stands where an article stands is one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tests.derive.labelled import CONTENT, Rendered

# A number below the one asked for, the same on every run, for each salt.
Draw = Callable[[str, int], int]

FORMS: Final = 4
# Lines of such a text, at least and at most.
_FEWEST, _MOST = 8, 48
_ENDS: Final = ".,;:!?。，、；：！？…"
_SENTENCES: Final = re.compile(r"(?<=[.!?。！？])\s*")
# Han characters and kana, of which so many are a word.
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_WIDE_WORD: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{1,2}|[^\s\u3040-\u30ff\u4e00-\u9fff]+")


def terse(page: Rendered, form: int) -> Rendered:
    """Return the page with its article as verse, a list, talk or a table (`form` 0 to 3)."""

    def draw(salt: str, below: int) -> int:
        return int(hashlib.sha256(f"{page.doc}{form}{salt}".encode()).hexdigest(), 16) % below

    told = _retold([page.lines[i] for i in page.content], form, draw)
    kept = [i for i, label in enumerate(page.labels) if label != CONTENT]
    above = sum(i < page.content[0] for i in kept)
    rest, size = page.picked(kept, page.share), len(told)
    added = (told, [1, *[0] * (size - 1)], [CONTENT] * size)
    lines, gaps, labels = (
        (*old[:above], *new, *old[above:]) for old, new in zip((rest.lines, rest.gaps, rest.labels), added, strict=True)
    )
    return replace(rest, lines=lines, gaps=gaps, labels=labels)


def _retold(lines: Sequence[str], form: int, draw: Draw) -> list[str]:
    text = "\n".join(lines)
    glue = "" if 4 * len(_WIDE.findall(text)) > len(text) else " "
    words = [line.split() if glue else _WIDE_WORD.findall(line) for line in lines]
    told = [line for line in (_verse, _list, _talk, _table)[form]([w for w in words if w], glue, draw) if line]
    return told[: _FEWEST + draw("lines", _MOST - _FEWEST)]


def _verse(lines: Sequence[Sequence[str]], glue: str, draw: Draw) -> Iterator[str]:
    """Yield lines of some words without marks, with a refrain in half of the texts."""
    words, at, refrain = [word.strip(_ENDS) for line in lines for word in line], 0, ""
    for number in range(_MOST):
        size = 2 + draw(f"size {number}", 7)
        line = glue.join(words[at : at + size])
        at += size
        yield line
        refrain = refrain or line
        if draw("refrain", 2) and number % 4 == 3:
            yield refrain


def _list(lines: Sequence[Sequence[str]], glue: str, draw: Draw) -> Iterator[str]:
    """Yield the first words of lines as items, with marks, numbers or measures before them or none."""
    mark = ("", "- ", "• ", "{}. ", "{}) ", "{} g ", "{} ")[draw("mark", 7)]
    for number, line in enumerate(_cut(lines, 12), 1):
        size = 1 + draw(f"size {number}", 5)
        heading = not draw(f"heading {number}", 8)
        told = glue.join(line[:size]).strip(_ENDS)
        yield told if heading else mark.format(number) + told


def _talk(lines: Sequence[Sequence[str]], glue: str, draw: Draw) -> Iterator[str]:
    """Yield what two say by turns: short sentences behind a name, a time or a dash, or a name on its own line."""
    text = " ".join(glue.join(line) for line in lines)
    names = [word.strip(_ENDS) for word in lines[0][:1]] + ["B"]
    form = draw("turns", 5)
    for number, sentence in enumerate(filter(None, _SENTENCES.split(text))):
        cut = sentence.split() if glue else list(sentence)
        size = 1 + draw(f"size {number}", 12)
        said = sentence if size > len(cut) else glue.join(cut[:size]).strip(_ENDS) + sentence[-1]
        name = names[number % len(names)]
        if form == 3:
            yield name
        before = (f"{name}: ", f"[{10 + number // 60}:{number % 60:02}] {name}: ", "- ", "", "\u201c")[form]
        yield before + said + ("\u201d" if form == 4 else "")


def _table(lines: Sequence[Sequence[str]], glue: str, draw: Draw) -> Iterator[str]:
    """Yield rows of a few words and numbers."""
    columns, between = 1 + draw("columns", 4), ("  ", " ", "\t", " | ")[draw("between", 4)]
    for number, line in enumerate(_cut(lines, 6)):
        name = glue.join(line[: 1 + draw(f"size {number}", 3)]).strip(_ENDS)
        yield between.join([name, *(str(draw(f"{number} {column}", 5000)) for column in range(columns))])


def _cut(lines: Sequence[Sequence[str]], size: int) -> Iterator[Sequence[str]]:
    """Yield the lines in pieces of so many words."""
    for line in lines:
        yield from (line[at : at + size] for at in range(0, len(line), size))
