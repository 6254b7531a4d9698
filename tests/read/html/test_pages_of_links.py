"""Pages that list articles by day, and pages that look like these."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.html.marked_article import is_list
from audit.read.html.page import parsed, shown_lines
from audit.read.inputs import Input
from tests.read.html.page import FIRST, PROSE, page
from tests.read.reading import read

HEADS = (
    "Ferry back after storm",
    "Winch replaced at last",
    "Bell rings again",
    "Otters seen at the quay",
    "The mill turns anew",
)
HAN = ("渡船恢复通航", "新绞车安装完毕", "码头钟声再次响起", "岸边发现水獭", "水磨重新转动")


def entry(head: str, day: str, tag: str = "h2", more: str = "") -> str:
    return f'<div><a href="/{day}"><{tag}>{head}</{tag}></a><span class="date">{day}</span>{more}</div>'


def entries(heads: tuple[str, ...] = HEADS, **said: str) -> str:
    return "".join(entry(head, f"2022-05-{n:02d}", **said) for n, head in enumerate(heads, 9))


LISTS = {
    "headings": f"<h1>News</h1>{entries()}<div>1 2 3</div>",
    "lines": f"<h1>News</h1>{entries(tag='p')}<a href=/2>Older</a>",
    "Chinese": f"<h1>新闻</h1>{entries(HAN)}",
    "read on": entries(more="<p><a href=/r>Read the whole story</a></p>"),
}
OTHERS = {
    "an article": f"<h1>{HEADS[0]}</h1><span class=date>2022-05-09</span>{PROSE}{entries()}",
    "a short article": f"<h1>{HEADS[0]}</h1><p>{FIRST}</p>{entries()}",
    "links without days": "".join(f"<li><a href=/{head}>{head}</a></li>" for head in HEADS * 3),
    "what each is about": entries(more=f"<p>{FIRST}</p>"),
    "a programme": "".join(f"<h2>{head}</h2><span class=date>{n} May</span>" for n, head in enumerate(HEADS)),
    "few": entries(HEADS[:3]),
}


@pytest.mark.parametrize("name", LISTS)
def test_headlines_by_day_are_a_list(name: str) -> None:
    assert is_list(shown_lines(parsed(page(LISTS[name]))))


@pytest.mark.parametrize("name", OTHERS)
def test_a_page_that_says_more_is_none(name: str) -> None:
    assert not is_list(shown_lines(parsed(page(OTHERS[name]))))


def test_each_line_of_a_list_is_navigation(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.html", page(LISTS["headings"]).encode())
    assert isinstance(found, Input)
    assert found.text is not None
    marked = [found.text[mark.start : mark.end] for mark in found.marked if mark.kind == "navigation"]
    assert marked == found.text.split("\n")
    assert "it lists articles by day" in (found.remark or "")
