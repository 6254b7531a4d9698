"""Sentences in which a page speaks to its readers go; an article on the same matter stays."""

from __future__ import annotations

import re

import polars as pl
import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.reader_notices import is_notice
from audit.parser.tables.reader_notices import NOTICES
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

NOTICED = {
    "consent notice": (
        "We and our 842 partners store and access personal data, like unique identifiers, on your device.",
        "This site uses cookies for statistics. You can change your preferences, and withdraw your consent.",
        "These cookies allow us to count visits and traffic sources so we can measure the performance of our site.",
        "我们重视您的隐私。我们及合作伙伴会收集设备信息，用于个性化推荐。",
        "Strictly necessary cookies are always active because the site cannot work without them.",
        "Wir und unsere Partner verarbeiten personenbezogene Daten, um Anzeigen und Inhalte zu personalisieren.",
        "Avec votre accord, nos partenaires et nous utilisons des cookies pour accéder à vos données.",
        "Nosotros y nuestros socios almacenamos información en un dispositivo, tales como cookies.",
        "本网站使用 Cookie 来改善您的浏览体验。继续使用本网站即表示您同意我们使用 Cookie。",
        "当サイトでは、アクセス解析のためにCookieを使用しています。",
        "Personalization Cookies: These cookies enable us to remember what you chose.",
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك في التصفح.",
        "हम कुकीज़ का उपयोग करते हैं। साइट पर बने रहकर आप सहमत हैं।",
        "Nasz serwis przetwarza dane na podstawie udzielonej przez Ciebie zgody; danych osobowych nie sprzedaje.",
        "Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.",
        "To play this video we need to set cookies, and ask for your consent first.",
        "Mit deiner Zustimmung wird hier ein Video geladen, und der Anbieter setzt Cookies.",
        "Pour afficher cette vidéo, acceptez les cookies du lecteur.",
        "Para reproducir este vídeo tienes que aceptar las cookies del reproductor.",
        "Per vedere il video bisogna accettare i cookie di terze parti.",
        "この投稿を表示するには、Cookieへの同意が必要です。",
        "이 동영상을 재생하려면 쿠키 사용에 동의해 주세요.",
        "Чтобы увидеть запись, разрешите использование cookie.",
    ),
    "subscription wall": (
        "This article is for subscribers only. Subscribe to continue reading.",
        "Dieser Artikel ist exklusiv für Abonnenten. Weiterlesen mit dem Digitalabo.",
        "Cet article est réservé aux abonnés. Il vous reste 60 % de cet article à lire.",
        "Este contenido es exclusivo para suscriptores.",
        "この記事は会員限定です。会員登録すると続きをお読みいただけます。",
        "残り1,245文字",
        "本文为付费内容，订阅后可阅读全文。",
        "Оформите подписку, чтобы читать дальше.",
        "続きを読むには会員登録をお願いします。",
        "이 기사는 구독자만 볼 수 있습니다.",
        "Pour lire la suite, abonnez-vous sans engagement.",
        "Has alcanzado el límite de artículos gratuitos.",
        "Questo articolo è riservato agli abbonati.",
        "Este artigo é exclusivo para assinantes.",
        "Dieser Text gehört zu unserem Digitalangebot, das Abo kostet einen Euro.",
    ),
    "app promotion": (
        "Get the Marl Courier app for breaking stories and offline reading.",
        "扫描下方二维码，下载青石新闻客户端，第一时间获取本地资讯。",
        "更多精彩内容，请下载青石APP查看。",
        "QRコードを読み取って友だち追加してください。",
        "Laden Sie unsere App herunter und verpassen Sie keine Nachricht.",
    ),
    "account card": (
        "微信号：qingshixiaobao",
        "功能介绍 讲青石的事，说青石人的话。",
        "账号主体 青石镇文化站",
        "点击上方蓝字关注，设为星标不迷路。",
    ),
    "affiliate note": (
        "When you buy through links on our site, we may earn an affiliate commission.",
        "Certains liens de cet article sont affiliés : nous pouvons percevoir une commission.",
        "Wenn Sie über diese Links einkaufen, erhalten wir eine Provision. Für Sie ändert sich der Preis nicht.",
    ),
    "newsletter prompt": (
        "Sign up to the Marl Briefing: our best stories every morning.",
        "By signing up you agree to our terms of use.",
        "Recevez chaque matin l'essentiel dans votre boîte mail.",
    ),
    "platform's disclaimer": (
        "Notice: The content above (including any pictures) was uploaded and posted by a user of Marl Posts.",
        "Marl Posts is a social media platform and only provides information storage services.",
        "Copyright notice: Texts and pictures reproduced by this account belong to those who made them.",
        "If your rights to a picture have been infringed, please write to us and it will be taken down.",
        "If anything here infringes your copyright, contact us.",
        "Special note: The text and pictures in this article were uploaded and published by a self-media author.",
        "What its authors say does not represent the position of this site.",
    ),
    "notice to recipients": (
        "This message is intended solely for the use of the named person and may hold confidential information.",
        "If you are not the intended recipient, you may neither copy nor pass on what this message says.",
        "Sollten Sie nicht der richtige Adressat sein, löschen Sie diese Nachricht bitte.",
        "若您并非本邮件的指定收件人，请立即删除，不得转发。",
        "If you have received this message in error, please delete it and tell the sender.",
    ),
    "legal notice": (
        "The content of this post is provided for general informational purposes only and is no advice on oars.",
        "The views and opinions expressed here are those of each skipper, and not of the ferry or its owners.",
        "Avertissement : les informations publiées sur ce site le sont à titre indicatif.",
        "La información publicada en este sitio tiene carácter meramente informativo.",
        "Many of the offers that appear on this page are from ferries that pay us compensation.",
    ),
    "reader's comment": (
        "[青石镇网友]小时候跟奶奶去那里坐过船，那个味道到现在都记得。",
        "Will you take the ferry? Have your say in the comments below.",
    ),
    "count of readers": (
        "This page has been viewed 873 times since 12 April 2023.",
        "Zuletzt aktualisiert am 3. Mai 2024 | 1204 mal gelesen",
        "Прочитано 1204 раза | Обновлено 3 мая 2024",
        "本文已阅读1204次，更新于2024年5月3日。",
        "点击数：2217　发布时间：2024-05-03",
        "Read 1,204 times. Updated 3 May 2024.",
    ),
}
CHROME = {
    "share buttons": ("Facebook Twitter WhatsApp Email", "Print  Save  Share (12)", "Like | Comment | Share"),
    "buttons of a post": ("Reply · Quote · Report", "Antworten | Zitieren | Melden (2)", "回复 | 引用 | 举报"),
    "way to other pages": (
        "1 2 3 … 14 Next",
        "‹ Previous 1 2 3 Next ›",
        "上一页 1 2 3 下一页",
        "共 12 页 首页 上一页 下一页 尾页",
        "首页 上一页 3 4 5 下一页 末页",
        "河边论坛 » 渡口 » 船桨",
    ),
    "rating of an offer": (
        "4.8 from 61 votes",
        "4,5/5 (38 voti)",
        "4,7 von 5 Sternen (88 Bewertungen)",
        "1263人做过这道菜",
        "Did you make this recipe?",
        "本店所有商品均支持七天无理由退货",
    ),
}
SILENT = (
    "Print and save your ticket, and share it with the ferryman.",
    "The ferryman had this letter in error for nine days, and then he gave it back to the sender.",
    "The letter was intended for the ferryman, its only recipient, and he read it aloud on the quay.",
    "Disclaimer: please do not try to row and sing at once, or you will end up on the sandbank as we did.",
    "Pictures posted on the platform show the ferry, and the skipper says that they infringe his rights.",
    "If the copy infringed any right, the court held, the ferryman had to write to the owner.",
    "That does not represent the position of the town, the mayor said.",
    "The pictures of the ferry were uploaded and published by an author of the village, the skipper said.",
    "Les horaires affichés au quai le sont à titre indicatif, dit le passeur.",
    "The ferryman uploaded a film of the river; he has no use for information storage, he says.",
    "Most websites set cookies. We use cookies when we log in to a bank, and accept them without reading.",
    "The law lets readers withdraw their consent, and no site may store data on a device before they agree.",
    "“This site uses cookies, and you can change your preferences,” the ferryman read aloud, and sighed.",
    "Nach dem Gesetz dürfen Seiten nichts auf dem Gerät speichern, bevor jemand eingewilligt hat.",
    "不少网站使用Cookie记录用户的浏览习惯。新规要求，网站在收集个人信息之前必须得到用户同意。",
    "The paper will ask readers to subscribe to continue reading after three free articles, its publisher said.",
    "Those who already have a subscription need do nothing; they can cancel it when they like.",
    "Die Fähre ist exklusiv für Fußgänger. Wer jede Woche übersetzt, zahlt im Abonnement weniger.",
    "この新聞社は来月から、記事の一部を会員限定にする。",
    "Jetzt abonnieren und weiterlesen: Diesen Satz sehen die Leser an jedem dritten Artikel.",
    "Suscríbete para que siga saliendo, dice un cartel junto a la puerta del lavadero.",
    "Para ver este faro hay que aceptar el viento; las galletas se venden abajo.",
    "この動画を撮った漁師は、取材に同意しなかった。",
    "Abbonati allo stadio in aumento: la società ringrazia i tifosi.",
    "社长说，开通会员每月只要十元，学生可以免费阅读。",
    "The town spent two million on an app that nobody downloads. Passengers scan a code at the landing.",
    "“I tried to get the app twice,” said one skipper. “It asked for the name of my first dog.”",
    "“以前连微信都不会用。”七十岁的王奶奶说，“现在我自己扫码买菜。”",
    "他给自己的公众号起名叫“青石小报”，微信号用的是女儿的生日。",
    "Reviewers often earn a commission when readers buy through links, and the law says that they must say so.",
    "She signed up to row across the lake, and found a letter in her inbox.",
    "By clicking his tongue the ferryman calls the heron.",
    "网友们说，渡口的铃声比从前好听。",
    "Reply, quote, report: he did none of the three.",
    "On rules 1, 2 and 3 the next vote is in May.",
    "Marl won 4 of 5 races, and 61 votes decided the sixth.",
    "Did you make it to the ferry, she asked.",
    "本店所有的灯都是手工做的，灯罩用旧报纸糊成。",
    "引用 老山：我用的是去年买的一条船",
    "回复",
    "这本书共12页，首页写着船名，末页是空白。",
    "She wrote on the forum » and nobody answered.",
    "The bell is rung for informational purposes only, said the ferryman.",
    "The opinions of the crew were expressed by a whistle.",
    "The letter was read 40 times before anybody understood it.",
    "Read it 40 times. It changes on 3 May.",
    "Views: 40",
    "那封信他读了40次，更新的消息却一直没有来。",
    "有人问，读者的意见该写在哪里，点击哪里，他答不上来。",
)
BESIDE = (
    "This article is for subscribers only. Subscribe to continue reading.",
    "Already a subscriber? Log in",
    "Unlimited access to all stories. Cancel any time.",
)


