"""Slots of a template: what stands between two neighbours, a few short lines.

Pages of one template fill many slots with lines of their own: a name, a crumb, a material. Versions of one article fill
them with the same lines, but for a ticker or a list of other articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.sort import stable_order
from audit.parser.templates.template_lines import changes, mixed

if TYPE_CHECKING:
    from audit.parser.templates.template_lines import Flags, Ints, Keys

# Lines in a slot: more are a list or a text.
_LINES: Final = 3
# Slots kept per document, those with the smallest keys, so that documents keep the same ones.
KEPT_SLOTS: Final = 256
# The neighbours of a page's first and last line.
_START, _END = np.uint64(1), np.uint64(2)
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)


def slots(lines: Keys, documents: Ints, short: Flags) -> tuple[Keys, Keys, Ints]:
    """Return the keys of slots, what fills each, and their documents, ascending.

    `lines` are line keys, `short` whether each may stand in a slot. A filling is half of the key of its first line and
    half of that of its last.
    """
    begins, ends = np.diff(documents, prepend=-1) != 0, np.diff(documents, append=-1) != 0
    above = np.where(begins, _START, np.roll(lines, 1))
    below = np.where(ends, _END, np.roll(lines, -1))
    found = []
    for size in range(1, _LINES + 1):
        first = np.arange(max(len(lines) - size + 1, 0))
        last = first + size - 1
        fits = (documents[first] == documents[last]) & ~(begins[first] & ends[last])
        for step in range(size):
            fits &= short[first + step]
        first, last = first[fits], last[fits]
        keys = mixed(mixed(above[first], below[last]), np.full(len(first), size, np.uint64))
        found.append((keys, (lines[first] & ~_LOW) | (lines[last] >> _HALF), documents[first]))
    keys, fillings, of = (np.concatenate(each) for each in zip(*found, strict=True))
    order = stable_order(keys)
    order = order[stable_order(of[order].astype(np.uint64))]
    keys, of = keys[order], of[order]
    begins = np.flatnonzero(changes(keys) | changes(of))
    # The least filling of a slot that recurs in a page; the order of lines means nothing.
    fillings = np.minimum.reduceat(fillings[order], begins) if len(begins) else fillings
    keys, of = keys[begins], of[begins]
    kept = np.arange(len(of)) - np.searchsorted(of, of) < KEPT_SLOTS
    return keys[kept], fillings[kept], of[kept]


def differ(one: Keys, other: Keys) -> Flags:
    """Return which fillings of the same slots have other first lines and other last ones."""
    apart = one ^ other
    found: Flags = ((apart & _LOW) != 0) & ((apart >> _HALF) != 0)
    return found
