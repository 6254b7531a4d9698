"""What sites print around one text: its path with a line for each step, days and credits, ends and tails."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

KOREAN = (
    "비는 새벽이 되어서야 그쳤고 나루터 돌계단에는 얇은 진흙이 쌓였다.",
    "뱃사공은 아침 내내 비질을 하며 올해 세 번째 물난리라고 말했다.",
    "학생들은 강을 건너 학교에 가야 했고 선생님은 강가에서 이름을 불렀다.",
)
GERMAN = (
    "Der Regen hörte erst im Morgengrauen auf, und auf den Stufen am Anleger lag Schlamm.",
    "Der Fährmann fegte den ganzen Vormittag und sagte, es sei das dritte Hochwasser des Jahres.",
    "Die Schüler mussten über den Fluss, also rief die Lehrerin ihre Namen am Ufer auf.",
)
HEAD = ("渡口复航：青石镇等来了停航十二年后的第一班船", "2021-03-09 07:05")
PAGES = {
    "path": (("首页", "法律法规", "地方政府规章", "正文", *HEAD), CHINESE_BODY, ("打印", "关闭")),
    "account": (
        (HEAD[0], "原创 阿水 渡口夜话", "2022-07-01 21:00"),
        CHINESE_BODY,
        ("- END -", "编辑 | 小满", "阅读原文", "阅读 1024", "分享", "收藏", "赞 12", "在看 8"),
    ),
    "novel": (
        ("渡口旧事", "作者：山雨"),
        ("第七章 涨水", *CHINESE_BODY),
        ("（本章完）", "上一章", "下一章", "加入书签"),
    ),
    "Korean paper": (
        ("나루터에 다시 종이 울렸다", "입력 2023.07.01 09:12", "수정 2023.07.01 10:00"),
        KOREAN,
        ("LIVE ISSUE", "많이 본 뉴스", "저작권자 ⓒ 강변신문 무단전재 및 재배포 금지"),
    ),
    "German radio": (
        ("Startseite", "Regional", "Fähre wieder in Betrieb", "Stand: 02.04.2023 14:10 Uhr"),
        GERMAN,
        ("Dieses Thema im Programm:", "Schlagwörter zu diesem Artikel", "Mehr Nachrichten aus der Region", "Impressum"),
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_around_the_text_stays(document, page: str) -> None:
    above, body, below = PAGES[page]
    assert document("\n".join((*above, *body, *below)))["body"].split("\n") == list(body)


def test_a_credit_between_paragraphs_of_a_korean_text_goes(blocks) -> None:
    told = blocks("\n".join((KOREAN[0], "[사진 출처=강변신문]", *KOREAN[1:], "사진 속의 어머니")))
    assert [block["text"] for block in told if block["boilerplate"]] == ["[사진 출처=강변신문]"]


@pytest.mark.parametrize(
    "lines",
    [
        ("首页", "他把首页撕了下来，折成一只船。", "正文"),
        ("序", "正文", "第一章"),
        ("The", "END"),
        ("本章完", "下一章明天写"),
    ],
    ids=["a sentence between", "no beginning", "an end", "a note"],
)
def test_the_same_words_in_a_text_without_furniture_stay(blocks, lines: tuple[str, ...]) -> None:
    body = CHINESE_BODY if lines[0] > "\u3000" else ENGLISH_BODY
    assert [block["text"] for block in blocks("\n".join((*body, *lines))) if block["boilerplate"]] == []
