"""Parts in two languages, questions named by one character, records written as JSON twice; and what only looks so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from tests.read.containers.records import jsonl, read, shown

EN = ("The last wooden ferry went back into service on Saturday.", "Nobody had expected so many people to come.")
ZH = ("河上最后一艘木制渡船周六重新投入使用。", "港口没有人料到这么多人会来看它。")
BOTH = "\n".join
RECORDS = ({"title": "Dawn", "text": EN[0]}, {"title": "Noon", "text": ZH[1]})


def _parts(one: str, other: str, **more: object) -> list[dict[str, object]]:
    return [
        {"行号": n, one: a, other: b, "zh_text_md5": "ab12", **more}
        for n, (a, b) in enumerate(zip(EN, ZH, strict=True))
    ]


@pytest.mark.parametrize("name", ["段落", "sentences", "segments", "lines"])
@pytest.mark.parametrize("sides", [("en", "zh"), ("en_text", "zh_text"), ("source", "target"), ("原文", "译文")])
@pytest.mark.parametrize("times", [1, 3])
def test_parts_in_two_languages_are_read_in_both(tmp_path: Path, name: str, sides: tuple[str, str], times: int) -> None:
    record = {"文件名": "a.txt", name: _parts(*sides, ar_text="", de_text=None), "时间": "20240305"}
    assert shown(read(tmp_path, "a.jsonl", jsonl(*[record] * times))) == [BOTH((*EN, *ZH))] * times


@pytest.mark.parametrize(
    "record",
    [
        {"rows": _parts("en", "zh")},
        {"entries": [{"en": "ferry", "zh": "渡船"}, {"en": "dawn", "zh": "黎明"}]},
        {"lines": [{"source": "a1", "target": "b2"}, {"source": "b2", "target": "c3"}]},
        {"sentences": [{"en": "", "zh": ""}]},
    ],
)
def test_other_lists_of_pairs_are_no_such_text(tmp_path: Path, record: dict[str, object]) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(record))) == ["no-text-column"]


@pytest.mark.parametrize("names", [("问", "答"), ("問", "答え")])
def test_what_is_asked_in_one_character_is_read_with_its_answer(tmp_path: Path, names: tuple[str, str]) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl({"id": "1", names[1]: ZH[0], names[0]: "渡船呢？", "来源": "论坛"}))
    assert isinstance(found, Input)
    assert (found.text, found.stated.source) == (f"渡船呢？\n{ZH[0]}", "论坛")


QA = [{"问": "何时？", "答": ZH[0]}, {"问": "谁？", "答": ZH[1]}]


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"title": "渡船", "qa": QA}, f"何时？\n{ZH[0]}\n谁？\n{ZH[1]}"),
        ({"问答": [{"question": "When?", "answer": EN[0]}]}, f"When?\n{EN[0]}"),
        ({"问": "何时？", "答": [{"回答": ZH[0], "点赞": 3}, {"回答": ZH[1], "点赞": 1}]}, f"何时？\n{ZH[0]}\n{ZH[1]}"),
        ({"context": f"{EN[0]} {EN[1]}", "qas": [{"question": "When?", "answer": "Saturday"}]}, f"{EN[0]} {EN[1]}"),
        ({"text": EN[0], "qa": QA}, EN[0]),
    ],
)
def test_lists_of_questions_keep_them_but_beside_a_text(tmp_path: Path, record: dict[str, object], text: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(record))) == [text]


@pytest.mark.parametrize("beside", [{}, {"version": "1.1"}])
def test_a_file_that_is_a_list_of_questions_has_a_document_of_each(tmp_path: Path, beside: dict[str, str]) -> None:
    found = read(tmp_path, "a.json", json.dumps({**beside, "qa": QA}).encode())
    assert shown(found) == [f"何时？\n{ZH[0]}", f"谁？\n{ZH[1]}"]


def test_a_file_with_a_title_above_its_questions_is_one_document(tmp_path: Path) -> None:
    (found,) = shown(read(tmp_path, "a.json", json.dumps({"title": "渡船", "qa": QA}).encode()))
    assert found == f"何时？\n{ZH[0]}\n谁？\n{ZH[1]}"


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_records_written_as_json_twice_are_records(tmp_path: Path, name: str) -> None:
    each = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    content = json.dumps(each).encode() if name.endswith("json") else jsonl(*each)
    found = read(tmp_path, name, content)
    assert shown(found) == [EN[0], ZH[1]]
    assert [one.stated.title for one in found if isinstance(one, Input)] == ["Dawn", "Noon"]


@pytest.mark.parametrize("text", [f"{{{EN[0]}}} {EN[1]}", EN[0], f'"{EN[0]}"'])
def test_strings_of_prose_are_texts(tmp_path: Path, text: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(text))) == [text]


def test_a_list_written_as_a_string_is_refused(tmp_path: Path) -> None:
    content = json.dumps(json.dumps(RECORDS)).encode()
    assert shown(read(tmp_path, "a.json", content)) == ["broken-record"]
