"""Preformatted text keeps its indentation and empty lines, in pages, records and notebooks; prose has none."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

import audit
from tests.read.html.page import FIRST, HAN, HAN_SECOND, PROSE, SECOND, page
from tests.read.reading import read

CODE = (
    "function land(boat) {\n\n\n  for (const oar of boat) {\n\tif (oar) {\n\t  draw(oar\n        , winch)\n\t}\n  }\n}"
)
VERSE = "The gull goes out\n     over the grey water\n\n          and the tide\n     comes home"
TABLE = (
    "+-------+-------+\n| port  | depth |\n+-------+-------+\n| Bay   |   4.2 |\n| Sound |  11.0 |\n+-------+-------+"
)
OAR = "if oar:\n    row()\n    if wind:\n        sail()"
HAN_CODE = "def 读(潮):\n    for 行 in 潮:\n\n        yield 行"
BLANKS = "if oar:<br>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}row()<br>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}rest()"
MARKED_UP = {
    "pre": (f"<pre>\n{CODE}\n</pre>", CODE),
    "verse": (f"<pre>{VERSE}</pre>", VERSE),
    "table": (f"<pre>{TABLE}</pre>", TABLE),
    "listing": (f"<listing>{OAR}</listing>", OAR),
    "spans": ("<div class=code><pre><code><span>if</span> oar:\n    <b>row</b>()\n    end()</code></pre></div>",
              "if oar:\n    row()\n    end()"),
    "breaks": (f"<pre>{OAR.replace(chr(10), '<br>')}</pre>", OAR),
    "lines": (f"<pre>{''.join(f'<div>{line}</div>' for line in OAR.splitlines())}</pre>", OAR),
    "style": (f"<div style='color:red; white-space: pre-wrap'>{VERSE}</div>", VERSE),
    "blanks": (f"<p><code>{BLANKS}</code></p>", BLANKS.replace("<br>", "\n")),
    "item": (f"<ul><li>First:<pre>{OAR}</pre></li><li>then rest</li></ul>", f"- First:\n{OAR}\n- then rest"),
    "Chinese": (f"<pre>{HAN_CODE}</pre>", HAN_CODE),
}  # fmt: skip


def bodies(folder: Path, **files: str) -> list[str]:
    """Return the bodies of files, by id, whose blocks do not overlap."""
    (folder / "raw").mkdir()
    for name, text in files.items():
        (folder / "raw" / name.replace("_", ".")).write_text(text)
    audit.parse(folder / "raw", out=folder / "out")
    blocks = pl.read_parquet(folder / "out/blocks.parquet")
    assert (blocks["end"] - blocks["start"]).to_list() == blocks["text"].str.len_chars().to_list()
    assert blocks.filter(pl.col("start") <= pl.col("end").shift().over("id")).is_empty()
    return pl.read_parquet(folder / "out/documents.parquet").sort("id")["body"].to_list()


@pytest.mark.parametrize("name", MARKED_UP)
def test_the_body_keeps_what_is_preformatted(tmp_path, name):
    markup, shown = MARKED_UP[name]
    article = f"<article><h1>Ferry returns</h1>{PROSE}{markup}<p>{HAN}</p></article>"
    record = json.dumps({"text": f"<p>{FIRST}</p>{markup}<p>{SECOND}</p>"})
    in_page, in_record = bodies(tmp_path, a_html=page(article), b_jsonl=record)
    assert f"\n{shown}\n" in in_page
    assert in_record == f"{FIRST}\n{shown}\n{SECOND}"


def test_the_lines_of_a_text_field_stay_apart(tmp_path):
    (body,) = bodies(tmp_path, a_jsonl=json.dumps({"text": f"<p>{FIRST}</p><textarea>{OAR}</textarea><p>{SECOND}</p>"}))
    assert body == f"{FIRST}\n{OAR}\n{SECOND}"


def test_a_message_keeps_what_its_page_sets(tmp_path):
    head = "From: Ada <ada@bay.example>\nSubject: Winch\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8"
    (body,) = bodies(tmp_path, a_eml=f"{head}\n\n{page(f'<p>{FIRST}</p><pre>{VERSE}</pre><p>{SECOND}</p>')}\n")
    assert body == f"{FIRST}\n{VERSE}\n{SECOND}"


def test_cells_of_code_keep_their_lines(tmp_path):
    cells = [("markdown", f"# Ferry\n\n{FIRST}"), ("code", CODE), ("markdown", SECOND)]
    book = {"nbformat": 4, "metadata": {}, "cells": [{"cell_type": kind, "source": text} for kind, text in cells]}
    (body,) = bodies(tmp_path, a_ipynb=json.dumps(book))
    assert CODE in body


@pytest.mark.parametrize(
    "paragraph",
    [
        f"<p>\n     {FIRST}\n     {SECOND}</p>",
        f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{FIRST} {SECOND}</p>",
        f"<p style='white-space: pre-wrap'>{FIRST} {SECOND}</p>",
        f"<p style='white-space: nowrap'>{FIRST}\n     {SECOND}</p>",
        f"<div style='white-space: pre-wrap'>\n    <p>{FIRST} {SECOND}</p>\n    </div>",
        f"<p>\n   {FIRST} <code>  </code>{SECOND}</p>",
    ],
)
def test_prose_has_no_indentation(tmp_path, paragraph):
    (body,) = bodies(tmp_path, a_jsonl=json.dumps({"text": f"{paragraph}<p>{HAN}</p>"}))
    assert body == f"{FIRST} {SECOND}\n{HAN}"


def test_paragraphs_in_chinese_are_not_indented(tmp_path):
    (body,) = bodies(
        tmp_path, a_html=page(f"<article><h1>旧水磨</h1><p>　　{HAN}</p><p>　　{HAN_SECOND}</p></article>")
    )
    assert body == f"{HAN}\n{HAN_SECOND}"


def test_a_title_in_preformatted_text_is_without_its_blanks(tmp_path):
    raw = page(f"<pre>\n\n      Ferry returns\n      =====\n\n   {FIRST}</pre>", "<title>Ferry returns</title>")
    (found,) = read(tmp_path, "a.html", raw.encode())
    (mark,) = (mark for mark in found.marked if mark.kind == "title")
    assert found.text[mark.start : mark.end].strip() == "Ferry returns"
