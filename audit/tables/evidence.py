"""The tables that record decisions and their reasons."""

from __future__ import annotations

from typing import Final

from audit.tables.table import Table, nullable, required

# The pairs are decided before it is known which documents are kept, and a near copy of a document elsewhere is compared
# with that document's body only.
_BESIDE: Final = (
    "in neither title or body of the other document nor any document without duplicates; decides whether it is set "
    "aside"
)
_ALONE: Final = "in any kept document; for pairs with another dataset only bodies are compared"

# The kinds of pairs: copies, and quotations.
PAIR_KINDS: Final = ("exact_raw", "exact_normalised", "near", "contained", "quoted", "same_key")
DUPLICATES: Final = Table(
    "duplicates",
    "one row per verified pair of documents",
    (
        required("a", "string", "id of one document, a < b unless b comes from elsewhere"),
        required("b", "string", "id of the other document"),
        required(
            "kind", "string", "kind of the pair: exact_raw, exact_normalised, near, contained, quoted or same_key"
        ),
        required("coverage_ab", "float32", "share of a's tokens that lie in shingles also in b, 0 to 1"),
        required("coverage_ba", "float32", "share of b's tokens that lie in shingles also in a, 0 to 1"),
        required("jaccard", "float32", "exact Jaccard similarity of the two sets of shingles, 0 to 1"),
        required("longest_run", "int32", "longest common run of tokens"),
        required("cluster", "string", "smallest id in the connected group of documents to which the pair belongs"),
        nullable("release", "string", "the release or dataset that b comes from, if it is not this one"),
        nullable(
            "lost_a",
            "int32",
            f"tokens of a, in runs of 8 or more, that occur neither in title or body of b nor {_ALONE}",
        ),
        nullable(
            "lost_b",
            "int32",
            f"tokens of b, in runs of 8 or more, that occur neither in title or body of a nor {_ALONE}",
        ),
        nullable("unique_a", "int32", f"tokens of the longest run of a found {_BESIDE}"),
        nullable("unique_b", "int32", f"tokens of the longest run of b found {_BESIDE}"),
    ),
)

SUSPECTS: Final = Table(
    "suspects",
    "one row per pair of documents of which one may be a paraphrase of the other; a suspicion, not a verdict",
    (
        required("id", "string", "the later of the two: by their stated dates, else the one that would be kept second"),
        required("spun_of", "string", "the document that it may paraphrase"),
        required(
            "score",
            "float32",
            "probability of a paraphrase, above 0.5 to 1; depends on this pair alone, not on the rest of the corpus",
        ),
        required(
            "coverage", "float32", "share of id's words in shingles (5 characters, 3 words) also in spun_of, 0 to 1"
        ),
        required("coverage_of", "float32", "share of spun_of's words in shingles also in id, 0 to 1"),
        required("short", "float32", "as coverage, with shingles of 3 characters or 2 words, 0 to 1"),
        required("short_of", "float32", "as coverage_of, with shingles of 3 characters or 2 words, 0 to 1"),
        required("anchors", "int32", "distinct numbers, names and titles that occur in both"),
    ),
)

FINDINGS: Final = Table(
    "findings",
    "one row per place where a document breaks a rule",
    (
        required(
            "fingerprint",
            "string",
            "32 hexadecimal digits: hash of the rule and the content it is about, independent of its place in the run",
        ),
        required("code", "string", "the rule"),
        required("severity", "string", "critical, warning or info"),
        required("id", "string", "the document"),
        nullable("start", "int64", "first code point in the decoded text; null for a finding about the whole document"),
        nullable("end", "int64", "one past the last code point"),
        nullable("byte_start", "int64", "first byte in the raw bytes"),
        nullable("byte_end", "int64", "one past the last byte"),
        required("message", "string", "what is wrong, as a sentence"),
        nullable("evidence", "string", "what was found there, in printable characters"),
        nullable("line", "int64", "line of the file, from 1, at which the place or the record begins; null if unknown"),
        nullable("column", "int64", "code point of that line, from 1; null if only the line is known"),
        nullable("end_line", "int64", "line of the exclusive end"),
        nullable("end_column", "int64", "code point of the exclusive end in its line"),
    ),
)

LEDGER: Final = Table(
    "ledger",
    "one row per input found",
    (
        required("id", "string", "the document, or the input that did not become one"),
        required("path", "string", "the file's POSIX path below the input root"),
        nullable("bytes", "int64", "raw size, bytes; null when it could not be read"),
        nullable("sha256", "string", "SHA-256 of the raw bytes, hexadecimal; null when they could not be read"),
        required("state", "string", "published, duplicate, boilerplate, excluded or quarantined"),
        nullable("code", "string", "why it is not published: the code of a rule or a quarantine code"),
        nullable("detail", "string", "the reason as a sentence, and the next step"),
        nullable("duplicate_of", "string", "the document kept instead, for duplicates"),
        nullable(
            "lost_tokens",
            "int32",
            "tokens of a duplicate, in runs of 8 or more, that occur in no kept title or body",
        ),
    ),
)

# Templates are among the most frequent blocks; a million pages have millions of others.
MOST_RECURRING: Final = 10_000

RECURRING: Final = Table(
    "recurring",
    f"one row per block that occurs in several documents, not counting duplicates; the {MOST_RECURRING:,} most "
    "frequent",
    (
        required(
            "hash",
            "string",
            "16 hexadecimal digits: hash of the block's text in lower case, with digits and punctuation normalised",
        ),
        required("text", "string", "beginning of the block as in the first document, in printable characters"),
        required("documents", "int32", "documents that contain it"),
        required("sources", "int32", "sources (folders or files of records) that contain it"),
        required(
            "source", "string", "the source in which most documents contain it; empty for the input folder itself"
        ),
        required("in_source", "int32", "documents of that source that contain it"),
        required(
            "boilerplate_share", "float32", "share of its documents in which it was classified as boilerplate, 0 to 1"
        ),
    ),
)
