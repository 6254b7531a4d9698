"""The site of a page: the source that its metadata state, and every name by which the page itself is the site's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from audit.read.html.furniture import furniture_of
from audit.read.html.json_ld import Node, names_in, text_in, types_of
from audit.read.html.tree import in_one_line, words_of
from audit.text.fold import letters
from audit.text.sites.names import is_site
from audit.text.sites.window_titles import beginnings
from audit.text.tables import phrases, rows

if TYPE_CHECKING:
    from audit.read.html.tree import Element

# Names of meta tags (name, property, itemprop) in order of precedence.
_METAS: Final = (
    *("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "article:publisher_name"),
    *("publisher", "application-name", "apple-mobile-web-app-title", "source", "mediaid"),
)
_ADDRESSES: Final = ("http:", "https:", "@")
# Maximum number of elements that are read, and of their characters; minimum letters of a name in an address.
_FEW, _LONGEST, _STEM = 12, 400, 4
# What leads to the home page, and notices of rights, with their year.
_HOME: Final = "descendant::a[@href='/' or @href='./' or @rel='home' or @href=$home]"
_NOTICES: Final = "descendant::text()[contains(., '©') or contains(., 'opyright')]"
_RIGHTS: Final = re.compile(
    r"(?:[\s,–-]*(?:©|\bcopyright\b|\(c\)|(?:19|20)[0-9]{2}(?: by\b)?))+[\s,–-]*", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def sources(article: Node, nodes: Sequence[Node], metas: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names of the source that metadata state, the surest first."""
    stated = (value for name in _METAS for value in metas.get(name, ()))
    websites = (text_in(node, "name") for node in nodes if "website" in types_of(node))
    names = (*names_in(article, "publisher", nodes), *stated, *websites)
    return [name for name in names if name and not name.startswith(_ADDRESSES)]


def site_names(root: Element, stated: Sequence[str], url: str) -> frozenset[str]:
    """Return the normalised names of a page's site: as stated, in its logo, of the holder of its rights."""
    logos = (name for link in islice(root.xpath(_HOME, home=_home(url)), _FEW) for name in _logo(link))
    return frozenset(map(letters, (*stated, *logos, *_holders(root)))) - {""}


def source_in_title(title: str, headlines: Sequence[str], names: frozenset[str], root: Element) -> str:
    """Return what is behind a printed headline in a window title, if the page shows that as its site's name; else ''.

    It is one of the normalised `names`, or alone in the head of the page; never a word of menus or sections (Home).
    """
    printed = set(map(letters, headlines)) - {""}
    parts = [(before, name) for before, _, name in beginnings(title) if letters(name) not in printed | _menu_words()]
    likely = [name for before, name in parts if _is_headed(before, printed)]
    if not likely:
        return ""
    heads = {letters(words_of(one)[:_LONGEST]) for one in islice(root.iter("header"), _FEW) if furniture_of(one)}
    return next((name for name in likely if letters(name) in names | heads), "")


def _is_headed(before: str, printed: Collection[str]) -> bool:
    """Return whether what is before a site's name in a title is a printed headline, or one and its section."""
    return any(letters(one) in printed for one in (before, *(head for head, _, _ in beginnings(before))))


@cache
def _menu_words() -> frozenset[str]:
    labels = phrases("furniture", "menu", "navigation", "category", "search", "related", "comments", "footer")
    sections = (word for of, words in rows("no_names.tsv") if of.startswith("sections") for word in words.split())
    return frozenset(letters(phrase.rstrip("*")) for phrase in (*labels, *sections))


def is_sites(name: str, names: Collection[str], host: str) -> bool:
    """Return whether a name is one of the site's `names`, or its address without suffix, or only a site's by its words.

    >>> [is_sites(name, {"bay"}, "www.saltmere-post.example") for name in ("Bay", "Saltmere Post", "Ada Finch")]
    [True, True, False]
    """
    key = letters(name)
    labels = {letters(label) for label in host.split(".")[:-1]}
    return key in names or (len(key) >= _STEM and key in labels) or is_site(name)


def _home(url: str) -> str:
    return "/".join(url.split("/", 3)[:3]) + "/"


def _logo(link: Element) -> Iterator[str]:
    yield words_of(link)[:_LONGEST]
    yield from (image.get("alt", "")[:_LONGEST] for image in islice(link.iter("img"), _FEW))


def _holders(root: Element) -> Iterator[str]:
    """Yield who is named right behind or before the sign of a notice of rights: pictures have one without a year."""
    for text in islice(root.xpath(_NOTICES), _FEW):
        line = in_one_line(text[:_LONGEST])
        if _YEAR.search(line) or any(furniture_of(one) == "footer" for one in text.getparent().iterancestors()):
            yield from (name for part in _RIGHTS.split(line) for name in (part, part.partition(". ")[0]))
