"""Titles as windows show them: the headline, then its section and the site. Only the headline is the title."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from audit.parser.header.site_names import LABELS, letters
from audit.parser.tables.papers import PAPER

# What divides a headline from its site, which is the rest of the title; names in brackets before it, and before a bar.
_LAST: Final = re.compile(
    r"(?<=.{6})(?P<mark> (?:[|»«·•–—-]|::) | ?_ ?|[-–—|](?=[\u3400-\u9fff]+$))(?P<site>[^|»«_–—]{2,40})$"
)
_BRACKETED: Final = re.compile(r"[【\[](?P<site>[^】\]]{2,20})[】\]] ?(?=.{6})")
_FIRST: Final = re.compile(r"(?P<site>[^|»:]{2,40}) (?:[|»]|::) (?=.{6})")
# Names that only sites and their sections have.
_A_SITE: Final = re.compile(
    r"[\u3400-\u9fff]{2,8}(?:(?<![联聯电電路管线線丝絲域太特地法情球蛛渔漁系通])[网網]|网站|網站|在线|在線|论坛|論壇|频道|頻道|门户|"
    r"[电電][视視]台|广播电台|[卫衛]视|(?<![海情电電举预简公通战捷喜播警汇年月季回呈填板墙墻手快画])[报報]|周刊|贴吧|百科)|"
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:bote|kurier|zeitung|anzeiger|tagblatt|tageblatt|volksblatt|wochenblatt|abendblatt)"
)
# The same behind marks that headlines do not have.
_BEHIND_A_BAR: Final = re.compile(
    r"(?:The )?(?:[A-ZÀ-Þ][\w'’&-]* ){1,3}(?:News|Daily|Online|Radio|TV|Forums?|Wiki|Blog|Magazine)|"
    r"(?:[a-z0-9-]+\.){1,3}(?:com|org|net|de|fr|uk|cn|ru|info)"
)
_BARS: Final = (" | ", " » ", " :: ")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
# A section before the site, behind the same mark; and both, whatever their names, by the convention of Chinese sites.
_SECTION: Final = re.compile(r"[\u3400-\u9fff]{2,6}")
_CHAIN: Final = re.compile(r"(?P<title>[^_]{8,})_(?P<section>[\u3400-\u9fff]{2,6})_[\u3400-\u9fff]{2,8}$")


def without_site(title: str, source: str | None, names: Collection[str]) -> str:
    """Return a window title without its site and section.

    A site is known by its words, or as the `source` or one of the normalised `names` that the page shows.
    """
    if (chain := _CHAIN.match(title)) and len(_HAN.findall(chain["title"])) * 2 > len(chain["title"]):
        return chain["title"].rstrip()
    own = letters(source) if source else ""
    for pattern in (_BRACKETED, _LAST):
        match = pattern.search(title) if pattern is _LAST else pattern.match(title)
        if match and _is_site(match, own, names):
            left = title[: match.start()] + title[match.end() :]
            return without_site(_without_section(left, match), source, names)
    match = _FIRST.match(title)
    return title[match.end() :] if match and own and letters(match["site"]) == own else title


def _is_site(match: re.Match[str], own: str, names: Collection[str]) -> bool:
    name, mark = match["site"], match.groupdict().get("mark")
    if PAPER.fullmatch(name) or _A_SITE.fullmatch(name) or (mark in _BARS and _BEHIND_A_BAR.fullmatch(name)):
        return True
    key = letters(name)
    return bool(key) and (key == own or (mark is not None and key in names))


def _without_section(title: str, site: re.Match[str]) -> str:
    """Return a title whose site is taken off without the section before it."""
    before, mark, section = title.rpartition(site.groupdict().get("mark") or "\n")
    is_section = _SECTION.fullmatch(section) or section.casefold() in LABELS
    return before if mark and is_section and len(before) > len(section) else title
