"""Corpus rules without a default threshold, active once [limits] of the policy sets one."""

from __future__ import annotations

from typing import Final

from audit.rule import Rule, at_most

LIMITS: Final = (
    Rule(
        code="DUP102",
        name="many-near-copies",
        severity="warning",
        expectation=at_most("near_copy_share", 0.1),
        message="Share of documents that are near duplicates: {value}.",
        limit="near_copies",
    ),
    Rule(
        code="LNG102",
        name="many-other-languages",
        severity="warning",
        expectation=at_most("other_language_share", 0.1),
        message="Share of documents in other languages than expected: {value}.",
        limit="other_languages",
    ),
    Rule(
        code="BPL102",
        name="much-boilerplate",
        severity="warning",
        expectation=at_most("boilerplate_text_share", 0.5),
        message="Share of the text in boilerplate blocks: {value}.",
        limit="boilerplate",
    ),
    Rule(
        code="BPL103",
        name="much-dropped-prose",
        severity="warning",
        expectation=at_most("dropped_prose_share", 0.1),
        message="Share of documents with dropped blocks that read like article text: {value}.",
        limit="dropped_prose",
    ),
    Rule(
        code="FLD103",
        name="source-set-aside",
        severity="warning",
        expectation=at_most("source_set_aside_share", 0.5),
        message="Largest share of one source's inputs that was set aside: {value}.",
        limit="source_set_aside",
    ),
    Rule(
        code="FLD104",
        name="drifted-corpus",
        severity="warning",
        expectation=at_most("drift", 0.2),
        message="Drift since the previous release, as a share of documents: {value}.",
        limit="drift",
    ),
    Rule(
        code="FLD105",
        name="unproven-quality",
        severity="warning",
        expectation=at_most("review_error", 0.02),
        message="Upper bound of the share of wrong decisions according to the review: {value}.",
        limit="review_error",
    ),
)
