"""Pages without any certain line, such as catalogues, threads and link lists: doubtful lines are kept there.

A threshold of one half is optimal only where most lines are certain. The optimal threshold for the expected F1 measure
is half of its maximum (Lipton et al., Optimal thresholding of classifiers to maximize F1 measure, 2014): on a page with
a maximum of .6 a line is worth keeping from a likelihood of .3 on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

# Likelihoods are in ten-thousandths as integers, so that sums are exact.
WHOLE: Final = 10_000
# Cap on letters per line, and minimum likelihood: less likely lines are numerous, and share the same error, as in a
# column of teasers.
_MOST_LETTERS, _HOPELESS = 350, 2000
# Expected F from which a page is not doubtful, and below which entirely so; and letters of prose, with the model's
# certainty, that make it not doubtful.
_TRUSTED, _DOUBTED = 0.75, 0.65
_SURE_LETTERS, _SURE = 600, 8500
_LOWEST: Final = 0.05
# Minimum expected letters: menus, error pages and search results have nothing to keep.
_FEWEST_LETTERS: Final = 100
# With more lines that are dates, and fewer letters of likely sentences, a page is a list of headlines.
_MOST_DAYS, _SAID = 3, 100


def leniency(
    content: Ints, weight: Floats, sentence: NDArray[np.bool_], day: NDArray[np.bool_], document: Ints
) -> Floats:
    """Return the bonus (in logits) for lines of each document to count as content; mostly 0.

    `content` is each line's likelihood of being content in ten-thousandths, 0 for self-declared furniture; `day` flags
    lines that are only a date; the rest are columns of audit.parser.blocks.features.lines.
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
    """Return the maximum expected F measure of each document when keeping its most likely lines."""
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
