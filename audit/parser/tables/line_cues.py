"""Cues: words that identify a line as a kind of page furniture or article header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.text.tables import phrases

# Maximum characters of a line with cues; longer ones are prose or lists.
LONGEST_CUED: Final = 500


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that identify the kind of a line.

    A word (a `*` inside it stands for any name) must be the whole line (without surrounding marks and digits) or,
    ending in `*`, its prefix; with `anywhere` it may be at any position. `most` is the maximum line length in code
    points. `sure`: the line is boilerplate regardless of its neighbours. `lone`: it is no sign that its neighbours are:
    the buttons and terms of an offer are between its facts. `late`: the forests, fitted without these words, do not
    know them: each item of a list may have such a button, and they would take it for a menu. `leading`: something is
    behind the words.
    """

    kind: str
    label: str
    words: tuple[str, ...]
    most: int
    anywhere: bool = False
    sure: bool = False
    furniture: bool = True
    lone: bool = False
    late: bool = False
    leading: bool = False


ABOUT_AN_AUTHOR: Final = "words about an author"
TAGLINE: Final = "tagline of a wiki"
BREAK: Final = "advertisement inside an article"
LINK: Final = "link to another article"
# Labels that people also write as lines of their own: no evidence of a page.
_SPOKEN: Final = (*phrases("boards", "spoken"), *phrases("sites", "spoken"))
SPOKEN: Final = (
    *phrases("furniture", "spoken"), *phrases("offers", "spoken"), *phrases("platforms", "spoken"), *_SPOKEN,
)  # fmt: skip
_NAVIGATION: Final = (
    *phrases("notices", "next_article"), *phrases("documentation", "back"), *phrases("furniture", "navigation"),
    *phrases("menus", "navigation"),
)  # fmt: skip
_REGISTRATION: Final = phrases("notices", "footer_anywhere")
# Menus in one line, whatever is behind the way home, in other languages than English; a start heads columns, too.
_HOMES: Final = (home for home in phrases("menus", "home") if home not in {"home", "start"})
_MENUS: Final = tuple(f"{home} {sign}*" for home in _HOMES for sign in "|·•")
_RELATED: Final = (*phrases("furniture", "related"), *phrases("menus", "related"))
_RIGHTS: Final = (*phrases("notices", "rights"), *phrases("menus", "rights"))
_OTHER_POSTS: Final = phrases("platforms", "others")
_NOVELS: Final = phrases("boards", "planted")
_NOTICES: Final = (*phrases("boards", "notices"), *phrases("sites", "notices"))
_FRAME: Final = (
    *phrases("boards", "threads", "questions", "entries", "chapters"),
    *phrases("sites", "shops", "jobs", "authorities", "stores", "recipes", "newspapers", "forms"),
)
# The first matching cue wins: prompts and notices precede the labels they contain.
CUES: Final = (
    Cue("qr_prompt", "QR prompt", phrases("prompts", "qr"), 40, anywhere=True, sure=True),
    Cue("app_banner", "app banner", phrases("prompts", "app"), 40, anywhere=True, sure=True),
    Cue("submit_prompt", "call for tips", phrases("prompts", "submit"), 60, anywhere=True, sure=True),
    Cue("disclaimer", "disclaimer", phrases("notices", "disclaimer"), 300, anywhere=True),
    Cue("rights_notice", "rights notice", _RIGHTS, 300, anywhere=True, sure=True),
    Cue("footer_links", "registration or legal notice", _REGISTRATION, 300, anywhere=True, sure=True),
    Cue("follow_prompt", "follow prompt", phrases("prompts", "follow"), 120, anywhere=True, sure=True),
    Cue("share_prompt", "share prompt", phrases("prompts", "share"), 30, anywhere=True, sure=True),
    Cue("counter", "reading time", phrases("notices", "reading_time"), 40, anywhere=True, sure=True),
    Cue("navigation", "question about the page", phrases("documentation", "feedback"), 80, anywhere=True, sure=True),
    Cue("navigation", TAGLINE, phrases("wikis", "taglines"), 80, sure=True, late=True),
    Cue("navigation", "notice of a wiki", phrases("wikis", "notices"), 300, anywhere=True, sure=True),
    Cue("ai_summary", "machine summary", phrases("furniture", "summary"), 20, furniture=False),
    Cue("image_credit", "image credit", phrases("notices", "caption_anywhere"), 120, anywhere=True, furniture=False),
    Cue("image_credit", "image credit", phrases("notices", "caption"), 80, furniture=False),
    Cue("disclaimer", ABOUT_AN_AUTHOR, phrases("notices", "biography"), 500, anywhere=True),
    Cue("date", "date label", phrases("notices", "published"), 80, furniture=False),
    Cue("byline", "byline", phrases("notices", "byline"), 80, furniture=False),
    Cue("related_item", LINK, phrases("sites", "links"), 160, late=True, leading=True),
    Cue("related_heading", "heading of other articles", _RELATED, 40),
    Cue("related_heading", "heading of other offers", phrases("offers", "similar"), 40),
    Cue("comment", "heading of comments", phrases("furniture", "comments"), 40),
    Cue("navigation", "call to act", phrases("offers", "spoken", "calls"), 40, lone=True),
    Cue("navigation", "terms of a shop", phrases("offers", "terms"), 60, lone=True),
    Cue("navigation", "error page", phrases("furniture", "error"), 120, anywhere=True, furniture=False),
    Cue("navigation", "advertisement label", phrases("furniture", "advertisement"), 40, sure=True),
    Cue("navigation", "menu", phrases("furniture", "menu"), 160),
    Cue("navigation", "menu", _MENUS, 160, late=True),
    Cue("search_ui", "search box", phrases("furniture", "search"), 20),
    Cue("share_prompt", "share prompt", (*phrases("furniture", "share"), *phrases("menus", "share")), 30),
    Cue("empty_label", "label without a value", phrases("furniture", "empty_label"), 12),
    Cue("footer_links", "footer link", (*phrases("furniture", "footer"), *phrases("menus", "footer")), 40),
    Cue("category", "section name", (*phrases("furniture", "category"), *phrases("menus", "category")), 20),
    Cue("navigation", "contents of the page", phrases("documentation", "on_this_page"), 40),
    Cue("navigation", "navigation", _NAVIGATION, 30),
    Cue("navigation", "button", phrases("documentation", "contents", "buttons"), 40),
    Cue("navigation", "control of a list", phrases("controls", "controls"), 40, sure=True, late=True),
    Cue("navigation", "button of an item", phrases("controls", "buttons"), 30, sure=True, late=True),
    Cue("navigation", "tab of a wiki", phrases("wikis", "tabs"), 200, sure=True, late=True),
    Cue("comment", "heading of comments", phrases("platforms", "comments"), 80, late=True),
    Cue("related_heading", "heading of other posts", _OTHER_POSTS, 60, anywhere=True, sure=True, late=True),
    Cue("navigation", "button of a post", phrases("platforms", "buttons"), 80, sure=True, late=True),
    Cue("navigation", "notice of a site of novels", _NOVELS, 200, anywhere=True, sure=True, late=True),
    Cue("related_heading", "heading of other threads", phrases("boards", "others"), 40, late=True),
    Cue("navigation", BREAK, phrases("sites", "breaks"), 80, sure=True, late=True),
    Cue("navigation", "notice of a site", _NOTICES, 400, anywhere=True, sure=True, late=True),
    Cue("navigation", "frame of a site", _FRAME, 60, sure=True, late=True),
    Cue("navigation", "label of a site", _SPOKEN, 60, late=True),
)
# Cue numbers used by several rules: furniture, whole-line labels among it, headings of other articles, authors and
# dates.
FURNITURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture)
LABELS: Final = tuple(i for i in FURNITURE if not CUES[i].anywhere)
# Labels that texts without furniture have, too: headings such as Contents. They are believed on pages with furniture.
BUTTONS: Final = tuple(i for i in LABELS if CUES[i].label == "button")
RELATED: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "related_heading")
OFFERS: Final = tuple(i for i, c in enumerate(CUES) if c.lone)
HEADER: Final = tuple(i for i, c in enumerate(CUES) if c.kind in ("byline", "date"))
TAGLINES: Final = tuple(i for i, c in enumerate(CUES) if c.label == TAGLINE)
WIKI: Final = (*TAGLINES, *(i for i, c in enumerate(CUES) if c.label == "notice of a wiki"))
# Labels of what sites of one kind print, believed on pages with other furniture; those that are also somebody's words;
# and of advertisements and links between two paragraphs of one article.
AMBIGUOUS: Final = tuple(i for i, c in enumerate(CUES) if c.label in ("label of a site", LINK))
FRAMES: Final = tuple(i for i, c in enumerate(CUES) if c.label in (
    "label of a site", "frame of a site", "notice of a site", BREAK, LINK))  # fmt: skip
BREAKS: Final = tuple(i for i, c in enumerate(CUES) if c.label in (BREAK, LINK, "advertisement label"))
# Contracts, licences and manuals mention rights and liability, too: as furniture these are at an end.
AT_AN_END: Final = tuple(i for i in FURNITURE if CUES[i].kind in ("rights_notice", "disclaimer"))
LATE: Final = tuple(i for i, c in enumerate(CUES) if c.late)
