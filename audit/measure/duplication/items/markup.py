"""Markup in and around questions: tags of HTML and character references, which tell no text from another."""

from __future__ import annotations

import re
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

# Elements that only set text out. In code a name in angle brackets is a type, as in `vector<int>`.
_ELEMENTS: Final = "br|p|div|span|b|i|u|em|strong|font|small|center|blockquote|pre|code|h[1-6]|[uo]l|li|t[rdh]|table"
_ATTRIBUTE: Final = r"""\s+[a-z-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)"""
# Quotation marks, dashes, brackets and spaces; a letter that is written so is part of a word.
_REFERENCES: Final = "[lg]t|amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|#(?:3[489]|6[02]|160)|#x(?:2[267]|3[ce]|a0)"
_PATTERN: Final = rf"(?i)</?(?:{_ELEMENTS})(?:{_ATTRIBUTE})*\s*/?>|&(?:{_REFERENCES});"
_MARKUP: Final = re.compile(_PATTERN, re.ASCII)


def plain(text: str) -> str:
    """Return a text with its markup replaced by as many spaces, so that all places remain."""
    return _MARKUP.sub(lambda found: " " * len(found[0]), text)


def plain_texts(texts: pa.Array) -> pa.Array:
    """Return a column of texts (large_string without nulls) so changed."""
    is_marked = pc.match_substring_regex(texts, _PATTERN)
    changed = pa.array(map(plain, texts.filter(is_marked).to_pylist()), pa.large_string())
    return pc.replace_with_mask(texts, is_marked, changed) if len(changed) else texts
