"""Furniture by markup: navigation, comments, buttons, related pages, advertising."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from audit.text.fold import fold
from audit.text.tables import phrases

if TYPE_CHECKING:
    from audit.read.html.tree import Element

COMMENTS: Final = "readers' comments"
_TAGS: Final[Mapping[str, str]] = {
    "nav": "navigation", "footer": "footer", "aside": "aside", "form": "form", "menu": "navigation", "header": "header",
    "dialog": "notice", "button": "button", "select": "form", "textarea": "form",
}  # fmt: skip
_ROLES: Final[Mapping[str, str]] = {
    "navigation": "navigation", "banner": "header", "contentinfo": "footer", "complementary": "aside",
    "search": "form", "dialog": "notice", "alertdialog": "notice", "menu": "navigation", "menubar": "navigation",
    "toolbar": "navigation", "tablist": "navigation",
}  # fmt: skip
# Whole words in class names and ids, by kind of furniture.
_WORDS: Final[Mapping[str, str]] = {
    word: meaning
    for meaning, words in {
        "navigation": "nav navbar navigation menu menubar breadcrumb breadcrumbs pagination pager toolbar topbar",
        COMMENTS: "comment comments commentbox commentlist disqus respond replies pinglun",
        "share buttons": "share sharing sharebar social addthis",
        "other pages": "related relate recommend recommended recommendations recirc mostread trending outbrain taboola",
        "notice": "cookie cookies consent gdpr newsletter subscribe signup paywall popup modal",
        "advertising": "ad ads advert advertisement adsbygoogle sponsor sponsored promo promotion",
        "aside": "sidebar widget widgets",
        "footer": "footer copyright",
        "tags": "tags taglist",
    }.items()
    for word in words.split()
}
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Prefixes with which a class describes the whole page: has-sidebar, no-comments.
_OF_THE_PAGE: Final = frozenset({"has", "with", "no", "without", "hide", "show", "is"})
# Names of the article's container, whatever its class.
_HOLDERS: Final = frozenset({"html", "body", "main", "article", "h1", "p"})
_LONGEST: Final = 400
# What may be headed as comments, and what heads it.
_HEADED: Final = frozenset({"div", "section", "details"})
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6", "summary", "legend", "strong"})
# Headings that articles have, too, without a number: of commentaries and of the chapters of studies.
_ALSO_OF_ARTICLES: Final = frozenset({
    "comment", "kommentar", "kommentare", "komentar", "commento", "conversation", "discussion", "diskussion",
    "responses to", "обсуждение",
})  # fmt: skip
_DIGIT: Final = re.compile(r"\d")
# The number of comments, with its counter.
_COUNT: Final = re.compile(r"[\W\d_]+(?:[件条條則个個개]\W*)?$|^\W*\d+[\W_]*[件条條則个個개]?\W*(?=[^\W\d_])")
_NAMING: Final = frozenset({"role", "class", "id"})


def furniture_of(element: Element) -> str:
    """Return the kind of furniture an element is by its markup; '' for none.

    Elements with a first-level heading are none, nor are head and foot of a quotation or an article.
    """
    tag = element.tag
    if tag in _HOLDERS:
        return ""
    meaning = _TAGS.get(tag, "")
    # Reading the names of all attributes is quicker than asking for one, which most elements lack.
    if not meaning and not _NAMING.isdisjoint(element.keys()):
        said = element.get
        meaning = _ROLES.get(said("role", "").lower(), "")
        meaning = meaning or _named(f"{said('class', '')} {said('id', '')}"[:_LONGEST])
    # Elements without a name are told apart by their tags alone where they are frequent.
    if not meaning and tag in _HEADED and (tag != "div" or element.keys()) and _is_headed_as_comments(element):
        meaning = COMMENTS
    if not meaning or next(element.iter("h1"), None) is not None:
        return ""
    is_inner = tag in {"header", "footer"} and _is_within(element, "blockquote" if tag == "footer" else "article")
    return "" if is_inner else meaning


def _is_headed_as_comments(element: Element) -> bool:
    """Return whether an element begins with a heading such as `Comments (12)`, at most one element further in."""
    for _ in range(2):
        if not len(element) or (element.text or "").strip():
            return False
        element = element[0]
        if element.tag in _HEADINGS:
            words = "".join(element.itertext())[:_LONGEST]
            name = _COUNT.sub("", fold(words).strip())
            return name in _comment_headings() and (name not in _ALSO_OF_ARTICLES or _DIGIT.search(words) is not None)
    return False


@cache
def _comment_headings() -> frozenset[str]:
    return frozenset(phrase.removesuffix("*") for phrase in phrases("furniture", "comments"))


# Cached: a site uses few element names.
@lru_cache(maxsize=1 << 12)
def _named(names: str) -> str:
    return next((_WORDS[word] for word in _telling(names) if word in _WORDS), "")


def _telling(names: str) -> Iterator[str]:
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if words and words[0] not in _OF_THE_PAGE:
            yield from words


def _is_within(element: Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None
