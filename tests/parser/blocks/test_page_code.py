"""Code of the page that a scraper left goes; code that a text shows stays."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser import parse
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.whole.page_code import is_explained_code, is_page_code
from tests.parser.pages import ENGLISH_BODY, table

LEFT = (
    "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
    "gtag('config', 'G-ABCDEF');",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    'var _hmt = _hmt || []; (function() { var hm = document.createElement("script"); hm.src = "/hm.js"; })();',
    "$(document).ready(function(){ $('.menu').click(function(){ $('.sub').toggle(); }); });",
    "#header, .nav a:hover { color: #fff; }",
    "@media screen and (max-width: 600px) { .menu { display: none; } }",
    '{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]}',
    "//<![CDATA[",
)
SHOWN = (
    "How to count visitors\nPaste this snippet into every page.\ngtag('config', 'G-XXXX');\nThen look at the report.",
    "# tool\nThe element is written anew:\ndocument.getElementById('x').innerHTML = 'y';\nIt holds y afterwards.",
    "body { color: red; }\np { margin: 0; }",
    "The set {x : x > 0} is open, and f(x) = {a: b} maps it. It is easy to see that this holds everywhere.",
    "The table { display: none } was all that was left of the design, he said. Nobody laughed at it.",
    "他在黑板上写：window.location = home; 然后走了。孩子们都笑了，没有人知道是什么意思。",
)


def code(text: str) -> list[str]:
    rows = Rows(lines([text]))
    return rows.lines.filter(is_page_code(rows))["text"].to_list()


def test_code_of_the_page_is_told_wherever_it_stands() -> None:
    assert code("\n".join([ENGLISH_BODY[0], *LEFT, *ENGLISH_BODY[1:]])) == list(LEFT)
    assert [line for line in LEFT if code("\n".join([*ENGLISH_BODY, line])) != [line]] == []


@pytest.mark.parametrize("text", SHOWN, ids=[text[:12] for text in SHOWN])
def test_code_that_a_text_shows_is_content(text: str) -> None:
    assert code(text) == []


def test_body_holds_no_code_of_the_page() -> None:
    document = parse(table("\n".join(["Ferry back in service", *ENGLISH_BODY, *LEFT]))).documents.to_pylist()[0]
    assert document["body"].split("\n")[-1] == ENGLISH_BODY[-1]


def test_long_line_of_code_takes_no_long_time() -> None:
    hostile = ("a.b " * 40_000 + "{", "_hmt " * 30_000, "window._" + "a" * 100_000, "{" * 100_000)
    assert [code("\n".join([*ENGLISH_BODY, line])) for line in hostile] == [[], [], [], []]


TYPED = (
    ">>> import oars",
    ">>> boat = oars.Boat('Marl')",
    "$ oars --list | sort",
    "ROW boat { NORTH | SOUTH }",
    "oars [-q | --quiet] [-o <file>] boat",
    "[ WITH crew [, ...] ] ROW { * | boat [ AS name ] }",
)
UNTYPED = (
    ">>> Read on",
    "$ 12 a day",
    "$ off on all boats",
    "Marl [ Home | News ] [ Log in | Register ]",
    "Boats { new | old | all }",
    "Language: [ EN | DE ] BBC",
    "[ NORTH | SOUTH ] [ EAST | WEST ]",
    "Home | News | BOATS",
)


def explained(line: str, above: str = ENGLISH_BODY[0]) -> list[str]:
    rows = Rows(lines([f"{above}\n{line}\nOars"]))
    found = is_explained_code(rows, rows["sentence"], np.zeros(len(rows.lines), np.bool_))
    return rows.lines.filter(found)["text"].to_list()


def test_what_is_typed_or_the_grammar_of_a_command_stays_below_a_sentence() -> None:
    assert [line for line in TYPED if explained(line) != [line]] == []
    assert explained(TYPED[0], above="Compact:") == ["Compact:", TYPED[0]]


def test_prices_arrows_and_menus_in_brackets_are_no_code() -> None:
    assert [line for line in UNTYPED if explained(line)] == []


def test_a_grammar_with_many_brackets_takes_no_long_time() -> None:
    hostile = ("[ a | b " * 20_000, "{" * 50_000 + "|", "[a|b] " * 20_000, "[ - " * 40_000 + "|")
    assert [explained(line) for line in hostile] == [[], [], [], []]
