"""Running words: what tells a sentence from a headline, a menu or a list of names, with or without blanks."""

from __future__ import annotations

import re
from typing import Final

# Han characters, kana and Hangul syllables: each says as much as two letters.
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def sentence_length(text: str) -> int:
    """Return the characters of a text without blanks, those of Han, kana and Hangul counted twice.

    >>> sentence_length("the river"), sentence_length("渡口")
    (8, 4)
    """
    return len("".join(text.split())) + (0 if text.isascii() else len(_WIDE.findall(text)))


def is_running(text: str) -> bool:
    """Return whether at least as many words begin with a small letter as with a capital; headlines and names do not.

    >>> is_running("The ferry left the harbour"), is_running("Editorial Policy Privacy")
    (True, False)
    """
    firsts = [word[0] for word in text.split()]
    return sum(map(str.islower, firsts)) >= sum(map(str.isupper, firsts))
