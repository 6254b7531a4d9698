"""A label at the beginning of a line is one only if nothing of somebody's own stands behind it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser import parse
from audit.parser.blocks.features import lines
from audit.parser.tables.complements import is_credit, says_more
from audit.parser.tables.line_cues import CUES, LABELS
from tests.parser.pages import CHINESE_BODY, ENGLISH, ENGLISH_BODY, table

LINES = (
    "Share the bread and hold your tongue",
    "Search the cellar before the loft",
    "More from habit than from hope",
    "Subscribe your name below the oath",
    "Sign up for our choir before Friday",
    "Advertisement for a lost goat",
    "Sponsored by nobody, loved by few",
    "Follow us, said the river to the rain",
    "Hilfe kam vom anderen Ufer",
    "Nach oben fuhr er mit dem Lift",
    "Teilen wir das letzte Brot",
    "Anzeige gegen den Müller",
    "Partager le pain et le sel",
    "Publicité pour une chèvre perdue",
    "Más de cien años tenía la barca",
    "Inicio: A montar la barca",
    "Поделиться хлебом с паромщиком",
    "Комментарии были излишни",
    "Dela brödet med färjkarlen",
    "Szukaj klucza w słomie",
    "Paylaş ekmeğini kayıkçıyla",
    "分享至深夜",
    "首页写着他的名字",
    "评论：可否在渡口先收船费",
    "搜索了整整一夜",
    "广告牌立在渡口",
    "猜你喜欢吃鱼",
    "摄影师拍下渡口的灯",
    "记者采访渡口遭阻挠 铜铃被敲",
    "コメントはなかった",
    "ホームに立つ人影",
    "画像の乱れた夜",
    "공유하던 우산 아래",
    "댓글처럼 쌓이는 눈",
    "사진 속의 어머니",
)
# Lines that begin like a notice to readers.
NOTICES = (
    "By clicking her beads, I counted the night",
    "By subscribing ten pounds each the farmers bought the boat.",
    "Sign up for the new brigade and get your stories told",
    "Unlock this door before the water comes",
    "You have read your last letter from the sea",
    "Téléchargez l'âme dans un bateau de papier",
    "Profitez de l'offre du vent",
    "Cet article est réservé au capitaine du bac",
    "Lesen Sie weiter mit dem Finger auf der Zeile",
    "Jetzt für 3 Taler über den Fluss",
    "Assine já, disse o barqueiro",
    "Материал доступен в любой лавке",
    "剩余部分归渔夫的女儿",
    "微博 是他写下的最后两个字",
    "长按船舷不松手，他关注着水面",
    "您的浏览器不支持月光",
    "기사의 나머지는 나루터에서 들었다",
)
VERSE = ["Slow the river", "slow the oar", "Grey the heron", "on the shore", "Cold the morning", "low the moon"]
STATUTE = [f"Article {n}\n(1) Ferries and rafts of class {n}.\n(2) Oars." for n in range(1, 6)]
TEXTS = (VERSE, STATUTE, list(ENGLISH_BODY), list(CHINESE_BODY))
# A label of each phrase with something behind it, whose own last mark does not announce a value.
BEGINNINGS = sorted(
    {(i, phrase[:-1]) for i in LABELS for phrase in CUES[i].words if phrase.endswith("*") and phrase[-2].isalnum()}
)
# What no label has behind it, in a script with blanks and in one without.
BEHIND = (
    " the old ferryman and his herons",
    " zwischen Schilf und Reiher",
    " перед самым приливом на реке",
    "的老渡工到天明",
)


@pytest.mark.parametrize("line", [*LINES, *NOTICES])
@pytest.mark.parametrize("text", TEXTS, ids=["verse", "statute", "English tale", "Chinese tale"])
def test_a_line_that_says_something_of_its_own_stays(blocks, text: list[str], line: str) -> None:
    half = len(text) // 2
    for told in ((*text[:half], line, *text[half:]), (*text, line)):
        assert [block["text"] for block in blocks("\n".join(told)) if block["boilerplate"]] == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.sampled_from(BEHIND), st.sampled_from(TEXTS))
def test_no_beginning_is_evidence_alone(beginning: tuple[int, str], behind: str, text: list[str]) -> None:
    label = beginning[1]
    assert says_more(*beginning, behind)
    half = len(text) // 2
    told = parse(table("\n".join((*text[:half], label + behind, *text[half:])))).blocks.to_pylist()
    # Calls that no text makes may stand inside such a phrase, and notices to readers begin like some.
    calls = [phrase for cue in CUES if cue.anywhere for phrase in cue.words if phrase.replace("*", "") in label]
    noticed = lines([label + behind])["notice"][0] >= 0
    # Who began a thread is its author.
    dropped = [block["text"] for block in told if block["boilerplate"] and block["kind"] != "byline"]
    assert calls or noticed or dropped == []


BUTTONS = (
    "Share on Facebook",
    "Share this article (12)",
    "Subscribe to our newsletter",
    "Sign up for our weekly newsletter",
    "Related articles",
    "Kommentare (12)",
    "Partager cet article",
    "Поделиться в Telegram",
    "分享到微信朋友圈",
    "欢迎关注青石报公众号",
    "更多新闻",
    "コメントを書く",
    "이 기사를 공유하기",
)


@pytest.mark.parametrize("button", BUTTONS)
def test_a_label_with_words_of_labels_goes(blocks, button: str) -> None:
    body = CHINESE_BODY if button > "\u3000" else ENGLISH_BODY
    assert [block["text"] for block in blocks("\n".join((*body, button))) if block["boilerplate"]] == [button]


@pytest.mark.parametrize("line", ["Share the Courier with a neighbour", "Subscribe to the Courier of Marl"])
def test_beside_other_furniture_it_is_a_label(document, blocks, line: str) -> None:
    page = ENGLISH.replace("Share this article", line)
    assert line in page
    assert line not in document(page)["body"]
    below = "\n".join((*ENGLISH_BODY, line, "Subscribe to our newsletter"))
    assert line in [block["text"] for block in blocks(below) if block["boilerplate"]]


CREDITS = (
    ("photo by", " Ada Finch"),
    ("courtesy", " of Marl"),
    ("foto", ": ferry"),
    ("摄影", "周小渡"),
    ("사진", "=시청"),
)
NONE = ("courtesy", " was his habit"), ("摄影", "师拍下渡口的灯"), ("写真", "の中の母は笑う"), ("사진", " 속의 어머니")


def test_credits_are_names_or_behind_a_mark() -> None:
    assert ([is_credit(*each) for each in CREDITS], [is_credit(*each) for each in NONE]) == ([True] * 5, [False] * 4)


@pytest.mark.parametrize("line", ["首页>新闻中心>正文", "トップページ ＞ お知らせ ＞ 詳細", "来源于：东区办事处"])
def test_a_path_and_a_label_with_its_value_go(document, line: str) -> None:
    text = ["渡口复航了", line, *CHINESE_BODY] if ":" in line or "：" in line else [line, "渡口复航了", *CHINESE_BODY]
    assert line not in document("\n".join(text))["body"]
