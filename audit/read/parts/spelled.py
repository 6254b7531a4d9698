"""Texts that a column holds spelled as JSON, of any file of records: a tree of nodes, or an object around a text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from audit.read.parts.rich_text import shown

# Where an object around a text has it, and the fewest characters of one; values of code and settings are shorter.
_TEXTS: Final = ("text", "content", "plain_text")
_FEWEST: Final = 40


def unspelled(text: str) -> str:
    r"""Return the text in one that is an object in JSON or a list of some; any other text as it is.

    An object that says more than its text stays as it is, since the rest would be lost.

    >>> unspelled('{"text": "The ferry left before dawn, and nobody saw it go.", "lang": "en"}')
    'The ferry left before dawn, and nobody saw it go.'
    >>> unspelled('{"text": "Save", "name": "button"}')
    '{"text": "Save", "name": "button"}'
    """
    bare = text.strip()
    if bare[:1] + bare[-1:] not in {"{}", "[]"}:
        return text
    try:
        found = json.loads(bare)
    except (ValueError, RecursionError):
        return text
    if not isinstance(found, (Mapping, list)) or not found:
        return text
    return shown(found) or _held(found) or text


def _held(found: object) -> str:
    """Return the texts of objects, each much longer than all that it says besides; empty if one is another."""
    each = found if isinstance(found, list) else [found]
    told = [_text(one) if isinstance(one, Mapping) else "" for one in each]
    whole = "\n".join(told)
    return whole if all(told) and len(whole) >= _FEWEST else ""


def _text(one: Mapping[str, object]) -> str:
    name = next((name for name in _TEXTS if isinstance(one.get(name), str)), None)
    rest = [value for key, value in one.items() if key != name and value not in (None, "")]
    text = "" if name is None else str(one[name])
    is_about = all(isinstance(value, (str, int, float)) for value in rest)
    return text if is_about and sum(len(str(value)) for value in rest) * 2 <= len(text) else ""
