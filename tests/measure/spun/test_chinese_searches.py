"""Chinese searches for wares inside sentences: planted ones, and those that people write."""

from __future__ import annotations

import pytest

from audit.measure.articles.article_words import ArticleWords
from audit.measure.spun.passages import widened
from audit.text.fold import fold
from tests.measure.spun.paragraphs import CROSSING, ZH, found


@pytest.mark.parametrize(
    "search", ["二手水泵批发市场", "高价回收旧梯子电话", "桂林到丽江特价机票", "叉车驾照在哪里考", "木工培训班收费标准"]
)
def test_a_chinese_search_in_a_sentence(search: str) -> None:
    [passage] = found(fold(CROSSING.format(search)), ZH)
    assert passage.endswith(search[-3:])
    assert len(passage) <= len(search) + 4


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("鎮裡用了三年時間清淤，又請來縣裡的工程二手車高價收購師重新測量水位，換了四份圖紙。", "二手車高價收購"),
        ("鎮裡用了三年時間清淤，又請來縣裡的工程師重新測量水位，前後換了四份圖紙才定下方案。", None),
    ],
    ids=["planted", "a sentence"],
)  # fmt: skip
def test_a_search_in_traditional_characters(paragraph: str, passage: str | None) -> None:
    assert found(paragraph, ZH) == ([passage] if passage else [])


def test_a_chinese_search_between_sentences() -> None:
    paragraph = "前后换了四份图纸才定下方案。三代试管包生男孩多少钱工程师重新测量水位，老人把信读了两遍。"
    assert found(fold(paragraph), ZH) == ["三代试管包生男孩多少钱"]


@pytest.mark.parametrize("search", ["婚车租赁价格表", "商标注册代理公司", "貨櫃屋價格", "抽水肥價格多少"])
def test_a_search_ends_with_a_whole_word(search: str) -> None:
    assert found(fold(CROSSING.format(search)), ZH) == [search]


def test_a_phrase_is_widened_to_where_the_sentence_goes_on() -> None:
    line = fold("渡口的复航出国务工哪个岛最赚钱并不容易，镇里用了三年时间清淤。")
    start = line.index("出国务工")
    first, last = widened(line, (start, start + 4), ArticleWords(f"{line}\n航并不快，渡口的复航并不容易。"))
    assert line[first:last] == "出国务工哪个岛最赚钱"
    assert widened(line, (start, start + 4), ArticleWords(line)) == (start, start + 4)


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
        ("镇里用了三年时间清淤，县农业技术推广服务中心主任说，水位每年都要测量，换了四份图纸才定下方案。", None),
        ("渡口的货船把三百多辆日产旧摩托车运到镇里，工程师重新测量水位，前后换了四份图纸才定下方案。", None),
    ],
    ids=[
        "in a word", "in a name", "between marks", "beside grammar", "in the town", "quoted", "one word", "an end",
        "priced", "in a district", "an office", "counted",
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
