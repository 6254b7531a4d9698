"""What a line around the posts of a thread is: a button, a label of a member's card, a day, a number."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.parser.blocks.context.rows import Rows

# Maximum characters of a line around posts, of a button or label, and of several in a line.
_LONGEST, _BUTTON, _SEVERAL = 120, 40, 60
# Maximum letters beside a day, and in what ends like a sentence.
_BESIDE_DAY, _SENTENCE = 45, 12
# Minimum buttons or labels of a page that may be a thread, and numbers from one on.
_FEWEST, _NUMBERS = 2, 3
# Kinds of lines: the first letter of a key.
BUTTON, LABEL, MARK, DAY, REPLIED, ORDINAL, COUNT, CONSTANT = "BLMDROC="
NUMBERED_DAY: Final = {DAY, ORDINAL}

_LETTER: Final = r"[^\W\d_]"
_MONTH: Final = rf"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]){_LETTER}*\.?"
_YEAR: Final = r"(?:19|20)\d\d"
_ORDINAL_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?[. -]"
_SPAN: Final = r"(?:second|minute|hour|day|week|month|year)s? ago"
# Dates, and how long ago a day was, from a number on, and from the beginning of a word on.
_FROM_NUMBER: Final = (
    r"\d{4} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}", rf"(?<![\d.])\d{{1,2}}([-/.])\d{{1,2}}\1(?:{_YEAR}|\d\d)(?!\d)",
    r"\d{4}년 \d{1,2}월", r"\d{1,2}月\d{1,2}日", r"\d{1,2}[-/.]\d{1,2}\.? \d{1,2}:\d\d",
    rf"{_ORDINAL_DAY} ?(?:de |of )?{_LETTER}{{3,12}}\.?,?[ -](?:de )?{_YEAR}(?![-/.]?\d)",
    rf"{_ORDINAL_DAY} ?{_MONTH}[ -]\d\d(?!\d)",
    r"\b\d+ ?(?:mo|yr|min|sec|[hdwys])\.? ago", rf"\b\d+ {_SPAN}",
    r"\b\d+ \w+ (?:fa|назад|önce|temu|lalu|yang lalu|geleden|trước|पहले|sedan|siden|sitten)\b",
    r"\d+ ?(?:秒|分钟|分鐘|小时|小時|時間|天|日|周|个月|個月|か月|月|年) ?前", r"\d+ ?(?:초|분|시간|일|주|개월|년) 전",
)  # fmt: skip
_FROM_WORD: Final = (
    rf"{_MONTH} '?\d{{1,2}}\b", rf"{_MONTH} \d{{4}}", rf"{_LETTER}{{3,12}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}",
    rf"an? {_SPAN}", r"vor (?:\d+|ein\w*) \w+", r"(?:il y a|hace|há) \d+ \w+",
)  # fmt: skip
_DAY: Final = re.compile(rf"(?=\d)(?:{'|'.join(_FROM_NUMBER)})|\b(?=[^\W\d_])(?:{'|'.join(_FROM_WORD)})|منذ \d+")
# Days without a year, where they are the whole line: 18 avril.
_MONTHS: Final = (
    r"janv|f[eé]v|avr|juin|juil|ao[uû]t|ene|abr|ago|dic|set|out|gen|mag|giu|lug|ott|mrt|янв|фев|мар|апр|ма[йя]|июн|июл|"
    r"авг|сен|окт|ноя|дек|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru"
)
_DAY_ALONE: Final = (
    rf"\d{{1,2}}\.? (?:de )?(?:{_MONTH}|(?:{_MONTHS}){_LETTER}*\.?)(?:,? (?:at |um |à )?\d{{1,2}}[:h]\d\d)?"
)
# A comment, and who wrote it when: Dried it twice. – tarpot Mar 9, 2021 at 9:15.
_SIGNED: Final = re.compile(r"(?:[.!?。！？…)]|(?:\S+ ){3}\S+) [-–—] ?\S")
_REPLY: Final = (
    r"commented|replied|answered|asked|wrote|opened on|kommentierte|antwortete|schrieb|a (?:commenté|répondu|écrit)|"
    r"comentó|respondió|escribió|preguntada|respondida|comentou|respondeu|escreveu|perguntada|"
    r"ha (?:commentato|risposto|scritto)|"
    r"gefragt|beantwortet|demandé|ответил|написал|задан|ответ дан|質問日時|回答日時|"
    r"(?:回复|回答|评论)[于於]|只看(?:该作者|該作者|楼主)"
)
# Chinese boards name the first answers: sofa, bench, floor.
_ORDINAL: Final = r"#\d{1,6}|\d{1,6}(?:#|楼|樓)|沙[发發]|板凳|地板"
# The number of a post beside its day and where it was sent from, as Tieba prints them: 3楼2021-03-12 19:02.
_FLOOR: Final = re.compile(r"(?:来自\D{2,12})?\d{1,6}[楼樓] ?\d{4}-\d\d-\d\d \d\d:\d\d")
_LED: Final = re.compile(r"^#?([0-9]{1,5})(?:[ :#楼樓]|$)")
_COUNT: Final = r"\d[\d.,]{0,7} ?[km万]?|[-–•·|»«↑↓]"
_REACTION: Final = r"[^\w\s!-~]\S{0,2} ?\d{1,5}"
_RATING: Final = (
    rf"(?:{_LETTER}+ ){{0,2}}\d(?:[.,]\d)? ?(?:out of|von|sur|de|di|su|van|av|из|z) ?(?:5|10)(?: {_LETTER}+)?|"
    r"[★⭐]+☆*|"
    r"(?:5つ星のうち|星5つ中の) ?\d(?:[.,]\d)?"
)
_BADGES: Final = r"[\d.,k ]*(?:\d* ?(?:gold|silver|bronze) badges?)+"
_EDITED: Final = re.compile(rf"[«(*\[ -]{{0,3}}(?:{'|'.join(phrases('threads', 'edited'))})\b")
# Lines of one kind as a whole: the group that matches has the name of the kind.
_WHOLE: Final = re.compile(
    rf"(?P<{COUNT}>{_COUNT})|(?P<{ORDINAL}>{_ORDINAL})|(?P<{MARK}>{_REACTION}|{_RATING}|{_BADGES})|"
    rf"(?P<{DAY}>{_DAY_ALONE})"
)
_DIGITS: Final = re.compile(r"\d+")
_BETWEEN: Final = re.compile(r"[|·•,/()\[\]:：・…!！.-]+|\s{2,}")
_LABELLED: Final = re.compile(r"([^:：\d]{2,24}?)\s?(?:[:：]|(?=\d)|$)")
AROUND, _AROUND_NAME = " 0123456789.,:：()[]|·・!！*", " .:：↑|@*,()"
# Before the items of lists in Markdown, and around what it prints bold.
_ITEM: Final = "* "
_OF_BOARDS: Final = frozenset(phrases("threads", "of_boards"))
_BUTTONS: Final = _OF_BOARDS | frozenset(phrases("threads", "buttons"))
# Those and what stands beside them only.
_AMONG_BUTTONS: Final = _BUTTONS | frozenset(phrases("threads", "beside"))
LABELS: Final = frozenset(phrases("threads", "labels"))
_MARKS: Final = frozenset(phrases("threads", "marks"))
_OF_A_MEMBER: Final = phrases("threads", "of_a_member")
# What a line that is longer than a button has, if it has a key; and how buttons and labels begin, behind what.
_TELLING: Final = re.compile(r"\d|^[★⭐]| ago|^vor |badges?$")
_BEGINNINGS: Final = frozenset(word[:3] for word in _AMONG_BUTTONS | LABELS)
_BEFORE: Final = "|·•,/()[]:：・…!！.- "
# What begins a line without digits that has a key: words as a whole or the beginning, and other signs.
_MARKED: Final = _BEGINNINGS | {mark.lstrip(_BEFORE)[:3] for mark in _MARKS}
_BEFORE_WORDS, _UNCOUNTED = _BEFORE + _ITEM, "-–•·|»«↑↓★⭐沙板地"


def candidates(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield the first row, and the row behind the last one, of each page that may be a thread."""
    documents, chars, told = rows.documents, rows["chars"], np.zeros(len(rows.lines), np.bool_)
    short = np.flatnonzero((chars <= _BUTTON) & ~rows["sentence"])
    bare = rows.picked(short).str.strip_chars(AROUND)
    told[short[bare.is_in(_BUTTONS | LABELS).to_numpy()]] = True
    # Several buttons in a line, with a count among them or below each post.
    recurs = (rows["digit"] > 0) | (rows["times"] > 1)
    several = np.flatnonzero(recurs & (rows["space"] > 0) & (chars <= _SEVERAL) & ~rows["sentence"] & ~told)
    told[several] = [line.partition(" ")[0] in _BUTTONS for line in rows.texts(several)]
    told |= rows.matching("folded", _REPLY, (chars <= _LONGEST) & (rows["digit"] > 0) & ~told)
    # Buttons of an article, such as those to share it, are there once.
    likely = documents.total(told & ((rows["times"] > 1) | (rows["digit"] > 0))) >= _FEWEST
    led = ~likely & (chars <= _LONGEST) & (rows.begins_with_digit | rows.opened("#"))
    first = np.zeros(len(led), np.int64)
    first[led] = [int(match[1]) if (match := _LED.match(line)) else 0 for line in rows.texts(np.flatnonzero(led))]
    likely |= np.all([documents.any(first == n) for n in range(1, _NUMBERS + 1)], axis=0)
    for start in np.unique(documents.first[likely]).tolist():
        yield start, int(documents.last[start])


