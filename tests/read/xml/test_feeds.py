"""Feeds and exports of blogs: entries with their fields; what is none; damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.reading import read

P = "The ferry left before dawn, and nobody on the landing saw it go."
MORE = "The bell was silent until noon, when the wind came back."
HTML = f"&lt;p&gt;{P}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;"


def rss(*items: str, head: str = '<?xml version="1.0"?>\n') -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'{head}<rss version="2.0"><channel><title>Bay news</title>{inside}</channel></rss>'


def atom(*entries: str) -> str:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay news</title>{inside}</feed>'


def only(found: list[Input | Refused]) -> Input:
    (one,) = found
    assert isinstance(one, Input)
    return one


def test_an_item_states_its_fields_and_the_feed_is_the_source(tmp_path: Path) -> None:
    item = (
        "<title>Ferry &amp;amp; bell</title><link>https://bay.example/1</link><guid>g1</guid>"
        f"<author>a@bay.example (A. Roe)</author><pubDate>Tue, 05 Mar 2024 07:30:00 GMT</pubDate>"
        f"<category>Boats</category><description>{HTML}</description>"
    )
    found = only(read(tmp_path, "a.xml", rss(item).encode()))
    assert (found.id, found.text) == ("a.xml#0", f"{P}\n{MORE}")
    said = found.stated
    assert (said.title, said.source, said.author, said.id) == ("Ferry & bell", "Bay news", "A. Roe", "g1")
    assert (str(said.published), said.url) == ("2024-03-05 07:30:00", "https://bay.example/1")
    assert found.remark == "columns not used: category; its text is an HTML fragment"


def test_the_content_of_an_item_is_its_text_rather_than_the_description(tmp_path: Path) -> None:
    item = f"<description>Short.</description><content:encoded><![CDATA[<p>{P}</p>]]></content:encoded>"
    found = only(read(tmp_path, "feed", rss(item, head="").encode()))
    assert (found.text, found.remark) == (P, "columns not used: description; its text is an HTML fragment")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f'<content type="html">{HTML}</content><summary>Short.</summary>', f"{P}\n{MORE}"),
        (f'<content type="xhtml"><div><p>{P}</p><p>{MORE}<br/></p></div></content>', f"{P}\n{MORE}"),
        (f'<content src="https://bay.example/1"/><summary>{P}</summary>', P),
        (f"<summary>{P}</summary>", P),
    ],
    ids=["escaped", "elements", "elsewhere", "summary"],
)
def test_an_entry_of_atom_is_read_by_its_own_link(tmp_path: Path, content: str, text: str) -> None:
    entry = (
        '<title>The ferry</title><link rel="edit" href="https://api.example/1"/><link href="https://bay.example/1"/>'
        f"<author><name>A. Roe</name><uri>https://roe.example</uri></author><published>2024-03-05</published>{content}"
    )
    found = only(read(tmp_path, "a.atom", atom(entry).encode()))
    said = found.stated
    assert (found.text, said.title, said.source) == (text, "The ferry", "Bay news")
    assert said.published is not None
    assert (said.author, said.url, str(said.published.date())) == ("A. Roe", "https://bay.example/1", "2024-03-05")


def test_a_prefix_of_the_whole_feed_changes_nothing(tmp_path: Path) -> None:
    made = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Bay news</a:title><a:entry><a:title>The ferry</a:title>'
        f'<a:link href="https://bay.example/1"/><a:content>{P}</a:content></a:entry></a:feed>'
    )
    found = only(read(tmp_path, "a.xml", made.encode()))
    said = found.stated
    assert (found.text, said.title, said.source, said.url) == (P, "The ferry", "Bay news", "https://bay.example/1")


def test_a_feed_in_its_declared_codec_after_a_blank_line(tmp_path: Path) -> None:
    text = "渡船在黎明前离开，码头上没有人看见它走，钟声直到中午才响起。"
    made = rss(
        f"<title>渡船</title><description>{text}</description>", head='\n<?xml version="1.0" encoding="GB2312"?>\n'
    )
    found = only(read(tmp_path, "a.xml", made.encode("gb18030")))
    assert (found.text, found.stated.title) == (text, "渡船")


def test_text_without_markup_stays_as_it_is(tmp_path: Path) -> None:
    found = only(read(tmp_path, "a.xml", rss(f"<description>{P} 3 &lt; 4.</description>").encode()))
    assert (found.text, found.encoding_source) == (f"{P} 3 < 4.", "container")


def test_pictures_and_entries_without_text_are_told(tmp_path: Path) -> None:
    picture = "<title>a.jpg</title><description>x</description><wp:post_type>attachment</wp:post_type>"
    found = read(tmp_path, "a.xml", rss(picture, "<title>Only a title</title><description></description>").encode())
    assert [one.code for one in found if isinstance(one, Refused)] == ["beside-the-articles", "no-text"]


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        (rss(f"<description>{P}</description>", "<description>a & b</description>"), ["", "broken-container"]),
        ('<!DOCTYPE rss [<!ENTITY a "aa">]>' + rss("<description>&a;</description>", head=""), ["broken-container"]),
        (rss("<a>" * 300), ["broken-container"]),
        (rss(f"<description>{'x' * 5000}</description>", f"<description>{P}</description>"), ["too-large", ""]),
    ],
    ids=["damaged", "entities", "deep", "large"],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path, made: str, codes: list[str]) -> None:
    found = read(tmp_path, "a.xml", made.encode(), max_file_bytes=4000)
    assert [one.code if isinstance(one, Refused) else "" for one in found] == codes


def test_nothing_is_fetched_and_entities_of_html_are_characters(tmp_path: Path) -> None:
    made = '<!DOCTYPE rss SYSTEM "file:///etc/hostname">' + rss(
        "<title>Caf&eacute; &un;</title>" + f"<description>{P}</description>", head=""
    )
    assert only(read(tmp_path, "a.xml", made.encode())).stated.title == "Café &un;"
