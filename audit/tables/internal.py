"""Internal tables, which workers hand on in part files and no release contains."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from audit.tables.evidence import LEDGER
from audit.tables.table import Table, nullable, required

TEXTS: Final = Table(
    "texts",
    "one row per decoded document, between pipeline stages",
    (
        required("id", "string", "the document"),
        required("text", "large_string", "the decoded text"),
        required("encoding", "string", "codec"),
        required("sha256", "string", "SHA-256 of the raw bytes"),
    ),
)

PLACES: Final = Table(
    "places",
    "one row per place where a measured fact was counted",
    (
        required("row", "int32", "row of the document in its part"),
        required("fact", "string", "the column of measures that counted it"),
        required("start", "int64", "first code point in the decoded text"),
        required("end", "int64", "one past the last code point in the decoded text"),
        nullable(
            "byte_start", "int64", "first byte in the raw bytes; null for text that does not occur in them literally"
        ),
        nullable("byte_end", "int64", "one past the last byte in the raw bytes"),
        required("evidence", "string", "what was found there, in printable characters"),
        required("content", "string", "what a finding at this place is about (audit.finding.subject)"),
        nullable("line", "int64", "line of the file, from 1; null if the text is not a line of it"),
        nullable("column", "int64", "code point of that line, from 1"),
        nullable("end_line", "int64", "line of the exclusive end"),
        nullable("end_column", "int64", "code point of the exclusive end in its line"),
    ),
)

RECORD_LINES: Final = Table(
    "record_lines",
    "one row per document that is a record of a line-based file",
    (
        required("row", "int32", "row of the document in its part"),
        required("line", "int64", "line of the file at which the record begins, from 1"),
    ),
)

_AS_READ: Final = LEDGER.only("id", "path", "bytes", "sha256", "code", "detail")

READ_LEDGER: Final = replace(
    _AS_READ,
    meaning="one row per input found, as it was read; its state is decided later",
    columns=(
        *_AS_READ.columns,
        required("is_document", "bool", "whether it was decoded, parsed and measured"),
        required("of_container", "bool", "whether the row is about a container rather than one of its records"),
    ),
)
