"""Unique text: token runs of a document that are absent from another, by alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import category

import numpy as np

from audit.kernels.duplication import unique as kernels
from audit.kernels.duplication.texts import Codes
from audit.measure.duplication.tokens.fold import token_starts
from audit.measure.duplication.tokens.hashing import starts_of
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Shorter runs are edits: a replaced word, a number, a name.
LEAST_RUN: Final = 8
# Kernel states of a token: unique, or in a common shingle; otherwise edited.
_APART: Final = 0


@dataclass(frozen=True, slots=True)
class UniqueText:
    """The measures of each text's unique runs.

    `tokens` counts those in runs of eight or more without a counterpart; `longest` is the length of the longest such
    run, `start` its first token. Shorter runs are edits, as are runs of which a quarter of the tokens occur, in order
    and at one offset, at the same position in the other text.
    """

    tokens: Ints
    longest: Ints
    start: Ints


@dataclass(frozen=True, slots=True)
class UniqueRuns:
    """Unique runs of at least LEAST_RUN tokens: text, first token, length."""

    text: Ints
    first: Ints
    length: Ints

    def take(self, rows: Bools) -> UniqueRuns:
        """Return the runs in these rows."""
        return UniqueRuns(self.text[rows], self.first[rows], self.length[rows])

    def measured(self, count: int) -> UniqueText:
        """Return the measures for each of `count` texts."""
        order = np.lexsort((-self.first, self.length, self.text))
        # The last run of a text is its longest one, the first among equals.
        longest, start = np.zeros(count, np.int64), np.zeros(count, np.int64)
        longest[self.text[order]], start[self.text[order]] = self.length[order], self.first[order]
        return UniqueText(np.bincount(self.text, self.length, minlength=count).astype(np.int64), longest, start)


def joined(parts: Sequence[UniqueRuns]) -> UniqueRuns:
    """Return the runs of several parts."""
    whole = [UniqueRuns(*np.zeros((3, 0), np.int64)), *parts]
    return UniqueRuns(
        *(np.concatenate([getattr(runs, name) for runs in whole]) for name in ("text", "first", "length"))
    )


@dataclass(frozen=True, slots=True)
class UniqueTokens:
    """A mask of unique tokens over concatenated texts; those of text i are within `bounds`."""

    tokens: Bools
    bounds: Ints

    def runs(self) -> UniqueRuns:
        """Return the runs, in order."""
        places = np.flatnonzero(self.tokens)
        text = np.searchsorted(self.bounds, places, side="right") - 1
        is_first = np.ones(len(places), np.bool_)
        is_first[1:] = (np.diff(places) > 1) | (np.diff(text) > 0)
        first = np.flatnonzero(is_first)
        length = np.diff(np.append(first, len(places)))
        first, length = first[length >= LEAST_RUN], length[length >= LEAST_RUN]
        return UniqueRuns(text[first], places[first] - self.bounds[text[first]], length)


def find_unique_tokens(codes: U32, bounds: Ints, texts: Ints, others: Ints) -> UniqueTokens:
    """Return the tokens of each of `texts` absent from the corresponding one of `others` (indexes into `bounds`)."""
    texts, others = np.ascontiguousarray(texts), np.ascontiguousarray(others)
    starts = starts_of(bounds[texts + 1] - bounds[texts])
    tokens = np.empty(int(starts[-1]), np.uint8)
    kernels.find_unique(Codes(codes, bounds), shingles_of(codes, bounds), (texts, others), starts, tokens)
    return UniqueTokens(tokens == _APART, starts)


def unique_text(codes: U32, bounds: Ints, texts: Ints, others: Ints) -> UniqueText:
    """Return the measures of the text of each of `texts` absent from the corresponding one of `others`."""
    return find_unique_tokens(codes, bounds, texts, others).runs().measured(len(texts))


def places_of(bodies: Sequence[str], texts: Ints, first: Ints, length: Ints) -> list[tuple[int, int]]:
    """Return the code point spans in bodies[texts[i]] of token runs, given by first token and length.

    A span ends with its last token, excluding what separates that from the next.
    """
    joined = "\n".join(bodies)
    sizes = np.array([len(body) for body in bodies], np.int64)
    begins = starts_of(sizes + 1)[:-1]
    starts = np.append(token_starts(joined), len(joined))
    at = np.searchsorted(starts, begins)[texts] + first
    ends = np.minimum(starts[at + length], (begins + sizes)[texts])
    last = starts[np.maximum(at + length - 1, at)]
    found = zip(starts[at].tolist(), last.tolist(), ends.tolist(), begins[texts].tolist(), strict=True)
    return [(start - begin, _end_of_token(joined, last, end) - begin) for start, last, end, begin in found]


def _end_of_token(body: str, start: int, end: int) -> int:
    """Return where the token that starts at `start` ends, which may be a character that Python's tables do not know."""
    while end > start + 1 and not (body[end - 1].isalnum() or category(body[end - 1]).startswith("M")):
        end -= 1
    return end


def place_of(body: str, start: int, tokens: int) -> tuple[int, int]:
    """Return the code point span in `body` of a run of tokens."""
    return places_of([body], np.zeros(1, np.int64), np.array([start]), np.array([tokens]))[0]
