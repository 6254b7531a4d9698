"""One small file for each reader: what it is called, its bytes, and how many documents it holds."""

from __future__ import annotations

import base64
import io
import json
import quopri
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from tests.read.formatted.made import BOOK_PARTS, WORD_PARTS, packed, pdf
from tests.read.subtitled import CUES, EVENTS, FRAMED, HAN, SAMI, TIMED

STORY = "The ferry left before dawn, and nobody on the landing saw it go. The bell was silent until noon."


def warc(kind: str, block: bytes, **fields: str) -> bytes:
    named = {"WARC-Type": kind, "WARC-Target-URI": "https://bay.example/1", "WARC-Record-ID": "<urn:uuid:7>", **fields}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.0\r\n{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(("HTTP/1.1 200 OK", *headers)).encode() + b"\r\n\r\n" + body


PAGE = f"<html><body><article><h1>Ferry</h1>{f'<p>{STORY}</p>' * 4}</article></body></html>".encode()
CHUNKED = b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in (PAGE[:90], PAGE[90:], b""))
HTTP = {"Content-Type": "application/http; msgtype=response"}

WET = (
    warc("warcinfo", b"isPartOf: CC-MAIN")
    + warc(
        "conversion", f"{STORY}\n".encode(), **{"WARC-Identified-Content-Language": "eng", "WARC-Date": "2023-03-20"}
    )
    + warc("conversion", HAN.encode())
)
WARC = (
    warc("request", b"GET / HTTP/1.1\r\n\r\n", **HTTP)
    + warc("response", response(PAGE, "Content-Type: text/html"), **HTTP)
    + warc("response", response(CHUNKED, "Content-Type: text/html", "Transfer-Encoding: chunked"), **HTTP)
    + warc("response", response(STORY.encode(), "Content-Type: text/plain"), **HTTP)
    + warc("response", response(b"\x89PNG\r\n\x1a\n", "Content-Type: image/png"), **HTTP)
)
MAIL = f"""From: =?utf-8?b?{base64.b64encode("王一".encode()).decode()}?= <w@bay.example>
To: <dev@bay.example>
Subject: Spring plan
Date: Mon, 04 Mar 2024 10:11:12 +0800
Message-ID: <1@bay.example>
List-Id: Ferry crew <crew.bay.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=XX

--XX
Content-Type: text/plain; charset=gb18030
Content-Transfer-Encoding: base64

{base64.b64encode(HAN.encode("gb18030")).decode()}
--XX
Content-Type: application/pdf; name=plan.pdf
Content-Disposition: attachment; filename=plan.pdf
Content-Transfer-Encoding: base64

JVBERi0=
--XX--
""".encode()
PLAIN_MAIL = b"""From: A. Roe <a@bay.example>
Subject: Re: Spring plan
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The caf=C3=A9 by the landing opens on=20
Monday.
>From the landing it is a short walk.
"""
SAVED = (
    b"""From: <Saved by a browser>
Snapshot-Content-Location: https://bay.example/ferry
Subject: Ferry
Date: Mon, 4 Mar 2024 10:11:12 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--=saved"

----=saved
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://bay.example/ferry

"""
    + quopri.encodestring(PAGE)
    + b"""
----=saved
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://bay.example/quay.png

iVBORw0KGgo=
----=saved--
"""
)
BOX = b"From w@bay.example Mon Mar  4 10:11:12 2024\n" + MAIL + b"\nFrom a@bay.example Tue Mar  5 2024\n" + PLAIN_MAIL
WIKI = b"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en">
  <siteinfo><sitename>Bay wiki</sitename><base>https://bay.example/wiki/Main</base></siteinfo>
  <page><title>Old ferry</title><ns>0</ns><id>7</id><revision><id>9</id><text xml:space="preserve">{{Infobox|a=1}}
'''The ferry''' is [[boat|an old boat]].&lt;ref&gt;Book&lt;/ref&gt;
== History ==
* It was built of [[oak]] &amp;amp; tar.
{| class="x"
| cell
|}
[[File:a.jpg|thumb|The ferry]]
[[Category:Boats]]</text></revision></page>
  <page><title>Boat</title><ns>0</ns><id>8</id><redirect title="Old ferry" />
    <revision><text>#REDIRECT [[Old ferry]]</text></revision></page>
  <page><title>Talk:Old ferry</title><ns>1</ns><id>9</id><revision><text>Is it oak?</text></revision></page>
</mediawiki>
"""
EXTRACTED = f"""<doc id="7" url="https://bay.example/7" title="Ferry &amp; bell">
Ferry & bell

{STORY}
</doc>
<doc id="8" url="https://bay.example/8" title="渡船">
渡船

{HAN}
</doc>
""".encode()
FRONT = f"""---
title: "The old ferry"
date: 2024-03-05
author: [A. Roe, B. Doe]
canonical_url: https://bay.example/1
---
# The old ferry

{STORY}
"""
TOML = f"+++\ntitle = 'The old ferry'\ndate = 2024-03-05\n+++\n{STORY}\n"
PAGE_OF_WIKI = b"""{{Infobox ferry|name=Old ferry}}
'''Old ferry''' is a [[boat]] on the [[Marl]].<ref>Log, p. 3</ref>

== History ==
It was built of {{convert|3|t}} of oak. [[File:a.jpg|thumb|The boat]]

