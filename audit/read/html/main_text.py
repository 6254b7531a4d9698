"""The door to trafilatura, which finds the main text of a page."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING

from audit.read.refusal import refused

if TYPE_CHECKING:
    from audit.read.html.tree import Element


def main_text_of(root: Element) -> str:
    """Return the main text of a page, a line a paragraph; '' where none is found. The tree stays as it is.

    Raises RefusedInputError: html-extra-missing without trafilatura, no-html-text where it fails.
    """
    try:
        import trafilatura
        from lxml.etree import LxmlError  # type: ignore[import-untyped]
    except ImportError as error:
        raise refused("html-extra-missing", "HTML is read by trafilatura, which is not installed") from error

    # A library's complaints about a page are no talk of ours: the page gets its line in the ledger.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text: str | None = trafilatura.extract(deepcopy(root), include_comments=False, include_tables=True)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, LxmlError) as error:
        raise refused("no-html-text", f"trafilatura fails on the page ({type(error).__name__})") from error
    return text or ""
