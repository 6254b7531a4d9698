"""The headline: the line above the article that the article is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser import forest
from audit.text.punctuation import is_joining

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.parser.page import Page

# How far above the article's first paragraph a headline stands, and how far below it may (a lead may come first).
_ABOVE, _BELOW, _FAR = 30, 2, 30
# Lengths in letters: below the least it is a section name, above the most a paragraph.
_LEAST, _MOST = 4, 360
# Below this sum of weights (hundredths of a natural logarithm of odds) no line is a headline: better none than wrong.
ENOUGH: Final = -100
# At the very top of a short text, where a headline has its place, less will do.
ENOUGH_AT_TOP: Final = -350
_TOP, _USUAL = 3, 120
_NEVER: Final = frozenset({"byline", "date", "image_credit", "ai_summary"})
# What stands between the items of a menu or a bread crumb.
_BARS: Final = "|>»/·•"
_META: Final = frozenset({"byline", "date"})
_LONGEST_META: Final = 120
# Only this much of the body is searched for the headline's words: enough for any article's topic.
_SEARCHED: Final = 8_000
# What makes an earlier line a rival: longer than a label, and this share of its words in the body.
_RIVAL_WEIGHT, _RIVAL_SHARE = 24, 0.4
# Neighbours that are looked at on each side.
_BESIDE: Final = 8
_WORD: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯]{2,}|[^\W\d_぀-ヿ㐀-鿿가-힯]{4,}")
_FIRST_WIDE: Final = "\u3040"
_PICTURED: Final = re.compile(r"photo|foto|image|credit|©|getty|picture|caption|https?:|www\.|图源|供图|摄影")
_ORIGINAL: Final = re.compile(r"^\W?原(?:标题|標題|题)\s*:\s*(?P<title>.{4,200}?)\W?$")
_REPEATED: Final = re.compile(r"(?:转载|轉載)[^»]{0,80}» ?(?P<title>.{4,200})$")


def find_titles(pages: Sequence[Page], model: forest.Forest) -> list[int | None]:
    """Return for each page the block that is the headline as printed, or None when the text has none.

    A page that begins inside a sentence, or holds one block only, has no headline.
    """
    chosen = [list(candidates(page)) for page in pages]
    seen = [s for page, blocks in zip(pages, chosen, strict=True) for s in signs(page, blocks)]
    if not seen:
        return [None] * len(pages)
    columns = {name: np.array([s[name] for s in seen], np.float32) for name in seen[0]}
    sums = iter(model.sums(columns).tolist())
    return [_best(page, [(next(sums), -i) for i in blocks]) for page, blocks in zip(pages, chosen, strict=True)]


def _best(page: Page, ranked: list[tuple[int, int]]) -> int | None:
    """Return the block that a notice quotes as the headline, or that with the greatest sum, if it is enough."""
    told = set(_told(page))
    quoted = next((-i for _, i in ranked if page.folded[-i] in told), None)
    points, block = max(ranked, default=(ENOUGH - 1, 0))
    if quoted is not None or points >= ENOUGH:
        return -block if quoted is None else quoted
    return next((-i for points, i in ranked if points >= ENOUGH_AT_TOP and _is_at_top(page, -i)), None)


def _is_at_top(page: Page, i: int) -> bool:
    """Return whether a short line at the top stands right above a date or byline, or right below a bread crumb."""
    if i > _TOP or page.sentence[i] or page.weight[i] > _USUAL or _is_meta(page, i) or i >= page.opening:
        return False
    below = _is_meta(page, i + 1)
    return below or (i == page.content[0] and any(mark in page.folded[i - 1] for mark in ">»") and i > 0)


def original_titles(page: Page) -> list[int]:
    """Return the blocks that quote the headline of the text's first publication (原标题:)."""
    if "原" not in page.short_lines:
        return []
    return [i for i, line in enumerate(page.folded) if "原" in line[:3] and _ORIGINAL.match(line[:300])]


def candidates(page: Page) -> Iterator[int]:
    """Yield the blocks that may be a headline, from the top."""
    if not page.content or len(page) == 1 or is_joining(page.text[0]):
        return
    first = max(0, page.opening - _ABOVE)
    for i in sorted({0, *range(first, min(len(page), page.opening + _BELOW))}):
        if _LEAST <= page.weight[i] <= _MOST and page.cue[i] not in _NEVER and not page.sure[i]:
            yield i


