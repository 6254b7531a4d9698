"""Few texts are searched by Python with the result that polars has with many."""

from __future__ import annotations

import re

import polars as pl
import pytest

from audit.parser.header.title import own_furniture, signals
from audit.parser.tables import attributions, foreign_days, labels, patterns
from audit.text.patterns.few_texts import ALIKE, contain
from audit.text.patterns.literals import literals

_MANY = 2000
_PATTERNS = [
    *(labels.OFFER, labels.RUNNING_HEAD, attributions.BEGUN, foreign_days._BRIEF_DAY, own_furniture._OWN),
    *(signals._ASKS, signals._PICTURED, *patterns("site_names").values(), *patterns("other_days").values()),
    *(r"(?-u:\b)stars?(?-u:\b)", r"^\w+\s\d$", r"kr(?:\W|$)", r"^[^\W\d]{2,12} ?: ?\S"),
]
_LINES = [
    "free shipping",
    "free shippings",
    "freeshipping",
    "versandkostenfrei",
    "by ada finch",
    "von ada",
    "nach ada",
    "vol. 3, no. 4",
    "issn 1234",
    "24.5.24",
    "24.5.2024",
    "get the app",
    "gets the app",
    "photo: ada",
    "stars",
    "astars",
    "étoilestars",
    "a ７",
    "a²",
    "stars²",
    "5 kr",
    "5 kr²",
    "5 krא",
    "name: x",
    "नाम: x",
    "last updated 2024",
    "© 2026 marl times",
    "born 4 may 1920",
    "出生",
    "写真",
]
_LINES += ["", "stars\u0301", "a\u20607", "a\u20287", "5 kr\n", "name\u0301: x", "a\x1c7"]


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_few_texts_contain_what_they_do_among_many(pattern: str) -> None:
    try:
        among_many = contain(pl.Series(_LINES * (_MANY // len(_LINES) + 1)), pattern)[: len(_LINES)]
    except pl.exceptions.ComputeError:
        pytest.skip("a pattern of Python's")
    assert contain(pl.Series(_LINES), pattern).tolist() == among_many.tolist()
    assert [contain(pl.Series([line]), pattern).tolist()[0] for line in _LINES] == among_many.tolist()


@pytest.mark.parametrize("pattern", [r"^\w$", r"^\d$", r"^\s$", "^.$"])
def test_characters_that_python_judges_are_alike_to_polars(pattern: str) -> None:
    alike = re.compile(f"[{ALIKE}]")
    chars = [char for char in map(chr, (*range(0xD800), *range(0xE000, 0x30000))) if alike.match(char)]
    told = pl.Series(chars).str.contains(pattern).to_list()
    assert [char for char, is_told in zip(chars, told, strict=True) if is_told != bool(re.match(pattern, char))] == []


@pytest.mark.parametrize("pattern", ["(?:ab)?", "[a-z]+|ship", "(?i:ship)", "(?i)ship", "(?!ship)", "(?:ship)*", "."])
def test_nothing_is_needed_where_a_match_may_lack_it(pattern: str) -> None:
    assert literals(pattern) == frozenset()


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("^(?:by|von) .*, ", {"by ", "von "}),
        ("[€$] ?[0-9]", {f"{sign}{gap}{digit}" for sign in "€$" for gap in ("", " ") for digit in "0123456789"}),
        (r"(?a:\b)(?:eur|usd)(?a:\b)|\d ?元", {"eur", "usd", "元", " 元"}),
        ("(?:ferry|boat)s? (?:.*) timetable", {" timetable"}),
    ],
)
def test_each_match_contains_one_of_the_texts(pattern: str, texts: set[str]) -> None:
    assert literals(pattern) == texts
