"""The tables: the one place where a column's name, type and meaning are written down.

`schemas/*.v1.json` is written from here, and every table that leaves a room is cast to its schema here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Arrow type by name, whether it is never null, and what it means (with its unit)."""

    name: str
    type: str
    required: bool
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table of the contract."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @cached_property
    def arrow(self) -> pa.Schema:
        """The Arrow schema; nullability as declared."""
        import pyarrow as pa

        return pa.schema([pa.field(c.name, _arrow_type(c.type), nullable=not c.required) for c in self.columns])

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)


def _arrow_type(name: str) -> pa.DataType:
    import pyarrow as pa

    return pa.timestamp("ms") if name == "timestamp[ms]" else getattr(pa, {"bool": "bool_"}.get(name, name))()


def _must(name: str, type: str, meaning: str) -> Column:
    return Column(name, type, required=True, meaning=meaning)


def _may(name: str, type: str, meaning: str) -> Column:
    return Column(name, type, required=False, meaning=meaning)


DOCUMENTS: Final = Table(
    "documents",
    "one row per document; the dataset itself (split train)",
    (
        _may("title", "string", "headline as printed; null when the text has none"),
        _may("source", "string", "publisher or site that states itself as the origin shown to readers"),
        _may("date", "date32", "day of publication stated in the text; null rather than guessed"),
        _must("body", "large_string", "the article: content blocks joined by newlines; empty when none"),
        _must("boilerplate", "bool", "true when the document holds no article: all of it is boilerplate"),
        _must(
            "id", "string", "the file's POSIX path below the input root; path#n for record n (from 0) of a container"
        ),
        _may("author", "string", "byline"),
        _may("source_original", "string", "the origin named by a syndicated text"),
        _may("published_at", "timestamp[ms]", "date with its time of day, when stated; no time zone is assumed"),
        _must(
            "language", "string", "BCP 47 tag of the body, or of the whole text where the body is empty; und, zxx, mul"
        ),
        _must("encoding", "string", "Python's name of the codec that decoded the bytes"),
        _must(
            "sha256",
            "string",
            "of the raw bytes, hexadecimal; of the record's text in UTF-8 for a record of a container",
        ),
    ),
)

BLOCKS: Final = Table(
    "blocks",
    "one row per block of a document, in order; between blocks there is white space only",
    (
        _must("id", "string", "the document"),
        _must("block", "int32", "number of the block in its document, from 0"),
        _must("start", "int64", "first code point in the decoded text"),
        _must("end", "int64", "one past the last code point in the decoded text"),
        _must("text", "large_string", "the decoded text from start to end, untouched"),
        _must("kind", "string", "what the block is: title, paragraph, share_prompt, …"),
        _must("boilerplate", "bool", "true when it must not be in the body's training text"),
        _must("score", "float32", "0 content … 1 boilerplate"),
        _must("reason", "string", "the rule that decided, readable"),
    ),
)

