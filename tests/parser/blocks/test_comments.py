"""Readers' comments go from their heading down to the last of them; what only resembles them stays."""

import pytest

from tests.parser.pages import ENGLISH_BODY

ENGLISH = (
    "The clock shop moves across the river",
    "By Nora Pell",
    "March 4, 2026",
    "After thirty years on the same corner the clock shop moved across the river yesterday.",
    "The owner says the damp was ruining the movements, and that the new room faces south.",
)
CHINESE = (
    "河边的钟表铺",
    "2026-03-04 10:12 来源：河湾日报",
    "开了三十年的钟表铺昨天搬到了河对岸，老主顾们帮着抬柜子，店主请大家喝茶。",
    "店主罗师傅说，旧铺子潮，表芯容易生锈，新铺子朝南，光线也好，墙上还能多挂几座钟。",
)
PRODUCT = (
    "Harrow daypack",
    "A plain, tough pack for one long day or two short ones, with a back panel that lets air through.",
    "Rain cover included, and the straps fit everybody who tried them on in the shop last winter.",
)
STARS = ("5 out of 5 stars", "Sturdy", "Nils on March 4, 2026", "I carried it for two weeks and nothing tore.")
REVIEWS = ("Customer reviews", "5 stars", "60%", "4 stars", "40%", *STARS, "4 out of 5 stars", *STARS[2:])
# What a shop prints beside each review tells them, without a day or stars.
MARKED = (
    (
        "Opiniones del producto",
        ("Ana", "Compra verificada", "La uso a diario.", "Luis", "Compra verificada"),
    ),
    ("Ce que nos clients en pensent", ("Nadia", "Elle tient bien.", "Signaler cet avis", "Luc", "Signaler cet avis")),
    ("Das sagen unsere Kunden", ("Verifizierter Kauf", "Der Gurt sitzt gut.", "Verifizierter Kauf", "Etwas klein.")),
    ("商品レビュー", ("購入者さん", "軽くて丈夫です。", "参考になった(3)", "肩が痛くなりません。", "参考になった(1)")),
    ("大家都在说", ("匿名用户", "包很轻,肩带也舒服。", "匿名用户", "下雨天也不漏水。")),
)
COMMENTS = [
    (ENGLISH, ("Comments (2)", "dan", "3 hours ago", "He fixed my watch.", "Reply", "Marta", "1 day ago", "No rise?")),
    (ENGLISH, ("2 comments", "dan says:", "March 4, 2026 at 1:20 pm", "He fixed my watch.", "Marta says:", "A rise?")),
    (
        ENGLISH,
        ("2 thoughts on “The clock shop”", "It runs.", "— dan, 4 March 2026", "Oh.", "— M, 5 March 2026"),
    ),
    (ENGLISH, ("Comments", "dan", "He fixed my watch and it runs.", "Marta", "The old place was wet.")),
    (ENGLISH, ("Comments", "#1 dan March 4, 2026", "He fixed my watch.", "#2 Marta March 5, 2026", "It runs.")),
    (PRODUCT, REVIEWS),
    *((PRODUCT, (heading, *marked)) for heading, marked in MARKED),
    (CHINESE, ("网友评论", "一叶舟：搬了也好，以前一下雨就进水。", "木子李：希望别涨价")),
    (CHINESE, ("全部评论(2)", "一叶舟", "搬了也好，以前一下雨就进水。", "2天前", "赞 18", "木子李", "别涨价", "3天前")),
    (CHINESE, ("共2条评论", "搬了也好，以前一下雨就进水。", "希望别涨价")),
]
GUILTY = [
    # Reviews without a name or stars may be what the page tells of.
    (
        PRODUCT[1:2],
        ("Reviews", "Mar 2026", "It taught me a lot about packs.", "Apr 2026", "I still use what I learnt."),
    ),
    # A chapter on comments, with names of its own and days.
    (
        ENGLISH[3:],
        ("Comments", "Line comments", "They begin with a hash.", "Blocks", "They end with braces."),
    ),
    # What a page quotes of its customers is its own text, and the news below is dated.
    (
        PRODUCT,
        (
            "What our customers say",
            "It outlived two dogs and a tent.",
            "Nils Berg, Marl",
            "News",
            "March 11, 2026",
            "New.",
        ),
    ),
    (PRODUCT, ("Das sagen unsere Kunden", "Er trägt sich leicht.", "Nils, Marl", "Wir fertigen seit 1988 im Tal.")),
    (ENGLISH, ("Discussion", "The move was planned in March 2020 and took six years.", "Nobody regrets it.")),
    # What is counted is another article's, or there is but a day.
    (ENGLISH[3:4], ("2 comments", *ENGLISH[4:], "It is the third move of the shop.", "March 10, 2021")),
    (ENGLISH, ("Comments", "My watch runs well.", "Mine broke twice.", "March 10, 2021")),
    # The box of comments stands inside the article.
    (ENGLISH, ("Comments", "He still opens at six and winds the eleven clocks before his first coffee.", "He is 80.")),
    (CHINESE, ("评论", "这件事说明，老手艺并没有消失，只是换了一个地方。", "人们愿意多走几步路。")),
]


