"""Patterns of newspaper names in six languages, and of a name before the date of issue: Marl Gazette, 3 May 2024."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

# Endings of newspaper names: after any words, after words without another meaning, after -er or -sche.
_ENDS: Final = "Gazette|Herald|Tribune|Chronicle|Courier|Observer|Examiner|Telegraph|Ledger|Sentinel|Dispatch|Inquirer"
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
PAPER_AND_DAY: Final = re.compile(rf"(?P<name>{_NAME})(?:,| [-–—|·]) (?:{_WEEKDAY},? )?{_DAY}(?: г\.)?$")
"""Searched in the text as printed: names are recognised by their capitals."""
# Words that occur only in names of newspapers; also in Han script, kana and hangul.
PAPER: Final = re.compile(
    rf"(?:{_NAME}|(?!(?:The|{_NO_PAPERS}|Digitale)\b)(?:{_WORD} ){{1,3}}(?:{_ENDS_DE}|Star|Journal|Globe|Newspapers?)|"
    r"Die Presse|Der Standard)(?: (?:Online|online|Digital|Media|Medien))?|"
    r".{2,8}(?:新聞|日報|新闻网?|日报|晚报|晨报|早报|일보|신문|뉴스|경제)(?:デジタル|オンライン)?|"
    r"[\u3400-\u9fff]{2,8}报(?:电子版|数字报|电子报)"
)


def is_paper(line: str) -> bool:
    """Return whether a line is the name of a newspaper, as printed in a text or in capitals on a masthead."""
    return re.fullmatch(PAPER.pattern, line, re.IGNORECASE if line.isupper() else re.NOFLAG) is not None


HINT: Final = pl.col("folded").str.contains_any(
    [word.lower() for words in (_ENDS, _ENDS_SOME, _ENDS_DE, _ENDS_RU, _BEGINS) for word in words.split("|")]
)
