"""Pages served in place of an article: errors, bot checks, login forms, empty lists, lists of articles.

A wall is short, one of its sentences identifies it, and nearly all others belong to it; articles about such pages say
more. No line of a wall is content, even if it is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from audit.kernels.derived import derived
from audit.parser.blocks.context.mentions import laid_out, mentions
from audit.parser.blocks.strings import strings
from audit.parser.blocks.whole.article_lists import indexed
from audit.parser.tables import walls as tables
from audit.parser.tables.line_cues import CUES, FURNITURE, LABELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Rows

    Flags = NDArray[np.bool_]

# Maximum lines and letters (without menu labels) and characters of a wall. (Cloudflare's longest: 14 lines, 700.)
_MOST_LINES, _MOST_LETTERS, _MOST_CHARS = 40, 1500, 8000
# Number of first sentences, at line starts, one of which identifies a wall; and maximum number of kinds: a list of
# server or program messages is none.
_FIRST, _MOST_KINDS, _MOST_NUMBERS = 6, 3, 2
# Minimum percentages of letters in identifying sentences, and in these or belonging ones; maximum percentage in others
# longer than a button; and maximum letters of a button, without full stop.
_TOLD, _BESIDE, _FOREIGN, _BUTTON = 8, 55, 15, 24
# In a text of one sentence, the share of it that must identify the wall.
_ALONE: Final = 60
_SENTENCES: Final = re.compile(r"(?<=\w\w[.!?…])\s+|(?<=[。！？])|\s[|•·]\s")
_STOPS: Final = ".!?。！？"
_NUMBERS: Final = re.compile(r"\b[45]\d\d\b")
_APOSTROPHES: Final = "’‘ʼ"
# The first kana and Han code point.
_WIDE: Final = "\u3041"
_NOTICES: Final = tuple(i for i in FURNITURE if CUES[i].anywhere)
NO_WALL: Final = -1
# Kinds of words that make a sentence one of a wall where it has all of them; maximum letters of a line that is asked,
# and of a sentence that is all there is, unless it is about scripts.
_SCRIPTED: Final = ("script", "enabling")
_MADE_OF: Final = {
    ("page", "missing"): "error page",
    ("page", "forbidden"): "refused access",
    _SCRIPTED: "asks for scripts or cookies",
    ("page", "viewing", "account"): "asks to log in",
    ("article", "viewing", "account"): "asks to log in",
    ("article", "only", "subscribers"): "for subscribers only",
    ("article", "free", "month", "used"): "for subscribers only",
    ("site", "upkeep"): "out of service",
    ("checking", "you", "human"): "check for robots",
}
# Words that other sentences of such a page have (when to return, to subscribe), and those that other lines have.
_NEAR, _PAGES = "beside", ("page", "site")
_GROUPS: Final = (*dict.fromkeys(group for groups in _MADE_OF for group in groups), _NEAR)
_LINE, _BRIEF = 120, 48


def walled(rows: Rows) -> NDArray[np.int8]:
    """Return for each block the wall its document is (index into tables.walls.labels), or NO_WALL."""
    found = np.full(len(rows.cue), NO_WALL, np.int8)
    documents = rows.documents
    labels, notices = rows.with_cue(LABELS), rows.with_cue(_NOTICES) | (rows["notice"] >= 0)
    small = documents.total(~labels) <= _MOST_LINES
    small &= documents.total(rows.letters * ~labels) <= _MOST_LETTERS
    small &= documents.total(rows["chars"].astype(np.int64)) <= _MOST_CHARS
    composed, near = _composed(rows, small)
    small &= documents.any(composed | rows.naming(tables.words(), small))
    firsts = np.unique(documents.first[small])
    lasts = documents.last[firsts]
    for first, last, lines in zip(firsts.tolist(), lasts.tolist(), rows.stretches(firsts, lasts), strict=True):
        here = slice(first, last)
        # What identifies a wall opens one of its lines: most texts with such a word say nothing of the kind there.
        if composed[here].any() or any(tables.saying().match(said) for line in lines for said in _cut(line, 1)[:1]):
            flags = (flag[here].tolist() for flag in (labels, notices | near, composed))
            sentences = list(_sentences(list(zip(lines, *flags, strict=True))))
            found[here] = _wall(sentences, {number for line in lines for number in _NUMBERS.findall(line)})
    found[rows.once(indexed)] = tables.labels().index(tables.INDEX)
    return found


def _composed(rows: Rows, small: Flags) -> tuple[Flags, Flags]:
    """Return which short lines of `small` documents have all kinds of words of a wall, and which are beside such."""
    found, near = np.zeros(len(small), np.bool_), np.zeros(len(small), np.bool_)
    here = np.flatnonzero(small & (rows["weight"] <= _LINE))
    held = mentions(strings(rows.picked(here)), _tables())
    for groups in _MADE_OF:
        wanted = np.uint64(sum(1 << _GROUPS.index(group) for group in groups))
        found[here[held & wanted == wanted]] = True
    near[here] = held & np.uint64(1 << _GROUPS.index(_NEAR)) > 0
    others = sum(1 << _GROUPS.index(group) for group in _PAGES)
    near[here] |= ~found[here] & (held & np.uint64(others) > 0)
    return found, near & rows.documents.any(found)


def _made_of(sentence: str, *, is_long: bool) -> int:
    """Return the wall of which a sentence has all kinds of words, or NO_WALL."""
    for groups, kind in _MADE_OF.items():
        if is_long and groups != _SCRIPTED:
            continue
        if all(any(word in sentence for word in tables.words_of(group)) for group in groups):
            return tables.labels().index(kind)
    return NO_WALL


@derived
def _tables() -> dict[str, NDArray[Any]]:
    return laid_out([tables.words_of(group) for group in _GROUPS])


class _Sentence(NamedTuple):
    """A sentence: its weight, the wall it identifies or NO_WALL, and other flags."""

    size: int
    wall: int
    opens_line: bool
    is_label: bool
    is_beside: bool
    is_foreign: bool


def _sentences(lines: list[tuple[str, bool, bool, bool]]) -> Iterator[_Sentence]:
    cut = [
        (sentence, place == 0, labelled, notice, composed)
        for line, labelled, notice, composed in lines
        for place, sentence in enumerate(_cut(line))
    ]
    for sentence, opens_line, labelled, notice, composed in cut:
        size, said = _letters(sentence), tables.saying().match(sentence)
        if said is not None and len(cut) == 1 and 100 * _letters(said.group()) < _ALONE * size:
            said = None
        is_long = len(cut) == 1 and size > _BRIEF
        made = _made_of(sentence, is_long=is_long) if composed and said is None else NO_WALL
        wall = int(str(said.lastgroup)[1:]) if said is not None else made
        # What says more than a label is a sentence.
        label = labelled and made == NO_WALL and (wall == NO_WALL or sentence[-1] not in _STOPS)
        is_beside = not label and wall == NO_WALL and (notice or tables.beside().match(sentence) is not None)
        is_foreign = wall == NO_WALL and not (label or is_beside) and (size > _BUTTON or sentence[-1] in _STOPS)
        yield _Sentence(size, wall, opens_line, label, is_beside, is_foreign)


def _cut(line: str, most: int = 0) -> list[str]:
    """Return the sentences of a line, cut `most` times if that is given; an apology or exclamation is of the next."""
    for mark in _APOSTROPHES:
        line = line.replace(mark, "'")
    line = line.strip()
    before = tables.before().match(line)
    first = before.end() if before is not None else 0
    head, *others = _SENTENCES.split(line[first:], most)
    return [said for said in (line[:first] + head, *others) if said]


def _wall(sentences: list[_Sentence], numbers: set[str]) -> int:
    """Return the number of the wall a text is, by its sentences and status codes; or NO_WALL."""
    own = [each for each in sentences if not each.is_label]
    named = [each.wall for each in sentences if each.wall != NO_WALL]
    first = [each.wall for each in own[:_FIRST] if each.wall != NO_WALL and each.opens_line]
    if not first or len(set(named)) > _MOST_KINDS or len(numbers) > _MOST_NUMBERS:
        return NO_WALL
    told = sum(each.size for each in sentences if each.wall != NO_WALL)
    beside = sum(each.size for each in own if each.is_beside)
    foreign = sum(each.size for each in own if each.is_foreign)
    letters = told + sum(each.size for each in own if each.wall == NO_WALL)
    enough = 100 * told >= _TOLD * letters and 100 * (told + beside) >= _BESIDE * letters
    return first[0] if enough and 100 * foreign <= _FOREIGN * letters else NO_WALL


def _letters(text: str) -> int:
    """Return the weight of a text in letters: those of unspaced scripts count twice."""
    return sum(1 + (char >= _WIDE) for char in text if char.isalpha())
