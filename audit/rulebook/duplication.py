"""DUP: repetition of other documents, or within one."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Evidence, Page, Rule, at_most, is_not_stated, none_of, one_of

# A refrain or repeated notice fills a few percent of an article; a third means a page pasted twice.
MUCH_REPEATED: Final = 0.3
MUCH_SHARED: Final = 0.5
# Half of a test document in the training data is no coincidence or quotation, and likely includes its answer.
MUCH_LEAKED: Final = 0.5
# Shown for any rule a copy breaks: the document it copies, and their similarity.
COPY: Final = Evidence(
    whole="{duplicate_kind} of {duplicate_of}; similarity {similarity}, containment {containment}",
    given="duplicate_of",
)

IDENTICAL_FILE: Final = Rule(
    code="DUP001",
    name="identical-file",
    severity="warning",
    expectation=none_of("duplicate_kind", ("exact_raw",), mostly=0.5),
    message="The same bytes as another document, which is kept.",
    effect=Effect(aside="duplicate", detail="the same bytes as {kept}, which is kept since it {kept_because}"),
    evidence=COPY,
    page=Page(
        what="Another document is made of exactly the same bytes.",
        why="The scraper fetched one page twice, or a folder was copied into itself. Repeated documents are learned "
        "by heart and make every count wrong.",
        fix="Nothing to do for a release: the better of the two is kept, this one is set aside and names it in "
        "duplicate_of; the ledger says what speaks for the other.",
        known_problems="None known: equal SHA-256 digests of different inputs have never been seen.",
    ),
)

IDENTICAL_TEXT: Final = Rule(
    code="DUP002",
    name="identical-text",
    severity="warning",
    expectation=none_of("duplicate_kind", ("exact_normalised",), mostly=0.5),
    message="The same body as another document, which is kept, but for case, width, spacing and punctuation.",
    effect=Effect(aside="duplicate", detail="the same text as {kept}, which is kept since it {kept_because}"),
    evidence=COPY,
    page=Page(
        what="Another document has the same body once letter case, full-width forms, white space, punctuation and the "
        "writing of Chinese (traditional, simplified, regional) are levelled.",
        why="The same article was saved in another encoding, with another layout or from another page of the site.",
        fix="Nothing to do for a release: the kept document is named in duplicate_of. The ledger says "
        "what speaks for it; set duplicates.keep to first or longest, or name sources, if that is to decide.",
        known_problems="Two texts that differ in nothing but punctuation or signs (two price lists, two formulas) "
        "count as one. Documents without a body are compared by their bytes only.",
    ),
)

NEAR_DUPLICATE: Final = Rule(
    code="DUP003",
    name="near-duplicate",
    severity="warning",
    expectation=none_of("duplicate_kind", ("near",), mostly=0.5),
    message="At least half of the body stands in another document, which is kept, and the reverse.",
    effect=Effect(
        aside="duplicate",
        detail="nearly the same text as {kept}, which is kept since it {kept_because}; tokens that stand nowhere in "
        "what is kept: {lost_tokens}",
        unlike="most of it stands in {kept}, which is kept since it {kept_because}: {kept_coverage} of this text, "
        "{kept_coverage_of} of that one; tokens that stand nowhere in what is kept: {lost_tokens}",
    ),
    evidence=COPY,
    page=Page(
        what="At least half of this body lies in passages that it shares with another document, and the reverse, and "
        "these are longer than set phrases. Candidates are found by MinHash and then compared in full; the true "
        "measures stand in the duplicates table.",
        why="Syndicated news, updated versions and rewritten copies fill a corpus with the same sentences.",
        fix="Compare the two with audit explain. Raise duplicates.similarity in audit.toml to keep versions apart, or "
        "take near out of duplicates.set_aside to list such pairs and set nothing aside. A copy with 30 tokens in a "
        "row that stand nowhere in the kept document stays (DUP010); duplicates.most_lost says how many may go.",
        known_problems="Documents filled into one template (forms, forecasts, match reports) are told from copies by "
        "their numbers, or where three of them are there; two alone that differ by a few names and no numbers go as "
        "copies. So do versions that differ in less than three places. A translation or a free retelling is not found. "
        "Candidates are found with high probability, not certainty.",
    ),
)

CONTAINED_TEXT: Final = Rule(
    code="DUP004",
    name="contained-text",
    severity="warning",
    expectation=one_of("contained", (False,), mostly=0.8),
    message="The body lies within a longer document.",
    evidence=COPY,
    page=Page(
        what="At least four fifths of this body lie in a longer document, which holds much else besides.",
        why="A digest, a compilation or a reposted article with comments repeats this one in full.",
        fix="Decide which of the two you want. Neither is set aside, since each may hold what the other lacks.",
        known_problems="Short texts are found inside long ones less surely than whole copies are. A text made of "
        "common phrases may lie in another by chance.",
    ),
)

REPEATED_PASSAGES: Final = Rule(
    code="DUP005",
    name="repeated-passages",
    severity="warning",
    expectation=at_most("repeated_share", MUCH_REPEATED, mostly=0.9),
    message="Share of the body that repeats an earlier block of it: {value}.",
    evidence=COPY,
    page=Page(
        what="More than 30 % of the body stands in blocks that repeat an earlier block of the same document.",
        why="The page was extracted twice (once for phones, once for print), or its text is padded for search engines.",
        fix="Take the article from one place of the page. The offsets in blocks show which blocks are equal.",
        known_problems="Songs, litanies and legal forms repeat themselves rightly. Blocks that differ by one word are "
        "not counted, nor are very short ones.",
    ),
)

SHARED_PASSAGES: Final = Rule(
    code="DUP006",
    name="shared-passages",
    severity="warning",
    expectation=at_most("shared_share", MUCH_SHARED, mostly=0.8),
    message="Share of the body in blocks that also stand in three or more other documents: {value}.",
    evidence=Evidence(whole="of that the same but for digits: {levelled_share}", given="levelled_share"),
    page=Page(
        what="More than half of the body is made of blocks that at least three other documents have as well, to the "
        "word; digits are levelled, so that a page number or a date makes no difference; where they were, the "
        "finding says so.",
        why="Those blocks are most likely the site's own text: about the author, how to subscribe, terms of use. They "
        "were taken for the article.",
        fix="If they are chrome, report the site's pattern to us, or cut it in the scraper.",
        known_problems="In a corpus with many copies of one article all of its blocks are shared; settle the "
        "duplicates first. Recurring columns with fixed paragraphs are flagged.",
    ),
)

SHARED_TITLE: Final = Rule(
    code="DUP007",
    name="shared-title",
    severity="info",
    expectation=at_most("title_twins", 0, mostly=0),
    message="Other documents with the same title and another body: {value}.",
    evidence=COPY,
    page=Page(
        what="Another document has the same title, but not the same body.",
        why="If many share it, the site's name or a section was taken for the title. If two do, it may be an article "
        "and its update.",
        fix="Look at the title: is it the article's own? Then there is nothing to do.",
        known_problems="Series and daily columns (the weather, the markets) share their title rightly.",
    ),
)

PASSAGE_OF_ITS_OWN: Final = Rule(
    code="DUP010",
    name="passage-of-its-own",
    severity="info",
    expectation=is_not_stated("near_copy_of", mostly=0),
    message="A near copy of {value}, and kept beside it: it has a passage that stands nowhere there.",
    evidence=Evidence(
        whole="{unique_tokens} tokens in a row, characters {unique_start} to {unique_end} of the body; share of it "
        "that stands in {near_copy_of}: {kept_coverage}",
        given="near_copy_of",
    ),
    page=Page(
        what="This document is a near copy of another one that is kept, and would be set aside, but 30 tokens or more "
        "of it, a sentence or two, stand neither there nor in a document without copies. Setting it aside would lose "
        "them, so both stay. Scattered edits are no such passage, nor is what was dropped there as boilerplate.",
        why="Mass removal of near copies loses what only the worse copy said: an update, a second source, the answer "
        "below a question.",
        fix="Nothing to repair. If such passages are chrome, cut them in the scraper; to let more go with a copy, "
        "raise duplicates.most_lost.",
        known_problems="A passage told again in other words counts as unique, and so does one that stands only in "
        "other copies that are kept.",
    ),
)

LONG_QUOTATION: Final = Rule(
    code="DUP008",
    name="long-quotation",
    severity="info",
    expectation=at_most("quotes", 0, mostly=0),
    message="Documents that share a long passage with this one and are otherwise different: {value}.",
    evidence=COPY,
    page=Page(
        what="This document and another share a run of 50 tokens or more and are otherwise different.",
        why="It may be a quotation, a press release used by both, or an article put together from others. If you "
        "split the data into training and test, keep the two on one side.",
        fix="Nothing to repair. The duplicates table names the other document and the length of the passage.",
        known_problems="Laws, prayers and addresses are quoted everywhere. Passages under 50 tokens are not found, nor "
        "surely those that are less than an eighth of the shorter text, or stand in more than 50 documents.",
    ),
)

LEAKED_TEXT: Final = Rule(
    code="DUP009",
    name="leaked-text",
    severity="warning",
    # One fails: a model that has seen the answers cannot be evaluated.
    expectation=at_most("leaked_share", MUCH_LEAKED),
    message="Share of the body that also stands in one document of an earlier split, or of another dataset: {value}.",
    evidence=Evidence(whole="it stands in {leaked_from}", given="leaked_from"),
    page=Page(
        what="More than half of this body stands in a document of another dataset that it was compared with "
        "(audit check --against), or of an earlier split of its own: train comes first, the others follow by name.",
        why="A model that was trained on its test is measured by its memory. A single document is enough to miss the "
        "expectation, so that a check fails; none is set aside, for which of the two has to go is yours to say.",
        fix="Remove the document from the test, or its twin, named in leaked_from, from the training data. To divide a "
        "corpus so that nothing can leak: audit split.",
        known_problems="The share is that of this document alone: a test question of one line within a long article "
        "counts as leaked if it is long enough to be found, some hundred characters. A translation or a retelling is "
        "not found. Shorter quotations are counted in the report and listed in duplicates, not found here.",
    ),
)

DUPLICATION: Final = (
    IDENTICAL_FILE, IDENTICAL_TEXT, NEAR_DUPLICATE, CONTAINED_TEXT, REPEATED_PASSAGES, SHARED_PASSAGES, SHARED_TITLE,
    LONG_QUOTATION, LEAKED_TEXT, PASSAGE_OF_ITS_OWN,
)  # fmt: skip
