"""Manuscripts: what their heads state is a field, what follows is the text, and what only looks like a head stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.stated import Stated
from tests.read.test_readers import read, texts

STORY = "The ferry crosses at nine.\n\nNobody waits for it in winter.\n"


def latex(head: str, text: str = STORY) -> str:
    return f"\\documentclass{{article}}\n{head}\n\\begin{{document}}\n\\maketitle\n{text}\\end{{document}}\n% left\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.tex", latex(r"\title{The old ferry}"), ("The old ferry", None, None)),
        ("a.tex", latex(r"\title[Ferry]{The \emph{old} ferry\thanks{By boat.}}"), ("The old ferry", None, None)),
        (
            "a.tex",
            latex(r"\author{A. Roe \and B. Doe}" + "\n" + r"\date{5 March 2024}"),
            (None, "A. Roe, B. Doe", "2024-03-05"),
        ),
        ("a.tex", latex("\\author{A. Roe\\\\ Bay School\\\\ Bay \\and B. Doe}"), (None, "A. Roe, B. Doe", None)),
        ("a.tex", latex(r"\title{On $x^2$ and \cite{roe}}" + "\n" + r"\date{\today}"), (None, None, None)),
        ("a.tex", latex("% \\title{Not this}\n\\title{The old\n  ferry}"), ("The old ferry", None, None)),
        ("a.tex", latex(r"\title{渡船}" + "\n" + r"\author{罗亚}"), ("渡船", "罗亚", None)),
        (
            "a.adoc",
            f"// a note\n= The old ferry\nA. Roe <a@bay.example>\nv1.2, 2024-03-05: calm\n:toc: left\n\n{STORY}",
            ("The old ferry", "A. Roe", "2024-03-05"),
        ),
        ("a.adoc", f"= 渡船\n:author: 罗亚\n:revdate: 2024-03-05\n:!toc:\n{STORY}", ("渡船", "罗亚", "2024-03-05")),
        ("a.adoc", f"= The old ferry\n{STORY}", ("The old ferry", None, None)),
        (
            "a.org",
            f"#+TITLE: The old ferry\n#+date: <2024-03-05 Tue>\n# a note\n\n{STORY}",
            ("The old ferry", None, "2024-03-05"),
        ),
        (
            "a.org",
            f":PROPERTIES:\n:ID: 7\n:END:\n#+title: The old ferry\n#+author: A. Roe\n{STORY}",
            ("The old ferry", "A. Roe", None),
        ),
        ("a.rst", f"The old ferry\n=============\n\n{STORY}", ("The old ferry", None, None)),
        (
            "a.rst",
            f"#############\nThe old ferry\n#############\n:Author: A. Roe\n:Date: 2024-03-05\n\n{STORY}",
            ("The old ferry", "A. Roe", "2024-03-05"),
        ),
        ("a.rst", f"渡船\n====\n\n{STORY}", ("渡船", None, None)),
    ],
)
def test_the_head_of_a_manuscript_states_its_fields(
    tmp_path: Path, name: str, content: str, said: tuple[str | None, ...], end: str
) -> None:
    (found,) = read(tmp_path, name, content.replace("\n", end).encode())
    assert isinstance(found, Input)
    assert texts([found])[0].replace("\r\n", "\n").strip() == STORY.strip()
    day = str(found.stated.published.date()) if found.stated.published else None
    assert (found.stated.title, found.stated.author, day) == said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tex", "\\chapter{The old ferry}\nThe ferry crosses at nine.\n"),
        ("a.tex", "\\title{The old ferry\n" * 50 + STORY),
        ("a.adoc", "== The old ferry\n\nA. Roe\n"),
        ("a.adoc", ":toc: left\n= The old ferry, as they say\n"),
        ("a.org", "#+begin_quote\nThe ferry is old.\n#+end_quote\n"),
        ("a.org", "* The old ferry\n#+title: not of the head\n"),
        ("a.org", "#ferry is what they call it.\n"),
        ("a.rst", "The old ferry crosses\n===\n\nAt nine.\n"),
        ("a.rst", "The old ferry\n\n=============\n"),
        ("a.rst", "=====  =====\nname   hour\n=====  =====\nferry  nine\n=====  =====\n"),
        ("a.rst", ".. note::\n\n   The ferry is old.\n"),
        ("a.rst", "====\nFerry\n=====\n"),
        ("a.txt", "The old ferry\n=============\n\nAt nine.\n"),
    ],
)
def test_what_is_no_head_stays_in_the_text(tmp_path: Path, name: str, content: str) -> None:
    (found,) = read(tmp_path, name, content.encode())
    assert isinstance(found, Input)
    assert (texts([found]), found.stated) == ([content], Stated())


@pytest.mark.parametrize(
    "piece",
    ["\\title{", "\\title[", "\\title{{", "#+title: x\n", ":PROPERTIES:\n", "=\n", "x\n=\n", ":a: b\n", "= x\nA. B\n"],
)
@pytest.mark.parametrize("name", ["a.tex", "a.org", "a.rst", "a.adoc"])
def test_long_heads_are_read_in_linear_time(tmp_path: Path, name: str, piece: str) -> None:
    assert len(read(tmp_path, name, (piece * 30_000 + "\\begin{document}\nA ferry.\n").encode())) == 1


@pytest.mark.parametrize(
    "above",
    [
        ".. SPDX-License-Identifier: MIT\n\n",
        ".. include:: <isonum.txt>\n.. _ferry:\n\n",
        ".. note::\n\n   Kept since 1952.\n\n   Nobody knows why.\n\n",
        ":Original: quay/ferry.rst\n\n:翻译:\n\n 罗亚 Roe <roe@bay.example>\n\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stands_above_a_title_stays(tmp_path: Path, above: str, end: str) -> None:
    content = f"{above}=============\nThe old ferry\n=============\n\n{STORY}".replace("\n", end)
    (found,) = read(tmp_path, "a.rst", content.encode())
    assert isinstance(found, Input)
    assert found.stated.title == "The old ferry"
    words = texts([found])[0].split()
    assert words == (above + STORY).split()
