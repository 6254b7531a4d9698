"""The only module that imports lxml: pages as element trees without invisible parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, TypeAlias

from audit.read.refusal import refused

Element: TypeAlias = Any  # lxml has no types

# Elements that are never displayed, hold program data, or are readings of characters (ruby) set above them.
_UNSEEN_TAGS: Final = frozenset(
    "script style template noscript noframes object embed applet canvas svg iframe audio video map datalist "  # noqa: SIM905
    "rp rt rtc".split()
)
_UNSEEN_STYLE: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Classes of text for screen readers only, which describes images and buttons.
_UNSEEN_CLASS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|sr_only|visually-?hidden|screen-reader(?:-text|-only)?|is-hidden)(?:\s|$)", re.IGNORECASE
)
_HIDING: Final = frozenset({"hidden", "aria-hidden", "style", "class"})
_LONGEST: Final = 400
# Maximum characters around a date in a line that states it, such as a byline.
_STATING: Final = 60
# Permalinks of headings.
_SELF_LINKS: Final = frozenset({"#", "¶", "§", "\N{LINK SYMBOL}"})
# Where a browser keeps white space.
_SET_TAGS: Final = frozenset({"pre", "listing", "xmp", "textarea"})
_SET_STYLE: Final = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre(?:-wrap)?|break-spaces)\s*(?:;|!|$)", re.IGNORECASE)
# All white space except single blanks.
_BLANKS: Final = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")


def tree_of(page: str) -> Element:
    """Return the root element of a page, without comments and permalinks of headings.

    Raises RefusedInputError: html-extra-missing without lxml, no-html-text if it has no element.
    """
    try:
        from lxml import etree, html  # type: ignore[import-untyped]
    except ImportError as error:
        raise refused("html-extra-missing", "HTML is read by lxml and trafilatura, which are not installed") from error
    # Without huge_tree libxml2 stops in silence at a text or attribute of 10 MB, such as an embedded picture. A page
    # has no entities that expand, so that its tree stays proportional to the bytes already read.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # lxml.html looks up a class for each element in Python, to give forms methods.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise refused("no-html-text", f"it is not a readable page ({type(error).__name__})") from error
    for link in [one for one in root.iter("a") if _is_self_link(one)]:
        take_out(link)
    return root


def xml_of(raw: bytes) -> Element:
    """Return the root element of an XML document, without resolving entities or network access.

    Raises RefusedInputError: html-extra-missing without lxml, damaged if it is not well formed.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise refused("html-extra-missing", "XML is read by lxml, which is not installed") from error
    try:
        return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.LxmlError, ValueError) as error:
        raise refused("damaged", f"its XML is not well-formed ({type(error).__name__})") from error


def without_unseen(root: Element) -> Element:
    """Remove what a browser does not show: scripts, hidden elements, metadata."""
    for element in [one for one in root.iter() if _is_unseen(one)]:
        take_out(element)
    return root


def take_out(element: Element) -> None:
    """Remove an element from its tree; its tail stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def events(root: Element) -> Iterator[tuple[str, Element]]:
    """Return ("start" or "end", element) for every element in document order."""
    from lxml import etree

    walk: Iterator[tuple[str, Element]] = etree.iterwalk(root, events=("start", "end"))
    return walk


def with_property(root: Element, name: str) -> list[Element]:
    """Return the elements below the root with this microdata name, in order."""
    # A list of attributes is much quicker than a list of elements with a condition.
    return [one.getparent() for one in root.xpath("descendant::*/@itemprop") if one == name]


def words_of(element: Element) -> str:
    """Return all text of an element as one line."""
    return in_one_line("".join(element.itertext()))


def in_one_line(text: str) -> str:
    """Return a text with white space collapsed as by a browser."""
    # Line ends and tabs are not printable: most lines need no search.
    return (text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)).strip(" ")


def set_lines(text: str) -> Iterator[str]:
    r"""Yield the lines of preformatted text, each below the empty lines above it, without those at the text's edges.

    >>> list(set_lines("\n  a\n\n b \n"))
    ['  a', '\n b']
    """
    above = ""
    for line in map(str.rstrip, text.rstrip().lstrip("\n").split("\n")):
        if line:
            yield above + line
        above = "" if line else above + "\n"


def keeps_white_space(element: Element, blocks: frozenset[str]) -> bool:
    """Return whether an element is preformatted by its tag, or by its style as lines without `blocks` between them."""
    if element.tag in _SET_TAGS:
        return True
    if not _SET_STYLE.search(element.get("style", "")) or any(one.tag in blocks for one in element):
        return False
    return "\n" in "".join(element.itertext()).strip()


def _is_self_link(link: Element) -> bool:
    # Most links begin with a word and need not be read completely.
    begin = (link.text or "").strip()
    return len(begin) < 2 and words_of(link) in _SELF_LINKS  # noqa: PLR2004 a sign


def _is_unseen(element: Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN_TAGS:
        return True
    if tag in {"html", "body", "head"}:
        return False
    # Reading the names of all attributes is quicker than asking for one, which most elements lack.
    names = element.keys()
    if tag not in {"input", "dialog"} and (not names or _HIDING.isdisjoint(names)):
        return False
    says = element.get
    if says("hidden") not in {None, "until-found"} or says("aria-hidden", "").lower() == "true":
        return True
    if tag == "input" or (tag == "dialog" and says("open") is None):
        return True
    style, classes = says("style"), says("class")
    return bool(style and _UNSEEN_STYLE.search(style)) or bool(classes and _is_unseen_class(classes[:_LONGEST]))


@lru_cache(maxsize=1 << 12)
def _is_unseen_class(names: str) -> bool:
    return _UNSEEN_CLASS.search(names) is not None


def is_in_prose(element: Element) -> bool:
    """Whether an element is part of a paragraph or item with more text than a line that only states something."""
    around = next((words_of(one) for one in element.iterancestors("p", "li", "td", "dd", "blockquote")), "")
    return len(around) - len(words_of(element)) > _STATING
