"""Sketches of documents, by which versions of an article are found: samples of their prose, and their slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.kernels.parser.templates import keep_least, sample_windows
from audit.parser.blocks.strings import Strings, strings
from audit.parser.templates.slots import slots
from audit.parser.templates.template_lines import mixed, source_keys
from audit.text.punctuation import SENTENCE_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.templates.template_lines import Flags, Ints, Keys

# Minimum UTF-8 bytes of a prose line ending like a sentence (15 Han characters, 45 letters), and of any prose line,
# longer than headlines: not every script has full stops.
_SENTENCE, _LONG = 45, 200
# Documents with fewer bytes of prose are compared by all lines: verse, tables, scripts without full stops.
LITTLE_PROSE: Final = 400
_TAIL: Final = 6
# Windows kept per document, those with the smallest hashes, so that documents sample the same ones.
KEPT: Final = 256
# Sampling rate of windows, and about the number sampled of a long document.
RATE, _LOOKED_AT = 1 / 4, 4 * KEPT
# Buffer of windows per byte of prose; if it overflows the search is repeated.
_ROOM: Final = 0.3


@dataclass(frozen=True, slots=True)
class Marks:
    """The sketches of documents, each (document, window) once.

    `keys` are the windows, `lines` their lines, `documents` their documents; `is_slot` tells which are slots of
    templates instead (audit.parser.templates.slots), `lines` what fills them. `totals` is the number of windows of each
    document, `siblings` the number of documents of its source.
    """

    keys: Keys
    lines: Keys
    documents: Ints
    is_slot: Flags
    totals: Ints
    siblings: Ints


def marks(lines: pl.DataFrame, line_names: Keys, sources: Sequence[str]) -> Marks:
    """Return the sketches of documents, from the columns document and folded of audit.parser.blocks.features.lines.

    `line_names` are its line_keys.
    """
    of, sentence = lines["document"].to_numpy(), _is_sentence(lines)
    keys = source_keys(sources)
    slot, filling, page = slots(line_names, of, ~sentence)
    is_prose = _is_prose(lines, sentence, len(sources))
    prose = lines.filter(is_prose)
    folded, of = strings(prose["folded"]), prose["document"].to_numpy()
    rates = _rates(np.bincount(of, np.diff(folded.offsets), len(sources)))
    windows, places = _sampled(folded, (rates * 2.0**64).astype(np.uint64)[of])
    names, edges = line_names[is_prose], np.searchsorted(of[places], np.arange(len(sources) + 1))
    counts, kept = keep_least(windows, places, edges, names, KEPT)
    documents = np.repeat(np.arange(len(sources)), kept)
    rows = _runs(edges[:-1], kept)
    owners = np.concatenate([documents, page])
    return Marks(
        mixed(keys[owners], np.concatenate([windows[rows], slot])),
        np.concatenate([names[places[rows]], filling]),
        owners,
        np.repeat([False, True], [len(documents), len(page)]),
        np.rint(counts / rates).astype(np.int64),
        siblings(keys),
    )


def siblings(sources: Keys) -> Ints:
    """Return for each document the number of documents of its source, itself among them."""
    _, inverse, sizes = np.unique(sources, return_inverse=True, return_counts=True)
    found: Ints = sizes[inverse]
    return found


def _is_sentence(lines: pl.DataFrame) -> Flags:
    """Return which lines are prose."""
    sizes = lines["folded"].str.len_bytes().to_numpy()
    ended = lines["folded"].str.tail(_TAIL).str.contains(SENTENCE_END).to_numpy()
    made: Flags = (ended & (sizes >= _SENTENCE)) | (sizes >= _LONG)
    return made


def _is_prose(lines: pl.DataFrame, sentence: Flags, documents: int) -> Flags:
    """Return which lines are compared: prose, and all lines of a document with little of it."""
    of, sizes = lines["document"].to_numpy(), lines["folded"].str.len_bytes().to_numpy()
    made: Flags = sentence | (np.bincount(of, sizes * sentence, documents) < LITTLE_PROSE)[of]
    return made


def _rates(sizes: Ints | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sampling rate of each document's windows, by the bytes of its prose."""
    return np.minimum(RATE, _LOOKED_AT / np.maximum(sizes, 1))


def _sampled(folded: Strings, bounds: Keys) -> tuple[Keys, Ints]:
    """Return the window hashes below the bounds of their lines, and these lines, in order."""
    room = np.int64(len(folded.text) * _ROOM) + KEPT
    while True:
        keys, lines = np.empty(room, np.uint64), np.empty(room, np.int64)
        found = sample_windows(folded.text, folded.offsets, bounds, keys, lines)
        if found <= room:
            return keys[:found], lines[:found]
        room = found


def _runs(first: Ints, sizes: Ints) -> Ints:
    """Return concatenated ranges that start at `first`."""
    made: Ints = np.arange(sizes.sum()) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
    return made
