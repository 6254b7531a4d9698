"""Measures of characters: traces of wrong codecs, careless conversion and hidden data."""

from __future__ import annotations

from typing import Final

from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.tables import columns_of
from audit.tables.table import nullable, required


def _measure(batch: ParsedBatch) -> Measured:
    from audit.measure.encoding.characters import encoding
    from audit.measure.encoding.scan import scan_of

    found = encoding(batch.texts, batch.once(scan_of))
    # Replaced during decoding, so no longer in the text.
    surrogates = [len(reading.surrogates) for reading in batch.readings]
    columns = CHARACTERS.table.build(**columns_of(found.columns), lone_surrogates=surrogates)
    return Measured(columns, found.places)


CHARACTERS: Final = Measure(
    "characters",
    (
        required(
            "replacement_chars",
            "int32",
            "U+FFFD in the text, except for bytes that decode_errors counts, and sequences such as 锟斤拷; occurrences",
        ),
        required(
            "control_chars",
            "int32",
            "C0 and C1 controls other than tab, line feed, carriage return, form feed; code points",
        ),
        required("private_use", "int32", "private-use code points"),
        required("noncharacters", "int32", "Unicode noncharacters; code points"),
        required("lone_surrogates", "int32", "unpaired surrogates, replaced by U+FFFD on reading; code points"),
        required("zero_width", "int32", "invisible characters where no script needs them; code points"),
        required("manifests", "int32", "provenance manifests (C2PA) written in variation selectors; passages"),
        required("hidden_messages", "int32", "passages of invisible characters that spell words; passages"),
        required("selector_runs", "int32", "runs of variation selectors that spell nothing; passages"),
        required(
            "bidi_unbalanced", "int32", "bidirectional controls without their counterpart in the same line; code points"
        ),
        required("mojibake", "int32", "passages decoded with the wrong codec; passages"),
        nullable(
            "mojibake_kind", "string", "the codecs confused in the first such passage, such as utf-8 read as gb18030"
        ),
        required("html_entities", "int32", "leftover entities and escapes such as &nbsp; and \\u4e2d; occurrences"),
        required("question_runs", "int32", "runs of four or more question marks in place of lost letters; runs"),
        required(
            "mixed_script_words",
            "int32",
            "words with look-alike letters of another script, if there are several; words",
        ),
        required("nfc", "bool", "the text is in Unicode Normalization Form C"),
    ),
    _measure,
)
