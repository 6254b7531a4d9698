"""What rules find out about blocks: grounds on which they are kept or dropped, and what other rules need to know."""

from __future__ import annotations

from enum import Enum, auto


class Ground(Enum):
    """Why a block is kept or dropped, in the words of its reason: of several that apply the first one is reported."""

    FRAME = "around the posts of a thread, like the lines around the others"
    POST = "in a post of a thread"
    END = "below the last post of a thread"
    CODE = "code of the page"
    PICTURE = "a picture without words"
    BROWSER = "a form, a menu or an address, as a text browser prints them"
    ENTRY = "in a table of contents: repeats the headings of the text in order"
    PLANNED = "in a plan with its price, beside others"
    SECTIONED = "stands in a section that is kept"
    OUTLINED = "below a heading that the table of contents names"
    TEASER = "truncated line below a heading of other articles"
    UNBROKEN = "a joined list: a long line without punctuation, on a page with many"
    VERSE = "in a marked part of a song"
    CHAPTER = "one of several chapters by time, or their heading"
    CAPTION = "states the parties, the court or the outcome of a judgment"
    TABULAR = "a row of a table with numbers"
    TYPED = "code that the text explains, or its grammar"
    FOOT = "below the line that calls itself the footer of the page"
    MENU = "in a menu that names the page itself"
    ABOVE = "in the menus at the top of the page, above its login"
    LONE = "all that the text says"
    PLAIN = "no boilerplate around it"
    AUTHOR = "about an author, above or right below the article"
    REPEATED = "repeats a block above, word for word"
    APPENDED = "below a heading of other articles, on a page with almost no prose"
    TERMS = "terms of a shop, below the description of what it sells"
    CHOICE = "choices of what the page offers, joined in one line"
    COMMENTED = "a reader's comment or a customer's review, below the heading of these"
    BEYOND = "below the end of the article"
    OTHER = "another article, announced below the end of the article"
    RESUMED = "goes on with the article, below headlines of others"
    INSIDE = "a headline of another article, between paragraphs of this one"
    FEED = "news by time, below a heading of other articles"
    LEFTOVER = "one or two doubtful lines among boilerplate: not an article"
    MERGED = "sentences of the article, joined with the text around them"
    CONTINUED = "continues the paragraph above"
    SPOKEN = "a quotation between paragraphs"
    ENCLOSED = "a paragraph between paragraphs of the text"
    WHOLE = "in the text between the frame above and the frame below"
    SILENT = "no line of the text looks like boilerplate, on a page with almost no prose"
    POSTED = "a post between a member's line and the buttons below it"
    FRAMED = "a short line between two paragraphs"
    BUTTON = "a button that each item of a list has"
    ITEM = "in a list of items of the same shape, most of them content"
    FACT = "a label and its value among others, near a description"
    SPECIFIED = "among the specifications of what the page offers"
    HEADED = "a heading of the paragraph below it"
    CITED = "in a list of works with their years"
    ANNOUNCED = "in a list that the line above it announces"
    DECK = "between the headline and the date or byline"
    TOPICAL = "a sentence between two paragraphs, on the matter of notices"
    PLACED = "right below the date or byline of a page without other text"


class BlockFact(Enum):
    """What else is known of a block, without a wording of its own."""

    # By its words: a cue, a notice to readers, a wall. What they say words the reason.
    CUED = auto()
    NOTICED = auto()
    WALLED = auto()
    # A cue, or a list without its line breaks, whether the text has any furniture or not.
    SAYS_SO = auto()
    JOINED = auto()
    # A line of the site's other documents, or of a menu.
    TEMPLATE = auto()
    # It specifies what the page offers, whether it was kept before or not.
    STATED = auto()
    # Kept for its neighbours; certainly of the article; in the text between the frames of a page.
    HELD = auto()
    OWN = auto()
    TEXT = auto()
    # Kept with its look against it, in a text without furniture; for whatever ground: no headline is searched there.
    ALIKE = auto()
    ODD = auto()
    # Named by a table of contents, and the headline above it.
    INDEXED = auto()
    ENTITLED = auto()
