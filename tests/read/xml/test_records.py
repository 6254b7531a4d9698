"""Exports of records as XML, translation memories, and XML that is neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.reading import read, shown

DECLARED = '<?xml version="1.0" encoding="utf-8"?>\n'
P = "The ferry left before dawn, and nobody on the landing saw it go."
MORE = "The bell was silent until noon, when the wind came back."
ZH = "渡船在黎明前离开，码头上没有人看见它走。"


def fields(found: list[Input | Refused]) -> list[tuple[str | None, ...]]:
    said = [one.stated for one in found if isinstance(one, Input)]
    return [(each.id, each.title, each.published and str(each.published.date()), each.author) for each in said]


def test_a_row_of_attributes_is_a_record(tmp_path: Path) -> None:
    question = f'<row Id="1" CreationDate="2024-03-05T10:00:00.1" Body="&lt;p&gt;{P}&lt;/p&gt;" Title="A ferry?" />'
    answer = (
        f'<row Id="2" PostTypeId="2" CreationDate="2024-03-06T10:00:00.1" Body="{MORE}" OwnerDisplayName="A. Roe" />'
    )
    found = read(tmp_path, "Posts.xml", f"{DECLARED}<posts>\n{question}\n{answer}\n</posts>".encode())
    assert shown(found) == [("Posts.xml#0", P), ("Posts.xml#1", MORE)]
    assert fields(found) == [("1", "A ferry?", "2024-03-05", None), ("2", None, "2024-03-06", "A. Roe")]
    assert [one.line for one in found if isinstance(one, Input)] == [3, 4]


def test_a_record_of_elements_keeps_words_between_tags(tmp_path: Path) -> None:
    first = f'<doc id="7"><title>The ferry</title><by>A. Roe</by><text><p>{P}</p><p>{MORE}</p></text></doc>'
    other = "<doc><title>渡船</title><text>Before <b>dawn</b> it left.</text></doc>"
    found = read(tmp_path, "a.xml", f"{DECLARED}<docs>{first}{other}<doc><title>None</title></doc></docs>".encode())
    assert shown(found) == [
        ("a.xml#0", f"{P}\n{MORE}"),
        ("a.xml#1", "Before dawn it left."),
        ("a.xml#2", "no-text-column"),
    ]
    assert fields(found) == [("7", "The ferry", None, "A. Roe"), (None, "渡船", None, None)]


@pytest.mark.parametrize(
    "inside",
    [
        "<votes><row Id='1' VoteTypeId='2'/></votes>",
        f"<package><metadata><id>a</id><description>{P}</description></metadata></package>",
        f"<project><version>4</version><description>{P}</description></project>",
        f"<resources><string name='text'>{P}</string></resources>",
        f"<book><title>T</title><chapter><para>{P}</para></chapter></book>",
        "<urlset><url><loc>https://bay.example/</loc></url></urlset>",
    ],
    ids=["votes", "package", "project", "strings", "book", "sitemap"],
)
def test_other_xml_is_no_file_of_records(tmp_path: Path, inside: str) -> None:
    assert shown(read(tmp_path, "a.xml", f"{DECLARED}{inside}".encode())) == [("a.xml", "structured")]


def test_a_unit_of_a_translation_memory_joins_its_languages(tmp_path: Path) -> None:
    coded = '<seg>The <bpt i="1">&lt;b&gt;</bpt>ferry<ept i="1">&lt;/b&gt;</ept> left.</seg>'
    units = (
        f'<tu tuid="t1"><tuv xml:lang="EN-us">{coded}</tuv><tuv xml:lang="ZH"><seg>{ZH}</seg></tuv></tu>'
        f'<tu><tuv lang="da"><seg>Færgen sejlede.</seg></tuv><tuv lang="sk"><seg>Trajekt odplával.</seg></tuv></tu>'
    )
    made = f'{DECLARED}<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>{units}</body></tmx>'
    found = read(tmp_path, "a.tmx", made.encode("utf-16"))
    assert shown(found) == [("a.tmx#0", f"The ferry left.\n{ZH}"), ("a.tmx#1", "Færgen sejlede.\nTrajekt odplával.")]
    assert fields(found)[0] == ("t1", None, None, None)


def test_a_unit_of_one_language_is_its_text(tmp_path: Path) -> None:
    made = f"{DECLARED}<tmx><body><tu><tuv lang='en'><seg>{P}</seg></tuv></tu><tu><note>x</note></tu></body></tmx>"
    assert shown(read(tmp_path, "a.tmx", made.encode())) == [("a.tmx#0", P), ("a.tmx#1", "empty")]


UNIT = f'<trans-unit id="u1"><source>{P}<x id="n"/></source><seg-source><mrk>{P}</mrk></seg-source>'
PROPOSED = "<alt-trans><source>Old.</source><target>Alt.</target></alt-trans>"
SEGMENTS = f"<segment><source>{P}</source><target>{ZH}</target></segment><ignorable><source> </source></ignorable>"


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (f"{UNIT}<target>{ZH}</target>{PROPOSED}</trans-unit>", f"{P}\n{ZH}"),
        (f"{UNIT}<target/></trans-unit>", P),
        (f'<unit id="u1">{SEGMENTS}<segment><source>Noon.</source></segment></unit>', f"{P} Noon.\n{ZH}"),
    ],
    ids=["first version", "not yet translated", "second version"],
)
def test_a_unit_of_xliff_joins_its_sides(tmp_path: Path, unit: str, text: str) -> None:
    made = f'{DECLARED}<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body>{unit}</body></file></xliff>'
    found = read(tmp_path, "a.xlf", made.encode())
    assert shown(found) == [("a.xlf#0", text)]
    assert fields(found)[0][0] == "u1"


def test_a_note_that_is_a_document_of_its_own_is_what_it_shows(tmp_path: Path) -> None:
    prolog = '<?xml version="1.0"?>\n<!DOCTYPE en-note SYSTEM "http://bay.example/enml2.dtd">'
    content = f"<content><![CDATA[{prolog}<en-note><div>{P}</div><div><br/>{MORE}</div></en-note>]]></content>"
    about = "<note-attributes><author>A. Roe</author></note-attributes>"
    note = f"<note><title>Ferry</title><created>20240305T100000Z</created>{about}{content}</note>"
    found = read(tmp_path, "a.enex", f"{DECLARED}<en-export>{note}</en-export>".encode())
    assert shown(found) == [("a.enex#0", f"{P}\n{MORE}")]
    assert fields(found) == [(None, "Ferry", "2024-03-05", "A. Roe")]


@pytest.mark.parametrize("sign", ["& chips", "\x01"])
def test_a_damaged_text_is_told_by_its_line(tmp_path: Path, sign: str) -> None:
    content = f'<?xml version="1.0"?>\n<docs>\n<doc><text>Fish {sign}.</text></doc>\n</docs>'
    (found,) = read(tmp_path, "a.xml", content.encode())
    assert found.detail.startswith("line 3, column ")
    assert ": not well-formed (invalid token); the container cannot be read" in found.detail


@pytest.mark.parametrize("name", ["article", "record", "doc"])
def test_paragraphs_right_in_an_article_are_its_text(tmp_path: Path, name: str) -> None:
    several = f"<{name}><title>Dawn</title><date>2024-03-05</date><p>{P}</p><p>{MORE}</p></{name}>"
    single = f"<{name}><title>渡船</title><p>{ZH}</p></{name}>"
    found = read(tmp_path, "a.xml", f"{DECLARED}<news>{several}{single}</news>".encode())
    assert shown(found) == [("a.xml#0", f"{P}\n{MORE}"), ("a.xml#1", ZH)]
    assert [each[1] for each in fields(found)] == ["Dawn", "渡船"]


@pytest.mark.parametrize(
    "inside",
    [
        f"<chapter><title>Dawn</title><p>{P}</p><p>{MORE}</p></chapter>",
        f"<article><p>{P}</p><h2>Noon</h2><p>{MORE}</p></article>",
        f"<article><p>{P}</p><ul><li>rope</li><li>bell</li></ul><p>{MORE}</p></article>",
    ],
)
def test_paragraphs_of_a_chapter_and_among_other_markup_are_no_records(tmp_path: Path, inside: str) -> None:
    (found,) = read(tmp_path, "a.xml", f"{DECLARED}<book>{inside}</book>".encode())
    assert isinstance(found, Refused)