# Buttons and labels recur on all pages of a site.
@lru_cache(maxsize=1 << 13)
def key(line: str, *, sentence: bool) -> str:
    """Return what a folded line of a frame is, without names, days and numbers; "" for all others."""
    line = line.strip(_ITEM)
    if len(line) > _LONGEST or (len(line) > _BUTTON and not (_TELLING.search(line) or _are_buttons(line))):
        return ""
    if whole := _WHOLE.fullmatch(line):
        return whole.lastgroup or ""
    if _FLOOR.fullmatch(line):
        return ORDINAL
    bare = _DIGITS.sub("", line).strip()
    if bare in _MARKS:
        return MARK
    # Thanks! is somebody's answer.
    told = "" if sentence and bare == line and len(line.split()) == 1 else _told(bare)
    if told or (bare == line and "ago" not in line and not line.startswith("vor ")):
        return told
    return _dated(line, _SENTENCE if sentence else _BESIDE_DAY)


def keys(lines: Sequence[str], masked: Sequence[str], sentence: Sequence[bool]) -> list[str]:
    """Return the key of each line; `masked` are the lines with all numbers as 0."""
    told = zip(lines, masked, sentence, strict=True)
    return [key(line, sentence=ends) if "0" in bare or _may_be_told(line) else "" for line, bare, ends in told]


