"""The author, by position: next to the date, after a label, or in a line with a profession. Null when in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.parser.header.correspondence import greetings
from audit.parser.header.day_labels import is_labelled
from audit.parser.header.day_lines import of_tuesdays
from audit.parser.header.person_names import (
    CUT,
    beside_day,
    carried_on,
    labelled_name,
    people,
    person,
    placed,
    signed,
    without_label,
)
from audit.parser.header.publisher import Named
from audit.parser.header.stating_lines import OF_A_RECORD, credits_of_others, of_other_articles
from audit.parser.header.title.series import first_of_series
from audit.parser.header.title.titles import NO_TITLE, without_head
from audit.parser.tables.other_days import OF_A_LIFE
from audit.parser.tables.people import (
    AFTER_DAY,
    AGENCIES,
    AT_A_PLACE,
    BY_ENDS,
    BY_FIRST,
    BYLINE_LABEL,
    BYLINE_LABELS,
    COUNTER,
    EMPLOYMENT,
    GLUED,
    INTRODUCED,
    INTRODUCING,
    LABELLED,
    NO_WRITER,
    ONE_NAME_LABELS,
    PARTICLES,
    POSTED,
    POSTER,
    ROLE_ALONE,
    TRADE,
    TRADE_ALONE,
    TRADES,
)
from audit.text.fold import letters

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Blocks from a byline to the headline, above and below it, and most below the first paragraph, also of a day beside it.
_ABOVE, _BELOW, _LEAD, _DECK = 4, 14, 4, 2
# Maximum code points of a byline and of a label above a name, and minimum of a deck.
_LONGEST, _LABEL, _DECKS = 120, 40, 60
# Relative times: 4 months ago.
_SAYS_WHEN: Final = r"Published|Posted|Updated|Publicerad|Aktualisiert|\bago$|^vor \d"
_WHEN: Final = re.compile(rf"(?:Last )?(?:{_SAYS_WHEN})|Last updated")
# A name after a word for its author, on a line with a date.
_BY: Final = re.compile(
    r"(?:(?:^|\s|(?<=\d)|,)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)|^(?:[Dd]i|de))\s(?P<name>[^|•·»\d]{4,60})"
)
_CREDIT: Final = re.compile(r"(?:Foto|Photo|Image|Picture|Bild|Credit|Fot)\b", re.IGNORECASE)
_DAY: Final = re.compile(r"(?:19|20)\d\d(?!\d)|\d[./]\d\d?[./]\d\d")
# An account in small letters.
_ACCOUNT: Final = re.compile(r"[Bb]y (?P<name>(?!admin|author|editor|guest|staff|user)[a-z][a-z\d_.-]{3,23})")
# Maximum distance from the headline of a name that the page introduces.
_BESIDE: Final = 4
# A pre-filter for all these patterns.
_HINTED: Final = ("label", "trade", "when", "day")
_HINTS: Final = (
    pl.col("folded")
    .str.contains(rf"^[ :—–-]*(?:{LABELLED})|start|original poster|{COUNTER}| ?(?:发表于|[于於]) ?(?:19|20)[0-9]{{2}}")
    .alias("label"),
    pl.col("text").str.contains(TRADE).alias("trade"),
    pl.col("text").str.contains(_SAYS_WHEN).alias("when"),
    pl.col("text").str.contains(r"(?:19|20)\d\d|\d[./]\d\d?[./]\d\d").alias("day"),
)


class _Hints(NamedTuple):
    """The rows that contain an author label, a writer's profession, a time expression, and a date."""

    label: Container[int]
    trade: Container[int]
    when: Container[int]
    day: Container[int]


