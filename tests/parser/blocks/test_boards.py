"""What a board or a site of novels prints among posts and chapters goes; the same words in sentences stay."""

from __future__ import annotations

import pytest

# A thread as its board renders it; and the same words as its members write them.
THREAD = """Log in
Register
Home
Forums
Gear
Which rope for a bell of forty pounds?
Thread starter
ferrule
Start date
Apr 6, 2023
ferrule
New member
Joined
Apr 1, 2023
Messages
3
Reaction score
1
Apr 6, 2023
#1
The old rope frayed where it passes the wheel, and the tower is damp all year round.
Is hemp still worth it, or should I take polyester with a wool sally?
Reply
tenor
Well-known member
Joined
Sep 12, 2016
Messages
1,904
Reaction score
2,711
Apr 6, 2023
#2
Polyester above, hemp below. The wool keeps your hands warm and hides the splice.
%s
Whatever you take, wax it before the winter.
Reply
Reactions:
ferrule
You must log in or register to reply here.
Similar threads
Greasing a clapper
Privacy policy
Terms and rules
"""


@pytest.mark.parametrize(
    "line",
    [
        "Click to expand...",
        "You are using an out of date browser. It may not display this or other websites correctly.",
        "This topic was automatically closed 30 days after the last reply. New replies are no longer allowed.",
        "Users browsing this forum: No registered users and 3 guests",
    ],
)
def test_what_a_board_says_among_its_posts_goes(document, line: str) -> None:
    body = document(THREAD % line)["body"]
    assert line not in body
    for said in ("The old rope frayed", "Polyester above", "Whatever you take"):
        assert said in body


@pytest.mark.parametrize(
    "line",
    [
        "The board locked that topic because nobody had answered it.",
        "You may not post new bells by parcel, they said at the counter.",
        "Best answer I ever got came from the sexton.",
        "I had to log in to reply to him.",
    ],
)
def test_what_members_say_in_words_of_a_board_stays(document, line: str) -> None:
    assert line in document(THREAD % line)["body"].splitlines()


CHAPTER = """首页
武侠
我的书架
第十二章 旧灯
上一章
目录
下一章
灯芯只剩半寸，老许舍不得剪。
“等他回来再剪。”他说。
%s
门外的雪落了一夜，没有脚印。
上一章
目录
下一章
章节错误,点此举报
"""


@pytest.mark.parametrize(
    "line", ["天才一秒记住本站地址：example.com，最快更新！无广告！", "本章未完,点击下一页继续阅读"]
)
def test_what_a_site_of_novels_says_in_a_chapter_goes(document, line: str) -> None:
    body = document(CHAPTER % line)["body"]
    assert line not in body
    assert "门外的雪落了一夜，没有脚印。" in body


@pytest.mark.parametrize("line", ["他一秒就记住了那张脸。", "下一章，他对自己说，该写海了。", "书架上空了一格。"])
def test_sentences_in_words_of_a_site_of_novels_stay(document, line: str) -> None:
    assert line in document(CHAPTER % line)["body"]


ANSWER = "首页\n登录\n为什么山里的雪白得发蓝？\n%s\n守林人\n看了三十年雪\n关注\n%s\n分享\n关于我们\n联系我们\n"
SAID = "因为雪厚的时候红光被吃掉了，剩下的是蓝光。\n冰洞里看得最清楚，越深越蓝。"


def test_the_account_above_its_button_to_follow_is_no_text(document) -> None:
    found = document(ANSWER % ("关注问题\n写回答", SAID))
    assert found["title"] == "为什么山里的雪白得发蓝？"
    assert found["body"] == SAID


def test_a_name_that_the_page_is_about_stays(document) -> None:
    said = "守林人在北坡住了三十年，每天记下雪深和风向。\n他的本子一共有四十二册。"
    found = document(f"首页\n登录\n守林人\n关注\n{said}\n分享\n关于我们\n联系我们\n")
    assert "守林人" in (found["title"] or "") + found["body"].splitlines()[0]


ANSWERS = (
    "船头的缆绳潮了以后收不紧，请问有什么办法？",
    "没有干，要先放两天再打一层蜡。",
    "蜡要热的时候擦，凉了就擦不进去。",
    "谢谢！",
)
PLACES = ("楼主", "沙发", "板凳", "地板")


def test_the_first_answers_of_a_chinese_board_have_names_in_place_of_numbers(document) -> None:
    names, buttons = ("老船工", "阿桨", "河边人", "老船工"), ("回复\n举报", "回复\n支持(3)", "回复", "发新帖")
    posts = [
        f"{place}\n{name}\n发表于 2024-5-{n} 09:12\n{said}\n{below}"
        for n, (place, name, said, below) in enumerate(zip(PLACES, names, ANSWERS, buttons, strict=True), 3)
    ]
    body = document("\n".join(("登录", "注册", "首页", "渡船论坛", "搜索", "缆绳怎么收", *posts, "返回列表")))["body"]
    assert all(said in body for said in ANSWERS[:3])
    assert "板凳" not in body


def test_furniture_in_a_text_keeps_its_name(document) -> None:
    text = "旧货清单\n沙发\n三百元\n板凳\n二十元\n地板\n每平方米五十元\n以上都可以在星期六上午到南门看货，价钱好商量。"
    body = document(text)["body"]
    assert all(line in body for line in text.split("\n")[1:])


# A thread without a frame around its posts, above the lines at its foot.
BARE = (
    "Log in\nSqueaking oar\nI have a wooden dinghy with a squeaking oar, and it gets worse in cold weather.\n"
    "Did you grease the collar with tallow before you row out? Mine was silent for a year after that.\n"
    "%s\nPrivacy policy\nTerms of use\nContact"
)
TOLD = (
    "This thread is locked. New replies are not allowed.",
    "There have been no replies to this topic in the last 12 months.",
    "The attachments are visible to registered members only.",
    "You do not have permission to view attachments.",
    "You can post now and register later.",
    "Please wait while we try to reconnect.",
    "Enter the instance you would like to follow this community from.",
    "您没有权限下载附件，请先登录。",
    "该主题已被锁定，无法回复。",
    "注册即表示同意服务条款。",
)
WRITTEN = (
    "My last thread was locked after two days, so I ask again here.",
    "If you do not have permission to view the plans of the harbour, ask the keeper of the mill.",
    "Replies to my letter are not allowed before Easter, the mayor wrote.",
    "The moderators asked us: please consider starting a new topic, so I did.",
    "You can post the letter now and register the boat later, my aunt said.",
    "如果提示您没有权限查看合同，请联系码头的管理员。",
    "我建议发表新主题的人先看看旧帖子，船的问题都有人答过。",
    "注册即表示同意，这种条款我从来不看，结果船被拖走了。",
)


def test_what_a_board_tells_below_bare_posts_goes_and_what_sounds_like_it_stays(document) -> None:
    assert [line for line in TOLD if line in document(BARE % line)["body"]] == []
    assert [line for line in WRITTEN if line not in document(BARE % line)["body"]] == []
