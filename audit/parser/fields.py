"""The header of a document: headline, day, publisher, author, and the blocks that state them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audit.parser.origin import find_origin
from audit.parser.title import original_titles
from audit.text import dates

if TYPE_CHECKING:
    from datetime import datetime

    from audit.parser.page import Page

# A date stands in a short line, or at the start of one.
_LONGEST_DATED: Final = 200
# How many blocks from the headline, or from the first and last paragraph, a date is still the article's own.
_NEAR: Final = 6
# Above the headline a date stands farther away, but loses this much with every block.
_FAR, _SLOPE = 12, 0.15
# Points from which a date is believed: one near the article, or one with a label.
_ENOUGH: Final = 2.0
# A line of so many characters that holds a date holds nothing else.
_DATE_ALONE: Final = 28
_PUBLISHED: Final = (
    "publi",
    "posted",
    "发布",
    "发表",
    "發布",
    "veröffentlicht",
    "pubbl",
    "опубл",
    "입력",
    "등록",
    "公開",
    "erstellt",
)
_UPDATED: Final = (
    "updat",
    "modified",
    "aktualisiert",
    "更新",
    "mis à jour",
    "actualiz",
    "aggiorn",
    "обновл",
    "수정",
    "stand:",
)
_COPYRIGHT: Final = ("©", "copyright", "(c)", "版权", "icp", "许可证")


@dataclass(frozen=True, slots=True)
class Fields:
    """The header fields (None: not stated) and what the blocks that state them are, by number."""

    title: str | None
    source: str | None
    source_original: str | None
    author: str | None
    published: datetime | None
    has_time: bool
    kinds: Mapping[int, str]


def find_fields(page: Page, headline: int | None) -> Fields:
    """Return what the document states about itself."""
    origin = find_origin(page)
    dated = _find_date(page, headline)
    named = (origin.source, origin.source_original, origin.author)
    kinds = {n.block: n.kind for n in named if n and n.kind and _is_label(page, n.block)}
    kinds |= {} if dated is None else {dated[0]: "date"}
    kinds |= dict.fromkeys(original_titles(page), "original_title")
    kinds |= dict.fromkeys(_same_lines(page, headline), "title")
    source, original, author = (n.name if n else None for n in named)
    at = dated[1] if dated else None
    title = None if headline is None else page.text[headline]
    return Fields(title, source, original, author, at.at if at else None, bool(at and at.has_time), kinds)


def _is_label(page: Page, block: int) -> bool:
    """Return whether a block that names somebody says nothing else: neither a prompt or notice, nor prose."""
    return not page.sure[block] and (block not in page.content or len(page.text[block]) <= _LONGEST_DATED)


def _same_lines(page: Page, headline: int | None) -> list[int]:
    """Return the headline and its repetitions down to the article's beginning."""
    if headline is None:
        return []
    last = max(headline, page.opening)
    return [i for i in range(min(last + 1, len(page))) if page.folded[i] == page.folded[headline]]


def _find_date(page: Page, headline: int | None) -> tuple[int, dates.Stated] | None:
    found = [(_date_points(page, i, headline), -i, i, stated) for i, stated in _dated(page)]
    best = max(found, key=lambda f: f[:2], default=None)
    return best[2:] if best is not None and best[0] >= _ENOUGH else None


def _dated(page: Page) -> Iterator[tuple[int, dates.Stated]]:
    # Only English prints both orders; elsewhere the day is first.
    day_first = None if " the " in page.body else True
    for i in (
        i
        for i, dated in enumerate(page.dated)
        if dated and len(page.folded[i]) <= _LONGEST_DATED and not _is_prose(page, i)
    ):
        stated = dates.find(page.folded[i], day_first=day_first)
        if stated:
            yield i, _preferred(page.folded[i], stated)


def _is_prose(page: Page, block: int) -> bool:
    return page.sentence[block] and page.cue[block] is None and block >= page.opening and not page.boilerplate[block]


def _preferred(line: str, stated: list[dates.Stated]) -> dates.Stated:
    """Return the first date that is not told, between the date before and itself, to be that of an update."""
    labels = [line[low : s.start] for low, s in zip([0, *(s.end for s in stated)], stated, strict=False)]
    return next(
        (s for s, label in zip(stated, labels, strict=True) if not any(u in label for u in _UPDATED)), stated[0]
    )


def _date_points(page: Page, block: int, headline: int | None) -> float:
    line = page.folded[block]
    if any(sign in line for sign in _COPYRIGHT):
        return 0.0
    points = _place_points(page, block, headline)
    points += 1.5 if any(p in line for p in _PUBLISHED) else 0
    points -= 0.5 if any(u in line for u in _UPDATED) and not any(p in line for p in _PUBLISHED) else 0
    points += 0.5 if page.cue[block] in ("byline", "date") or len(line) <= _DATE_ALONE else 0
    return points - (1.5 if len(line) > _LONGEST_DATED // 2 else 0)


def _place_points(page: Page, block: int, headline: int | None) -> float:
    top = page.opening if headline is None else headline
    if block >= page.limit:
        return 0.0
    if top <= block <= page.opening + 1:
        return 4.0 - 0.1 * (block - top)
    if top - _FAR <= block < top:
        return 3.0 - _SLOPE * (top - block)
    if page.opening < block <= page.opening + _NEAR and page.boilerplate[block]:
        return 2.0
    if page.closing < block <= page.closing + 2:
        return 1.5
    return 0.0
