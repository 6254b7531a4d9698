"""A page is its main text, where it can be read at all."""

from __future__ import annotations

import builtins

import pytest

from audit.read.html.page import parsed
from audit.read.refusal import RefusedInputError
from tests.read.reading import read

PAGE = (
    "<html><head><meta charset='{}'><title>Ferry</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Ferry returns</h1>"
    + "<p>Die größere Fähre fährt wieder über die Bucht, und das Café am Kai öffnet früh.</p>" * 6
    + "</article></body></html>"
)  # fmt: skip


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_html_is_its_main_text(tmp_path, charset):
    raw = PAGE.format(charset).encode(charset)
    (found,) = read(tmp_path, "a.html", raw)
    assert (found.raw, found.declared, found.encoding_source) == (raw, charset, "html")
    assert "Die größere Fähre fährt wieder über die Bucht" in found.text
    assert "Home" not in found.text


def test_html_without_the_extra_says_what_to_install(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.partition(".")[0] in {"trafilatura", "lxml"}:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read(tmp_path, "a.html", PAGE.format("utf-8").encode())
    assert (found.code, "corpus-audit[html]" in found.detail) == ("html-extra-missing", True)


def test_html_nested_where_parsers_lose_text_is_refused(tmp_path):
    (found,) = read(tmp_path, "a.html", b"<div>" * 300 + b"<p>lost</p>")
    assert found.code == "broken-container"


def test_html_with_many_open_paragraphs_is_read(tmp_path):
    content = "<html><body><article>" + "<p>The town council met on Monday about the ferry line." * 300
    (found,) = read(tmp_path, "a.html", content.encode())
    assert found.text.count("council") > 0


LARGE = 10_000_001
"""Characters at which libxml2 gives up a text or an attribute by default."""


@pytest.mark.parametrize("before", ["<img src='data:{}'>", "<script>{}</script>", "<!--{}-->"])
def test_html_behind_a_large_picture_script_or_comment_is_read(tmp_path, before):
    content = PAGE.format("utf-8").replace("<article>", f"{before.format('A' * LARGE)}<article>")
    (found,) = read(tmp_path, "a.html", content.encode())
    assert found.text.count("Die größere Fähre") == 6


def test_a_large_text_keeps_its_end_and_what_follows():
    root = parsed(f"<html><body><p>{'ferry ' * (LARGE // 5)}end<p>after</body></html>")
    first, second = root.iter("p")
    assert (len(first.text) > LARGE, first.text[-3:], second.text) == (True, "end", "after")


def test_entities_of_a_document_type_do_not_expand():
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    root = parsed(f"<!DOCTYPE html [<!ENTITY a0 'lol'>{names}]><html><body><p>&a9;</p></body></html>")
    assert "lollol" not in "".join(root.itertext())


@pytest.mark.parametrize("before", ["", "</b>", "</b>" * 150, "<b></b>" * 300, "<i></i></i>" * 40])
def test_end_tags_without_a_start_tag_do_not_hide_nesting(before):
    page = f"<html><body>{before}{{}}<p>The ferry is back.</p>"
    assert "ferry" in "".join(parsed(page.format("<i>" * 200)).itertext())
    with pytest.raises(RefusedInputError, match="200 deep"):
        parsed(page.format("<i>" * 201))


def test_the_byline_above_a_day_and_comments_is_read(tmp_path):
    raw = (
        "<html><body><nav><a href=/>Home</a></nav><article><h1>Ferry returns</h1><p class=by>By Peter Quill</p>"
        "<time datetime=2021-03-09>9 March 2021</time><p>The ferry crossed again on Monday for the first time in two "
        "years, and people waved from both banks.</p><p>It was full at every crossing.</p></article><section><h2>"
        "Comments (1)</h2><div class=comment><b>oarsman</b> said on March 10:<p>About time.</p></div></section>"
    )
    (found,) = read(tmp_path, "a.html", raw.encode())
    assert "By Peter Quill" in found.text.splitlines()[:3]


def test_the_lines_of_a_short_piece_of_code_stay_apart(tmp_path):
    raw = (
        "<html><body><h1>Checklist</h1><ul><li><span>Oars</span></li><li><a href=x>Life vest</a></li></ul><ol><li>"
        "<div>Untie</div></li><li><div>Push</div></li></ol><pre><code>row --fast\n  now</code></pre></body></html>"
    )
    (found,) = read(tmp_path, "a.html", raw.encode())
    assert found.text == "Checklist\n- Oars\n- Life vest\n1. Untie\n2. Push\nrow --fast\n  now"


def test_readings_above_characters_are_left_out_and_break_no_sentence(tmp_path):
    raw = (
        "<html><body><h1>渡し船</h1><p><ruby>渡<rp>(</rp><rt>わた</rt><rp>)</rp></ruby>し<ruby>船<rt>ぶね</rt></ruby>が再び"
        "動き出した。六か月ぶりに最初の便が出て、四十人が乗った。</p></body></html>"
    )
    (found,) = read(tmp_path, "a.html", raw.encode())
    assert found.text == "渡し船\n渡し船が再び動き出した。六か月ぶりに最初の便が出て、四十人が乗った。"


@pytest.mark.parametrize(
    ("tag", "content", "author"),
    [
        ("citation_author", "Finch, Ada", "Ada Finch"),
        ("dc.creator", "Ada Finch", "Ada Finch"),
        ("author", "Finch, Roe", "Finch, Roe"),
        ("og:article:author", "周小渡", "周小渡"),
        ("author", "清江新闻网", None),
    ],
)
def test_authors_of_meta_tags(tmp_path, tag, content, author):
    head = f"<title>渡口恢复通航-清江新闻网</title><meta name='{tag}' content='{content}'>"
    raw = f"<html><head>{head}</head><body><p>{'The ferry is back. ' * 9}</p></body></html>"
    (found,) = read(tmp_path, "a.html", raw.encode())
    assert found.stated.author == author
