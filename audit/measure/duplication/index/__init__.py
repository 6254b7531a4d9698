"""The index: what of a corpus is kept so that other corpora can be compared with it, without reading its texts again.

`write_index` puts the signatures of a release's documents beside them, `unpack` lays an index or the part files of a
run out for searching, `pairs_across` compares two corpora: it searches, then reads the texts of candidates only.
"""

from __future__ import annotations

from audit.measure.duplication.index.across import ACROSS, Side, close_pairs, pairs_across, side_of
from audit.measure.duplication.index.make import make
from audit.measure.duplication.index.unpacked import Unpacked, cached, unpack
from audit.measure.duplication.index.written import check_index, write_index

__all__ = (
    "ACROSS",
    "Side",
    "Unpacked",
    "cached",
    "check_index",
    "close_pairs",
    "make",
    "pairs_across",
    "side_of",
    "unpack",
    "write_index",
)
