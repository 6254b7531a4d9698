"""Which documents are versions of one article: copies, crawls with other furniture, texts before and after an editor.

Whole lines do not tell them: an edit in each paragraph leaves no line alike, and pages of one site share long notices.
They are compared by a sketch of their prose: of all windows of some bytes, those with the least hashes (bottom-k
MinHash: Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.templates.template_lines import line_keys, mixed, source_keys
from audit.text.punctuation import SENTENCE_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.templates.template_lines import Ints, Keys

# A line is prose when it ends as a sentence does and has this many bytes of UTF-8 (15 Han characters, 45 letters), or
# when no headline is so long: not every script has full stops.
_SENTENCE, _LONG = 45, 200
# A document with less prose than this (bytes) is compared by all its lines: verse, tables, scripts that break off.
_LITTLE_PROSE: Final = 400
_TAIL: Final = 6
# Prose is compared by windows of this many bytes, five Han characters or three English words: an editor's hand leaves
# most of them as they were, and few whole lines.
_WINDOW: Final = 16
# Of a document's windows these are kept, the ones with the least hashes: of two documents' windows the same ones.
KEPT: Final = 256
# They are looked for among this share of all windows, or, in a long document, among about so many.
_RATE, _LOOKED_AT = 1 / 4, 4 * KEPT
# Knuth's multiplier for 64 bits (MMIX): odd, so that no byte of a window is lost.
_BASE: Final = 6_364_136_223_846_793_005
_HIGHEST: Final = np.uint64(2**64 * _RATE)
# Bytes hashed at a time: a huge text must not need forty times its size at once.
_CHUNK: Final = 1 << 22
# Versions share this much of the shorter one's prose and this much of the longer one's; and of what they share so much
# stands in lines that are not alike, or else nearly all of the shorter one is shared. What pages of one site share,
# their notices, stands in lines that are alike. (Of 250 pairs of different pages of one site two pass for versions;
# of 2,240 pairs of versions that share a fifth, edited, cut, reprinted inside others, 92 do not.)
_OF_SHORTER, _OF_LONGER = 0.2, 0.1
_UNLIKE, _WHOLE = 0.2, 0.9
# Shares are estimated from the windows kept: so many standard errors below nearly all is still nearly all.
_ERRORS: Final = 1.5
# In a group of up to this many documents that share a window every two are compared; in a larger one each with the
# first and with its neighbours, so that the work grows with the documents and not with their square.
_ALL_PAIRS: Final = 8


@dataclass(frozen=True, slots=True)
class Marks:
    """What documents are compared by: the windows kept of each, a document with each of its windows once.

    `keys` are the windows, `lines` the lines that they stand in, `documents` whose they are; `totals` says for every
    document how many windows it has.
    """

    keys: Keys
    lines: Keys
    documents: Ints
    totals: Ints


def marks(lines: pl.DataFrame, sources: Sequence[str]) -> Marks:
    """Return the marks of documents, from the columns document and folded of audit.parser.blocks.features.lines."""
    prose = lines.filter(_is_prose())
    ends = np.cumsum(prose["folded"].str.len_bytes().to_numpy().astype(np.int64))
    text = np.frombuffer("".join(prose["folded"]).encode("utf-8", "surrogatepass"), np.uint8)
    hashes, starts = _sampled(text)
    line = np.searchsorted(ends, starts, "right")
    document, rates = prose["document"].to_numpy()[line], _rates(prose, len(sources))
    thin = (starts + _WINDOW <= ends[line]) & (hashes < (rates * 2.0**64).astype(np.uint64)[document])
    found = {"document": document[thin], "key": hashes[thin], "line": line_keys(prose)[line[thin]]}
    table = pl.DataFrame(found).sort("document", "key", "line").unique(["document", "key"], maintain_order=True)
    totals = np.bincount(table["document"].to_numpy(), minlength=len(sources)) / rates
    kept = table.filter(pl.int_range(pl.len()).over("document") < KEPT)
    document, keys, of = (kept[name].to_numpy() for name in kept.columns)
    return Marks(mixed(source_keys(sources)[document], keys), of, document, np.rint(totals).astype(np.int64))


def _rates(prose: pl.DataFrame, documents: int) -> NDArray[np.float64]:
    """Return which share of each document's windows is looked at."""
    sizes = np.bincount(prose["document"].to_numpy(), prose["folded"].str.len_bytes().to_numpy(), documents)
    return np.minimum(_RATE, _LOOKED_AT / np.maximum(sizes, 1))


