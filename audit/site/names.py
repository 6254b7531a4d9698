"""Where the pages lie: nothing that a stranger named becomes a part of a path."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

INDEX: Final = "index.html"
# 64 bits: two of a million documents share a name once in forty million reports.
_DIGITS: Final = 16


def hashed(name: str) -> str:
    """Return the name of the page about whatever is called `name`.

    >>> hashed("../../etc/passwd")
    '3754d6cb3a38e118'
    """
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def document_page(id: str, part: int = 0) -> str:
    """Return where the viewer of a document is, or the later `part` of a long one."""
    return f"documents/{hashed(id)}.html" if not part else f"documents/{hashed(id)}-{part + 1}.html"


def source_page(source: str) -> str:
    """Return where the page of a source is."""
    return f"sources/{hashed(source)}.html"


def list_page(folder: str, part: int) -> str:
    """Return where a part of the list of all pages of a folder is."""
    return f"{folder}/{INDEX}" if not part else f"{folder}/index-{part + 1}.html"