@pytest.mark.parametrize(("article", "comments"), COMMENTS, ids=lambda lines: lines[0])
def test_comments_go_with_their_heading(document, article: tuple[str, ...], comments: tuple[str, ...]) -> None:
    """Days, buttons, names or turns below the heading show that all of it is comments."""
    found = document("\n".join(article + comments))["body"].splitlines()
    assert set(article[-2:]) <= set(found)
    assert not set(comments) & set(found)


@pytest.mark.parametrize(("article", "section"), GUILTY, ids=lambda lines: lines[0])
def test_a_heading_alone_is_no_evidence(document, article: tuple[str, ...], section: tuple[str, ...]) -> None:
    """What stands below it without marks of comments is the text's."""
    found = document("\n".join(article + section))["body"].splitlines()
    assert set((article[3:] or article) + section[1:]) <= set(found)


PRIZE = (
    "A pear tree behind the chapel has won the first prize of the county's society of gardeners for its age.",
    "It was planted in the year of the great flood and has borne fruit every year but two since then.",
)
POSTS = (
    *("Tom W", "2 hours ago", "I climbed that tree when I was six and fell out of it when I was seven.", "Reply"),
    *("oldsalt", "1 hour ago", "My grandmother always said that the jam was better before the war.", "Reply"),
)


def test_comments_below_an_article_with_its_day_go(document) -> None:
    page = (
        "Menu",
        "Log in",
        "Pear tree wins prize",
        "Sara Holm, 12 June 2020",
        *PRIZE,
        "3 comments",
        *POSTS,
        "Privacy",
    )
    assert document("\n".join(page))["body"].split("\n")[-2:] == list(PRIZE)


def test_posts_of_a_thread_stay(document) -> None:
    asked = ("Menu", "Log in", "Which tree is oldest?", "Anna", "3 hours ago", PRIZE[0], "Reply")
    body = document("\n".join((*asked, *POSTS, "Privacy")))["body"]
    assert POSTS[2] in body
    assert POSTS[6] in body


MENU = (
    "Log in or join with your account to read all stories of the river without a limit.",
    "Longform",
    "Reviews",
    "Tech",
)
REVIEW = (
    "By Ada F. on June 28, 2014",
    "Sails well, and the rudder came with all its bolts; we had it afloat in an hour.",
)


@pytest.mark.parametrize(
    ("below", "is_kept"),
    [
        (("By Ada Finch on June 29, 2014 08:08 pm  @adafinch 76Comments", "Ferries", "Follow", *ENGLISH_BODY), True),
        ((*REVIEW, "Helpful", *(line.replace("28", "30") for line in REVIEW), "Helpful"), False),
    ],
)
def test_a_menu_with_reviews_heads_no_byline(document, below: tuple[str, ...], is_kept: bool) -> None:
    body = document("\n".join((*MENU, "A wooden ferry sails again on the Marl", *below, "Privacy policy"))).get("body")
    assert (below[3 if is_kept else 1] in body) == is_kept
