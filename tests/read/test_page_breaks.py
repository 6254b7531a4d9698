"""Pages without form feeds are known by numbers that part sentences; what is numbered otherwise stays as it is."""

from __future__ import annotations

import pytest

from audit.read.codec.decode import byte_offsets
from tests.read.reading import read

ENGLISH = (
    (
        "The rope was turned on every second day, and its wear was\n"
        "read from a gauge that had been made for this purpose by"
    ),
    (
        "the smith of the village. No rope was cut before the last\n"
        "of the forty days had gone, and none of the old ropes was"
    ),
    (
        "found broken. After that time the wear did not change any\n"
        "more, which is what the oldest of the ferrymen had said."
    ),
)
GERMAN = (
    "Das Seil wurde jeden zweiten Tag gewendet und sein Ver-\nschleiß an einem Maß abgelesen, das ein Schmied aus dem",
    "nächsten Dorf dafür gemacht hatte. Keines der Seile war\nvor dem letzten der vierzig Tage geschnitten worden und",
    (
        "keines war gerissen. Danach änderte sich der Verschleiß\n"
        "nicht mehr, wie es der älteste der Fährleute gesagt hatte."
    ),
)
CHINESE = (
    "渡船的缆绳每隔一天翻动一次，磨损的程度用专门制作的\n量规来读，量规是邻村的铁匠打的。四十天没有过完以前",
    "没有一条缆绳被剪断，浸过桐油的旧绳也没有一条断裂过\n。从那以后磨损不再变化，正如渡口最老的船工所说的那",
    "样。后来人们照着这个办法换绳，一直到大桥修成的那年\n为止。",
)


def _between(pages: tuple[str, ...], *marks: str) -> str:
    return "\n\n".join(part for both in zip(pages, (*marks, ""), strict=False) for part in both if part) + "\n"


@pytest.mark.parametrize(
    ("pages", "marks"),
    [
        (ENGLISH, ("14", "15")),
        (ENGLISH, ("- 14 -", "- 15 -")),
        (ENGLISH, ("Page 14 of 20", "Page 15 of 20")),
        (
            ENGLISH,
            ("14                              NOTES OF THE FERRY", "THE ROPE                                 15"),
        ),
        (ENGLISH, ("14\nNotes of the Marl Ferry 12 (2021)", "15\nNotes of the Marl Ferry 12 (2021)")),
        (GERMAN, ("Seite 3 von 9", "Seite 4 von 9")),
        (GERMAN, ("3/9", "4/9")),
        (CHINESE, ("第 3 页 共 9 页", "第 4 页 共 9 页")),
        (CHINESE, ("第3页，共9页", "第4页，共9页")),
        (CHINESE, ("— 3 —", "— 4 —")),
    ],
)
def test_numbers_inside_sentences_part_pages(tmp_path, pages, marks):
    (found,) = read(tmp_path, "a.txt", _between(pages, *marks).encode())
    said = found.decoded.text
    assert not any(mark.split("\n")[0] in said for mark in marks)
    joint = "" if pages is CHINESE else " "
    assert f"{pages[0].split(chr(10))[1]}{joint}{pages[1].split(chr(10))[0][:-1]}" in said
    assert "page numbers" in found.remark


ENDED = tuple(f"{page}." for page in (*ENGLISH, ENGLISH[0].upper()))
# What has no stops is in no sentences that a number could part.
UNSTOPPED = tuple(
    f"the holder of a licence for a ferry of the {kind} class has\nno more than the number of persons told on its deck"
    for kind in ("first", "second", "third", "fourth")
)
HAN_CLAUSES = tuple(
    f"渡船经营者应当按照本条例第{row}条的规定向主管部门提交报告\n并且在报告中说明船舶的状况以及船员的人数和他们的资格"
    for row in "三四五六"
)
LEFT, RIGHT = "{}      NOTES OF THE FERRY", "THE ROPE      {}"


def test_numbers_at_the_outer_edge_of_heads_part_pages(tmp_path):
    marks = (LEFT.format(14), RIGHT.format(15), LEFT.format(16))
    (found,) = read(tmp_path, "a.txt", _between(ENDED, *marks).encode())
    assert not any(mark in found.decoded.text for mark in marks)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_between(tuple(page.capitalize() + "." for page in ENGLISH), "2", "3"), id="chapters"),
        pytest.param(_between(ENGLISH, "1998", "2004"), id="years"),
        pytest.param(_between(ENGLISH, "14"), id="one number"),
        pytest.param(_between(ENDED, *(LEFT.format(n) for n in (14, 15, 16))), id="numbers on the left"),
        pytest.param(_between(ENDED, RIGHT.format(14), LEFT.format(15), RIGHT.format(16)), id="inner edges"),
        pytest.param(_between(ENGLISH, "14", "ı"), id="a letter like a Roman number"),
        pytest.param("".join(f"{n}\nand the boats went out again to the sea\n" for n in range(1, 9)), id="lines"),
        pytest.param(
            "".join(f"{n}\n\nthe river is\nnever the same river\nand nobody\nsteps in\n\n" for n in range(1, 6)),
            id="verse",
        ),
        pytest.param(_between(UNSTOPPED, *map("({})".format, range(2, 5))), id="clauses"),
        pytest.param(_between(UNSTOPPED, *map(str, range(2, 5))), id="stanzas"),
        pytest.param(_between(HAN_CLAUSES, *map(str, range(2, 5))), id="clauses in Chinese"),
        pytest.param(_between(ENDED, *(f"第{n}回    {n + 3}/{12 - n}" for n in (1, 2, 3))), id="days of lectures"),
        pytest.param("".join(f"{n}     {n * 7}     {n * 9}     {n + 1}\n" for n in range(1, 30)), id="table"),
        pytest.param(
            "".join(f"anna\n2 days ago\n{n}\nvotes\nYes, I do think so, and\nothers do\n" for n in range(9)), id="votes"
        ),
        pytest.param("".join(f"Question {n} of 3\n\n{page}\n\n" for n, page in enumerate(ENGLISH, 1)), id="questions"),
        pytest.param("".join(f"{n}\n" + "int main(void) { return 0; }\nx = call(\n" * 3 for n in range(9)), id="code"),
    ],
)
def test_what_is_numbered_otherwise_stays(tmp_path, text):
    (found,) = read(tmp_path, "a.txt", text.encode())
    assert found.remark is None
    assert (found.decoded.text if found.decoded else found.raw.decode()) == text


def test_bytes_are_those_of_the_file(tmp_path):
    raw = _between(GERMAN, "3", "4").encode("latin-1")
    (found,) = read(tmp_path, "a.txt", raw)
    (start,) = byte_offsets(found.decoded, raw, [found.decoded.text.index("nächsten")])
    assert raw[start : start + 8] == "nächsten".encode("latin-1")
