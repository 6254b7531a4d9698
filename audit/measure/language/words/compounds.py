"""Compounds: long words that are not listed, of two listed ones, in languages that write these in one."""

from __future__ import annotations

from typing import Final

from audit.measure.language.models.common_words import languages_with, word_level

# Languages that have a list of words and write compounds in one.
COMPOUNDING: Final = frozenset({"af", "da", "de", "et", "fi", "hu", "is", "nl", "no", "sv"})
# Letters of each part at least, and those that may join them.
_SHORTEST: Final = 4
_JOINTS: Final = ("", "s", "e", "n", "en", "es")
_PROGRAMS: Final = "en"


def parts_of(word: str, language: str) -> tuple[str, str] | None:
    """Return the two listed words that a long word consists of, the second as long as can be; None if it does not.

    Two words of English are none: they name things of programs in any language.

    >>> parts_of("umgebungsvariable", "de"), parts_of("umgebungsvariable", "fr"), parts_of("brötchen", "de")
    (('umgebung', 'variable'), None, None)
    """
    if language not in COMPOUNDING:
        return None
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        second = word[at:]
        if word_level(second, language) is None:
            continue
        for joint in _JOINTS:
            first = word[: at - len(joint)]
            if len(first) < _SHORTEST or not word[:at].endswith(joint) or word_level(first, language) is None:
                continue
            return None if all(word_level(part, _PROGRAMS) is not None for part in (first, second)) else (first, second)
    return None


def languages_with_parts(parts: tuple[str, str]) -> int:
    """Return the number of languages that have both words."""
    return min(map(languages_with, parts))
