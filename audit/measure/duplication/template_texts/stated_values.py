"""What a page states of a thing under labels, such as its price: pages from one form state other things."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from audit.measure.duplication.template_texts.answers import NUMBERED, OWNED, VARIED
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

# Lists such as "Colour: red | Size: M", and rows of tables.
_CELLS: Final = re.compile(r"[|\t\u3000;；]| {3,}")
_MARKS: Final = re.compile(r"[*_#>]+|^\s*[-•·]\s")
# A label is up to four words without a digit; an address has slashes behind its colon.
_LABELLED: Final = re.compile(r"\W*([^\W\d_][^\d:：,，。.!?？]{0,39}?)\s*[:：]\s*(?!//)(\S.{0,79})")
# In scripts without spaces one may stand between a label and its value.
_SPACED: Final = re.compile(r"([^\W\da-z]{1,8}) (\S{1,40})")
_UNSPACED: Final = "\u2e80"
_MOST_WORDS: Final = 4
# Maximum characters of a label with its value: what is longer is a sentence.
_LONGEST_CELL: Final = 120
_LONGEST_LINE: Final = 4 * _LONGEST_CELL
_FIGURES: Final = re.compile(r"\d+")
# Values with this share of equal letters are misread ones.
_NEARLY: Final = 0.6
# Different values of one label, in copies of one text, from which it is filled in.
LEAST_VALUES: Final = 3
_OF_THINGS: Final = frozenset((*NUMBERED, *VARIED, OWNED[0]))
# Labels with other values in two pages; of those that things have one is enough.
_LEAST_LABELS: Final = 2


def stated_values(text: str) -> dict[str, str]:
    r"""Return the first value of each label of a page, both case-folded; labels of what is around an article excluded.

    >>> stated_values("Lot 12: a chair\nColour: Red | Size: M\nBy: Ada Finch")
    {'lot': '12: a chair', 'colour': 'red', 'size': 'm'}
    """
    is_head = True
    found: dict[str, str] = {}
    for line in text.casefold().split("\n"):
        # Below the first sentences a copyright line is the site's.
        if is_head and (owner := _owner().match(line)):
            found.setdefault(OWNED[0], owner[1])
        is_head &= len(line) <= _LONGEST_CELL
        if len(line) <= _LONGEST_LINE:
            cells = [_MARKS.sub("", cell).strip() for cell in _CELLS.split(line) if len(cell) <= _LONGEST_CELL]
            for label, value in _of_cells([cell for cell in cells if cell]):
                found.setdefault(label, value)
    return found


def _of_cells(cells: list[str]) -> Iterator[tuple[str, str]]:
    pairs = [pair for cell in cells if (pair := _of_cell(cell))]
    if not pairs and len(cells) == len(("label", "value")):
        pairs = [pair for pair in [_of_cell(": ".join(cells))] if pair]
    yield from pairs


def _of_cell(cell: str) -> tuple[str, str] | None:
    if len(cell) > _LONGEST_CELL:
        return None
    found = _of_thing().match(cell) or _LABELLED.match(cell)
    found = found or (_SPACED.fullmatch(cell) if cell[:1] >= _UNSPACED else None)
    label = found[1].strip() if found else ""
    if not found or len(label.split()) > _MOST_WORDS or label in _around():
        return None
    return label, found[2].strip()


@lru_cache(maxsize=1)
def _of_thing() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, NUMBERED + VARIED), key=len, reverse=True))
    return re.compile(rf"\W*({labels})(?:[\s.:：№-]\s*|(?=\d))(\S.*)")


@lru_cache(maxsize=1)
def _owner() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(OWNED)})\b\W*(\w.{{0,79}})")


@lru_cache(maxsize=1)
def _around() -> frozenset[str]:
    return frozenset(phrases("article_labels", "around"))


def filled_in(pages: Iterable[Mapping[str, str]]) -> set[str]:
    """Return the labels under which pages with one text state three different things or more."""
    values: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for label, value in page.items():
            values[label].add(value)
    return {label for label, found in values.items() if len(found) >= LEAST_VALUES}


def state_other_things(one: Mapping[str, str], other: Mapping[str, str], forms: Collection[str]) -> bool:
    """Return whether two pages have other values under half of their common labels that count.

    Those are labels of a thing's number, price or the like, of which one is enough, and `forms`, of which it takes two.
    """
    both = [label for label in one.keys() & other.keys() if label in _OF_THINGS or label in forms]
    different = [label for label in both if one[label] != other[label] and _differ(one[label], other[label])]
    is_enough = len(different) >= _LEAST_LABELS or any(label in _OF_THINGS for label in different)
    return is_enough and 2 * len(different) >= len(both)


def _differ(one: str, other: str) -> bool:
    figures = _FIGURES.findall(one), _FIGURES.findall(other)
    if all(figures) and figures[0] != figures[1]:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _NEARLY
