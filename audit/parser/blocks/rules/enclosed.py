"""Paragraphs that the model doubts between paragraphs of the article: nothing says that they are furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

    Scores = NDArray[np.float32]

# Minimum letters of such a paragraph and of a long one, and the score to which the model may doubt them: captions are
# shorter, and doubted more.
_SENTENCE, _LONG = 100, 300
_DOUBTED, _LONG_DOUBTED = 0.7, 0.85
# Minimum letters of the paragraphs around them, and maximum blocks from one to the other.
_PARAGRAPH, _MOST = 50, 12


def is_enclosed(rows: Rows, content: Flags, scores: Scores, said: Furniture) -> Flags:
    """Return which blocks are long paragraphs between two of the text, with no furniture that says so in between."""
    documents = rows.documents
    own = (rows.cue < 0) & ~said.noticed & ~said.claimed & ~rows["twin"]
    prose = own & rows["sentence"] & ~content
    doubted = prose & (rows["weight"] >= _SENTENCE) & (scores < _DOUBTED)
    doubted |= prose & (rows["weight"] >= _LONG) & (scores < _LONG_DOUBTED)
    text = content & rows["sentence"] & (rows["weight"] >= _PARAGRAPH)
    # Headings and labels between them say nothing.
    told = text | ~own
    above, below = documents.last_above(told), documents.first_below(told)
    found: Flags = doubted & (above >= 0) & (below >= 0) & text[above] & text[below] & (below - above <= _MOST)
    return found
