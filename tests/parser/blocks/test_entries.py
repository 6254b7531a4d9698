"""Glossaries, indexes, vocabularies and careers keep the heads that are worded like labels; menus around pages go."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

LISTS = {
    "glossary": """\
Words of the boat yard
Archive
A chest for old plans.
Comment
What the foreman says on Mondays.
Home
The slip on which a boat was built.
Search
A slow walk with a lamp.
Tag
A slip of tin with a number.""",
    "commands": """\
LOGIN name
Opens a session.
MENU n
Shows menu n.
SEARCH word
Finds a record.
NEXT
Shows the record below.
PRINT
Sends the record to the printer.""",
    "rules of a game": """\
Deal
Everybody has seven.
Play
The left begins.
Next
The loser deals.
End
The first to reach one hundred.
More
See the appendix.""",
    "index": """\
Ale, 3
Archives, 9
Bells, 33, 41–44
Comments on Tacitus, 51
Cookies, Dutch, 63
Privacy, 91
Terms of trade, 88""",
    "tracks": """\
1. Home 3:12
2. Follow me 2:58
3. More 4:01
4. Contact 3:33
5. Back to top 2:20
6. News 5:05""",
    "vocabulary": "生词\n票 piào\n首页 shǒuyè\n返回 fǎnhuí\n登录 dēnglù\n注册 zhùcè\n课文\n甲：你好。",
    "career": """\
Jane Pike
4 Mill Row
Experience
Rope maker, Hull, 1961-1970
Education
Thirsk Grammar School
Skills
Knots
Languages
English, Dutch
Interests
Hens, gliding
Contact
By letter""",
    "Werdegang": """\
Lebenslauf
Ausbildung
2007 Abitur
Berufserfahrung
seit 2016 Leiterin der Seilerei
Kenntnisse
Knoten
Sprachen
Deutsch, Tschechisch
Kontakt
Mühlgasse 4""",
    "简历": """\
个人简历
教育经历
2014-2018 芜湖 机械
工作经历
2021至今 汽车厂
专业技能
制图
兴趣爱好
音乐 读书 体育
联系方式
见信封""",
    "manual": """NOM
nets - plier les filets
SYNOPSIS
nets [-i] filet
OPTIONS
-i Ignore la casse.
-n Affiche les numéros.
VOIR AUSSI
cord(1), knot(1)
nets 1.2 3 juin 2014""",
    "manual in Japanese": """名前
nets - 網をたたむ
書式
nets [-v] [ファイル]
オプション
-v 詳しく表示する
関連項目
cord(1)
著者
山田""",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_of_entries_keeps_all_its_lines(blocks, text: str) -> None:
    assert [b["text"] for b in blocks(text) if b["boilerplate"]] == []


# A menu whose items are explained, counts of an archive, buttons with times, the tabs of a profile.
AROUND = {
    "explained": "Products\nSee what we make.\nSupport\nHelp for all who bought it.\nPricing\nPlans for every purse.\n"
    "Contact\nTalk to our people.\nLog in\nYour account.",
    "counted": "Archives\nNews (12)\nSport (4)\nComments 31\nAugust 2021 (9)\nSearch\nHome\nContact",
    "played": "Home\nMore\n1:12\nNext\n3:40\nShare\nFollow us\nBack to top",
    "manual": "Name\nOptions\nExamples\nSee also\nRead more\nSearch\nHome\nContact\nLog in",
    "profile": "Home\nAbout\nEducation\nLanguages\nContact\nLog in\nSearch\nPrivacy policy",
}


@pytest.mark.parametrize("menu", AROUND.values(), ids=AROUND)
def test_the_labels_around_an_article_go(blocks, menu: str) -> None:
    article = "\n".join(ENGLISH_BODY)
    text = f"{menu}\n{article}\nShare this article\nPrivacy policy\n© 2021 Small Waters. All rights reserved."
    kept = {b["text"] for b in blocks(text) if not b["boilerplate"]}
    assert {line for line in ENGLISH_BODY if line.endswith(".")} <= kept
    assert kept.isdisjoint({"Log in", "Search", "Contact", "Home", "More", "Next", "Back to top"})


def test_a_page_that_is_a_menu_is_no_list_of_entries(blocks) -> None:
    assert all(b["boilerplate"] for b in blocks("Home\nNews\nSport\nContact\nLog in\nSearch\nShare\nPrivacy policy"))
