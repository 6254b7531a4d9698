"""Pages of which no line is sure, such as catalogues, threads and lists of links: what is half believed there is kept.

A threshold of one half is best only where most lines are sure. The F measure that is expected of a page is greatest at
half of that greatest value (Lipton et al., Optimal thresholding of classifiers to maximize F1 measure, 2014): on a page
that can be told apart to .6 a line is worth keeping from a likelihood of .3 on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

# Likelihoods are counted in whole ten-thousandths, so that sums are exact.
WHOLE: Final = 10_000
# No line counts more letters than this. Lines less likely than this are not hoped for: there are many, and what is
# wrong with one (a column of teasers) is wrong with all.
_MOST_LETTERS, _HOPELESS = 350, 2000
# A page is not doubtful from this expected F on, and wholly so from that on; nor is one with so many letters of prose
# of which the model is this sure, whatever stands around it.
_TRUSTED, _DOUBTED = 0.75, 0.65
_SURE_LETTERS, _SURE = 600, 8500
_LOWEST: Final = 0.05
# So many letters must be hoped for: of a menu, an error page or a list of search results there is nothing to keep.
_FEWEST_LETTERS: Final = 100
# A page with more days alone than this, and with fewer letters than that of sentences that are hoped for, is a list of
# the headlines of articles that stand elsewhere.
_MOST_DAYS, _SAID = 3, 100


def leniency(
    content: Ints, weight: Floats, sentence: NDArray[np.bool_], day: NDArray[np.bool_], document: Ints
) -> Floats:
    """Return how much likelier (in logits) the lines of each line's document are content than they look; mostly 0.

    `content` is how likely each line is to be content, in ten-thousandths, 0 for one that says itself that it is none;
    `day` which lines are a day alone; the rest is what audit.parser.blocks.features.lines says of them.
    """
    if not len(content):
        return np.zeros(0)
    edges = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1])
    letters = np.minimum(np.rint(weight), _MOST_LETTERS).astype(np.int64)
    sure = np.add.reduceat(np.where(sentence & (content >= _SURE), letters, 0), edges)
    hoped = np.where(content >= _HOPELESS, content, 0)
    enough = np.add.reduceat(hoped * letters, edges) >= _FEWEST_LETTERS * WHOLE
    said = np.add.reduceat(np.where(sentence & (hoped > 0), letters, 0), edges)
    enough &= (said >= _SAID) | (np.add.reduceat(day.astype(np.int64), edges) <= _MOST_DAYS)
    expected = np.where(enough & (sure <= _SURE_LETTERS), _expected(hoped, letters, document, edges), 1.0)
    doubt = np.clip((_TRUSTED - expected) / (_TRUSTED - _DOUBTED), 0, 1)
    half = np.clip(expected / 2, _LOWEST, 0.5)
    sizes = np.diff(np.append(edges, len(content)))
    return np.repeat(-doubt * np.log(half / (1 - half)), sizes)


def _expected(hoped: Ints, letters: Ints, document: Ints, edges: Ints) -> Floats:
    """Return the greatest F measure to be expected of each document, keeping its likeliest lines."""
    order = np.lexsort((-hoped, document))
    right, kept = (hoped * letters)[order], letters[order] * WHOLE
    above = [np.cumsum(column) - column for column in (right, kept)]
    sizes = np.diff(np.append(edges, len(hoped)))
    right, kept = (
        np.cumsum(column) - np.repeat(before[edges], sizes) for column, before in zip((right, kept), above, strict=True)
    )
    whole = np.repeat(np.add.reduceat(hoped * letters, edges), sizes)
    found: Floats = np.maximum.reduceat(2 * right / np.maximum(kept + whole, 1), edges)
    return found
