"""Product passages that are part of their sentence: counted, located, priced, or quoted."""

from __future__ import annotations

import re
from typing import Final

# Before a passage: counts, determiners, districts.
_COUNTED: Final = re.compile(
    r"(?<!对)[一二三四五六七八九十百千万两几多余\d][家间名位种批只场个台辆架座套艘项所款件条支]|某|[^ ][区市县]"
)
# After it: words about prices, "each", "by", "is", "than".
_PRICED: Final = ("每", "由", "为", "比")
# A quotation consisting mostly of a passage is a title, a query or a slogan.
_QUOTED_FROM: Final = re.compile('["“「『《][^"“”「」『』《》]*$')
_QUOTED_TO: Final = re.compile('[^"“「『《]*["”」』》]')
# Characters before a passage that may count it, and how much else its quotation may contain, including punctuation.
_AT_HAND, _QUOTED = 3, 16


def is_legitimate_mention(text: str, span: tuple[int, int], quoted: int = _QUOTED) -> bool:
    """Return whether a sentence counts, locates or prices a passage, or quotes it with at most so much else."""
    start, end = span
    if _COUNTED.search(text, max(0, start - _AT_HAND), start + 1) or text.startswith(_PRICED, end):
        return True
    begun, ended = _QUOTED_FROM.search(text, 0, start), _QUOTED_TO.match(text, end)
    return bool(begun and ended and start - begun.start() + ended.end() - end <= quoted)
