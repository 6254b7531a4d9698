"""Captions of players: MicroDVD, whose lines begin with frames, and SAMI, which is like HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from audit.read.reader import Reader
from audit.read.texts.cut import Cut, Piece, cutting
from audit.read.texts.subtitles import lines_in, unmarked

# {0}{50}{y:i}Where are you going?|Home.
_FRAMES: Final = re.compile(r"\{[0-9]{1,9}\}\{[0-9]{0,9}\}")
_FRAMES_FIRST: Final = re.compile(rb"(?:\xef\xbb\xbf)?\{[0-9]{1,9}\}\{[0-9]{1,9}\}")
_FRAME_MARK: Final = re.compile(r"\{[a-zA-Z]:[^{}\n]{0,80}\}|\|")
_SAMI_FIRST: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}<SAMI>", re.IGNORECASE)
_HEAD_ENDS: Final = re.compile(r"</head\s*>|<body", re.IGNORECASE)
# A cue that holds only a blank ends the previous one.
_SAMI_MARK: Final = re.compile(r"<!--.*?-->|<[^<>]{0,500}>|&nbsp;|\s+", re.DOTALL)
_NEW_LINE: Final = re.compile(r"<(?:p|br|sync)[\s/>]", re.IGNORECASE)


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
