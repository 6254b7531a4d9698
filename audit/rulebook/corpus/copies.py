"""DUP for the corpus: shares of copies overall, and by source, language and year."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from audit.rule import Page, Rule, at_most

MOSTLY_DUPLICATES: Final = Rule(
    code="DUP101",
    name="mostly-duplicates",
    severity="warning",
    expectation=at_most("duplicate_share", 0.5),
    message="Share of the documents that are copies of others: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents are copies of others: exact, near, or by what duplicates.keys names.",
        why="The corpus is half as large as it looks. A scraper that ran twice into one folder is the usual reason.",
        fix="Look at the largest clusters in the duplicates table, and remove the second run.",
        known_problems="A corpus of forms or of versions of one text is like this by nature.",
    ),
)

_OF_A_SOURCE: Final = Page(
    what="Of a source (a folder, a file of records, or the source that documents state) of 20 documents or more the "
    "greater part is copies of others.",
    why="A source that shrinks to a few documents was fetched twice, or its documents are filled into one template and "
    "were taken for copies: then what is set aside is lost.",
    fix="Look at some pairs of that source in the duplicates table. Raise duplicates.similarity, or take near out of "
    "duplicates.set_aside, if they are documents of their own.",
    known_problems="A mirror of another source is like this by nature: leave it out of the input, or ignore this rule. "
    "The summary and the card name the source, the report all of them (copies).",
)

SOURCE_OF_COPIES: Final = Rule(
    code="DUP103",
    name="source-mostly-copies",
    severity="warning",
    expectation=at_most("source_copies_share", 0.5),
    message="Share of a source's documents that are copies of others: {value}.",
    scope="corpus",
    page=_OF_A_SOURCE,
)

SOURCE_WIPED_OUT: Final = Rule(
    code="DUP104",
    name="source-wiped-out",
    severity="critical",
    expectation=at_most("group_copies_share", 0.9),
    message="Share of the documents of a source, a language or a year that are copies of others: {value}.",
    scope="corpus",
    page=replace(
        _OF_A_SOURCE,
        what="Of a source (a folder, a file of records, or the source that documents state), a language or a year of "
        "20 documents or more, more than nine in ten are copies of others.",
    ),
)

LANGUAGE_OF_COPIES: Final = Rule(
    code="DUP105",
    name="language-mostly-copies",
    severity="warning",
    expectation=at_most("language_copies_share", 0.5),
    message="Share of the documents in one language that are copies of others: {value}.",
    scope="corpus",
    page=Page(
        what="Of the documents in one language, 20 or more, the greater part is copies of others.",
        why="A small language that loses most of its documents is hardly there any more, and no total shows it.",
        fix="Look at its documents in the ledger, and at their pairs in the duplicates table.",
        known_problems="A language that was taken for another one (short documents, und) counts as that one.",
    ),
)

YEAR_OF_COPIES: Final = Rule(
    code="DUP106",
    name="year-mostly-copies",
    severity="warning",
    expectation=at_most("year_copies_share", 0.5),
    message="Share of the documents of one year that are copies of others: {value}.",
    scope="corpus",
    page=Page(
        what="Of the documents that state a day in one year, 20 or more, the greater part is copies of others.",
        why="A year that goes almost whole leaves a gap in time that no total shows: an archive was fetched twice, or "
        "its pages are filled into one template.",
        fix="Look at its documents in the ledger, and at their pairs in the duplicates table.",
        known_problems="Reprints of old articles are set aside beside the originals, where these state their day.",
    ),
)

DUPLICATION_OF_CORPUS: Final = (
    MOSTLY_DUPLICATES,
    SOURCE_OF_COPIES,
    SOURCE_WIPED_OUT,
    LANGUAGE_OF_COPIES,
    YEAR_OF_COPIES,
)
