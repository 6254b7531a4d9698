"""The only module that imports trafilatura, which extracts the main text of a page."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from audit.read.html.furniture import furniture_of
from audit.read.html.tree import take_out
from audit.read.refusal import refused

if TYPE_CHECKING:
    from audit.read.html.tree import Element

# Furniture tags removed before extraction, half of many a page. Not forms, which contain some pages.
_FURNITURE: Final = ("nav", "aside", "footer", "menu", "button", "select", "textarea")


def main_text_of(root: Element) -> str:
    """Return the main text of a page, a line per paragraph; '' if none is found. The tree is not modified.

    Furniture by tag is only included if nothing else has text.

    Raises RefusedInputError: html-extra-missing without trafilatura, no-html-text if it fails.
    """
    try:
        import trafilatura
        from lxml.etree import LxmlError  # type: ignore[import-untyped]
    except ImportError as error:
        raise refused("html-extra-missing", "HTML is read by trafilatura, which is not installed") from error

    # The library's warnings are suppressed: the ledger reports the page.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    content, is_less = _without_furniture(root)
    try:
        text: str | None = trafilatura.extract(content, include_comments=False, include_tables=True)
        if not text and is_less:
            text = trafilatura.extract(deepcopy(root), include_comments=False, include_tables=True)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, LxmlError) as error:
        raise refused("no-html-text", f"trafilatura fails on the page ({type(error).__name__})") from error
    return text or ""


def _without_furniture(root: Element) -> tuple[Element, bool]:
    """Return a copy of a page without furniture by tag, and whether anything was removed."""
    made = deepcopy(root)
    furniture = [element for element in made.iter(*_FURNITURE) if furniture_of(element)]
    for element in furniture:
        take_out(element)
    return made, bool(furniture)
