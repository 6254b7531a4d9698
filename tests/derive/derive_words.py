"""Derive the frequent words with letters beyond ASCII; write audit/text/tables/frequent_words.xz.

    python -m tests.derive.derive_words WORDFREQ TEXT.parquet audit/text/tables/frequent_words.xz

WORDFREQ is the folder `wordfreq/data` of an unpacked wheel of wordfreq 3.1.1 (code Apache-2.0; its lists, of how often
words are used, from Wikipedia, subtitles, news, books and the web, CC BY-SA 4.0, and so the table, see its
LICENSE); reading it needs msgpack.
TEXT.parquet has the columns `language` and `text`: how often words stand with an apostrophe is counted there.
What is kept are hashes of 32 bits, in order: that a word is frequent, not the word.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.measure.encoding.mojibake.spelled.spelling import LANGUAGES, SCRIPT_OF, letters
from audit.measure.langdetect_profiles import folded
from audit.text.frequent_words import alike, word_hash

# Language, its list, and at most how many words of it: those that are most often misread have the most.
LISTS: Final = {
    **{tag: (tag, 10_000) for tag in ("de", "fr", "es", "pt", "it", "sv", "da", "pl", "cs", "hu", "ro", "tr", "fi")},
    "ru": ("ru", 4_500),
    **{tag: (tag, 2_500) for tag in ("ca", "sk", "sl", "lt", "lv", "vi", "nl", "el", "uk")},
    **{tag: (tag, 2_000) for tag in ("he", "ar", "fa", "bg", "mk")},
    "no": ("nb", 3_000),
    "en": ("en", 150),
    "hr": ("sh", 2_500),
}
# Words that an apostrophe is part of or parts, seen so often.
ELIDING: Final = ("en", "fr", "it", "ca")
SEEN: Final = 3
# The share of its letters that makes a letter one of a language.
LEAST: Final = 2e-5
LONGEST: Final = 24
ALONE: Final = frozenset("àèéíóòåöø")
ELIDED: Final = re.compile(r"[a-zà-ÿœ]{1,9}[’'][a-zà-ÿœ]{1,20}")


def main(argv: list[str]) -> None:
    """Derive, and write the table."""
    lists, text, out = Path(argv[0]), Path(argv[1]), Path(argv[2])
    digest = hashlib.sha256(text.read_bytes())
    table = pl.read_parquet(text)
    found: dict[str, list[int]] = {}
    for language in sorted({*LISTS, *ELIDING}):
        words = set(elided(table, language)) if language in ELIDING else set()
        if language in LISTS:
            words |= set(listed(lists, language, digest))
        found[language] = sorted({word_hash(alike(word)) for word in words})
    out.write_bytes(packed(found, digest.hexdigest()))


def packed(found: dict[str, list[int]], digest: str) -> bytes:
    """Return a table of the sorted hashes of each language."""
    head = {"sizes": {language: len(own) for language, own in found.items()}, "sha256": digest}
    planes = hash_planes([np.array(own, np.uint32) for own in found.values()])
    return lzma.compress(json.dumps(head).encode() + b"\n" + planes, preset=9 | lzma.PRESET_EXTREME)


def hash_planes(found: list[npt.NDArray[np.uint32]]) -> bytes:
    """Return the steps between the sorted hashes of each language, byte by byte: the low bytes of all come first."""
    steps = np.concatenate([np.diff(own, prepend=np.uint32(0)) for own in found])
    return np.ascontiguousarray(steps.astype("<u4").view(np.uint8).reshape(-1, 4).T).tobytes()


def listed(folder: Path, language: str, digest: hashlib._Hash) -> Iterator[str]:
    """Return the most frequent words of a language that are of its letters, some of them beyond ASCII."""
    name, most = LISTS[language]
    bins = ranked(folder, name, digest)
    return islice((word for own in bins for word in own if is_word(word, language)), most)


def ranked(folder: Path, name: str, digest: hashlib._Hash) -> list[list[str]]:
    """Return the words of a list, one after the other: those of each hundredth of a decimal order of frequency."""
    import msgpack

    large, small = (folder / f"{size}_{name}.msgpack.gz" for size in ("large", "small"))
    raw = (large if large.exists() else small).read_bytes()
    digest.update(raw)
    bins: list[list[str]] = msgpack.unpackb(gzip.decompress(raw), raw=False)[1:]
    return bins


def is_word(word: str, language: str) -> bool:
    """Return whether a word is of letters of one script, some beyond ASCII, that its language writes; of I'm and don't.

    One letter is a word where nothing but Italian è or Danish å can be meant.
    """
    if language == "en":
        return bool(ELIDED.fullmatch(word))
    if word.isascii() or len(word) > LONGEST or any(char not in SCRIPT_OF for char in word):
        return False
    if len(word) == 1 and word not in ALONE:
        return False
    scripts = {SCRIPT_OF[char] for char in word}
    return len(scripts) == 1 and (
        language not in LANGUAGES["latin"] or all(char < "\x80" or writes(language, char) for char in word)
    )


def writes(language: str, char: str) -> bool:
    """Return whether a letter is one of a language, be it in one word only: French ù."""
    own = letters(language)
    return own.counts[folded(char).lower()] > LEAST * own.after[""]


def elided(table: pl.DataFrame, language: str) -> Iterator[str]:
    """Yield the words of a language that are seen again and again with an apostrophe in their midst."""
    texts = table.filter(pl.col("language") == language)["text"]
    counts = Counter(alike(word) for text in texts for word in ELIDED.findall(text.lower()))
    yield from (word for word, count in sorted(counts.items()) if count >= SEEN)


if __name__ == "__main__":
    main(sys.argv[1:])
