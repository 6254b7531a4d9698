"""Duplication: exact copies, near copies, containment, quotations, repeated and shared passages.

Workers compute `tokens.signature` per batch. The parent runs once over all part files: `pairs.pairs`, then `keep`, then
`columns`. Only `pairs` reads texts again, those of candidates.
"""

from __future__ import annotations

from typing import Final

from audit.measure.measure import Facts
from audit.tables.table import nullable, required

COPIES: Final = Facts(
    "duplication",
    (
        nullable("duplicate_of", "string", "the document kept instead of this one"),
        nullable("duplicate_kind", "string", "why duplicate_of is set: exact_raw, exact_normalised, near or same_key"),
        nullable("duplicate_release", "string", "the release that contains duplicate_of, if it is not this one"),
        nullable(
            "similarity",
            "float32",
            "highest exact Jaccard similarity of shingles with any other document; null without a verified pair",
        ),
        nullable(
            "containment",
            "float32",
            "highest share of this document's tokens found in another one; null without a verified pair",
        ),
        nullable("kept_because", "string", "why duplicate_of is kept: the words that follow “it”"),
        nullable("kept_similarity", "float32", "Jaccard of shingles with duplicate_of, or with near_copy_of"),
        nullable(
            "kept_coverage",
            "float32",
            "share of this document's tokens in shingles also in duplicate_of or near_copy_of",
        ),
        nullable("kept_coverage_of", "float32", "share of that document's tokens in shingles also in this one"),
        nullable(
            "lost_tokens",
            "int32",
            "tokens of a document set aside, in runs of 8 or more, that occur in no kept document: they align with "
            "nothing in title or body of duplicate_of, and are in no passage of 30 tokens, nor all of them, in "
            "one other kept body",
        ),
        nullable(
            "also_in",
            "string",
            "the other kept documents with passages of a document set aside that duplicate_of lacks, one a line",
        ),
        nullable(
            "near_copy_of",
            "string",
            "the kept document of which this one is a near duplicate, itself kept for its unique passage",
        ),
        nullable(
            "unique_tokens",
            "int32",
            "its longest run of tokens that aligns with nothing in near_copy_of and is in no document without "
            "duplicates",
        ),
        nullable("unique_start", "int64", "first code point of that run in the body"),
        nullable("unique_end", "int64", "one past the last code point of that run in the body"),
        required("tokens", "int32", "tokens of the body: words, or single characters of scripts without spaces"),
        required("contained", "bool", "the body is contained in a longer document"),
        nullable(
            "contained_in", "string", "the document that contains the largest share of it, if possible a kept one"
        ),
        required("quotes", "int32", "documents that share a run of 50 tokens or more and otherwise differ"),
        nullable("longest_quote_with", "string", "that of them with the longest such run, if possible a kept one"),
        required("copies", "int32", "size of its cluster of exact and near duplicates, itself included"),
        required(
            "repeated_share",
            "float32",
            "share of the body's characters in blocks that repeat an earlier block of it, 0 to 1",
        ),
        required(
            "shared_share",
            "float32",
            "share of the body's characters in blocks that also occur in three or more other documents, 0 to 1",
        ),
        nullable(
            "levelled_share",
            "float32",
            "share of the body's characters in those of these blocks that are equal only if digits are ignored; null "
            "without any",
        ),
        required("title_twins", "int32", "other documents with the same title and a different body"),
    ),
)

LEAKAGE: Final = Facts(
    "leakage",
    (
        nullable(
            "leaked_share",
            "float32",
            "highest share of the document's tokens found in a document of an earlier split or of another dataset "
            "compared with; null without a verified pair",
        ),
        nullable("leaked_from", "string", "that document: split or dataset, colon, id"),
    ),
)

CONTAMINATION: Final = Facts(
    "contamination",
    (
        nullable(
            "benchmark_items",
            "int32",
            "benchmark items that occur in the document; null if none were searched for",
        ),
        nullable("benchmark_item", "string", "the first of them: dataset, colon, id of the item"),
    ),
)
