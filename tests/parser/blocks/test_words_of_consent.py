"""What consent tools and forms say of cookies and of readers' data is no text; what articles say of them is."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

TITLE = "Wooden ferry sails again on the Marl"
NOTICES = (
    (
        "When you visit any website, it may store or retrieve information on your browser, mostly in the form "
        "of cookies. This information might be about you, your preferences or your device and is mostly used "
        "to make the site work as you expect it to."
    ),
    (
        "Wenn Sie eine Website besuchen, kann diese Informationen in Ihrem Browser speichern oder abrufen, "
        "meist in Form von Cookies."
    ),
    (
        "Lorsque vous consultez un site Web, des données peuvent être stockées dans votre navigateur ou "
        "récupérées à partir de celui-ci, généralement sous la forme de cookies."
    ),
    (
        "Marl Radio and our service providers and vendors use cookies and similar technologies to collect "
        "information. A cookie is a string of characters that can be written to a file on the user's "
        "computer."
    ),
    (
        "With our cookies we would like to offer you the best shopping experience possible with everything "
        "that goes with it. If this is okay with you, simply agree to the use of cookies for preferences and "
        "statistics."
    ),
    (
        "Cookies are small text files that allow us to create the best browsing experience for you on our "
        "site. Some cookies are necessary for our website and services to function properly."
    ),
    (
        "You can accept all cookies, consent to only necessary cookies, or manage optional cookies. Without a "
        "selection, our default cookie settings will apply and expire in one year."
    ),
    (
        "These cookies store the user's preferred language, region, currency, or color theme and enable the "
        "website to provide enhanced personalization."
    ),
    (
        "These cookies track your browsing habits or other information, such as location, to enable us to "
        "show sponsorship credits which are more likely to be of interest to you."
    ),
    (
        "Marl Ferries is committed to protecting and respecting your privacy. We only use your personal data "
        "to manage your account and to provide the products and services you have requested."
    ),
    (
        "Marl Guard does not sell your personal data for monetary consideration. Some of our uses of cookies "
        "and/or pixels, however, may be considered a sale under applicable state laws."
    ),
    (
        "To make Ferryboard work, we log user data. By using Ferryboard, you agree to our Privacy Policy, "
        "including cookie policy."
    ),
)
SAID = (
    (
        "When you visit any website in the canton, it may store a small file on your machine, the ombudsman "
        "wrote in her report on cookies."
    ),
    ("These cookies store well in a tin for two weeks, and they use up the egg whites that the custard leaves over."),
    (
        "These cookies track the season: ginger in winter, lemon in June, and apricots when the orchards at "
        "Marl are picked."
    ),
    (
        "The ferry company is committed to protecting the river, and its director told the council that "
        "privacy was not her first concern."
    ),
    (
        "The court held that the shop does not sell personal data for money, but that its pixels hand the "
        "same data to others."
    ),
    "By using the old bridge, you agree to pay the toll, the sign says in three languages.",
    ("The commission fined the network because it and its partners use cookies without asking readers for consent."),
    ("Performance cookies are the newest kind, and the regulator has not said yet whether they need consent."),
    (
        "Analytics cookies help newspapers count, but three of the five that we asked could not say who else "
        "reads the numbers."
    ),
    ("These cookies collect dust: nobody at the fair bought a single tin of them, though the icing was real gold."),
    (
        "The group says that it does not sell your personal data for money; what it takes instead is "
        "described in a contract of ninety pages."
    ),
    ("When you visit any website of the old administration, it may take a minute before the first page appears."),
    "The publisher and our reporter use cookies as an example, because everybody has clicked one away.",
    ("Statistics cookies are the subject of the second chapter, and their visitors are counted in the third."),
)


def body_with(line: str) -> str:
    """Return the body of a page that prints a line below its text."""
    text = "\n\n".join((*ENGLISH_BODY, line))
    page = f"Rivers\n\nTowns\n\nFerries\n\nLetters\n\n{TITLE}\n\n{text}\n\nAbout us\n\nImprint\n\n© 2026 Marl Letters."
    return str(parse(table(page)).documents["body"].to_pylist()[0])


@pytest.mark.parametrize("line", NOTICES)
def test_a_notice_below_a_text_is_no_part_of_it(line: str) -> None:
    body = body_with(line)
    assert line not in body
    assert ENGLISH_BODY[-1] in body


@pytest.mark.parametrize("line", SAID)
def test_what_an_article_says_of_cookies_and_data_stays(line: str) -> None:
    assert line in body_with(line)


ABROAD = (
    (
        "您访问任何网站时,网站都可能在您的浏览器上存储或检索信息,大多数是以"
        " Cookie 的形式进行。此信息可能与您、您的偏好或您的设备相关。"
    ),
    "當您造訪任何網站時,網站可能會在您的瀏覽器上儲存或擷取資訊,大多數以 Cookie 的形式進行。",
    ("这些 Cookie 允许提供增强功能和个性化内容,如视频和实时聊天。我们或第三方提供者可以设置这些 Cookie。"),
    ("网站运行离不开这些 Cookie 且您不能在系统中将其关闭。通常仅根据您所做出的操作来设置这些 Cookie。"),
    "我们使用 Cookie 以允许我们网站的正常工作、个性化设计内容和广告,并分析流量。",
    "이러한 쿠키는 당사 웹사이트의 방문 수와 트래픽 소스를 파악하는 데 사용됩니다.",
    (
        "При посещении любого сайта информация может сохраняться в бр"
        "аузере или извлекаться из него, обычно в виде файлов cookie."
    ),
    (
        "Podczas odwiedzania dowolnej witryny internetowej może ona zapisywać l"
        "ub pobierać informacje w przeglądarce, głównie w formie plików cookie."
    ),
)
SAID_ABROAD = (
    "您访问这座老渡口的网站时,先看到的是一张一九六二年的船票,管理员说浏览器越旧越好看。",
    "这些 Cookie 由广告公司设置,记者在四家报纸的网页上都找到了同样的编号。",
    "监管部门说,网站离不开 Cookie 的说法站不住脚,读者有权关闭它。",
    "研究人员使用 Cookie 以追踪三百名志愿者,结果登在六月的学报上。",
    "이러한 쿠키는 할머니의 부엌에서 구워 강 축제 날에 나누어 주었다.",
    ("Te pliki cookie sąd uznał za dane osobowe, a wydawca musiał zapłacić karę."),
    ("При посещении музея гостям выдают билет и карту города, а браузер на стойке показывает расписание."),
)


def chinese_body_with(line: str) -> str:
    """Return the body of a Chinese page that prints a line below its text."""
    text = "\n\n".join((*CHINESE_BODY, line))
    page = f"首页\n\n新闻\n\n来信\n\n木船重返清江\n\n2021年3月9日\n\n{text}\n\n关于我们\n\n版权所有 © 2026 清江晚报"
    return str(parse(table(page)).documents["body"].to_pylist()[0])


@pytest.mark.parametrize("line", ABROAD)
def test_a_notice_in_other_languages_is_no_part_either(line: str) -> None:
    assert line not in chinese_body_with(line)


@pytest.mark.parametrize("line", SAID_ABROAD)
def test_what_is_said_of_cookies_in_other_languages_stays(line: str) -> None:
    assert line in chinese_body_with(line)
