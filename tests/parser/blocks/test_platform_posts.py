"""The buttons, counters, tags and prompts around a post go; the same words in a text of its own stay."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Home\nSign in\nSearch\n", "\nPrivacy policy\nTerms of use\nContact us"
SAID = (
    "Two winters ago the parish opened a footbridge over the brook, a mile below the ford that everybody uses.",
    "I stood there on a Saturday with a flask of tea, and in six hours I counted eleven people and a dog.",
    "The bridge ends in a hedge, and the hedge has a gap in it, worn by the eleven people and the dog.",
)
POST = f"{MENU}The bridge that nobody asked for\nMaren Oakes\nFeb 11, 2026\n{SAID[0]}\n{SAID[1]}\n%s\n{SAID[2]}{FOOTER}"
CHINESE = (
    "首页\n登录\n注册\n今年的明前茶比往年晚了八天\n山里老周\n2026-04-06\n昨天夜里一场霜，东坡的芽头冻掉了三成。\n"
    "今天请了村里六个婶子，从六点采到现在，一共才两斤半鲜叶。\n%s\n关于我们\n联系我们\n版权所有"
)
PARTS = "[Verse 1]\nWe lit the lamp\nabove the weir\n[Chorus]\nLet it go\nLet it go\n[Verse 2]\nYou had a key"


@pytest.mark.parametrize(
    "line",
    [
        "1.3K followers",
        "41 Likes",
        "Thanks for reading Slow Brooks! Subscribe for free to receive new posts.",
        "Danke, dass du Am Deich liest! Abonniere kostenlos, um neue Beiträge zu erhalten.",
        "Grazie per aver letto Laguna! Iscriviti gratuitamente per ricevere nuovi post.",
        "#bridges #counting",
        "4 comentários em “A ponte”",
        "チャンネル登録者数 6.2万人",
        "구독자 312명",
        "Start your Substack",
    ],
)
def test_what_a_platform_adds_goes(document, line: str) -> None:
    assert document(POST % line)["body"].splitlines() == list(SAID)


@pytest.mark.parametrize(
    "line", ["转发 96", "赞 1208", "展开全文", "共 38 条评论", "#春茶", "236 人赞同了该文章", "字数 1,012"]
)
def test_what_a_chinese_platform_adds_goes(document, line: str) -> None:
    assert line not in document(CHINESE % line)["body"]


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for reading this far, whoever you are.",
        "She has 41 followers, and knows each of them by name.",
        "#include is the first word of most programs that she wrote.",
        "Follow the brook to the second gate.",
    ],
)
def test_a_sentence_with_such_words_stays(document, line: str) -> None:
    assert line in document(POST % line)["body"].splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "Monday. I counted the stairs.\n12 likes\nRespond\nFollow\nTuesday. Rain, and nobody came.",
        "问：有人关注吗？\n赞 12\n答：都是邻居。\n问：那为什么还写？\n答：因为不写的话，手会生。",
        "#mud #rain\nWe walked until the path was gone.\n#dusk\nThen we walked back.",
        PARTS,
    ],
    ids=["a diary", "an interview", "a poem with tags", "a song"],
)
def test_a_text_without_furniture_stays(document, text: str) -> None:
    made = document(text)
    kept = {made["title"], *made["body"].splitlines()}
    assert [line for line in text.splitlines() if line not in kept] == []


def test_a_song_keeps_its_parts_and_takes_none_for_its_title(document) -> None:
    made = document(f"Letras\nSearch\nSign in\nLanterns on the Weir\n{PARTS}\nShare\nPrint{FOOTER}")
    assert made["body"].splitlines()[-8:] == PARTS.splitlines()
    assert made["title"] == "Lanterns on the Weir"


@pytest.mark.parametrize("heading", ["Chapters:", "目次", "Timestamps"])
def test_chapters_stay_below_their_heading(document, heading: str) -> None:
    chapters = f"{heading}\n0:00 First look\n1:42 Taking it apart\n12:05 Rust bath"
    lines = document(POST % chapters)["body"].splitlines()
    assert [line for line in chapters.splitlines() if line not in lines] == []


def test_comments_below_a_heading_that_counts_them_go(document) -> None:
    comments = "共 2 条评论\n竹子\n这口水缸也太好看了吧\n03-16 四川\n小满\n我们这边也下霜了\n03-17 山东"
    body = document(CHINESE % comments)["body"]
    assert "水缸" not in body
    assert "下霜" not in body
    assert "两斤半" in body


def test_the_comments_of_an_issue_stay_and_what_was_done_with_it_goes(document) -> None:
    comments = (
        "The log grew without a bound, and on small boards the clock stopped after two days.",
        "Can we make the size a build option? Two of our boards have only half of the memory.",
        "Done. It must be a power of two, so that the index is a mask.",
    )
    events = (
        "oskarvin commented on May 9, 2026",
        "petra-k reviewed on May 10, 2026",
        "Oskar Vin @oskarvin · 2 days ago",
        "petra-k approved these changes on May 11, 2026",
        "oskarvin merged commit 4be12fa into main May 12, 2026",
        "Files changed 5",
        "tideclock-2.4.0-linux.tar.gz",
        "3 participants",
    )
    told = "\n".join([*(line for pair in zip(events, comments, strict=False) for line in pair), *events[3:]])
    made = document(f"{MENU}Use a ring buffer for the event log #902\n{told}{FOOTER}")
    assert made["title"] == "Use a ring buffer for the event log #902"
    assert made["body"].splitlines() == list(comments)


@pytest.mark.parametrize(
    "line",
    [
        "Nobody opened this gate in forty years.",
        "The vicar commented on the bridge, and the brook did not.",
        "Three members of the council requested changes to the hedge.",
    ],
)
def test_sentences_and_headings_with_words_of_a_code_host_stay(document, line: str) -> None:
    assert line in document(POST % line)["body"].splitlines()


def test_the_question_above_its_buttons_is_the_title(document) -> None:
    question = "为什么老式座钟要每周上一次弦？"
    text = f"首页\n登录\n{question}\n关注问题\n写回答\n23 个回答\n默认排序\n拧发条的人\n修了二十年的钟\n关注\n"
    said = "因为发条的长度只够走八天，这样晚一天上弦也不会停。\n讲究的座钟用均力圆锥轮来补偿。"
    assert document(f"{text}{said}\n分享\n关于我们\n联系我们")["title"] == question


NOTICE = "渡船时刻调整通知\n2022-06-14\n\n自下周一起，末班渡船改为晚上九时开出，请乘客注意。\n\n%s\n"


@pytest.mark.parametrize(
    "line",
    [
        "This content was uploaded by a third party. The site is not responsible for it and assumes no liability.",
        "Disclaimer: All content on this site is provided by users. The platform takes no responsibility.",
        "The above content was posted by a user and does not reflect the position of the site; we accept no liability.",
        "The site assumes no liability for content uploaded by its users.",
    ],
)
def test_a_disclaimer_of_what_others_uploaded_goes(document, line: str) -> None:
    assert line not in document(NOTICE % line)["body"]


@pytest.mark.parametrize(
    "line",
    [
        "The video was uploaded by a third party, the court said, and the harbour had nothing to do with it.",
        "This text was posted by a user who called himself Heron and lived on the pier.",
        "The site is not responsible for the flood, the engineer said, since it stands uphill.",
        "The platform takes no passengers on Sundays, and the ferry waits below.",
    ],
)
def test_a_sentence_on_what_others_uploaded_stays(document, line: str) -> None:
    assert line in document(NOTICE % line)["body"]
