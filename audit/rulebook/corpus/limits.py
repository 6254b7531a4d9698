"""Corpus rules without a default threshold, active once [limits] of the policy sets one."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_most

_OFF: Final = "Inactive unless set in [limits]."

NEAR_COPIES: Final = Rule(
    code="DUP102",
    name="many-near-copies",
    severity="warning",
    expectation=at_most("near_copy_share", 0.1),
    message="Share of documents that are near duplicates: {value}.",
    scope="corpus",
    limit="near_copies",
    page=Page(
        what="The share of near duplicates exceeds limits.near_copies. " + _OFF,
        why="A release sets duplicates aside, so it contains none; but a source that suddenly delivers many repeats "
        "the same content, and what it was expected to deliver is missing.",
        fix="Look at the clusters in duplicates, and at the sources of their documents; fix the scraper, or raise "
        "limits.near_copies to the intended share.",
        known_problems="Exact duplicates do not count (mostly-duplicates counts both). The share depends on "
        "duplicates.similarity.",
    ),
)

OTHER_LANGUAGES: Final = Rule(
    code="LNG102",
    name="many-other-languages",
    severity="warning",
    expectation=at_most("other_language_share", 0.1),
    message="Share of documents in other languages than expected: {value}.",
    scope="corpus",
    limit="other_languages",
    page=Page(
        what="The share of documents in unexpected languages exceeds limits.other_languages. " + _OFF,
        why="Each such document is set aside on its own. When there are many, the crawl has changed: a site that "
        "answers in the language of the crawler's country, or a feed that was replaced.",
        fix="See `languages` in the report and unexpected-language in the ledger; fix the source, add the language to "
        "the expected ones, or raise limits.other_languages.",
        known_problems="Needs `languages` in the policy. Documents of undetermined, mixed or no language count as "
        "other languages, unless the policy lists und, mul or zxx.",
    ),
)

MUCH_BOILERPLATE: Final = Rule(
    code="BPL102",
    name="much-boilerplate",
    severity="warning",
    expectation=at_most("boilerplate_text_share", 0.5),
    message="Share of the text in boilerplate blocks: {value}.",
    scope="corpus",
    limit="boilerplate",
    page=Page(
        what="The share of text in boilerplate blocks exceeds limits.boilerplate. " + _OFF,
        why="Boilerplate is left out of bodies; its share shows how well the texts were extracted from their pages. A "
        "jump means that an extractor broke, or that a site has a new layout.",
        fix="Compare boilerplate_share in measures by folder; extract the texts again, or raise limits.boilerplate.",
        known_problems="Counted in characters over the whole corpus: a few very long pages weigh as much as many "
        "short ones.",
    ),
)

DROPPED_PROSE: Final = Rule(
    code="BPL103",
    name="much-dropped-prose",
    severity="warning",
    expectation=at_most("dropped_prose_share", 0.1),
    message="Share of documents with dropped blocks that read like article text: {value}.",
    scope="corpus",
    limit="dropped_prose",
    page=Page(
        what="The share of documents with dropped blocks that read like article text exceeds limits.dropped_prose. "
        + _OFF,
        why="A dropped block that reads like the article may be lost text. In a few documents that is the price of "
        "clean bodies; in many, the parser does not understand these pages.",
        fix="Look at prose-dropped in findings; the table blocks gives the reason for each dropped block. Clean the "
        "pages beforehand, set parser.parse to false where texts are already clean, or raise limits.dropped_prose.",
        known_problems="Counts documents, not sentences. Prose that the parser drops without doubt is not counted.",
    ),
)

SOURCE_SET_ASIDE: Final = Rule(
    code="FLD103",
    name="source-set-aside",
    severity="warning",
    expectation=at_most("source_set_aside_share", 0.5),
    message="Largest share of one source's inputs that was set aside: {value}.",
    scope="corpus",
    limit="source_set_aside",
    page=Page(
        what="The share of one source's inputs that were set aside exceeds limits.source_set_aside. A source is a "
        "folder or a file of records. " + _OFF,
        why="In the whole corpus one broken source goes unnoticed: nine in ten of its files may be lost while "
        "max_set_aside still holds.",
        fix="Count states by folder in the ledger; fix the source that is nearly gone, remove it, or raise "
        "limits.source_set_aside.",
        known_problems="Sources with fewer than five inputs do not count. Duplicates count as set aside even if the "
        "kept document came from another source.",
    ),
)

DRIFT: Final = Rule(
    code="FLD104",
    name="drifted-corpus",
    severity="warning",
    expectation=at_most("drift", 0.2),
    message="Drift since the previous release, as a share of documents: {value}.",
    scope="corpus",
    limit="drift",
    page=Page(
        what="The distribution of languages, lengths or stated fields differs from the previous release by more than "
        "limits.drift. " + _OFF,
        why="Every document may be sound and the corpus still be different: dates that are no longer found, articles "
        "half as long, a rare language that now dominates. Users who train on it should know before they do.",
        fix="The report's metrics show which of drift_languages, drift_lengths and drift_fields is affected. If the "
        "change is intended, raise limits.drift for this release.",
        known_problems="Drift is the total variation distance: the share of documents that would have to change. "
        "Between two small corpora it is large by chance alone, about 0.2 for fifty documents. Null, and met, if "
        "there is no previous release.",
    ),
)

REVIEW: Final = Rule(
    code="FLD105",
    name="unproven-quality",
    severity="warning",
    expectation=at_most("review_error", 0.02),
    message="Upper bound of the share of wrong decisions according to the review: {value}.",
    scope="corpus",
    limit="review_error",
    page=Page(
        what="No review shows, with 95 % confidence, that the share of wrong decisions is at most "
        "limits.review_error. " + _OFF,
        why="Rules judge what can be measured. Whether bodies, titles and states are right takes a person who checks "
        "a random sample: acceptance sampling, as for goods.",
        fix="Draw a review sheet from this corpus (audit sample), judge its rows, and name it in limits.review. If "
        "too few rows were judged for the limit, draw more: no error in 149 rows proves 2 %.",
        known_problems="A review is valid only for the corpus it was drawn from, byte for byte: for any other the "
        "bound is 1. The bound ignores the stratification, which makes it slightly too high.",
    ),
)

DUPLICATION_LIMITS: Final = (NEAR_COPIES,)
LANGUAGE_LIMITS: Final = (OTHER_LANGUAGES,)
BOILERPLATE_LIMITS: Final = (MUCH_BOILERPLATE, DROPPED_PROSE)
FIELDS_LIMITS: Final = (SOURCE_SET_ASIDE, DRIFT, REVIEW)