@pytest.mark.parametrize("label", NOTICED | CHROME)
def test_a_page_speaks_to_its_readers(label: str) -> None:
    told = (NOTICED | CHROME)[label]
    found = lines(["\n".join(told)])
    assert [NOTICES[n].label if n >= 0 else text for text, n in found.select("text", "notice").iter_rows()] == [
        label
    ] * len(told)


def test_an_article_speaks_of_the_same_matter() -> None:
    found = lines(SILENT)
    found = found.with_columns(noticed=pl.Series(is_notice(Rows(found))))
    assert found.filter("noticed")["text"].to_list() == []


def test_what_stands_beside_a_notice_goes_with_it_and_nothing_else() -> None:
    found = lines(["\n".join((*ENGLISH_BODY, *BESIDE)), BESIDE[1], "\n".join(ENGLISH_BODY[:2] + BESIDE[2:])])
    assert found.filter(is_notice(Rows(found)))["text"].to_list() == list(BESIDE)


def test_the_chrome_of_a_thread_goes_and_its_posts_stay(blocks) -> None:
    posts = [
        f"{n}楼 老山 发表于 2022-06-0{n} 20:31\n{post}\n回复 | 引用 | 举报" for n, post in enumerate(CHINESE_BODY, 1)
    ]
    found = blocks("\n".join(("河边论坛 » 渡口 » 船桨", "渡口复航了", *posts, "上一页 1 2 3 下一页")))
    members = {b["text"] for b in found if b["boilerplate"] and "老山" in b["text"]}
    assert len(members) == len(CHINESE_BODY)
    assert {b["text"] for b in found if b["kind"] == "navigation"} - members == {
        "河边论坛 » 渡口 » 船桨", "回复 | 引用 | 举报", "上一页 1 2 3 下一页",
    }  # fmt: skip
    assert set(CHINESE_BODY) <= {b["text"] for b in found if not b["boilerplate"]}


