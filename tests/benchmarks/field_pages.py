"""Pages made of `field_words` in fifteen layouts, each with what it states: who publishes it, who wrote it, and when.

Half of the layouts look as if they stated a name and do not: a picture's credit, a source of figures, whoever is
interviewed or comments, a menu of words that look like names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from tests.benchmarks.field_layouts import HELD
from tests.benchmarks.field_words import LANGUAGES, Words

_DAY: Final = "09"


class Page(NamedTuple):
    """A page as text, its language and layout, and what it states; None for nothing."""

    language: str
    layout: str
    text: str
    source: str | None
    author: tuple[str, ...]
    date: str | None


class Story(NamedTuple):
    """The names and the title of a page."""

    words: Words
    site: str
    writer: str
    second: str
    title: str

    def said(self, pattern: str, name: str = "") -> str:
        return pattern.format(w=name or self.writer, v=self.second, s=self.site, d=_DAY)

    @property
    def day(self) -> str:
        return self.said(self.words.day)

    def page(self, *head: str, before: str = "", below: tuple[str, ...] = (), foot: tuple[str, ...] = ()) -> str:
        """Return a page: the menu, the headline, its head, the article and what is below."""
        first, *others = self.words.prose
        lines = (*self.words.menu, self.title, *head, before + first, *others, *below, *self.words.foot, *foot)
        return "\n\n".join(lines) + "\n"


_Layout = Callable[[Story], tuple[str, str | None, tuple[str, ...], str | None]]
_AT: Final = "2021-03-09"


def _byline(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    foot = (story.said(words.about), story.said(words.rights))
    return story.page(story.said(words.by), story.day, foot=foot), story.site, (story.writer,), _AT


def _sentence(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    return story.page(story.said(story.words.after), story.day), None, (story.writer,), _AT


def _both(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    return story.page(story.said(story.words.both), story.day), None, (story.writer, story.second), _AT


def _role(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    return story.page(story.said(story.words.role), story.day), None, (story.writer,), _AT


def _beside(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    line = f"{story.day} | {story.writer}"
    return story.page(line, foot=(story.said(words.rights),)), story.site, (story.writer,), _AT


def _source(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    line = f"{words.published.format(d=story.day)}  {story.said(words.source)}"
    return story.page(line), story.site, (), _AT


def _dateline(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    # Chinese datelines name their reporter.
    author = (story.writer,) if "{w}" in words.dateline else ()
    return story.page(story.day, before=story.said(words.dateline)), words.agency, author, _AT


def _mast(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    text = story.page(story.day, below=(story.said(words.about),), foot=(story.said(words.rights),))
    return f"{story.site}\n\n{text}", story.site, (), _AT


def _picture(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    return story.page(story.said(story.words.photo), story.day), None, (), _AT


def _figures(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    return story.page(story.day, below=(story.words.figures,)), None, (), _AT


def _interview(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    return story.page(story.said(story.words.interview), story.day), None, (), _AT


def _comments(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    said = (story.said(story.words.comment), story.day, story.words.prose[2])
    return story.page(below=(story.words.foot[0], *said)), None, (), None


def _sections(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    return story.page(story.day, below=(words.section, *words.menu[2:5]), foot=(words.section,)), None, (), _AT


def _teasers(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    other = next(title for title in words.titles if title != story.title)
    return story.page(below=(words.menu[1], other, story.said(words.by), story.day)), None, (), None


def _account(story: Story) -> tuple[str, str | None, tuple[str, ...], str | None]:
    words = story.words
    line = f"{story.day} 10:37  {story.site}"
    return story.page(line, foot=(story.said(words.rights),)), story.site, (), _AT


LAYOUTS: Final = MappingProxyType({
    "byline": _byline, "sentence behind": _sentence, "two writers": _both, "role": _role, "beside the day": _beside,
    "source label": _source, "dateline": _dateline, "masthead": _mast, "picture": _picture, "figures": _figures,
    "interview": _interview, "comment": _comments, "sections": _sections, "teaser": _teasers, "account": _account,
})  # fmt: skip


def made(*, held: bool) -> Iterator[Page]:
    """Yield a page of each layout in each language: of those kept for mending, or of those `held` back, names, too."""
    for language, words in LANGUAGES.items():
        sites, writers, titles = (part[held::2] for part in (words.sites, words.writers, words.titles))
        for number, (name, layout) in enumerate((HELD if held else LAYOUTS).items()):
            writer, second = writers[number % 2], writers[1 - number % 2]
            story = Story(words, sites[number % 2], writer, second, titles[0])
            text, source, author, date = layout(story)
            yield Page(language, name, text, source, author, date)
