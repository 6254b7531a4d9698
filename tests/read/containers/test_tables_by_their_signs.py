"""Tables under any name are known by the signs between their fields, in any codec; texts with such signs stay texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.containers.records import read, shown

BACK = "The last wooden ferry on the river went back into service on Saturday, twelve years after it was tied up."
CROWD = 'Nobody had expected so many to come; "it was full", they said, and the crew was glad.'
ZH = (
    "河上最后一艘木制渡船周六重新投入使用，它已停航十二年。",
    "港口没有人料到这么多人会赶在日出之前来看它离开。",
)
ROWS = (("1", "Ferry back", BACK, "2024-03-05"), ("2", "\\N", CROWD, "\\N"), ("3", "Gone", "\\N", "\\N"))
NAMES = ("id", "title", "text", "date")
CERTAIN = ("\x01", "\x1f", "|@|", "^|^", "|+|", "@|@")


def _table(sign: str, *rows: tuple[str, ...], end: str = "\n") -> str:
    return "".join(sign.join(row) + end for row in rows)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("names", ["编号 标题 正文", "ID Title Text", "doc_id 标题 Content"])
@pytest.mark.parametrize("name", ["a.txt", "a", "a.dat", "a.tsv"])
def test_tabs_are_found_in_any_codec(tmp_path: Path, codec: str, names: str, name: str) -> None:
    rows = (("1", "渡船复航", ZH[0]), ("2", "清晨人群", ZH[1]))
    content = _table("\t", tuple(names.split()), *rows, end="\r\n").encode(codec)
    found = read(tmp_path, name, content)
    assert shown(found) == [*ZH]
    assert [one.stated.title for one in found if isinstance(one, Input)] == ["渡船复航", "清晨人群"]


@pytest.mark.parametrize("sign", CERTAIN)
@pytest.mark.parametrize("name", ["a.txt", "000000_0", "a.csv", "a.tsv"])
@pytest.mark.parametrize("above", [(), (NAMES,)])
@pytest.mark.parametrize("times", [1, 60])
def test_signs_that_no_text_holds_divide_tables(
    tmp_path: Path, sign: str, name: str, above: tuple[tuple[str, ...], ...], times: int
) -> None:
    found = read(tmp_path, name, _table(sign, *above, *ROWS * times).encode())
    assert shown(found) == [BACK, CROWD, "no-text"] * times
    titles = [one.stated.title for one in found if isinstance(one, Input)]
    assert titles == (["Ferry back", None] if above else [None, None]) * times


@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_nulls_of_databases_tell_a_table(tmp_path: Path, name: str) -> None:
    assert shown(read(tmp_path, name, _table("\t", *ROWS).encode())) == [BACK, CROWD, "no-text"]


def test_quoted_fields_may_hold_line_ends(tmp_path: Path) -> None:
    rows = (
        ("Post ID", "Title", "Text"),
        ("1", "Dawn", f'"{BACK}\n""More"" of it."'),
        ("2", "Noon", BACK),
        ("3", "", BACK),
    )
    found = shown(read(tmp_path, "a.txt", _table("\t", *rows).encode("utf-16")))
    assert found == [f'{BACK}\n"More" of it.', BACK, BACK]


def test_long_rows_are_seen_whole(tmp_path: Path) -> None:
    long = " ".join([BACK] * 90)
    found = shown(read(tmp_path, "a.txt", _table("\x01", ("1", long), ("2", long)).encode()))
    assert found == [long] * 2


def test_a_table_without_prose_is_refused(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.txt", _table("\x01", ("1", "ab12"), ("2", "cd34")).encode())
    assert isinstance(found, Refused)
    assert found.code == "no-text-column"


@pytest.mark.parametrize(
    "text",
    [
        f"{BACK}\n{CROWD}\n1\tFerry\t2024\n",
        f"Timetable\tFerry\n{BACK}\n{CROWD}\n",
        f"1\t{BACK}\n2\t{CROWD}\n",
        f"Paths:\tC:\\New\n{BACK}\n",
        f"\x01{BACK}\n\n{CROWD}\n",
        f"{BACK} |@| {CROWD}\n\n{CROWD}\n",
        f"| a | b |\n|---|---|\n| {BACK} | {CROWD} |\n",
        f"{BACK}\x1f\n",
        f"~~~\n{BACK}\n~~~\n||{CROWD}||\n",
    ],
)
def test_texts_with_such_signs_stay_whole(tmp_path: Path, text: str) -> None:
    for codec in ("utf-8", "utf-16"):
        (found,) = read(tmp_path, "a.txt", text.encode(codec))
        assert isinstance(found, Input)
        assert (found.text, found.raw) == (None, text.encode(codec))
