"""What readers of dumps and of texts in a form of their own make of their files, to the letter."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.dumped import (
    BOX,
    EXTRACTED,
    HAN,
    MAIL,
    PAGE,
    PAGE_OF_WIKI,
    STORY,
    WARC,
    WET,
    WIKI,
    warc,
)  # fmt: skip
from tests.read.test_readers import read, texts


def inputs(found: list[Input | Refused]) -> list[Input]:
    return [one for one in found if isinstance(one, Input)]


def codes(found: list[Input | Refused]) -> list[str]:
    return [one.code if isinstance(one, Refused) else "" for one in found]


def test_a_wet_file_is_its_records(tmp_path: Path) -> None:
    found = inputs(read(tmp_path, "a.warc.wet", WET))
    assert texts(list(found)) == [f"{STORY}\n", HAN]
    first = found[0]
    assert WET[first.start :].startswith(STORY.encode())
    assert (first.stated.url, first.stated.id, first.stated.site) == (
        "https://bay.example/1",
        "urn:uuid:7",
        "bay.example",
    )
    assert first.stated.published is None  # the day of the crawl is none of publication
    assert first.remark == "crawled 2023-03-20; languages according to the crawler: eng"


def test_a_warc_file_is_what_its_responses_show(tmp_path: Path) -> None:
    found = read(tmp_path, "a.warc", WARC)
    assert codes(found) == ["", "", "", "binary"]
    page, chunked, plain = inputs(found)
    assert (page.raw, page.text, page.encoding_source) == (PAGE, chunked.text, "html")
    assert chunked.raw == PAGE
    assert WARC[plain.start :].startswith(STORY.encode())


def test_a_response_that_is_no_success_says_its_status(tmp_path: Path) -> None:
    found = inputs(read(tmp_path, "a.warc", WARC.replace(b"200 OK", b"404 NO", 1)))
    assert (found[0].remark or "").partition(";")[0] == "the server answered 404 NO"
    assert not any("answered" in (each.remark or "") for each in found[1:])


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda raw: raw[:-100], "broken-container"),
        (lambda raw: raw.replace(b"Content-Length: 97", b"Content-Length: nine", 1), "broken-container"),
        (lambda raw: raw + b"no record\n", "broken-container"),
        (lambda raw: raw + warc("conversion", b"x" * (1 << 17)), "too-large"),
        (lambda raw: raw + warc("conversion", b" \n"), "blank"),
    ],
)
def test_a_damaged_wet_file_says_where(tmp_path: Path, damage, code: str) -> None:
    assert code in codes(read(tmp_path, "a.wet", damage(WET)))


def test_mail_is_its_body_and_its_head(tmp_path: Path) -> None:
    (found,) = inputs(read(tmp_path, "a.eml", MAIL))
    assert (found.id, found.text) == ("a.eml", HAN)
    said = found.stated
    assert (said.title, said.author, said.source, said.id) == ("Spring plan", "王一", "Ferry crew", "1@bay.example")
    assert said.published == datetime(2024, 3, 4, 10, 11, 12)  # noqa: DTZ001 as the sender's clock had it
    assert found.remark == "attachments not read: 'plan.pdf (application/pdf)'"


@pytest.mark.parametrize("name", ["1", "1709518272.M1P2.bay:2,S", "1.txt"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_a_message_needs_no_suffix(tmp_path: Path, name: str, ending: bytes) -> None:
    (found,) = inputs(read(tmp_path, name, MAIL.replace(b"\n", ending)))
    assert (found.text, found.stated.title, found.stated.author) == (HAN, "Spring plan", "王一")


def test_an_article_of_usenet_has_no_day_but_a_count_of_lines(tmp_path: Path) -> None:
    head = "From: a@bay.example (A. Roe)\nSubject: Re: The bell\nOrganization: Bay\nLines: 2\n\n"
    (found,) = inputs(read(tmp_path, "51060", f"{head}{STORY}\n".encode()))
    assert ((found.text or "").strip(), found.stated.author, found.stated.title) == (STORY, "A. Roe", "Re: The bell")


@pytest.mark.parametrize(
    "head",
    [
        "From: A. Roe\nTo: the crew\nDate: 4 March 2024\nSubject: The bell\n\n",  # a memo
        "From: A. Roe <a@bay.example>\nSent: Monday, 4 March 2024 10:11\nTo: B. Poe\nSubject: Bell\n\n",  # quoted
        "From: a at bay.example\nDate: Mon, 4 Mar 2024 10:11:12\nSubject: The bell\n\n",  # an archive's page
        "Subject: The bell\nFrom: a@bay.example\nOrganization: Bay\nPages: 2\n\n",
        "Date: Mon, 04 Mar 2024 10:11:12 GMT\nServer: bay\nContent-Type: text/plain\nVia: x\n\n",
        "How mail begins:\n" + MAIL.decode()[:300],
        "From: a@bay.example\nDate: Mon, 4 Mar 2024 10:11:12\nTo: b@bay.example\nSubject: Bell\nare the fields.\n\n",
        "10:11 From: a@bay.example\n10:12 Date: Mon, 4 Mar 2024 10:11:12\n",
    ],
)
def test_what_only_begins_like_a_message_is_a_text(tmp_path: Path, head: str) -> None:
    (found,) = inputs(read(tmp_path, "1.txt", f"{head}{STORY}\n".encode()))
    assert (found.raw, found.stated.author) == (f"{head}{STORY}\n".encode(), None)


def test_a_header_in_a_charset_that_cannot_be_is_read_as_it_stands(tmp_path: Path) -> None:
    (found,) = inputs(read(tmp_path, "a.eml", MAIL.replace(b"=?utf-8?b?", b"=?u\xfftf-8?b?")))
    assert (found.text, found.stated.title) == (HAN, "Spring plan")


def test_a_mailbox_is_its_messages(tmp_path: Path) -> None:
    found = inputs(read(tmp_path, "inbox", BOX))
    assert [one.stated.title for one in found] == ["Spring plan", "Re: Spring plan"]
    assert found[1].text == ("The café by the landing opens on \nMonday.\nFrom the landing it is a short walk.\n")


def test_flowed_lines_are_rejoined_and_others_stay(tmp_path: Path) -> None:
    body = b"\nThe ferry leaves the \nold landing at nine.\nThe bell rings.\n-- \nA. Roe\n"
    for kind, text in (
        (b"; format=flowed", "The ferry leaves the old landing at nine.\nThe bell rings.\n-- \nA. Roe\n"),
        (b"", body.decode().removeprefix("\n")),
    ):
        head = b"From: a@bay.example\nSubject: Bell\nContent-Type: text/plain; charset=utf-8" + kind + b"\n"
        (found,) = inputs(read(tmp_path, "a.eml", head + body))
        assert found.text == text


def test_text_of_any_kind_is_text_and_what_is_attached_comes_last(tmp_path: Path) -> None:
    head = b"From: Ada <ada@bay.example>\nDate: Thu, 10 Aug 2006 22:00:26 +0200\nContent-Type: "
    (notes,) = inputs(read(tmp_path, "a.eml", head + b"text/asciidoc\n\n" + STORY.encode()))
    assert notes.text == STORY
    part = "--b\nContent-Type: {}\nContent-Disposition: {}\n\n{}\n"
    log, page = part.format("text/plain", "attachment", "a log"), part.format("text/html", "inline", f"<p>{STORY}</p>")
    (mixed,) = inputs(read(tmp_path, "b.eml", head + f"multipart/mixed; boundary=b\n\n{log}{page}--b--\n".encode()))
    assert mixed.text is not None
    assert mixed.text.strip() == STORY
    assert mixed.remark == "attachments not read: 'unnamed (text/plain)'"


def test_a_message_without_text_is_refused(tmp_path: Path) -> None:
    content = MAIL.replace(b"text/plain", b"image/png")
    (found,) = read(tmp_path, "a.eml", content)
    assert isinstance(found, Refused)
    assert (found.code, "plan.pdf" in found.detail) == ("no-text", True)


def test_a_wiki_is_its_articles(tmp_path: Path) -> None:
    found = read(tmp_path, "dump.xml", WIKI)
    assert codes(found) == ["", "redirect", "beside-the-articles"]
    (page,) = inputs(found)
    assert page.text == "The ferry is an old boat.\nHistory\nIt was built of oak & tar."
    said = page.stated
    assert (said.title, said.source, said.id, said.url) == (
        "Old ferry", "Bay wiki", "7", "https://bay.example/wiki/Old_ferry",
    )  # fmt: skip


def test_a_link_in_a_wiki_is_its_words(tmp_path: Path) -> None:
    content = WIKI.replace(b"tar.", b"tar by [https://yard.example the yard][https://yard.example].")
    assert "It was built of oak & tar by the yard." in inputs(read(tmp_path, "dump.xml", content))[0].text


def test_a_wiki_that_defines_entities_is_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + WIKI
    assert codes(read(tmp_path, "dump.xml", bomb)) == ["broken-container"]


def test_extracted_pages_stand_where_they_stand(tmp_path: Path) -> None:
    found = inputs(read(tmp_path, "wiki_00", EXTRACTED))
    assert [one.stated.title for one in found] == ["Ferry & bell", "渡船"]
    assert [EXTRACTED[one.start : one.start + len(one.raw)] for one in found] == [one.raw for one in found]


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "a"}, {"text": "b"}]',
        '\ufeff [\n{"text":"a"}\n,\n{"text":"b"}\n]\n',
        '{"text": "a"}\n{"text": "b"}',
        '{"n": 2, "articles": [{"text": "a"}, {"text": "b"}]}',
        '[{"text": "a", "q": "\\"}]["}, {"text": "b", "deep": [[{"x": "]"}]]}]',
    ],
)
def test_a_json_file_is_its_records(tmp_path: Path, content: str) -> None:
    for codec in ("utf-8", "utf-16", "utf-16-le"):
        assert texts(read(tmp_path, "a.json", content.encode(codec))) == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[{"text": "a"}, 7, {"text": }, {"text": "b"}]', ["", "broken-record", "broken-record", ""]),
        ('[{"text": "a"}, {"text": "b"', ["", "broken-container"]),
        ('{"name": "x", "version": 1}', ["no-text-column"]),
        ("[]", ["empty"]),
        ("no JSON at all, whatever its name says", [""]),
        ("[" * 100_000, ["broken-container"]),
    ],
)
def test_a_damaged_json_file_keeps_the_rest(tmp_path: Path, content: str, found: list[str]) -> None:
    assert codes(read(tmp_path, "a.json", content.encode()))[: len(found)] == found


def test_a_page_of_wikitext_is_its_plain_text(tmp_path: Path) -> None:
    (page,) = inputs(read(tmp_path, "a.txt", PAGE_OF_WIKI))
    assert page.text == "Old ferry is a boat on the Marl.\nHistory\nIt was built of 3 t of oak."
    assert page.stated.title == "Old ferry"


@pytest.mark.parametrize(
    "note",
    [
        b"# Ferry\n\nSee [[Marl]] and ==the bell==.\n\n{{ template.name }}\n",
        b"if [[ -f ferry ]]; then echo '''; fi\n== done ==\n",
        b"The log says [[illegible]] on page 3.\n",
    ],
)
def test_notes_and_programs_with_some_of_its_marks_are_no_wikitext(tmp_path: Path, note: bytes) -> None:
    (found,) = inputs(read(tmp_path, "a.txt", note))
    assert found.raw == note
    assert found.text is None
