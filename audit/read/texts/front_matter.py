"""Markdown with front matter: the part between initial `---` (YAML) or `+++` (TOML) lines is metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from audit.policy import InputSettings
from audit.read.containers.columns import stated_in
from audit.read.reader import Opened, Reader, Records
from audit.read.texts.cut import Cut, Piece, cut_out
from audit.untrusted import read_yaml

_FENCES: Final = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
# Maximum characters; longer ones are text between two rules.
_LONGEST: Final = 1 << 14
_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n(?:[A-Za-z_][\w-]{0,40}:[^\n]*\n|[ \t#-][^\n]*\n)+?---|"
    rb"\+\+\+[ \t]*\r?\n(?:[A-Za-z_][\w.-]{0,40} ?=[^\n]*\n|[ \t#\[\]\"][^\n]*\n|[ \t]*\r?\n)+?\+\+\+)[ \t]*\r?\n"
)


def _read(file: Opened) -> Records:
    yield cut_out(file.whole(), lambda text: _cut(text, file.settings))


def _cut(text: str, settings: InputSettings) -> Cut:
    fence = _FENCES.get(text[:3])
    first = text.find("\n", 0, 80)
    end = fence.search(text, first + 1, first + _LONGEST) if fence and first > 0 and not text[3:first].strip() else None
    found = _parsed(text[:3], text[first + 1 : end.start()]) if end else None
    if end is None or found is None:
        return Cut([Piece(0, len(text))])
    after = text.find("\n", end.end())
    return Cut([Piece(after + 1 if after >= 0 else len(text), len(text))], stated_in(found, settings))


def _parsed(fence: str, front: str) -> Mapping[str, Any] | None:
    """Return the front matter; None if it is none, such as prose between two rules."""
    try:
        found = read_yaml(front) if fence == "---" else tomllib.loads(front)
    # MalformedError and TOMLDecodeError are such errors, and so is an integer of thousands of digits.
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, Mapping) and all(isinstance(key, str) for key in found) else None


def _begins(head: bytes) -> bool:
    return _BEGINNING.match(head) is not None


MARKDOWN: Final = Reader("Markdown", _read, (".md", ".markdown", ".mdx", ".qmd", ".rmd"), _begins, many=False)
