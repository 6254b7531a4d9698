"""What is got wrong, and said so, of copies, fields and the article itself."""

from __future__ import annotations

from tests.known_failures.known import BRIDGE, HARBOUR, LIMITS, Known

OF_ARTICLES = (
    Known(
        document="price-lists",
        where="DUP002",
        claim="Two texts that differ only in punctuation or signs (two price lists, two formulas) count as one.",
        text="The bakery has counted its bread for the year, and the miller has looked at the numbers twice.\n"
        "Rye stands at +4,200 and wheat at -1,300, while oats have not been asked for since the new oven came.\n",
        beside={
            "other": "The bakery has counted its bread for the year, and the miller has looked at the numbers twice.\n"
            "Rye stands at -4,200 and wheat at +1,300, while oats have not been asked for since the new oven came.\n"
        },
        keeps="DUP002",
    ),
    Known(
        document="translated",
        where="DUP003",
        claim="A translation or a free paraphrase is not found.",
        text="山上的天文台今年夏天对外开放,每个星期五晚上都有人来看星星。\n"
        "管理员说,望远镜是一百年前从海边运来的,镜片至今没有换过。\n"
        "来得最多的是附近中学的学生,他们带着本子,把看到的一点一点画下来。\n",
        beside={
            "english": "The observatory on the hill is open to visitors this summer, and every Friday night people "
            "come to look at the stars.\nThe telescope was brought from the coast a hundred years ago, says its "
            "keeper, and the lens has never been changed.\nMost of them are pupils of the school nearby, who draw "
            "what they see, point by point, in books that they bring with them.\n"
        },
        breaks="DUP003",
    ),
    Known(
        document="litany",
        where="DUP005",
        claim="Songs, litanies and legal forms repeat themselves legitimately.",
        text="The song of the ferrymen\nRow on, row on, the tide is high, and the lamps of home are burning bright.\n"
        "We left the shore when the moon was new, and the bread was warm and the sails were white.\n"
        "Row on, row on, the tide is high, and the lamps of home are burning bright.\n"
        "We lost a mast in the northern sound, and we lost our way in the middle of night.\n"
        "Row on, row on, the tide is high, and the lamps of home are burning bright.\n",
        keeps="DUP005",
    ),
    Known(
        document="daily-column",
        where="DUP007",
        claim="Series and daily columns (the weather, the markets) share titles legitimately.",
        text=f"The week at the harbour\n\nBy Anna Feld\n\n{HARBOUR}",
        beside={
            "last-week": "The week at the harbour\n\nBy Anna Feld\n\nTwo fishermen found a bottle with a letter in it "
            "near the lighthouse, and nobody can read the hand.\nThe school has sent it to a museum, which answered "
            "with a long list of questions about the cork.\nUntil it is settled the letter lies in the window of the "
            "bakery, where everybody may look at it.\n"
        },
        keeps="DUP007",
    ),
    Known(
        document="headline-with-a-stop",
        where="FLD001",
        claim="A headline that ends like a sentence, or is far from the top, can be missed.",
        text=f"老石桥终于回来了。\n{BRIDGE}",
        states={"title": "老石桥终于回来了。"},
    ),
    Known(
        document="byline-without-a-word",
        where="FLD004",
        claim="Bylines without a signal word (by, 作者, 文) are mostly missed.",
        text=f"Fog over the sound\n\nMarten Holm\n\n{HARBOUR}",
        states={"author": "Marten Holm"},
    ),
    Known(
        document="complete-and-short",
        where="FLD005",
        claim="A short review or a news flash is complete at this length.",
        text="老桥今天重新开放了。\n",
        keeps="FLD005",
    ),
    Known(
        document="cut-between-words",
        where="FLD007",
        claim="a Chinese text cut between two words looks complete",
        text="新开放,附近的居民一早就来散步。\n" + BRIDGE.partition("\n")[2],
        breaks="FLD007",
    ),
    Known(
        document="brand-in-small-letters",
        where="FLD007",
        claim="Brand names in lower case and verse cause false positives.",
        text="easyferry, which runs the boats, has bought two new ones that will arrive in spring.\n" + HARBOUR,
        keeps="FLD007",
    ),
    Known(
        document="signed-at-the-end",
        where="FLD008",
        claim="Verse, signatures and texts that omit the last full stop look the same.",
        text=HARBOUR.rstrip(".\n") + "\n",
        keeps="FLD008",
    ),
    Known(
        document="announcement",
        where="FLD009",
        claim="Announcements and deadlines are in the future by nature.",
        text=f"Concert at the pier\n\n2 March 2024\n\n{HARBOUR}The concert is on 14 June 2024, and tickets are free.\n",
        keeps="FLD009",
    ),
    Known(
        document="about-sharing",
        where="BPL006",
        claim="An article about social media may use the same words.",
        text="按钮的历史\n\n很多网站在文章后面写着“请扫描二维码关注我们的公众号”,研究者统计了三年里的变化。\n"
        "他们发现,读者看到“点击分享到朋友圈”这句话时,多半已经离开了页面,并没有去点它。\n"
        "后来一些编辑把它删掉,文章的阅读时间反而变长了,这让大家都很意外。\n",
        keeps="BPL006",
    ),
    Known(
        document="reader-comments",
        where=LIMITS,
        claim="Teasers and some comments in prose count as article text",
        text=f"Fog over the sound\n\n{HARBOUR}\nI was on that boat as well, and the "
        "tea was cold, but I must say that the choir was the best that I have heard in years. Peter\n\n"
        "The same thing happened to us in spring, and nobody brought us tea, so be glad that you were treated "
        "so well. Linda\n",
        states={"body": "\n".join(HARBOUR.strip().split("\n"))},
    ),
)
