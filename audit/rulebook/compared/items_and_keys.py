"""DUP: benchmark contamination, and documents with equal stated fields."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Evidence, Page, Rule, at_most, none_of
from audit.rulebook.duplication import COPY

BENCHMARK_ITEM: Final = Rule(
    code="DUP011",
    name="benchmark-item",
    severity="warning",
    # As for leaked texts: a single known answer is too many.
    expectation=at_most("benchmark_items", 0),
    message="Items of a benchmark that stand in this document: {value}.",
    evidence=Evidence(whole="the first of them is {benchmark_item}", given="benchmark_item"),
    page=Page(
        what="A question of a dataset that was named with --against stands in this document: as it is, whatever its "
        "line breaks, case, width and punctuation, or from 20 tokens on with one token in ten changed, none of them a "
        "figure. Of a question too short to be told from a set phrase, fewer than 8 tokens, the choices or the answer "
        "must follow it.",
        why="A model that has read the questions of a benchmark is measured by its memory. Such items are too short "
        "for the search among documents, and stand inside longer texts.",
        fix="Take the passage, or the document, out of the training data, or the item out of the benchmark. The "
        "finding's place is the passage; measures.benchmark_items counts the items, the report the distinct ones of "
        "each benchmark.",
        known_problems="A translation, a retelling, or a short question with one word changed is not found. A "
        "benchmark that took its questions from a public text finds that text. Two questions of 20 tokens or more that "
        "differ in one word in ten are taken for one.",
    ),
)

SAME_KEY: Final = Rule(
    code="DUP012",
    name="same-key",
    severity="warning",
    expectation=none_of("duplicate_kind", ("same_key",), mostly=0.5),
    message="It states the same as another document, which is kept, in what duplicates.keys names.",
    effect=Effect(aside="duplicate", detail="it states the same as {kept}, which is kept, by duplicates.keys"),
    evidence=COPY,
    page=Page(
        what="Another document states the same address, or the same title on the same day: whatever duplicates.keys "
        "names. Titles, sources and authors are compared without case, width, punctuation and the writing of Chinese, "
        "addresses, days and other columns to the letter. A document that does not state a key is no copy by it.",
        why="A page that was fetched again has the same address and another text: comments, advertisements, a "
        "correction. Which of them is the article cannot be told from the bodies.",
        fix="Nothing to do for a release: the one that is kept is named in duplicate_of, by duplicates.keep. Take the "
        "key out of duplicates.keys to keep both.",
        known_problems="Live pages and front pages have one address and many texts. An address with another query is "
        "another address.",
    ),
)

DUPLICATION_COMPARED: Final = (BENCHMARK_ITEM, SAME_KEY)
