"""Licences of other owners: alike but for the line that says whose the work is, and perhaps a heading above it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.measure.duplication.template_texts.answers import OWNED
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE, codes_of, fold

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Tokens from the beginning of a text within which owners are named, below a heading or a form's first lines; and from
# the label to the name: years, "the".
_HEAD: Final = 64
_TO_NAME: Final = 8
# Words between the label and the name, and those that follow in place of one.
_NO_NAMES: Final = (
    "c the by all rights reserved permission present notice license and or is upstream contributors authors holders "
    "redistribution"
)


def name_other_owners(texts: MarkedTexts, sides: tuple[Ints, Ints]) -> Bools:
    """Return which pairs of texts, whose two are `sides`, name an owner each whom the other's first words lack."""
    found = np.zeros(len(sides[0]), np.bool_)
    if not len(found) or not len(texts.codes):
        return found
    heads, is_inside = _heads(texts)
    labels, _ = _codes()
    is_labelled = ((texts.codes[heads] == labels[:, np.newaxis, np.newaxis]).any(0) & is_inside).any(1)
    asked = np.flatnonzero(is_labelled[sides[0]] & is_labelled[sides[1]])
    first, second = (_Head.of(texts, heads[side[asked]], is_inside[side[asked]]) for side in sides)
    found[asked] = first.names_another(second) & second.names_another(first)
    return found


def _heads(texts: MarkedTexts) -> tuple[Ints, Bools]:
    """Return the places of the first tokens of each text, a row each, and which of them are inside it."""
    heads = texts.bounds[:-1, np.newaxis] + np.arange(_HEAD)
    is_inside = heads < texts.bounds[1:, np.newaxis]
    return np.minimum(heads, len(texts.codes) - 1), is_inside


class _Head(NamedTuple):
    """The first tokens of some texts, a row each, and which of them are the first words of owners."""

    codes: U32
    is_name: Bools

    @classmethod
    def of(cls, texts: MarkedTexts, heads: Ints, is_inside: Bools) -> _Head:
        """Look for a capital soon behind each label."""
        labels, no_names = _codes()
        codes, marks = np.where(is_inside, texts.codes[heads], 0), texts.marks[heads]
        may_be = is_inside & ~np.isin(codes, no_names) & (marks & CAPITAL > 0) & (marks & FIGURE == 0)
        waiting, is_name = np.isin(codes, labels) & is_inside, np.zeros(codes.shape, np.bool_)
        for _ in range(_TO_NAME):
            waiting[:, 1:] = waiting[:, :-1]
            waiting[:, :1] = False
            is_name |= waiting & may_be
            waiting &= ~may_be
        return cls(codes, is_name)

    def names_another(self, other: _Head) -> Bools:
        """Return which texts name an owner who is not among the other's first words."""
        found = np.zeros(len(self.codes), np.bool_)
        for row, column in zip(*np.nonzero(self.is_name), strict=True):
            found[row] |= not (other.codes[row] == self.codes[row, column]).any()
        return found


@lru_cache(maxsize=1)
def _codes() -> tuple[U32, U32]:
    """Return the codes of the labels of a word, and of what is no name."""
    labels = [codes_of(fold([label]))[:1] for label in OWNED if label.isascii()]
    return np.concatenate(labels), np.append(codes_of(fold([_NO_NAMES])), np.concatenate(labels))
