"""Spam of gambling and pills in several languages, and reports about it."""

from __future__ import annotations

import pytest

from tests.measure.spun.paragraphs import found


@pytest.mark.parametrize(
    "paragraph",
    [
        "欢迎光临新葡京官网，注册送彩金，真人荷官在线发牌，时时彩技巧免费看。",
        "澳门威尼斯人官网注册送88元，时时彩稳赚计划群加好友。",
        "Casino Bonus ohne Einzahlung, 50 Freispiele jetzt sichern.",
        "buy viagra online with no prescription, casino bonus and free spins, best payday loans.",
        "slot gacor hari ini gampang menang, bonus new member untuk semua pemain baru.",
        "天河娱乐城首存即送百分之百，真人视讯二十四小时在线，返水无上限。",
        "乐鱼体育登录入口，新人送188元彩金，提现秒到账。",
        "play slots for real money, get free spins and a first deposit bonus at this betting site today.",
        "Man besucht ein Online Casino ohne Einzahlung: 50 Freispiele und Bonus auf die erste Einzahlung.",
        "Nejlepší online kasino: 50 volných zatočení bez vkladu, ruleta a blackjack, vsaďte si hned teď.",
        "Casino utan svensk licens: 100 gratissnurr utan insättning, välkomstbonus 200 % och snabba uttag.",
        "Melhor cassino online: 50 rodadas grátis sem depósito, bônus de boas-vindas de 200% e muito mais.",
        "онлайн казино дарит фриспины и бонус за регистрацию, игра на реальные деньги.",
    ],
)
def test_a_sentence_of_gambling_spam_has_several_of_its_phrases(paragraph: str) -> None:
    assert found(paragraph, paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "警方捣毁一个赌博团伙，该团伙以百家乐、时时彩、快三等方式吸引赌客，涉案两亿元。",
        "被告人搭建棋牌平台，以注册送彩金的手段招揽会员，从中抽头，法院判处三年有期徒刑。",
        "Die Polizei schloss ein Casino, das Schülern einen Bonus ohne Einzahlung versprochen hatte.",
        "police closed an online casino that had offered free spins to children, and arrested four men.",
        "警方提醒，这类网站以首存即送、返水无上限、提现秒到账为诱饵，后台可以改开奖结果。",
        "酒店的娱乐城里有老虎机，客人多是外地来的，当地人不许进去。",
        "his uncle lost real money in an online casino, and the free spins that he was given did not help.",
        "the regulator fined a betting site for free spins and a first deposit bonus that promised real money.",
        "Spelinspektionen varnar för casino utan svensk licens, där unga lockas med en välkomstbonus.",
        "Ministerstwo ostrzega przed kasynem online: darmowe spiny kuszą młodych, a wypłaty nie przychodzą.",
        "the study found that those who buy viagra online seldom read the leaflet that comes with it.",
    ],
)
def test_a_report_about_gambling_or_pills_has_one_of_them_at_most(paragraph: str) -> None:
    assert not found(paragraph, paragraph)
