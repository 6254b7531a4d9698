"""What each block is, once it is known what belongs to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audit.parser.planted import find_planted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.parser.page import Page

# Kinds that make up a body.
CONTENT: Final = ("paragraph", "heading", "list_item", "quote")
# Kinds that are the article's own and yet no prose of it.
OWN: Final = ("title", "original_title", "ai_summary")
# Kinds that tell about the article: flagged, because they must not be in its text.
HEADER: Final = ("byline", "date", "source_credit", "image_credit", "caption")
_LISTED: Final = re.compile(r"^(?:[•·●■◆▶*–-]\s|\(?\d{1,2}[.、)]\s?\D)")
_OPENED: Final = '"“„«「『‘'
_CLOSED: Final = '"”“»」』’'
# A heading is shorter than this (letters).
_HEADING: Final = 80
_COUNTER: Final = re.compile(
    r"^[\W\d]*\d[\W\d]*(?:k|m|万|千|人|次|条|views?|shares?|comments?|阅读|评论|浏览|跟贴)?\W*$"
)
_RUN_TOGETHER: Final = 350
"""Letters from which one line of furniture can only be a list without its line breaks."""
# Kinds of line around which a publisher sets its slogan.
_BANNERS: Final = ("app_banner", "qr_prompt", "site_name")
_SLOGAN_FROM, _SLOGAN_TO = 8, 40
_ENDS_ARTICLE: Final = ("related_heading", "comment")
_IMAGE_NAMES: Final = ("logo", "image", "img", "icon", "avatar", "banner", "图片", "头像")


def find_kinds(page: Page, stated: Mapping[int, str]) -> list[str]:
    """Return the kind of every block; `stated` holds the kinds of those that the header was read from."""
    kinds, appended = [], None
    planted, sites = find_planted(page), {page.folded[i] for i, kind in stated.items() if kind == "site_name"}
    for i in range(len(page)):
        kind = _stated(page, i, stated) or ("injected_ad" if i in planted else _kind(page, i, appended))
        kind = "site_name" if page.folded[i] in sites and page.boilerplate[i] else kind
        if kind in _ENDS_ARTICLE and i > page.opening and page.boilerplate[i]:
            appended = kind
        kinds.append(kind)
    return _with_summaries(page, _with_labels(page, kinds))


def _stated(page: Page, i: int, stated: Mapping[int, str]) -> str | None:
    """Return the kind that the header was read with; a paragraph that also names its reporter stays a paragraph."""
    kind = stated.get(i)
    prose = not page.boilerplate[i] and page.sentence[i] and page.weight[i] >= _HEADING
    return None if kind in HEADER and prose else kind


def _with_labels(page: Page, kinds: list[str]) -> list[str]:
    """Return the kinds with slogans (beside a banner) and account names (between headline and date) told."""
    made = list(kinds)
    for i in (i for i, kind in enumerate(kinds[: page.opening]) if kind == "navigation" and page.cue[i] is None):
        above, below = kinds[i - 1] if i else "", kinds[i + 1] if i + 1 < len(kinds) else ""
        if above == "title" and below in ("date", "byline") and page.weight[i] <= _SLOGAN_TO:
            made[i] = "account_name"
        elif (above in _BANNERS or below in _BANNERS) and _SLOGAN_FROM <= page.weight[i] <= _SLOGAN_TO:
            made[i] = "slogan"
    return made


def _kind(page: Page, i: int, appended: str | None) -> str:
    cue = page.cue[i]
    if cue in ("image_credit", "ai_summary", "byline") and (page.boilerplate[i] or not page.sentence[i]):
        return "caption" if cue == "image_credit" and page.weight[i] >= _HEADING else cue
    if not page.boilerplate[i]:
        return _content_kind(page, i)
    return cue if cue and cue != "related_heading" else _furniture_kind(page, i, appended)


def _content_kind(page: Page, i: int) -> str:
    text, weight = page.text[i], page.weight[i]
    if _LISTED.match(text):
        return "list_item"
    if text[0] in _OPENED and text[-1] in _CLOSED and len(text) > 1:
        return "quote"
    followed = i + 1 < len(page) and not page.boilerplate[i + 1]
    return (
        "heading"
        if weight < _HEADING and followed and not page.sentence[i] and text[-1] not in ",;:，；：、…"
        else "paragraph"
    )


def _furniture_kind(page: Page, i: int, appended: str | None) -> str:
    line = page.folded[i]
    if page.unbroken[i] or page.cue[i] == "related_heading":
        return "related_list" if page.unbroken[i] else "related_heading"
    if line in _IMAGE_NAMES:
        return "logo_alt"
    if _COUNTER.match(line[:40]) and any(c.isdigit() for c in line):
        return "counter"
    if (">" in line or "»" in line) and i < page.opening:
        return "breadcrumb"
    return _appended_kind(page, i, appended) if appended else "navigation"


def _appended_kind(page: Page, i: int, appended: str) -> str:
    if appended == "comment":
        return "comment"
    return "related_list" if page.weight[i] >= _RUN_TOGETHER else "related_item"


def _with_summaries(page: Page, kinds: list[str]) -> list[str]:
    """Return the kinds with what follows the label of a machine summary told: one paragraph and its bullets."""
    made = list(kinds)
    for i in (i for i, kind in enumerate(kinds) if kind == "ai_summary" and page.cue[i] == "ai_summary"):
        end = i + 2
        while end < len(kinds) and page.text[end][0] in "•·●*-" and kinds[end] in CONTENT:
            end += 1
        made[i + 1 : end] = ["ai_summary"] * (min(end, len(kinds)) - i - 1)
    return made
