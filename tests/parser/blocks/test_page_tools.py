"""Paths and buttons around a short page are told by themselves; what only mentions them, or looks so, is text."""

from __future__ import annotations

import pytest

TEXT = (
    "3月12日上午，青石镇党委书记林大川一行到北坡村调研春耕备耕工作，先后查看了育秧大棚、农机库房和新修的水渠。",
    "林大川指出，要抓住晴好天气，把种子、化肥和农机调配到位，不误农时；要发挥合作社的带动作用。",
    "镇农业服务中心、北坡村“两委”有关负责同志参加调研。",
)
TITLE = "林大川到北坡村调研春耕备耕工作"


def kept(blocks, *lines: str) -> list[str]:
    return [block["text"] for block in blocks("\n".join(lines)) if not block["boilerplate"]]


@pytest.mark.parametrize(
    "path",
    [
        "当前位置：首页 > 政务公开 > 工作动态",
        "您的位置：首页>>新闻中心>>镇街动态",
        "现在位置： 首页 >> 东区新闻 >> 正文",
        "您所在的位置是：首页-动态-正文",
        "位置: 首页 > 动态",
        "您现在所在的位置：学院首页>>通知公告",
        "目前位置：首頁 » 新聞中心 » 校園新聞",
        "当前位置：新闻中心 > 镇街动态",
        "現在位置：ホーム > 市政情報 > お知らせ",
        "Sie sind hier: Startseite » Rathaus » Aktuelles",
        "You are here: Home / News / Council",
        "Vous êtes ici : Accueil > Actualités",
        "【当前位置】首页 / 公告",
        "目前您在：首頁 / 最新消息 / 活動",
        "Está en: Inicio > Noticias > Local",
        "Path: Home > Local",
    ],
)
def test_a_path_above_a_short_text_goes_and_its_headline_stays(blocks, path: str) -> None:
    assert kept(blocks, path, TITLE, *TEXT) == [TITLE, *TEXT]


@pytest.mark.parametrize(
    "tools",
    [
        "【打印本页】【关闭窗口】",
        "[打印] [关闭]",
        "打印本页 关闭窗口",
        "【收藏】【打印】【关闭】",
        "[我要纠错] [返回顶部]",
        "【纠错】",
        "打印 | 关闭",
        "【字号：大 中 小】",
        "扫一扫在手机打开当前页",
        "扫一扫，在手机上查看当前页面",
        "用微信“扫一扫”分享至朋友圈",
        "您是第 128 位访客",
        "浏览次数：次",
        "总访问：10240 今日访问：12",
        "上一条：无 下一条：北坡村召开村民大会",
        "本网站由青石镇党政办主办",
        "调查问题加载中，请稍候。",
        "若长时间无响应，请刷新本页面",
        "您的浏览器暂时无法播放此视频",
        "点击展开剩余80%",
        "打开青石新闻 查看精彩图片",
        "点击“阅读原文”了解更多",
        "关注青石观察，获取更多资讯",
        "返回青石网首页>>",
        "自动播放开关 自动播放",
        "收录于合集 #夜晚 12个",
    ],
)
def test_buttons_below_a_short_text_go(blocks, tools: str) -> None:
    assert kept(blocks, TITLE, *TEXT, tools) == [TITLE, *TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "当前位置在山腰，风很大，我们决定先把帐篷扎下来再说。",
        "您的位置：请在地图上标出，并写明离渡口多远。",
        "当前位置：北纬30.2/东经120.1",
        "位置：河东岸",
        "You are here: the red dot on the map shows the ferry.",
        "打印本页之前，请先确认打印机里有纸。",
        "请先打印再关闭",
        "【大桥】【渡口】【粮仓】",
        "扫一扫院子再走",
        "他是第 128 位访客",
        "阅读：第一章",
        "货车正在加载中途，天就黑了。",
        "您的浏览器里存着三年前的照片。",
        "打开窗户，查看院子里的花。",
        "收录于合集的是他早年的诗。",
        "关注老人，才能了解更多往事。",
        "他把剩下的八成都展开了",
        "他说：首页要放这张照片。",
        "Note: home is where the ferry lands, and everybody there knows it.",
        "Home - and away again, as the miller used to say.",
    ],
)
def test_what_only_looks_like_them_stays(blocks, line: str) -> None:
    assert line in kept(blocks, TITLE, TEXT[0], line, *TEXT[1:])


def test_the_frame_of_a_digital_newspaper_goes_and_its_headline_is_the_title(document) -> None:
    above = (
        "清江晚报\n2015年10月01日 星期四\n上一版\n下一版\n第03版：民生\n返回首页\n版面导航\n标题导航\n上一期 下一期\n"
        f"放大 缩小 默认\n{TITLE}\n本报记者 周小渡\n"
    )
    below = "\n上一篇 下一篇\n清江晚报社版权所有 未经书面授权禁止使用\n浙ICP备00000000号"
    row = document(above + "\n".join(TEXT) + below)
    assert (row["title"], row["author"], row["body"]) == (TITLE, "周小渡", "\n".join(TEXT))
