"""The authors that the markup of a page's body names: microdata, links to an author, classes of a byline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from audit.read.html.furniture import furniture_of
from audit.read.html.tree import with_property, words_of

if TYPE_CHECKING:
    from audit.read.html.tree import Element

# Maximum number of elements that are read, and of the characters of a name.
_FEW: Final = 12
_LONGEST: Final = 2_000
# Classes of an element that holds the author's name and nothing else.
_CLASSES: Final = frozenset({
    "author", "author-name", "author_name", "byline-author", "byline-name", "byline__name", "article-author",
    "post-author", "p-author", "reporter",
})  # fmt: skip
# A class is also given to portraits and biographies: a name has at most 40 characters, no digits and no sentence.
_NAME: Final = re.compile(r"(?:\w+[:：]\s*)?[^\W\d_](?:[^\W\d_]|[ \N{IDEOGRAPHIC SPACE}.·・’'-](?! )){1,39}")
# Microformats name the properties of an entry, wherever on the page they are; a comment is an entry within (h-cite).
_MICROFORMATS: Final = frozenset({"p-author", "dt-published"})
_ENTRY, _ENTRIES = "h-entry", frozenset({"h-entry", "h-cite", "h-event", "h-review", "h-feed"})


def marked_authors(root: Element) -> list[str]:
    """Return the names marked as the author's outside of furniture, with the words before them (`by`, `作者：`).

    Microdata and `rel` may name several; classes, which each of a page's comments and cards may have, only one.
    """
    linked = (one.getparent() for one in root.xpath("descendant::*/@rel") if "author" in one.lower().split())
    names = _names((*with_property(root, "author"), *linked))
    if names:
        return names
    classes = (one for one in root.xpath("descendant::*/@class") if not _CLASSES.isdisjoint(one.lower().split()))
    names = _names(one.getparent() for one in classes)
    return names if len(names) == 1 and _NAME.fullmatch(names[0]) else []


def _names(marked: Iterable[Element]) -> list[str]:
    shown = [one for one in marked if is_of_entry(one) or not any(map(furniture_of, one.iterancestors()))]
    return list(dict.fromkeys(filter(None, map(_by_name, shown[:_FEW]))))


def is_of_entry(element: Element) -> bool:
    """Whether an element is a microformat's property of an entry outside of furniture, and none of a comment in it."""
    if _MICROFORMATS.isdisjoint(_classes(element)):
        return False
    entry = next((one for one in element.iterancestors() if not _ENTRIES.isdisjoint(_classes(one))), None)
    if entry is None or _ENTRY not in _classes(entry):
        return False
    return not any(map(furniture_of, (entry, *entry.iterancestors())))


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").lower().split())


def _by_name(element: Element) -> str:
    inner = element.find(".//*[@itemprop='name']")
    return words_of(element if inner is None else inner)[:_LONGEST]
