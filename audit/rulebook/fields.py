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
        what="The text states no headline that could be told from its paragraphs.",
        why="A title is the best handle on a document, for people and for search. When a whole site lacks it, the "
        "scraper probably cut the top of the page.",
        fix="Let the scraper write the page's heading as the first line.",
        known_problems="Many texts have no title, and null is then the right answer. A headline that ends like a "
        "sentence, or stands far from the top, can be missed.",
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
        why="Without a source a reader can neither weigh nor find the document, and licences cannot be looked up.",
        fix="Keep the line that names the source when scraping, or keep one folder for each site.",
        known_problems="The source is taken from what the text states; folder names and addresses are not used as "
        "evidence. It is the field most often missed.",
    ),
)

MISSING_DATE: Final = Rule(
    code="FLD003",
    name="missing-date",
    severity="info",
    expectation=one_of("has_date", (True,), mostly=0),
    message="No date of publication is stated.",
    page=Page(
        what="The text states no full date that could be its day of publication.",
        why="Undated documents cannot be split by time, and a model tested on the future may have read it.",
        fix="Keep the date line when scraping, or the date from the page's metadata.",
        known_problems="Relative dates (three hours ago) and days without a year are not resolved: a date is null "
        "rather than guessed. A copyright year in a footer is no date.",
    ),
)

MISSING_AUTHOR: Final = Rule(
    code="FLD004",
    name="missing-author",
    severity="info",
    expectation=one_of("has_author", (True,), mostly=0),
    message="No author is stated.",
    page=Page(
        what="The text names nobody as its author.",
        why="Authors help to give credit, to find a person's texts when asked to remove them, and to see that a "
        "corpus is not the work of one hand.",
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
        what=f"The article has fewer than {FEW_CHARACTERS} characters, white space not counted.",
        why="Either the document is a scrap, or the article was taken for boilerplate or lost by the scraper.",
        fix="Compare with the page. If the body was misjudged, audit explain shows the reason for every block.",
        known_problems="A short review or a flash of news is complete at this length. Documents without an article "
        "have an empty body and are reported here as well as by BPL001.",
    ),
)

TITLE_IN_BODY: Final = Rule(
    code="FLD006",
    name="title-in-body",
    severity="info",
    expectation=one_of("title_in_body", (False,), mostly=0),
    message="A block of the body repeats the title.",
    page=Page(
        what="The title stands once more among the blocks of the article.",
        why="The page shows its headline twice, and one of them was taken for a paragraph. A model that is asked for "
        "the title can copy it.",
        fix="Usually harmless. Drop the block whose text equals the title when you build title and body pairs.",
        known_problems="A text whose first sentence is also its title says it twice on purpose.",
    ),
)

STARTS_MID_SENTENCE: Final = Rule(
    code="FLD007",
    name="starts-mid-sentence",
    severity="warning",
    expectation=one_of("starts_mid_sentence", (False,), mostly=0.8),
    message="The body begins inside a sentence.",
    page=Page(
        what="The first words of the body continue something: they begin with closing punctuation or in the middle of "
        "a clause.",
        why="The beginning is missing: cut by the scraper, taken for boilerplate, or torn apart by a text spinner.",
        fix="Fetch the page again and compare its first paragraph.",
        known_problems="Only languages with capital letters, or punctuation at the start, give a clue; a Chinese text "
        "cut between two words looks whole. Brand names in lower case and verse mislead it.",
    ),
)

CUT_OFF_BODY: Final = Rule(
    code="FLD008",
    name="cut-off-body",
    severity="info",
    expectation=one_of("ends_mid_sentence", (False,), mostly=0),
    message="The body's last paragraph stops inside a sentence.",
    page=Page(
        what="The last paragraph ends without a closing mark, in the middle of a sentence.",
        why="The rest is behind a paywall, on the next page or was cut by a length limit. A model learns to stop "
        "anywhere.",
        fix="Look for a next page or a reading limit. Leave the document out if the rest cannot be had.",
        known_problems="Verse, lists, signatures and the habit of leaving out the last full stop look the same.",
    ),
)

