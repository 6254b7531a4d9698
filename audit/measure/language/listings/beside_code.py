"""Which documents with code, logs or formulas are named by their sentences, and which pieces these are."""

from __future__ import annotations

from typing import Final

import numpy as np

from audit.measure.language.character_kinds import KIND
from audit.measure.language.listings.sentences import are_sentences
from audit.measure.language.segments import Pieces
from audit.measure.language.spans import Mask
from audit.text.classes import Points, text_of
from audit.text.programs.program_lines import is_prompt

# Share of digits and signs of code from which a document may have listings.
_MANY_SIGNS: Final = 0.08
# Lines inspected, and their code points.
_READ: Final = 200
_LONGEST: Final = 2_000
# Minimum weight of the sentences, which a comment or a message of an error hardly has, and their share of the text.
_MIN_WORTH: Final = 40.0
_MIN_SHARE: Final = 0.15


def sentences_beside_code(points: Points, found: Pieces, code: Mask) -> tuple[Mask, Mask]:
    """Return which documents are named by their sentences, and which pieces are these; `code` are those judged code."""
    documents, sentences = np.zeros(len(code), dtype=bool), np.zeros(len(found.owner), dtype=bool)
    for document in np.flatnonzero(code | _has_listings(found, len(code))).tolist():
        first, last = np.searchsorted(found.owner, [document, document + 1]).tolist()
        rows = slice(first, min(last, first + _READ))
        lines = [
            text_of(points[start : min(end, start + _LONGEST)])
            for start, end in zip(found.starts[rows].tolist(), found.ends[rows].tolist(), strict=True)
        ]
        joined = found.starts[first + 1 : first + len(lines)] == found.ends[first : first + len(lines) - 1] + 1
        said = np.array(are_sentences(lines), dtype=bool) & ~_are_printed(lines, joined)
        worth = found.worths[rows].sum(axis=1)
        own = worth[said].sum()
        if own >= _MIN_WORTH and own >= _MIN_SHARE * worth.sum():
            documents[document], sentences[rows] = True, said
    return documents, sentences


def _are_printed(lines: list[str], joined: Mask) -> Mask:
    """Return which lines a command printed: those below a shell's prompt, without an empty line between them.

    `joined` are the lines that follow the one before directly, from the second on.
    """
    made = np.zeros(len(lines), dtype=bool)
    prompts = [is_prompt(line) for line in lines]
    for row, follows in enumerate(joined.tolist(), 1):
        made[row] = follows and not prompts[row] and (prompts[row - 1] or made[row - 1])
    return made


def _has_listings(found: Pieces, documents: int) -> Mask:
    """Return which documents have many digits and signs of code."""
    signs = found.counts[:, [KIND["digit"], KIND["code"]]].sum(axis=1)
    visible = found.counts.sum(axis=1) - found.counts[:, KIND["space"]]
    many, size = (np.bincount(found.owner, which, documents) for which in (signs, visible))
    made: Mask = many > _MANY_SIGNS * size
    return made
