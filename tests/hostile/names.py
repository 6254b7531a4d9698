"""Healthy texts under hostile names: whoever prints, joins, splits or interprets a name gets hurt."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.hostile.case import Case, File

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = b"The ferry to the island leaves at noon, and the bakery closes early on market days.\n"

_NAMES: tuple[bytes, ...] = (
    # controls and terminals
    b"new\nline.txt",
    b"\nfirst.txt",
    b"last.txt\n",
    b"carriage\rreturn.txt",
    b"tab\there.txt",
    b"escape\x1b[2J\x1b[31mred.txt",
    b"title\x1b]0;owned\x07.txt",
    b"link\x1b]8;;mailto:x\x1b\\x.txt",
    b"bell\x07.txt",
    b"backspace\x08\x08\x08.txt",
    b"delete\x7f.txt",
    b"\x01\x02\x03.txt",
    "c1\x9b31m.txt".encode(),
    "next\x85line.txt".encode(),
    # direction, invisible, alike
    "bidi\u202etxt.exe".encode(),
    "isolate\u2066open.txt".encode(),
    "zero\u200bwidth.txt".encode(),
    "\ufeffmark.txt".encode(),
    "soft\u00adhyphen.txt".encode(),
    "line\u2028separator.txt".encode(),
    "private\ue000use.txt".encode(),
    "noncharacter\uffff.txt".encode(),
    "tags\U000e0041\U000e0042.txt".encode(),
    "sсript-cyrillic.txt".encode(),
    b"script-cyrillic.txt",
    # forms of the same letter
    "caf\u00e9.txt".encode(),
    "cafe\u0301.txt".encode(),
    "\u212bngstrom.txt".encode(),
    "\u00c5ngstrom.txt".encode(),
    "가.txt".encode(),
    "\u1100\u1161.txt".encode(),
    b"case.txt",
    b"Case.txt",
    b"CASE.TXT",
    # scripts
    "新闻稿.txt".encode(),
    "新聞稿.txt".encode(),
    "ニュース.txt".encode(),
    "новости.txt".encode(),
    "أخبار.txt".encode(),
    "👩‍👩‍👧.txt".encode(),
    "z\u0300\u0301\u0302\u0303\u0304.txt".encode(),
    # bytes that are no UTF-8
    b"latin-\xe9.txt",
    "中文名.txt".encode("gb18030"),
    b"\xff\xfe.txt",
    b"\x80.txt",
    b"surrogate-\xed\xa0\x80.txt",
    b"overlong-\xc0\xaf.txt",
    b"escaped-\\xff.txt",
    b"both-\\\xff.txt",
    b"both-\\\\xff.txt",
    # ids of records
    b"#3",
    b"note#3",
    b"note\\#3",
    b"note#",
    b"a#1#2",
    b"records.jsonl#0",
    b"hash#tag.txt",
    # options, paths, globs, shells
    b"-rf",
    b"--help.txt",
    b"-",
    b"...txt",
    b"..hidden.txt",
    b" ",
    b" leading space.txt",
    b"trailing space ",
    b"trailing dot.",
    b"back\\slash.txt",
    b"c:\\windows\\notes.txt",
    b"star*.txt",
    b"question?.txt",
    b"[bracket].txt",
    b"{brace,expansion}.txt",
    b"chain::file.txt",
    b"https:example.invalid.txt",
    b"$(touch HOSTILE-RAN).txt",
    b"`touch HOSTILE-RAN`.txt",
    b"; touch HOSTILE-RAN;.txt",
    b"| cat.txt",
    b"~root.txt",
    b"%2e%2e%2fetc%2fpasswd.txt",
    b"%s%n%d.txt",
    b"{0.__class__}.txt",
    b"CON.txt",
    b"NUL",
    # markup, tables, logs
    b"[bold]rich[/bold].txt",
    b"[bold]not closed.txt",
    b"::error file=x::owned.txt",
    b"##[group]owned.txt",
    b"=1+1.txt",
    b"@SUM(A1).txt",
    b"+cmd.txt",
    b"<script>alert(1)<.script>.txt",
    b"<img src=x onerror=alert(1)>.txt",
    b"a&b;c.txt",
    b'"quoted".txt',
    b"'quoted'.txt",
    b"comma,semicolon;.txt",
    b"![image](x).txt",
    b"|pipe|table|.txt",
    b"---",
    b"key: value.txt",
    b"!!python_object.txt",
    # what dataset loaders act on
    b"test.txt",
    b"validation-00000-of-00001.txt",
    b"README.md",
    b"dataset_infos.json",
    b".hidden.txt",
    b".gitnotes",
    b"no-suffix",
    b"text.TXT",
    b"double.txt.txt",
    b"x" * 251 + b".txt",
    ("长" * 83 + ".txt").encode(),
)

NAMES = (
    *(File(b"names/" + name, TEXT) for name in _NAMES),
    File(b"names/folder.txt/inside.txt", TEXT),
    File(b"names/  /inside.txt", TEXT),
    File("names/\u202e/inside.txt".encode(), TEXT),
    File(b"names/\xff\xfe/inside.txt", TEXT),
    File(b"names/new\nfolder/inside.txt", TEXT),
    File(b"names/folder#3/inside.txt", TEXT),
    File(b"names/test/inside.txt", TEXT),
    File(b"names/a-b", TEXT),
    File(b"names/a/c", TEXT),
    File(b"names/a0", TEXT),
)
_LONG = b"n" * 200
_LEVELS = 24


def make_long_path(folder: Path) -> Iterator[Case]:
    """A file whose path is longer than the 4,096 bytes that Linux resolves at once."""
    outer = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(_LEVELS):
        os.mkdir(_LONG, dir_fd=outer)
        inner = os.open(_LONG, os.O_RDONLY | os.O_DIRECTORY, dir_fd=outer)
        os.close(outer)
        outer = inner
    with os.fdopen(os.open(b"end.txt", os.O_WRONLY | os.O_CREAT, dir_fd=outer), "wb") as made:
        made.write(TEXT)
    os.close(outer)
    yield Case(b"/".join([_LONG] * _LEVELS + [b"end.txt"]), "document")
