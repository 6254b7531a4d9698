"""Copies by their bodies whose whole pages state other things: lots, variants, vacancies of one form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow.compute as pc

from audit.corpus.comparison.same_fields import without_near
from audit.measure.duplication.pairs.exact import Classes
from audit.measure.duplication.pairs.search import SMALL
from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.template_texts.answers import LONGEST, VARIED
from audit.measure.duplication.template_texts.stated_values import filled_in, state_other_things, stated_values
from audit.measure.duplication.tokens.fold import fold

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.records.whole_texts import WholeTexts
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Tokens of a body that is a line at most, such as © 2024: equal ones say nothing about the rest of two pages.
_LINE: Final = 16
# Scripts without spaces; five characters count as three words.
_UNSPACED: Final = re.compile("[\u2e80-\U0010ffff]+")
_WORDS_A_CHARACTER: Final = 0.6


def apart_by_pages(found: Copies, whole: WholeTexts, tokens: Ints) -> Copies:
    """Return the pairs found without near copies whose pages are about other things, and exact classes split by these.

    `tokens` is the number of tokens of each row's body.
    """
    is_copy = np.bincount(found.copies, minlength=len(found.copies))[found.copies] > 1
    pages = PagesOfCopies()
    for rows, texts in whole.columns(np.flatnonzero(is_copy)):
        for row, text in zip(rows.tolist(), texts.to_pylist(), strict=True):
            pages.read(row, text, int(tokens[row]))
    pages.compare(found.copies)
    # Rows with equal bytes have equal pages.
    split = replace(found, classes=Classes(found.classes.raw, pages.split(found.classes.text)))
    return without_near(pages.are_apart(found), split)


@dataclass(slots=True)
class PagesOfCopies:
    """What pages state of a thing, by row; of those with hardly a body all tokens, and the number of the body's."""

    stated: dict[int, Mapping[str, str]] = field(default_factory=dict)
    short: dict[int, tuple[Counter[int], int]] = field(default_factory=dict)
    forms: dict[int, set[str]] = field(default_factory=dict)

    def read(self, row: int, text: str, tokens: int) -> None:
        """Note what a page states; of an article only what variants of a thing differ in."""
        stated = stated_values(text)
        if stated and _words(text, tokens) >= LONGEST:
            stated = {label: value for label, value in stated.items() if label in VARIED}
        if stated:
            self.stated[row] = stated
        if tokens < _LINE:
            self.short[row] = Counter(fold([text]).hashes.tolist()), tokens

    def compare(self, copies: Ints) -> None:
        """Find the labels of forms, among the pages of each cluster."""
        clusters: dict[int, list[int]] = defaultdict(list)
        for row in self.stated:
            clusters[int(copies[row])].append(row)
        for rows in clusters.values():
            forms = filled_in(self.stated[row] for row in rows)
            self.forms.update(dict.fromkeys(rows, forms))

    def are_apart(self, found: Copies) -> Bools:
        """Return which pairs are near copies about other things."""
        first, second = (found.pairs[name].to_numpy() for name in ("a_row", "b_row"))
        is_read = np.zeros(len(found.copies), np.bool_)
        is_read[[*self.stated, *self.short]] = True
        asked = pc.equal(found.pairs["kind"], NEAR).to_numpy() & is_read[first] & is_read[second]
        are_apart = np.zeros(len(asked), np.bool_)
        for pair in np.flatnonzero(asked).tolist():
            are_apart[pair] = self._is_apart(int(first[pair]), int(second[pair]))
        return are_apart

    def split(self, text: Ints) -> Ints:
        """Return for each row the first one with an equal body (`text`) that is about the same thing."""
        classes: dict[int, list[int]] = defaultdict(list)
        for row in sorted({*self.stated, *self.short}):
            classes[int(text[row])].append(row)
        found = text.copy()
        for first, rows in classes.items():
            found[rows] = list(self._firsts(first, rows))
        return found

    def _firsts(self, first: int, rows: list[int]) -> Iterator[int]:
        """Yield for each row the first one that it is not apart from; of many only those with equal pages are."""
        firsts = [first]
        equal: dict[tuple[object, ...], int] = {}
        for row in rows:
            key = (frozenset(self.stated.get(row, {}).items()), frozenset(self.short.get(row, ({}, 0))[0].items()))
            if key not in equal:
                same = (other for other in firsts[:SMALL] if other == row or not self._is_apart(other, row))
                equal[key] = next(same, row)
                if equal[key] == row != first:
                    firsts.append(row)
            yield equal[key]

    def _is_apart(self, one: int, other: int) -> bool:
        if one in self.short and other in self.short:
            (tokens, body), (others, their) = self.short[one], self.short[other]
            if (tokens - others).total() > body and (others - tokens).total() > their:
                return True
        if one not in self.stated or other not in self.stated:
            return False
        return state_other_things(self.stated[one], self.stated[other], self.forms[one])


def _words(text: str, tokens: int) -> float:
    is_unspaced = 2 * len(_UNSPACED.sub("", text)) < len(text)
    return tokens * _WORDS_A_CHARACTER if is_unspaced else tokens
