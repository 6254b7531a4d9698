"""Passages about wares that a sentence rightly speaks of: what it counts, places in a district, prices, or quotes."""

from __future__ import annotations

import re
from typing import Final

# Within a passage or right before it: a number of them, a certain one, a district, and who is sought for work.
_COUNTED: Final = re.compile(
    "(?<!对)一[家间起名位种批只次场]|一个(?!月)|某|两名|[^ ]区|市(?!场)|县|[招诚]聘(?!信息|网|工资|电话)."
)
# Right behind it: what is said of a price, "each", "by", "is", "than".
_PRICED: Final = "每由为比"
_QUOTED_FROM, _QUOTED_TO = re.compile('["“「『《‘]'), re.compile('["”」』》’]')
# Characters before a passage and behind it that are looked at.
_AT_HAND: Final = 3


def is_spoken_of(text: str, span: tuple[int, int]) -> bool:
    """Return whether a sentence counts a passage, says in which district it is or what it costs, or quotes it."""
    start, end = span
    before, behind = text[max(0, start - _AT_HAND) : start], text[end : end + _AT_HAND]
    is_quoted = _QUOTED_FROM.search(before) or _QUOTED_TO.search(behind)
    return bool(is_quoted or _COUNTED.search(before + text[start:end]) or behind.startswith(tuple(_PRICED)))
