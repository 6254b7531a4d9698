"""Records whose text stands in several columns: which are read, in which order, and where each part is said to be."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.containers import joined_texts
from audit.read.inputs import Input, Refused
from tests.read.containers.records import jsonl, read, shown

ASKED, SAID, GIVEN = "How are walnuts kept?", "Dry them first,\nthen hang them in a net.", "Walnuts fall in October."
TURNS = [{"role": "user", "content": ASKED}, {"role": "assistant", "content": SAID}]


def as_file(form: str, record: dict[str, object], folder: Path) -> bytes:
    if form == "jsonl":
        return jsonl(record)
    pq.write_table(pa.Table.from_pylist([record]), folder / "made")
    content = (folder / "made").read_bytes()
    (folder / "made").unlink()
    return content


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"output": SAID, "input": "", "instruction": ASKED}, f"{ASKED}\n{SAID}"),
        ({"instruction": ASKED, "context": GIVEN, "response": SAID, "category": "x"}, f"{ASKED}\n{GIVEN}\n{SAID}"),
        ({"system_prompt": "Be brief.", "question": ASKED, "response": SAID}, f"Be brief.\n{ASKED}\n{SAID}"),
        ({"prompt": ASKED, "completion": SAID}, f"{ASKED}\n{SAID}"),
        ({"prompt": ASKED, "chosen": SAID, "rejected": "No."}, f"{ASKED}\n{SAID}\nNo."),
        ({"chosen": TURNS, "rejected": TURNS[:1]}, f"{ASKED}\n{SAID}\n{ASKED}"),
        (
            {"context": GIVEN, "question": ASKED, "answers": {"text": ["October"], "answer_start": [16]}},
            f"{GIVEN}\n{ASKED}\nOctober",
        ),
        ({"question": ASKED, "answer": 72}, f"{ASKED}\n72"),
        ({"question": ASKED, "answer": 0}, f"{ASKED}\n0"),
        ({"problem": ASKED, "solution": 2.5, "level": 3}, f"{ASKED}\n2.5"),
        ({"data": {"query": ASKED, "response": False}}, f"{ASKED}\nfalse"),
        ({"instruction": ASKED, "output": 1, "score": 3}, f"{ASKED}\n1"),
        ({"question": ASKED, "choices": ["dry", "wet"], "answer": 0}, f"{ASKED}\ndry\nwet"),
        ({"system": None, "history": [["a", "b"]], "instruction": ASKED, "output": SAID}, f"a\nb\n{ASKED}\n{SAID}"),
        ({"translation": {"en": "Good day.", "fr": "Bonjour."}}, "Good day.\nBonjour."),
        ({"id": 1, "zh": "你好。", "en": "Good day."}, "你好。\nGood day."),
        ({"premise": ASKED, "hypothesis": SAID, "label": 1}, f"{ASKED}\n{SAID}"),
        ({"query": ASKED, "pos": [SAID], "neg": ["No.", "Never."]}, f"{ASKED}\n{SAID}\nNo.\nNever."),
        ({"kind": "x", "input": "写一首诗", "target": "山月高"}, "写一首诗\n山月高"),
        ({"问题": "怎么保存？", "回答": "晾干。"}, "怎么保存？\n晾干。"),
        ({"data": {"Question": ASKED, "Answer": SAID}, "n": 1}, f"{ASKED}\n{SAID}"),
        ({"Question": ASKED, "A": "dry", "B": "wet", "Answer": "A"}, f"{ASKED}\ndry\nwet\nA"),
        ({"ctx": GIVEN, "endings": ["They rot.", "They dry."], "label": "1"}, f"{GIVEN}\nThey rot.\nThey dry."),
        (
            {"passage": GIVEN, "question": ASKED, "options": ["(A) May", "(B) June"]},
            f"{GIVEN}\n{ASKED}\n(A) May\n(B) June",
        ),
        ({"article": GIVEN, "question": ASKED, "answer": SAID}, f"{GIVEN}\n{ASKED}\n{SAID}"),
        ({"desc": GIVEN, "answer": SAID}, f"{GIVEN}\n{SAID}"),
        ({"en": "Good day.", "zh-cn": "你好。"}, "Good day.\n你好。"),
        ({"conversation": [{"human": ASKED, "assistant": SAID}] * 2}, f"{ASKED}\n{SAID}\n{ASKED}\n{SAID}"),
        ({"chat": {"turn_1": {"Human": ASKED, "Commands": "", "MOSS": SAID}}}, f"{ASKED}\n{SAID}"),
        ({"question": ASKED, "reasoning_content": GIVEN, "final_answer": SAID}, f"{ASKED}\n{GIVEN}\n{SAID}"),
        ({"prompt": ASKED, "response_0": SAID, "response_1": "No.", "better": 0}, f"{ASKED}\n{SAID}\nNo."),
        ({"question": ASKED, "opa": "dry", "opb": "wet", "cop": 1, "exp": GIVEN}, f"{ASKED}\ndry\nwet\n{GIVEN}"),
        ({"question": {"stem": ASKED, "choices": [{"text": "dry", "label": "A"}]}, "key": "A"}, f"{ASKED}\ndry"),
        ({"question": ASKED, "answers": [{"text": SAID, "score": 3}, {"text": "No."}]}, f"{ASKED}\n{SAID}\nNo."),
        ({"old_contents": GIVEN, "new_contents": SAID, "message": ASKED}, f"{GIVEN}\n{SAID}\n{ASKED}"),
        ({"src": "Good day.", "tgt": "Bonjour.", "score": 0.9}, "Good day.\nBonjour."),
        ({"source": GIVEN, "target": "核桃在十月从树上落下来。"}, f"{GIVEN}\n核桃在十月从树上落下来。"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_a_known_schema_is_one_text_and_says_where_each_part_is(
    tmp_path: Path, record: dict[str, object], text: str, form: str
) -> None:
    (found,) = read(tmp_path, f"a.{form}", as_file(form, record, tmp_path))
    assert isinstance(found, Input)
    assert (found.text, found.is_whole) == (text, True)
    assert found.remark is not None
    places = re.findall(r" (\d+)-(\d+)", found.remark.partition(";")[0])
    assert "\n".join(text[int(start) : int(end)] for start, end in places) == text


@pytest.mark.parametrize(
    "record",
    [
        {"query": "ferry", "response": {"docs": [{"n": 1}]}},
        {"query": "ferry", "answers": [{"url": "https://bay.example", "rank": 1}]},
        {"input": {"file": "a"}, "output": "b"},
        {"user": "roe", "response": "yes"},
        {"question": ASKED, "score": 3},
        {"prompt": ASKED},
        {"source": "New York", "target": "Los Angeles", "weight": 3},
        {"source": 4, "target": 7},
        {"data": ["walnut", "hazel", "almond"], "id": 3},
        {"data": [GIVEN], "id": 3},
        {"question": ASKED, "c": 3, "e": "x"},
        {"id": "3", "it": "x", "no": "y"},
        {"en": "Good day.", "key": "k"},
        {"translation": {"dx": "1 mm", "offset": "3 mm"}},
        {"question": 3, "answer": 4},
        {"conversation": [{"human": ASKED, "assistant": SAID}, {"human": ASKED}], "id": 3},
        {"chat": {"turn_1": {"Human": ASKED, "MOSS": SAID}, "name": "x"}},
        {"en": "Good day.", "en-id": 3},
        {"summary_text": GIVEN, "chapter": 3},
    ],
    ids="-".join,
)
def test_other_columns_are_not_joined(tmp_path: Path, record: dict[str, object]) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(record))) == ["no-text-column"]


@pytest.mark.parametrize("answer", [None, "", float("nan")])
def test_an_answer_that_is_missing_is_none(tmp_path: Path, answer: object) -> None:
    content = as_file("parquet", {"question": ASKED, "answer": answer}, tmp_path)
    assert shown(read(tmp_path, "a.parquet", content)) == [ASKED]


def test_a_text_of_its_own_counts_more_than_its_parts(tmp_path: Path) -> None:
    record = {"instruction": ASKED, "output": SAID, "text": f"### {ASKED}\n{SAID}"}
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    assert (found.text, found.is_whole, found.remark) == (
        record["text"], False, "columns not used: instruction, output",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"article": GIVEN, "question": {"n": 3}, "answer": SAID}, GIVEN),
        ({"passage": GIVEN, "question": ASKED}, GIVEN),
        ({"story": GIVEN, "prompt": ASKED}, GIVEN),
        ({"description": GIVEN, "response": "OK"}, GIVEN),
        ({"text": GIVEN, "question": ASKED, "answer": SAID}, GIVEN),
    ],
    ids=["other values", "no answer", "a story to a prompt", "no reply", "text"],
)
def test_a_passage_of_which_nothing_is_asked_is_the_text(tmp_path: Path, record: dict[str, object], text: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(record))) == [text]


def test_details_that_are_empty_leave_the_answer(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl({"qid": "q1", "title": ASKED, "desc": "", "answer": SAID}))
    assert isinstance(found, Input)
    assert (found.text, found.stated.title) == (SAID, ASKED)


def test_of_a_long_dialogue_the_remark_names_the_first_turns(tmp_path: Path) -> None:
    turns = [{"human": ASKED, "assistant": SAID}] * 30
    (found,) = read(tmp_path, "a.jsonl", jsonl({"conversation": turns}))
    assert isinstance(found, Input)
    assert found.remark is not None
    assert (found.text.count(SAID) if found.text else 0) == 30
    assert found.remark.endswith(" and 20 more")


def test_a_subject_is_a_headline_in_mail_only(tmp_path: Path) -> None:
    asked = {"question": ASKED, "subject": "botany", "choices": ["May", "June"], "answer": 1}
    mail = {"from": "ada@bay.example", "subject": "The walnuts", "text": GIVEN}
    lone = {"subject": "history", "text": GIVEN, "author": "A. Roe"}
    found = read(tmp_path, "a.jsonl", jsonl(asked, mail, lone))
    assert [each.stated.title for each in found if isinstance(each, Input)] == [None, "The walnuts", None]


def test_the_order_of_the_columns_changes_nothing() -> None:
    record = {"output": "c", "question": "b", "instruction": "a", "id": "n"}
    orders = [dict(items) for items in permutations(record.items())]
    assert {joined_texts.usual(tuple(each), each) for each in orders} == {"instruction+question+output"}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_the_settings_may_join_columns_in_any_order(tmp_path: Path, form: str) -> None:
    record: dict[str, object] = {"hint": "", "kop": "Ferry back", "inhoud": "It left.", "slot": "It came."}
    content = (
        as_file(form, record, tmp_path) if form != "csv" else b"hint,kop,inhoud,slot\n,Ferry back,It left.,It came.\n"
    )
    columns = {"text": "slot + hint + inhoud", "title": "kop"}
    (found,) = read(tmp_path, f"a.{form}", content, columns=columns)
    assert isinstance(found, Input)
    assert (found.text, found.stated.title, found.is_whole) == ("It came.\nIt left.", "Ferry back", False)
    assert found.remark == "text joined: slot 0-8, inhoud 9-17"


def test_a_part_that_is_no_text_is_told_and_nothing_is_joined_without_it(tmp_path: Path) -> None:
    (lost,) = read(tmp_path, "a.jsonl", jsonl({"a": "one", "b": {"c": "two"}}), columns={"text": "a+b"})
    assert isinstance(lost, Refused)
    assert (lost.code, "'b' is not a string, but contains 'b.c'" in lost.detail) == ("no-text", True)
    (lost,) = read(tmp_path, "b.csv", b"question,answer\nWhen?\n")[1:]
    assert isinstance(lost, Refused)
    assert "line 2: it has 1 of 2 fields" in lost.detail


def test_a_name_with_the_sign_is_one_column(tmp_path: Path) -> None:
    found = read(tmp_path, "a.jsonl", jsonl({"a+b": "one", "a": "no"}, {"c++": "two", "c": "no"}), columns={
        "text": ("a+b", "c++"),
    })  # fmt: skip
    assert shown(found) == ["one", "two"]


def test_a_dialogue_about_markup_keeps_it(tmp_path: Path) -> None:
    code = "<form>\n<p>Name</p>\n<p>Day</p>\n</form>"
    records = [
        {"instruction": "Write a form.", "output": code},
        {"question": "<p>What is it?</p><p>Please.</p>", "answer": "<p>A fruit.</p>"},
    ]
    assert shown(read(tmp_path, "a.jsonl", jsonl(*records))) == [
        f"Write a form.\n{code}", "What is it?\nPlease.\nA fruit.",
    ]  # fmt: skip


@pytest.mark.parametrize("column", ["data", "dialog", "turns", "conversation"])
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_turns_without_speakers_are_read_in_their_order(tmp_path: Path, column: str, form: str) -> None:
    content = as_file(form, {"id": "0", column: [ASKED, GIVEN, "Thanks."]}, tmp_path)
    assert shown(read(tmp_path, f"a.{form}", content)) == [f"{ASKED}\n{GIVEN}\nThanks."]


def test_the_words_of_a_cut_sentence_are_no_turns(tmp_path: Path) -> None:
    cut = {"text": ["Walnuts", "fall", "in", "October", "."]}
    assert shown(read(tmp_path, "a.jsonl", jsonl(cut))) == ["no-text"]


def test_a_text_that_is_joined_is_no_field(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl({"source": GIVEN, "target": ASKED, "id": "7"}))
    assert isinstance(found, Input)
    assert (found.stated.source, found.stated.id) == (None, "7")


def test_what_is_said_in_pieces_is_read_as_a_turn(tmp_path: Path) -> None:
    said = [{"role": "user", "content": [{"type": "text", "text": ASKED}, {"type": "image", "source": "a.png"}]}]
    assert shown(read(tmp_path, "a.jsonl", jsonl({"messages": said, "model": "m"}))) == [ASKED]
