"""Whether a line speaks of what a text speaks of: the words they share."""

from __future__ import annotations

import re
from typing import Final

# Pairs of Han characters; words of other scripts, long enough to be about something.
_WORD: Final = re.compile(r"[^\W\d_\u3400-\u9fff]{4,}")
_PAIR: Final = re.compile(r"(?=([\u3400-\u9fff]{2}))")
# Of so many terms one may stand in the text by chance: free, online, 公司.
_ONE_IN: Final = 4


def terms(line: str) -> frozenset[str]:
    """Return what a folded line speaks of: its words, and every pair of neighbouring Han characters.

    >>> sorted(terms("the river 渡口人"))
    ['river', '口人', '渡口']
    """
    return frozenset(_WORD.findall(line)) | frozenset(_PAIR.findall(line))


def is_foreign(line: str, elsewhere: str) -> bool:
    """Return whether a folded line has terms, and as good as none of them stands in the folded text."""
    said = terms(line)
    shared = sum(term in elsewhere for term in said)
    return bool(said) and (shared == 0 or (shared == 1 and len(said) >= _ONE_IN))
