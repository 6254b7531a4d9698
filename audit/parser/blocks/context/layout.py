"""Page layout: overall composition, and repetition of a block's surroundings.

An article is prose surrounded by furniture; threads, catalogues, rankings, menus and teaser lists repeat one small
pattern of lines. Sums are of integers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context.segments import Segments

    Ints = NDArray[np.int64]

# Minimum letters of a paragraph.
_LONG: Final = 100
# Cap on counts.
_FAR: Final = 40
_MOST_ALIKE: Final = 64
# Length classes of lines in a pattern, the bits for them in a shape, and the value no line has.
_SIZES: Final = (4, 12, 30, 80, 200)
_SHAPE_BITS, _NO_SHAPE = 3, 256


def layout(rows: Rows, sure: Flags, furniture: Flags) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield signals of the whole page and of repeating patterns; `sure` and `furniture` flag lines by their words."""
    yield from _whole(rows, furniture)
    yield from _patterns(rows)
    for name, marked in (("sure", sure), ("furniture", furniture)):
        above, below = distances(marked, rows.documents)
        yield f"{name}_above", above
        yield f"{name}_below", below


def _whole(rows: Rows, furniture: Flags) -> Iterator[tuple[str, NDArray[Any]]]:
    total, size = rows.documents.total, rows.documents.size
    letters = rows.letters
    prose = np.where(rows["sentence"] & (letters >= _LONG), letters, 0)
    yield "page_lines", size
    yield "page_prose", total(prose)
    yield "page_prose_share", total(prose) / np.maximum(total(letters), 1)
    yield "page_paragraphs", total(prose > 0)
    numbered = rows["digit"] * 2 > rows["weight"]
    for name, flags in (
        ("twins", rows["twin"]), ("dated", rows["dated"]), ("numbered", numbered), ("furniture", furniture),
    ):  # fmt: skip
        yield f"page_{name}", total(flags) / size
    yield "page_letters_a_line", total(letters) / size


def _shape(rows: Rows) -> Ints:
    """Return the shape that lines of one pattern share: approximate length, and composition."""
    size = np.searchsorted(_SIZES, rows["weight"]).astype(np.int64)
    bits = (rows["sentence"], rows["dated"], rows["digit"] > 0, rows["bars"] > 0, rows["marks"] > 0)
    return size + sum(bit.astype(np.int64) << n for n, bit in enumerate(bits, _SHAPE_BITS))


def _patterns(rows: Rows) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield how often a block's shape occurs in its page, and how often between the same two neighbouring shapes."""
    shape = _shape(rows)
    up, up2, down = (rows.documents.shifted(shape, steps, _NO_SHAPE) for steps in (1, 2, -1))
    own = rows.documents.first << 8 | shape
    yield "alike", _counted(own)
    yield "alike_between", _counted(own << 18 | up << 9 | down)
    yield "alike_below", _counted(own << 18 | up << 9 | up2)
    yield "alike_beside", (shape == up) & (shape == down)


def _counted(keys: Ints) -> Ints:
    """Return how often each row's key occurs, capped at _MOST_ALIKE."""
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return np.minimum(counts, _MOST_ALIKE)[inverse]


def distances(marked: Flags, documents: Segments) -> tuple[Ints, Ints]:
    """Return the distance in blocks to the next marked block above and below in the document; at most _FAR."""
    above, below = documents.last_above(marked), documents.first_below(marked)
    here = documents.here
    return (
        np.where(above >= 0, np.minimum(here - above, _FAR), _FAR),
        np.where(below >= 0, np.minimum(below - here, _FAR), _FAR),
    )
