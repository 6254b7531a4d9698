"""What records say of themselves goes into their documents, and what their texts say otherwise is found."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.parser import parse
from audit.read.codec.decoded import Decoded
from audit.read.stated import Stated
from audit.worker.batch import Row, texts
from audit.worker.record_fields import MergedFields, merge_record_fields
from tests.conftest import Audit

TEXT = (
    "Bell tower gets its clock back\nSaltmere Post, 11 July 2024\n"
    "The clock of the bell tower, away for a year, was hoisted back on Wednesday with a borrowed winch.\n"
    "It was cleaned in Lindmoor, where three teeth of its great wheel were cast anew, and strikes from Sunday on.\n"
)


def taken(stated: Stated, prefer: str = "record", *, is_whole: bool = False, text: str = TEXT) -> MergedFields:
    raw = text.encode()
    rows = [
        Row("a.jsonl#0", "a.jsonl", raw, len(raw), "0" * 64, Decoded(text, "utf-8", "container"), stated=stated,
            is_whole=is_whole),
        Row("b.txt", "b.txt", raw, len(raw), "0" * 64, Decoded(text, "utf-8", "utf-8")),
    ]  # fmt: skip
    return merge_record_fields(rows, parse(texts(rows)), prefer)  # type: ignore[arg-type]


def documents(found: MergedFields) -> tuple[dict[str, Any], dict[str, Any]]:
    first, second = found.documents.to_pylist()
    return first, second


def counted(found: MergedFields) -> list[int]:
    return found.contradictions.columns["record_contradictions"].to_pylist()


def test_what_only_the_record_states_is_taken() -> None:
    found = taken(Stated(author="A. Roe", url="https://post.example/7", id="p-7"))
    record, text = documents(found)
    assert (record["author"], record["url"], record["record_id"]) == ("A. Roe", "https://post.example/7", "p-7")
    assert (text["author"], text["url"], text["record_id"]) == (None, None, None)
    assert (record["title"], record["date"], record["body"]) == (text["title"], text["date"], text["body"])
    assert counted(found) == [0, 0]


def test_the_hour_that_a_record_adds_is_no_contradiction() -> None:
    evening = datetime(2024, 7, 11, 18)  # noqa: DTZ001
    found = taken(Stated(title="Bell tower gets its clock back | Post", published=evening, has_time=True))
    record, _ = documents(found)
    assert (record["date"], str(record["published_at"])) == (date(2024, 7, 11), "2024-07-11 18:00:00")
    assert counted(found) == [0, 0]


@pytest.mark.parametrize(("prefer", "day"), [("record", date(2024, 7, 20)), ("text", date(2024, 7, 11))])
def test_a_contradiction_is_found_and_policy_says_which_counts(prefer: str, day: date) -> None:
    found = taken(Stated(published=datetime(2024, 7, 20), title="Fernwick fair"), prefer)  # noqa: DTZ001
    record, text = documents(found)
    assert record["date"] == day
    assert record["title"] == ("Fernwick fair" if prefer == "record" else text["title"])
    assert (text["date"], text["title"]) == (date(2024, 7, 11), "Bell tower gets its clock back")
    assert counted(found) == [2, 0]
    places, none = found.contradictions.places
    assert none == ()
    assert {p.evidence for p in places} == {
        "date: the record says 2024-07-20, the text 2024-07-11",
        "title: the record says Fernwick fair, the text Bell tower gets its clock back",
    }
    assert [TEXT[p.start : p.end] for p in places] == TEXT.splitlines()[:2]


def test_a_first_line_that_is_not_the_records_title_is_content_again() -> None:
    record, text = documents(taken(Stated(title="News from the harbour")))
    assert text["title"] == "Bell tower gets its clock back"
    assert text["title"] not in text["body"]
    assert record["title"] == "News from the harbour"
    assert record["body"] == f"{text['title']}\n{text['body']}"


def test_nothing_of_a_text_that_is_all_its_own_is_furniture_or_header() -> None:
    text = "Share this\nBy Ada Roe\n11 July 2024\nShare this\nCopyright 2024\n"
    record, other = documents(taken(Stated(), is_whole=True, text=text))
    assert record["body"] == text.strip()
    assert (record["title"], record["date"], record["author"], record["boilerplate"]) == (None, None, None, False)
    assert other["body"] != record["body"]


def test_a_check_finds_what_a_record_says_otherwise(tmp_path: Path, called: Audit) -> None:
    record = {"n": {"head": "Ferry timetable changes", "day": "2024-07-20"}, "story": TEXT}
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    columns = ("--text-column", "story", "--column", "title=n.head", "--column", "date=n.day")
    ran = called("check", "raw", *columns, "--select", "FLD011", "--format", "json")
    (finding,) = json.loads(ran.out)["worst"][:1]
    assert (ran.code, finding["code"], finding["id"]) == (0, "FLD011", "a.jsonl#0")
    assert "Fields in which the record and its text disagree: 2." in finding["message"]
    several = ("--column", "text=body", "--column", "text=story", "--column", "title=n.head")
    again = called("check", "raw", *several, "--select", "FLD011", "--format", "json")
    assert json.loads(again.out)["policy"]["input"]["columns"] == {"text": ["body", "story"], "title": "n.head"}
    assert json.loads(again.out)["ledger"]["published"] == 1
    assert called("check", "raw", "--column", "titel=x").code == 2
    assert called("check", "raw", "--column", "title").code == 2
