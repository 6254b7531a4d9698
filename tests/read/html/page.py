"""The parts of pages of the tests, and what must be read of a page. Every text was written for its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

FIRST = (
    "The harbour office replaced the old winch on Tuesday, after two winters in which the small ferry could not land "
    "in a strong west wind and the school children had to walk around the bay."
)
SECOND = (
    "The work took nine days and cost less than the council had feared, because the village smith built the drum from "
    "parts of the old crane that had stood unused behind the boathouse."
)
THIRD = "On Sunday the whole crew crossed the bay twice, once for the pictures and once because everybody enjoyed it."
HAN = "山脚下的旧水磨昨天重新转动起来，村里的老人说上一次听见这声音还是三十年前的秋天，那时候磨房里堆满了新收的麦子。"
HAN_SECOND = "修复工程由镇上的木匠带着四个徒弟完成，他们用了整整一个冬天，把每一片水轮叶子都按老样子重新做了出来。"
PROSE = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


@dataclass(frozen=True)
class Case:
    """A page: what its document must say, and what its body must and must not hold."""

    html: str
    title: str | None = None
    source: str | None = None
    date: date | None = None
    author: str | None = None
    url: str | None = None
    body: tuple[str, ...] = (FIRST, SECOND, THIRD)
    never: tuple[str, ...] = ()
    remark: str = ""
    fields: tuple[str, ...] = field(default=("title", "source", "date", "author", "url"))


def page(body: str, head: str = "", lang: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


CHROME = (
    '<header><a href="/">Bay Courier</a></header><nav><ul><li><a href="/a">News</a></li><li><a href="/b">Tides</a></li>'
    "</ul></nav>"
)
FOOT = '<aside><h3>Most read</h3><ul><li><a href="/x">Tides of May</a></li></ul></aside><footer>© Bay Courier</footer>'
