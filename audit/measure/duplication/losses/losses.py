"""Text unique to near copies, checked against title and body of the other one and other documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import numpy as np
import polars as pl
import pyarrow as pa

from audit.kernels.duplication.passage_alignment import align_passages
from audit.measure.duplication.losses.known_windows import KnownWindows
from audit.measure.duplication.losses.passages import OwnWindows, set_passages_apart
from audit.measure.duplication.losses.sides import Sides, losing_sides, with_measures
from audit.measure.duplication.pairs.store import UNKNOWN, TokenStore
from audit.measure.duplication.pairs.unique_passages import (
    UniqueRuns,
    UniqueText,
    UniqueTokens,
    find_unique_tokens,
    joined,
    places_of,
)
from audit.measure.duplication.records.texts import TextStore
from audit.measure.duplication.tokens.hashing import distinct, ranges, starts_of, together
from audit.measure.duplication.tokens.windows import WINDOW, windows_of
from audit.scratch import Closing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.measure.duplication.records.parts import Bodies
    from audit.measure.duplication.records.texts import TextColumns
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# Rulers, bars and blanks are alike in all tables, whatever these say.
_NO_LETTERS: Final = re.compile(r"[\s!-/:-@\[-`{-~\u2500-\u257f]+")
# Tokens of texts read as strings at once.
_READ: Final = 1 << 18
# Bytes of cached comparisons; those beyond are repeated when needed. A hundred thousand documents with a tenth of
# copies need a tenth of it.
_REMEMBERED: Final = 1 << 27
# Maximum number of windows looked for; the rest counts as lost, so that losses are never understated.
_MOST_SOUGHT: Final = 1 << 24
# Tokens from which a run is compared by characters, too. Of 1,200 unrelated English ones of 16 tokens none is taken for
# edited, of 12 tokens one in 200, of 8 one in 25.
_COMPARED_FROM: Final = 16


@dataclass(frozen=True, slots=True)
class _Held:
    """Sides compared with the whole other text: their unique runs, and the windows that overlap these."""

    sides: Sides
    alone: UniqueTokens
    hashes: U64
    windows: OwnWindows

    @property
    def nbytes(self) -> int:
        """The memory it takes."""
        return sum(part.nbytes for part in (self.alone.tokens, self.hashes, *self.windows))


class Losses(Closing):
    """Unique text of near copies, checked against title and body of the other one and other documents.

    Text that stands in the title of the other document is not lost, nor is a passage that stands in one of the other
    documents that are read: phrases of many hold every text. What the other document has in a dropped block is lost.
    `standing` names the others: row of the pair, whether side a has the passage, and the row that it is `in`.
    """

    def __init__(self, pairs: pa.Table, bodies: Bodies, whole: TextColumns, tokens: Ints) -> None:
        """Prepare all unique text of sides of `pairs`; `tokens` is the number of tokens of each row."""
        self._bodies, self._tokens = bodies, tokens
        self._decided: dict[tuple[int, int, int], bool] = {}
        self._sides = losing_sides(pairs)
        rows, others = np.unique(self._sides.own), np.unique(self._sides.other)
        self._own_texts, self._whole_texts = TextStore(bodies, rows), TextStore(whole, others)
        self._own = TokenStore(self._own_texts, tokens)
        self._whole = TokenStore(self._whole_texts, np.full(len(tokens), UNKNOWN))
        self._own.fetch(rows)
        self._whole.fetch(others)
        self._remembered: list[_Held] = []
        self._room = _REMEMBERED
        self._is_kept = np.zeros(len(tokens), np.bool_)
        self.standing = pl.DataFrame(schema={"pair": pl.Int64, "is_a": pl.Boolean, "in": pl.Int64})
        self._sought = KnownWindows(np.concatenate([np.empty(0, np.uint64), *self._alone()]))

    def close(self) -> None:
        """Remove temporary files."""
        for store in (self._own, self._whole, self._own_texts, self._whole_texts):
            store.close()

    def read(self, rows: Ints) -> None:
        """Mark what occurs in the bodies of these rows, ascending."""
        if len(self._sought):
            self._sought.read(self._bodies.columns(rows))

    def measured(self, pairs: pa.Table) -> pa.Table:
        """Return `pairs` with measures of what is neither in the other text nor in what was read."""
        return with_measures(pairs, self._sides, self._left())

    def settled(self, pairs: pa.Table, is_kept: Bools, rows: Ints) -> pa.Table:
        """Return `pairs` with the tokens lost, when it is known what is kept: `rows` of it were not read before.

        What is kept loses nothing, so it is not looked for any more.
        """
        self._is_kept = is_kept
        wanted = [held.hashes[~is_kept[held.sides.own[held.windows.texts(held.alone)]]] for held in self._held()]
        self._sought.look_only_for(np.concatenate([np.empty(0, np.uint64), *wanted]))
        self.read(rows)
        return with_measures(pairs, self._sides, self._left(), ("lost",))

    def _left(self) -> UniqueText:
        """Return what is left of each side's text, and put down in `standing` where the rest of it is.

        Runs of a sentence are also compared by characters.
        """
        found, stands, at, sought = [], [np.empty(0, np.int64)], 0, 0
        for held in self._held():
            places = self._sought.places(sought, sought + len(held.hashes))
            standing = set_passages_apart(held.alone, held.windows, places)
            runs = standing.left.runs()
            stands.append((standing.texts + at) * len(self._tokens) + standing.rows)
            found.append(replace(runs, text=runs.text + at))
            at, sought = at + len(held.sides.own), sought + len(held.hashes)
        side, row = np.divmod(distinct(np.concatenate(stands)), len(self._tokens))
        self.standing = pl.DataFrame({"pair": self._sides.pair[side], "is_a": self._sides.is_a[side], "in": row})
        runs = joined(found)
        runs = runs.take(~self._is_kept[self._sides.own[runs.text]])
        runs = runs.take(~self._spoilt(runs))
        return runs.measured(at)

    def _spoilt(self, runs: UniqueRuns) -> Bools:
        """Return which runs occur, but for edits within words, in the other text's own: rows of a table are alike."""
        keys = list(zip(runs.text.tolist(), runs.first.tolist(), runs.length.tolist(), strict=True))
        asked = np.array(
            [at for at, key in enumerate(keys) if key[2] >= _COMPARED_FROM and key not in self._decided], np.int64
        )
        for some in together(self._tokens[self._sides.other[runs.text[asked]]], _READ):
            here = asked[some]
            sides, side_of = np.unique(runs.text[here], return_inverse=True)
            bodies = self._own_texts.read(self._sides.own[sides]).to_pylist()
            others = self._own_of_others(sides)
            places = places_of(bodies, side_of, runs.first[here], runs.length[here])
            passages = [bodies[side][start:end] for side, (start, end) in zip(side_of.tolist(), places, strict=True)]
            found = are_damaged(passages, side_of, others).tolist()
            self._decided.update(zip([keys[at] for at in here.tolist()], found, strict=True))
        return np.array([self._decided.get(key, False) for key in keys], np.bool_)

    def _own_of_others(self, sides: Ints) -> list[str]:
        """Return of the other text of each of these sides what is unique to it, run by run."""
        texts = self._whole_texts.read(self._sides.other[sides]).to_pylist()
        whole, own, other = self._texts_of(self._sides.take(sides))
        runs = find_unique_tokens(*whole, other, own).runs()
        found: list[list[str]] = [[] for _ in texts]
        for text, (start, end) in zip(
            runs.text.tolist(), places_of(texts, runs.text, runs.first, runs.length), strict=True
        ):
            found[text].append(texts[text][start:end])
        return ["\n".join(passages) for passages in found]

    def _alone(self) -> Iterator[U64]:
        count = 0
        for held in self._held():
            count += len(held.hashes)
            if count <= _MOST_SOUGHT:
                yield held.hashes

    def _held(self) -> Iterator[_Held]:
        known = tuple(self._remembered)
        yield from known
        for some in islice(self._sides.among(self._tokens), len(known), None):
            held = self._hold(some)
            self._room -= held.nbytes
            if self._room >= 0:
                self._remembered.append(held)
            yield held

    def _hold(self, some: Sides) -> _Held:
        """Compare sides with each other's whole texts."""
        whole, own, other = self._texts_of(some)
        codes, bounds = whole
        owned = bounds[: other.min() + 1]
        alone = find_unique_tokens(codes, bounds, own, other)
        return _held(some, alone, (codes[: owned[-1]], owned), own)

    def _texts_of(self, some: Sides) -> tuple[tuple[U32, Ints], Ints, Ints]:
        """Return the tokens of the texts of some sides within bounds, and the indexes of their own and other ones."""
        (rows, own), (others, other) = (np.unique(rows, return_inverse=True) for rows in (some.own, some.other))
        codes, bounds = self._own.read(rows)
        whole, ends = self._whole.read(others)
        joined = np.concatenate([codes, whole]), np.concatenate([bounds, bounds[-1] + ends[1:]])
        return joined, own, len(rows) + other


