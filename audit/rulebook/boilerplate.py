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
    message="The document holds no article: all of it is boilerplate.",
    effect=Effect(
        aside="boilerplate",
        detail="none of its blocks is part of an article; see its rows in blocks for the reasons",
    ),
    page=Page(
        what="Not one block of the document was taken for content: a menu, a list of links, or what a server shows in "
        "place of an article (an error, a check for robots, a login form).",
        why="Such pages make up much of any crawl, and their repeated phrases drown the texts.",
        fix="Nothing to do for a release: it is set aside as boilerplate. If it does hold an article, audit explain "
        "shows the reason given for each block.",
        known_problems="Very short articles, poems and tables can be taken for chrome. Prose that is chrome (a long "
        "cookie notice) can be taken for an article.",
    ),
)

MOSTLY_BOILERPLATE: Final = Rule(
    code="BPL002",
    name="mostly-boilerplate",
    severity="warning",
    expectation=at_most("boilerplate_share", MOSTLY, mostly=0.5),
    message="Share of the text that is boilerplate: {value}.",
    page=Page(
        what="More than four fifths of the characters are menus, lists, notices and the like.",
        why="A little article in a lot of page is often a teaser or the first lines of a paid text; and the more "
        "chrome, the likelier some of it was taken for content.",
        fix="Extract the article from the HTML before writing text, if you still have the HTML.",
        known_problems="Short news on a site with a long footer is fine and still flagged. The body is what counts: "
        "read it.",
    ),
)

BOILERPLATE_INSIDE: Final = Rule(
    code="BPL003",
    name="boilerplate-inside-article",
    severity="info",
    expectation=at_most("boilerplate_inside", USUAL_INSERTS, mostly=0),
    message="Boilerplate blocks between the first and the last block of the article: {value}.",
    page=Page(
        what=f"More than {USUAL_INSERTS} blocks inside the article were judged not to belong to it.",
        why="Either the page is crowded with inserts, or paragraphs of the article are being dropped. The second is "
        "worse.",
        fix="Look at these blocks with audit explain. If they are the article's, tell us the pattern.",
        known_problems="Interviews, recipes and tables have short lines that resemble inserts.",
    ),
)

RELATED_LIST: Final = Rule(
    code="BPL004",
    name="related-list-appended",
    severity="info",
    expectation=at_most("related_items", 0, mostly=0),
    message="Blocks of appended lists of other articles: {value}.",
    page=Page(
        what="Headlines and teasers of other articles stand after the article. They are kept out of the body.",
        why="They are other texts' words, with other texts' dates and names, and the same teaser stands below "
        "hundreds of articles.",
        fix="Nothing to do: the blocks are marked. Cut the list in the scraper to save space.",
        known_problems="An article that ends with a list of its own (further reading, ten tips) may lose it.",
    ),
)

RUN_TOGETHER_LIST: Final = Rule(
    code="BPL005",
    name="run-together-list",
    severity="info",
    expectation=at_most("run_together", 0, mostly=0),
    message="Lists run together into one long line: {value}.",
    page=Page(
        what="Many headlines or links stand in one line without line breaks, so that they look like a paragraph.",
        why="By its length such a line passes for prose. The whole line is marked, since its parts cannot be told "
        "apart.",
        fix="Let the scraper put a line break between list items.",
        known_problems="A long sentence that counts up titles of works can look the same.",
    ),
)

LEFTOVER_PROMPTS: Final = Rule(
    code="BPL006",
    name="leftover-prompts",
    severity="warning",
    expectation=at_most("residual_prompts", 0, mostly=0.8),
    message="Prompts to share, follow or subscribe inside the article: {value}.",
    page=Page(
        what="A paragraph of the article holds a call to share, follow, scan or subscribe.",
        why="It is glued to the sentence before, so the whole block stayed in the body. Such calls recur thousands of "
        "times, and a model repeats them.",
        fix="Cut the phrase, which the finding points at, or give the scraper a line break before it.",
        known_problems="An article about social media may say the same words about its subject. Prompts in other "
        "languages than the word lists know are not seen.",
    ),
)

PROSE_DROPPED: Final = Rule(
    code="BPL007",
    name="prose-dropped",
    severity="warning",
    expectation=at_most("prose_dropped", 0, mostly=0.8),
    message="Dropped blocks that read like the article: {value}.",
    page=Page(
        what="A block was left out of the body in doubt, for where it stands, and yet is prose by every look: as long "
        "as a sentence and ended like one, in running words, at least half of them the article's own.",
        why="Either a second story on the same matter was rightly left out, or a part of the article is missing. The "
        "second is worse, and nobody would notice.",
        fix="Read the passages that the findings point at. If they are the article's, tell us the kind of page; audit "
        "explain shows the reason given for each block.",
        known_problems="Three of four such passages are no part of the article: teasers, live-blog entries and second "
        "stories about the same event share its words. Prose in few words, without a full stop, or on another matter "
        "than the rest is not seen, nor is what was dropped without a doubt.",
    ),
)

MOSTLY_WITHOUT_ARTICLE: Final = Rule(
    code="BPL101",
    name="mostly-without-article",
    severity="warning",
    expectation=at_most("no_article_share", 0.5),
    message="Share of the documents without an article: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents hold no article.",
        why="Either the crawl collected menus and error pages, or the parser does not understand these texts. Both "
        "must be known before anything is released.",
        fix="Read five of them. If they hold articles, please report the kind of page; if not, mend the crawl.",
        known_problems="A corpus of very short texts or of tables may be judged like this wrongly.",
    ),
)

BOILERPLATE: Final = (
    NO_ARTICLE, MOSTLY_BOILERPLATE, BOILERPLATE_INSIDE, RELATED_LIST, RUN_TOGETHER_LIST, LEFTOVER_PROMPTS,
    PROSE_DROPPED,
)  # fmt: skip
BOILERPLATE_OF_CORPUS: Final = (MOSTLY_WITHOUT_ARTICLE,)
