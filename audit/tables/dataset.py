"""The tables of the dataset, and those of the texts they are made from."""

from __future__ import annotations

from typing import Final

from audit.tables.table import Table, nullable, required

DOCUMENTS: Final = Table(
    "documents",
    "one row per document; the dataset itself (split train)",
    (
        nullable("title", "string", "headline as printed; null when the text has none"),
        nullable("source", "string", "publisher or site that states itself as the origin shown to readers"),
        nullable("date", "date32", "day of publication stated in the text; null rather than guessed"),
        required("body", "large_string", "the article: content blocks joined by newlines; empty when none"),
        required("boilerplate", "bool", "true when the document holds no article: all of it is boilerplate"),
        required(
            "id", "string", "the file's POSIX path below the input root; path#n for record n (from 0) of a container"
        ),
        nullable("author", "string", "byline"),
        nullable("source_original", "string", "the origin named by a syndicated text"),
        nullable("published_at", "timestamp[ms]", "date with its time of day, when stated; without time zone"),
        required(
            "language", "string", "BCP 47 tag of the body, or of the whole text where the body is empty; und, zxx, mul"
        ),
        required("encoding", "string", "Python's name of the codec that decoded the bytes"),
        required(
            "sha256",
            "string",
            "SHA-256 of the raw bytes, hexadecimal; for a record of a container, of its text in UTF-8",
        ),
        nullable("url", "string", "URL stated by the record; null when unknown"),
        nullable("record_id", "string", "identifier stated by the record, in addition to id; null when it states none"),
    ),
)

BLOCKS: Final = Table(
    "blocks",
    "one row per block of a document, in order; only white space lies between blocks",
    (
        required("id", "string", "the document"),
        required("block", "int32", "number of the block in its document, from 0"),
        required("start", "int64", "first code point in the decoded text"),
        required("end", "int64", "one past the last code point in the decoded text"),
        required("text", "large_string", "the decoded text from start to end, unchanged"),
        required("kind", "string", "what the block is: title, paragraph, share_prompt, …"),
        required("boilerplate", "bool", "true when the block is not part of the body"),
        required("score", "float32", "0 content … 1 boilerplate"),
        required("reason", "string", "the rule that decided, in words"),
    ),
)
# The kinds of blocks that form the body.
BODY_KINDS: Final = ("paragraph", "heading", "list_item", "quote")
