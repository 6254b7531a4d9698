"""E-books of Aozora Bunko (青空文庫), without the note on their marks, readings of ruby, remarks and the colophon."""

from __future__ import annotations

import re
from typing import Final

from audit.read.reader import Reader
from audit.read.stated import stated
from audit.read.texts.cut import Cut, Piece, cutting, outside

_NOTE: Final = "【テキスト中に現れる記号について】"
_CODECS: Final = ("utf-8", "cp932", "euc-jp")
# The title, perhaps a subtitle, the author and translators; then the note between two rules.
_HEAD: Final = re.compile(
    rf"\s*(?P<lines>(?:[^\n-][^\n]*\n+){{1,12}})-{{20,}}\r?\n\s*{_NOTE}.*?\n-{{20,}}\r?\n", re.DOTALL
)
_COLOPHON: Final = re.compile(r"^底本[:：]", re.MULTILINE)
# ｜渡し場《わたしば》, and what typists remark: ［＃改ページ］; behind ※ it says which character is missing.
_MARK: Final = re.compile(r"《[^《》\n]{1,40}》|｜|(?<!※)［＃[^］\n]{0,200}］")
_REMARK: Final = "the note on its marks, readings of ruby, typists' remarks and the colophon were left out"
_TRANSLATES: Final = ("訳", "編", "校訂")


def _cut(text: str) -> Cut:
    head = _HEAD.match(text)
    if head is None:
        return Cut([Piece(0, len(text))])
    ends = [found.start() for found in _COLOPHON.finditer(text, head.end())]
    end = ends[-1] if ends else len(text)
    title, *others = (line.strip() for line in head["lines"].splitlines() if line.strip())
    writers = [line for line in others if not line.endswith(_TRANSLATES)]
    said = stated({"title": title, "author": writers[-1] if writers else None, "source": "青空文庫"})
    marks = (mark.span() for mark in _MARK.finditer(text, head.end(), end))
    return Cut(list(outside(marks, head.end(), end)), said, remark=_REMARK)


def _begins(head: bytes) -> bool:
    return any(_NOTE.encode(codec) in head for codec in _CODECS)


AOZORA: Final = Reader("Aozora Bunko", cutting(_cut), begins=_begins, many=False)
