"""Layouts of other kinds than those of `field_pages`, held back: what was mended by those is scored by these."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.benchmarks.field_pages import Story

Stated = tuple[str, str | None, tuple[str, ...], str | None]
_AT: Final = "2021-03-09"


def _above(story: Story) -> Stated:
    text = story.page(story.writer, story.day)
    return text, None, (story.writer,), _AT


def _between(story: Story) -> Stated:
    line = f"{story.said(story.words.by)} · {story.day}"
    return (
        story.page(line, foot=(story.said(story.words.about), story.said(story.words.about))),
        story.site,
        (story.writer,),
        _AT,
    )


def _labelled(story: Story) -> Stated:
    label = story.said(story.words.by, "").strip(" :：/")
    return story.page(label, story.writer, story.day), None, (story.writer,), _AT


def _with_site(story: Story) -> Stated:
    line = f"{story.said(story.words.by)} {story.site}"
    foot = (story.said(story.words.rights),)
    return story.page(line, story.day, foot=foot), story.site, (story.writer,), _AT


def _labelled_day(story: Story) -> Stated:
    line = story.words.published.format(d=story.day)
    return story.page(line, foot=(story.said(story.words.rights), "info@example.com")), story.site, (), _AT


def _pictures(story: Story) -> Stated:
    credit = f"© {story.second} / Marl Images"
    return story.page(story.day, credit, below=(credit, story.words.foot[0], credit)), None, (), _AT


def _bio(story: Story) -> Stated:
    told = f"{story.second}: {story.words.prose[2]}"
    return story.page(story.day, below=(told,)), None, (), _AT


def _mentions(story: Story) -> Stated:
    quote = f"„{story.words.prose[2]}“ ({story.second}, {story.words.agency}, 2019)"
    return story.page(story.day, below=(quote,)), None, (), _AT


def _listed(story: Story) -> Stated:
    words = story.words
    rows = (row for n in range(4) for row in (f"{words.titles[n % 2]} {n + 1}", story.said(words.by), story.day))
    return "\n\n".join((*words.menu, *rows, *words.foot)) + "\n", None, (), None


def _related(story: Story) -> Stated:
    words = story.words
    below = (words.foot[0], f"{words.titles[1]} ({story.site})", f"{story.said(words.by, story.second)}, {story.day}")
    return story.page(below=below), None, (), None


HELD: Final = MappingProxyType[str, Callable[["Story"], Stated]]({
    "name above the day": _above, "byline and day": _between, "label above the name": _labelled,
    "site behind the name": _with_site, "labelled day": _labelled_day, "pictures": _pictures, "biography": _bio,
    "source of a quotation": _mentions, "list": _listed, "related": _related,
})  # fmt: skip
