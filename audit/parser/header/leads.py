"""The first sentences of news, which name their agency, place, day and reporter before they tell the news.

Such a line states a field and is text: `(Reuters) - The old quay …`, `本报讯(记者 何一)老码头…`,
`[서울=뉴시스] 한서윤 기자 = …`.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

# Minimum words without a capital, and minimum letters of Han, kana and hangul behind the name, of what tells more than
# who and when. (Of 56 lines of 1,085 pages that state such a field and end like a sentence, 2 have as many.)
_WORDS, _LETTERS = 5, 10
_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}|\b[^\W\d_]\b")
_EASTERN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def tell_more(pages: Pages, rows: NDArray[np.int64], names: Sequence[str]) -> NDArray[np.bool_]:
    """Return which rows of the article are a sentence that tells more than the name or day it states.

    `names` are the names read from the rows, empty for a day.
    """
    found: NDArray[np.bool_] = pages.content[rows] & pages.flags("sentence")[rows]
    told = zip(pages.texts(rows[found], "text"), compress(names, found.tolist()), strict=True)
    found[found] = [_tells_more(line[line.find(name) + len(name) :]) for line, name in told]
    return found


def _tells_more(line: str) -> bool:
    eastern = len(_EASTERN.findall(line))
    words = sum(not word[0].isupper() and not _EASTERN.match(word) for word in _WORD.findall(line))
    return eastern >= _LETTERS or words >= _WORDS
