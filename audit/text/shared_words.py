"""Topical overlap of a line with a text, by shared words."""

from __future__ import annotations

import re
from typing import Final

# Han bigrams, and words of other scripts long enough to carry meaning: of two syllables in Hangul.
_WORD: Final = re.compile(r"[가-힣]{2,}|[^\W\d_\u3400-\u9fff가-힣]{4,}")
HAN_PAIR: Final = re.compile(r"(?=([\u3400-\u9fff]{2}))")
# One in this many terms may occur in the text by chance: free, online, 公司.
_ONE_IN: Final = 4


def terms(line: str) -> frozenset[str]:
    """Return the content terms of a folded line: words, and all bigrams of Han characters.

    >>> sorted(terms("the river 渡口人 강 나룻배"))
    ['river', '口人', '渡口', '나룻배']
    """
    return frozenset(_WORD.findall(line)) | frozenset(HAN_PAIR.findall(line))


def is_foreign(line: str, elsewhere: str) -> bool:
    """Return whether a folded line has terms and almost none of them occurs in the folded text."""
    said = terms(line)
    shared = sum(term in elsewhere for term in said)
    return bool(said) and (shared == 0 or (shared == 1 and len(said) >= _ONE_IN))
