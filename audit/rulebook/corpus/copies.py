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
    message="Share of documents that are duplicates of others: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents are duplicates of others: exact, near, or by duplicates.keys.",
        why="The corpus is half as large as it looks. The usual reason is a scraper that ran twice into one folder.",
        fix="Look at the largest clusters in the duplicates table, and remove the second run.",
        known_problems="A corpus of forms or of versions of one text exceeds the limit by nature.",
    ),
)

# Of half of a source, language or year a check only tells; it fails if nine tenths are set aside (DUP104).
_OF_A_SOURCE: Final = Page(
    what="More than half of the documents of one source are duplicates of others. A source is a folder, a file of "
    "records, or the source stated by documents, with at least 20 documents.",
    why="A source that shrinks to a few documents was fetched twice, or its documents are filled into one template "
    "and were taken for duplicates: then what is set aside is lost.",
    fix="Look at some pairs of that source in the duplicates table. If they are distinct documents, raise "
    "duplicates.similarity, or remove near from duplicates.set_aside.",
    known_problems="A mirror of another source exceeds the limit by nature: leave it out of the input, or ignore this "
    "rule. The summary and the card name the source; the report lists all of them (copies).",
)

SOURCE_OF_COPIES: Final = Rule(
    code="DUP103",
    name="source-mostly-copies",
    severity="warning",
    expectation=at_most("source_copies_share", 0.5, mostly=0),
    message="Share of a source's documents that are duplicates of others: {value}.",
    scope="corpus",
    page=_OF_A_SOURCE,
)

SOURCE_WIPED_OUT: Final = Rule(
    code="DUP104",
    name="source-wiped-out",
    severity="critical",
    expectation=at_most("group_copies_share", 0.9),
    message="Share of the documents of one source, language or year that are duplicates of others: {value}.",
    scope="corpus",
    page=replace(
        _OF_A_SOURCE,
        what="More than nine in ten documents of one source, language or year are duplicates of others. Only groups "
        "of at least 20 documents count; a source is a folder, a file of records, or the source stated by documents.",
    ),
)

LANGUAGE_OF_COPIES: Final = Rule(
    code="DUP105",
    name="language-mostly-copies",
    severity="warning",
    expectation=at_most("language_copies_share", 0.5, mostly=0),
    message="Share of the documents in one language that are duplicates of others: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents in one language are duplicates of others. Only languages with at least "
        "20 documents count.",
        why="A small language that loses most of its documents nearly disappears, and no total shows it.",
        fix="Look at its documents in the ledger, and at their pairs in the duplicates table.",
        known_problems="Documents counted under the wrong language (short ones, und) count there.",
    ),
)

YEAR_OF_COPIES: Final = Rule(
    code="DUP106",
    name="year-mostly-copies",
    severity="warning",
    expectation=at_most("year_copies_share", 0.5, mostly=0),
    message="Share of the documents of one year that are duplicates of others: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents dated in one year are duplicates of others. Only years with at least 20 "
        "documents count.",
        why="A year that almost disappears leaves a gap in time that no total shows: an archive was fetched twice, or "
        "its pages are filled into one template.",
        fix="Look at its documents in the ledger, and at their pairs in the duplicates table.",
        known_problems="Dated reprints of old articles are set aside as duplicates of the originals.",
    ),
)

DUPLICATION_OF_CORPUS: Final = (
    MOSTLY_DUPLICATES,
    SOURCE_OF_COPIES,
    SOURCE_WIPED_OUT,
    LANGUAGE_OF_COPIES,
    YEAR_OF_COPIES,
)
