"""Paths of pages, free of untrusted components."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

INDEX: Final = "index.html"
# 64 bits: the chance of a collision among a million documents is one in forty million.
_DIGITS: Final = 16


def _hashed(name: str) -> str:
    """Return the page name for whatever is called `name`.

    >>> _hashed("../../etc/passwd")
    '3754d6cb3a38e118'
    """
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def document_page(id: str, part: int = 0) -> str:
    """Return the path of a document's viewer, or of a later `part` of a long one."""
    return f"documents/{_hashed(id)}.html" if not part else f"documents/{_hashed(id)}-{part + 1}.html"


def source_page(source: str) -> str:
    """Return the path of a source's page."""
    return f"sources/{_hashed(source)}.html"


def list_page(folder: str, part: int) -> str:
    """Return the path of a part of the list of all pages in a folder."""
    return f"{folder}/{INDEX}" if not part else f"{folder}/index-{part + 1}.html"