@lru_cache(maxsize=1 << 13)
def _may_be_told(line: str) -> bool:
    """Return whether a line without digits may have a key: by how it begins, or what it has. Most have none."""
    line = line.lstrip(_ITEM)
    if line[:1] in _UNCOUNTED or "ago" in line or "badge" in line or line.startswith("vor "):
        return True
    begins = line.lstrip(_BEFORE_WORDS)[:3]
    return not (_MARKED.isdisjoint((begins, begins[:2])) and begins[:1] not in _MARKED)


def _told(bare: str) -> str:
    """Return the buttons or the label that a line without its digits is; "" if it is none."""
    begins = bare.lstrip(_BEFORE)[:3]
    if (len(bare) > _BUTTON and not _are_buttons(bare)) or _BEGINNINGS.isdisjoint((begins, begins[:2], begins[:1])):
        return ""
    parts = [part for part in (p.strip() for p in _BETWEEN.split(bare)) if part]
    buttons = [word for part in parts for word in ((part,) if part in _AMONG_BUTTONS else part.split())]
    if not _BUTTONS.isdisjoint(buttons) and _AMONG_BUTTONS.issuperset(buttons):
        return BUTTON + " ".join(f"{word}s" if f"{word}s" in _BUTTONS else word for word in buttons)
    label = _LABELLED.match(bare)
    return LABEL + label[1].strip() if label and label[1].strip() in LABELS else ""


