"""ENC for files of records: whether they were read completely."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_most

BARREN_CONTAINER: Final = Rule(
    code="ENC106",
    name="container-without-documents",
    severity="warning",
    expectation=at_most("containers_without_documents", 0),
    message="Files of records that yielded no document: {value}.",
    scope="corpus",
    page=Page(
        what="A file of records is not empty, but none of its records became a document.",
        why="The structure of the file was not recognised, usually the name of the text column. Each record looks "
        "like a small loss; together they are the whole file. One such file fails the check.",
        fix="The summary and the ledger list the columns and paths that exist. Name the text column: --column "
        "text=PATH, or [input.columns] in audit.toml. To go on without the file, remove it from the input or ignore "
        "container-without-documents.",
        known_problems="A file with one broken record counts the same as a file with a million.",
    ),
)

CONTAINERS_OF_CORPUS: Final = (BARREN_CONTAINER,)
