"""FLD: title, source, date, author and body, as stated in the text."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_least, at_most, is_stated, one_of

# Two short Chinese sentences, or one English sentence of eight words; shorter texts are rarely articles.
FEW_CHARACTERS: Final = 40
# Long newspaper headlines have about 100 characters; above 150 a paragraph was taken for one.
LONG_TITLE: Final = 150

MISSING_TITLE: Final = Rule(
    code="FLD001",
    name="missing-title",
    severity="info",
    expectation=is_stated("title_chars", mostly=0),
    message="No title was found.",
    page=Page(
        what="The text has no headline that can be distinguished from its paragraphs.",
        why="Titles identify documents for people and for search. When a whole site has none, the scraper probably "
        "cut off the top of the page.",
        fix="Let the scraper write the page's heading as the first line.",
        known_problems="Many texts have no title, and null is then correct. A headline that ends like a sentence, or "
        "is far from the top, can be missed.",
    ),
)

MISSING_SOURCE: Final = Rule(
    code="FLD002",
    name="missing-source",
    severity="info",
    expectation=one_of("has_source", (True,), mostly=0),
    message="No source is stated.",
    page=Page(
        what="The text does not say which publication or site it comes from.",
        why="Without a source a reader can neither assess nor find the document, and its licence cannot be looked up.",
        fix="Keep the line that names the source when scraping, or keep one folder per site.",
        known_problems="The source is taken from the text; folder names and URLs are not used as evidence. It is the "
        "field most often missed.",
    ),
)

MISSING_DATE: Final = Rule(
    code="FLD003",
    name="missing-date",
    severity="info",
    expectation=one_of("has_date", (True,), mostly=0),
    message="No date of publication is stated.",
    page=Page(
        what="The text has no full date that could be its date of publication.",
        why="Undated documents cannot be split by time, so a model evaluated on later data may already have seen it.",
        fix="Keep the date line when scraping, or the date in the page's metadata.",
        known_problems="Relative dates (three hours ago) and days without a year are not resolved: the date is null "
        "rather than a guess. A copyright year in a footer does not count as a date.",
    ),
)

MISSING_AUTHOR: Final = Rule(
    code="FLD004",
    name="missing-author",
    severity="info",
    expectation=one_of("has_author", (True,), mostly=0),
    message="No author is stated.",
    page=Page(
        what="The text names no author.",
        why="Authors are needed to give credit, to find a person's texts when their removal is requested, and to "
        "check that a corpus is not the work of a single author.",
        fix="Keep the byline when scraping.",
        known_problems="Agency news and notices have no author. Bylines without a signal word (by, 作者, 文) are "
        "mostly missed.",
    ),
)

SHORT_BODY: Final = Rule(
    code="FLD005",
    name="short-body",
    severity="info",
    expectation=at_least("body_chars", FEW_CHARACTERS, mostly=0),
    message="Characters in the body: {value}.",
    page=Page(
        what=f"The body has fewer than {FEW_CHARACTERS} characters, not counting white space.",
        why="Either the document is a scrap, or the article was taken for boilerplate or lost by the scraper.",
        fix="Compare with the page. If the body was misjudged, audit explain shows the reason for every block.",
        known_problems="A short review or a news flash is complete at this length. Documents without an article have "
        "an empty body and are reported here as well as by BPL001.",
    ),
)

TITLE_IN_BODY: Final = Rule(
    code="FLD006",
    name="title-in-body",
    severity="info",
    expectation=one_of("title_in_body", (False,), mostly=0),
    message="A block of the body repeats the title.",
    page=Page(
        what="The title also appears as a block of the body.",
        why="The page shows its headline twice, and one of them was taken for a paragraph. A model trained to write "
        "titles can copy it.",
        fix="Usually harmless. When you build pairs of title and body, drop the block that equals the title.",
        known_problems="A text whose title is also its first sentence repeats it on purpose.",
    ),
)

STARTS_MID_SENTENCE: Final = Rule(
    code="FLD007",
    name="starts-mid-sentence",
    severity="warning",
    expectation=one_of("starts_mid_sentence", (False,), mostly=0.8),
    message="The body begins in the middle of a sentence.",
    page=Page(
        what="The body begins with closing punctuation or in the middle of a clause.",
        why="The beginning is missing: cut off by the scraper, taken for boilerplate, or broken by a text spinner.",
        fix="Fetch the page again and compare its first paragraph.",
        known_problems="Only capital letters, or punctuation at the start, give a clue: a Chinese text cut between "
        "two words looks complete, and a text that begins no sentence with a capital, or has one sentence, stays "
        "silent. Brand names in lower case and verse cause false positives.",
    ),
)

CUT_OFF_BODY: Final = Rule(
    code="FLD008",
    name="cut-off-body",
    severity="info",
    expectation=one_of("ends_mid_sentence", (False,), mostly=0),
    message="The last paragraph of the body ends in the middle of a sentence.",
    page=Page(
        what="The last paragraph ends in the middle of a sentence, without closing punctuation.",
        why="The rest is behind a paywall, on the next page, or was cut by a length limit. A model learns to stop "
        "anywhere.",
        fix="Look for a next page or a length limit. Leave the document out if the rest is not available.",
        known_problems="Verse, lists, signatures and texts that omit the last full stop look the same.",
    ),
)

LATER_DATES: Final = Rule(
    code="FLD009",
    name="later-dates",
    severity="info",
    expectation=at_most("later_dates", 0, mostly=0),
    message="Dates in the text that are later than the document's date: {value}.",
    page=Page(
        what="The text contains a full date later than its date of publication.",
        why="The date may be wrong, or something newer was added to the page, such as comments or related articles.",
        fix="Check the date field. If it is right, look at the context of the later date.",
        known_problems="Announcements and deadlines are in the future by nature. Never fires when no date was found.",
    ),
)

OVERLONG_TITLE: Final = Rule(
    code="FLD010",
    name="overlong-title",
    severity="warning",
    expectation=at_most("title_chars", LONG_TITLE, mostly=0.9),
    message="Characters in the title: {value}.",
    page=Page(
        what=f"The title has more than {LONG_TITLE} characters.",
        why="A paragraph or a menu line was taken for the title.",
        fix="Look at the top of the page, and let the scraper write the heading on a line of its own.",
        known_problems="Old books and scientific papers have such titles. A document without a title is not counted.",
    ),
)

CONTRADICTED_RECORD: Final = Rule(
    code="FLD011",
    name="contradicted-record",
    severity="info",
    expectation=at_most("record_contradictions", 0, mostly=0),
    message="Fields in which the record and its text disagree: {value}.",
    page=Page(
        what="The record's column for title, source, date or author disagrees with the text.",
        why="One of them is wrong: the columns are shifted, the scraper stored the date of the crawl, or the text is "
        "from another page. A dataset that silently keeps one of the two hides the error.",
        fix="Compare the two; the finding quotes both and points to the text. The policy decides which one is used: "
        'prefer = "text" in [input] of audit.toml; [input.columns] says which columns to read.',
        known_problems="The parser can take the first line of a text without a headline for one. Names that contain "
        "each other agree; a date may differ by one day where the record states a time, because of time zones.",
    ),
)

MOSTLY_UNTITLED: Final = Rule(
    code="FLD101",
    name="mostly-untitled",
    severity="info",
    expectation=at_most("untitled_share", 0.5, mostly=0),
    message="Share of documents without a title: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents have no title.",
        why="When most titles are missing, the cause is the scraper or the parser rather than the documents.",
        fix="Compare one page with its file: does the file contain the headline?",
        known_problems="A corpus of reviews or messages has no titles. Reported, but never fails a release.",
    ),
)

MOSTLY_UNDATED: Final = Rule(
    code="FLD102",
    name="mostly-undated",
    severity="info",
    expectation=at_most("undated_share", 0.5, mostly=0),
    message="Share of documents without a date: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents have no date.",
        why="When most dates are missing, the date line was probably lost on the way, and splits by time are "
        "impossible.",
        fix="Compare one page with its file: does the file contain the date, with day, month and year?",
        known_problems="Reference texts are undated by nature. Reported, but never fails a release.",
    ),
)

MISSING_LICENCE: Final = Rule(
    code="FLD106",
    name="missing-licence",
    severity="info",
    expectation=at_least("licences_stated", 1, mostly=0),
    message="Licences stated for the dataset: {value}.",
    scope="corpus",
    page=Page(
        what="No licence is stated for the dataset.",
        why="Without a licence nobody may use the dataset, whatever its makers intended; a Hub lists it as unknown.",
        fix='Set it in audit.toml: [card], licence = "cc-by-4.0". It then appears in the card and in croissant.json. '
        "Otherwise `license:` in the header of a README.md is used, in the input folder or its parent. `mostly = 1` "
        "under [rules.missing-licence] makes every check without one fail.",
        known_problems="A stated licence need not be valid: texts remain under the terms of their sources. Unless "
        "`mostly` is set, a missing licence is reported but never fails a release.",
    ),
)

FIELDS: Final = (
    MISSING_TITLE, MISSING_SOURCE, MISSING_DATE, MISSING_AUTHOR, SHORT_BODY, TITLE_IN_BODY, STARTS_MID_SENTENCE,
    CUT_OFF_BODY, LATER_DATES, OVERLONG_TITLE, CONTRADICTED_RECORD,
)  # fmt: skip
FIELDS_OF_CORPUS: Final = (MOSTLY_UNTITLED, MOSTLY_UNDATED, MISSING_LICENCE)
