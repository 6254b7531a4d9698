"""DUP: repetition of other documents, or within one, and shares of copies in the corpus."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Evidence, Rule, at_most, is_not_stated, none_of

# A refrain or repeated notice fills a few percent of an article; a third means a page pasted twice.
MUCH_REPEATED: Final = 0.3
MUCH_SHARED: Final = 0.5
# Half of a test document in the training data is no coincidence or quotation, and likely includes its answer.
MUCH_LEAKED: Final = 0.5
# Shown for any rule a copy breaks: the document kept instead, and how much of the copy occurs there.
COPY: Final = Evidence(
    whole="{duplicate_of} is kept; similarity to it {kept_similarity}, share of this body that occurs there "
    "{kept_coverage}",
    given="kept_similarity",
)

DUPLICATION: Final = (
    Rule(
        code="DUP001",
        name="identical-file",
        severity="warning",
        expectation=none_of("duplicate_kind", ("exact_raw",), mostly=0.5),
        message="The same bytes as another document, which is kept.",
        effect=Effect(aside="duplicate", detail="the same bytes as {kept}, which is kept because it {kept_because}"),
        evidence=COPY,
    ),
    Rule(
        code="DUP002",
        name="identical-text",
        severity="warning",
        expectation=none_of("duplicate_kind", ("exact_normalised",), mostly=0.5),
        message="The same body as another document, which is kept, except for case, width, spacing and punctuation.",
        effect=Effect(aside="duplicate", detail="the same text as {kept}, which is kept because it {kept_because}"),
        evidence=COPY,
    ),
    Rule(
        code="DUP003",
        name="near-duplicate",
        severity="warning",
        expectation=none_of("duplicate_kind", ("near",), mostly=0.5),
        message="At least half of the body also occurs in another document, which is kept, and vice versa.",
        effect=Effect(
            aside="duplicate",
            detail="nearly the same text as {kept}, which is kept because it {kept_because}; tokens that occur in no "
            "kept document: {lost_tokens}",
            unlike="most of it occurs in {kept}, which is kept because it {kept_because}: {kept_coverage} of this "
            "text, {kept_coverage_of} of the other; tokens that occur in no kept document: {lost_tokens}",
        ),
        evidence=COPY,
    ),
    Rule(
        code="DUP004",
        name="contained-text",
        severity="warning",
        expectation=is_not_stated("contained_in", mostly=0.8),
        message="The body is contained in a longer document: {value}.",
        evidence=Evidence(
            whole="share of this body that occurs in another document: {containment}", given="contained_in"
        ),
    ),
    Rule(
        code="DUP005",
        name="repeated-passages",
        severity="warning",
        expectation=at_most("repeated_share", MUCH_REPEATED, mostly=0.9),
        message="Share of the body that repeats earlier blocks of it: {value}.",
        evidence=COPY,
    ),
    Rule(
        code="DUP006",
        name="shared-passages",
        severity="warning",
        expectation=at_most("shared_share", MUCH_SHARED, mostly=0.8),
        message="Share of the body in blocks that also occur in three or more other documents: {value}.",
        evidence=Evidence(whole="equal only after digits were ignored: {levelled_share}", given="levelled_share"),
    ),
    Rule(
        code="DUP007",
        name="shared-title",
        severity="info",
        expectation=at_most("title_twins", 0, mostly=0),
        message="Other documents with the same title and a different body: {value}.",
        evidence=COPY,
    ),
    Rule(
        code="DUP010",
        name="passage-of-its-own",
        severity="info",
        expectation=is_not_stated("near_copy_of", mostly=0),
        message="A near duplicate of {value}, kept as well: it has a passage that does not occur there.",
        evidence=Evidence(
            whole="{unique_tokens} consecutive tokens, characters {unique_start} to {unique_end} of the body; share of "
            "the body that occurs in {near_copy_of}: {kept_coverage}",
            given="near_copy_of",
        ),
    ),
    Rule(
        code="DUP008",
        name="long-quotation",
        severity="info",
        expectation=at_most("quotes", 0, mostly=0),
        message="Documents that share a long passage with this one and otherwise differ: {value}.",
        evidence=Evidence(whole="the longest passage is shared with {longest_quote_with}", given="longest_quote_with"),
    ),
    Rule(
        code="DUP009",
        name="leaked-text",
        severity="warning",
        # One fails: a model that has seen the answers cannot be evaluated.
        expectation=at_most("leaked_share", MUCH_LEAKED),
        message="Share of the body that also occurs in one document of an earlier split or of another dataset: "
        "{value}.",
        evidence=Evidence(whole="it occurs in {leaked_from}", given="leaked_from"),
    ),
    Rule(
        code="DUP011",
        name="benchmark-item",
        severity="warning",
        # As for leaked texts: a single known answer is too many.
        expectation=at_most("benchmark_items", 0),
        message="Benchmark items found in this document: {value}.",
        evidence=Evidence(whole="the first of them is {benchmark_item}", given="benchmark_item"),
    ),
    Rule(
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
    ),
    Rule(
        code="DUP101",
        name="mostly-duplicates",
        severity="warning",
        expectation=at_most("duplicate_share", 0.5),
        message="Share of documents that are duplicates of others: {value}.",
    ),
    # Of half of a source, language or year a check only tells; it fails if nine tenths are set aside (DUP104).
    Rule(
        code="DUP103",
        name="source-mostly-copies",
        severity="warning",
        expectation=at_most("source_copies_share", 0.5, mostly=0),
        message="Share of a source's documents that are duplicates of others: {value}.",
    ),
    Rule(
        code="DUP104",
        name="source-wiped-out",
        severity="critical",
        expectation=at_most("group_copies_share", 0.9),
        message="Share of the documents of one source, language or year that are duplicates of others: {value}.",
    ),
    Rule(
        code="DUP105",
        name="language-mostly-copies",
        severity="warning",
        expectation=at_most("language_copies_share", 0.5, mostly=0),
        message="Share of the documents in one language that are duplicates of others: {value}.",
    ),
    Rule(
        code="DUP106",
        name="year-mostly-copies",
        severity="warning",
        expectation=at_most("year_copies_share", 0.5, mostly=0),
        message="Share of the documents of one year that are duplicates of others: {value}.",
    ),
)
