"""What a line says of its day: a span, a publication, an event, an update."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.header.day_labels import DATES, PUBLISHED, UPDATED, WRITERS
from audit.parser.tables.other_days import BEGUN_SPAN, BESIDE_A_DAY, HAPPENED, ONE_ACT, SPAN, TOLD, WEEKDAY
from audit.text import dates

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Maximum characters of the time zone after a time.
_ZONE: Final = 5
# Delimiters between a date and the text after it, and before it; a time, a counter or the
# issue of a year (12/2024), and what precedes the number of an issue.
_MARKS: Final = ("·", "•", "|")
_SET_OFF: Final = (*_MARKS, "-", "–", "—", "/", ":")
_COUNTED: Final = re.compile(r"\d[:.]\d\d|[:：]|^\d{1,3}/(?:19|20)\d\d,?$")
NUMBER_OF_AN_ISSUE: Final = re.compile(
    r"(?:(?<!\w)(?:vol|no|nr|n[°ºo]|№|issue|ausgabe|heft|folge|n[uú]mero|numéro|numer|číslo|выпуск)\.? ?#?[0-9]{1,6}|"
    r"第 ?[0-9]{1,6} ?[期号號卷])(?!\w)",
    re.IGNORECASE,
)
_DATED: Final = re.compile("|".join(map(re.escape, DATES)))
_BY_SOMEBODY: Final = re.compile(r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor) [^\W\da-z]")
# Maximum characters beside a date in a line that is nothing else, and of a name that is set off from it.
_BESIDE, _NAME_BESIDE = 12, 32
# Before the day that a street or a square is named after: Straße des 17. Juni 1953.
_NAMED_AFTER: Final = ("e des ", "platz des ", "allee des ", "rue du ", "place du ", "calle ", "plaza ", "avenida ")
# What is recorded of a meeting, and titled with its day.
_RECORDS: Final = (
    "minutes of ", "notes of the ", "protokoll ", "niederschrift ", "compte rendu ", "compte-rendu ", "procès-verbal ",
    "acta de ", "ata da ", "verbale ", "notulen ", "protokół ", "протокол ", "referat ",
)  # fmt: skip
# Before the source of a quotation: – Ada Finch, Logbook, 3 May 1912.
_OF_A_QUOTATION: Final = ("– ", "— ")

# In a page joined in one line: a sentence's end, above which its head is; a label before the day, or a writer or source
# with one; a label behind it and its time; and a byline before it, where a sentence begins behind it.
_SAID: Final = re.compile(r"。|[^\W\d]{3,}\. ")
_LABELLED: Final = re.compile(r"(?P<label>[^\W\d]{2,12}) ?: ?(?P<name>[^\s\d:]{2,16} )?$")
_NEXT: Final = re.compile(r"[ |/)\]]{0,3}(?:\d\d?:\d\d(?::\d\d)?)?[ |/(\[]{0,3}(?P<label>[^\W\d]{2,12}) ?:")
_BYLINE: Final = re.compile(r"(?:^| )(?:By|Von|Par|Por) [^\W\da-z][^\W\d]+(?: [^\W\da-z][^\W\d]+){1,2},? [|–-]? ?$")
_BEGUN: Final = re.compile(r"[ |]*[^\W\da-zß-ÿ]")
# A count of comments behind a day, and the zone of a machine's time before the day in words.
_COUNTED_COMMENTS: Final = re.compile(
    r"\W{1,3}(?:\d+|no) (?:comments?|replies|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|"
    r"комментари\w+)$"
)
_MACHINE_ZONE: Final = re.compile(r"z|[+-]\d\d:?\d\d")
# Lines below a text in which its own footer is, its maximum characters, and minimum letters of another's headline.
_FOOTER, _LONGEST_FOOTER, _HEADLINE = 8, 160, 24
# A preposition before a day, at the end of the line above (of so many characters) or at the beginning of its own.
_BEFORE: Final = "(?:on|dated|am|vom|den|le|du|el|il|del|op|em|dnia|dne)"
_GOES_ON: Final = re.compile(rf" {_BEFORE}\n|[^.!?:]\n{_BEFORE} ")
_LONGEST_ABOVE: Final = 200
# What a label with a word for publication says of its end: 上传截止.
_DEADLINE: Final = ("截止", "截至", "期限", "deadline", "until")


def day_of_a_page(line: str, text: str, *, day_first: bool | None) -> dates.StatedDate | None:
    """Return the only day in the head of a page joined in one line (folded, and as printed) that is its publication's.

    Its label, or the one of a writer or source next to it, says so.
    """
    said = _SAID.search(line)
    stated = dates.find(line, day_first=day_first)
    head = [s for s in stated if said is None or s.start < said.end()]
    told = [s for s in head if _is_published(line, s) or _is_signed(text, s)]
    return told[0] if len(told) == 1 else None


def _is_published(line: str, stated: dates.StatedDate) -> bool:
    """Return whether a label of publication or a writer or source is next to a day."""
    before, behind = _LABELLED.search(line, 0, stated.start), _NEXT.match(line, stated.end)
    label = before["label"] if before else ""
    words = WRITERS if before and before["name"] else (*PUBLISHED, *DATES)
    is_labelled = any(map(label.__contains__, words)) and not any(map(label.__contains__, (*UPDATED, *_DEADLINE)))
    return is_labelled or (behind is not None and any(map(behind["label"].__contains__, WRITERS)))


def _is_signed(text: str, stated: dates.StatedDate) -> bool:
    """Return whether a day stands between a byline and the beginning of a sentence."""
    return bool(_BYLINE.search(text[: stated.start]) and _BEGUN.match(text, stated.end))


def is_span(line: str, stated: list[dates.StatedDate]) -> bool:
    """Return whether a line states a date range: 3 May 1931 - 9 October 2019; 12.-14. Mai 2023.

    Or the month of an issue with its number: Vol. 2, May 2021.
    """
    first, after = stated[0], stated[1:2]
    issues = [*NUMBER_OF_AN_ISSUE.finditer(line)]
    if any(issue.start() < first.start < issue.end() and line[issue.end() :][:1] == "," for issue in issues):
        return True
    if after and SPAN.fullmatch(line, first.end, after[0].start):
        return True
    begun = BEGUN_SPAN.search(line, 0, first.start)
    if begun is None or begun["first"] is None:
        return begun is not None
    return int(begun["first"]) < first.at.day and not any(begun.end("first") == issue.end() for issue in issues)


def is_of_the_text(before: str, *, is_timed: bool) -> bool:
    """Return whether the words before an unlabelled date leave it to the text, and do not say what happened then.

    Only names of persons, places, newspapers and weekdays do, and times and numbers of issues, unless a time follows.
    """
    if TOLD.fullmatch(before) or _DATED.search(before.casefold()):
        return True
    if HAPPENED.fullmatch(before):
        return False
    if is_timed:
        return True
    words = (word.strip(",.:;–—-|·•()") for word in before.split())
    is_named = before.endswith(_MARKS) or all(BESIDE_A_DAY.fullmatch(word) for word in words if word[:1].islower())
    is_other = _is_numbered(before) or ONE_ACT.match(before) or before.startswith(_OF_A_QUOTATION)
    return is_named and not is_other


def _is_numbered(before: str) -> bool:
    """Return whether words before a day have a number, but for times, issues and counters: Doors 7pm, 3 May 2021."""
    words = NUMBER_OF_AN_ISSUE.sub("", before).strip(" ,·|–—-").split()
    if not words or words[0][0].isdigit() or before.endswith(_SET_OFF):
        return False
    numbers = (n for n, word in enumerate(words) if any(map(str.isdigit, word)) and not _COUNTED.search(word))
    return any(not words[n - 1].endswith(":") for n in numbers)


def is_day(line: str) -> bool:
    """Return whether a line is a date and almost nothing else, or a name and a date set off from it."""
    days = dates.find(line, day_first=True)
    before = line[: days[0].start] if days else ""
    if not days or before.endswith(_NAMED_AFTER) or before.startswith(_RECORDS):
        return False
    # The comma behind a weekday sets nothing off: Your stars for Friday, May 1, 2023.
    head, _, last = before.rstrip(" ,").rpartition(" ")
    apart = (head if WEEKDAY.search(last) else before).rstrip().endswith((*_SET_OFF, ","))
    beside = dates.rest(line, days)
    return beside <= _BESIDE or (apart and beside <= _NAME_BESIDE)


def is_set_off(line: str, stated: list[dates.StatedDate]) -> bool:
    """Return whether a line (as printed) begins with a date and a delimiter or byline: 3 May 2025 by Ada Finch."""
    behind = line[stated[0].end :].lstrip() if stated and stated[0].start == 0 else ""
    return behind.startswith(_MARKS) or bool(_BY_SOMEBODY.match(behind))


def ends_timed(line: str, stated: list[dates.StatedDate]) -> bool:
    """Return whether a line ends with a date and time, as captions never do: Ada Finch - Dec 20, 2023 3:06 pm UTC."""
    zone = line[stated[-1].end :] if stated else ""
    return bool(stated) and stated[-1].has_time and len(zone) <= _ZONE and "." not in zone


def preferred(line: str, stated: list[dates.StatedDate]) -> dates.StatedDate:
    """Return the date in the line that the text before it labels as that of publication, or else not of an update.

    Of two with nothing between them the later one is the update, whichever is printed first.
    """
    if len(stated) == 1:
        return stated[0]
    if stated[0].end == stated[1].start or _MACHINE_ZONE.fullmatch(line, stated[0].end, stated[1].start):
        return min(stated[:2], key=lambda s: s.at)
    labels = [line[low : s.start] for low, s in zip([0, *(s.end for s in stated)], stated, strict=False)]
    told = [s for s, label in zip(stated, labels, strict=True) if any(word in label for word in PUBLISHED)]
    first = (s for s, label in zip(stated, labels, strict=True) if not any(word in label for word in UPDATED))
    return next(iter(told), None) or next(first, stated[0])


def of_tuesdays(pages: Pages, likely: NDArray[np.bool_]) -> Ints:
    """Return which flagged rows begin with `Di ` where the article is not Italian: there it abbreviates a weekday."""
    rows = pages.holding(pl.col("folded").str.starts_with("di "), likely)
    rows = rows[[line.startswith("D") for line in pages.texts(rows, "text")]]
    asked = pages.content & np.isin(pages.document, pages.document[rows])
    italian = pages.document[pages.holding(pl.col("folded").str.contains(" di ", literal=True), asked)]
    return rows[~np.isin(pages.document[rows], italian)]


def begun_above(pages: Pages, rows: Ints) -> dict[int, str]:
    """Return the lines right above some rows that a day goes on with: This package was made by Ada Finch on."""
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    near = (above < rows) & (pages.lines["breaks"].to_numpy()[rows] == 1) & (pages.chars[above] <= _LONGEST_ABOVE)
    near &= ~pages.dated[above]
    told = zip(rows[near].tolist(), *(pages.texts(some[near], "text") for some in (above, rows)), strict=True)
    return {row: f"{line} " for row, line, day in told if _GOES_ON.search(f"{line}\n{day}")}


def footers_of_posts(pages: Pages) -> Ints:
    """Return the row right below each text that is the footer of a post: June 9, 2020 · 6 Comments.

    Several are of other posts, as is one below a headline, but for the first whose fields are joined.
    """
    closing = pages.closing[pages.document]
    here = np.arange(len(closing))
    low = pages.dated & (here > closing) & (pages.chars <= _LONGEST_FOOTER)
    low &= here < pages.ends(pages.closing)[pages.document]
    # The further ones are asked only where there is a near one.
    near = low & (here <= closing + _FOOTER)
    rows = np.flatnonzero(low & np.isin(pages.document, pages.document[near]))
    told = [_kind_of_footer(*lines) for lines in zip(pages.texts(rows), pages.texts(rows, "text"), strict=True)]
    alone, joined = (rows[np.array([kind == name for kind in told], bool)] for name in ("alone", "joined"))
    above = np.maximum(alone - 1, 0)
    headed = (pages.weight[above] >= _HEADLINE) & (pages.cue[above] < 0) & ~pages.closed("!?.…")[above]
    several = np.bincount(pages.document[alone], minlength=len(pages))[pages.document[alone]] > 1
    first = joined[np.diff(pages.document[joined], prepend=-1) > 0]
    found: Ints = np.union1d(alone[~headed & ~several], first)
    kept: Ints = found[near[found]]
    return kept


def _kind_of_footer(line: str, text: str) -> str:
    """Return whether a day is `alone` but for a count of comments or a byline behind it, or `joined` to its fields."""
    stated = dates.find(line)
    if not stated or len(line) != len(text):
        return ""
    before, behind = text[: stated[0].start], text[stated[-1].end :]
    if before[-1:].islower() and (behind[:1].isalpha() or behind.startswith("|")):
        return "joined"
    is_alone = not before and (_COUNTED_COMMENTS.fullmatch(behind.casefold()) or _BY_SOMEBODY.match(behind.lstrip()))
    return "alone" if is_alone else ""
