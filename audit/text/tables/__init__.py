"""Bundled tables: of character statistics, written by tests/derive, and of words, written by hand.

A table of phrases has two columns, list and phrase. Phrases are folded as by audit.text.fold.fold; one that ends in `*`
also matches as the prefix of a short line, a `*` inside stands for a name, and `{a|b}` for either. Greek in capitals
has neither accents nor final sigma, and Turkish I is folded to i: phrases stand for these spellings, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final

from audit.source_digests import digest_of, source_digests

# What the letters of words in capitals are folded to, where it is not the small letter.
_IN_CAPITALS: Final = str.maketrans("άέήίόύώϊϋΐΰςı", "αεηιουωιυιυσi")
_CHOICE: Final = re.compile(r"\{(.+?)\}")
_FOLDER: Final = "text/tables"
_SUFFIXES: Final = (".json", ".tsv", ".npy", ".npz", ".xz")


def rows(name: str, package: str = __name__, *, holding: str = "") -> Iterator[list[str]]:
    """Yield the tab-separated rows of a table bundled with `package`; lines starting with # are comments.

    `holding`: only the lines that contain this.
    """
    lines = (files(package) / name).read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if holding in line and not line.startswith("#"))


@cache
def phrases(table: str, *lists: str) -> tuple[str, ...]:
    """Return the phrases of some lists of a bundled table, in its order; raise KeyError for an unknown list.

    >>> phrases("documentation", "back")[:3]
    ('返回', '返回首页*', '返回主页*')
    """
    found = _phrases(table)
    return tuple(phrase for each in lists for phrase in found[each])


@cache
def _phrases(table: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, phrase in rows(f"{table}.tsv"):
        for spelled in _spelled_out(phrase) if "{" in phrase else (phrase,):
            capitals = spelled.translate(_IN_CAPITALS)
            found.setdefault(name, []).extend((spelled,) if capitals == spelled else (spelled, capitals))
    return found


def _spelled_out(phrase: str) -> Iterator[str]:
    fixed, choices = _CHOICE.split(phrase)[::2], _CHOICE.findall(phrase)
    for chosen in product(*(choice.split("|") for choice in choices)):
        yield "".join(part + word for part, word in zip(fixed, (*chosen, ""), strict=True))


@cache
def tables_digest() -> str:
    """Return the SHA-256 of the bundled model tables, which identifies the model."""
    folders = ((path.rpartition("/"), digest) for path, digest in source_digests().items() if path.endswith(_SUFFIXES))
    return digest_of({name: digest for (folder, _, name), digest in folders if folder == _FOLDER})
