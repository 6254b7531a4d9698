"""BPL: text that belongs to the site rather than to the article."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Page, Rule, at_most, one_of

# Pages dumped as text are mostly chrome; above four fifths an article is hard to distinguish from a teaser.
MOSTLY: Final = 0.8
# A caption, a subscription box and an advertisement are usual; more indicates failed segmentation.
USUAL_INSERTS: Final = 3

NO_ARTICLE: Final = Rule(
    code="BPL001",
    name="no-article",
    severity="warning",
    expectation=one_of("no_article", (False,), mostly=0.5),
    message="The document contains no article: all of it is boilerplate.",
    effect=Effect(
        aside="boilerplate",
        detail="none of its blocks is part of an article; the table blocks gives a reason for each",
    ),
    page=Page(
        what="No block of the document was classified as content. It is a menu, a list of links, or a page served in "
        "place of an article (an error, a bot check, a login form).",
        why="Such pages make up a large part of any crawl, and their repeated phrases drown out the articles.",
        fix="Nothing to do for a release: it is set aside as boilerplate. If it does contain an article, audit "
        "explain shows the reason for each block.",
        known_problems="Very short articles, poems and tables can be taken for boilerplate. Boilerplate in prose (a "
        "long cookie notice) can be taken for an article.",
    ),
)

MOSTLY_BOILERPLATE: Final = Rule(
    code="BPL002",
    name="mostly-boilerplate",
    severity="warning",
    expectation=at_most("boilerplate_share", MOSTLY, mostly=0.5),
    message="Share of the text that is boilerplate: {value}.",
    page=Page(
        what="More than four fifths of the characters are menus, lists, notices and other boilerplate.",
        why="A little article text on a large page is often a teaser or the preview of paid text; and the more "
        "boilerplate there is, the more likely some of it was taken for content.",
        fix="If you still have the HTML, extract the article from it instead of dumping the page as text.",
        known_problems="Short news on a site with a long footer is flagged although it is fine. Only the body "
        "matters: read it.",
    ),
)

BOILERPLATE_INSIDE: Final = Rule(
    code="BPL003",
    name="boilerplate-inside-article",
    severity="info",
    expectation=at_most("boilerplate_inside", USUAL_INSERTS, mostly=0),
    message="Boilerplate blocks between the first and the last block of the article: {value}.",
    page=Page(
        what=f"More than {USUAL_INSERTS} blocks inside the article were classified as boilerplate.",
        why="Either the page has many inserts, or paragraphs of the article are being dropped. The latter is worse.",
        fix="Look at these blocks with audit explain. If they belong to the article, report the pattern to us.",
        known_problems="Interviews, recipes and tables have short lines that resemble inserts.",
    ),
)

RELATED_LIST: Final = Rule(
    code="BPL004",
    name="related-list-appended",
    severity="info",
    expectation=at_most("related_items", 0, mostly=0),
    message="Blocks in appended lists of other articles: {value}.",
    page=Page(
        what="The article is followed by headlines and teasers of other articles. They are left out of the body.",
        why="They belong to other texts, with other dates and names, and the same teaser appears below hundreds of "
        "articles.",
        fix="Nothing to do: the blocks are marked. Cut the list in the scraper to save space.",
        known_problems="An article that ends with a list of its own (further reading, ten tips) may lose it.",
    ),
)

RUN_TOGETHER_LIST: Final = Rule(
    code="BPL005",
    name="run-together-list",
    severity="info",
    expectation=at_most("run_together", 0, mostly=0),
    message="Lists joined into one long line: {value}.",
    page=Page(
        what="Many headlines or links are joined in one line without line breaks, so that they look like a paragraph.",
        why="Because of its length such a line passes for prose. The whole line is marked, since its parts cannot be "
        "separated.",
        fix="Let the scraper put a line break between list items.",
        known_problems="A long sentence that lists titles of works can look the same.",
    ),
)

LEFTOVER_PROMPTS: Final = Rule(
    code="BPL006",
    name="leftover-prompts",
    severity="warning",
    expectation=at_most("residual_prompts", 0, mostly=0.8),
    message="Prompts to share, follow or subscribe inside the article: {value}.",
    page=Page(
        what="A paragraph of the article contains a prompt to share, follow, scan or subscribe.",
        why="It is attached to the preceding sentence, so the whole block stayed in the body. Such prompts recur "
        "thousands of times, and a model repeats them.",
        fix="Cut the phrase that the finding points to, or let the scraper put a line break before it.",
        known_problems="An article about social media may use the same words. Prompts in languages without a word "
        "list are not found.",
    ),
)

PROSE_DROPPED: Final = Rule(
    code="BPL007",
    name="prose-dropped",
    severity="warning",
    expectation=at_most("prose_dropped", 0, mostly=0.8),
    message="Dropped blocks that read like article text: {value}.",
    page=Page(
        what="A block was dropped from the body although it looks like prose. It is as long as a sentence, ends like "
        "one, consists of running words, at least half of which the article uses too, and nothing in it says that it "
        "is boilerplate.",
        why="Either a second story on the same subject was rightly left out, or part of the article is missing. The "
        "latter is worse, and would go unnoticed.",
        fix="Read the passages that the findings point to. If they belong to the article, report the kind of page to "
        "us; audit explain shows the reason for each block.",
        known_problems="Four in five such passages are not part of the article: teasers, live-blog entries and second "
        "stories about the same event share its words. Prose that is short or has no full stop is not reported; prose "
        "on another subject and readers' comments are reported by prose-left-out.",
    ),
)

PROSE_LEFT_OUT: Final = Rule(
    code="BPL008",
    name="prose-left-out",
    severity="info",
    expectation=at_most("prose_left_out", 0, mostly=0),
    message="Dropped blocks of prose that share few words with the article: {value}.",
    page=Page(
        what="A block was dropped from the body because of its position, what it resembles or a phrase in it. It looks "
        "like prose, is no notice to readers, and appears in no other document of its source.",
        why="Together with prose-dropped this reports every passage of prose that is in the text and not in the body: "
        "nothing is dropped in silence.",
        fix="Usually nothing needs to be done. If such passages belong to an article, report the kind of page to us.",
        known_problems="Nearly nine in ten are comments, teasers, notes about authors and advertising. The others are "
        "mostly posts of threads and texts about products.",
    ),
)

MOSTLY_WITHOUT_ARTICLE: Final = Rule(
    code="BPL101",
    name="mostly-without-article",
    severity="warning",
    expectation=at_most("no_article_share", 0.5),
    message="Share of documents without an article: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents contain no article.",
        why="Either the crawl collected menus and error pages, or the parser does not understand these texts. Find "
        "out which before you release anything.",
        fix="Read five of them. If they contain articles, please report the kind of page; if not, fix the crawl.",
        known_problems="A corpus of very short texts or of tables may be flagged wrongly.",
    ),
)

BOILERPLATE: Final = (
    NO_ARTICLE, MOSTLY_BOILERPLATE, BOILERPLATE_INSIDE, RELATED_LIST, RUN_TOGETHER_LIST, LEFTOVER_PROMPTS,
    PROSE_DROPPED, PROSE_LEFT_OUT,
)  # fmt: skip
BOILERPLATE_OF_CORPUS: Final = (MOSTLY_WITHOUT_ARTICLE,)
