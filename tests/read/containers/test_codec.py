"""Containers are read in the one codec that their file has."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.policy import InputSettings
from audit.read.inputs import read_inputs
from audit.read.walk import walk
from tests.read.reading import lines, read, shown

WORDS = {
    "gb18030": "新修的山路昨天通车，从县城到山里的村子只要四十分钟。",
    "big5": "新修的山路昨天通車，從縣城到山裡的村子只要四十分鐘。",
    "cp932": "新しい山道が昨日開通し、町から村まで四十分で行けるようになった。",
    "euc_kr": "어제 새 산길이 열려 읍내에서 마을까지 사십 분이면 갈 수 있다.",
    "cp1251": "Вчера открыли новую горную дорогу, и до деревни теперь сорок минут.",
    "cp1252": "Die neue Straße über den Paß führt in vierzig Minuten zu den Dörfern.",
    "utf-16": "山路通车",
    "utf-16-le": "山路通车, said the mayor.",
    "utf-16-be": "The road is open again.",
    "utf-32": "山路通车",
    "utf-8-sig": "山路通车",
    "iso2022_jp": "新しい山道が昨日開通した。",
}


@pytest.mark.parametrize("codec", WORDS)
def test_containers_are_read_in_the_codec_of_the_file(tmp_path, codec):
    # A first record in ASCII, and one short text that alone would prove nothing.
    texts = ["The road is open.", WORDS[codec], WORDS[codec][:4]]
    rows = "".join(json.dumps({"n": 1, "text": text}, ensure_ascii=False) + "\n" for text in texts)
    assert [text for _, text in shown(read(tmp_path, "a.jsonl", rows.encode(codec)))] == texts
    table = "n,text\n" + "".join(f'1,"{text}"\n' for text in texts)
    (tmp_path / "a.jsonl").unlink()
    assert [text for _, text in shown(read(tmp_path, "a.csv", table.encode(codec)))] == texts


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("codec", ["gb18030", "cp932", "cp1251", "utf-8"])
def test_the_ledger_says_in_which_codec_records_were_read(tmp_path, codec, name):
    text = WORDS.get(codec, WORDS["cp1251"])
    content = f'text\n"{text}"\n' if name == "a.csv" else json.dumps({"text": text}, ensure_ascii=False) + "\n"
    (found,) = read(tmp_path, name, content.encode(codec))
    assert (found.text, found.remark) == (text, None if codec == "utf-8" else f"its file is in {codec}")


@pytest.mark.parametrize("codec", ["gb18030", "big5", "cp932", "cp1251", "cp1252"])
@pytest.mark.parametrize("kind", [pa.string(), pa.binary()])
def test_parquet_is_read_in_the_codec_of_the_file(tmp_path, codec, kind):
    texts = ["The road is open."] * 100 + [WORDS[codec], WORDS[codec][:4]]
    column = pa.array([text.encode(codec) for text in texts], pa.binary()).view(kind)
    pq.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    (entry,) = walk(tmp_path)
    assert [text for _, text in shown(read_inputs(tmp_path, entry, InputSettings()))] == texts


def test_one_short_record_in_code_page_1252_is_enough(tmp_path):
    content = "title;text;id\nMenü;Die Fähre über den Fluß fährt früh.;1\n".encode("cp1252")
    assert shown(read(tmp_path, "a.csv", content)) == [("a.csv#0", "Die Fähre über den Fluß fährt früh.")]


def test_the_codec_is_decided_where_the_first_other_byte_stands(tmp_path):
    ascii_records = lines({"text": "The road is open, and the bus runs again."}) * 40_000
    later = json.dumps({"text": WORDS["gb18030"]}, ensure_ascii=False).encode("gb18030") + b"\n"
    found = read(tmp_path, "a.jsonl", ascii_records + later)
    assert [found[0].text, found[-1].text] == ["The road is open, and the bus runs again.", WORDS["gb18030"]]


def test_a_stray_byte_is_a_broken_record_and_no_codec(tmp_path):
    content = lines({"text": "The mill wheel turns."}) * 3 + b'{"text": "caf\xff"}\n'
    assert [code for _, code in shown(read(tmp_path, "a.jsonl", content))][2:] == [
        "The mill wheel turns.",
        "broken-record",
    ]
