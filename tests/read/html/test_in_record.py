"""Markup in the text of a record: read as what it is, and plain text beside it left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from tests.read.html.page import FIRST, SECOND
from tests.read.html.stated_pages import STATED
from tests.read.test_readers import read


def record(tmp_path: Path, text: str, **columns: str) -> Input:
    (found,) = read(tmp_path, "a.jsonl", json.dumps({"text": text} | columns).encode())
    assert isinstance(found, Input)
    return found


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (f"<p>{FIRST}</p>\n<p>{SECOND}</p><br/><a href='/'>More</a>", f"{FIRST}\n{SECOND}\nMore"),
        ("First line<br>second line<br/>third<br />fourth &amp; last", "First line\nsecond line\nthird\nfourth & last"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        (f"<div><script>var a = '{SECOND}'</script><p hidden>x</p><p>{FIRST}</p></div>", FIRST),
        ("<pre>a\n  b</pre><p>c</p>", "a\n  b\nc"),
        (f"{FIRST}<p>{SECOND} It&#x27;s <i>true</i>.<p>&quot;Yes.&quot;", f'{FIRST}\n{SECOND} It\'s true.\n"Yes."'),
        ("渡口恢复了，<br>每小时一班", "渡口恢复了，\n每小时一班"),
        ("[b]渡口恢复了[/b]<br />&nbsp;&nbsp;每小时一班", "[b]渡口恢复了[/b]\n\xa0\xa0每小时一班"),
        ("[quote=A. Roe]<br />The ferry left.[/quote] Not yet.", "[quote=A. Roe]\nThe ferry left.[/quote] Not yet."),
    ],
)
def test_a_piece_of_a_page_is_its_text(tmp_path: Path, text: str, read_as: str) -> None:
    found = record(tmp_path, text)
    assert (found.text, found.raw, found.encoding_source) == (read_as, text.encode(), "html")
    assert found.remark is not None


@pytest.mark.parametrize(
    "text",
    [
        "If a < b and c > d, then <p> is not meant.",
        "Write <p> where a paragraph begins, and </p> where it ends: that is all there is to it.",
        "A lesson:\n```\n<p>one</p><p>two</p><p>three</p>\n```\n",
        "<p>{{ page.title }}</p><p>{{ page.text }}</p><p></p>",
        "<John> went home. <Mary> stayed.",
        "A line ends at <br> and nowhere else.",
        "In a forum [b] is bold, and [br] <br /> where a line ends; &nbsp; is a blank.",
        "A list[0] <br /> [1] is drawn in two lines.",
        "Where x<p>y holds, one<p> is enough. <p>Two are not.",
        "Use &lt;p&gt; to begin a paragraph, and &lt;/p&gt; to end it.",
    ],
)
def test_prose_about_markup_stays_as_it_is(tmp_path: Path, text: str) -> None:
    found = record(tmp_path, text)
    assert (found.text, found.encoding_source) == (text, "container")


def test_a_piece_of_a_page_that_was_escaped_twice_is_its_text(tmp_path: Path) -> None:
    found = record(tmp_path, f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;")
    assert (found.text, found.encoding_source) == (f"{FIRST}\n{SECOND}", "html")


def test_a_page_in_a_record_states_what_the_record_does_not(tmp_path: Path) -> None:
    found = record(tmp_path, STATED["json-ld"].html, headline="The record's own", date="2020-02-02")
    said = found.stated
    assert (said.title, said.source, said.author) == ("The record's own", "Bay Courier", "Ada Finch, Ben Roe")
    assert said.published is not None
    assert said.published.year == 2020
    assert FIRST in (found.text or "")
