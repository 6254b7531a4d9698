"""What a server shows in place of an article is no article; who writes about such pages is read."""

from __future__ import annotations

import polars as pl
import pytest

from audit.parser import parse
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.whole.walls import NO_WALL, walled
from audit.parser.tables.walls import labels
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

WALLED = {
    "error page": (
        "502 Bad Gateway\nnginx/1.18.0",
        "Oops! 404\nWe can’t seem to find the page you’re looking for.\nHere are some helpful links instead:\nHome",
        "Home\nNews\nSport\nLog in\nPage not found\nThe page you requested may have been deleted.\nPrivacy policy",
        "抱歉，您访问的页面不存在\n可能是网址输入有误，或者该页面已经被删除、移动。\n返回首页",
        "お探しのページは見つかりませんでした\n移動または削除された可能性があります。\nトップページへ戻る",
        "Страница не найдена\nК сожалению, запрашиваемая вами страница не существует.\nВернуться на главную",
        "Sidan kunde inte hittas\nSidan du söker har flyttats eller tagits bort.\nTill startsidan",
        "Üzgünüz, aradığınız sayfa bulunamadı.\nAna sayfaya dön",
        "ขออภัย ไม่พบหน้าที่คุณต้องการ\nกลับสู่หน้าหลัก",
        "Λυπούμαστε, η σελίδα δεν βρέθηκε.\nΑρχική σελίδα",
        "Could not connect to the database\nPlease try again later.",
        "Error establishing a database connection",
        "¡Ups! No existe la página que pides.\nEs posible que el enlace esté roto.\nVolver al inicio",
        "Erro interno do servidor\nAlgo deu errado. Tente novamente mais tarde.",
        "Huch, da ist etwas schiefgelaufen!\nWir arbeiten an einer Lösung. Bitte versuchen Sie es später erneut.",
        "Traceback (most recent call last):\n  File \"/srv/a.py\", line 8, in get\nKeyError: 'title'",
        "Fatal error: Uncaught Error: Call to undefined f() in /srv/www/a.php:34\nStack trace:\n#0 {main}",
        "服务器太忙，请稍后再试",
        "الصفحة غير موجودة\nعذراً، الصفحة التي تبحث عنها غير موجودة أو تم حذفها.",
    ),
    "refused access": (
        'Access Denied\nYou don\'t have permission to access "http://a.example/b" on this server.\nReference #18.2f5e',
        "您的访问被拦截\n由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。\n您的请求ID是：781bad0a",
    ),
    "check for robots": (
        "Just a moment...\nexample.org needs to review the security of your connection before you go on.\nRay ID: 00f1",
        "环境异常\n当前环境异常，完成验证后即可继续访问。\n去验证",
        "Мы заметили необычные запросы из вашей сети. Подтвердите, что вы не робот.\nОтправить",
        "Un instant\nNous avons détecté un trafic inhabituel depuis votre réseau.\nContinuer",
    ),
    "asks for scripts or cookies": (
        "You need to enable JavaScript to run this app.",
        "Votre navigateur n’est plus pris en charge.\nMettez-le à jour pour continuer.",
        "It looks like you are using an ad blocker\nPlease disable your ad blocker for this site.\nI have disabled it",
    ),
    "asks for consent": (
        "We value your privacy\nWe and our partners store information, such as cookies.\nReject all\nOptions",
    ),
    "asks to log in": (
        "Sign in to continue\nEmail address\nPassword\nForgot your password?\nNew here? Create an account",
        "Zaloguj się, aby czytać dalej\nAdres e-mail\nHasło\nNie pamiętasz hasła?",
    ),
    "asks for the reader's age": (
        "Are you over 18?\nYou must be of legal drinking age to enter this site.\nYes, enter",
    ),
    "out of service": (
        "网站维护中\n本站正在进行系统升级维护，暂时无法访问，敬请谅解。\n返回上一页",
        "a-river.example\nThis domain is for sale!\nMake an offer or buy it now.\nCheap boats\nPrivacy policy",
        "Diese Domain steht zum Verkauf!\nDer Inhaber dieser Domain parkt sie.\nDatenschutz",
        "Sito in manutenzione\nStiamo effettuando alcuni interventi di manutenzione.",
    ),
    "way to another page": (
        "You are being redirected...\nIf your browser does not redirect you, click here.",
        "Chargement en cours…",
        "読み込み中です。",
        "Cargando...",
    ),
    "for subscribers only": (
        "This article is for subscribers only\nSubscribe now for unlimited access.\nCancel anytime",
        "Um diesen Artikel zu lesen, benötigen Sie ein Abonnement.\nJetzt testen\nAnmelden",
        "Чтобы прочитать статью до конца, оформите подписку.\nУже подписаны? Войти",
        "この記事の続きは会員の方のみご覧いただけます。\n残り 640文字\nログイン",
    ),
    "empty list of results": (
        'No results found\nYour search for "ferry" did not match any documents.\nTry other keywords',
    ),
}
READ = (
    "Sajnos a révész nem jött. A fiú hazament.",
    "服务器忙了一夜，值班员也跟着忙了一夜，天亮时两人才一起安静下来。",
    "Mein Browser wird nicht mehr unterstützt, schrieb mir die Bank, und so ging ich wieder an den Schalter.",
    "У меня старый браузер, и я им доволен. Остальное подождёт до завтра.",
    "You have been logged out of the family, my sister wrote, after I forgot her birthday.",
    "Strona tytułowa nie istnieje, a ostatnich kart brak. Książka wyszła z krakowskiej oficyny w 1533 roku.",
    "This domain is for sale, the page said, and for eleven years nobody asked.\nThen a bank changed its name.",
    "Etwas ist schiefgelaufen\nEtwas sei schiefgelaufen, stand im Brief. Frau Weber wartet seit drei Jahren.",
    "Reading a traceback\nIt lists the calls from the outermost on; the error stands in its last line, so begin there.",
    "サーバーエラーで受付停止\n町の予約サイトは月曜日から受付を停止し、夕方までに電話で千二百件を受け付けた。",
    "Maintenance\nThe lift is under maintenance on Mondays. Residents who need help may call the caretaker.",
    "Access denied! The bouncer did not like my shoes.",
    "404 people came to the fair, more than ever before.",
    "Just a moment ago the ferry left without us.",
    "Pour lire la suite de cet article, disait le facteur, il fallait attendre le lendemain..",
    "Чтобы прочитать эту книгу, он выучил три языка. На четвёртый не хватило зимы.",
    "Are you a robot?\nAre you a friend?\nYou waited by the river\nuntil the very end.",
    "The page you are looking for is in the second drawer. Take the key and do not tell the archivist.",
    "How to switch scripts on\nOpen the menu and choose it. If the page asks you to enable JavaScript, load it anew.",
    "Status codes\n404 Not Found: no such record.\n403 Forbidden: you may not read it.\n500 Server Error: a bug.",
    "Sign in\nForgot your password?\nPage not found\nNo results found\nLoading...\nAre you over 18?",
    "Sign in sheet\nPlease sign in when you enter the archive and sign out when you leave. Bags stay at the door.",
    "Customer cannot access the account. Page shows “access denied”. Cookies are enabled. Please check the server log.",
    "系统升级公告\n我行将于5月6日凌晨进行系统升级，期间手机银行暂停服务。给您带来不便，敬请谅解。\n河东银行",
    "服务器繁忙的一天终于结束了，今天给客人端了一百多盘菜。",
    "没有结果的等待最让人难受。",
    "您好，请问登录以后在哪里改头像？",
)  # fmt: skip


