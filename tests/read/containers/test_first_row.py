"""Tables without a line of names, and tables whose names only read like a record."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.policy import InputSettings
from audit.read.inputs import read_inputs
from audit.read.readers import spans_of
from audit.read.walk import walk
from tests.read.reading import read, shown

TEXTS = [
    "The ferry left before dawn, and nobody on the landing saw it go.",
    "The bell was silent until noon, when the wind came back.",
    "Two brothers quarrelled over the bill, and the mayor laughed.",
]
HAN = [
    "渡船在黎明前离开，码头上没有人看见它走。",
    "钟声到中午才响，风也回来了，大家都很高兴。",
    "两兄弟为账单争吵，镇长在一旁笑个不停。",
]
PROSE = "Please describe the ferry in a few words of your own."


def table(*rows: tuple[str, ...], sign: str = ",") -> bytes:
    return "".join(sign.join(f'"{cell}"' if sign in cell else cell for cell in row) + "\n" for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("a.csv", table(*((str(n), text) for n, text in enumerate(TEXTS, 9))), TEXTS),
        ("a.csv", table(*((f"2024-03-0{n}", "Title", text) for n, text in enumerate(TEXTS, 1))), TEXTS),
        ("a.tsv", table(*zip("aba", TEXTS, strict=True), sign="\t"), TEXTS),
        ("a.tsv", table(*zip(("体育", "财经", "体育"), HAN, strict=True), sign="\t"), HAN),
    ],
    ids=["number", "day", "label", "Han"],
)
def test_a_first_line_that_is_a_record_is_read(tmp_path: Path, name: str, content: bytes, texts: list[str]) -> None:
    assert shown(read(tmp_path, name, content)) == [(f"{name}#{n}", text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    "header",
    [("id", "said"), ("2019", "said"), ("id", "How was your journey on the ferry this spring?")],
    ids=["names", "a year", "a question"],
)
def test_a_line_of_names_is_no_record(tmp_path: Path, header: tuple[str, str]) -> None:
    content = table(header, *((str(n), text) for n, text in enumerate(TEXTS)))
    assert [text for _, text in shown(read(tmp_path, "a.csv", content))] == TEXTS


@pytest.mark.parametrize("label", ["id", "x", ""], ids=["name", "word", "nothing"])
def test_in_doubt_the_columns_are_to_be_named(tmp_path: Path, label: str) -> None:
    content = table((label, PROSE), *((f"{text[:3]} {n}", text) for n, text in enumerate(TEXTS)))
    assert shown(read(tmp_path, "a.csv", content)) == [("a.csv", "no-text-column")]


def test_a_number_names_a_column_of_a_table_without_names(tmp_path: Path) -> None:
    content = table(*((text.split()[1], text) for text in TEXTS))
    assert [text for _, text in shown(read(tmp_path, "a.csv", content, text_column="2"))] == TEXTS
    named = table(("1", "2"), *((str(n), text) for n, text in enumerate(TEXTS)))
    assert [text for _, text in shown(read(tmp_path, "a.csv", named, text_column="2"))] == TEXTS


def test_a_long_table_without_names_is_read_alike_in_parts(tmp_path: Path) -> None:
    content = table(*((str(n), f"{TEXTS[n % 3]} {n}.") for n in range(40_000)))
    whole = shown(read(tmp_path, "a.csv", content))
    (entry,), settings = walk(tmp_path), InputSettings()
    spans = spans_of(tmp_path, entry.path, settings)
    parts = [each for span in spans for each in read_inputs(tmp_path, entry, settings, span)]
    assert len(spans) > 1
    assert shown(parts) == whole
    assert len(whole) == 40_000
