"""DUP: benchmark contamination, and documents with equal stated fields."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Evidence, Page, Rule, at_most, none_of

BENCHMARK_ITEM: Final = Rule(
    code="DUP011",
    name="benchmark-item",
    severity="warning",
    # As for leaked texts: a single known answer is too many.
    expectation=at_most("benchmark_items", 0),
    message="Benchmark items found in this document: {value}.",
    evidence=Evidence(whole="the first of them is {benchmark_item}", given="benchmark_item"),
    page=Page(
        what="The document contains a question of a dataset given with --against. It matches regardless of line "
        "breaks, case, width and punctuation; from 20 tokens up, also with one token in ten changed, except for "
        "numbers. Questions of fewer than 8 tokens, too short to distinguish from a set phrase, must be followed by "
        "their choices or answer.",
        why="A model that has seen a benchmark's questions is measured by its memory. Such items are too short for "
        "the duplicate search, and occur inside longer texts.",
        fix="Remove the passage or the document from the training data, or the item from the benchmark. The finding "
        "points to the passage; measures.benchmark_items counts the items, and the report the distinct items of each "
        "benchmark.",
        known_problems="A translation, a paraphrase, or a short question with one word changed is not found. If a "
        "benchmark took its questions from a public text, that text is flagged. Two questions of 20 or more tokens "
        "that differ in one word in ten count as one.",
    ),
)

SAME_KEY: Final = Rule(
    code="DUP012",
    name="same-key",
    severity="warning",
    expectation=none_of("duplicate_kind", ("same_key",), mostly=0.5),
    message="The same duplicates.keys as another document, which is kept.",
    effect=Effect(
        aside="duplicate",
        detail="the same duplicates.keys as {kept}, which is kept; tokens that occur in no kept document: "
        "{lost_tokens}",
    ),
    evidence=Evidence(whole="{duplicate_of} is kept", given="duplicate_of"),
    page=Page(
        what="Another document has the same URL, or the same title on the same day, or whatever else duplicates.keys "
        "lists. Titles, sources and authors are compared regardless of case, width, punctuation and Chinese variants; "
        "URLs, days and other columns must match exactly. A document without a value for a key is never a duplicate "
        "by that key.",
        why="A page that was fetched again has the same URL and a different text: comments, advertisements, a "
        "correction. The bodies alone do not show which of them is the article.",
        fix="Nothing to do for a release: duplicate_of names the kept document, chosen by duplicates.keep. Remove the "
        "key from duplicates.keys to keep both.",
        known_problems="Live pages and front pages have one URL and many texts. URLs with different query strings are "
        "different.",
    ),
)

DUPLICATION_COMPARED: Final = (BENCHMARK_ITEM, SAME_KEY)