def find_authors(
    pages: Pages, headlines: Ints, days: Mapping[int, int], stated: Sequence[Named | None]
) -> list[Named | None]:
    """Return the author of each document; `days` are the rows of its date, `stated` the authors of bylines anywhere.

    A byline beside the headline takes precedence.
    """
    found = [None if lost else told for told, lost in zip(stated, without_head(pages, headlines).tolist(), strict=True)]
    first, end = _zones(pages, headlines)
    at = np.array([-1 if named is None else named.row for named in stated], np.int64)
    looked = np.flatnonzero((headlines != NO_TITLE) & ~((first <= at) & (at < end)))
    steps = np.zeros(len(pages.lines) + 1, np.int64)
    steps[first[looked]] += 1
    np.add.at(steps, end[looked], -1)
    near = (np.cumsum(steps)[:-1] > 0) & (pages.chars <= _LONGEST)
    near[greetings(pages, near & pages.folded.ending(",:"))] = False
    near[pages.holding(OF_A_RECORD, near & pages.folded.ending(":"))] = False
    near[pages.once(first_of_series)] = False
    near[credits_of_others(pages, near & pages.is_ascii & (pages.chars <= _LABEL))] = False
    near[of_tuesdays(pages, near)] = False
    rows = np.flatnonzero(near)
    rows = rows[~of_other_articles(pages, rows)]
    table = pages.lines.select("text", "folded")[rows].select("text", *_HINTS)
    hinted = {name: rows[table[name].to_numpy()] for name in _HINTED}
    hinted["day"] = np.setdiff1d(hinted["day"], pages.holding(OF_A_LIFE, pages.mask(hinted["day"])), assume_unique=True)
    printed, hints = table["text"].to_list(), _Hints(*(set(hinted[name].tolist()) for name in _HINTED))
    bounds = np.searchsorted(rows, np.stack([first[looked], end[looked]], axis=1)).tolist()
    numbers = rows.tolist()
    for number, top, (low, high) in zip(looked.tolist(), headlines[looked].tolist(), bounds, strict=True):
        lines = dict(zip(numbers[low:high], printed[low:high], strict=True))
        # Names beside the day below a letter are a signature, and its place.
        day = days.get(number)
        is_signed = day is not None and pages.is_plain[number] and day > pages.opening[number] + _DECK
        day = None if is_signed else day
        found[number] = next(_told(lines, hints, top, day), found[number])
        if found[number] is None:
            found[number] = next(_introduced(pages, number, lines, top), None)
    return found


def _zones(pages: Pages, headlines: Ints) -> tuple[Ints, Ints]:
    """Return for each document the range of rows (end exclusive) in which a byline may be."""
    end = np.minimum(np.minimum(pages.last, headlines + _BELOW), np.maximum(pages.opening, headlines) + 1 + _LEAD)
    # A label at its end names whom the next line does.
    inside = np.flatnonzero(end < pages.last)
    end[inside] += pages.picked(end[inside] - 1).is_in(BYLINE_LABELS).to_numpy()
    return np.maximum(pages.first, headlines - _ABOVE), end


def _told(lines: Mapping[int, str], hints: _Hints, top: int, day: int | None) -> Iterator[Named]:
    """Yield the names in the lines, the most certain first."""
    below = {row: line for row, line in lines.items() if row > top}
    labelled, dated = ({row: lines[row] for row in lines if row in rows} for rows in (hints.label, hints.day))
    near = {row: line for row, line in below.items() if row - top <= _BESIDE}
    # Above the headline only the day of the article tells that the name above it is no other's.
    above = {row: line for row, line in lines.items() if row < top and row + 1 == day}
    ways = _labelled(lines, labelled), _employed(below, hints.trade), _dated(below | above, hints.when, day)
    for told in (*ways, _said(dated), _placed(near, dated)):
        yield from (Named(name, row, "byline" if row != day else "") for row, name in told)


