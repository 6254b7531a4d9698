"""Names that tell a site by their words: newspapers in six languages, broadcasters, forums; and its address.

Three degrees: a newspaper is believed wherever its name stands alone, a site behind a headline that it is set off from,
and a word that an outlet has is only a doubt whether a name is a person's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# Endings of newspaper names: after any words, after words without another meaning, after -er or -sche.
_ENDS: Final = (
    "Gazette|Herald|Tribune|Chronicle|Courier|Observer|Examiner|Telegraph|Ledger|Sentinel|Dispatch|Inquirer|Enquirer"
)
_ENDS_SOME: Final = "Post|Times|Mercury|Advertiser"
_NO_PAPERS: Final = (
    "Blog|Guest|Trading|Last|First|Latest|New|Next|Previous|Sponsored|Featured|Forum|Facebook|Instagram|LinkedIn|Social|"
    "Job|Opening|Closing|Prayer|Tide|Show|Travel|Hard|Modern|Old|Command|Goal|Sign|My|Our|This|Emily"
)
_ENDS_DE: Final = (
    "Zeitung|Anzeiger|Tagblatt|Tageblatt|Volksblatt|Abendblatt|Morgenpost|Bote|Kurier|Nachrichten|Rundschau"
)
_ENDS_RU: Final = "вестник|вести|газета|правда|ведомости|известия|курьер"
# Beginnings in Romance languages: La Gazette du Port.
_BEGINS: Final = (
    "Courrier|Gazette|Dépêche|Écho|Journal|Messager|Diario|Gaceta|Heraldo|Corriere|Gazzetta|Giornale|Messaggero|Jornal|"
    "Diário|Gazeta"
)
_WORD: Final = r"[A-ZÀ-Þ][\w.'’&-]{1,19}"
_NAME: Final = (
    rf"(?:The )?(?:{_WORD} ){{1,3}}(?:{_ENDS})|(?:The )?(?!(?:{_NO_PAPERS})\b)(?:{_WORD} ){{1,2}}(?:{_ENDS_SOME})|"
    rf"(?:{_WORD} )?[A-ZÄÖÜ][\w-]{{2,19}}(?:er|sche[rs]?) (?:{_ENDS_DE})|"
    rf"(?!Последн|Нов|Наш)[А-ЯЁ][а-яё-]{{2,19}}(?:[иыо]й|[ая]я|[иы]е|ое) (?:{_ENDS_RU})|"
    rf"(?:(?:Le|La|L['’]|El|Il|O|A) ?)?(?:{_BEGINS}) (?:d[aeiou]|des|del|della|de la|de los)(?: {_WORD}){{1,2}}"
)
_WEEKDAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_DAY: Final = (
    r"(?:le |den |el )?(?:\d{1,2}(?:st|nd|rd|th|er)?\.? (?:de )?[^\W\d]{3,10}\.?,? (?:de )?(?:19|20)\d\d|"
    r"[^\W\d]{3,10}\.? \d{1,2}, (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
_DAY_BEHIND: Final = re.compile(
    rf"(?:^|[,，]?\s+|\s*[(（\[])(?:{_DAY}|(?:19|20)\d\d(?:[./]\d{{1,2}}[./]\d{{1,2}}|年\d{{1,2}}月\d{{1,2}}日))[)）\]]?$"
)
PAPER_AND_DAY: Final = re.compile(rf"(?P<name>{_NAME})(?:,| [-–—|·]) (?:{_WEEKDAY},? )?{_DAY}(?: г\.)?$")
"""Searched in the text as printed: names are recognised by their capitals."""
# Words that occur only in names of newspapers; also in Han script, kana and hangul.
_PAPER: Final = re.compile(
    rf"(?:{_NAME}|(?!(?:The|{_NO_PAPERS}|Digitale)\b)(?:{_WORD} ){{1,3}}(?:{_ENDS_DE}|Star|Journal|Globe|Newspapers?)|"
    r"Die Presse|Der Standard)(?: (?:Online|online|Digital|Media|Medien))?|"
    r"[^:：/|｜>＞»,，。-]{2,8}(?:新聞|日報|新闻网?|日报|晚报|晨报|早报|일보|신문|뉴스|경제)(?:デジタル|オンライン)?|"
    r"[\u3400-\u9fff]{2,8}报(?:电子版|数字版|数字报|电子报)"
)


# In Han script: endings that sites have whatever they end, and those that other words have behind some characters.
_ENDS_HAN: Final = "网站|網站|在线|在線|论坛|論壇|频道|頻道|周刊|[电電][视視]台|[卫衛]视"
_SITE_HAN: Final = (
    rf"[\u3400-\u9fff]{{2,8}}(?:{_ENDS_HAN}|门户|广播电台|贴吧|百科|"
    r"(?<![联聯电電路管線线丝絲域太特地法情球蛛渔漁系通])[网網]|"
    r"(?<![海情电電举预简公通战捷喜播警汇年月季回呈填板墙墻手快画])[报報])"
)
_SITE: Final = re.compile(
    rf"{_SITE_HAN}|"
    # A site that says it is somebody's own.
    r".{2,20}?(?:[【\[]公式[】\]]|公式(?:サイト|ホームページ)|官方?[网網](?:[站頁页])?| [Oo]fficial (?:Webs|[Ss])ite)|"
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:bote|kurier|zeitung|anzeiger|tagblatt|tageblatt|volksblatt|wochenblatt|abendblatt)"
)
# The same behind marks that headlines do not have.
_MEDIA: Final = "News|Daily|Radio|TV|Magazine"
_TOP_LEVEL: Final = "com|org|net|de|fr|uk|cn|ru|info|jp|kr"
_SET_OFF: Final = re.compile(
    rf"(?:The )?(?:[A-ZÀ-Þ][\w'’&-]* ){{1,3}}(?:{_MEDIA}|Online|Forums?|Wiki|Blog)|"
    rf"(?:[a-z0-9-]+\.){{1,3}}(?:{_TOP_LEVEL})"
)
_OUTLET: Final = re.compile(
    rf"(?:{_ENDS_HAN}|[网報报社版]|新闻|新聞|杂志|官方|媒体?|客户端|뉴스|신문|일보|방송)$|"
    rf"\.(?:{_TOP_LEVEL})\b|\bma?g(?:azin)?$|"
    rf"\b(?:{_MEDIA}|{_ENDS}|{_ENDS_SOME}|Zeitung|Nachrichten|Press|Journal|Official|новости|газета)\b",
    re.IGNORECASE,
)
HINTS: Final = tuple(
    word.lower() for words in (_ENDS, _ENDS_SOME, _ENDS_DE, _ENDS_RU, _BEGINS) for word in words.split("|")
)
"""Words one of which every newspaper's name before a day of issue has, folded."""


