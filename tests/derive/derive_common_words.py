"""Derive the common words of each language, of any letters; write audit/text/tables/common_words.xz.

    python -m tests.derive.derive_common_words WORDFREQ audit/text/tables/common_words.xz

WORDFREQ is the folder that derive_words reads. Common are the ten thousand most frequent words of a list, except those
that another list has far more often, since English ones are in all; what frequent_words.xz has is not kept again.
"""

from __future__ import annotations

import hashlib
import sys
from itertools import islice
from pathlib import Path
from typing import Final

from audit.text.frequent_words import KEPT, KEPT_OF_COMMON, alike, frequent_words, word_hash
from tests.derive.derive_words import LONGEST, packed, ranked

# Languages and their lists, as far as langdetect has a profile too, and those of our own profiles.
LISTS: Final = {
    **{tag: tag for tag in ("ar", "bg", "bn", "ca", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "he", "hi", "hu")},
    **{tag: tag for tag in ("id", "is", "it", "lt", "lv", "mk", "ms", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv")},
    **{tag: tag for tag in ("tr", "uk", "ur", "vi")},
    "no": "nb",
    "tl": "fil",
    "hr": "sh",
}
MOST: Final = 10_000
# Hundredths of a decimal order: a word that another language has thirty times as often is its word.
FAR: Final = 150


def main(argv: list[str]) -> None:
    """Derive, and write the table."""
    folder, digest = Path(argv[0]), hashlib.sha256()
    rank = {language: ranks(ranked(folder, name, digest)) for language, name in sorted(LISTS.items())}
    best: dict[str, int] = {}
    for own in rank.values():
        for word, place in own.items():
            best[word] = min(place, best.get(word, place))
    found: dict[str, list[int]] = {}
    for language, own in rank.items():
        common = islice((word for word, place in own.items() if place - best[word] <= FAR), MOST)
        kept = frozenset(frequent_words().get(language, ()))
        hashes = {word_hash(word) for word in common} - kept
        found[language] = sorted({one >> (KEPT - KEPT_OF_COMMON) for one in hashes})
    Path(argv[1]).write_bytes(packed(found, digest.hexdigest()))


def ranks(bins: list[list[str]]) -> dict[str, int]:
    """Return the place of each word, most frequent first, in hundredths of a decimal order below the whole."""
    made: dict[str, int] = {}
    for place, words in enumerate(bins, 1):
        for word in words:
            if any(map(str.isalpha, word)) and not any(map(str.isdigit, word)) and len(word) <= LONGEST:
                made.setdefault(alike(word), place)
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