def _labelled(lines: Mapping[int, str], labelled: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield rows and names that follow a label directly or on the next line."""
    for row, line in labelled.items():
        glued = without_label(BYLINE_LABEL, without_label(GLUED, line))
        if glued != line and (name := person(labelled_name(glued))):
            yield row, name
        folded = line.casefold()
        label = folded.strip(" :—–-")
        by = None if NO_WRITER.search(line) else BY_FIRST.match(line)
        if by and (name := person(by["name"])):
            yield row, name
        if label in BYLINE_LABELS:
            below = carried_on(lines, row + 1)
            name = (signed(below) if label in ONE_NAME_LABELS else None) or people(labelled_name(below))
            if name:
                yield row + 1, name
        if poster := POSTER.search(line):
            yield row, poster[poster.lastgroup or 0]


def _placed(lines: Mapping[int, str], dated: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield rows and names of lines that consist of a name and a paper or role, or of an account beside a day."""
    for row, line in lines.items():
        account = _ACCOUNT.fullmatch(line) if (is_beside := row - 1 in dated or row + 1 in dated) else None
        if name := placed(line, is_dated=is_beside) or (account and account["name"]):
            yield row, name


def _employed(lines: Mapping[int, str], trades: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield rows and names followed by a profession, in the line or on the next."""
    for row, line in lines.items():
        trade = TRADES.search(line) if row in trades else None
        before = line[: trade.start()].strip(" ,·") if trade else line
        is_told = trade or (row + 1 in trades and TRADE_ALONE.match(lines.get(row + 1, "")))
        if is_told and (name := person(CUT.sub("", before))):
            yield row, name


def _dated(lines: Mapping[int, str], whens: Container[int], day: int | None) -> Iterator[tuple[int, str]]:
    """Yield rows and names next to the publication date; a name above a credit is a photographer's."""
    for row, line in lines.items():
        after = lines.get(row + 1, "")
        beside = (day is not None and abs(row - day) <= 1) or row in whens
        beside = beside or (row + 1 in whens and _WHEN.match(after) is not None) or is_labelled(after)
        beside = beside or (ROLE_ALONE.match(after) is not None and (row + 2 == day or row + 2 in whens))
        if not beside or (row != day and _CREDIT.match(after)) or EMPLOYMENT.search(line) or ROLE_ALONE.match(line):
            continue
        # Before a comma and a date is a newspaper: Marl Courier, 9 March 2021; before a colon the label of the date.
        before = CUT.sub("", line)
        before = at["name"] if day == row + 1 and (at := AT_A_PLACE.match(before)) else before
        # So it is of something else on the line below: Episode Teaser Image.
        other = before.rstrip().endswith(":") or (row == day and before.rstrip().endswith(","))
        if not other and (name := beside_day(before)):
            # Above an agency is who wrote for it.
            writer = person(lines.get(row - 1, "")) if name.casefold() in AGENCIES else None
            yield (row - 1, writer) if writer else (row, name)


def _said(lines: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield rows and names of lines such as: Posted on March 9, 2021 by Ada Finch."""
    for row, line in lines.items():
        if not _DAY.search(line) or _CREDIT.match(line) or NO_WRITER.search(line):
            continue
        match = _BY.search(line) or AFTER_DAY.search(line)
        name = BY_ENDS.sub("", match["name"]) if match else ""
        if name and (named := (signed if POSTED.match(line) else person)(name) or people(name)):
            yield row, named


def _introduced(pages: Pages, number: int, lines: Mapping[int, str], top: int) -> Iterator[Named]:
    """Yield names standing alone beside the headline of people whom the page introduces as its author elsewhere.

    A name's words never occur in lower case on the page, nor in its headline: a text is about whom it names.
    """
    while lines.get(top + 1, "") and letters(lines.get(top + 1, "")) == letters(lines.get(top, "")):
        top += 1
    # Neither a deck nor the headline printed again parts it from its author.
    first = top + 1 if len(lines.get(top + 1, "")) < _DECKS else top + 2
    for row, line in lines.items():
        name = person(line) if row != top and abs(row - top) <= _BESIDE else None
        if not name or letters(name) in letters(lines.get(top, "")):
            continue
        page = "\n".join(pages.texts(np.arange(pages.first[number], pages.last[number]), "text"))
        said = any(name + verb in page for verb in INTRODUCED) or any(f"{word} {name}" in page for word in INTRODUCING)
        said = said or (row == first and page.count(name) > 1)
        if said and not any(f" {word.lower()}" in page for word in name.split() if word not in PARTICLES):
            yield Named(name, row, "byline")
