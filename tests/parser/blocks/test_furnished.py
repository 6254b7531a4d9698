"""The law of dropping: nothing leaves a body for its look alone, and furniture that says so still goes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser import parse
from audit.parser.blocks.features import lines
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

VERSE = "Slow the river\nslow the oar\nGrey the heron\non the shore\n\nDown by the landing\nDown by the landing\n"
PLAY = """\
THE FERRY
ACT ONE
SCENE I
MARTHA
Who is there?
TOBIAS
Me.
MARTHA
Home?
TOBIAS
Home.
MARTHA
More
TOBIAS
"Yes."
MARTHA
Yes
Exeunt
"""
STATUTE = "\n".join(f"Article {n}\n(1) ferries and rafts;\n(2) oars.\nRepealed" for n in range(1, 12))
TABLE = "Tolls of the crossing\n" + "\n".join(f"cart {n}\t{n * 7}\t{n}.5 %" for n in range(1, 30))
CHAT = "\n".join(f"{9 + n // 30:02}:{n % 60:02} <ada> {said}" for n, said in enumerate(["ok", "no", "more oars"] * 9))
CODE = (
    "Small tools\nInstall it:\n```\npip install smalltool\nimport smalltool\nx = smalltool.open()\n```\nThen run it.\n"
)
RECIPE = "Ferryman's soup\n2 onions\n1 l water\n300 g barley\nsalt\nBoil the water.\nAdd the rest.\nServe.\n"
MANUAL = """\
# Oars
## Install
| name | default |
|------|---------|
| home | . |
| contact | none |
## Search
## Contact
Ask Ada.
## License
MIT
## Contents
1 Home .......... 3
2 Discussion .......... 12
3 Contact . . . . . 14
4 Related work …… 20
"""
LICENCE = """\
Ferry Licence
Copyright (c) 1998 The Ferrymen
All rights reserved.
Use of oars, in wood or iron form, is permitted provided that:
1. Oars keep the above notice.
2. The name of the ferry is not used without prior written permission.
THE OARS ARE PROVIDED "AS IS".
In no event is the ferryman liable.
No raft is covered.
No float is covered.
Nor is any bridge.
Nor is any landing.
End
"""
GENRES = {
    "verse": VERSE * 3,
    "play": PLAY * 2,
    "statute": STATUTE,
    "table": TABLE,
    "chat": CHAT,
    "manual": MANUAL,
    "code": CODE * 3,
    "recipe": RECIPE * 2,
    "licence": LICENCE,
    "chapters": "青石镇\n历史\n明代设关。\n清代改为镇。\n教育\n镇上有一所学校。\n文化\n三月有船会。",
    "Chinese verse": "小船慢\n更多\n桨声慢\n白鹭站在河岸\n首页\n小船慢\n" * 4,
}


@pytest.mark.parametrize("text", GENRES.values(), ids=GENRES)
def test_a_text_without_furniture_keeps_every_line(blocks, text: str) -> None:
    assert [b["text"] for b in blocks(text) if b["boilerplate"]] == []


# No word of these is in any table of cues.
WORDS = ("oar", "river", "ferry", "Tobias", "LANDING", "桨", "小船", "白鹭", "渡口", "1887", "42", "...", "-", "|")
WORD = st.sampled_from(WORDS)
LINE = st.lists(WORD, min_size=1, max_size=9).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=60).map("\n".join))
def test_no_line_is_dropped_for_its_look(text: str) -> None:
    # What a header states (a name, a day) is told apart from the body, and not lost.
    kinds = {b["kind"] for b in parse(table(text)).blocks.to_pylist() if b["boilerplate"]}
    assert kinds <= {"byline", "date", "source_credit", "image_credit", "caption"}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*ENGLISH_BODY, *CHINESE_BODY]), min_size=2, max_size=20), LINE)
def test_a_line_between_paragraphs_stays(body: list[str], line: str) -> None:
    half = len(body) // 2
    text = "\n".join((*body[:half], line, *body[half:]))
    kinds = {b["kind"] for b in parse(table(text)).blocks.to_pylist() if b["boilerplate"]}
    assert kinds <= {"byline", "date", "source_credit", "image_credit", "caption"}


FOOT = (
    "Share\nFollow us\nRelated stories\nBridge toll goes up\nHeron counted\nPrivacy policy\n© 2021 All rights reserved"
)


def test_furniture_that_says_so_goes(document) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert document(f"Log in\nSubscribe now\nWooden ferry sails\n{body}\n{FOOT}")["body"] == body


def test_one_notice_at_the_end_takes_no_verse_with_it(document) -> None:
    lines = [line for line in (VERSE * 3).splitlines() if line]
    assert document("\n".join((*lines, "All rights reserved.")))["body"].splitlines()[1:] == lines[1:]


def test_a_few_labels_in_a_long_manual_make_no_page(blocks) -> None:
    manual = "\n".join(f"oars-{n}\n|rudder-{n}| Toggle" for n in range(400))
    found = blocks(f"{manual}\nAdvertisement\nPrivacy policy\nSign in\n{manual}")
    assert sum(b["boilerplate"] for b in found) < 10


NUMBERED = (
    "1.1 Sign in\nClick the name and wait for the bell.\n1.2 Search\nType a word, then wait.\n2.1 Help\nRing twice.",
    "6.00 News\n6.30 Weather\n7.00 The Night Bus. Drama.\n8.00 Sport\n10.40 News\n11.00 Late music",
)


@pytest.mark.parametrize("text", NUMBERED, ids=["a manual", "a programme"])
def test_numbered_headings_and_hours_are_no_labels(document, text: str) -> None:
    assert document(text)["body"].splitlines()[-5:] == text.splitlines()[-5:]


def test_numbered_labels_one_below_the_other_are_a_menu() -> None:
    assert lines(["1. Home\n2. News\n3. Search\n4. Contact"])["cue"].null_count() <= 1


PARAGRAPH = "Anyone may use this font in documents of any kind, provided that it is not sold by itself."
HELD = (
    ("Licence", "Copyright (c) 2019 Ada Finch", PARAGRAPH),
    ("The Ferry License", "Copyright 2020 Ada Finch. All rights reserved.", PARAGRAPH, "1. Keep this notice."),
    ("// Copyright (c) 2022 Ada Finch. All rights reserved.", "package oar", "func Row() int { return 4 }"),
    ("摆渡人", "版权所有 © 2017 周小渡", "第一章 渡口", "清晨的雾还没有散，渡口已经有人在等船了。"),
    ("Stow the oars with care.", "COPYRIGHT", "Copyright (c) 2014 Ada Finch. This is free software."),
    ("# oars", "Row from here to there.", "## License", "Copyright (c) 2021 Ada Finch", "See the file LICENSE."),
)


@pytest.mark.parametrize("text", HELD, ids=["licence", "terms", "code", "imprint", "manual", "readme"])
def test_a_text_without_furniture_keeps_the_notice_that_names_its_holder(document, text) -> None:
    found = document("\n".join(text))
    kept = (found["title"], *found["body"].split("\n"))
    assert [line for line in text if line not in kept and line != f"# {found['title']}"] == []


def test_a_rights_notice_among_furniture_or_alone_at_the_end_is_dropped(document) -> None:
    notice = "Copyright (c) 2019 Marl Courier. All rights reserved."
    for below in ((notice,), (notice, "Home", "Privacy policy", "Sign in")):
        assert document("\n".join((*ENGLISH_BODY, *below)))["body"].split("\n") == list(ENGLISH_BODY)


# What an article is about is no notice about it, though it has the words of one; each stands above other prose.
ABOUT = (
    "Ada Finch is a writer and a ferryman who lives above the landing of the old town.",
    "Der Fährmann arbeitet als Lehrer und schreibt über den Fluss, seit die Brücke steht.",
    "Тобиас Роу, журналист, десять лет живёт у старой переправы и каждое утро пишет о реке.",
    "免责声明是写在文章末尾、说明责任归属的一段话，渡口的告示牌上也有这样一段。",
    "The opinions expressed at the landing are loud, and by noon nobody remembers a single one of them.",
)
BELOW = (
    "At six the boat is full, and by seven the bread is gone.",
    "第二天早上，渡船照常开了，船上坐满了人，谁也没有说话。",
)


@pytest.mark.parametrize("told", ABOUT)
@pytest.mark.parametrize("below", BELOW)
def test_a_person_or_a_notice_that_a_text_is_about_stays(document, told: str, below: str) -> None:
    assert document(f"The landing\n{told}\n{below}")["body"].endswith(f"{told}\n{below}")


@pytest.mark.parametrize("told", ABOUT[:2])
def test_words_about_an_author_below_an_article_are_dropped(document, told: str) -> None:
    assert document("\n".join((*ENGLISH_BODY, told)))["body"].split("\n") == list(ENGLISH_BODY)


def test_a_notice_that_speaks_for_its_page_is_dropped_above_the_text(document) -> None:
    notice = "免责声明：本文仅代表作者个人观点，不代表本站立场。"
    assert document("\n".join((notice, *CHINESE_BODY)))["body"].split("\n") == list(CHINESE_BODY)


# Notices below a text as brief as this one, each in two languages.
BRIEF = {
    "Japanese": (
        "渡し船の運休について", "2021年3月9日", "三月の末まで、渡し船は綱の張り替えのために運休します。",
        "免責事項：当サイトの情報を用いて行う一切の行為について、何ら責任を負うものではありません。",
    ),
    "Korean": (
        "나룻배 운행 중단 안내", "2021년 3월 9일", "삼월 말까지 줄을 바꾸는 동안 나룻배가 다니지 않습니다.",
        "본 콘텐츠의 저작권은 제공처에 있으며, 무단 이용하는 경우 법적 책임을 질 수 있습니다.",
    ),
    "German": (
        "Die Fähre fährt nicht", "9. März 2021", "Bis Ende März fährt die Fähre nicht, weil das Seil erneuert wird.",
        "Haftungsausschluss: Für die Richtigkeit der Angaben wird keine Gewähr übernommen.",
    ),
}  # fmt: skip
ENGLISH_NOTICE = "Disclaimer: The operator accepts no liability for any damage that arises from the use of this page."


@pytest.mark.parametrize("text", BRIEF.values(), ids=BRIEF)
def test_a_brief_text_above_notices_keeps_title_and_day(document, text: tuple[str, ...]) -> None:
    found = document("\n".join((*text, ENGLISH_NOTICE)))
    assert (found["title"], found["date"], found["body"]) == (text[0], date(2021, 3, 9), text[2])


@pytest.mark.parametrize("label", ["ÜBERSICHT", "Overview", "Navigation", "Menu"])
def test_one_label_among_headings_takes_no_line_with_it(document, label: str) -> None:
    lines = (
        "OARS(1)",
        "NAME",
        "oars - row the ferry",
        label,
        "oars [OPTION] RIVER",
        "OPTIONS",
        "-q, --quiet",
        "say nothing",
    )
    said = document("\n".join(lines))
    assert [line for line in lines if line not in (said["title"], label, *said["body"].split("\n"))] == []
