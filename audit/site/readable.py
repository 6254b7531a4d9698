"""Texts as shown on a page: verbatim but for invisible or reordering characters and secrets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final

from audit.text.languages import NO_SINGLE_LANGUAGE
from audit.text.secret import without_secrets
from audit.text.visible import UNSAFE

# Kept: the page's style preserves line ends.
_KEPT: Final = frozenset("\n\t")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def readable(text: object, limit: int | None = None) -> str:
    r"""Return `text` for display, line ends kept; with `limit`, cut to that many code points.

    Secrets are masked, and invisible characters named.

    >>> readable("a\u200bb")
    'a⟨U+200B⟩b'
    """
    whole = "" if text is None else str(text)
    if limit is not None and len(whole) > limit:
        return readable(whole[: max(0, limit - 1)]) + "…"
    plain = whole.replace("\r\n", "\n")
    if not plain.isprintable():
        plain = "".join(map(_named, plain))
    return without_secrets(plain)


@lru_cache(maxsize=4096)
def _named(char: str) -> str:
    if char in _KEPT or unicodedata.category(char) not in UNSAFE:
        return char
    return f"⟨U+{ord(char):04X}⟩"


def tag(language: object) -> str:
    """Return a valid language tag or an empty string; browsers choose the font of Chinese by it."""
    name = str(language or "")
    return name if _TAG.fullmatch(name) and name not in NO_SINGLE_LANGUAGE else ""


def in_bytes(size: Any) -> str:  # noqa: ANN401 a count, or null
    """Return a size in words.

    >>> in_bytes(486), in_bytes(137_740), in_bytes(5_200_000)
    ('486 B', '137.7 kB', '5.2 MB')
    """
    if size is None:
        return "unknown size"
    number = float(size)
    for unit, step in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if number >= step:
            return f"{number / step:.1f} {unit}"
    return f"{int(number)} B"


def share(part: float, whole: float) -> str:
    """Return a share as a percentage that never rounds to 0 or 100.

    >>> share(1, 3), share(1, 100_000), share(99_999, 100_000), share(0, 0)
    ('33 %', '<1 %', '>99 %', '0 %')
    """
    of = 100 * part / whole if whole else 0.0
    if 0 < of < 1:
        return "<1 %"
    return ">99 %" if 99 < of < 100 else f"{of:.0f} %"  # noqa: PLR2004 percent
