"""Heads of fields, as scrapers write them above a text: the page's address and the label of the text are none of it."""

from __future__ import annotations

import pytest

ZH = "渡船在黎明前离开码头，岸上没有人看见它走。\n钟声到中午才响，那时候风又从海上回来了。"
EN = (
    "The ferry left before dawn, and nobody on the landing saw it go.\nThe bell was silent until noon, said the keeper."
)
URL = "https://bay.example/2024/7"


@pytest.mark.parametrize(
    ("head", "title", "text"),
    [
        (f"标题：渡船离开码头\n时间：2024-03-05 10:00\n来源：海湾日报\n链接：{URL}\n正文：", "渡船离开码头", ZH),
        (f"【标题】渡船离开码头\n【时间】2024-03-05\n网址：{URL}\n【正文】", "渡船离开码头", ZH),
        (f"Title: The old ferry leaves\nDate: March 5, 2024\nURL: {URL}\nText:", "The old ferry leaves", EN),
        (f"URL: {URL}\nTitle: The old ferry leaves\nDate: March 5, 2024\n", "The old ferry leaves", EN),
        ("<title>渡船离开码头</title>\n时间：2024-03-05", "渡船离开码头", ZH),
    ],
)
def test_a_head_of_fields_leaves_the_text_alone(document, head: str, title: str, text: str) -> None:
    found = document(f"{head}\n{text}\n")
    assert (found["title"], str(found["date"]), found["body"]) == (title, "2024-03-05", text)


@pytest.mark.parametrize(
    "text",
    [
        f"URL: {URL}\n{EN}",
        f"{ZH}\n链接：{URL}\n正文：\n{ZH}",
        f"Repository: {URL}\nLink: {URL}\n{EN}",
        "正文：\n第一条 渡船每日检查一次。\n第二条 检查结果应当公布。",
        f"内容：\n{ZH}\n内容：\n{ZH}",
    ],
)
def test_an_address_or_a_label_without_such_a_head_stays(document, text: str) -> None:
    assert document(text)["body"] == text


@pytest.mark.parametrize(
    "head",
    [
        "【标题】渡船离开码头\n【来源】海湾日报\n【作者】周小渡\n【时间】2024-03-05\n【正文】",
        "[标题] 渡船离开码头\n[来源] 海湾日报\n[作者] 周小渡\n[日期] 2024-03-05\n",
        "标题\t渡船离开码头\n来源\t海湾日报\n记者\t周小渡\n日期\t2024-03-05\n",
        "标题：渡船离开码头\n媒体：海湾日报\n作者：周小渡\n发布日期：2024/3/5\n内容：",
        "【标题】渡船离开码头\n【媒体】海湾日报\n【作者】周小渡\n【发表日期】2024-03-05\n【原文链接】https://bay.example/7\n【本文】",
    ],
    ids=["brackets", "square", "tabs", "colons", "words of other heads"],
)
def test_labels_of_a_head_may_be_set_off_in_any_way(document, head: str) -> None:
    found = document(f"{head}\n{ZH}\n")
    assert (found["title"], found["source"], found["author"]) == ("渡船离开码头", "海湾日报", "周小渡")
    assert (str(found["date"]), found["body"]) == ("2024-03-05", ZH)


@pytest.mark.parametrize(
    "text", [f"【来源】\n{ZH}", f"{ZH}\n【时间】黎明", f"Date\tPlace\n5 March\tBay\n{EN}", f"[text] {EN}"]
)
def test_a_label_alone_is_no_head(document, text: str) -> None:
    found = document(text)
    assert (found["source"], found["author"], found["date"]) == (None, None, None)
    assert found["body"].split("\n")[-1] == text.rsplit("\n", maxsplit=1)[-1]
