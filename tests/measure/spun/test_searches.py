"""Searches for wares inside sentences: planted ones, and those that people write."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles
from audit.measure.spun.passages import planted, widened
from audit.text.fold import fold
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

ZH, EN = fold("\n".join(CHINESE_BODY)), fold("\n".join(ENGLISH_BODY))
CROSSING = "镇里用了三年时间清淤，又请来县里的工程师{}重新测量水位，前后换了四份图纸才定下方案。"
HULL = "volunteers spent three winters on the hull and {} replaced forty planks, the rudder and in the end the bell."


def found(paragraph: str, body: str) -> list[str]:
    return [paragraph[start:end] for block, (start, end) in planted(article(paragraph, body)) if block == 0]


def article(*paragraphs: str) -> Articles:
    return Articles.of(paragraphs, pl.Series(["a"] * len(paragraphs)))


@pytest.mark.parametrize(
    "search", ["二手水泵批发市场", "高价回收旧梯子电话", "桂林到丽江特价机票", "叉车驾照在哪里考", "木工培训班收费标准"]
)
def test_a_chinese_search_in_a_sentence(search: str) -> None:
    [passage] = found(fold(CROSSING.format(search)), ZH)
    assert passage.endswith(search[-3:])
    assert len(passage) <= len(search) + 4


@pytest.mark.parametrize(
    "search", ["cheap ladders for sale", "best water pumps near me", "online casino no deposit bonus", "buy followers"]
)
def test_an_english_search_in_a_sentence(search: str) -> None:
    assert found(HULL.format(search), EN) == [search] * (search != "buy followers")


@pytest.mark.parametrize(
    ("paragraph", "body"),
    [
        (fold(CROSSING.format("")), ZH),
        (HULL.format("patiently"), EN),
        ("什么牌子好", ZH),
        (fold(CROSSING.format("在水泵批发市场")), fold("水泵批发市场昨天开业，水泵批发市场里有三百家店铺。")),
        (HULL.format("found the best of the planks for sale and"), EN),
        (HULL.format("saw cheap ladders for sale and"), "cheap ladders for sale fill the yard; ladders are cheap here"),
        ("best pumps near me", EN),
        (
            "our highly trained and fully licensed pest control specialists will identify the ants and treat the nest.",
            "the best pest control is a clean kitchen, and the ants that come in spring mostly leave by themselves.",
        ),
    ],
    ids=[
        "a sentence",
        "a sentence in English",
        "a line alone",
        "a topic",
        "grammar",
        "a topic in English",
        "a heading",
        "a service that the article is about",
    ],
)
def test_what_belongs_to_its_article_is_no_search(paragraph: str, body: str) -> None:
    assert found(paragraph, body) == []


def test_a_phrase_is_widened_to_where_the_sentence_goes_on() -> None:
    line = fold("渡口的复航出国务工哪个岛最赚钱并不容易，镇里用了三年时间清淤。")
    start = line.index("出国务工")
    first, last = widened(line, (start, start + 4), ArticleWords(f"{line}\n航并不快，渡口的复航并不容易。"))
    assert line[first:last] == "出国务工哪个岛最赚钱"
    assert widened(line, (start, start + 4), ArticleWords(line)) == (start, start + 4)


@given(st.text("桂林什么牌子好 near me best a.，", max_size=60))
def test_a_passage_lies_in_its_paragraph(text: str) -> None:
    line = fold(text)
    assert all(0 <= start < end <= len(line) for _, (start, end) in planted(article(line, line)))


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("工程师重新测网贷平台借钱量水位，前后换了四份图纸才定下方案，大家都很满意。", "网贷平台借钱"),
        ("镇里用了三年时间请来县里的工木雕培训机构程师重新测量水位，前后换了四份图纸。", "木雕培训机构"),
        ("镇里请来县里的工程师重新测量水位，木雕培训机构也来了，前后换了四份图纸才定下方案。", None),
        ("镇里请来县里的工程师到木雕培训机构测量水位，前后换了四份图纸才定下方案，大家满意。", None),
        ("渡口旁边新开了一家二手家具批发市场，镇里的人周末都喜欢去那里看看，热闹得很。", None),
        ("她在窗口旁边输入“临江二手家具回收价格”，跳出来的全是广告，镇里的人谁也没有看见。", None),
        ("镇里用了三年时间清淤，老周一边修手表一边卖渔具，前后换了四份图纸才定下方案，工程师也来了。", None),
        ("镇里用了三年时间清淤，几个工程师自驾游去扬州，经朋友介绍换了四份图纸，才定下方案。", None),
        ("去年临江县家用梯子批发价格每架上涨了六十元，镇里的人说买不起，工程师也没有办法。", None),
        ("镇里请来的工程师从前在临江市河西区叉车租赁公司工作过六年，如今自己当老板，很忙碌。", None),
    ],
    ids=[
        "in a word", "in a name", "between marks", "beside grammar", "in the town", "quoted", "one word", "an end",
        "priced", "in a district",
    ],
)  # fmt: skip
def test_what_everybody_writes_is_planted_only_where_it_parts_a_word(paragraph: str, passage: str | None) -> None:
    assert found(fold(paragraph), ZH) == ([fold(passage)] if passage else [])


def test_a_planted_phrase_is_told_to_the_word() -> None:
    text = "老人把信读了两遍，引来热潮的普通人怎么申请出国打工DALL又在他手里停了很久，县里没有人回答他。"
    start = text.index("出国打工")
    first, last = widened(text, (start, start + 4), ArticleWords(text))
    assert text[first:last] == "普通人怎么申请出国打工"


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        (HULL.replace("{}", "antique brass lamp reviews"), "antique brass lamp reviews"),
        ("they spent the winter on antique brass lamp reviews the hull and in the end replaced the planks too",
         "antique brass lamp reviews"),
        ("they spent the winter on the antique lamp that they found in the old mill, and on the hull of the ferry",
         None),
        ("they spent the winter with antique brass lamp reviews, and in the end they replaced the planks of the hull",
         None),
        ("they spent the winter on the hull and cheap roof tiles coupon in the end they replaced the planks too",
         "cheap roof tiles coupon"),
        ("in those years workshops near falkau hung bicycle lamps in every window, and replaced the planks of the hull",
         None),
        ("they spent the winter in the lanes above ronda craftsmen engrave silver rings and mend the planks of hulls",
         None),
        ("sie haben im winter lang alte messing lampen reviews die im schuppen lagen gelesen und geputzt und verkauft",
         None),
    ],
    ids=["before a verb", "between words that join", "behind an article", "before a mark", "an end", "a clause",
         "where a gap is left", "in German"],
)  # fmt: skip
def test_an_english_search_that_everybody_might_write_stands_where_the_sentence_joins(
    paragraph: str, passage: str | None
) -> None:
    assert found(paragraph, EN) == ([passage] if passage else [])


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        (("镇里用了三年时间清淤，又请来县里的工程儿童钢琴陪练哪家靠谱师重新测量水位，"
          "前后换了四份图纸才定下方案。"), "钢琴陪练哪家靠谱"),
        ("镇里用了三年时间清淤，老房翻新报价多少钱，又请来县里的工程师测量水位，换了四份图纸。", "老房翻新报价多少钱"),
        ("镇里用了三年时间清淤，请来工程师测量水位，公司在网站上说明了收费的流程，换了四份图纸。", None),
    ],
    ids=["in a word", "between marks", "with grammar"],
)  # fmt: skip
def test_words_of_wares_strung_together_are_planted_inside_a_sentence(paragraph: str, passage: str | None) -> None:
    told = found(fold(paragraph), ZH)
    assert [passage in each for each in told] == ([True] if passage else [])


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("they spent three winters on affordable gutter repair quotes the hull and replaced the planks of the ferry",
         "affordable gutter repair quotes"),
        ("they spent three winters on the gutter, asked for a quote, and had the repair of the planks done by the mill",
         None),
        ("they spent three winters on the hull and on e-mortgage e-casino pages, and replaced the planks of the ferry",
         None),
        ("they spent three winters on the hull, and a payday loan company in the town paid for the planks of the ferry",
         None),
        ("they spent three winters on the hull while his brother sold designer handbags from a shed nearby in the town",
         None),
        ('they spent three winters on the hull and looked for "cheap mattress store deals" when they wanted a bed',
         None),
    ],
    ids=["in a sentence", "with grammar", "inside longer words", "the place of a noun", "a verb", "a query"],
)  # fmt: skip
def test_english_words_of_wares_strung_together(paragraph: str, passage: str | None) -> None:
    assert found(paragraph, EN) == ([passage] if passage else [])


@pytest.mark.parametrize(
    "paragraph",
    [
        "欢迎光临新葡京官网，注册送彩金，真人荷官在线发牌，时时彩技巧免费看。",
        "澳门威尼斯人官网注册送88元，时时彩稳赚计划群加好友。",
        "Casino Bonus ohne Einzahlung, 50 Freispiele jetzt sichern.",
        "buy viagra online with no prescription, casino bonus and free spins, best payday loans.",
        "slot gacor hari ini gampang menang, bonus new member untuk semua pemain baru.",
        "天河娱乐城首存即送百分之百，真人视讯二十四小时在线，返水无上限。",
        "乐鱼体育登录入口，新人送188元彩金，提现秒到账。",
        "play slots for real money, get free spins and a first deposit bonus at this betting site today.",
        "Man besucht ein Online Casino ohne Einzahlung: 50 Freispiele und Bonus auf die erste Einzahlung.",
        "онлайн казино дарит фриспины и бонус за регистрацию, игра на реальные деньги.",
    ],
)
def test_a_sentence_of_gambling_spam_has_several_of_its_phrases(paragraph: str) -> None:
    assert found(paragraph, paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "警方捣毁一个赌博团伙，该团伙以百家乐、时时彩、快三等方式吸引赌客，涉案两亿元。",
        "被告人搭建棋牌平台，以注册送彩金的手段招揽会员，从中抽头，法院判处三年有期徒刑。",
        "Die Polizei schloss ein Casino, das Schülern einen Bonus ohne Einzahlung versprochen hatte.",
        "police closed an online casino that had offered free spins to children, and arrested four men.",
        "警方提醒，这类网站以首存即送、返水无上限、提现秒到账为诱饵，后台可以改开奖结果。",
        "酒店的娱乐城里有老虎机，客人多是外地来的，当地人不许进去。",
        "his uncle lost real money in an online casino, and the free spins that he was given did not help.",
        "the regulator fined a betting site for free spins and a first deposit bonus that promised real money.",
        "the study found that those who buy viagra online seldom read the leaflet that comes with it.",
    ],
)
def test_a_report_about_gambling_or_pills_has_one_of_them_at_most(paragraph: str) -> None:
    assert not found(paragraph, paragraph)


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("镇里用了三年时间清淤，请来县里的工程空气能热水器十大品牌师测量水位，换了四份图纸。", "空气能热水器十大品牌"),
        ("工人把闸门吊上优化过的平石膏线吊顶效果图大全台，重新测量水位，换了图纸才定方案。", "石膏线吊顶效果图大全"),
        ("船队从扬州镇江泰州南通出发，在渡口停了三天，镇里的人都到岸边来看，前后换了四份图纸。", None),
        ("老周年轻时从装修公司学到了手艺，在渡口停了三天，镇里的人都到岸边来看，换了四份图纸。", None),
        ("老周的话和“石膏线吊顶效果图”有关，镇里的人都到岸边来看，前后换了四份图纸才定下方案。", None),
    ],
    ids=["in a word", "far from a word of the article", "places only", "behind a preposition", "quoted"],
)  # fmt: skip
def test_places_and_prepositions_tell_that_a_chinese_phrase_belongs(paragraph: str, passage: str | None) -> None:
    assert found(fold(paragraph), ZH) == ([fold(passage)] if passage else [])


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("they spent three winters on tankless water heater cost the hull and replaced the planks of the ferry",
         "tankless water heater cost"),
        ("volunteers spent winters, cheap patio furniture clearance sale on the hull and replaced the planks of it",
         "cheap patio furniture clearance sale"),
        ("volunteers spent winters, patio furniture clearance sale, the hull, and replaced the planks of the ferry",
         None),
        ("on the hull his uncle sold patio furniture covers and garden sheds while they replaced all of the planks",
         None),
    ],
    ids=["between words", "behind a comma", "between commas", "the object of a verb"],
)  # fmt: skip
def test_an_english_phrase_is_planted_beside_a_word_that_does_not_need_it(paragraph: str, passage: str | None) -> None:
    assert found(paragraph, EN) == ([passage] if passage else [])


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("镇里用了三年时间清淤，又请来县里的工程办证刻章加微信kq70213师重新测量水位，前后换了四份图纸。",
         "办证刻章加微信kq70213"),
        ("镇里用了三年时间清淤，又请来县里的工程网贷平台借钱电话13800023456师重新测量水位，换了四份图纸。",
         "网贷平台借钱电话13800023456"),
        ("镇里用了三年时间清淤，又请来县里的工程木雕培训机构师测量水位，镇里的电话13800023456没有变。", "木雕培训机构"),
    ],
    ids=["an account", "a number", "a number elsewhere"],
)  # fmt: skip
def test_a_planted_offer_reaches_over_the_way_to_its_seller(paragraph: str, passage: str) -> None:
    assert found(fold(paragraph), ZH) == [fold(passage)]


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("镇里用了三年时间清淤，又请来县里的工程凭身份证秒下款免担保师重新测量水位，前后换了四份图纸。",
         "凭身份证秒下款免担保"),
        ("镇里用了三年时间清淤，又请来县里的工程高薪急招钢筋工包吃包住师重新测量水位，换了四份图纸。",
         "高薪急招钢筋工包吃包住"),
        ("镇里去年高薪招来几个钢筋工，船厂包吃包住，可是清淤用了三年时间，前后换了四份图纸才定下方案。", None),
        ("警方提醒，自称免担保、秒下款的短信都是骗局，镇里的工程师也收到过，前后换了四份图纸才定方案。", None),
    ],
    ids=["a loan", "work", "a report of work", "a warning"],
)  # fmt: skip
def test_promises_are_planted_only_where_the_sentence_breaks(paragraph: str, passage: str | None) -> None:
    assert found(fold(paragraph), ZH) == ([fold(passage)] if passage else [])
