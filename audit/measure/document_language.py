"""Language measures of a document: language, confidence, script, and passages in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.tables.table import nullable, required

if TYPE_CHECKING:
    from audit.measure.language.spans import Texts


def whole_texts(batch: ParsedBatch) -> Texts:
    """Return the code points of the texts of a batch, for ParsedBatch.once."""
    from audit.measure.language.spans import texts_of

    return texts_of(batch.texts)


def _measure(batch: ParsedBatch) -> Measured:
    from audit.measure.encoding.mostly_mojibake import without_damaged_language
    from audit.measure.language.columns import language

    policy = batch.policy
    whole = batch.once(whole_texts)
    found = language(whole, batch.documents, batch.blocks, policy.languages, policy.language.engine)
    return without_damaged_language(found, batch)


LANGUAGE: Final = Measure(
    "language",
    (
        required("language", "string", "BCP 47 tag, as in documents"),
        required("language_confidence", "float32", "probability that the tag is right, 0 to 1"),
        nullable(
            "language_runner_up", "string", "the next most likely language of the same script; null if there is none"
        ),
        required("language_expected", "bool", "the policy lists this language, or none"),
        nullable(
            "second_language", "string", "language of most of the body's foreign text; null without foreign blocks"
        ),
        required("second_share", "float32", "share of the body's letters in the second language, 0 to 1"),
        required("script", "string", "ISO 15924 code of the script most letters belong to; Zyyy without letters"),
        required("script_share", "float32", "share of letters in that script, 0 to 1"),
        required("letters", "int32", "letters in the judged text; code points"),
        required(
            "foreign_blocks",
            "int32",
            "blocks of the article, or lines of one, entirely in another language than the document; passages",
        ),
        required("foreign_share", "float32", "share of the body's letters in foreign blocks, 0 to 1"),
        required(
            "variant_mix",
            "float32",
            "share of the rarer Han variant among characters that exist in one variant only, 0 to 0.5",
        ),
    ),
    _measure,
)
