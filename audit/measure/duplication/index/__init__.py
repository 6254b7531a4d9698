"""The index of a corpus, by which other corpora are compared with it without reading its texts again.

`write_index` stores the signatures of a release's documents, `unpack` lays out an index or part files for searching,
`pairs_across` compares two corpora: it searches, then reads the texts of candidates only. Releases that were opened
before are found laid out in the user's cache, `cached` and `cached_bodies`.
"""

from __future__ import annotations

from audit.measure.duplication.index.cache import cached, cached_bodies
from audit.measure.duplication.index.cross_corpus import ACROSS, Side, close_pairs, pairs_across, side_of
from audit.measure.duplication.index.index_file import check_index, write_index
from audit.measure.duplication.index.mapped_bodies import MappedBodies
from audit.measure.duplication.index.mapped_index import Unpacked, mapped_signatures, unpack

__all__ = (
    "ACROSS",
    "MappedBodies",
    "Side",
    "Unpacked",
    "cached",
    "cached_bodies",
    "check_index",
    "close_pairs",
    "mapped_signatures",
    "pairs_across",
    "side_of",
    "unpack",
    "write_index",
)