MEASURES: Final = Table(
    "measures",
    "one row per document: the facts that rules judge",
    (
        _must("id", "string", "the document"),
        # encoding
        _must("bytes", "int64", "raw size, bytes"),
        _must("chars", "int64", "length of the decoded text, code points"),
        _must("encoding", "string", "codec, as in documents"),
        _must(
            "encoding_source",
            "string",
            "what decided: ascii, utf-8, bom, escapes, nul-pattern, utf-8-tolerant, declared, scored, container, html",
        ),
        _must("encoding_confidence", "float32", "0 to 1; 1 where nothing had to be weighed"),
        _must("legacy_codec", "bool", "the codec is none of the Unicode ones"),
        _must("bom", "bool", "the bytes began with a byte order mark"),
        _must("decode_errors", "int32", "places where bytes do not decode, each shown as U+FFFD in the decoded text"),
        _must(
            "replacement_chars",
            "int32",
            "U+FFFD that stood in the input itself, and tokens such as 锟斤拷; occurrences",
        ),
        _must(
            "control_chars",
            "int32",
            "C0 and C1 controls other than tab, line feed, carriage return, form feed; code points",
        ),
        _must("private_use", "int32", "private use code points"),
        _must("noncharacters", "int32", "code points that Unicode reserves for never; code points"),
        _must("lone_surrogates", "int32", "surrogates without a partner, replaced by U+FFFD on reading; code points"),
        _must("zero_width", "int32", "invisible characters where no script needs them; code points"),
        _must("bidi_unbalanced", "int32", "bidirectional controls without their partner in the same line; code points"),
        _must("mojibake", "int32", "passages that read as text decoded with the wrong codec; passages"),
        _must("html_entities", "int32", "leftover entities and escapes such as &nbsp; and \\u4e2d; occurrences"),
        _must("question_runs", "int32", "runs of four or more question marks that stand for lost letters; runs"),
        _must("nfc", "bool", "the text is in Unicode normal form C"),
        # language
        _must("language", "string", "BCP 47 tag, as in documents"),
        _must("language_confidence", "float32", "0 to 1"),
        _must("language_expected", "bool", "the policy names no languages, or names this one"),
        _must("script", "string", "ISO 15924 code of the script most letters belong to; Zyyy without letters"),
        _must("script_share", "float32", "share of letters in that script, 0 to 1"),
        _must("letters", "int32", "letters in the judged text; code points"),
        _must("foreign_blocks", "int32", "content blocks wholly in another language than the document's; blocks"),
        _must("foreign_share", "float32", "share of the body's letters in foreign blocks, 0 to 1"),
        _must(
            "variant_mix",
            "float32",
            "share of the rarer Han variant among characters that exist in one variant only, 0 to 0.5",
        ),
        # duplication
        _may("duplicate_of", "string", "the document that is kept instead of this one"),
        _may("duplicate_kind", "string", "exact_raw, exact_normalised or near: why duplicate_of is set"),
        _may(
            "similarity",
            "float32",
            "highest true Jaccard of shingles with any other document; null without a verified pair",
        ),
        _may(
            "containment",
            "float32",
            "highest share of this document's tokens found in another one; null without a verified pair",
        ),
        _must("contained", "bool", "lies within a longer document"),
        _must("quotes", "int32", "documents that share a run of 50 tokens or more and are otherwise different"),
        _must("copies", "int32", "documents in its cluster, itself included"),
        _must(
            "repeated_share",
            "float32",
            "share of the body's characters in blocks that repeat an earlier block of it, 0 to 1",
        ),
        _must(
            "shared_share",
            "float32",
            "share of the body's characters in blocks that also stand in three or more other documents, 0 to 1",
        ),
        _must("title_twins", "int32", "other documents with the same title and another body"),
        # fields
        _may("title_chars", "int32", "length of the title; null when there is none; code points"),
        _must("has_source", "bool", "a source is stated"),
        _must("has_date", "bool", "a date is stated"),
        _must("has_author", "bool", "an author is stated"),
        _must("body_chars", "int32", "length of the body without white space; code points"),
        _must("later_dates", "int32", "absolute dates in the text that are later than the document's date"),
        _must("starts_mid_sentence", "bool", "the body begins inside a sentence"),
        _must("ends_mid_sentence", "bool", "the body's last paragraph stops inside a sentence"),
        _must("title_in_body", "bool", "a content block repeats the title"),
        # boilerplate
        _must("no_article", "bool", "boilerplate, as in documents"),
        _must("blocks", "int32", "blocks in the document"),
        _must("boilerplate_blocks", "int32", "blocks flagged as boilerplate"),
        _must("boilerplate_share", "float32", "share of the text's non-white characters in boilerplate blocks, 0 to 1"),
        _must("boilerplate_inside", "int32", "boilerplate blocks between the first and the last content block"),
        _must("related_items", "int32", "blocks of appended lists of other articles"),
        _must("run_together", "int32", "lists run together into one long line; blocks"),
        _must("residual_prompts", "int32", "share, follow and subscribe prompts inside content blocks; occurrences"),
        # spun text
        _must("punctuation_led", "float32", "share of lines that begin with closing or mid punctuation, 0 to 1"),
        _must("spaced_punctuation", "float32", "Han character, space, punctuation: occurrences per 1,000 characters"),
        _must("homoglyph_pairs", "int32", "names that occur both with I and with l in one document; pairs"),
        _must("injected_ads", "int32", "short lines and phrases of advertising foreign to the article; passages"),
    ),
)

