"""Sentences that mention a prompt, which are text, and sentences that are one."""

from __future__ import annotations

import pytest

from audit.text.fold import fold
from audit.text.tables.narration import is_told
from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY

TOLD = [
    ("He had to sign up for the army the next spring, and his mother wept.", "sign up for the"),
    ("They asked me to become a subscriber, and I paid the two pounds.", "become a subscriber"),
    ("Ele pediu que ela assine o contrato amanhã, e ela riu.", "assine"),
    ("Он отказался подписаться под письмом соседей, и все это запомнили.", "подписаться"),
    ("彼を後ろからフォローするのが私の仕事だった。", "フォローする"),
    ("그는 자동차 등록번호를 수첩에 적어 두었다.", "등록번호"),
    ("「フォローして」と言う子どもが、三人いる。", "フォローして"),
    ("소식을 모은 뉴스레터는 형제가 직접 찍는다.", "뉴스레터"),
    ("Abonnez-vous, criait le vendeur, mais rien.", "abonnez-vous"),
    ("Suscríbete, gritó el vendedor en la plaza.", "suscríbete"),
    ("Iscriviti, ripeteva il vecchio sulla panca.", "iscriviti"),
    ("Подпишитесь, просили сборщики, и все ставили крест.", "подпишитесь"),
    ("他把照片分享给朋友，没有人回复。", "分享给朋友"),
    ("门铃一响，他立即打开门，外面没有人。", "立即打开"),
    ("诗社欢迎投稿，谁写的谁自己念。", "欢迎投稿"),
]
ASKED = [
    ("Sign up for the newsletter he writes for you every week.", "sign up for the"),
    ("Become a subscriber to our paper today.", "become a subscriber"),
    ("Assine a nossa newsletter e receba as notícias.", "assine"),
    ("Подписаться на наш канал можно здесь.", "подписаться"),
    ("フォローするとお得な情報が届きます。", "フォローする"),
    ("등록번호: 경기 아00000.", "등록번호"),
    ("アプリで開く、続きを読む。", "アプリで開く"),
    ("뉴스레터를 신청해 주세요.", "뉴스레터"),
    ("Abonnez-vous au journal du village.", "abonnez-vous"),
    ("Suscríbete al periódico del pueblo.", "suscríbete"),
    ("Iscriviti al giornale del paese.", "iscriviti"),
    ("¿Fue útil esta información?", "útil esta información"),
    ("分享给朋友，让大家都看到。", "分享给朋友"),
    ("打开应用，立即打开完整版。", "立即打开"),
    ("本刊欢迎投稿，邮箱见封底。", "欢迎投稿"),
]


@pytest.mark.parametrize(("sentence", "cue"), TOLD)
def test_a_sentence_about_a_prompt_is_told(document, sentence: str, cue: str) -> None:
    assert is_told(fold(sentence), fold(cue))
    story = CHINESE_BODY if "。" in sentence else ENGLISH_BODY
    assert sentence in document("\n".join((*story[:1], sentence, *story[1:])))["body"].split("\n")


@pytest.mark.parametrize(("sentence", "cue"), ASKED)
def test_a_sentence_that_asks_is_none(sentence: str, cue: str) -> None:
    assert not is_told(fold(sentence), fold(cue))


PROMPTS = (
    "log in to comment", "comments are closed", "subscribe to our newsletter", "Melden Sie sich an, um zu kommentieren",
    "Connectez-vous pour commenter", "inicia sesión para comentar", "os comentários estão encerrados",
    "Войдите, чтобы оставить комментарий", "Yorum yapmak için giriş yapın", "Zaloguj się, aby dodać komentarz",
    "登录后才能发表评论", "扫码关注公众号领红包", "続きを読むには会員登録が必要です",
)  # fmt: skip


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_prompt_that_sentences_quote_is_text(document, prompt: str) -> None:
    page, story = (CHINESE, CHINESE_BODY) if fold(prompt)[0] > "\u3000" else (ENGLISH, ENGLISH_BODY)
    board = (
        "木牌上写的是{}，谁也没有当真。"
        if story is CHINESE_BODY
        else "The board by the weir has {} on it, and nobody minds."
    )
    sentences = [board.format(quoted.format(prompt)) for quoted in ("“{}”", "«{}»", "„{}“", '"{}"', "「{}」", "”{}”")]
    lines = document(page.replace(story[2], "\n".join((*sentences, prompt, story[2]))))["body"].split("\n")
    assert [sentence for sentence in sentences if sentence not in lines] == []
    assert prompt not in lines


@pytest.mark.parametrize(
    "prompt",
    ["点击右上角“关注”，不错过每一期。", "Click “Subscribe” to get our newsletter.", "“登录后才能发表评论”"],
)
def test_a_prompt_that_quotes_its_button_goes(document, prompt: str) -> None:
    page, story = (CHINESE, CHINESE_BODY) if prompt[0] != "C" else (ENGLISH, ENGLISH_BODY)
    assert prompt not in document(page.replace(story[2], f"{prompt}\n{story[2]}"))["body"].split("\n")


@pytest.mark.parametrize(
    ("sentence", "stays"),
    [("扫描二维码关注的人反而多了，安静的地方难得。", True), ("扫描二维码关注的读者请留言领书。", False)],
)
def test_a_clause_with_a_prompt_is_text_unless_it_asks(document, sentence: str, stays: bool) -> None:
    text = CHINESE.replace(CHINESE_BODY[2], f"{sentence}\n{CHINESE_BODY[2]}")
    assert (sentence in document(text)["body"].split("\n")) == stays


@pytest.mark.parametrize(
    "sentence",
    [
        "Comments were few that winter, and he read none of them.",
        "Advertisement was his trade.",
        "广告是他的本行。",
        "记者问他累不累。",
        "广告牌在台风里倒了，压坏了两辆自行车。",
        "注册的商户有三百多家，开门的不到一半。",
        "版权所有者去世以后，他的学生保管书稿。",
        "All rights reserved to the abbey, he wrote, pass to the town.",
    ],
)
def test_a_sentence_whose_first_word_is_a_label_is_text(document, sentence: str) -> None:
    page, story = (CHINESE, CHINESE_BODY) if "。" in sentence else (ENGLISH, ENGLISH_BODY)
    text = page.replace(story[2], f"{sentence}\n{story[2]}")
    assert sentence in document(text)["body"].split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Comments are closed.",
        "Advertisement",
        "Log in to comment.",
        "广告",
        "登录后可评论。",
        "手机用户请浏览 m.marl.example 阅读，更优质的阅读体验。",
        "版权所有，违者必究。",
    ],
)
def test_a_label_is_furniture(document, line: str) -> None:
    page, story = (CHINESE, CHINESE_BODY) if fold(line)[0] > "z" else (ENGLISH, ENGLISH_BODY)
    text = page.replace(story[2], f"{line}\n{story[2]}")
    assert line not in document(text)["body"].split("\n")
