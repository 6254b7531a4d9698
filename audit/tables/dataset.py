"""The tables of the dataset, and those of the texts they are made from."""

from __future__ import annotations

from typing import Final

from audit.tables.table import Table, may, must

DOCUMENTS: Final = Table(
    "documents",
    "one row per document; the dataset itself (split train)",
    (
        may("title", "string", "headline as printed; null when the text has none"),
        may("source", "string", "publisher or site that states itself as the origin shown to readers"),
        may("date", "date32", "day of publication stated in the text; null rather than guessed"),
        must("body", "large_string", "the article: content blocks joined by newlines; empty when none"),
        must("boilerplate", "bool", "true when the document holds no article: all of it is boilerplate"),
        must("id", "string", "the file's POSIX path below the input root; path#n for record n (from 0) of a container"),
        may("author", "string", "byline"),
        may("source_original", "string", "the origin named by a syndicated text"),
        may("published_at", "timestamp[ms]", "date with its time of day, when stated; no time zone is assumed"),
        must(
            "language", "string", "BCP 47 tag of the body, or of the whole text where the body is empty; und, zxx, mul"
        ),
        must("encoding", "string", "Python's name of the codec that decoded the bytes"),
        must(
            "sha256",
            "string",
            "of the raw bytes, hexadecimal; of the record's text in UTF-8 for a record of a container",
        ),
        may("url", "string", "address that the record states for itself; null when unknown"),
        may("record_id", "string", "the name that the record gives itself, beside id; null when it gives none"),
    ),
)

BLOCKS: Final = Table(
    "blocks",
    "one row per block of a document, in order; between blocks there is white space only",
    (
        must("id", "string", "the document"),
        must("block", "int32", "number of the block in its document, from 0"),
        must("start", "int64", "first code point in the decoded text"),
        must("end", "int64", "one past the last code point in the decoded text"),
        must("text", "large_string", "the decoded text from start to end, untouched"),
        must("kind", "string", "what the block is: title, paragraph, share_prompt, …"),
        must("boilerplate", "bool", "true when it must not be in the body's training text"),
        must("score", "float32", "0 content … 1 boilerplate"),
        must("reason", "string", "the rule that decided, readable"),
    ),
)
