"""The headline: the line above the article that the article is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audit.text.punctuation import is_joining

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.parser.page import Page

# How far above the article's first paragraph a headline stands, and how far below it may (a lead may come first).
_ABOVE, _BELOW, _FAR = 30, 2, 14
# Lengths in letters: below the least it is a section name, above the most a paragraph.
_LEAST, _MOST = 6, 260
_LENGTHS: Final = (14, 24, 36, 120, 170)
_LENGTH_NAMES: Final = ("very short", "short", "rather short", "usual length", "long", "very long")
# Points below which no line is a headline: better none than a wrong one.
ENOUGH: Final = 28
_NEVER: Final = frozenset({"byline", "date", "image_credit", "ai_summary"})
_META: Final = frozenset({"byline", "date"})
# Only this much of the body is searched for the headline's words: enough for any article's topic.
_SEARCHED: Final = 20_000
# More shared words than this, and a greater share of them, say nothing more: leads share even more with the body.
_WORDS_COUNTED, _SHARE_COUNTED = 6, 0.6
# What makes an earlier line a rival: longer than a label, and this share of its words in the body.
_RIVAL_WEIGHT, _RIVAL_SHARE = 24, 0.4
_WORD: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯]{2}|[^\W\d_぀-ヿ㐀-鿿가-힯]{4,}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PICTURED: Final = re.compile(r"photo|foto|image|credit|©|getty|picture|caption|https?:|www\.|图源|供图|摄影")
_ORIGINAL: Final = re.compile(r"^\W?原(?:标题|標題|题)\s*:\s*(?P<title>.{4,200}?)\W?$")
_REPEATED: Final = re.compile(r"(?:转载|轉載)[^»]{0,80}» ?(?P<title>.{4,200})$")

# Points (tenths of a natural logarithm of odds) for each unit of what is seen, fitted by tests/derive/derive_points.py and
# rounded; but "told by a notice" and "printed twice in a row" are ours: too rare on those pages to be fitted.
POINTS: Final = MappingProxyType({
    "words of the body": 5,
    "share of its words in the body": 22,
    "very short": -36,
    "short": -25,
    "rather short": -8,
    "usual length": 0,
    "long": -28,
    "very long": -22,
    "full stop": -21,
    "question": 6,
    "furniture": -10,
    "picture": -14,
    "far above the article": -3,
    "in the article": -8,
    "stands twice": 3,
    "held by another line": 9,
    "told by a notice": 20,
    "printed twice in a row": 20,
    "byline or date below": 13,
    "byline or date next": 4,
    "byline or date above": -6,
    "sentence below": 10,
    "content": -15,
    "earlier rival": -13,
})  # fmt: skip


def find_title(page: Page) -> int | None:
    """Return the block that is the headline as printed, or None when the text has none.

    A page that begins inside a sentence, or holds one block only, has no headline.
    """
    if not page.content or len(page) == 1 or is_joining(page.text[0]):
        return None
    points = {i: sum(POINTS[name] * value for name, value in signs(page, i).items()) for i in candidates(page)}
    best = max(points, key=lambda i: (points[i], -i), default=None)
    return best if best is not None and points[best] >= ENOUGH else None


def original_titles(page: Page) -> list[int]:
    """Return the blocks that quote the headline of the text's first publication (原标题:)."""
    if "原" not in page.short_lines:
        return []
    return [i for i, line in enumerate(page.folded) if "原" in line[:3] and _ORIGINAL.match(line[:300])]


def candidates(page: Page) -> Iterator[int]:
    """Yield the blocks that may be a headline, from the top."""
    first = max(0, page.opening - _ABOVE)
    for i in sorted({0, *range(first, min(len(page), page.opening + _BELOW))}):
        if _LEAST <= page.weight[i] <= _MOST and page.cue[i] not in _NEVER and not page.sure[i]:
            yield i


def signs(page: Page, i: int) -> dict[str, float]:
    """Return what speaks for and against block i being the headline, in units of POINTS."""
    shared, share = _overlap(page, i)
    length = _LENGTH_NAMES[bisect_right(_LENGTHS, page.weight[i])]
    words = {
        "words of the body": min(shared, _WORDS_COUNTED),
        "share of its words in the body": min(share, _SHARE_COUNTED),
    }
    return {length: 1, **words, **_signs_inside(page, i), **_signs_around(page, i)}


def _signs_inside(page: Page, i: int) -> dict[str, float]:
    line = page.folded[i]
    return {
        "full stop": line.endswith((".", "。", "...", "…")),
        "question": line.endswith(("?", "!")),
        "furniture": page.cue[i] is not None,
        "picture": _PICTURED.search(line) is not None,
        "content": not page.boilerplate[i] and page.is_mixed,
    }


def _signs_around(page: Page, i: int) -> dict[str, float]:
    below = [_is_meta(page, j) for j in range(i + 1, min(i + 4, len(page)))]
    return {
        "far above the article": page.opening - i > _FAR,
        "in the article": page.opening <= i,
        "stands twice": page.folded.count(page.folded[i]) > 1,
        "held by another line": _is_held(page, i),
        "told by a notice": any(page.folded[i] in told for told in _told(page)),
        "printed twice in a row": page.folded[i] in page.folded[i + 1 : i + 3],
        "byline or date below": any(below),
        "byline or date next": any(below[:1]),
        "byline or date above": i > 0 and page.cue[i - 1] in _META,
        "sentence below": i + 1 < len(page) and page.sentence[i + 1],
        "earlier rival": any(_is_rival(page, j) for j in range(max(0, i - 4), i)),
    }


def _is_meta(page: Page, i: int) -> bool:
    return page.cue[i] in _META or _YEAR.search(page.folded[i][:60]) is not None


def _is_rival(page: Page, i: int) -> bool:
    return page.weight[i] > _RIVAL_WEIGHT and page.cue[i] is None and _overlap(page, i)[1] > _RIVAL_SHARE


def _overlap(page: Page, i: int) -> tuple[int, float]:
    """Return how many of the line's words (bigrams of Han, kana, Hangul) the article uses, and their share."""
    line = page.folded[i][:_MOST]
    words = set(_WORD.findall(line)) | set(_WORD.findall(line[1:]))
    here = 1 if page.boilerplate[i] else 2
    used = sum(page.body.count(w, 0, _SEARCHED) >= here for w in words)
    return used, used / len(words) if words else 0.0


def _is_held(page: Page, i: int) -> bool:
    """Return whether a short line says this one and more: a window title, a bread crumb, a notice."""
    line = page.folded[i]
    return page.short_lines.count(line) > page.folded.count(line)


def _told(page: Page) -> Iterator[str]:
    """Yield the headlines that notices quote."""
    for pattern, sign in ((_ORIGINAL, "原"), (_REPEATED, "»")):
        if sign in page.short_lines:
            matches = (pattern.search(line) for line in page.short_lines.split("\n") if sign in line)
            yield from (match["title"] for match in matches if match)
