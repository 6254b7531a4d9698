"""Pages that a text browser printed (lynx, links, elinks): numbers before links, whose addresses are listed below.

A list of works has words besides addresses, and notes have their numbers behind what they are on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# Stands for a line of the list, of a menu, and for a form (Unicode 15.1, 23.8, the end of an annotation).
OF_A_BROWSER: Final = "\ufffb"
_PICTURE: Final = "\ufffc"
# An entry: indented, with its number and an address alone.
_ADDRESS: Final = r"(?:https?|ftp|file|mailto|javascript|tel|data|about|news|gopher|LYNX\w*):\S*"
_LAST: Final = re.compile(rf"\n[^\S\n]+\d{{1,5}}\. {_ADDRESS}\s*\Z")
_ENTRY: Final = re.compile(rf"^[^\S\n]+(?P<number>\d{{1,5}})\. {_ADDRESS}[^\S\n]*$", re.MULTILINE)
# The heading, and the labels of links that are seen and of those that are not.
_LABEL: Final = re.compile(r"[^\S\n]*[^\W\d][^\n.!?。]{1,38}")
# The number before a link, and before a picture in one.
_MARK: Final = re.compile(r"\[(\d{1,5})\](?P<link>(?=[^\s.,;:!?)\]，。；：！？、）])(?!\())?")
_PICTURES: Final = r"\[(?:IMG|INLINE|EMBED|[\w.-]{1,60}\.(?:png|gif|jpe?g|svg|webp))\]"
_SHOWN: Final = re.compile(
    rf"^(?P<form>[^\n]{{0,80}}\(BUTTON\)[^\n]{{0,80}}|[^\S\n]*(?:\[\d{{1,5}}\])?{_PICTURES}[^\S\n]*)$|"
    rf"(?P<picture>{_PICTURES})|(?P<mark>\[\d{{1,5}}\])",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNS: Final = {"form": OF_A_BROWSER, "picture": _PICTURE, "mark": ""}
_WORDS: Final = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
# Items of a list that are links and no more, one below the other; and the first line of prose, below a menu.
_MENU: Final = re.compile(r"(?:^[^\S\n]+[*+o#@-] \[\d{1,5}\][^\[\n.!?。]{1,40}\n\s*?){3,}", re.MULTILINE)
_PROSE: Final = re.compile(r"^(?![^\S\n]*[*+o#@-] \[)[^\n]{50}", re.MULTILINE)
# Entries at least; of the numbers up to the last one that marks a link, so many must, and one in so many marks may not.
_FEWEST, _MOST_OF, _ONE_IN = 2, 0.8, 5
_TAIL: Final = 4_000


def edits_of_dump(text: str) -> list[tuple[int, int, str]]:
    r"""Return what is printed for a browser, or is a menu: start, end, and the sign in its place. [] if it is no dump.

    Linear.

    >>> edits_of_dump("[1]Home [2]Bay\n\nReferences\n\n   1. https://a.example/\n   2. https://a.example/b\n")[0]
    (0, 3, '')
    """
    if not _LAST.search(text, max(0, len(text) - _TAIL)):
        return []
    entries = list(_ENTRY.finditer(text))
    numbers = [int(entry["number"]) for entry in entries]
    if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)):
        return []
    listed = list(_listed(text, entries))
    if not _is_marked(text, listed[0][0], len(numbers)):
        return []
    menus = list(_of_menus(text, listed[0][0]))
    start = menus[-1][1] if menus else 0
    before = _SHOWN.finditer(text, 0, menus[0][0]) if menus else ()
    shown = (*before, *_SHOWN.finditer(text, start, listed[0][0]))
    return sorted([*((*found.span(), _SIGNS[found.lastgroup or ""]) for found in shown), *menus, *listed])


def _of_menus(text: str, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of the first menu above the prose of a page."""
    prose = _PROSE.search(text, 0, end)
    menu = _MENU.search(text, 0, prose.start()) if prose else None
    if menu:
        for line in _WORDS.finditer(menu[0]):
            yield menu.start() + line.start(), menu.start() + line.end(), OF_A_BROWSER


def _is_marked(text: str, end: int, most: int) -> bool:
    """Return whether the numbers of entries stand before links, most of them once and in order."""
    marks = [(int(mark[1]), mark["link"] is not None) for mark in _MARK.finditer(text, 0, end)]
    before = [number for number, is_link in marks if is_link and number <= most]
    rising = before == sorted(set(before))
    return rising and len(before) >= _MOST_OF * max(before, default=_FEWEST) and _ONE_IN * len(before) >= 4 * len(marks)


def _listed(text: str, entries: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of the list: its heading, labels and entries."""
    at = entries[0].start()
    above = list(_WORDS.finditer(text[max(0, at - 200) : at]))[-2:]
    labels = [line for line in above if _LABEL.fullmatch(line[0])]
    # The heading begins its line, a label does not; what is above both belongs to the page.
    if len(labels) > 1 and not labels[1][0][:1].isspace():
        labels = labels[1:]
    for line in labels:
        yield max(0, at - 200) + line.start(), max(0, at - 200) + line.end(), OF_A_BROWSER
    for entry, below in zip(entries, [*entries[1:], None], strict=True):
        yield *entry.span(), OF_A_BROWSER
        between = _WORDS.finditer(text[entry.end() : below.start()]) if below else ()
        for line in between:
            yield entry.end() + line.start(), entry.end() + line.end(), OF_A_BROWSER
