"""Corpus rules without a default threshold, active once [limits] of the policy sets one."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_most

_OFF: Final = "Not judged by unless [limits] sets it."

NEAR_COPIES: Final = Rule(
    code="DUP102",
    name="many-near-copies",
    severity="warning",
    expectation=at_most("near_copy_share", 0.1),
    message="Share of documents that are near copies: {value}.",
    scope="corpus",
    limit="near_copies",
    page=Page(
        what="More documents are near copies of others than limits.near_copies allows. " + _OFF,
        why="A release sets copies aside, so that none of them is in it; but a source that suddenly brings many sends "
        "the same thing again and again, and what it is paid for, or trusted for, is not there.",
        fix="Look at the clusters in duplicates, and at where their documents come from; mend the scraper, or raise "
        "limits.near_copies to what is meant to be.",
        known_problems="Exact copies do not count here (mostly-duplicates counts both). Where a policy changes "
        "duplicates.similarity, this share moves with it.",
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
        what="More documents are in other languages than limits.other_languages allows. " + _OFF,
        why="Each such document is set aside by itself. When many are, the crawl has left its ground: a site that "
        "answers in the language of the crawler's country, or a feed that was changed.",
        fix="See `languages` in the report and the ledger's unexpected-language; mend the source, name the language "
        "as expected, or raise limits.other_languages.",
        known_problems="Needs `languages` in the policy. Undetermined documents and those without a language count as "
        "others, unless the policy names und, zxx or mul.",
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
        what="More of all the text lies in boilerplate blocks than limits.boilerplate allows. " + _OFF,
        why="Boilerplate is left out of bodies; its share says how the texts were taken from their pages. A jump means "
        "that an extractor broke, or that a site has a new layout.",
        fix="Compare boilerplate_share in measures by folder; take the texts from the pages anew, or raise "
        "limits.boilerplate.",
        known_problems="Counted in characters over the whole corpus: a few very long pages weigh as much as many "
        "short ones.",
    ),
)

DROPPED_PROSE: Final = Rule(
    code="BPL103",
    name="much-dropped-prose",
    severity="warning",
    expectation=at_most("dropped_prose_share", 0.1),
    message="Share of documents of which prose was left out in doubt: {value}.",
    scope="corpus",
    limit="dropped_prose",
    page=Page(
        what="Prose was left out of more documents, in doubt, than limits.dropped_prose allows. " + _OFF,
        why="A block that reads like the article and was dropped is text lost. In a few documents it is the price of "
        "clean bodies; in many, the parser does not understand these pages.",
        fix="Look at prose-dropped in findings: what was dropped stands in blocks, each with its reason. Clean the "
        "pages before, set parser.parse to false where texts are clean already, or raise limits.dropped_prose.",
        known_problems="Counts documents, not sentences; prose that the parser is sure of dropping is not seen.",
    ),
)

SOURCE_SET_ASIDE: Final = Rule(
    code="FLD103",
    name="source-set-aside",
    severity="warning",
    expectation=at_most("source_set_aside_share", 0.5),
    message="The greatest share of one source's inputs that was set aside: {value}.",
    scope="corpus",
    limit="source_set_aside",
    page=Page(
        what="Of one source (a folder, or a file of records) more inputs were set aside than limits.source_set_aside "
        "allows. " + _OFF,
        why="Over the whole corpus a source that broke down disappears among the others: nine of ten of its files may "
        "be lost while max_set_aside is met.",
        fix="Count states by folder in the ledger; mend the source that is nearly gone, take it out, or raise "
        "limits.source_set_aside.",
        known_problems="Sources with fewer than five inputs do not count. Copies count as set aside, also where the "
        "one that is kept came from elsewhere.",
    ),
)

DRIFT: Final = Rule(
    code="FLD104",
    name="drifted-corpus",
    severity="warning",
    expectation=at_most("drift", 0.2),
    message="Share of documents that moved since the last release: {value}.",
    scope="corpus",
    limit="drift",
    page=Page(
        what="Languages, lengths or stated fields are distributed otherwise than in the release before, by more than "
        "limits.drift allows. " + _OFF,
        why="Every document may be sound and the corpus still another one: dates that nobody finds any more, articles "
        "half as long, a language that was rare and leads now. Who trains on it should know first.",
        fix="The report's metrics say which of drift_languages, drift_lengths and drift_fields it is. When the change "
        "is meant, raise limits.drift for this release.",
        known_problems="It is the total variation distance: the share of documents that would have to change. Between "
        "two small corpora it is large by chance alone, about 0.2 for fifty documents. Null, and met, where there is "
        "no release before.",
    ),
)

REVIEW: Final = Rule(
    code="FLD105",
    name="unproven-quality",
    severity="warning",
    expectation=at_most("review_error", 0.02),
    message="Wrong decisions that the review leaves possible: {value}.",
    scope="corpus",
    limit="review_error",
    page=Page(
        what="No review says, with 95 % confidence, that at most the share limits.review_error of the decisions is "
        "wrong. " + _OFF,
        why="Rules judge what can be measured. Whether bodies, titles and states are right is seen by a person who "
        "looks at some, drawn by chance: acceptance sampling, as goods are accepted.",
        fix="Draw a sheet from this corpus (audit sample), judge its rows, and name it in limits.review. When too "
        "few were judged for the limit, draw more: none wrong of 149 shows 2 %.",
        known_problems="A review speaks for the corpus that it was drawn from, byte for byte: with every other one the "
        "bound is 1. The bound takes no credit for the stratification, which makes it a little too high.",
    ),
)

DUPLICATION_LIMITS: Final = (NEAR_COPIES,)
LANGUAGE_LIMITS: Final = (OTHER_LANGUAGES,)
BOILERPLATE_LIMITS: Final = (MUCH_BOILERPLATE, DROPPED_PROSE)
FIELDS_LIMITS: Final = (SOURCE_SET_ASIDE, DRIFT, REVIEW)
