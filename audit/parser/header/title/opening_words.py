"""Lines of a text itself, and not its headline: wrapped sentences, talk, quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import search_rows
from audit.parser.tables.function_words import FUNCTION_WORDS
from audit.parser.tables.other_days import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Minimum characters of a line that is wrapped.
_LEAST: Final = 30
# Share of the longest line's width that a line and the first word of the next one exceed where lines are wrapped.
_WIDTH: Final = 0.8
# The end of a sentence inside a line, behind a word of so many letters, and the letter after it: a pattern that begins
# with the word would be tried at every letter.
_OF_A_WORD: Final = 4
_ENDED: Final = re.compile(r"[.!?。！？](?:(?<=[^\W\d_]{4}[.!?])[\"”»]? (?P<next>\w)|(?<=[。！？])(?=[\u3400-\u9fff]))")
# What somebody says under a nickname, a letter or a dash: <ada> good morning; Q: Why?
_SAYS: Final = re.compile(r"(?:(?P<nick><)[@+%~& ]?[^\s<>/]{1,30}> |(?P<letter>[^\W\d_][:：]) ?|(?P<dash>[-–—]) ?)\S")
# The same under a name, who speaks again within so many lines.
_NAMED: Final = re.compile(r"^(?P<name>[^\W\d_][^:\n.!?/]{0,23}?) ?: ?\S")
_TURNS: Final = 7
# The day of an entry and its weather, a weekday, and where a scene is.
_HAN: Final = "[0-9〇一二三四五六七八九十]{1,3}"
_PART: Final = re.compile(
    rf"^(?:{_HAN} ?月 ?{_HAN} ?日(?:\W{{1,3}}\w{{1,8}}){{0,3}}|"
    rf"(?:{WEEKDAY.pattern})(?: \d{{1,2}})?|(?:int|ext)\. .+)$"
)
_LONGEST_PART: Final = 60
# Who is quoted, below it: -- Ada Lindqvist.
_QUOTED: Final = re.compile(r"(?:--|[—–―])\s?[^\W\d_]")
_LONGEST_QUOTED, _MOST_LINES = 60, 12
# The mark of a list's item, how far below the next one begins, and the fewest lines of a paragraph that show its width.
_ITEM, _TO_NEXT, _PARAGRAPH = "*+•", 3, 3
_MARKED: Final = re.compile(rf"[{_ITEM}] \S")


def opening_words(pages: Pages, likely: Flags) -> Iterator[Ints]:
    """Yield which flagged rows of texts without furniture are the beginning of the text, with no blank line below."""
    here, last = np.arange(len(likely)), pages.last[pages.document]
    breaks = np.append(pages.lines["breaks"].to_numpy(), 0)
    joined = pages.is_plain[pages.document] & (breaks[here + 1] == 1) & (here + 1 < last)
    rows = np.flatnonzero(likely & joined)
    below = pages.texts(rows + 1, "text")
    goes_on = pages.cue[rows + 1] < 0
    both = zip(rows.tolist(), pages.texts(rows, "text"), below, goes_on.tolist(), strict=True)
    begun = [_is_said(line, after) or (on and _is_begun(pages, row, line, after)) for row, line, after, on in both]
    yield rows[np.array(begun, np.bool_)]
    yield rows[np.isin(pages.document[rows], _quotations(pages))]
    yield _items(pages, likely)
    yield _spoken(pages, likely)
    yield _parts(pages, likely)


def _items(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows of plain texts are an item of a list, soon followed by the next."""
    begun = np.flatnonzero(pages.is_plain[pages.document] & pages.folded.beginning(_ITEM))
    rows = search_rows(_MARKED, pages.strings("text"), begun)
    is_followed = (np.diff(rows) <= _TO_NEXT) & (np.diff(pages.document[rows]) == 0)
    found: Ints = rows[:-1][is_followed & likely[rows[:-1]]]
    return found


def _spoken(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows are what somebody says by name, whom somebody else answers before he speaks again."""
    rows = pages.holding(_NAMED, likely & pages.is_plain[pages.document])
    found: list[int] = []
    talks = pages.stretches(rows, np.minimum(rows + _TURNS, pages.last[pages.document[rows]]))
    for row, lines in zip(rows.tolist(), talks, strict=True):
        turns = [_NAMED.match(line) for line in lines]
        names = [turn["name"] if turn else "" for turn in turns]
        if len(names) > 1 and names[1] not in ("", names[0]) and names[0] in names[2:]:
            found.append(row)
    return np.array(found, np.int64)


def _parts(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows of plain texts head a part of a diary, schedule or script, like another line."""
    rows = pages.holding(_PART, pages.is_plain[pages.document] & (pages.chars <= _LONGEST_PART))
    several = np.bincount(pages.document[rows], minlength=len(pages)) > 1
    found: Ints = rows[several[pages.document[rows]] & likely[rows]]
    return found


def _is_said(line: str, after: str) -> bool:
    """Return whether both lines open as talk does, in the same way."""
    said, answered = _SAYS.match(line), _SAYS.match(after)
    return said is not None and answered is not None and said.lastgroup == answered.lastgroup


def _is_begun(pages: Pages, row: int, line: str, after: str) -> bool:
    """Return whether a line holds the end of a sentence, or one that goes on in the next line."""
    if _ends_inside(line):
        return True
    if len(line) < _LEAST:
        return False
    if line.rpartition(" ")[2].casefold() in FUNCTION_WORDS:
        return True
    if not after[:1].islower():
        return False
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > _WIDTH * _width(pages, row)


def _ends_inside(line: str) -> bool:
    """Return whether a sentence ends inside a line: the letter that begins one is no part of its own last word."""
    begun = 0
    for ended in _ENDED.finditer(line):
        if ended["next"] is None:
            return True
        if ended.start() - begun >= _OF_A_WORD:
            if ended["next"].isupper():
                return True
            begun = ended.end()
    return False


def _width(pages: Pages, row: int) -> int:
    """Return the longest line of the paragraph that begins in a row, or of its text if the paragraph is brief."""
    begin, end = int(pages.first[pages.document[row]]), int(pages.last[pages.document[row]])
    gaps = np.flatnonzero(pages.lines["breaks"].to_numpy()[row + 1 : end] > 1)
    lines = int(gaps[0]) + 1 if len(gaps) else end - row
    return int(pages.chars[row : row + lines].max() if lines >= _PARAGRAPH else pages.chars[begin:end].max())


def _quotations(pages: Pages) -> Ints:
    """Return the documents of a few lines without a blank one, of which the last alone says who is quoted."""
    lines, inside = pages.last - pages.first, np.arange(len(pages.document)) > pages.first[pages.document]
    is_open = inside & (pages.lines["breaks"].to_numpy() > 1)
    gaps = np.bincount(pages.document[is_open], minlength=len(pages))
    brief = np.flatnonzero((gaps == 0) & (lines > 1) & (lines <= _MOST_LINES))
    above, signed = (pages.texts(pages.last[brief] - n, "text") for n in (2, 1))
    quoted = [
        bool(_QUOTED.match(line.strip())) and not _QUOTED.match(other.strip()) and len(line) <= _LONGEST_QUOTED
        for other, line in zip(above, signed, strict=True)
    ]
    found: Ints = brief[np.array(quoted, np.bool_)]
    return found
