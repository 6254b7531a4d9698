"""Refused values and keys, as messages show them."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

from audit.text.visible import visible

# A refused value is shown up to this length.
_SHOWN: Final = 60


def near(word: object, words: Sequence[str]) -> str:
    """Return a hint such as "; did you mean longest?", or an empty string."""
    found = difflib.get_close_matches(str(word)[:_SHOWN].lower(), words, n=2)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def shown(value: object) -> str:
    """Return a refused value as Python writes it, shortened and escaped for a message."""
    return visible(repr(value), _SHOWN)


def shown_key(key: object) -> str:
    """Return an unknown key, shortened and escaped for a message."""
    return visible(str(key), _SHOWN)
