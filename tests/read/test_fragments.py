"""Pieces of pages in text files are read as what they show; texts that speak of tags, and code, as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.texts.fragments import is_fragment
from tests.read.test_readers import read

ONE = "The lock-keeper has worked the gates by hand for thirty-one years."
TWO = "Next spring the gates will be driven by a motor."


def plain(folder: Path, text: str) -> Input:
    (found,) = read(folder, "a.txt", text.encode())
    assert isinstance(found, Input)
    return found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"<p>{ONE}</p><br>\n<p>&ldquo;{TWO}&rdquo;</p><br>\n", f"{ONE}\n“{TWO}”"),
        (
            f'<div class="post" id=c12>\n<p>{ONE}</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</div>',
            f"{ONE}\n- one\n- two",
        ),
        (f"{ONE}<br><br>{TWO}<br/>", f"{ONE}\n{TWO}"),
        (f"<DIV>{ONE}</DIV>\n\n<DIV><BR></DIV>\n\n<DIV>&gt; {TWO}</DIV>", f"{ONE}\n> {TWO}"),
        (f"<p>The ferry, wrapped\nby an editor.</p>\n\n<p>{TWO}</p>", f"The ferry, wrapped by an editor.\n{TWO}"),
        (
            '<p>河面结了冰。</p>\n<p><img src="/1.jpg" alt=""/></p>\n<p>大人不让孩子去了。</p>',
            "河面结了冰。\n大人不让孩子去了。",
        ),
    ],
)
def test_a_piece_of_a_page_is_what_it_shows(tmp_path: Path, text: str, shown: str) -> None:
    found = plain(tmp_path, text)
    assert (found.text, found.raw, found.encoding_source) == (shown, text.encode(), "html")
    assert found.remark == "its text is an HTML fragment"


@pytest.mark.parametrize(
    "text",
    [
        f"Every paragraph ends with </p>. A break is <br>, without end.\n<p>{ONE}</p>\n<br>\n<p>{TWO}</p>\nSave",
        f"<p>{ONE}</p>\n\n{TWO}\n\nIts second paragraph has no tag</p> but a blank line.<br>",
        f"Dear <name>,\n\n{ONE}\n\nYours, <br> and </br>",
        "<oda> the pump is running\n<finn> since when?</p>\n<oda> since ten</p>",
        "<b> hello\n<i> hi there<br>\n<b> how is the pump<br>\n<i> fine<br>",
        "<order><item>quinces</item><p>40</p><p>12</p></order>",
        "export function Oar({ n }) {\n  return (\n    <div className='oar'>\n      <p>{n} cm</p>\n    </div>\n  );\n}",
        "<div style={wide}><p>one</p><p>two</p></div>",
        "If a<b and b>c, then <p> is the ideal that p generates, and <p, q> is principal.</p></p>",
        f"# Oars\n\n<p>{ONE}</p>\n<p>{TWO}</p>\n",
        f"<p>{ONE}</p>\n```\n<p>one</p>\n```\n<p>{TWO}</p>",
        f"<div><p>{{{{ page.title }}}}</p><p>{TWO}</p></div>",
        "段落以 <p> 开始，以 </p> 结束。\n<p>你好</p>\n<p>再见</p>",
        f"{ONE}\n{TWO}\n{ONE}<br>\n{TWO}<br>\nThe last line.",
        f"[b]{ONE}[/b]\n[quote=Lorn]{TWO}[/quote]",
    ],
)
def test_what_speaks_of_markup_or_has_another_one_stays_as_it_is(tmp_path: Path, text: str) -> None:
    found = plain(tmp_path, text)
    assert not is_fragment(text)
    assert (found.text, found.encoding_source) == (None, "")


def test_a_text_without_a_mark_per_paragraph_is_plain(tmp_path: Path) -> None:
    text = f"<p>{ONE} {TWO}" * 40 + "</p><br>"
    assert not is_fragment(text.replace("<p>", " "))
    assert plain(tmp_path, "<p></p><br>").text is None
