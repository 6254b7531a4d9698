"""What the words of a text are, as searches in its sentences are looked for: contacts, numbers, words."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.text.tables.searches import JAPANESE, product_words

# Pictographs, which may be between the words of a sentence.
PICTURES: Final = "\U0001f300-\U0001faff\u2600-\u27bf\ufe0f"
_NUMBER: Final = r"(?:(?:\+|\(?0)\d[\d() .-]{5,15}\d|1?[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\d{3}-\d{4})(?!\d)"
_MAIL: Final = r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,12}"
# The end of a site's name.
DOMAIN: Final = r"(?:com|net|org|shop|store|online|info|biz|xyz|top|site|co|io|me|example|ru|cn|de|uk)\b"
_SITE: Final = (
    r"(?:https?://|www\.)[a-z0-9./_-]*[a-z0-9]|[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*"
    rf"\.{DOMAIN}(?:/[\w/-]*)?"
)
_ACCOUNT: Final = r"@[a-z0-9_.]*[a-z0-9_]"
_CONTACT: Final = rf"(?P<contact>(?=[^\s.@/]*+[.@/]|[+(\d])(?:{_SITE}|{_ACCOUNT}|{_MAIL}|{_NUMBER}))"
_WORD: Final = r"[$£€]?\d[\w.,:]*\w%?|\d%?|[^\W_]+(?:['’-][^\W_]+)*%?"
# One word: Q&A.
_INITIALS: Final = r"(?<!\w)[a-z]&[a-z](?!\w)"
# Words of Japanese: what is written in one script, and product words inside of that.
_SCRIPTS: Final = ("㐀-鿿々", "ァ-ヺー", "ぁ-んゝゞ", "a-z")
_FIGURE: Final = r"[$£€¥]?\d[\d.,]*(?:万円|円|時間|%)?"


@cache
def token(language: str) -> re.Pattern[str]:
    """Return the pattern of the words of a language in folded text; its group `contact` reaches a seller."""
    return re.compile(rf"{_CONTACT}|{_INITIALS}|{_WORD}") if language != JAPANESE else _japanese()


def _japanese() -> re.Pattern[str]:
    known = "|".join(sorted(_atoms(product_words(JAPANESE)), key=lambda word: (-len(word), word)))
    runs = (rf"(?:(?!{known})[{script}])+" for script in _SCRIPTS)
    return re.compile("|".join((_CONTACT, _FIGURE, known, *runs)))


def _atoms(words: dict[str, int]) -> list[str]:
    """Return the words that contain no others of two letters or more."""
    return [word for word in words if not any(word[:n] in words or word[n:] in words for n in range(2, len(word)))]
