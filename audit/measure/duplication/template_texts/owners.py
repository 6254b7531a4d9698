"""Licences of other owners: alike but for the line that says whose the work is, and perhaps a heading above it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.template_texts.answers import OWNED
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE, codes_of, fold

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Tokens from the beginning of a text within which an owner is named, and from the label to the name: years, "the".
_HEAD: Final = 24
_TO_NAME: Final = 8
_NONE: Final = -1
# Words between the label and the name, and those that follow in place of one.
_NO_NAMES: Final = "c the by all rights reserved permission present notice license and or is"


def name_other_owners(texts: MarkedTexts, sides: tuple[Ints, Ints]) -> Bools:
    """Return which pairs of texts, whose two are `sides`, name owners in their first words that the other does not."""
    found = np.ones(len(sides[0]), np.bool_)
    if not len(found) or not len(texts.codes):
        return np.zeros(len(found), np.bool_)
    heads, is_inside = _heads(texts)
    codes = np.where(is_inside, texts.codes[heads], 0)
    names = _names(texts, heads, is_inside)
    for side, other in (sides, sides[::-1]):
        name = names[side]
        said = texts.codes[np.maximum(name, 0)]
        found &= (name != _NONE) & ~(codes[other] == said[:, np.newaxis]).any(axis=1)
    return found


def _heads(texts: MarkedTexts) -> tuple[Ints, Bools]:
    """Return the places of the first tokens of each text, a row each, and which of them are inside it."""
    heads = texts.bounds[:-1, np.newaxis] + np.arange(_HEAD)
    is_inside = heads < texts.bounds[1:, np.newaxis]
    return np.minimum(heads, len(texts.codes) - 1), is_inside


def _names(texts: MarkedTexts, heads: Ints, is_inside: Bools) -> Ints:
    """Return the place of the first word of each text's owner, or _NONE."""
    labels, no_names = _codes()
    codes = texts.codes[heads]
    is_label = np.isin(codes, labels) & is_inside
    first = np.argmax(is_label, axis=1)
    columns = np.arange(_HEAD)
    is_name = is_inside & ~np.isin(codes, no_names) & (texts.marks[heads] & CAPITAL > 0)
    is_name &= (texts.marks[heads] & FIGURE == 0) & (columns > first[:, np.newaxis])
    is_name &= columns <= first[:, np.newaxis] + _TO_NAME
    at = heads[np.arange(len(heads)), np.argmax(is_name, axis=1)]
    named: Ints = np.where(is_label.any(axis=1) & is_name.any(axis=1), at, _NONE)
    return named


@lru_cache(maxsize=1)
def _codes() -> tuple[U32, U32]:
    """Return the codes of the labels of a word, and of what is no name."""
    labels = [codes_of(fold([label]))[:1] for label in OWNED if label.isascii()]
    return np.concatenate(labels), np.append(codes_of(fold([_NO_NAMES])), np.concatenate(labels))
