"""Columns and paths of records: what is text, what the record says of itself, and what to say when nothing is there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.inputs import Input
from audit.read.stated import Stated, stated
from tests.read.containers.records import jsonl, read, shown

MORNING = datetime(2024, 3, 5, 7, 30)  # noqa: DTZ001 as it is written
WHOLE = Stated(
    title="Ferry back", source="Bay Post", published=MORNING, has_time=True, author="A. Roe",
    url="https://bay.example/1", id="n-7",
)  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("title", "source", "date", "author", "url", "id"),
        ("headline", "publisher", "publish_date", "byline", "link", "_id"),
        ("newsTitle", "site_name", "datePublished", "authors", "canonical-url", "docId"),
        ("标题", "来源", "发布时间", "作者", "链接", "编号"),
        ("judul", "sumber", "tanggal", "penulis", "url", "uuid"),
        ("Titel", "Quelle", "Datum", "Autor", "URL", "GUID"),
        ("заголовок", "источник", "дата", "автор", "ссылка", "id"),
        ("Ueberschrift", "Quelle", "veroeffentlicht_am", "Verfasser", "Adresse", "id"),
        ("tytul", "zrodlo", "data_publikacji", "autor", "odnosnik", "id"),
        ("naslov", "vir", "datum_objave", "avtor", "povezava", "id"),
        ("título", "veículo", "data_publicação", "Written By", "enlace", "id"),
        ("記事タイトル", "配信元", "配信日時", "記者名", "記事URL", "uuid"),
        ("article_title", "article_source", "article_date", "article_author", "article_url", "article_id"),
        ("meta.title", "meta.publisher", "meta.published_at", "meta.author", "meta.url", "id"),
        ("articleTitle", "sourceTitle", "publicationDateTime", "authorNames", "requested_url", "articleId"),
        ("dc:title", "dc:publisher", "dcterms:issued", "dc:creator", "url", "id"),
        ("제목", "언론사", "작성일시", "기자명", "링크", "id"),
        ("法规名称", "来源", "发布时间", "用户昵称", "链接", "编号"),
    ],
)
@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_what_a_record_says_of_itself_is_taken_over(tmp_path: Path, names: tuple[str, ...], form: str) -> None:
    values = ("Ferry back", "Bay Post", "2024-03-05 07:30", "A. Roe", "https://bay.example/1", "n-7")
    record = {"text": "The ferry is back.", **dict(zip(names, values, strict=True))}
    if form == "parquet":
        pq.write_table(pa.Table.from_pylist([record]), tmp_path / "made")
        content = (tmp_path / "made").read_bytes()
        (tmp_path / "made").unlink()
    elif form == "csv":
        content = f"{','.join(record)}\n{','.join(record.values())}\n".encode()
    else:
        content = jsonl(record)
    (found,) = read(tmp_path, f"a.{form}", content)
    assert isinstance(found, Input)
    assert (found.text, found.stated) == ("The ferry is back.", WHOLE)


TEXT = "The ferry is back."


@pytest.mark.parametrize(
    "record",
    [
        {"post_title": "x", "post_content": TEXT},
        {"title": {"rendered": "x"}, "content": {"rendered": TEXT, "protected": False}},
        {"article": {"headline": "x", "body": TEXT}},
        {"_source": {"title": "x", "text": TEXT}},
        {"webTitle": "x", "fields": {"bodyText": TEXT}},
        {"title": "x", "description": "short", "content:encoded": TEXT},
        {"新闻标题": "x", "新闻内容": TEXT},
        {"title": "x", "passage": TEXT},
        {"titolo": "x", "testo": TEXT, "data": "05/03/2024"},
        {"title": "x", "messages": [{"role": "user", "content": TEXT}]},
        {"title": "x", "conversations": [{"from": "human", "value": TEXT}]},
        {"title": "x", "content": [{"type": "text/html", "value": TEXT}]},
        {"title": "x", "body": {"storage": {"value": TEXT}}},
        {"title": "x", "article_body": {"html": TEXT, "wikitext": f"[[{TEXT}]]"}},
        {"review_headline": "x", "alt_text": "short", "review_content": TEXT},
        {"title": "x", "opinionText": TEXT},
        {"title": "x", "description": TEXT},
    ],
    ids=lambda record: list(record)[-1],
)
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_the_text_is_found_under_its_usual_names_and_in_objects(tmp_path: Path, record: dict, form: str) -> None:
    content = jsonl(record)
    if form == "parquet":
        pq.write_table(pa.Table.from_pylist([record]), tmp_path / "made")
        content = (tmp_path / "made").read_bytes()
        (tmp_path / "made").unlink()
    (found,) = read(tmp_path, f"a.{form}", content)
    assert isinstance(found, Input)
    assert (found.text, found.stated.title) == (TEXT, "x")


@pytest.mark.parametrize("name", ["reviewText", "Review_Text", "articleBody", "Full Text"])
def test_a_text_is_preferred_to_its_summary_however_it_is_written(tmp_path: Path, name: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl({"summary": "A good bell", name: "It rings."}))) == ["It rings."]
    assert shown(read(tmp_path, "a.jsonl", jsonl({"summary": "A good bell", "Score": "It rings."}))) == ["A good bell"]


def test_a_dialogue_is_all_text_and_what_it_does_not_use_is_named(tmp_path: Path) -> None:
    turns = [{"role": "user", "content": "Share this page?"}, {"role": "assistant", "content": TEXT}]
    found, plain = read(tmp_path, "a.jsonl", jsonl({"id": 1, "lang": "en", "messages": turns}, {"text": TEXT}))
    assert isinstance(found, Input)
    assert isinstance(plain, Input)
    assert (found.text, found.is_whole, found.remark) == (f"Share this page?\n{TEXT}", True, "columns not used: lang")
    assert not plain.is_whole


def test_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    record = {"text": TEXT, "title": "x", "lang": "en", "score": 3, "meta": {"url": "https://bay.example"}}
    (found,) = read(tmp_path, "a.jsonl", jsonl(record), extra=("score",))
    assert isinstance(found, Input)
    assert (found.remark, found.stated.url) == ("columns not used: lang", "https://bay.example")
    (found,) = read(tmp_path, "b.jsonl", jsonl({"text": TEXT}))[1:]
    assert isinstance(found, Input)
    assert found.remark is None


def test_who_sent_a_mail_is_its_author(tmp_path: Path) -> None:
    sender = {"name": "Ada Roe", "email": "ada@bay.example"}
    mails = jsonl(
        {"from": sender, "to": "bo@bay.example", "subject": "x", "body": TEXT},
        {"from": "en", "to": "de", "text": TEXT},
    )
    mail, translation = read(tmp_path, "a.jsonl", mails)
    assert isinstance(mail, Input)
    assert isinstance(translation, Input)
    assert (mail.stated.author, translation.stated.author) == ("Ada Roe", None)


def test_what_belongs_to_a_writer_or_a_publisher_is_not_the_pages(tmp_path: Path) -> None:
    record = {"text": TEXT, "author": {"name": "By A. Roe", "url": "https://roe.example"}, "user": {"title": "Dr"}}
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    assert found.stated == Stated(author="A. Roe")
    assert stated({"author": {"id": 3, "url": "https://roe.example"}}) == Stated(unread=("author",))


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            {"Message-ID": "<7@bay>", "From": "Ada Roe <ada@bay.example>", "Subject": "Ferry back", "body": TEXT},
            Stated(title="Ferry back", author="Ada Roe", id="<7@bay>"),
        ),
        (
            {"headers": {"from": "ada@bay.example", "to": "b@bay.example", "subject": "Ferry back"}, "text": TEXT},
            Stated(title="Ferry back", author="ada@bay.example"),
        ),
        ({"发件人": "罗亚", "收件人": "甲", "主题": "渡船", "正文": TEXT}, Stated(title="渡船", author="罗亚")),
        ({"from": "a crawl", "subject": "Ships", "text": TEXT}, Stated(title="Ships")),
        ({"from": "Bay", "to": "Cape", "text": TEXT}, Stated()),
    ],
)
def test_who_sent_a_mail_wrote_it(tmp_path: Path, record: dict, told: Stated) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    assert found.stated == told


def test_an_index_without_a_name_hides_no_column(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.csv", b",title,author,text\n0,Ferry back,A. Roe,The ferry is back.\n")
    assert isinstance(found, Input)
    assert found.stated == Stated(title="Ferry back", author="A. Roe")


def test_columns_that_only_look_like_it_are_left_alone(tmp_path: Path) -> None:
    records: tuple[dict[str, object], ...] = (
        {"text": "a", "timestamp": "2024-03-05", "crawl_date": "2024-03-05", "subtitle": "x", "author_count": 3},
        {"text": "a", "dump": "CC-MAIN-2023-06", "date": "2023-02-09"},
        {"text": "a", "source": "books", "added": "2023-03-21", "created": ""},
        {"text": "a", "source": "The Quay", "added": "2023-03-21"},
    )
    found = read(tmp_path, "a.jsonl", jsonl(*records))
    stated = [each.stated for each in found if isinstance(each, Input)]
    assert stated == [Stated(), Stated(), Stated(), Stated(source="The Quay")]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"domain": "bay.example", "text": TEXT}, Stated(source="bay.example")),
        ({"domain": ["通用"], "text": TEXT}, Stated()),
        ({"domain": "law", "text": TEXT}, Stated()),
        ({"source": "Bay Post", "domain": "law", "text": TEXT}, Stated(source="Bay Post")),
    ],
)
def test_a_domain_is_a_source_where_it_is_one_of_the_internet(tmp_path: Path, record: dict, told: Stated) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    assert found.stated == told


def test_names_of_corpora_are_known(tmp_path: Path) -> None:
    record = {"warc_url": "https://bay.example/1", "warc_record_id": "c1", "screen_name": "Ada Roe", "text": TEXT}
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    assert found.stated == Stated(url="https://bay.example/1", id="c1", author="Ada Roe")


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"owner": {"display_name": "A. Roe", "id": 3}}, "author", "A. Roe"),
        ({"user": {"screen_name": "roe", "id": 3}}, "author", "roe"),
        ({"user": {"id": 3, "verified": True}}, "author", None),
        ({"conversation_id": "c-1"}, "id", "c-1"),
        ({"conversation_id": "c-1", "id": "m-1"}, "id", "m-1"),
        ({"document_url": "https://bay.example/1"}, "url", "https://bay.example/1"),
        ({"paper_title": "On walnuts"}, "title", "On walnuts"),
    ],
)
def test_fields_of_other_kinds_of_records(
    tmp_path: Path, more: dict[str, object], field: str, said: str | None
) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl({"text": TEXT, **more}))
    assert isinstance(found, Input)
    assert getattr(found.stated, field) == said