# Cached, as are the names of persons, since the documents of a site repeat the same lines.
@lru_cache(maxsize=1 << 12)
def is_paper(line: str) -> bool:
    """Return whether a line is the name of a newspaper, as printed in a text or in capitals on a masthead."""
    return re.fullmatch(_PAPER.pattern, line, re.IGNORECASE if line.isupper() else re.NOFLAG) is not None


def is_site(name: str, *, is_set_off: bool = False) -> bool:
    """Return whether only a site has such a name; `is_set_off`: it stands behind a mark that headlines do not have.

    >>> is_site("清江日报"), is_site("Marl Radio"), is_site("Marl Radio", is_set_off=True), is_site("Ada Finch")
    (True, False, True, False)
    """
    named = is_paper(name) or _SITE.fullmatch(name) or (is_set_off and _SET_OFF.fullmatch(name))
    return bool(named)


def without_day(name: str) -> str:
    """Return a name without a day behind it, '' for a day alone.

    >>> without_day("Valley Post (Mar 9, 2018)"), without_day("04.04.2020"), without_day("The winter of 1963")
    ('Valley Post', '', 'The winter of 1963')
    """
    return _DAY_BEHIND.sub("", name)


def may_be_outlet(name: str) -> bool:
    """Return whether a name has a word that outlets have and persons have not: it is nobody's account.

    >>> may_be_outlet("Tidewater press desk"), may_be_outlet("Ada Finch")
    (True, False)
    """
    return bool(is_paper(name) or _OUTLET.search(name))
