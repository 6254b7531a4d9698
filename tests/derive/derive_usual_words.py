"""Measure how far the words of ordinary text speak for its language; write audit/text/tables/usual_words.tsv.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_usual_words UDHR MEDIAWIKI OUT

FOLDER/text/clean.parquet has the columns language and text; UDHR and MEDIAWIKI are the folders that
derive_wiki_languages reads. Words from a wiki's messages are made anew from every second message, and asked of the
others. The nats a word are the median of windows of 200 characters, in the kind of text where that is lowest; where
there are messages only, half of it. Compounds are left out: Danish of programs, which has many, would raise what Danish
of any kind must have.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean, median
from typing import Final
from unittest import mock

import polars as pl

from audit.measure.language.models.common_words import has_list, is_of_programs, is_of_wiki, short_hash, word_level
from audit.measure.language.words import word_answers
from audit.measure.language.words.word_evidence import words_of
from audit.text.languages import AMONG
from tests.derive.derive_common_words import levels
from tests.derive.derive_confidence import RENAMED
from tests.derive.derive_profiles import declared
from tests.derive.derive_wiki_languages import places, said, sources
from tests.derive.profile_sources import SOURCES, Source

WINDOW: Final = 200
# Fewer windows of a kind of text prove nothing.
FEWEST: Final = 12
TAGS: Final = tuple(sorted(tag for among in AMONG.values() for tag in among))
# The codes of messages that are not the tag.
CODES: Final = {
    **{tag: f"{tag}-cyrl" for tag in ("kk", "tg", "tt")},
    "crh": "crh-latn",
    "ku": "ku-latn",
    "no": "nb",
    "sr": "sr-ec",
    "ug": "ug-arab",
}
# What is written in two ways has messages in both, each a kind of text.
WRITTEN_OTHERWISE: Final = {"no": "nn"}
# Words of messages, listed from messages, speak for a language more than those of other texts do: declarations have .64
# of it in the median of 80 languages, and in one of four at most this share.
OF_MESSAGES: Final = 0.5
Level = Callable[[str, str], int | None]


def main(argv: list[str]) -> None:
    """Measure, and write the table."""
    udhr, wiki, out = map(Path, argv)
    digest, codes = hashlib.sha256(), CODES | {tag: code for tag, code, _ in sources() if code}
    messages = {tag: list(said(wiki, codes.get(tag, tag), digest)) for tag in TAGS}
    otherwise = {tag: list(said(wiki, code, digest)) for tag, code in WRITTEN_OTHERWISE.items()}
    declarations, clean = declarations_of(udhr, digest), clean_texts(digest)
    halves = {tag: levels(places(messages[tag][::2])) for tag in TAGS if is_only_of_wiki(tag)}
    lines = []
    with (
        mock.patch.object(word_answers, "word_level", halved(halves)),
        mock.patch.object(word_answers, "parts_of", return_value=None),
    ):
        for tag in filter(is_measured, TAGS):
            asked = messages[tag][1::2] if tag in halves else messages[tag]
            kinds = (asked, clean.get(tag, []), otherwise.get(tag, []))
            declared_as = usual(tag, declarations.get(tag, []))
            others = [nats for texts in kinds for nats in usual(tag, texts)]
            # Words of messages, listed from messages.
            share = 1 if declared_as or has_list(tag) else OF_MESSAGES
            if found := [*declared_as, *others]:
                lines.append(f"{tag}\t{share * min(found):.1f}\n")
    head = "# language, nats a word speaks for it, in ordinary text: tests/derive/derive_usual_words.py\n"
    Path(out).write_text(f"{head}# sha256 of the inputs: {digest.hexdigest()}\n{''.join(lines)}", "utf-8")


def is_measured(tag: str) -> bool:
    """Return whether the words of a language are listed."""
    return has_list(tag) or is_of_programs(tag) or is_of_wiki(tag)


def is_only_of_wiki(tag: str) -> bool:
    """Return whether the words of a language are those of a wiki's messages: other lists come first."""
    return is_of_wiki(tag) and not is_of_programs(tag)


def halved(halves: dict[str, dict[int, int]]) -> Level:
    """Return the question for a word's level, of lists that halves replace."""
    return lambda word, tag: halves[tag].get(short_hash(word)) if tag in halves else word_level(word, tag)


def declarations_of(folder: Path, digest: hashlib._Hash) -> dict[str, list[str]]:
    """Return the paragraphs of the declaration by language, by its sources or what a page says of itself."""
    ours = {code: tag for tag, source in SOURCES.items() for code in source.udhr}
    ours |= {code: tag for tag, _, codes in sources() for code in codes.split()}
    made: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.html")):
        own = re.search(r'lang="([^"-]*)', path.read_text("utf-8"))
        tag = ours.get(path.stem) or (RENAMED.get(own[1], own[1]) if own else "")
        if tag in TAGS:
            made.setdefault(tag, []).extend(declared(folder, Source((path.stem,)), digest))
    return made


def clean_texts(digest: hashlib._Hash) -> dict[str, list[str]]:
    """Return the texts of langdetect's languages."""
    path = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "text" / "clean.parquet"
    digest.update(path.read_bytes())
    made: dict[str, list[str]] = {}
    for (tag,), group in pl.read_parquet(path).group_by("language", maintain_order=True):
        made.setdefault(RENAMED.get(str(tag), str(tag)), []).extend(group["text"].to_list())
    return made


def usual(tag: str, texts: list[str]) -> list[float]:
    """Return the median of a kind of text, if there is enough; a declaration in another spelling has none."""
    found = list(nats_of(tag, "\n".join(texts)))
    return [said for said in [median(found)] if said > 0] if len(found) >= FEWEST else []


def nats_of(tag: str, text: str) -> Iterator[float]:
    """Yield how far a word speaks for a language on average, in each window of a text with words."""
    answers = word_answers.nats_in(tag)
    for at in range(0, len(text) - WINDOW + 1, WINDOW):
        if words := words_of(text[at : at + WINDOW]):
            yield fmean(map(answers.__getitem__, words))


if __name__ == "__main__":
    main(sys.argv[1:])