def _held(sides: Sides, alone: UniqueTokens, texts: tuple[U32, Ints], text: Ints) -> _Held:
    """Return the windows of each side's `text` that overlap its unique runs; `texts`: tokens and bounds."""
    runs, (codes, bounds) = alone.runs(), texts
    side, first, length = runs.text, runs.first, runs.length
    begin, found = bounds[text[side]], windows_of(codes, bounds)
    start = np.maximum(first - (int(found.sizes.max(initial=WINDOW)) - 1), 0)
    counts = first + length - start
    places = ranges(begin + start, counts)
    is_whole = found.are_inside[places] & (places + found.sizes[places] > np.repeat(begin + first, counts))
    at = (places + np.repeat(alone.bounds[side] - begin, counts))[is_whole].astype(np.int32)
    return _Held(sides, alone, found.hashes[places[is_whole]], OwnWindows(at, found.sizes[places[is_whole]]))


def are_damaged(passages: Sequence[str], of: Ints, texts: Sequence[str]) -> Bools:
    """Return of which passages half of the characters occur in texts[of[i]], in order and mostly at one offset.

    Fastest if passages of one text are consecutive. The threshold of a half: passages with every tenth character
    changed, mostly addresses and code, had .7 or more but for three of forty-five; of unrelated passages in two
    languages, one in a hundred exceeds .42.
    """
    # Full-width copies are the same text, so they are folded.
    folded = [_NO_LETTERS.sub("", normalize("NFKC", text)).casefold() for text in chain(passages, texts)]
    codes = np.frombuffer("".join(folded).encode("utf-32-le", "surrogatepass"), np.uint32)
    bounds = starts_of(np.array([len(text) for text in folded], np.int64))
    held = np.zeros(len(passages), np.bool_)
    align_passages(codes, bounds[: len(passages) + 1], np.ascontiguousarray(of), bounds[len(passages) :], held)
    return held
