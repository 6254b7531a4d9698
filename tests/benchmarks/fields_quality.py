"""How many of the stated sources, authors and days the parser finds, and how many it states that are wrong.

    python -m tests.benchmarks.fields_quality [--held] [--wrong] [--null]
    python -m tests.benchmarks.fields_quality --gold GOLD.parquet DOCUMENTS.parquet [--wrong]

Prints for each field and language the pages that state it (right, wrong, null) and those that do not (silent, false),
then precision and the share found. Pages are made (`field_pages`), or labelled ones: GOLD has id, group, source,
author and date (null: not known, and not counted), DOCUMENTS is what `audit parse` wrote of them. --wrong and
--null print what is.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from audit.parser import parse
from tests.benchmarks.field_pages import made
from tests.parser.pages import table

FIELDS: Final = ("source", "author", "date")
_AND: Final = re.compile(
    r"\s*(?:[;,、&]|\band\b|\bund\b|\bet\b|\by\b| و(?=\w)|(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff]))\s*"
)


class Answer(NamedTuple):
    """What a page states for a field, and what the parser says; `stated` is None if nobody knows."""

    group: str
    page: str
    field: str
    stated: frozenset[str] | None
    found: str | None


def main() -> None:
    """Score made or labelled pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--null", action="store_true")
    parser.add_argument("--gold", nargs=2, type=Path)
    options = parser.parse_args()
    answers = [*(_labelled(*options.gold) if options.gold else _made(held=options.held))]
    for field in FIELDS:
        _show(field, [answer for answer in answers if answer.field == field])
    shown = {"wrong", "false"} if options.wrong else set()
    for answer in answers:
        if verdict(answer) in shown | ({"null"} if options.null else set()):
            print(
                f"{answer.field} {answer.group} {answer.page}: {answer.found!r}, stated {sorted(answer.stated or ())}"
            )


def verdict(answer: Answer) -> str:
    """Return right, wrong, null, silent, false or, where nobody knows what is stated, unknown.

    A source is right if it holds the stated name or is held by it, an author if all its names are stated.
    """
    if answer.stated is None:
        return "unknown"
    if not answer.found:
        return "null" if answer.stated else "silent"
    if not answer.stated:
        return "false"
    if answer.field == "author":
        is_right = _names(answer.found) <= answer.stated
    else:
        key = _key(answer.found)
        is_right = any(stated in key or (key and key in stated) for stated in answer.stated)
    return "right" if is_right else "wrong"


def _made(*, held: bool) -> Iterator[Answer]:
    pages = [*made(held=held)]
    documents = parse(table(*(page.text for page in pages))).documents.to_pylist()
    for page, document in zip(pages, documents, strict=True):
        stated = {
            "source": frozenset({_key(page.source)} if page.source else ()),
            "author": frozenset(map(_key, page.author)),
            "date": frozenset({_key(page.date)} if page.date else ()),
        }
        for field in FIELDS:
            found = document[field]
            yield Answer(page.language, page.layout, field, stated[field], None if found is None else str(found))


def _labelled(gold: Path, documents: Path) -> Iterator[Answer]:
    found = {row["id"]: row for row in pl.read_parquet(documents).iter_rows(named=True)}
    for row in pl.read_parquet(gold).iter_rows(named=True):
        for field in FIELDS:
            told, stated = found.get(row["id"], {}).get(field), row[field]
            told = told if field != "source" or told is None else f"{told} {found[row['id']]['source_original'] or ''}"
            names = _names(stated) if stated and field == "author" else frozenset({_key(stated)} if stated else ())
            yield Answer(row["group"], row["id"], field, names or None, None if told is None else str(told))


def _names(authors: str) -> frozenset[str]:
    return frozenset(key for name in _AND.split(authors) if (key := _key(name)))


def _key(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


def _show(field: str, answers: list[Answer]) -> None:
    groups = sorted({answer.group for answer in answers})
    for group in (*groups, "all"):
        counted = Counter(verdict(answer) for answer in answers if group in {answer.group, "all"})
        answered = counted["right"] + counted["wrong"] + counted["false"]
        stated = counted["right"] + counted["wrong"] + counted["null"]
        if answered + stated + counted["silent"]:
            counts = "  ".join(f"{name} {counted[name]:3}" for name in ("right", "wrong", "null", "silent", "false"))
            precision, found = (counted["right"] / max(total, 1) for total in (answered, stated))
            print(f"{field:7} {group:14} {counts}  precision {precision:.3f}  found {found:.3f}")


if __name__ == "__main__":
    main()
