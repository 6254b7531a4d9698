"""HTML pages that hurt parsers."""

from __future__ import annotations

from tests.hostile.case import document, either, quarantined

_PARAGRAPH = "<p>The tram line along the river opens again in May, after two winters of work on the bridge.</p>"
_ARTICLE = f"<article><h1>Tram returns</h1>{_PARAGRAPH * 6}</article>"


def _page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}<title>Tram</title></head><body>{body}</body></html>".encode()


PAGES = (
    document("html/good.html", _page(_ARTICLE)),
    document("html/upper.HTM", _page(_ARTICLE)),
    document("html/good.xhtml", b'<?xml version="1.0" encoding="utf-8"?>' + _page(_ARTICLE)),
    document("html/unclosed.html", _page(_ARTICLE).removesuffix(b"</article></body></html>")),
    document("html/no-html.html", _ARTICLE.encode()),
    document("html/declared-wrong.html", _page(_ARTICLE, '<meta charset="utf-16">')),
    document("html/declared-unknown.html", _page(_ARTICLE, '<meta charset="x-nonsense">')),
    document(
        "html/gb18030.html",
        _page(
            "<article>" + "<p>河边的电车线路在五月重新开通，桥上的工程持续了两个冬天。</p>" * 6 + "</article>",
            '<meta charset="gbk">',
        )
        .decode()
        .encode("gb18030"),
    ),
    document("html/script.html", _page("<script>document.write('<p>owned</p>')</script>" + _ARTICLE)),
    document("html/surrogate-entities.html", _page(_ARTICLE.replace("May", "&#xD83D;&#0;&#x110000; May"))),
    document(
        "html/unclosed-paragraphs.html", _page("<article>" + _PARAGRAPH.removesuffix("</p>") * 300 + "</article>")
    ),
    quarantined("html/shell.html", _page('<div id="root"></div>'), "no-html-text"),
    quarantined("html/deep.html", _page("<div>" * 5000 + _ARTICLE + "</div>" * 5000), "broken-container"),
    quarantined("html/deep-unclosed.html", _page("<b><i>" * 5000 + _ARTICLE), "broken-container"),
    either(
        "html/entity-bomb.xhtml",
        b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'"><!ENTITY b "&a;&a;&a;">]><html><body>&b;</body></html>',
    ),
    either(
        "html/external-entity.xhtml",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p></body></html>',
    ),
    either("html/attributes.html", _page("<p " + "a=1 " * 20_000 + f">x</p>{_ARTICLE}")),
    either("html/open-tags.html", b"<a " * 10_000),
    either("html/open-comments.html", b"<!--" * 20_000),
    either("html/frames.html", _page("<frameset><frame src='file:///etc/passwd'></frameset>")),
    either("html/prose.html", b"No markup here, only a sentence about the tram.\n"),
    either("html/cut-tag.html", _page(_ARTICLE)[:-30] + b"<p class='"),
)