[[Category:Boats]]
"""
FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bay news</title>
<item><title>The ferry</title><description>Short.</description>
<content:encoded><![CDATA[<p>{STORY}</p>]]></content:encoded>
</item><item><title>渡船</title><description>{HAN}</description></item></channel></rss>
"""
SCAN = f"""<?xml version="1.0"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page><TextRegion><TextLine><TextEquiv>
<Unicode>{STORY}</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"""
MEMORY = f"""<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body><tu tuid="t1">
<tuv xml:lang="en-GB"><seg>{STORY}</seg></tuv><tuv xml:lang="ZH"><seg>{HAN}</seg></tuv></tu></body></tmx>"""
EDITION = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{STORY}</p></body></text></TEI>"""
POSTS = f"""<?xml version="1.0" encoding="utf-8"?>
<posts>
  <row Id="1" PostTypeId="1" Body="&lt;p&gt;{STORY}&lt;/p&gt;&#xA;" Title="The ferry" />
  <row Id="2" PostTypeId="2" Body="&lt;p&gt;{HAN}&lt;/p&gt;" />
</posts>
"""
TAGGED = f"<DOC>\n<TEXT>\n{STORY}\n</TEXT>\n</DOC>\n<DOC>\n<TEXT>{HAN}</TEXT>\n</DOC>\n"
RULE = "-" * 55
AOZORA = f"渡し場\n川辺\n\n{RULE}\n【テキスト中に現れる記号について】\n\n《》：ルビ\n{RULE}\n\n舟が来た。\n"
BOOK = f"""The Project Gutenberg eBook of The Ferry

Title: The Ferry

Author: A. Roe

Release date: June 1, 2005 [eBook #99999]

*** START OF THE PROJECT GUTENBERG EBOOK THE FERRY ***

CHAPTER I

{STORY}

*** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***

Updated editions will replace the previous one.
"""
RECORDS = [{"text": STORY, "title": "The ferry"}, {"text": HAN, "title": "渡船"}]


def parquet() -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(RECORDS), made)
    return made.getvalue()


def arrow() -> bytes:
    made = io.BytesIO()
    table = pa.Table.from_pylist(RECORDS)
    with pa.ipc.new_file(made, table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_table(table, max_chunksize=1)
    return made.getvalue()


# Name of the file, its bytes, and the documents in it; the reader is found by name or beginning.
FILES: Final = {
    "JSON Lines": ("a.jsonl", "".join(json.dumps(r) + "\n" for r in RECORDS).encode(), 2),
    "JSON": ("a.json", json.dumps({"count": 2, "data": RECORDS}, ensure_ascii=False, indent=1).encode(), 2),
    "CSV": ("a.csv", f'title,text\nferry,"{STORY}"\n渡船,{HAN}\n'.encode(), 2),
    "Parquet": ("a.parquet", parquet(), 2),
    "Arrow": ("a.arrow", arrow(), 2),
    "HTML": ("a.html", PAGE, 1),
    "WET": ("a.warc.wet", WET, 2),
    "WARC": ("a.warc", WARC, 3),
    "mailbox": ("a.mbox", BOX, 2),
    "mail": ("a.eml", MAIL, 1),
    "web archive": ("a.mhtml", SAVED, 1),
    "MediaWiki XML": ("a.xml", WIKI, 1),
    "feed": ("a.xml", FEED.encode(), 2),
    "translations": ("a.tmx", MEMORY.encode(), 1),
    "recognised pages": ("0001.xml", SCAN.encode(), 1),
    "article": ("a.xml", EDITION.encode(), 1),
    "articles": ("a.xml", f"<teiCorpus><teiHeader/>{EDITION * 2}</teiCorpus>".encode(), 2),
    "XML records": ("Posts.xml", POSTS.encode(), 2),
    "records between tags": ("ap88", TAGGED.encode(), 2),
    "WikiExtractor": ("wiki_00", EXTRACTED, 2),
    "wikitext": ("a.txt", PAGE_OF_WIKI, 1),
    "subtitles": ("a.srt", CUES.encode(), 1),
    "SubStation Alpha": ("a.ass", EVENTS.encode(), 1),
    "timed lyrics": ("a.lrc", TIMED.encode(), 1),
    "MicroDVD": ("a.sub", FRAMED.encode(), 1),
    "SAMI": ("a.smi", SAMI.encode(), 1),
    "Markdown": ("a.md", FRONT.encode(), 1),
    "catalogue of messages": ("a.po", f'msgid ""\nmsgstr "x\\n"\n\nmsgid "{STORY}"\nmsgstr "."\n'.encode(), 1),
    "YAML": ("a.yaml", f"- title: ferry\n  text: |\n    {STORY}\n- text: {STORY} It was late.\n".encode(), 2),
    "TOML": ("a.toml", f'title = "ferry"\ntext = "{STORY}"\n'.encode(), 1),
    "notebook": ("a.ipynb", json.dumps({"cells": [{"cell_type": "markdown", "source": STORY}]}).encode(), 1),
    "LaTeX": ("a.tex", f"\\title{{The old ferry}}\n\\begin{{document}}\n{STORY}\n\\end{{document}}\n".encode(), 1),
    "Org": ("a.org", f"#+title: The old ferry\n\n{STORY}\n".encode(), 1),
    "AsciiDoc": ("a.adoc", f"= The old ferry\n\n{STORY}\n".encode(), 1),
    "reStructuredText": ("a.rst", f"The old ferry\n=============\n\n{STORY}\n".encode(), 1),
    "Project Gutenberg": ("a.txt", BOOK.encode(), 1),
    "Aozora Bunko": ("a.txt", AOZORA.encode(), 1),
    "HTML fragment": ("b.txt", f"<p>{STORY}</p><br>\n<p>And it was late.</p>\n".encode(), 1),
    "PDF": ("a.pdf", pdf([[(72.0, 700.0, 11.0, STORY), (72.0, 680.0, 11.0, "And it was late.")]]), 1),
    "Word": ("a.docx", packed(WORD_PARTS), 1),
    "EPUB": ("a.epub", packed(BOOK_PARTS), 1),
}
