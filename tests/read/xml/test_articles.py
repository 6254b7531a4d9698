"""Articles and books in XML: fields, paragraphs in order, lists, tables and notes; and XML that only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.reading import read, shown

DECLARED = '<?xml version="1.0" encoding="utf-8"?>\n'
P = "The ferry left before dawn, and nobody on the landing saw it go."
MORE = "The bell was silent until noon, when the wind came back."
ZH = "渡船在黎明前离开，码头上没有人看见它走。"
JOURNAL = "<journal-meta><journal-title>Bay Letters</journal-title></journal-meta>"
ROE = "<name><surname>Roe</surname><given-names>A.</given-names></name>"
WRITER = f"<contrib contrib-type='author'>{ROE}</contrib>"
EDITOR = "<contrib contrib-type='editor'><name><surname>Doe</surname><given-names>B.</given-names></name></contrib>"
DAY = "<pub-date pub-type='epub'><day>5</day><month>3</month><year>2024</year></pub-date>"
DEPOSITED = "<pub-date pub-type='pmc-release'><day>9</day><month>9</month><year>2024</year></pub-date>"


def jats(body: str, meta: str = "", back: str = "", more: str = "") -> str:
    title = "<title-group><article-title>The <italic>last</italic> ferry<xref>*</xref></article-title></title-group>"
    front = f"<front>{JOURNAL}<article-meta>{title.replace('<xref>*</xref>', '')}{meta}</article-meta></front>"
    return f"{DECLARED}<article>{front}<body>{body}</body><back>{back}</back>{more}</article>"


def tei(text: str, header: str = "") -> str:
    about = f"<teiHeader><fileDesc><titleStmt><title>The ferry</title></titleStmt>{header}</fileDesc></teiHeader>"
    return f'{DECLARED}<TEI xmlns="http://www.tei-c.org/ns/1.0">{about}<text><body>{text}</body></text></TEI>'


def fields(found: list[Input | Refused]) -> list[tuple[str | None, ...]]:
    said = [one.stated for one in found if isinstance(one, Input)]
    return [(each.title, each.source, each.published and str(each.published.date()), each.author) for each in said]


def test_an_article_of_a_journal_is_read_in_its_order(tmp_path: Path) -> None:
    meta = f"<contrib-group>{WRITER}{EDITOR}</contrib-group>{DEPOSITED}{DAY}<abstract><p>{MORE}</p></abstract>"
    items = "<list list-type='order'><list-item><p>Bell</p></list-item><list-item><p>Rope</p></list-item></list>"
    table = "<table-wrap><label>Table 1</label><table><tr><th>Year</th><th>Boats</th></tr></table></table-wrap>"
    body = f"<sec><label>1</label><title>Dawn</title><p>{P} [<xref>1</xref>]</p>{items}</sec>{table}"
    found = read(tmp_path, "a.xml", jats(body, meta, "<ack><p>We thank the crew.</p></ack>").encode())
    lines = [MORE, "1 Dawn", f"{P} [1]", "1. Bell", "2. Rope", "Table 1", "Year | Boats", "We thank the crew."]
    assert shown(found) == [("a.xml", "\n".join(lines))]
    assert fields(found) == [("The last ferry", "Bay Letters", "2024-03-05", "A. Roe")]


def test_references_and_reviews_are_left_out_and_counted(tmp_path: Path) -> None:
    back = "<ref-list><title>References</title><ref><mixed-citation>Roe 1999.</mixed-citation></ref></ref-list>"
    review = f"<sub-article><front-stub/><body><p>{MORE}</p></body></sub-article>"
    (found,) = read(tmp_path, "a.xml", jats(f"<p>{P}</p>", "", back, review).encode())
    assert isinstance(found, Input)
    assert (found.text, found.remark) == (
        P,
        "an article in JATS; references left out: 1; articles about it left out: 1",
    )


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ("<pub-date><month>3</month><year>2024</year></pub-date>", None),
        ("<pub-date date-type='pub' iso-8601-date='2024-03-05'><year>2024</year></pub-date>", "2024-03-05"),
        (DEPOSITED, None),
    ],
    ids=["month", "written", "deposit"],
)
def test_only_a_whole_day_of_publication_is_a_date(tmp_path: Path, days: str, day: str | None) -> None:
    assert fields(read(tmp_path, "a.xml", jats(f"<p>{P}</p>", days).encode()))[0][2] == day


def test_a_name_of_the_east_begins_with_the_family(tmp_path: Path) -> None:
    name = "<name name-style='eastern'><surname>王</surname><given-names>小渡</given-names></name>"
    meta = f"<contrib-group><contrib>{name}</contrib></contrib-group>"
    assert fields(read(tmp_path, "a.xml", jats(f"<p>{ZH}</p>", meta).encode()))[0][3] == "王小渡"


def test_a_formula_is_read_in_one_of_its_forms(tmp_path: Path) -> None:
    forms = "<tex-math>\\documentclass{a}\\begin{document}$$x^2$$\\end{document}</tex-math><math><mi>x</mi></math>"
    body = f"<p>It rose by <inline-formula><alternatives>{forms}</alternatives></inline-formula> a day.</p>"
    assert shown(read(tmp_path, "a.xml", jats(body).encode())) == [("a.xml", "It rose by $$x^2$$ a day.")]


def test_an_edition_has_its_notes_below_and_no_running_heads(tmp_path: Path) -> None:
    noted = P.replace(",", ",<note>Or at noon.</note>")
    verse = "<lg><l>The tide goes out,</l><l>the tide comes in.</l></lg>"
    choice = (
        "<p>It was <choice><sic>teh</sic><corr>the</corr></choice> bell.<fw>12</fw> It rang <del>once</del>twice.</p>"
    )
    dated = "<publicationStmt><date when='2012-01-02'/></publicationStmt>"
    found = read(tmp_path, "a.xml", tei(f"<head>One</head><p>{noted}</p>{verse}{choice}", dated).encode("utf-16"))
    lines = ["One", P, "The tide goes out,", "the tide comes in.", "It was the bell. It rang twice.", "Or at noon."]
    assert shown(found) == [("a.xml", "\n".join(lines))]
    assert fields(found) == [("The ferry", None, None, None)]


def test_a_book_on_a_program_keeps_its_code(tmp_path: Path) -> None:
    info = "<info><title>Bells</title><author><personname><firstname>A.</firstname><surname>Roe</surname></personname>"
    info += "</author></info>"
    table = "<informaltable><tgroup><tbody><row><entry>a</entry><entry>b</entry></row></tbody></tgroup></informaltable>"
    items = "<itemizedlist><listitem><para>Bell</para></listitem></itemizedlist>"
    code = "<programlisting>ring\n  twice</programlisting>"
    inside = f"<chapter><title>One</title><para>{P}</para>{items}{code}{table}</chapter>"
    made = f'{DECLARED}<book xmlns="http://docbook.org/ns/docbook">{info}{inside}</book>'
    found = read(tmp_path, "a.xml", made.encode())
    assert shown(found) == [("a.xml", f"One\n{P}\n- Bell\nring\n  twice\na | b")]
    assert fields(found) == [("Bells", None, None, "A. Roe")]


def test_a_set_has_a_document_for_each_article(tmp_path: Path) -> None:
    articles = "".join(jats(f"<p>{said}</p>").removeprefix(DECLARED) for said in (P, "", MORE))
    found = read(tmp_path, "a.xml", f"{DECLARED}<pmc-articleset>\n{articles}</pmc-articleset>".encode())
    assert shown(found) == [("a.xml#0", P), ("a.xml#1", "no-text"), ("a.xml#2", MORE)]


def test_articles_of_pubmed_are_their_abstracts(tmp_path: Path) -> None:
    named = "<Author><LastName>Roe</LastName><ForeName>Ada</ForeName><Initials>A</Initials></Author>"
    group = "<Author><CollectiveName>Bay Group</CollectiveName></Author>"
    dates = ("<Year>2024</Year><Month>Mar</Month><Day>05</Day>", "<Year>2024</Year><Month>Mar</Month>")
    articles = "".join(
        f"<PubmedArticle><MedlineCitation Status='x'><PMID>{at}</PMID><Article><Journal><Title>Bay Letters</Title>"
        f"<JournalIssue><PubDate>{day}</PubDate></JournalIssue></Journal><ArticleTitle>Fog &amp; bells.</ArticleTitle>"
        f"<Abstract><AbstractText Label='AIM'>{P}</AbstractText><AbstractText>{MORE}</AbstractText>"
        f"<CopyrightInformation>Copyright 2024.</CopyrightInformation></Abstract><AuthorList>{named}{group}"
        "</AuthorList></Article></MedlineCitation></PubmedArticle>"
        for at, day in enumerate(dates)
    )
    told = f'{DECLARED}<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.example/a.dtd">\n'
    found = read(tmp_path, "a.xml", f"{told}<PubmedArticleSet>{articles}</PubmedArticleSet>".encode())
    text = f"AIM: {P}\n{MORE}"
    assert shown(found) == [("a.xml#0", text), ("a.xml#1", text)]
    said = ("Fog & bells.", "Bay Letters", "2024-03-05", "Ada Roe, Bay Group")
    assert fields(found) == [said, (*said[:2], None, said[3])]


@pytest.mark.parametrize(
    "inside",
    [
        f"<article><text>{P}</text></article>",
        f"<article><front><p>{P}</p></front></article>",
        f"<book><title>T</title><chapter><para>{P}</para></chapter></book>",
        f"<TEI><body><p>{P}</p></body></TEI>",
    ],
    ids=["no front", "no title", "book of its own kind", "no header"],
)
def test_xml_of_other_kinds_with_such_a_root_is_refused(tmp_path: Path, inside: str) -> None:
    assert shown(read(tmp_path, "a.xml", f"{DECLARED}{inside}".encode())) == [("a.xml", "structured")]


def test_records_in_elements_called_articles_are_records(tmp_path: Path) -> None:
    made = f"{DECLARED}<articles><article><title>Ferry</title><text>{P}</text></article></articles>"
    assert shown(read(tmp_path, "a.xml", made.encode())) == [("a.xml#0", P)]
