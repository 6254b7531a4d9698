"""Threads saved as Markdown, and their kin in Chinese: all posts stay, what is around them goes; other texts stay."""

from __future__ import annotations

SITE = "https://talk.example"
ASKED = "I fed it last on Tuesday with rye flour and left it on the window sill. Should I throw it out?"
ANSWERS = (
    "It is only hungry. Pour the liquid off, keep a spoonful and feed it twice a day.",
    "Mine did the same last summer. A cooler shelf helped more than anything else.",
    "Thank you both, it doubled this morning and smells of apples again.",
)
NAMES = ("oldmiller", "ryeandshine", "crumbworks")


def link(label: str) -> str:
    return f"[{label}]({SITE}/{label.replace(' ', '-')})"


def thread(post: str, buttons: str, head: str) -> str:
    """Return a page with a name and a day above each answer and buttons below it."""
    answers = (f"{post.format(link(name))}\n\n{said}\n\n{buttons}" for name, said in zip(NAMES, ANSWERS, strict=True))
    return "\n\n".join((link("Skip to main content"), "# My starter smells of polish", head, ASKED, *answers))


def test_answers_between_links_are_posts_and_no_comments(document) -> None:
    buttons = f"{link('Upvote')} 28 {link('Downvote')} {link('Reply')} {link('Award')} {link('Share')}"
    page = thread("{} · [5mo ago](/c)", buttons, f"Posted by {link('u/crumbworks')} 5 months ago")
    page = page.replace(ANSWERS[0], f"{link('17 comments')}\n\n{ANSWERS[0]}")
    found = document(page)
    assert found["title"] == "My starter smells of polish"
    assert found["body"].splitlines() == [ASKED, *ANSWERS]


def test_buttons_that_are_items_of_a_list_are_around_posts(document) -> None:
    buttons = "\n".join(f"*   {link(word)}" for word in ("permalink", "embed", "save", "report", "reply"))
    page = thread("[–]{} 12 points 3 years ago", buttons, f"submitted 3 years ago by {link('crumbworks')}")
    body = document(page)["body"]
    assert [said for said in (ASKED, *ANSWERS) if said not in body] == []
    assert not [line for line in body.splitlines() if "](" in line]


def test_the_last_post_below_a_name_and_a_day_stays(document) -> None:
    days = ("March 3, 2023, 10:41am 2", "March 4, 2023, 7:02am 3", "March 6, 2023, 6:55pm 4")
    posts = [f"{link(name)} {day}\n\n{said}" for name, day, said in zip(NAMES, days, ANSWERS, strict=True)]
    head = ("# My starter smells of polish", f"{link('crumbworks')} March 3, 2023, 9:14am 1", ASKED, "2 Likes")
    tail = ("1 Like", f"{link('Home')} {link('Categories')} {link('Terms of Service')} {link('Privacy Policy')}")
    body = document("\n\n".join((*head, posts[0], "5 Likes", *posts[1:], *tail)))["body"]
    assert body.splitlines() == [ASKED, *ANSWERS]


def test_the_rank_of_a_member_is_around_posts(document) -> None:
    said = (
        "我家六箱蜂，有四箱的蜂王从五月开始就不产卵了，大家帮我看看是什么原因。",
        "多半是蜜源断了，喂一点糖水试试，三天就能看出来。",
    )
    names = ("山里老周\n初级粉丝", "蜜罐子\n中级粉丝", "山里老周\n初级粉丝")
    posts = zip(names, (*said, "喂了两天，真的开始产卵了，谢谢老哥。"), (1, 2, 3), strict=True)
    page = "\n".join(f"{name}\n{told}\n举报\n{n}楼\n2019-06-1{n} 08:12\n回复" for name, told, n in posts)
    body = document(f"今年的蜂王都不产卵，是怎么回事\n{page}")["body"].splitlines()
    assert body[-3:] == [*said, "喂了两天，真的开始产卵了，谢谢老哥。"]
    assert not {"初级粉丝", "中级粉丝", "蜜罐子"} & {*body}


def test_every_answer_of_a_site_of_questions_stays(document) -> None:
    said = "因为夜里地面散热，靠近地面的空气先冷下来，水汽就凝成了小水滴。太阳出来以后地面变暖，雾也就慢慢散了。"
    frame = "{} 2018-11-20 09:12\n赞同 {}\n添加评论\n分享\n收藏\n喜欢"
    again = "如果夜里有风，雾就不容易形成。"
    frames = (frame.format("发布于", 123), frame.format("编辑于", 45))
    page = f"首页\n登录\n林间小径\n{said}\n{frames[0]}\n老气象员\n{again}\n{frames[1]}"
    assert document(page)["body"].splitlines() == [said, again]


def test_sentences_in_a_list_that_begin_with_such_a_word_stay(document) -> None:
    words = "*   Save the jar for later.\n*   Hide it from the mice.\n*   Report on it.\n*   Reply to whoever asks."
    text = f"What the rules of the pantry say, which my aunt wrote and nobody ever broke:\n{words}"
    assert document(text)["body"] == text


def test_lines_that_begin_with_such_a_word_and_a_number_stay(document) -> None:
    lines = (
        "Like 28 others I came too late.",
        "Share 12 of the quinces.",
        "Reply 40 has the recipe.",
        "Top 10 of the year",
    )
    text = "\n".join((*lines, "That is what the list on the door of the barn says, and nobody knows who wrote it."))
    assert document(text)["body"] == text


def test_names_and_days_behind_labels_are_around_posts(document) -> None:
    said = (
        "去年买的旧木船，今年下水发现船底到处渗水，求各位指点。",
        "先别急着补，泡三天水，木头胀开以后多半就不漏了。",
    )
    frame = "作者：{} 时间：2017-04-0{} 10:12:00\n{}\n来自 天涯社区客户端 | 举报 | {}楼 | 打赏 | 回复 | 评论"
    names = zip(("阿木", "船坞老李", "阿木"), (*said, "照您说的泡了四天，太感谢了。"), strict=True)
    page = "\n".join(frame.format(name, n, told, n) for n, (name, told) in enumerate(names, 1))
    body = document(f"【求助】木船漏水怎么补\n{page}")["body"].splitlines()
    assert body[-3:] == [*said, "照您说的泡了四天，太感谢了。"]
