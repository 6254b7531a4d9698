"""Logs of chats as programs export them, without what the program tells: its head, who joined, what was renamed.

What a member says has the name of the member in the place that the format gives it. What a program tells has a mark of
its own there, or a stamp without a name, or is one of the sentences of an exporter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from audit.read.paged.printed import said_of
from audit.read.reader import Opened, Reader, Records
from audit.read.texts.cut import Cut, Piece, cut_out
from audit.read.texts.plain import PLAIN

_DAY: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_HALF: Final = r"(?:[ \u00a0\u202f]?[ap]\.?[ \u00a0]?m\.?)?"
_MINUTE: Final = rf"(?:[^\W\d_]{{1,4}} ?)?\d{{1,2}}[:.]\d\d{_HALF}"
_SECOND: Final = rf"(?:[^\W\d_]{{1,4}} ?)?\d{{1,2}}[:.]\d\d[:.]\d\d{_HALF}"
_NAME: Final = r"[^:\n]{1,60}: "
_STAMP: Final = rf"[\[(]?(?:{_DAY}[ T])?\d\d?:\d\d(?::\d\d)?[\])]?"
_KOREAN: Final = r"\d{4}년 \d{1,2}월 \d{1,2}일 오[전후] \d{1,2}:\d\d"


class _Format(NamedTuple):
    """How a log begins, and the lines of its members, and what the program tells, in whole lines."""

    begins: re.Pattern[str]
    said: re.Pattern[str]
    told: re.Pattern[str]


def _format(begins: str, said: str, *told: str) -> _Format:
    flags = re.MULTILINE | re.IGNORECASE
    lines = re.compile(rf"^(?:{'|'.join(told)})[^\S\n]*(?:\n|\Z)", flags)
    return _Format(re.compile(begins), re.compile(f"^(?:{said})", flags), lines)


_FORMATS: Final = (
    # WhatsApp: 12/3/21, 18:04 - Ana: Hello, and on other telephones [12/3/21, 18:04:11] Ana: Hello, with a mark of
    # direction before what the program tells.
    _format(
        r"\d",
        rf"{_DAY},? {_MINUTE} [-–] {_NAME}",
        rf"{_DAY},? {_MINUTE} [-–] (?!{_NAME})[^\n]+",
    ),
    _format(
        r"\u200e?\[",
        rf"\u200e?\[{_DAY},? {_SECOND}\] {_NAME}",
        rf"\u200e?\[{_DAY},? {_SECOND}\] (?:{_NAME})?\u200e[^\n]+",
    ),
    # LINE: 18:04, a tab, the name, a tab; no second tab where the program tells.
    _format(
        r"\[LINE\] ",
        r"\d\d?:\d\d\t[^\t\n]+\t",
        r"\[LINE\][^\n]*\n[^\n:：]{1,20}[:：][^\n]*\d",
        r"\d\d?:\d\d\t[^\t\n]+",
    ),
    # KakaoTalk: [Younghee] [오후 6:04] Hello, or a day and time, a comma, the name and a colon.
    _format(
        r"[^\n]{1,60}카카오톡|\[",
        rf"\[[^\]\n]{{1,40}}\] \[오[전후] \d\d?:\d\d\] |{_KOREAN}, [^:\n]{{1,40}} : ",
        r"[^\n]{1,60}카카오톡 대화\n저장한 날짜[^\n]*",
        r"[^\n]{1,60}님이 (?:[^\n]{1,60}님을 )?(?:들어왔|나갔|초대했|내보냈)습니다\.?",
    ),
    # QQ: the day, the time, the name with a number or an address; the program is a member, too.
    _format(
        "消息记录（",
        r"\d{4}-\d\d-\d\d \d\d?:\d\d:\d\d [^\n]*[(<][^()<>\n]{1,60}[)>]$",
        r"消息记录（[^\n]*(?:\n+(?:={20,}|消息(?:分组|对象)[:：][^\n]*))*",
        r"\d{4}-\d\d-\d\d \d\d?:\d\d:\d\d 系统消息\(\d+\)(?:\n[^\n]+)*",
    ),
    # DiscordChatExporter: [12/03/2021 18:04] anna, and what was said below.
    _format(
        "={20}",
        rf"\[{_DAY} {_MINUTE}\] [^\n]{{1,40}}$",
        r"={20,}\n(?:[^=\n][^\n]*\n)+={20,}",
        rf"\[{_DAY} {_MINUTE}\] [^\n]{{1,40}}\n(?:Joined the server|Pinned a message|Started a call[^\n]*|"
        r"(?:Added|Removed) [^\n]+ (?:to|from) the group|Changed the (?:group|channel) (?:icon|name)[^\n]*)\.?",
    ),
    # Clients of IRC: a time, perhaps, and <anna>; or the name between tabs.
    _format(
        r"[\[(\d<-]",
        rf"(?:{_STAMP}[ \t]+)?<[ @+%&~]?[^\s<>]{{1,32}}> |{_STAMP}\t[ @+%&~]?[^\s<>-]\S{{0,31}}\t",
        rf"(?:{_STAMP}[ \t]+)?(?:-!-|-->|<--|\*\*\*)[ \t][^\n]*",
        rf"{_STAMP}\t--\t[^\n]*",
        r"--- (?:Log opened|Log closed|Day changed) [^\n]*",
        rf"(?:{_STAMP}[ \t]+)?\* \S+ (?:[\[(][^\])\n]*[\])] )?(?:has )?(?:joined|left|quit)(?: [#(][^\n]*)?",
        rf"(?:{_STAMP}[ \t]+)?\* \S+ (?:is now known as|sets mode) [^\n]*",
    ),
)
# What a log may begin with, in bytes.
_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\xe2\x80\x8e)?(?:[\[(]?\d{1,4}[-./:]\d|\[LINE\] |<[ @+%&~]?[^\s<>/!?]{1,32}> |"
    rb"--- Log opened|={20}|[^\n]{1,180}\xec\xb9\xb4\xec\xb9\xb4\xec\x98\xa4\xed\x86\xa1|\[[^\]\n]{1,80}\] \[|"
    + "消息记录（".encode()
    + b")"
)
_FEWEST: Final = 2
_KINDS: Final = "what the program of a chat tells"


def _cut(text: str) -> Cut:
    """Return the text without what a program tells; the whole text if it is no log."""
    for form in _FORMATS:
        said = sum(1 for _ in form.said.finditer(text)) if form.begins.match(text) else 0
        told = [found.span() for found in form.told.finditer(text)] if said >= _FEWEST else []
        if told and len(told) <= 2 * said:
            return Cut(
                list(_between(text, told)), remark=said_of([text[slice(*span)].strip() for span in told], _KINDS)
            )
    return Cut([Piece(0, len(text))])


def _between(text: str, told: list[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in [*told, (len(text), len(text))]:
        if start > at:
            yield Piece(at, start, "")
        at = end


def _read(file: Opened) -> Records:
    found = cut_out(file.whole(), _cut)
    if found.remark:
        yield found
    else:
        yield from PLAIN.read(file)


CHAT: Final = Reader("chat", _read, begins=lambda head: _BEGINNING.match(head) is not None, many=False)