def _is_prose() -> pl.Expr:
    size = pl.col("folded").str.len_bytes()
    ended = pl.col("folded").str.tail(_TAIL).str.contains(SENTENCE_END)
    sentence = (ended & (size >= _SENTENCE)) | (size >= _LONG)
    return sentence | (pl.when(sentence).then(size).otherwise(0).sum().over("document") < _LITTLE_PROSE)


def _sampled(text: NDArray[np.uint8]) -> tuple[Keys, Ints]:
    """Return the hashes of some windows of the text, and where these begin."""
    found = [(np.zeros(0, np.uint64), np.zeros(0, np.int64))]
    for low in range(0, len(text), _CHUNK):
        hashes = _hashed(text[low : low + _CHUNK + _WINDOW - 1])
        starts = np.flatnonzero(hashes < _HIGHEST)
        found.append((hashes[starts], low + starts))
    hashes, starts = (np.concatenate(side) for side in zip(*found, strict=True))
    return hashes, starts


def _hashed(text: NDArray[np.uint8]) -> Keys:
    """Return the hash of each window of the text: of twice as many bytes at every step."""
    hashes, width = text.astype(np.uint64), 1
    while width < _WINDOW:
        hashes = hashes[:-width] * np.uint64(pow(_BASE, width, 1 << 64)) + hashes[width:]
        width *= 2
    # The last bytes of a window have only reached the low bits: turn them up.
    return (hashes ^ (hashes >> np.uint64(32))) * np.uint64(_BASE)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of the windows kept two documents share, `first` < `second`, and how many of these in unlike lines."""

    first: Ints
    second: Ints
    windows: Ints
    unlike: Ints


def shares(found: Marks) -> Shares:
    """Return who shares windows with whom."""
    order = np.lexsort((found.documents, found.keys))
    keys, documents, lines = found.keys[order], found.documents[order], found.lines[order]
    low, high = _couples(keys)
    one = np.ones(len(low), np.int64)
    return summed([Shares(documents[low], documents[high], one, (lines[low] != lines[high]).astype(np.int64))])


def _couples(keys: Keys) -> tuple[Ints, Ints]:
    """Return the places of each two equal ones among ascending keys; of many equal ones, not all couples."""
    begins = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(begins, len(keys)))
    first, size, here = np.repeat(begins, sizes), np.repeat(sizes, sizes), np.arange(len(keys))
    # Each meets the ones up to seven places before it; in a large group the one before and the first.
    steps = [(here - back >= first) & ((size <= _ALL_PAIRS) | (back == 1)) for back in range(1, _ALL_PAIRS)]
    couples = [(here[met] - back, here[met]) for back, met in enumerate(steps, 1)]
    met = (size > _ALL_PAIRS) & (here - first > 1)
    low, high = (np.concatenate(side) for side in zip(*couples, (first[met], here[met]), strict=True))
    return low, high


def summed(found: Sequence[Shares]) -> Shares:
    """Return each couple once, with all that it shares."""
    names = ("first", "second", "windows", "unlike")
    parts = [pl.DataFrame({name: getattr(s, name) for name in names}) for s in found]
    table = pl.concat(parts).group_by("first", "second").agg(pl.col("windows", "unlike").sum()).sort("first", "second")
    return Shares(*(table[name].to_numpy() for name in names))


def articles_of(found: Marks) -> Ints:
    """Return for each document the first one that holds the same article."""
    shared = shares(found)
    enough = are_versions(shared, found.totals)
    return joined(len(found.totals), shared.first[enough], shared.second[enough])


def are_versions(shared: Shares, totals: Ints) -> NDArray[np.bool_]:
    """Return which couples hold the same article."""
    one, other = totals[shared.first], totals[shared.second]
    shorter, longer = np.minimum(one, other), np.maximum(one, other)
    # What both keep of the windows they share is as thin as what the longer one keeps of its own.
    windows = shared.windows * np.maximum(longer / KEPT, 1 / _RATE)
    enough = (windows >= _OF_SHORTER * shorter) & (windows >= _OF_LONGER * longer)
    error = np.sqrt(np.maximum(1 - windows / np.maximum(longer, 1), 0) / np.maximum(shared.windows, 1))
    whole = windows >= (_WHOLE - _ERRORS * error) * shorter
    return enough & (whole | (shared.unlike >= _UNLIKE * shared.windows))


def joined(count: int, first: Ints, second: Ints) -> Ints:
    """Return for each of `count` documents the least one that it is connected to by couples of `first` and `second`."""
    least = np.arange(count)
    while (least[first] != least[second]).any():
        low = np.minimum(least[first], least[second])
        for side in (first, second, least[first], least[second]):
            np.minimum.at(least, side, low)
        least = least[least]
    return least
