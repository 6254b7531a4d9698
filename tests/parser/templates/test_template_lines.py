"""Lines that pages of one source share are template lines; what an article says is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parser.blocks.features import lines
from audit.parser.templates.template_lines import (
    NO_KEY,
    Repeats,
    line_keys,
    pair_keys,
    repeat_columns,
    source_of,
    sources_of,
)
from tests.parser.templates.in_memory import repeats_of

MENU = "Weather\nTraffic\nObituaries"
FOOTER = "Masthead\nWrite to us"


def page(body: str) -> str:
    return f"{MENU}\n{body}\n{FOOTER}"


FERRY = page("The ferry is back.\nIntroduction\nIt had been away for nine years, and nobody had expected it.")
MARKET = page("Market hall reopens\nIntroduction\nThe butcher was the first to come, at four in the morning.")
SCHOOL = page("A school for twelve\nThe youngest is six; the oldest has a moustache and helps with the stove.")


def repeated(table: pl.DataFrame, sources: list[str], repeats: Repeats) -> pl.DataFrame:
    return repeat_columns(table, line_keys(table), sources, repeats)


def columns(*texts: str, sources: list[str] | None = None) -> pl.DataFrame:
    table = lines(texts)
    named = sources or [""] * len(texts)
    return pl.concat([table, repeated(table, named, repeats_of(table, named))], how="horizontal")


def seen(table: pl.DataFrame, text: str, document: int = 0) -> tuple[int, int, int]:
    row = table.filter((pl.col("text") == text) & (pl.col("document") == document))
    return row.select("repeats", "repeats_paired", "siblings").row(0)


@pytest.mark.parametrize(
    ("id", "source"),
    [
        ("a.txt", ""),
        ("news/a.txt", "news"),
        ("news/2024/a.txt", "news/2024"),
        ("news/all.jsonl#12", "news/all.jsonl"),
        ("all.csv#0", "all.csv"),
        ("c#/notes.txt", "c#"),
        ("", ""),
    ],
)
def test_a_source_is_the_folder_or_the_container(id: str, source: str) -> None:
    assert source_of(id) == source


def test_a_menu_repeats_with_its_neighbours() -> None:
    table = columns(FERRY, MARKET, SCHOOL)
    assert seen(table, "Traffic") == (2, 2, 2)
    assert seen(table, "Masthead", 2) == (2, 2, 2)


def test_a_heading_of_several_articles_repeats_alone() -> None:
    assert seen(columns(FERRY, MARKET, SCHOOL), "Introduction") == (1, 0, 2)


def test_what_an_article_says_repeats_nowhere() -> None:
    assert seen(columns(FERRY, MARKET, SCHOOL), "The ferry is back.") == (0, 0, 2)


def test_another_source_is_no_sibling() -> None:
    table = columns(FERRY, MARKET, SCHOOL, sources=["north", "south", "north"])
    assert seen(table, "Traffic") == (1, 1, 1)
    assert seen(table, "Traffic", 1) == (0, 0, 0)


def test_a_line_that_one_page_has_twice_repeats_nowhere() -> None:
    assert seen(columns("Share\nOne thing.\nShare\nOne thing.", "Another."), "Share") == (0, 0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Comments (12)", "Comments (7)"),
        ("» More «", "More"),
        ("第3页", "第128页"),
        ("ＡＰＰ", "app"),
        ("12:30", "9:05"),
    ],
)
def test_lines_that_differ_in_digits_marks_and_width_are_one(one: str, other: str) -> None:
    first, second = line_keys(lines([f"{one}\n{other}"]))
    assert first == second


@pytest.mark.parametrize(("one", "other"), [("Comments", "Comment"), ("***", "---"), ("第页", "第3页")])
def test_lines_that_differ_in_letters_are_two(one: str, other: str) -> None:
    first, second = line_keys(lines([f"{one}\n{other}"]))
    assert first != second


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        pytest.param(
            "4. Bees may be kept with the consent of 8 neighbours; hens, not more than 13, without.",
            "4. Bees may be kept with the consent of 3 neighbours; hens, not more than 20, without.",
            False,
            id="a statute's section",
        ),
        pytest.param(
            "租户应当在三月31日以前缴纳当年租金，每亩240元，逾期不缴者加收滞纳金。",
            "租户应当在三月15日以前缴纳当年租金，每亩900元，逾期不缴者加收滞纳金。",
            False,
            id="in Chinese",
        ),
        pytest.param("There are 620 readers here.", "There are 14 readers here.", True, id="a short counter"),
        pytest.param(
            "Last changed on 3 May 2021 at 12:30 by the desk of the evening paper, version 7",
            "Last changed on 9 May 2021 at 08:15 by the desk of the evening paper, version 2",
            True,
            id="no sentence",
        ),
    ],
)
def test_sentences_that_differ_in_numbers_are_two(one: str, other: str, are_one: bool) -> None:
    assert seen(columns(f"{FERRY}\n{one}", f"{SCHOOL}\n{other}", MARKET), one)[0] == int(are_one)


def test_a_pair_stands_in_one_document() -> None:
    table = lines(["a b\nc d", "a b\nc d", "c d\na b"])
    first, last, again, end, turned, close = pair_keys(table, line_keys(table))
    assert first == again != turned
    assert last == end == close == NO_KEY


def test_without_a_table_nothing_repeats() -> None:
    table = repeated(lines([FERRY, MARKET]), ["", ""], Repeats.none())
    assert table.sum().row(0) == (0, 0, 0)


def test_a_page_that_the_table_does_not_know_repeats_nowhere() -> None:
    known = repeats_of(lines([FERRY, MARKET]), ["", ""])
    table = repeated(lines(["Quite another page\nof another folder."]), ["elsewhere"], known)
    assert table.sum().row(0) == (0, 0, 0)


def test_no_lines_have_no_columns_to_fill() -> None:
    known = repeats_of(lines([FERRY, MARKET]), ["", ""])
    assert repeated(lines([]), [], known).height == 0
    assert len(repeats_of(lines([]), []).keys) == 0


@pytest.mark.parametrize("texts", [[FERRY, MARKET], [FERRY], []])
def test_a_table_comes_back_from_its_files(texts: list[str], tmp_path: Path) -> None:
    table = repeats_of(lines(texts), [""] * len(texts))
    table.save(tmp_path / "made" / "here")
    read = Repeats.load(tmp_path / "made" / "here")
    for name in ("keys", "counts", "sources", "documents"):
        assert np.array_equal(getattr(read, name), getattr(table, name))
        assert getattr(read, name).dtype == getattr(table, name).dtype


def test_keys_are_the_same_in_every_process() -> None:
    code = (
        "from audit.parser.blocks.features import lines; from audit.parser.templates.template_lines import line_keys;"
    )
    code += "print(*line_keys(lines(['Traffic\\n今日天气 3'])))"
    told = {subprocess.check_output([sys.executable, "-c", code], text=True) for _ in range(2)}
    assert told == {" ".join(map(str, line_keys(lines(["Traffic\n今日天气 3"])))) + "\n"}


@given(st.lists(st.lists(st.sampled_from(["Home", "Share", "我们", "1", "*", "A tale."]), max_size=6), max_size=6))
def test_a_line_stands_in_so_many_other_documents(pages: list[list[str]]) -> None:
    texts = ["\n".join(page) for page in pages]
    table = lines(texts)
    found = repeated(table, [""] * len(texts), repeats_of(table, [""] * len(texts), guard=False))
    told = zip(table["document"], table["text"], found["repeats"], strict=True)
    for document, text, repeats in told:
        assert repeats == sum(text in page for n, page in enumerate(pages) if n != document)
    assert (found["repeats_paired"] <= found["repeats"]).all()
    assert (found["siblings"] == max(0, len(texts) - 1)).all()


@given(st.lists(st.none() | st.text(alphabet="a#1/\\\n港", max_size=9)))
def test_sources_are_those_of_each_id(ids: list[str | None]) -> None:
    told = sources_of(pl.Series("id", ids, dtype=pl.String)).to_list()
    assert told == [None if id is None else source_of(id) for id in ids]