LATER_DATES: Final = Rule(
    code="FLD009",
    name="later-dates",
    severity="info",
    expectation=at_most("later_dates", 0, mostly=0),
    message="Dates in the text that are later than the document's date: {value}.",
    page=Page(
        what="The text names a full date after the day on which it says it was published.",
        why="The date may be the wrong one, or something newer was added to the page: comments, related articles.",
        fix="Check the date field. If it is right, look at what stands around the later date.",
        known_problems="Announcements and deadlines lie in the future by nature. Silent when no date was found.",
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
        why="A paragraph or a line of the menu was taken for the title.",
        fix="Look at the top of the page, and let the scraper write the heading on a line of its own.",
        known_problems="Old books and scientific papers have such titles. A document without a title is not counted.",
    ),
)

CONTRADICTED_RECORD: Final = Rule(
    code="FLD011",
    name="contradicted-record",
    severity="info",
    expectation=at_most("record_contradictions", 0, mostly=0),
    message="Fields that the record states otherwise than its text: {value}.",
    page=Page(
        what="The record's own column for title, source, date or author says one thing, and the text another.",
        why="One of them is wrong: the columns slipped, the scraper read the day of the crawl, or the text is that of "
        "another page. A dataset that keeps one in silence hides the fault.",
        fix="Compare the two; the finding quotes both and points at the text. Which one counts is policy: "
        'prefer = "text" in [input] of audit.toml, and [input.columns] says which columns are meant.',
        known_problems="The parser can take the first line of a text that has no headline for one. Names that contain "
        "each other agree; a day may differ by one where the record states an hour, since clocks differ.",
    ),
)

MOSTLY_UNTITLED: Final = Rule(
    code="FLD101",
    name="mostly-untitled",
    severity="info",
    expectation=at_most("untitled_share", 0.5, mostly=0),
    message="Share of the documents without a title: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents have no title.",
        why="When most are missing, it is the scraper or the parser rather than the documents.",
        fix="Compare one page with its file: is the headline in it?",
        known_problems="A corpus of reviews or messages has no titles. Reported and never held against a release.",
    ),
)

MOSTLY_UNDATED: Final = Rule(
    code="FLD102",
    name="mostly-undated",
    severity="info",
    expectation=at_most("undated_share", 0.5, mostly=0),
    message="Share of the documents without a date: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents have no date.",
        why="When most are missing, the date line was probably lost on the way, and with it any split by time.",
        fix="Compare one page with its file: is the date in it, and in a form that names day, month and year?",
        known_problems="Reference texts are undated by nature. Reported and never held against a release.",
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
        what="Nobody says under which licence the dataset may be used.",
        why="Without one nobody may use it, whatever its makers had in mind; a Hub lists it as unknown.",
        fix='Say it in audit.toml: [card], licence = "cc-by-4.0". It then stands in the card and in croissant.json. '
        "Without it `license:` at the top of a README.md counts, in the folder that is read or the one above. "
        "`mostly = 1` below [rules.missing-licence] lets no check pass without one.",
        known_problems="That one is stated says nothing of whether it may be: texts stay under the terms of their "
        "sources. Unless `mostly` says so, it is reported and never held against a release.",
    ),
)

FIELDS: Final = (
    MISSING_TITLE, MISSING_SOURCE, MISSING_DATE, MISSING_AUTHOR, SHORT_BODY, TITLE_IN_BODY, STARTS_MID_SENTENCE,
    CUT_OFF_BODY, LATER_DATES, OVERLONG_TITLE, CONTRADICTED_RECORD,
)  # fmt: skip
FIELDS_OF_CORPUS: Final = (MOSTLY_UNTITLED, MOSTLY_UNDATED, MISSING_LICENCE)
