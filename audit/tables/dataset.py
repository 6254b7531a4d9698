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
        may("published_at", "timestamp[ms]", "date with its time of day, when stated; without time zone"),
        must(
            "language", "string", "BCP 47 tag of the body, or of the whole text where the body is empty; und, zxx, mul"
        ),
        must("encoding", "string", "Python's name of the codec that decoded the bytes"),
        must(
            "sha256",
            "string",
            "SHA-256 of the raw bytes, hexadecimal; for a record of a container, of its text in UTF-8",
        ),
        may("url", "string", "URL stated by the record; null when unknown"),
        may("record_id", "string", "identifier stated by the record, in addition to id; null when it states none"),
    ),
)

BLOCKS: Final = Table(
    "blocks",
    "one row per block of a document, in order; only white space lies between blocks",
    (
        must("id", "string", "the document"),
        must("block", "int32", "number of the block in its document, from 0"),
        must("start", "int64", "first code point in the decoded text"),
        must("end", "int64", "one past the last code point in the decoded text"),
        must("text", "large_string", "the decoded text from start to end, unchanged"),
        must("kind", "string", "what the block is: title, paragraph, share_prompt, …"),
        must("boilerplate", "bool", "true when the block is not part of the body"),
        must("score", "float32", "0 content … 1 boilerplate"),
        must("reason", "string", "the rule that decided, in words"),
    ),
)
