"""DUP: repetition of other documents, or within one."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Evidence, Page, Rule, at_most, is_not_stated, none_of

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

IDENTICAL_FILE: Final = Rule(
    code="DUP001",
    name="identical-file",
    severity="warning",
    expectation=none_of("duplicate_kind", ("exact_raw",), mostly=0.5),
    message="The same bytes as another document, which is kept.",
    effect=Effect(aside="duplicate", detail="the same bytes as {kept}, which is kept because it {kept_because}"),
    evidence=COPY,
    page=Page(
        what="Another document has exactly the same bytes.",
        why="The scraper fetched one page twice, or a folder was copied into itself. Models memorise repeated "
        "documents, and they distort every count.",
        fix="Nothing to do for a release: the better of the two is kept; this one is set aside and names it in "
        "duplicate_of. The ledger says why the other is kept.",
        known_problems="None known: equal SHA-256 digests of different inputs have never been seen.",
    ),
)

IDENTICAL_TEXT: Final = Rule(
    code="DUP002",
    name="identical-text",
    severity="warning",
    expectation=none_of("duplicate_kind", ("exact_normalised",), mostly=0.5),
    message="The same body as another document, which is kept, except for case, width, spacing and punctuation.",
    effect=Effect(aside="duplicate", detail="the same text as {kept}, which is kept because it {kept_because}"),
    evidence=COPY,
    page=Page(
        what="Another document has the same body after normalization of letter case, full-width forms, white space, "
        "punctuation and Chinese variants (traditional, simplified, regional).",
        why="The same article was saved in another encoding, with another layout or from another page of the site.",
        fix="Nothing to do for a release: duplicate_of names the kept document, and the ledger says why it is kept. "
        "To change the criterion, set duplicates.keep to first or longest, or list sources.",
        known_problems="Two texts that differ only in punctuation or signs (two price lists, two formulas) count as "
        "one. Documents without a body are compared by their bytes only.",
    ),
)

NEAR_DUPLICATE: Final = Rule(
    code="DUP003",
    name="near-duplicate",
    severity="warning",
    expectation=none_of("duplicate_kind", ("near",), mostly=0.5),
    message="At least half of the body also occurs in another document, which is kept, and vice versa.",
    effect=Effect(
        aside="duplicate",
        detail="nearly the same text as {kept}, which is kept because it {kept_because}; tokens that occur in no kept "
        "document: {lost_tokens}",
        unlike="most of it occurs in {kept}, which is kept because it {kept_because}: {kept_coverage} of this text, "
        "{kept_coverage_of} of the other; tokens that occur in no kept document: {lost_tokens}",
    ),
    evidence=COPY,
    page=Page(
        what="At least half of this body consists of passages shared with another document, and vice versa. Set "
        "phrases are too short to count. Candidates are found by MinHash and then compared in full; the exact "
        "measures are in the duplicates table.",
        why="Syndicated news, updated versions and rewritten copies fill a corpus with the same sentences.",
        fix="Compare the two with audit explain. Raise duplicates.similarity in audit.toml to keep versions apart, or "
        "remove near from duplicates.set_aside to list such pairs and set nothing aside. A near duplicate with 30 "
        "consecutive tokens that occur nowhere in the kept document is kept as well (DUP010); duplicates.most_lost "
        "sets how many may be lost.",
        known_problems="Documents filled into one template (forms, forecasts, match reports) are distinguished from "
        "duplicates by their numbers, or if there are at least three of them; two that differ only in a few names are "
        "set aside as duplicates. So are versions that differ in fewer than three places. A translation or a free "
        "paraphrase is not found. Candidates are found with high probability, not certainty.",
    ),
)

CONTAINED_TEXT: Final = Rule(
    code="DUP004",
    name="contained-text",
    severity="warning",
    expectation=is_not_stated("contained_in", mostly=0.8),
    message="The body is contained in a longer document: {value}.",
    evidence=Evidence(whole="share of this body that occurs in another document: {containment}", given="contained_in"),
    page=Page(
        what="At least four fifths of this body are contained in a longer document with much other text.",
        why="A digest, a compilation or a reposted article with comments repeats this one in full.",
        fix="Decide which of the two you want; audit explain with the document's id shows what they have in common. "
        "Neither is set aside, since each may have what the other lacks.",
        known_problems="Short texts inside long ones are found less reliably than whole duplicates. A text made of "
        "common phrases may be contained in another by chance.",
    ),
)

REPEATED_PASSAGES: Final = Rule(
    code="DUP005",
    name="repeated-passages",
    severity="warning",
    expectation=at_most("repeated_share", MUCH_REPEATED, mostly=0.9),
    message="Share of the body that repeats earlier blocks of it: {value}.",
    evidence=COPY,
    page=Page(
        what="More than 30 % of the body consists of blocks that repeat an earlier block of the same document.",
        why="The page was extracted twice (mobile and print versions), or its text is padded for search engines.",
        fix="Extract the article from one place in the page. The offsets in blocks show which blocks are equal.",
        known_problems="Songs, litanies and legal forms repeat themselves legitimately. Blocks that differ by one "
        "word are not counted, nor are very short ones.",
    ),
)

SHARED_PASSAGES: Final = Rule(
    code="DUP006",
    name="shared-passages",
    severity="warning",
    expectation=at_most("shared_share", MUCH_SHARED, mostly=0.8),
    message="Share of the body in blocks that also occur in three or more other documents: {value}.",
    evidence=Evidence(whole="equal only after digits were ignored: {levelled_share}", given="levelled_share"),
    page=Page(
        what="More than half of the body consists of blocks that occur word for word in at least three other "
        "documents. Digits are ignored, so that a page number or a date makes no difference; where that mattered, the "
        "finding says so.",
        why="Those blocks are probably boilerplate of the site (about the author, how to subscribe, terms of use) "
        "that was taken for article text.",
        fix="If they are boilerplate, report the site's pattern to us, or cut it in the scraper.",
        known_problems="In a corpus with many duplicates of one article all of its blocks are shared; resolve the "
        "duplicates first. Recurring columns with fixed paragraphs are flagged.",
    ),
)

SHARED_TITLE: Final = Rule(
    code="DUP007",
    name="shared-title",
    severity="info",
    expectation=at_most("title_twins", 0, mostly=0),
    message="Other documents with the same title and a different body: {value}.",
    evidence=COPY,
    page=Page(
        what="Another document has the same title but a different body.",
        why="If many share it, the site name or a section name was taken for the title. If two do, it may be an "
        "article and its update.",
        fix="Check whether the title is the article's own. If so, there is nothing to do.",
        known_problems="Series and daily columns (the weather, the markets) share titles legitimately.",
    ),
)

PASSAGE_OF_ITS_OWN: Final = Rule(
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
    page=Page(
        what="This near duplicate was kept because it has a unique passage: at least 30 consecutive tokens, a "
        "sentence or two, that occur neither in the kept document nor in any document without duplicates. Setting it "
        "aside would lose them, so both stay. Scattered edits do not count, nor does text that was dropped there as "
        "boilerplate.",
        why="Bulk removal of near duplicates loses what only the worse copy said: an update, a second source, the "
        "answer below a question.",
        fix="Nothing to repair. If such passages are boilerplate, cut them in the scraper. To accept larger losses, "
        "raise duplicates.most_lost.",
        known_problems="A paraphrased passage counts as unique, and so does one that occurs only in other duplicates "
        "that are kept.",
    ),
)

LONG_QUOTATION: Final = Rule(
    code="DUP008",
    name="long-quotation",
    severity="info",
    expectation=at_most("quotes", 0, mostly=0),
    message="Documents that share a long passage with this one and otherwise differ: {value}.",
    evidence=Evidence(whole="the longest passage is shared with {longest_quote_with}", given="longest_quote_with"),
    page=Page(
        what="This document and another share 50 or more consecutive tokens and otherwise differ.",
        why="It may be a quotation, a press release used by both, or an article compiled from others. If you split "
        "the data into training and test sets, keep the two on one side.",
        fix="Nothing to repair. The duplicates table names all such documents and the lengths of the passages.",
        known_problems="Laws, prayers and speeches are quoted everywhere. Passages under 50 tokens are not found; "
        "those shorter than an eighth of the shorter text, or in more than 50 documents, may be missed.",
    ),
)

LEAKED_TEXT: Final = Rule(
    code="DUP009",
    name="leaked-text",
    severity="warning",
    # One fails: a model that has seen the answers cannot be evaluated.
    expectation=at_most("leaked_share", MUCH_LEAKED),
    message="Share of the body that also occurs in one document of an earlier split or of another dataset: {value}.",
    evidence=Evidence(whole="it occurs in {leaked_from}", given="leaked_from"),
    page=Page(
        what="More than half of this body occurs in a document of another dataset given with --against, or of an "
        "earlier split of its own dataset: train comes first, the others follow by name.",
        why="A model trained on its test set is measured by its memory. A single such document fails the check. None "
        "is set aside, since you decide which of the two has to go.",
        fix="Remove the document from the test set, or its counterpart, named in leaked_from, from the training data. "
        "To split a corpus without leakage: audit split.",
        known_problems="The share refers to this document alone: a one-line test question within a long article "
        "counts as leaked if it is long enough to be found, about a hundred characters. A translation or a paraphrase "
        "is not found. Shorter quotations are counted in the report and listed in duplicates, but not reported here.",
    ),
)

DUPLICATION: Final = (
    IDENTICAL_FILE, IDENTICAL_TEXT, NEAR_DUPLICATE, CONTAINED_TEXT, REPEATED_PASSAGES, SHARED_PASSAGES, SHARED_TITLE,
    LONG_QUOTATION, LEAKED_TEXT, PASSAGE_OF_ITS_OWN,
)  # fmt: skip
