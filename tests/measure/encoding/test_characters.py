"""Damaged characters are counted and placed; healthy text that looks guilty stays silent."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.finding import MAX_PLACES, Place
from audit.measure.encoding.characters import encoding
from audit.measure.measure import Measured
from audit.measure.measures import MEASURES

COUNTS = (
    *("replacement_chars", "control_chars", "private_use", "noncharacters", "zero_width"),
    *("bidi_unbalanced", "mojibake", "html_entities", "question_runs"),
)


def measured(*texts: str, bad: list[list[int]] | None = None) -> Measured:
    columns = {"text": pa.array(texts, pa.large_string())}
    if bad is not None:
        columns["bad_chars"] = pa.array(bad, pa.list_(pa.int64()))
    return encoding(pa.table(columns))


def counts(text: str, bad: list[int] | None = None) -> dict[str, int]:
    row = measured(text, bad=None if bad is None else [bad]).columns.to_pylist()[0]
    return {name: row[name] for name in COUNTS if row[name]}


HEALTHY = [
    "",
    " \t\r\n\x0c\n",
    "今天下午三点，会议在图书馆举行；请带上笔记本。",
    "家族 👩‍👩‍👧‍👦 と旗 🏳️‍🌈 と 👍🏽 と 1️⃣",
    "scotland \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f wins",
    "می‌خواهم کتاب‌ها را بخوانم",
    "क्‍ष और र्‌य लिखना",
    "ไทย\u200bแบ่งคำ",
    "\ufeff文件开头的标记",
    "she said \u2067שלום\u2069 and left",
    "a \u202bשלום\u202c b",
    "\u200fעברית 10.6\u200f",
    "soft\xadhyphen in a web page",
    "f\u2061(x) = 2\u2062𝑎\u2062𝑏 + log\u2061𝑛, a\u20613\u206412",
    "AT&T & Co; R&D; &notanentity; a&b;",
    "C:\\users and \\u0041 in code",
    "really????\nWhat???? she asked. 真的吗????",
    "????",
    "café naïve Åse — “quoted” … 50 °C ±2 ½",
    "ÜBERSCHRIFT IN GROSSEN BUCHSTABEN: ÄÖÜ",
    "ЗАГОЛОВОК ПРОПИСНЫМИ БУКВАМИ: ВАЖНОЕ СООБЩЕНИЕ",
    "FIM DOS TERMOS E CONDIÇÕES",
    "│ 表 │ 格 │\n├────┼────┤",
    "锟 是一个姓名用字，斤拷贝也不是乱码。",
    "烫烫的水，屯里的人。",
    "Ã é uma letra do português: São, mãe, não.",
    "日本の首相は昨日、記者会見を開きました。",
    "a=b, x=C3, k=12=34, ==AB, #=FF=FE, =3D=20, ein=C3er",
]


@pytest.mark.parametrize("text", HEALTHY)
def test_healthy_text_that_looks_guilty_stays_silent(text: str):
    assert counts(text) == {}


DAMAGED = [
    ("原文\ufffd\ufffd缺字", "replacement_chars", 2, [(2, 4)]),
    ("锟斤拷锟斤拷", "replacement_chars", 2, [(0, 3), (3, 6)]),
    ("内存烫烫烫烫烫里", "replacement_chars", 1, [(2, 7)]),
    ("屯屯屯屯", "replacement_chars", 1, [(0, 4)]),
    ("naï¿½ve", "replacement_chars", 1, [(2, 5)]),
    ("bell\x07 and \x1bescape", "control_chars", 2, [(4, 5), (10, 11)]),
    ("next\x85line", "control_chars", 1, [(4, 5)]),
    ("私\ue000有\uf8ff字", "private_use", 2, [(1, 2), (3, 4)]),
    ("plane \U000f0000 15", "private_use", 1, [(6, 7)]),
    ("never \ufdd0\uffff", "noncharacters", 2, [(6, 8)]),
    ("never \U0001fffe", "noncharacters", 1, [(6, 7)]),
    ("零\u200b宽\u200d度", "zero_width", 2, [(1, 2), (3, 4)]),
    ("mark in\ufeffside", "zero_width", 1, [(7, 8)]),
    ("word\u2060joiner", "zero_width", 1, [(4, 5)]),
    ("wo\u2062rd, word\u2061 (x), 2\u2062\u2062x", "zero_width", 4, [(2, 3), (11, 12), (19, 21)]),
    ("latin \u200f mark", "zero_width", 1, [(6, 7)]),
    ("user\u202etxt.exe", "bidi_unbalanced", 1, [(4, 5)]),
    ("a \u2067b\nc\u2069 d", "bidi_unbalanced", 2, [(2, 3), (6, 7)]),
    ("a \u2066b \u202bc\u2069 d", "bidi_unbalanced", 1, [(5, 6)]),
    ("a&nbsp;b &#8226; c &lt;d", "html_entities", 3, [(1, 7), (9, 16), (19, 23)]),
    (r"标题：\u4e2d\u6587新闻", "html_entities", 1, [(3, 15)]),
    ("Hier apr=C3=A8s-midi, dit-il =E2=80=94 l=C3=A0", "html_entities", 3, [(8, 14), (29, 38), (40, 46)]),
    ("=E4=B8=AD=E6=96=87", "html_entities", 1, [(0, 18)]),
    ("name: ????, city: ??????", "question_runs", 2, [(6, 10), (18, 24)]),
]


IDS = [f"{fact}-{number}" for number, (_, fact, _, _) in enumerate(DAMAGED)]


@pytest.mark.parametrize(("text", "fact", "count", "spans"), DAMAGED, ids=IDS)
def test_damage_is_counted_and_placed(text: str, fact: str, count: int, spans: list[tuple[int, int]]):
    assert counts(text) == {fact: count}
    places = measured(text).places[0]
    assert [(place.start, place.end) for place in places if place.fact == fact] == spans
    assert all(place.evidence.isprintable() and 0 < len(place.evidence) <= 80 for place in places)


def test_bytes_that_do_not_decode_are_not_counted_again():
    assert counts("a\ufffdb\ufffd", bad=[1, 3]) == {}
    assert counts("a\ufffdb\ufffd", bad=[1]) == {"replacement_chars": 1}
    assert measured("a\ufffdb", bad=[[]]).places[0] == (Place("replacement_chars", 1, 2, "U+FFFD"),)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("", True),
        ("ascii", True),
        ("é 中文 가", True),
        ("e\u0301", False),
        ("\u1100\u1161", False),
        ("神\ufa19", False),
        ("x" + "\u0301\u0300" * 40, True),
        ("e" + "\u0301\u0323" * 40, False),
        ("o" + "\u0301" * 30_000, False),
    ],
)
def test_normal_form_c(text: str, *, normal: bool):
    found = measured(text)
    assert found.columns["nfc"].to_pylist() == [normal]
    assert len([place for place in found.places[0] if place.fact == "nfc"]) == (not normal)


def test_a_million_faults_are_counted_and_a_few_shown():
    found = measured("\x01a" * 100_000)
    assert found.columns["control_chars"].to_pylist() == [100_000]
    assert len(found.places[0]) == MAX_PLACES


def test_columns_have_the_types_of_the_contract():
    found = measured("a", "中\ufffd", "")
    assert found.columns.num_rows == 3
    assert len(found.places) == 3
    for name in found.columns.column_names:
        assert found.columns[name].type == MEASURES.arrow.field(name).type
        assert MEASURES.arrow.field(name).nullable or found.columns[name].null_count == 0


def test_no_rows():
    assert measured().columns.num_rows == 0


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)


@given(st.lists(ANY, max_size=4))
def test_a_text_is_measured_alike_alone_and_in_a_batch(texts: list[str]):
    whole = measured(*texts)
    assert whole.columns.to_pylist() == [measured(text).columns.to_pylist()[0] for text in texts]
    for text, places in zip(texts, whole.places, strict=True):
        assert all(0 <= place.start < place.end <= len(text) for place in places)
        assert list(places) == sorted(places, key=lambda place: (place.start, place.end))
