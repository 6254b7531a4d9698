"""FLD: title, source, date, author and body, as stated in the text, and rights reserved by its source."""

from __future__ import annotations

from typing import Final

from audit.rule import Rule, at_least, at_most, is_not_stated, is_stated, one_of

# Two short Chinese sentences, or one English sentence of eight words; shorter texts are rarely articles.
FEW_CHARACTERS: Final = 40
# Long newspaper headlines have about 100 characters; above 150 a paragraph was taken for one.
LONG_TITLE: Final = 150

FIELDS: Final = (
    Rule(
        code="FLD001",
        name="missing-title",
        severity="info",
        expectation=is_stated("title_chars", mostly=0),
        message="No title was found.",
    ),
    Rule(
        code="FLD002",
        name="missing-source",
        severity="info",
        expectation=one_of("has_source", (True,), mostly=0),
        message="No source is stated.",
    ),
    Rule(
        code="FLD003",
        name="missing-date",
        severity="info",
        expectation=one_of("has_date", (True,), mostly=0),
        message="No date of publication is stated.",
    ),
    Rule(
        code="FLD004",
        name="missing-author",
        severity="info",
        expectation=one_of("has_author", (True,), mostly=0),
        message="No author is stated.",
    ),
    Rule(
        code="FLD005",
        name="short-body",
        severity="info",
        expectation=at_least("body_chars", FEW_CHARACTERS, mostly=0),
        message="Characters in the body: {value}.",
    ),
    Rule(
        code="FLD006",
        name="title-in-body",
        severity="info",
        expectation=one_of("title_in_body", (False,), mostly=0),
        message="A block of the body repeats the title.",
    ),
    Rule(
        code="FLD007",
        name="starts-mid-sentence",
        severity="warning",
        expectation=one_of("starts_mid_sentence", (False,), mostly=0.8),
        message="The body begins in the middle of a sentence.",
    ),
    Rule(
        code="FLD008",
        name="cut-off-body",
        severity="info",
        expectation=one_of("ends_mid_sentence", (False,), mostly=0),
        message="The last paragraph of the body ends in the middle of a sentence.",
    ),
    Rule(
        code="FLD009",
        name="later-dates",
        severity="info",
        expectation=at_most("later_dates", 0, mostly=0),
        message="Dates in the text that are later than the document's date: {value}.",
    ),
    Rule(
        code="FLD010",
        name="overlong-title",
        severity="warning",
        expectation=at_most("title_chars", LONG_TITLE, mostly=0.9),
        message="Characters in the title: {value}.",
    ),
    Rule(
        code="FLD011",
        name="contradicted-record",
        severity="info",
        expectation=at_most("record_contradictions", 0, mostly=0),
        message="Fields in which the record and its text disagree: {value}.",
    ),
    Rule(
        code="FLD101",
        name="mostly-untitled",
        severity="info",
        expectation=at_most("untitled_share", 0.5, mostly=0),
        message="Share of documents without a title: {value}.",
    ),
    Rule(
        code="FLD102",
        name="mostly-undated",
        severity="info",
        expectation=at_most("undated_share", 0.5, mostly=0),
        message="Share of documents without a date: {value}.",
    ),
    Rule(
        code="FLD106",
        name="missing-licence",
        severity="info",
        expectation=at_least("licences_stated", 1, mostly=0),
        message="Licences stated for the dataset: {value}.",
    ),
    Rule(
        code="FLD012",
        name="opted-out",
        severity="critical",
        expectation=is_not_stated("reservation"),
        message="The document's domain reserves its texts: {value}.",
    ),
)
