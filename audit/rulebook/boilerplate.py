"""BPL: text that belongs to the site rather than to the article."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Rule, at_most, one_of

# Pages dumped as text are mostly chrome; above four fifths an article is hard to distinguish from a teaser.
MOSTLY: Final = 0.8
# A caption, a subscription box and an advertisement are usual; more indicates failed segmentation.
USUAL_INSERTS: Final = 3

BOILERPLATE: Final = (
    Rule(
        code="BPL001",
        name="no-article",
        severity="warning",
        expectation=one_of("no_article", (False,), mostly=0.5),
        message="The document contains no article: all of it is boilerplate.",
        effect=Effect(
            aside="boilerplate",
            detail="none of its blocks is part of an article; the table blocks gives a reason for each",
        ),
    ),
    Rule(
        code="BPL002",
        name="mostly-boilerplate",
        severity="warning",
        expectation=at_most("boilerplate_share", MOSTLY, mostly=0.5),
        message="Share of the text that is boilerplate: {value}.",
    ),
    Rule(
        code="BPL003",
        name="boilerplate-inside-article",
        severity="info",
        expectation=at_most("boilerplate_inside", USUAL_INSERTS, mostly=0),
        message="Boilerplate blocks between the first and the last block of the article: {value}.",
    ),
    Rule(
        code="BPL004",
        name="related-list-appended",
        severity="info",
        expectation=at_most("related_items", 0, mostly=0),
        message="Blocks in appended lists of other articles: {value}.",
    ),
    Rule(
        code="BPL005",
        name="run-together-list",
        severity="info",
        expectation=at_most("run_together", 0, mostly=0),
        message="Lists joined into one long line: {value}.",
    ),
    Rule(
        code="BPL006",
        name="leftover-prompts",
        severity="warning",
        expectation=at_most("residual_prompts", 0, mostly=0.8),
        message="Prompts to share, follow or subscribe inside the article: {value}.",
    ),
    Rule(
        code="BPL007",
        name="prose-dropped",
        severity="warning",
        expectation=at_most("prose_dropped", 0, mostly=0.8),
        message="Dropped blocks that read like article text: {value}.",
    ),
    Rule(
        code="BPL008",
        name="prose-left-out",
        severity="info",
        expectation=at_most("prose_left_out", 0, mostly=0),
        message="Dropped blocks of prose that share few words with the article: {value}.",
    ),
    Rule(
        code="BPL101",
        name="mostly-without-article",
        severity="warning",
        expectation=at_most("no_article_share", 0.5),
        message="Share of documents without an article: {value}.",
    ),
)
