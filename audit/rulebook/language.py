"""LNG: the language of a text, and whether it is an expected one."""

from __future__ import annotations

from typing import Final

from audit.rule import Evidence, Rule, at_least, at_most, none_of, one_of

# About a headline; in shorter texts languages with a common alphabet cannot be distinguished reliably.
FEW_LETTERS: Final = 20
LITTLE_CONFIDENCE: Final = 0.7
# Quotations and names contain some characters of the other variant; a tenth is no accident.
MIXED_VARIANTS: Final = 0.1
# Least shares of documents, above what clean text needs: of 270 articles in 17 languages and 1,500 pages of Chinese
# reviews and headlines none was undetermined, no language or in several, and 0.3 % had a foreign passage. Technical
# manuals, half tables and half untranslated, come to 0.5 % undetermined, 9 % no language and 10 % in several at most.
MOSTLY_DETERMINED: Final = 0.95
MOSTLY_PROSE: Final = 0.9
MOSTLY_ONE_LANGUAGE: Final = 0.9
MOSTLY_PURE: Final = 0.9

LANGUAGE: Final = (
    Rule(
        code="LNG001",
        name="unexpected-language",
        severity="critical",
        expectation=one_of("language_expected", (True,)),
        message="The document is in none of the languages that the policy expects.",
        evidence=Evidence(whole="its language is {language}, confidence {language_confidence}"),
    ),
    Rule(
        code="LNG002",
        name="undetermined-language",
        severity="warning",
        expectation=none_of("language", ("und",), mostly=MOSTLY_DETERMINED),
        message="The language could not be determined.",
    ),
    Rule(
        code="LNG003",
        name="no-language",
        severity="warning",
        expectation=none_of("language", ("zxx",), mostly=MOSTLY_PROSE),
        message="The text is in no human language.",
    ),
    Rule(
        code="LNG004",
        name="mixed-languages",
        severity="warning",
        expectation=none_of("language", ("mul",), mostly=MOSTLY_ONE_LANGUAGE),
        message="Whole blocks are in different languages, and none predominates.",
    ),
    Rule(
        code="LNG005",
        name="uncertain-language",
        severity="info",
        expectation=at_least("language_confidence", LITTLE_CONFIDENCE, mostly=0),
        message="The language is uncertain; confidence {value}.",
    ),
    Rule(
        code="LNG006",
        name="foreign-block",
        severity="warning",
        expectation=at_most("foreign_blocks", 0, mostly=MOSTLY_PURE),
        message="Content blocks entirely in another language: {value}.",
    ),
    Rule(
        code="LNG007",
        name="mixed-han-variants",
        severity="info",
        expectation=at_most("variant_mix", MIXED_VARIANTS, mostly=0),
        message="Simplified and traditional characters are mixed; share of the rarer variant: {value}.",
    ),
    Rule(
        code="LNG008",
        name="too-few-letters",
        severity="info",
        expectation=at_least("letters", FEW_LETTERS, mostly=0),
        message="Letters in the judged text: {value}.",
    ),
    Rule(
        code="LNG101",
        name="mostly-undetermined",
        severity="warning",
        expectation=at_most("undetermined_share", 0.5),
        message="Share of documents whose language could not be determined: {value}.",
    ),
)
