"""ENC for files of records: whether they were read completely."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_most

BARREN_CONTAINER: Final = Rule(
    code="ENC106",
    name="container-without-documents",
    severity="warning",
    expectation=at_most("containers_without_documents", 0),
    message="Files of records that gave no document: {value}.",
    scope="corpus",
    page=Page(
        what="A file of records holds something, and not one of its records became a document.",
        why="It is the shape of the file that was not understood, mostly the name of the column with the text. Each "
        "record alone looks like a small loss; together they are the whole file. One such file is enough to miss the "
        "expectation.",
        fix="The summary and the ledger say which columns and paths there are. Name the one with the text: "
        "--column text=PATH, or [input.columns] in audit.toml. To go on without the file: take it out of the input, "
        "or ignore container-without-documents.",
        known_problems="A file of one record that is broken counts like a file of a million.",
    ),
)

CONTAINERS_OF_CORPUS: Final = (BARREN_CONTAINER,)