def _are_buttons(line: str) -> bool:
    return len(line) <= _SEVERAL and _AMONG_BUTTONS.issuperset(line.split())


def _dated(line: str, most: int) -> str:
    day = _DAY.search(line)
    if not day:
        return ""
    beside = sum(map(str.isalpha, line)) - sum(map(str.isalpha, day[0]))
    if beside > most or _SIGNED.search(line, 0, day.start()):
        return MARK if _EDITED.match(line) else ""
    return REPLIED if re.search(_REPLY, line) else DAY


def runs(keys: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of lines that have keys; the ends are exclusive."""
    told = [*compress(range(len(keys)), keys)]
    firsts = [at for above, at in pairwise([-2, *told]) if at > above + 1]
    return [*zip(firsts, (at + 1 for at, below in pairwise([*told, len(keys) + 1]) if below > at + 1), strict=True)]


def numbered_runs(keys: Sequence[str]) -> list[int]:
    """Return which of the runs have a day and a number, as above each post of some boards."""
    return [n for n, run in enumerate(runs(keys)) if {found[0] for found in keys[slice(*run)]} >= NUMBERED_DAY]


@lru_cache(maxsize=1 << 10)
def ordinal(line: str) -> int:
    """Return the number that a line begins with, apart from its day; -1 if there is none."""
    found = _DIGITS.search(line) and _LED.match(_DAY.sub("", line))
    return int(found[1]) if found else -1


def beside_day(line: str) -> list[str]:
    """Return the letters of a line before its day, and those behind it."""
    return [letters for part in _DAY.sub("\n", line).split("\n") if (letters := "".join(filter(str.isalpha, part)))]


def may_frame(keys: Sequence[str]) -> bool:
    """Return whether keys may be those of a thread: a button or label recurs, or several lines have a day."""
    recurring = {found[0] for found, times in Counter(filter(None, keys)).items() if times > 1}
    days = sum(found[0] in DAY + REPLIED for found in keys if found)
    return days >= _NUMBERS or not recurring.isdisjoint(BUTTON + REPLIED + LABEL)


def quotes(found: str) -> bool:
    """Return whether a key is that of a button that boards have, and articles have not."""
    return found[0] == BUTTON and not _OF_BOARDS.isdisjoint((found[1:], *found[1:].split()))


def unnumbered(line: str) -> str:
    """Return a line that counts something without the number and the marks around it; "" if it counts nothing."""
    bare = _DIGITS.sub("", line)
    return bare.strip(AROUND) if bare != line else ""


def is_about(line: str, names: frozenset[str]) -> bool:
    """Return whether a line is one of the names, and what boards say of a member before or behind it."""
    bare = line.strip(_AROUND_NAME)
    # Most lines are about nobody.
    if not (bare.startswith(_OF_A_MEMBER) or bare.endswith(_OF_A_MEMBER)):
        return False
    rests = [bare.removeprefix(word) for word in _OF_A_MEMBER if bare.startswith(word)]
    rests += [bare.removesuffix(word) for word in _OF_A_MEMBER if bare.endswith(word)]
    return any({rest.strip(_AROUND_NAME), rest.partition(",")[0].strip(_AROUND_NAME)} & names for rest in rests)
