"""Duplication: exact copies, near copies, containment, quotations, repeated and shared passages.

Workers compute `tokens.signature` per batch. The parent runs once over all part files: `pairs.pairs`, then `keep`, then
`columns`. Only `pairs` reads texts again, those of candidates.
"""

from __future__ import annotations

from typing import Final

from audit.measure.measured import Facts
from audit.tables.table import may, must

COPIES: Final = Facts(
    "duplication",
    (
        may("duplicate_of", "string", "the document that is kept instead of this one"),
        may("duplicate_kind", "string", "exact_raw, exact_normalised, near or same_key: why duplicate_of is set"),
        may("duplicate_release", "string", "the release that duplicate_of is in, when it is not this one"),
        may(
            "similarity",
            "float32",
            "highest true Jaccard of shingles with any other document; null without a verified pair",
        ),
        may(
            "containment",
            "float32",
            "highest share of this document's tokens found in another one; null without a verified pair",
        ),
        may("kept_because", "string", "what speaks for duplicate_of: the words that follow “it”"),
        may("kept_similarity", "float32", "Jaccard of shingles with duplicate_of, or with near_copy_of"),
        may("kept_coverage", "float32", "share of this document's tokens in shingles also in that one"),
        may("kept_coverage_of", "float32", "share of that one's tokens in shingles also in this document"),
        may(
            "lost_tokens",
            "int32",
            "tokens of a document set aside, in runs of 8 or more, that stand nowhere in what is kept: they align "
            "with nothing in duplicate_of, dropped blocks included, and are in no shingle of any other kept body",
        ),
        may(
            "near_copy_of",
            "string",
            "the document that this one is a near copy of and kept beside, since it has a passage of its own",
        ),
        may(
            "unique_tokens",
            "int32",
            "its longest run of tokens that aligns with nothing in that document and is in none without copies",
        ),
        may("unique_start", "int64", "first code point of it in the body"),
        may("unique_end", "int64", "one past the last code point of it in the body"),
        must("tokens", "int32", "tokens of the body: words, or single characters of scripts without spaces"),
        must("contained", "bool", "lies within a longer document"),
        must("quotes", "int32", "documents that share a run of 50 tokens or more and are otherwise different"),
        must("copies", "int32", "documents that are exact or near copies of it, in turn, itself included"),
        must(
            "repeated_share",
            "float32",
            "share of the body's characters in blocks that repeat an earlier block of it, 0 to 1",
        ),
        must(
            "shared_share",
            "float32",
            "share of the body's characters in blocks that also stand in three or more other documents, 0 to 1",
        ),
        may(
            "levelled_share",
            "float32",
            "share of the body's characters in such blocks that are the same only but for digits; null without any",
        ),
        must("title_twins", "int32", "other documents with the same title and another body"),
    ),
)

LEAKAGE: Final = Facts(
    "leakage",
    (
        may(
            "leaked_share",
            "float32",
            "highest share of the document's tokens found in a document of an earlier split or of another dataset that "
            "it was compared with; null without a verified pair",
        ),
        may("leaked_from", "string", "that document: the split or dataset, a colon, and its id"),
    ),
)

CONTAMINATION: Final = Facts(
    "contamination",
    (
        may(
            "benchmark_items",
            "int32",
            "items of the datasets it was compared with that stand in the document; null where none were looked for",
        ),
        may("benchmark_item", "string", "the first of them: the dataset, a colon, and the item's id"),
    ),
)
