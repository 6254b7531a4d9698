"""Subtitles (SubRip, WebVTT, SBV, SubStation Alpha) and timed lyrics (LRC): lines without numbers, times and markup.

So are captions of players: MicroDVD, whose lines begin with frames, and SAMI, which is like HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from audit.read.reader import Reader
from audit.read.stated import stated
from audit.read.texts.cut import Cut, Piece, cutting

_CLOCK: Final = r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}[.,:][0-9]{1,3}"
_TIMES: Final = re.compile(rf"\s*{_CLOCK}\s*--?>\s*{_CLOCK}|{_CLOCK},{_CLOCK}\s*$", re.MULTILINE)
# What changes how words look, not what they are: <i>, <v Anna>, <00:01.500>, {\an8}, {y:i}.
_MARK: Final = re.compile(
    r"</?[A-Za-z0-9][^<>\n]{0,200}>|\{\\[^{}\n]{0,500}\}|\{[a-zA-Z]:[^{}\n]{0,80}\}|\[br\]|&(?:lt|gt|amp|nbsp|[lr]rm);"
)
_SPELLED: Final = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&nbsp;": " "}
_BEGINNING: Final = re.compile(
    rb"\s{0,9}(?:WEBVTT\b|[0-9]{1,5}\s{1,4}[0-9:.,]{8,13} *--> *[0-9:]|"
    rb"[0-9]{1,2}:[0-9]{2}:[0-9]{2}\.[0-9]{3},[0-9]{1,2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}\r?\n(?![0-9]{1,2}:))"
)
# Marks at the beginning of Unicode text.
_SIGNED, _WIDE = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_NOTES: Final = ("NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP")
_LINE: Final = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|\Z)")
# Fields of a Dialogue line before its text, in files that do not say (Start, End, Style, …).
_FIELDS_BEFORE: Final = 9
_ASS_MARK: Final = re.compile(r"\{[^{}\n]{0,500}\}|\\[Nnh]")
_DRAWING: Final = re.compile(r"\\p[1-9]")
# Lines of LRC: [ti:The ferry]; [00:12.00][01:15.30]Row her over, with times of words in <00:12.40>.
_TAG: Final = re.compile(r"\[(?P<name>[a-z]{2,8}|#):(?P<said>[^\[\]\n]{0,500})\]\s*$", re.IGNORECASE)
_TIMED: Final = re.compile(r"(?:\[[0-9]{1,3}:[0-9]{2}(?:[.:][0-9]{1,3})?\]\s?)+")
_WORD_TIME: Final = re.compile(r"<[0-9]{1,3}:[0-9]{2}(?:[.:][0-9]{1,3})?>\s?")
_LRC: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,9}\[(?:(?:ti|ar|al|by|au|length|offset|re|ve):[^\[\]\n]{0,500}|[0-9]{2}:[0-9]{2}\.[0-9]{2,3})\]"
)

Span = tuple[int, int]
# {0}{50}{y:i}Where are you going?|Home.
_FRAMES: Final = re.compile(r"\{[0-9]{1,9}\}\{[0-9]{0,9}\}")
_FRAMES_FIRST: Final = re.compile(rb"(?:\xef\xbb\xbf)?\{[0-9]{1,9}\}\{[0-9]{1,9}\}")
_FRAME_MARK: Final = re.compile(r"\{[a-zA-Z]:[^{}\n]{0,80}\}|\|")
_SAMI_FIRST: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}<SAMI>", re.IGNORECASE)
_HEAD_ENDS: Final = re.compile(r"</head\s*>|<body", re.IGNORECASE)
# A cue that holds only a blank ends the previous one.
_SAMI_MARK: Final = re.compile(r"<!--.*?-->|<[^<>]{0,500}>|&nbsp;|\s+", re.DOTALL)
_NEW_LINE: Final = re.compile(r"<(?:p|br|sync)[\s/>]", re.IGNORECASE)


def lines_in(text: str) -> Iterator[Span]:
    """Yield the span of each line without its line end."""
    for found in _LINE.finditer(text):
        if found.start() < found.end():
            yield found.start(), found.start() + len(found[0].rstrip("\r\n"))


def _cues(text: str) -> Cut:
    """Return the text between the timings; the whole text if there are none."""
    lines = list(lines_in(text))
    times = [bool(_TIMES.match(text, *line)) for line in lines]
    if not any(times):
        return Cut([Piece(0, len(text))])
    return Cut([piece for line in _spoken(text, lines, times) for piece in unmarked(text, *line, _MARK)], is_whole=True)


def _spoken(text: str, lines: list[Span], times: list[bool]) -> Iterator[Span]:
    is_note, is_after_blank = True, True  # text before the first time is the file's header
    for number, (start, end) in enumerate(lines):
        words = text[start:end].strip()
        is_timed = number + 1 < len(lines) and times[number + 1]
        # Before a time stands the cue's number, or a name that follows an empty line.
        is_name = is_timed and (is_after_blank or words.isdigit())
        if times[number]:
            is_note = False
        elif is_after_blank and words.startswith(_NOTES):
            is_note = True
        elif words and not is_note and not is_name:
            yield start, end
        is_after_blank = not words


def unmarked(text: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[Piece]:
    r"""Yield the pieces of a line between its markup; \N, [br] and | are line ends, and entities what they spell."""
    before, at = "\n", start
    for found in mark.finditer(text, start, end):
        if found.start() > at:
            yield Piece(at, found.start(), before)
            before = ""
        if found[0] in {"\\N", "|", "[br]"}:
            before = "\n"
        elif found[0] in {"\\n", "\\h"}:
            before = before or " "
        before += _SPELLED.get(found[0], "")
        at = found.end()
    if at < end or before.strip():
        yield Piece(at, end, before)


def _events(text: str) -> Cut:
    """Return the text of Dialogue lines; the whole text if there are none."""
    fields, pieces, is_any = _FIELDS_BEFORE, list[Piece](), False
    for start, end in lines_in(text):
        line = text[start:end]
        if line.startswith("Format:") and "Text" in line:
            fields = line.count(",")
        elif line.startswith("Dialogue:"):
            is_any = True
            at = _after(line, fields)
            if at >= 0 and not _DRAWING.search(line, at):
                pieces += unmarked(text, start + at, end, _ASS_MARK)
    return Cut(pieces, is_whole=True) if is_any else Cut([Piece(0, len(text))])


def _lyrics(text: str) -> Cut:
    """Return the lines behind times, and the title; the whole text if no line has a time."""
    pieces, title = list[Piece](), ""
    for start, end in lines_in(text):
        tag, timed = _TAG.match(text, start, end), _TIMED.match(text, start, end)
        if tag and tag["name"].lower() == "ti":
            title = tag["said"].strip()
        elif timed:
            pieces += unmarked(text, timed.end(), end, _WORD_TIME)
    return Cut(pieces, stated({"title": title or None}), is_whole=True) if pieces else Cut([Piece(0, len(text))])


def _after(line: str, commas: int) -> int:
    """Return the position after that many commas, -1 if there are fewer."""
    at = -1
    for _ in range(commas):
        at = line.find(",", at + 1)
        if at < 0:
            return -1
    return at + 1


def _begins(head: bytes) -> bool:
    plain = head[2:].replace(b"\0", b"") if head.startswith(_WIDE) else head.removeprefix(_SIGNED)
    return _BEGINNING.match(plain) is not None


CUES: Final = Reader("subtitles", cutting(_cues), (".srt", ".vtt", ".sbv"), _begins, many=False)
EVENTS: Final = Reader("SubStation Alpha", cutting(_events), (".ass", ".ssa"), many=False)
LYRICS: Final = Reader(
    "timed lyrics", cutting(_lyrics), (".lrc",), lambda head: _LRC.match(head) is not None, many=False
)


def _frames(text: str) -> Cut:
    """Return the text behind frames; the whole text if no line has any."""
    pieces = list[Piece]()
    for start, end in lines_in(text):
        frames = _FRAMES.match(text, start, end)
        if frames:
            pieces += unmarked(text, frames.end(), end, _FRAME_MARK)
    return Cut(pieces, is_whole=True) if pieces else Cut([Piece(0, len(text))])


def _sami(text: str) -> Cut:
    """Return the text of the cues below the head."""
    begins = _HEAD_ENDS.search(text)
    return Cut(list(_said(text, begins.end() if begins else 0)), is_whole=True)


def _said(text: str, start: int) -> Iterator[Piece]:
    before, at = "\n", start
    for found in _SAMI_MARK.finditer(text, start):
        if found.start() > at:
            yield Piece(at, found.start(), before)
            before = ""
        if _NEW_LINE.match(found[0]):
            before = "\n"
        elif not before and found[0].isspace():
            before = " "
        at = found.end()
    if at < len(text):
        yield Piece(at, len(text), before)


FRAMES: Final = Reader(
    "MicroDVD", cutting(_frames), (".sub",), lambda head: _FRAMES_FIRST.match(head) is not None, many=False
)
SAMI: Final = Reader(
    "SAMI", cutting(_sami), (".smi", ".sami"), lambda head: _SAMI_FIRST.match(head) is not None, many=False
)