def label_of_wall(text: str) -> str | None:
    found = walled(Rows(lines([text])))[0]
    return None if found == NO_WALL else labels()[found]


@pytest.mark.parametrize("label", WALLED)
def test_wall_is_told_by_its_kind(label: str) -> None:
    assert {label_of_wall(text) for text in WALLED[label]} == {label}


def test_no_line_of_a_wall_is_content() -> None:
    walls = [text for of_kind in WALLED.values() for text in of_kind]
    parsed = parse(table(*walls))
    assert parsed.documents["body"].to_pylist() == [""] * len(walls)
    assert parsed.documents["title"].null_count == len(walls)
    reasons = pl.DataFrame(parsed.blocks)["reason"]
    assert reasons.str.ends_with(": served in place of an article").all()


def test_text_that_speaks_of_walls_is_read() -> None:
    assert [text for text in READ if label_of_wall(text)] == []
    assert "" not in parse(table(*READ)).documents["body"].to_pylist()


@pytest.mark.parametrize("body", [ENGLISH_BODY, CHINESE_BODY], ids=["english", "chinese"])
def test_article_below_a_wall_is_read(body: tuple[str, ...]) -> None:
    below = ["\n".join((wall, *body)) for of_kind in WALLED.values() for wall in of_kind]
    assert {label_of_wall(text) for text in below} == {None}
