"""Texts that ship in whatever packages are installed here, which nobody wrote for these tests: licences, countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distributions

import pytest

from tests.measure.duplication.aside import Build, kept_instead

# Fewer licences have hardly two of a kind; more, and longer ones, cost seconds and tell no more.
FEW, ENOUGH, LONGEST = 20, 40, 12_000
PASSAGE = 30
PAGE = (
    "{name}\n{name} is the country with the code {code} {code}. Its name in German is {de}, in French {fr}, in Chinese "
    "{zh}, in Russian {ru}, in Spanish {es} and in Japanese {ja}.\nClocks in {name} follow these zones: {zones}. "
    "Whoever travels there should set the watch on arrival, ask for the public holidays, and have a look at the hours "
    "of offices and banks, which differ from place to place and from season to season.\nThis page is kept by the "
    "office of clocks and is renewed whenever a rule changes."
)


def licences() -> list[str]:
    """Return some of those that are here, the same ones as long as they are."""
    files = (file for package in distributions() for file in package.files or ())
    found = {
        text
        for file in files
        if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")) and file.suffix in {"", ".txt", ".md"}
        if file.locate().is_file()
        if 200 < len(text := file.locate().read_text("utf-8", "replace")) < LONGEST
    }
    return sorted(sorted(found, key=lambda text: sha256(text.encode()).digest())[:ENOUGH])


def grams(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)


def longest_alone(words: list[str], known: set[tuple[str, ...]]) -> int:
    """Return the longest run of words that lie in no known three, counted one by one."""
    stands = [False] * len(words)
    for at, gram in enumerate(grams(words)):
        if gram in known:
            stands[at : at + 3] = [True] * 3
    return max(map(len, re.findall("0+", "".join("01"[each] for each in stands))), default=0)


def test_no_passage_of_a_licence_is_lost_with_its_copies(corpus: Build) -> None:
    bodies = licences()
    if len(bodies) < FEW:
        pytest.skip(f"only {len(bodies)} packages here come with their licence")
    of = kept_instead(corpus, bodies)
    words = [re.findall(r"\w+", body.lower()) for body in bodies]
    known = {gram for some, other in zip(words, of, strict=True) if other < 0 for gram in grams(some)}
    alone = [longest_alone(some, known) for some, other in zip(words, of, strict=True) if other >= 0]
    assert alone
    assert max(alone) < PASSAGE


def test_pages_filled_with_the_data_of_countries_stay(corpus: Build) -> None:
    pytz = pytest.importorskip("pytz", reason="the names and zones of countries are pytz's")
    locales = pytest.importorskip("babel", reason="their names in other languages are babel's")
    territories = {tongue: locales.Locale(tongue).territories for tongue in ("de", "fr", "zh", "ru", "es", "ja")}
    pages = [
        PAGE.format(
            name=name,
            code=code,
            zones=", ".join(pytz.country_timezones.get(code, ["none"])),
            **{tongue: names.get(code, name) for tongue, names in territories.items()},
        )
        for code, name in sorted(pytz.country_names.items())
    ]
    # South Sudan has much of what Sudan has.
    assert sum(other >= 0 for other in kept_instead(corpus, pages)) <= 2