def signs(page: Page, blocks: list[int]) -> Iterator[dict[str, float]]:
    """Yield what speaks for and against each of the blocks being the headline: the signals of the forest `titles`."""
    if not blocks:
        return
    shared = _overlaps(page, {0, *range(max(0, blocks[:2][-1] - _BESIDE), max(blocks[-1], page.opening) + 1)})
    rivals = [i for i, (_, share) in shared.items() if _is_rival(page, i, share)]
    for i in blocks:
        near = bisect_left(rivals, i - _BESIDE), bisect_left(rivals, i), bisect_right(rivals, i)
        end = bisect_left(rivals, min(page.opening, i + _BESIDE + 1))
        counted = {"rivals_above": near[1] - near[0], "rivals_below": max(end - near[2], 0)}
        yield {
            "shared": shared[i][0],
            "share": shared[i][1],
            **_signs_inside(page, i),
            **_signs_around(page, i),
            **counted,
        }


def _is_rival(page: Page, i: int, share: float) -> bool:
    return page.weight[i] > _RIVAL_WEIGHT and page.cue[i] is None and share > _RIVAL_SHARE


def _signs_inside(page: Page, i: int) -> dict[str, float]:
    line, text = page.folded[i], page.text[i]
    words = text.split()
    return {
        "weight": page.weight[i],
        "words": len(words),
        "capitals": sum(w[0].isupper() for w in words) / len(words),
        "stop": line.endswith((".", "。", "...", "…")),
        "question": line.endswith(("?", "!")),
        "bars": sum(line.count(c) for c in _BARS),
        "told": _is_meta(page, i),
        "digits": sum(c.isdigit() for c in line),
        "furniture": page.cue[i] is not None,
        "picture": _PICTURED.search(line) is not None,
        "score": page.score[i],
        "content": not page.boilerplate[i] and page.is_mixed,
        "pages_content": len(page.content) / len(page),
    }


def _signs_around(page: Page, i: int) -> dict[str, float]:
    told = [j for j in range(i + 1, min(i + _BESIDE + 1, len(page))) if _is_meta(page, j)]
    above = [j for j in range(max(0, i - _BESIDE), i) if _is_meta(page, j)]
    return {
        "from_top": i,
        "to_opening": page.opening - i,
        "first_content": i == page.content[0],
        "to_content": page.content[0] - i,
        "copies": page.copies[page.folded[i]] - 1,
        "held": _is_held(page, i),
        "repeated": page.folded[i] in page.folded[i + 1 : i + 3],
        "meta_below": told[0] - i if told else _FAR,
        "meta_above": i - above[-1] if above else _FAR,
        "bars_above": sum(page.folded[i - 1].count(c) for c in _BARS) if i else 0,
        "weight_above": page.weight[i - 1] if i else -1.0,
        "weight_below": page.weight[i + 1] if i + 1 < len(page) else -1.0,
        "score_above": page.score[i - 1] if i else -1.0,
        "score_below": page.score[i + 1] if i + 1 < len(page) else -1.0,
        "sentence_below": i + 1 < len(page) and page.sentence[i + 1],
        "breaks_above": page.breaks[i],
        "breaks_below": page.breaks[i + 1] if i + 1 < len(page) else -1,
    }


def _is_meta(page: Page, i: int) -> bool:
    return page.cue[i] in _META or (page.dated[i] and len(page.text[i]) <= _LONGEST_META)


def _overlaps(page: Page, blocks: set[int]) -> dict[int, tuple[int, float]]:
    """Return for each of the blocks how many of its words the article uses, and their share."""
    used = Counter(_words(page.body[:_SEARCHED]))
    return {i: _overlap(page, i, used) for i in sorted(blocks) if i < len(page)}


def _overlap(page: Page, i: int, used: Counter[str]) -> tuple[int, float]:
    words = set(_words(page.folded[i][:_MOST]))
    here = 1 if page.boilerplate[i] else 2
    found = sum(used[word] >= here for word in words)
    return found, found / len(words) if words else 0.0


def _words(text: str) -> Iterator[str]:
    """Yield the words of letters, and every pair of neighbouring characters of scripts without spaces."""
    for match in _WORD.finditer(text):
        word = match[0]
        yield from (a + b for a, b in pairwise(word)) if word[0] >= _FIRST_WIDE else (word,)


def _is_held(page: Page, i: int) -> bool:
    """Return whether a short line says this one and more: a window title, a bread crumb, a notice."""
    line = page.folded[i]
    return page.short_lines.count(line) > page.copies[line]


def _told(page: Page) -> Iterator[str]:
    """Yield the headlines that notices quote."""
    for pattern, sign in ((_ORIGINAL, "原"), (_REPEATED, "»")):
        if sign in page.short_lines:
            matches = (pattern.search(line) for line in page.short_lines.split("\n") if sign in line)
            yield from (match["title"] for match in matches if match)
