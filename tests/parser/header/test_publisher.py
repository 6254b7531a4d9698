"""Who published and who wrote, as headers, notices and bylines put it in several languages."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

ZH, EN = "\n".join(CHINESE_BODY), "\n".join(ENGLISH_BODY)
TITLE = "青石镇渡口复航，第一班船坐满了人"
JA = """\
　町の渡し船が十二年ぶりに動き出した。朝早くから大勢の人が船着き場に集まり、最初の船を待っていた。
　船頭の林さんは「急ぐ人は橋を渡ればいい」と笑う。船は一日に六往復し、子どもと年寄りは無料で乗れる。"""
KO = """\
마을 나루터에 열두 해 만에 배가 다시 뜬다. 아침 일찍부터 많은 사람들이 첫 배를 기다리며 나루터에 모였다.
사공 임 씨는 급한 사람은 다리로 건너면 된다고 말했다. 배는 하루 여섯 번 오가며 아이와 노인은 무료로 탄다."""


@pytest.mark.parametrize(
    ("line", "source", "original", "author"),
    [
        ("2021-03-09 07:05　来源：清江晚报　记者：周小渡", "清江晚报", None, "周小渡"),
        ("2021/03/09 07:05　記者 周小渡／青石報導　來源：清江晚報", "清江晚報", None, "周小渡"),
        ("来源：清江晚报　2021.03.09　文｜周小渡", "清江晚报", None, "周小渡"),
        ("作者：周小渡　发布时间：2021年3月9日　来源：清江晚报　原文来源：渡口月刊", "清江晚报", "渡口月刊", "周小渡"),
        ("清江晚报记者 周小渡 林满仓 摄影报道", None, None, "周小渡 林满仓"),
        ("(清江晚报 记者周小渡、林满仓)", None, None, None),
        ("青石社清江3月9日电（记者周小渡、林满仓）上周六清晨", "青石社", None, "周小渡、林满仓"),
        ("清江晚报讯（记者 周小渡）昨晚，渡口来了第一班船，船上坐满了人。", "清江晚报", None, "周小渡"),
        ("(记者周小渡摄)", None, None, None),
        ("清江新闻记者 | 周小渡", None, None, "周小渡"),
        ("記者周小渡／青石報導", None, None, "周小渡"),
        ("2021/03/09 07:05 記者周小渡／青石報導", None, None, "周小渡"),
        ("文／周小渡 圖／林滿倉", None, None, "周小渡"),
        ("〔記者周小渡／青石報導〕上週六清晨，老渡口復航。", None, None, "周小渡"),
        ("2021年3月9日　文＝周小渡", None, None, "周小渡"),
        ("楼主：渡船人 时间：2021-03-09 07:05", None, None, "渡船人"),
        ("(记者综合报道)", None, None, None),
        ("2021年3月9日 07:05　清江晚报　记者 周小渡", "清江晚报", None, "周小渡"),
        ("来源：\n清江晚报\n2021-03-09 07:05", "清江晚报", None, None),
        ("作者：\n周小渡\n2021-03-09", None, None, "周小渡"),
        ("来源：\n2021-03-09 07:05", None, None, None),
        ("2021-03-09 07:05·优质生活领域创作者", None, None, None),
        ("有记者 问起票价，他笑而不答", None, None, None),
        ("青石渡口开航于1921年3月9日", None, None, None),
    ],
)
def test_a_chinese_header_line(
    document, line: str, source: str | None, original: str | None, author: str | None
) -> None:
    found = document(f"{TITLE}\n{line}\n{ZH}")
    assert (found["source"], found["source_original"], found["author"]) == (source, original, author)


@pytest.mark.parametrize(
    "told",
    [
        "Chart: metres above sea level\nSource: Institute of Rivers",
        "Source: soil survey of 1994",
        "First published on Tue 9 Mar 2021",
        "Quelle: eigene Rechnung",
        "Fuente: Elaboración propia",
        "Источник: составлено автором",
        "출처: 저자 작성",
    ],
)
def test_what_a_picture_or_a_day_goes_back_to_is_no_source(document, told: str) -> None:
    assert document(f"Wooden ferry sails again on the Marl\n{told}\n{EN}")["source"] is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Marl Gazette, 9 March 2021", "Marl Gazette"),
        ("The River Post, Tuesday, March 9, 2021", "The River Post"),
        ("Marler Anzeiger, 9. März 2021", "Marler Anzeiger"),
        ("La Gazette du Port, le 9 mars 2021", "La Gazette du Port"),
        ("Diario de Marl, 9 de marzo de 2021", "Diario de Marl"),
        ("Речной вестник, 9 марта 2021", "Речной вестник"),
        ("Guest Post, 9 March 2021", None),
        ("Herald Square, 9 March 2021", None),
        ("Trading Post, Marl, 9 March 2021", None),
        ("Aktuelle Nachrichten, 9. März 2021", None),
    ],
)
def test_a_paper_before_its_day(document, line: str, source: str | None) -> None:
    assert document(f"Wooden ferry sails again on the Marl\n{line}\n{EN}")["source"] == source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("March 9, 2021 08:00 ET | Source: Marl Systems", "Marl Systems"),
        ("Source: Marl Gazette\tDate: 9 March 2021", "Marl Gazette"),
        ("9. März 2021 · Quelle: Marler Werke", "Marler Werke"),
        ("Published 2021-03-09 07:05 Source: Marl Systems", "Marl Systems"),
        ("Опубликовано 9 марта 2021 Источник: Марльский вестник", "Марльский вестник"),
        ("Height of the river, 1990–2021 Source: Marl Systems", None),
        ("The ferry, March 9, 2021. Source: ferry.example", None),
        ("Height of the river, 2021 | Source: soil survey of 1994", None),
        ("Ferries | Source: Marl Systems", None),
    ],
)
def test_a_source_set_off_after_the_day(document, line: str, source: str | None) -> None:
    assert document(f"Menu\nWooden ferry sails again on the Marl\n{line}\n{EN}\nPrivacy policy")["source"] == source


def test_headlines_beside_the_days_of_a_list_name_no_paper(document) -> None:
    listed = "\n".join(f"关于青石镇老渡口复航的通知 2022-09-{n}" for n in (30, 12, 11, 10, 9))
    assert document(f"首页\n新闻中心\n\n{listed}")["source"] is None


def test_a_japanese_header_line(document) -> None:
    assert document(f"渡し船、十二年ぶりに復活\n文・三田みなと　写真・林花子\n{JA}")["author"] == "三田みなと"
    found = document(f"渡し船、十二年ぶりに復活\n2021年3月9日 20時10分　記者 三田みなと\n{JA}")
    assert found["author"] == "三田みなと"
    assert found["published_at"].isoformat() == "2021-03-09T20:10:00"


def test_a_korean_header_line(document) -> None:
    assert document(f"나루터에 다시 뜬 배\n2021년 3월 9일　문바다 기자\n{KO}")["author"] == "문바다"


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("(마을=연합소식) 문바다 기자 = 나루터에 다시 배가 떴다.", "연합소식", "문바다"),
        ("기자명 문바다\n승인 2021.03.09 07:05", None, "문바다"),
        ("(마을=나루터) 배는 하루 여섯 번 오간다.", None, None),
    ],
)
def test_a_korean_agency_before_its_reporter(document, line: str, source: str | None, author: str | None) -> None:
    found = document(f"나루터에 다시 뜬 배\n{line}\n{KO}")
    assert (found["source"], found["author"]) == (source, author)


@pytest.mark.parametrize(("label", "source"), [("NEWS PROVIDED BY", "Marl Ferries"), ("News provided daily", None)])
def test_who_provided_a_release_is_named_on_the_line_below(document, label: str, source: str | None) -> None:
    found = document(f"Wooden ferry sails again\n{label}\nMarl Ferries\nMar 09, 2021, 07:05 ET\n{EN}")
    assert found["source"] == source


PAGE = "{top}\nHome | News | Letters\nWooden ferry sails again on the Marl\n{byline}\n" + EN + "\n{foot}"


@pytest.mark.parametrize(
    ("top", "byline", "foot", "source"),
    [
        ("Marl Valley Courier", "By Peter Quill, Marl Valley Courier", "Privacy policy", "Marl Valley Courier"),
        ("Menu", "By Peter Quill", "About Marl Courier\n© 2021 Marl Courier", "Marl Courier"),
        ("Menu", "By Peter Quill", "Follow Marl Courier\nMarl Courier newsletter\nwww.marlcourier.com", "Marl Courier"),
        ("Menu", "By Peter Quill", "© 2021 Marl Courier Ltd. All rights reserved.", "Marl Courier"),
        ("Menu", "By Peter Quill", "About us\nFollow us on Twitter\n© 2021", None),
        ("Good morning", "By Peter Quill, physics teacher", "Privacy policy", None),
        ("Menu", "By Peter Quill, Nairobi", "Nairobi by boat\n" * 5 + "Privacy policy", None),
    ],
    ids=["top and byline", "about and notice", "links and domain", "a notice alone", "nobody", "a trade", "a place"],
)
def test_the_name_of_the_site(document, top: str, byline: str, foot: str, source: str | None) -> None:
    assert document(PAGE.format(top=top, byline=byline, foot=foot))["source"] == source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("清江网 2021-03-09 10:37:31", "清江网"),
        ("2021年3月9日 18:57 渡口消息", "渡口消息"),
        ("2021-03-09 · 清江城市报道", "清江城市报道"),
        ("原创 周小渡 慢生活研究 2021-03-09 07:05", "慢生活研究"),
        ("原创 周小渡 慢生活研究 2021-03-09 07:05 发表于浙江", "慢生活研究"),
        ("新华社\n2021-03-09 07:05", "新华社"),
        ("慢生活研究所\n2021-03-09 07:05", "慢生活研究所"),
        ("清江晚报官方账号\n2021-03-09 07:05", "清江晚报"),
        ("渡口网－清江频道 2021年03月09日07:05", "渡口网"),
        ("来源 新华社\n2021-03-09 07:05", "新华社"),
        ("发布时间：2021-03-09 来源：市交通局 字号：大 中 小", "市交通局"),
        ("2021-03-09 09:15 来源： 青石日报 【字体：大 中 小】 打印", "青石日报"),
        ("发稿时间：2021-03-09 来源：青石日报 【打印】", "青石日报"),
        ("2021-03-09 07:05 发表于浙江", None),
        ("娱乐频道\n2021-03-09 07:05", None),
        ("镇上很多人都来看\n2021-03-09 07:05", None),
        ("周小渡 2021-03-09 07:05", None),
        ("财经 2021-03-09 07:05", None),
        ("娱乐新闻 2021-03-09", None),
        ("2021-03-09 07:05 阅读 1200", None),
    ],
)
def test_the_paper_beside_the_day(document, line: str, source: str | None) -> None:
    assert document(f"{TITLE}\n{line}\n{ZH}")["source"] == source


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("清江晚报讯（记者 周小渡）上周六清晨，青石镇的老渡口迎来了停航十二年后的第一班船。", "清江晚报"),
        ("青石社清江3月9日电 上周六清晨，老渡口迎来了停航十二年后的第一班船。", "青石社"),
        ("中新网清江2021年3月9日电 (记者 周小渡) 上周六清晨，老渡口迎来了停航十二年后的第一班船。", "中新网"),
        ("（青石社記者周小渡清江9日電）上週六清晨，老渡口迎來了停航十二年後的第一班船。", "青石社"),
        ("他在清江晚报当过记者，也在通讯社值过夜班，接过无数个电话。", None),
    ],
)
def test_a_dateline(document, sentence: str, source: str | None) -> None:
    assert document(f"{TITLE}\n2021-03-09 07:05\n{sentence}\n{ZH}")["source"] == source


@pytest.mark.parametrize(
    "told", ["2021-03-09 07:05\n作者：周小渡 河上的老桥昨天晚上恢复通车", "原创 周小渡 慢生活研究 2021-03-09 07:05"]
)
def test_a_writer_is_named_without_what_follows_the_name(document, told: str) -> None:
    assert document(f"{TITLE}\n{told}\n{ZH}")["author"] == "周小渡"


@pytest.mark.parametrize("above", ["图片来源@远山视觉", "图片：远山视觉", "图1：渡口旧照"])
def test_who_wrote_a_text_is_told_below_the_credit_of_its_picture(document, above: str) -> None:
    found = document("\n".join(("渡口复航", above, "文 | 青石周刊,作者|林满", *CHINESE_BODY)))
    assert (found["source"], found["author"]) == ("青石周刊", "林满")
