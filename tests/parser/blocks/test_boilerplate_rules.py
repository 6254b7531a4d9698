"""The few rules that overrule the score: each fires, and stays silent beside what looks guilty."""

from __future__ import annotations

import pytest

from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.models.forest import Forest, Tree
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

HEADER = "首页 > 新闻\n渡口复航第一天\n2021-03-09 07:05　来源：清江晚报\n"
FOOTER = "\n微信扫码关注青石报公众号\n版权所有，未经允许不得转载"
ZH = "\n".join(CHINESE_BODY)
HEADLINES = """\
城西菜场延长到晚上九点一只白鹭在车站等了三天老影院的座椅开始认领大桥下月装上风铃小学生给校长写了一封信\
水塔里发现一窝猫头鹰豆腐作坊的石磨转了一百年图书馆允许在三楼打瞌睡谁把雨伞挂在了路牌上桂花比去年早开八天\
修鞋摊旁多了一张小板凳菌子市场评出最难看的菌子摆渡人的桨送进了陈列馆巷口的邮筒又漆了一遍"""


def kind_of(blocks: list[dict], beginning: str) -> tuple[str, bool]:
    found = next(b for b in blocks if b["text"].startswith(beginning))
    return found["kind"], found["boilerplate"]


def test_headlines_run_together_are_a_list(blocks) -> None:
    assert kind_of(blocks(HEADER + ZH + "\n" + HEADLINES + FOOTER), HEADLINES[:9]) == ("related_list", True)


@pytest.mark.parametrize(
    "text",
    [HEADER + ZH + "\n" + "，".join(HEADLINES[n : n + 12] for n in range(0, 140, 12)) + "。" + FOOTER, HEADLINES],
    ids=["with marks", "alone"],
)
def test_what_is_no_list_run_together(blocks, text: str) -> None:
    assert "related_list" not in {b["kind"] for b in blocks(text)}


VERSE = "天亮以前我们走到码头\n带着一壶热茶两个馒头\n船还没有来船还没有来\n雾把对岸的灯一盏盏收走"


def test_what_stands_below_the_date_of_an_otherwise_empty_page(document) -> None:
    assert document(HEADER + VERSE + FOOTER)["body"] == VERSE
    prompts = "来源：青石报\n作者：周小渡\n分享到：\n微信\n新浪微博\n"
    assert document(f"{HEADER}{prompts}请勿践踏草坪{FOOTER}")["body"] == "请勿践踏草坪"


def test_a_list_of_dated_headlines_is_no_article(document) -> None:
    rows = "\n".join(f"{line}\n2021-03-{day:02}" for day, line in enumerate(VERSE.splitlines(), 1))
    assert document(f"首页 > 搜索\n搜索结果\n{rows}\n上一页 1 2 下一页{FOOTER}")["boilerplate"]


def test_a_paragraph_cut_off_at_the_end_of_the_text(document) -> None:
    page = "Marl Courier\nHome | News | Letters\nWooden ferry sails again\nBy Peter Quill\n9 March 2021\n"
    cut = "On Sunday the bell was heard as far as the mill, where an old man, once the cook of the ferry, put down his"
    assert document(page + "\n".join((*ENGLISH_BODY[:2], cut)))["body"].endswith(cut)


@pytest.mark.parametrize(
    "page",
    [
        "Marl Courier\nHome News Sport\n404\nPage not found\nThe page you are looking for does not exist.\nSearch",
        "青石报\n首页 新闻 体育\n抱歉，您访问的页面不存在或已被删除。\n返回首页",
    ],
)
def test_an_error_page_is_no_article(document, page: str) -> None:
    assert document(page)["boilerplate"]


TEASERS = "\n".join(f"{HEADLINES[n : n + 18]}..." for n in range(0, 90, 18))


CONTENT = Forest(400, (Tree((("chars", 0.0),), (0, 0)),))


@pytest.mark.parametrize(("below", "flagged"), [("", True), (ZH, False)], ids=["alone", "among paragraphs"])
def test_lines_that_trail_off_below_a_link_to_another_article(below: str, flagged: bool) -> None:
    judged = decide(lines([f"{ZH}\n相关阅读\n{TEASERS}\n{below}{below}\n{below}\n{below}"]), CONTENT)
    assert judged.filter(text=TEASERS.splitlines()[0])["boilerplate"].to_list() == [flagged]


def test_teasers_that_break_off_below_other_articles(blocks) -> None:
    found = blocks(HEADER + ZH + "\n相关阅读\n" + TEASERS + FOOTER)
    assert all(b["boilerplate"] for b in found if b["text"].endswith("..."))