DUPLICATES: Final = Table(
    "duplicates",
    "one row per verified pair of documents",
    (
        _must("a", "string", "id of one document, a < b"),
        _must("b", "string", "id of the other"),
        _must("kind", "string", "exact_raw, exact_normalised, near, contained or quoted"),
        _must("coverage_ab", "float32", "share of a's tokens that lie in shingles also in b, 0 to 1"),
        _must("coverage_ba", "float32", "share of b's tokens that lie in shingles also in a, 0 to 1"),
        _must("jaccard", "float32", "true Jaccard similarity of the two sets of shingles, 0 to 1"),
        _must("longest_run", "int32", "longest common run of tokens"),
        _must("cluster", "string", "least id of the connected group of documents the pair is in"),
        _may("release", "string", "the release that b comes from, when it is not this one"),
    ),
)

FINDINGS: Final = Table(
    "findings",
    "one row per place where a document breaks a rule",
    (
        _must(
            "fingerprint",
            "string",
            "32 hexadecimal digits: the rule and the content it is about, not its place in the run",
        ),
        _must("code", "string", "the rule"),
        _must("severity", "string", "critical, warning or info"),
        _must("id", "string", "the document"),
        _may("start", "int64", "first code point in the decoded text; null for a finding about the whole document"),
        _may("end", "int64", "one past the last code point"),
        _may("byte_start", "int64", "first byte in the raw bytes"),
        _may("byte_end", "int64", "one past the last byte"),
        _must("message", "string", "what is wrong, in a sentence"),
        _may("evidence", "string", "what was seen there, in printable characters"),
    ),
)

LEDGER: Final = Table(
    "ledger",
    "one row per input found",
    (
        _must("id", "string", "the document, or the input that never became one"),
        _must("path", "string", "the file's POSIX path below the input root"),
        _may("bytes", "int64", "raw size, bytes; null when it could not be read"),
        _may("sha256", "string", "of the raw bytes, hexadecimal; null when they could not be read"),
        _must("state", "string", "published, duplicate, boilerplate, excluded or quarantined"),
        _may("code", "string", "why it is not published: a rule's code or a quarantine code"),
        _may("detail", "string", "the reason in a sentence, and what to do next"),
        _may("duplicate_of", "string", "the document kept instead, for duplicates"),
    ),
)

TABLES: Final = (DOCUMENTS, BLOCKS, MEASURES, DUPLICATES, FINDINGS, LEDGER)

# Inside the belt only: the decoded documents that parsers and measures read, never written to a release.
TEXTS: Final = Table(
    "texts",
    "one row per decoded document, on its way through the belt",
    (
        _must("id", "string", "the document"),
        _must("text", "large_string", "the decoded text"),
        _must("encoding", "string", "codec"),
        _must("sha256", "string", "of the raw bytes"),
    ),
)


def empty(table: Table) -> pa.Table:
    """Return a table with no rows and the right schema."""
    return table.arrow.empty_table()


def conform(found: pa.Table, table: Table) -> pa.Table:
    """Return `found` with exactly the columns, order, types and nullability of `table`.

    Raises DefectError when a column is missing, does not cast, or holds a null where none may be.
    """
    import pyarrow as pa

    from audit.errors import DefectError

    missing = [n for n in table.names if n not in found.column_names]
    if missing:
        raise DefectError(f"the table {table.name} came without {', '.join(missing)}; this is a defect of corpus-audit")
    try:
        made = found.select(table.names).cast(table.arrow)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, ValueError) as error:
        raise DefectError(f"the table {table.name} does not fit its schema: {error}") from error
    for column in table.columns:
        if column.required and made[column.name].null_count:
            raise DefectError(f"the table {table.name} holds nulls in {column.name}; this is a defect of corpus-audit")
    return made
