"""Posts of Tieba and of Reddit's old pages stay, below a menu that says “comments”; an article's comments go."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

POSTS = (
    "Every morning there is one small herring on my doorstep, and it is always fresh. What do I do?",
    "Learn to cook herring. You have been adopted and there is no way back.",
    "I fried the one of today and shared it with her, was that a mistake?",
    "Now she will bring two.",
)
REDDIT = (
    "jump to content\nr/harbour\ncomments\nHer cat brings me fish (self.harbour)\nsubmitted 3 days ago by ada\n{}\n"
    "12 comments share save hide report\nall 12 comments\nsorted by: best\n[–]quay 45 points 3 days ago\n{}\n"
    "permalink embed save report reply\n[–]ada[S] 21 points 3 days ago\n{}\npermalink embed save parent report reply\n"
    "[–]old_salt 8 points 2 days ago\n{}\npermalink embed save parent report reply"
).format(*POSTS)
FLOORS = (
    "我在船边放了一盆清水，可是它们天天飞到邻居家的池塘去喝，那边远多了。",
    "清水没有味道，放几天等它长点青苔就好了。",
    "原来如此，我每天早上都换水，怪不得不来。谢谢！",
)
TIEBA = (
    "渡口吧\n关注：1,203 贴子：8,455\n它们不喝我准备的水\n只看楼主 收藏 回复\n周小渡\n{}\n"
    "来自iPhone客户端{}1楼{}2021-03-12 18:04\n回复\n江边人\n{}\n来自Android客户端{}2楼{}2021-03-12 18:40\n回复\n"
    "周小渡\n{}\n3楼{}2021-03-12 19:02\n回复"
)


@pytest.mark.parametrize("award", ["", "give award "])
def test_the_answers_of_an_old_page_of_reddit_are_posts(document, award: str) -> None:
    body = document(REDDIT.replace("report reply", f"report {award}reply"))["body"].split("\n")
    assert [post for post in POSTS if post not in body] == []
    assert [line for line in body if line.startswith(("permalink", "sorted by"))] == []


@pytest.mark.parametrize("gap", ["", " "])
def test_the_answers_of_tieba_are_posts(document, gap: str) -> None:
    first, second, third = FLOORS
    text = TIEBA.format(first, gap, gap, second, gap, gap, third, gap)
    body = document(text)["body"].split("\n")
    assert [post for post in FLOORS if post not in body] == []
    assert [line for line in body if "楼" in line or line == "回复"] == []


def test_comments_below_an_article_with_such_buttons_go(document) -> None:
    comments = REDDIT[REDDIT.index("all 12 comments") :].replace("embed ", "").replace("all 12", "12")
    story = "\n".join(ENGLISH_BODY)
    body = document(f"Home\nNews\nThe ferry sails again\nBy Ada Finch\n9 March 2021\n{story}\n{comments}")["body"]
    assert [post for post in POSTS[1:] if post in body] == []
    assert all(line in body for line in ENGLISH_BODY)
