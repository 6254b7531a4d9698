"""What Chinese sites of novels, questions, boards and accounts print around a text goes; what resembles it stays."""

from __future__ import annotations

import pytest

CHAPTER = (
    "清晨五点，雾还没有散，守塔人已经把灯芯剪好了。",
    "他听见楼下有人敲门，声音很轻，像是怕吵醒谁。",
    "“你来晚了。”他说，“船昨天夜里就走了。”",
    "那人没有回答，只是把一封湿透的信放在桌上。",
)
TITLE = "第十二章 守塔人"


def kept(blocks, *lines: str) -> list[str]:
    return [block["text"] for block in blocks("\n".join(lines)) if not block["boilerplate"]]


@pytest.mark.parametrize(
    "line",
    [
        "上一章 目录 下一章",
        "上一章 | 返回目录 | 下一章",
        "【上一章】【目录】【下一章】【加入书签】",
        "← 上一页 章节目录 下一页 →",
        "加入书签 推荐票 月票 打赏",
        "本章字数：2134",
        "本章共 3,012 字",
        "字体：大 中 小",
        "背景色：默认 淡绿 护眼",
        "收录于合集 #雾港故事",
        "收录于话题",
        "分享 收藏 赞 45 在看 30",
        "点赞 收藏 评论 分享",
        "转发 12 | 评论 5 | 赞 1.2万",
        "有用 12 没用 1 3回应",
        "原文链接：https://tower.example/12",
    ],
)
def test_a_line_of_buttons_or_counts_goes(blocks, line: str) -> None:
    assert kept(blocks, TITLE, *CHAPTER, line) == [TITLE, *CHAPTER]


@pytest.mark.parametrize(
    "line",
    [
        "上一章我们讲了卷轴的来历，这一章讲目录。",
        "目录",
        "本章字数不多，但是写了三年。",
        "推荐票和月票都不是他要的东西。",
        "喜欢 分享",
        "分享，是一种快乐。",
        "评论 第三期",
        "下一章",
        "背景：一座没有人的塔。",
        "方向键左右各有一个，他都按了。",
        "本文链接了两种说法。",
        "收录于合集的文章共有十二篇，都是旧作。",
    ],
)
def test_words_of_the_text_that_begin_alike_stay(blocks, line: str) -> None:
    assert line in kept(blocks, TITLE, *CHAPTER[:2], line, *CHAPTER[2:])


MENU = ("学校首页", "学校概况", "校园新闻", "教学科研", "招生就业")
LIST = ("年鉴篇目：", *MENU, "各篇由各科室供稿，年底交稿。")
BUTTONS, RIGHTS = "设为首页 | 加入收藏", "版权所有 © 雾港中学"


def test_a_menu_of_one_kind_of_site_is_evidence_beside_other_furniture(blocks) -> None:
    assert kept(blocks, BUTTONS, *MENU, TITLE, *CHAPTER, RIGHTS) == [TITLE, *CHAPTER]


def test_the_same_words_stay_where_nothing_else_is_furniture(blocks) -> None:
    assert kept(blocks, TITLE, *CHAPTER, *LIST) == [TITLE, *CHAPTER, *LIST]
