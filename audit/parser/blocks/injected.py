"""Spam planted between the paragraphs of copied articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables.gambling import GAMBLING
from audit.text.shared_words import terms
from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags
    from audit.parser.blocks.page import Pages

# Maximum letters of a planted line, and minimum of the paragraphs around it.
_MOST, _BESIDE = 60, 30
# Maximum share of a foreign line's terms that occur in the article: words such as "release" occur anywhere.
_MOST_SHARED: Final = 0.4
# Candidates looked up in the article, per document.
_SUSPECTS: Final = 32
_PLANTED: Final = phrases("prompts", "planted")
_LONGEST_FIRST: Final = tuple(sorted(_PLANTED, key=lambda word: (-len(word), word)))


def find_planted(batch: Pages) -> Flags:
    """Return which content lines are certainly spam.

    They are short, no sentences, and unrelated to the article: between two paragraphs in advertising vocabulary, or
    anywhere in that of gambling. None of the 9,000 content lines of 340 labelled pages is flagged.
    """
    content, weight = ~batch["boilerplate"], batch["weight"]
    paragraph = content & (weight >= _BESIDE)
    framed = batch.documents.shifted(paragraph, 1, otherwise=False) & batch.documents.shifted(
        paragraph, -1, otherwise=False
    )
    short = content & (weight <= _MOST) & ~batch["sentence"] & (batch.cue < 0)
    found = np.zeros(len(short), np.bool_)
    advertising = np.flatnonzero(batch.naming(_PLANTED, short & framed))
    gambling = np.flatnonzero(batch.naming(GAMBLING, short))
    for rows, is_foreign in ((advertising, _is_foreign), (gambling, _is_unsaid)):
        for row in _suspects(batch, rows):
            found[row] |= is_foreign(batch.lines["folded"][row], _body_of(batch, row))
    return found


def _suspects(batch: Pages, rows: NDArray[np.int64]) -> list[int]:
    """Return the first few of the rows in each document."""
    document = batch.document[rows]
    place = np.arange(len(rows)) - np.searchsorted(document, document)
    few: list[int] = rows[place < _SUSPECTS].tolist()
    return few


def _body_of(batch: Pages, row: int) -> str:
    """Return the folded text of the content blocks of a row's document."""
    document = batch.document[row]
    first, last = np.searchsorted(batch.said, batch.edges[document : document + 2])
    return "\n".join(batch.texts(batch.said[first:last]))


def _is_foreign(line: str, body: str) -> bool:
    """Return whether most of the line's other words do not occur elsewhere in the article."""
    rest = line
    for word in _LONGEST_FIRST:
        rest = rest.replace(word, " ")
    said = terms(rest)
    elsewhere = body.replace(line, " ")
    return bool(said) and sum(term in elsewhere for term in said) <= _MOST_SHARED * len(said)


def _is_unsaid(line: str, body: str) -> bool:
    """Return whether the line's phrases of gambling do not occur elsewhere in the article."""
    elsewhere = body.replace(line, " ")
    return not any(phrase in elsewhere for phrase in GAMBLING if phrase in line)