def test_a_licence_says_what_a_page_says_and_keeps_it(blocks) -> None:
    notice, *_ = NOTICED["legal notice"]
    licence = f"Ferry Licence\n1. Oars\nThe oars are lent as they are.\n{notice}\n2. Rafts\nNo raft is lent."
    assert [b["text"] for b in blocks(licence) if b["boilerplate"]] == []
    page = f"Log in\nSubscribe now\n{licence}\nShare\nFollow us\nPrivacy policy\n© 2021 All rights reserved"
    assert notice in [b["text"] for b in blocks(page) if b["boilerplate"]]


@pytest.mark.parametrize("label", NOTICED)
@pytest.mark.parametrize("place", ["inside", "below"])
def test_a_notice_leaves_the_page_with_its_reason(parsed, label: str, place: str) -> None:
    notice = NOTICED[label][-1]
    body = CHINESE_BODY if label in ("account card", "reader's comment") else ENGLISH_BODY
    at = 2 if place == "inside" else len(body)
    text = "\n".join(
        ("Home", "Sign in", "A ferry sails again", "9 March 2021", *body[:at], notice, *body[at:], "Share")
    )
    found = parsed(text)
    block = next(b for b in found.blocks.to_pylist() if b["text"] == notice)
    assert (block["boilerplate"], label in block["reason"]) == (True, True)
    assert found.documents["body"][0].as_py() == "\n".join(body)


def test_a_wall_before_an_article_is_none(document) -> None:
    wall = "We value your privacy\nWe and our partners store and access information on a device, such as cookies.\n"
    assert document(f"{wall}Accept all\nCookie settings")["body"] == ""


def test_a_gap_between_the_words_of_a_notice_is_bounded() -> None:
    """A pattern is tried at each word of a line: one that reads on to its end costs by the square of a hostile line.

    One alone may: of what it begins with a line holds few, and bounded it is ten times as slow.
    """
    unbounded = re.compile(r"(?<!\\)(?:\.|\[\^[^\]]*\])[*+]")
    patterns = (pattern for notice in NOTICES for pattern in notice.alone)
    assert [p for p in patterns if unbounded.search(p) and not p.startswith(r"(?a:\b)you (?:agree|")] == []
