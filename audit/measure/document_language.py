"""Language measures of a document: language, confidence, script, and passages in another one."""

from __future__ import annotations

from typing import Final

from audit.measure.measured import Measure, Measured, ParsedBatch
from audit.tables.table import may, must


def _measure(batch: ParsedBatch) -> Measured:
    from audit.measure.encoding.unspoken import unspoken
    from audit.measure.language.columns import language

    policy = batch.policy
    found = language(batch.texts, batch.documents, batch.blocks, policy.languages, policy.language.engine)
    return unspoken(found, batch)


LANGUAGE: Final = Measure(
    "language",
    (
        must("language", "string", "BCP 47 tag, as in documents"),
        must("language_confidence", "float32", "probability that the tag is right, 0 to 1"),
        may("language_runner_up", "string", "the next most likely language of the same script; null if there is none"),
        must("language_expected", "bool", "the policy lists this language, or none"),
        may("second_language", "string", "language of most of the body's foreign text; null without foreign blocks"),
        must("second_share", "float32", "share of the body's letters in the second language, 0 to 1"),
        must("script", "string", "ISO 15924 code of the script most letters belong to; Zyyy without letters"),
        must("script_share", "float32", "share of letters in that script, 0 to 1"),
        must("letters", "int32", "letters in the judged text; code points"),
        must(
            "foreign_blocks",
            "int32",
            "blocks of the article, or lines of one, entirely in another language than the document; passages",
        ),
        must("foreign_share", "float32", "share of the body's letters in foreign blocks, 0 to 1"),
        must(
            "variant_mix",
            "float32",
            "share of the rarer Han variant among characters that exist in one variant only, 0 to 0.5",
        ),
    ),
    _measure,
)
