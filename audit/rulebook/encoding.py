"""ENC, first half: decoding of the bytes, and whether all inputs were read."""

from __future__ import annotations

from typing import Final

from audit.rule import Rule, at_least, at_most, one_of

# Calibrated confidence: below it one codec in four is wrong, with 4 % of the right and 90 % of the wrong decisions.
CLEAR_CHOICE: Final = 0.9
# Abandoned inputs count against the corpus from one in a thousand on; slightly less, since the test is "at most".
FEW_ABANDONED: Final = 0.000999

ENCODING: Final = (
    Rule(
        code="ENC001",
        name="undecodable-bytes",
        severity="critical",
        expectation=at_most("decode_errors", 0),
        message="Byte sequences that are broken or incomplete in the file's codec: {value}.",
    ),
    Rule(
        code="ENC008",
        name="legacy-codec",
        severity="info",
        expectation=one_of("legacy_codec", (False,), mostly=0),
        message="The file is not in a Unicode encoding.",
    ),
    Rule(
        code="ENC009",
        name="byte-order-mark",
        severity="info",
        expectation=one_of("bom", (False,), mostly=0),
        message="The file begins with a byte order mark.",
    ),
    Rule(
        code="ENC015",
        name="uncertain-encoding",
        severity="warning",
        expectation=at_least("encoding_confidence", CLEAR_CHOICE, mostly=0.9),
        message="The codec is a guess; confidence {value}.",
    ),
    Rule(
        code="ENC016",
        name="mixed-encodings",
        severity="warning",
        expectation=at_most("mixed_encoding", 0, mostly=0.98),
        message="Passages in a different encoding from the rest of the file: {value}.",
    ),
    Rule(
        code="ENC017",
        name="superseded-codes",
        severity="info",
        expectation=at_most("superseded_codes", 0, mostly=0),
        message="Codes that later GB standards or Windows map to other characters: {value}.",
    ),
    Rule(
        code="ENC101",
        name="many-unreadable-files",
        severity="warning",
        expectation=at_most("quarantined_share", 0.5),
        message="Share of inputs that could not be read: {value}.",
    ),
    Rule(
        code="ENC107",
        name="unread-inputs",
        severity="warning",
        expectation=at_most("quarantined_share", 0, mostly=0),
        message="Share of inputs that could not be read: {value}.",
    ),
    Rule(
        code="ENC102",
        name="no-documents",
        severity="warning",
        expectation=at_least("documents", 1),
        message="Documents that could be decoded: {value}.",
    ),
    Rule(
        code="ENC104",
        name="broken-off-container",
        severity="warning",
        expectation=at_most("containers_broken_off", 0),
        message="Files of records that could not be read to the end: {value}.",
    ),
    Rule(
        code="ENC103",
        name="abandoned-inputs",
        severity="warning",
        expectation=at_most("abandoned_share", 0, mostly=0),
        message="Share of inputs abandoned while reading: {value}.",
    ),
    Rule(
        code="ENC105",
        name="many-abandoned-inputs",
        severity="critical",
        expectation=at_most("abandoned_share", FEW_ABANDONED),
        message="Share of inputs abandoned while reading: {value}.",
    ),
    Rule(
        code="ENC106",
        name="container-without-documents",
        severity="warning",
        expectation=at_most("containers_without_documents", 0),
        message="Files of records that yielded no document: {value}.",
    ),
)
