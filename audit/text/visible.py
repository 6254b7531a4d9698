"""Raw text made safe to show: nothing that a terminal, a log or a page would act on is left in it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

# Categories that move the cursor, hide, or reorder: controls, formats (bidi, zero width), surrogates, private use,
# unassigned, line and paragraph separators.
_BYTE: Final = 0x100
_BASIC_PLANE: Final = 0x10000
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if unicodedata.category(char) not in _UNSAFE:
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}" if code < _BASIC_PLANE else f"\\U{code:08x}"


def visible(text: str, limit: int | None = None) -> str:
    r"""Return `text` with every character that could act on its reader written as an escape.

    With `limit`, at most that many code points of the text are shown, the cut marked by an ellipsis.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    >>> visible("abcdef", limit=4)
    'abc…'
    """
    if limit is not None and len(text) > limit:
        return visible(text[: max(0, limit - 1)]) + "…"
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))