def test_a_paragraph_that_names_its_reporter_is_no_byline(blocks) -> None:
    first = "青石报讯（记者 周小渡）3月9日，停航两年的木船重新下水，数百名居民清早就在渡口等候第一班船开出。"
    assert kind_of(blocks(HEADER + first + "\n" + ZH + FOOTER), "青石报讯") == ("paragraph", False)


def test_words_about_an_author_are_not_the_article(blocks) -> None:
    page = "Marl Courier\nHome | News | Letters\nWooden ferry sails again\nBy Peter Quill\n9 March 2021\n"
    about = "Peter Quill is a staff writer at the Marl Courier. You can follow him on the usual networks."
    found = blocks(page + "\n".join(ENGLISH_BODY) + f"\n{about}\nRelated stories\nBridge toll goes up\n© Marl Courier")
    assert next(b for b in found if b["text"] == about)["boilerplate"]


def test_one_sentence_below_a_prompt_to_share_is_the_article(document) -> None:
    notice = "3月12日至25日，青石镇西桥封闭施工，请绕行北路。"
    page = f"首页\n西桥要封闭啦！\n青石小报\n2021-03-09 17:22\n分享到：\n{notice}\n跟贴 0\n参与 3\n阅读下一篇\n返回首页"
    assert document(page)["body"] == notice
    bare = page.replace(notice, "热门\n视频")
    assert document(bare)["boilerplate"]


SPEECH = "“Did you read the comments?”\n“Yes.”\n“No comments?”\n“Share it, then.”"


def test_a_dialogue_between_paragraphs_stays(document) -> None:
    body = "\n".join((*ENGLISH_BODY[:3], SPEECH, *ENGLISH_BODY[3:]))
    page = (
        f"Marl Courier\nHome\nSign in\nWooden ferry sails again\nBy Peter Quill\n9 March 2021\n{body}\nShare\nLog out"
    )
    assert document(page)["body"] == body


def test_a_quotation_below_the_article_is_another_articles(document) -> None:
    body = "\n".join(ENGLISH_BODY)
    page = f"Marl Courier\nHome\nSign in\nWooden ferry sails again\nBy Peter Quill\n9 March 2021\n{body}\nRead more"
    assert document(f"{page}\n“Bridge toll is a scandal”\nHeron counted\n“I miss the bell”\nLog out")["body"] == body


def test_what_people_do_with_apps_is_no_prompt(blocks) -> None:
    told = "很多老人不会下载客户端，志愿者就站在旁边帮忙。"
    asked = "请下载客户端，第一时间获取青石镇资讯。"
    found = {
        b["text"]: b["boilerplate"] for b in blocks("\n".join((HEADER, *CHINESE_BODY[:2], told, ZH, asked, FOOTER)))
    }
    assert (found[told], found[asked]) == (False, True)


def test_the_last_paragraph_right_above_the_footer_stays(document) -> None:
    body = "\n".join(ENGLISH_BODY)
    page = f"Home\nNews\nSport\nSign in\nWooden ferry sails again\nBy Peter Quill\nMarch 9, 2021\n{body}"
    assert document(f"{page}\nPrivacy policy\nTerms of use\n© 2021 Marl Courier. All rights reserved.")["body"] == body


@pytest.mark.parametrize("text", ["Yes.", "Log in", "评论", "Photo: Ada Finch", "Keep off the grass", "By the river"])
def test_a_text_of_one_line_is_kept(document, text: str) -> None:
    assert document(text)["body"] == text


def test_a_short_last_sentence_of_chinese_stays(document) -> None:
    page = "\n".join((HEADER, *CHINESE_BODY[:2], "如果水位允许，下一趟定在清明。", FOOTER))
    assert document(page)["body"].endswith("下一趟定在清明。")


@pytest.mark.parametrize(
    ("line", "kept"),
    [("清江网 时政 社会 体育 娱乐 房产", False), ("鸡蛋 面粉 白糖 黄油 牛奶", True), ("渡口 故乡 远方", True)],
)
def test_sections_between_blanks_are_a_menu(blocks, line: str, kept: bool) -> None:
    page = f"{ZH.splitlines()[0]}\n{line}\n" + "\n".join(ZH.splitlines()[1:])
    assert kind_of(blocks(HEADER + page + FOOTER), line)[1] is not kept


@pytest.mark.parametrize(("line", "is_cut"), [("© 2021 «Заречье»", False), ("«Далее»", False), ("Далее »", True)])
def test_a_closing_quotation_mark_is_no_arrow(line: str, is_cut: bool) -> None:
    assert Rows(lines([line])).cut_off.tolist() == [is_cut]
