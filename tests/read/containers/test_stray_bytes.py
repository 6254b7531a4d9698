"""Stray bytes of another codec cost a record nothing that they would not cost a text file."""

from __future__ import annotations

import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.read.codec.decode import decode, decode_strays
from audit.read.inputs import Input
from tests.read.codec.test_stray_words import DE, EN, FR, PL, RU, SURE, ZH
from tests.read.reading import read

FORMS = ["jsonl", "csv", "tsv", "parquet", "arrow"]
BESIDE = [EN.strip(), FR.strip(), ZH, RU.strip(), DE.strip(), PL.strip()]
CODECS = {
    "gb18030": "新修的山路昨天通车，从县城到山里的村子只要四十分钟。",
    "big5": "許多功課都做完了，蓋好的新路昨天通車，從縣城到村子只要四十分鐘。",
    "cp932": "新しい表の予定では、山道が昨日開通し、町から村まで四十分で行けるようになった。",
    "euc_kr": "어제 새 산길이 열려 읍내에서 마을까지 사십 분이면 갈 수 있다.",
    "cp1251": "Вчера открыли новую горную дорогу, и до деревни теперь сорок минут.",
    "cp1252": "Die neue Straße über den Paß führt in vierzig Minuten zu den Dörfern.",
}


def line(form: str, title: bytes, text: bytes) -> bytes:
    if form == "jsonl":
        return b'{"title": %b, "text": %b}\n' % tuple(b'"%b"' % part.replace(b'"', b'\\"') for part in (title, text))
    if form == "tsv":
        return title + b"\t" + text + b"\n"
    return b'"%b","%b"\n' % (title.replace(b'"', b'""'), text.replace(b'"', b'""'))


def columnar(form: str, pairs: tuple[tuple[bytes, bytes], ...]) -> bytes:
    """Return a table of texts that are not all in UTF-8, which no writer checks."""
    columns = [pa.array(values, pa.binary()).view(pa.string()) for values in zip(*pairs, strict=True)]
    table, made = pa.table(columns, names=["title", "text"]), io.BytesIO()
    if form == "parquet":
        pq.write_table(table, made)
    else:
        with pa.ipc.new_file(made, table.schema) as out:
            out.write_table(table)
    return made.getvalue()


def records(tmp_path, form: str, *pairs: tuple[bytes, bytes]):
    if form in {"parquet", "arrow"}:
        (tmp_path / form).mkdir(exist_ok=True)
        return read(tmp_path / form, f"a.{form}", columnar(form, pairs))
    head = {"jsonl": b"", "tsv": b"title\ttext\n", "csv": b"title,text\n"}[form]
    (tmp_path / form).mkdir(exist_ok=True)
    return read(tmp_path / form, f"a.{form}", head + b"".join(line(form, *pair) for pair in pairs))


def text_of(found) -> str | None:
    return found.decoded.text if isinstance(found, Input) and found.decoded else getattr(found, "text", None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("stray", "codec"), SURE, ids=[f"{text[:12]!a} {codec}" for text, codec in SURE])
def test_a_stray_word_or_sign_is_read_as_in_a_text_file(tmp_path, form, stray, codec):
    raw = stray.encode(codec) + f" {FR}{DE}".encode()
    found = records(tmp_path, form, *((b"a", text.encode()) for text in BESIDE), (b"b", raw))
    alone = decode_strays(raw)
    assert [text_of(one) for one in found] == [*BESIDE, f"{stray} {FR}{DE}"]
    assert (found[-1].raw, found[-1].decoded.passages, found[-1].decoded.confidence) == (
        raw, alone.passages, alone.confidence,
    )  # fmt: skip
    assert found[-1].decoded.source == "container"


@given(
    st.sampled_from(FORMS),
    st.sampled_from(BESIDE),
    st.integers(0, 200),
    st.binary(min_size=1, max_size=2).filter(lambda stray: min(stray) >= 0x80),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_stray_anywhere_is_read_as_in_a_text_file_or_refused(tmp_path, form, text, at, stray):
    raw = text.encode()
    raw = raw[: at % len(raw)] + stray + raw[at % len(raw) :]
    *others, found = records(tmp_path, form, *((b"a", other.encode()) for other in BESIDE * 3), (b"b", raw))
    assert [one.text for one in others] == BESIDE * 3
    alone = decode("\n".join([*BESIDE * 3, ""]).encode() + raw)
    if isinstance(found, Input):
        assert alone.text.endswith(f"\n{text_of(found)}")
    else:
        assert found.code == "broken-record"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("codec", CODECS)
def test_each_record_may_have_a_codec_of_its_own(tmp_path, form, codec):
    strange = (CODECS[codec][:8].encode(codec), CODECS[codec].encode(codec))
    pairs = [("路".encode(), text.encode()) for text in BESIDE]
    found = records(tmp_path, form, *pairs[:3], strange, *pairs[3:])
    assert [text_of(one) for one in found] == [*BESIDE[:3], CODECS[codec], *BESIDE[3:]]


@pytest.mark.parametrize("form", FORMS)
def test_a_value_beside_the_text_is_read_beside_it_or_is_none(tmp_path, form):
    pairs = [("路".encode(), text.encode()) for text in BESIDE]
    strange = [(b"The caf\xe9 by the road", EN.encode()), (b"The c\x9ffe by the road", EN.encode())]
    *_, named, unnamed = records(tmp_path, form, *pairs, *strange)
    assert (named.stated.title, unnamed.stated.title) == ("The café by the road", None)
    assert (named.remark, unnamed.remark) == (None, "bytes cannot be decoded in title")


def test_an_escape_that_looks_like_a_byte_is_no_stray(tmp_path):
    content = json.dumps({"text": ZH}, ensure_ascii=False).encode() + b'\n{"text": "It didn\x92t \\udc92 rain."}\n'
    assert [getattr(one, "code", None) for one in read(tmp_path, "a.jsonl", content)] == [None, "broken-record"]


def test_a_page_in_a_record_with_strays_is_read_as_a_page(tmp_path):
    page = b"<p>The baker\x92s shop is closed.</p> <p>They don\x92t say why, and nobody asked.</p>"
    *_, found = records(
        tmp_path, "jsonl", *((b"a", text.encode()) for text in BESIDE), (b"b", page.replace(b"\n", b" "))
    )
    assert (found.text, found.encoding_source) == (
        "The baker’s shop is closed.\nThey don’t say why, and nobody asked.", "html",
    )  # fmt: skip
