"""Patterns that state publisher or author, on folded lines, with the name in the group `name`.

Backtracking is bounded: repetitions are limited, and long lines are not searched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

import polars as pl

from audit.parser.tables.people import AGENCIES

_NAME: Final = r"(?P<name>[^\s:|,;()<>\[\]»/][^:|,;()<>\[\]»\n\t]{0,38}?)"
# Words that start another statement on the line.
_LABELS: Final = (
    "来源|來源|原文|作者|记者|記者|编辑|編輯|责任编辑|責任編輯|责编|發布|发布|"
    "更新|时间|時間|日期|[图圖][/|:]|摄影|攝影|写真|撮影|举报|报道|報導|報道|字号|字號|阅读|浏览|评论|点击|成文|发文|索引号|"
    "主题分类"
)
_STOP: Final = (
    rf"(?=\s*(?:[:|,;()<>\[\]【】〖»/\t]|\s{{2}}|$|\d{{4}}|[.。](?:\s|$)| \d\d?[./])|(?:{_LABELS})\s?:|\s(?:{_LABELS}))"
)
# Names of one or more persons in Han characters, followed by nothing.
_PEOPLE: Final = (
    r"(?P<name>[\u3040-\u30ff\u3400-\u9fff·•]{2,12}?(?:[、 ][\u3400-\u9fff·]{2,4}){0,3}?)"
    rf"(?=\s*(?:$|[|/;()<>\[\]]|\d{{4}}|(?:摄影)?(?:报道|報導|報道|文$)|文 ?/ ?[图圖攝摄])|\s(?:{_LABELS}))"
)
# What else follows the word for a reporter: 记者手记.
_NO_REPORTER: Final = (
    r"(?!综合|整理|团队|報導|报道|團隊|调查|調查|观察|手记|手記|来信|视点|走基层|连线|探访|体验|直击|专访|日记|札记|故事|见闻|暗访|实探|"
    r"追踪|集体|采|现场|报告|在线|回访|感言|眼中|视角|说|节|站)"
)
_REPORTERS: Final = r"(?P<name>[\u3400-\u9fff·]{2,4}(?:[、,][\u3400-\u9fff·]{2,4}){0,3})"
_OUTLET, _RANK = "[社报网台刊報網臺]", "(?:首席|见习|实习)"
_WEEKDAY: Final = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"


@dataclass(frozen=True, slots=True)
class Statement:
    """A pattern that states a name, tried on lines that contain one of the words it `needs` or begin with one.

    Few texts need all patterns, which take long to compile.
    """

    needs: tuple[str, ...]
    pattern: str
    is_first: bool

    def search(self, line: str) -> re.Match[str] | None:
        """Return the match in a folded line that contains a needed word, or None."""
        return None if self.is_first and not line.startswith(self.needs) else _compiled(self.pattern).search(line)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class WaysToState(NamedTuple):
    """Statement patterns, and the words that one of them needs."""

    statements: tuple[Statement, ...]
    words: frozenset[str]


def _ways(*statements: Statement) -> WaysToState:
    return WaysToState(statements, frozenset(word for statement in statements for word in statement.needs))


def _stated(words: str, before: str, after: str) -> Statement:
    """Return the statement of a name after one of the words (separated by bars), which are required verbatim."""
    return Statement(tuple(words.split("|")), f"{before}(?:{words}){after}", before == "^")


# The site that shows the text.
SITE: Final = _ways(
    _stated("转载|轉載", "", r"\s?:\s?" + _NAME + r"\s?»"),
    _stated("打开", "", r"(?P<name>[^\s,。:打开]{2,12}?)\s?(?:app|客户端)"),
    _stated("不代表", "", r"(?P<name>[^\s,。:]{2,12}?)(?:网)?(?:的)?(?:立场|观点|立場|觀點)"),
    # Before its registration, and the paper whose pages are shown as printed.
    Statement(
        ("icp备", "icp证", "icp備"),
        r"^(?P<name>[\u3400-\u9fff]{1,8}(?:网|在线|论坛|之家)) {1,3}[\u3400-\u9fff]icp[备证備]",
        is_first=False,
    ),
    _stated("电子版|数字报|电子报", r"^(?P<name>[\u3400-\u9fff]{1,8}(?<!本)报)", "$"),
)
# The first publisher of the text, if a line also names its own source.
FIRST: Final = _ways(
    _stated("原文来源|原文來源|原载|原載|原出处|首发于|首發於", "", r"\s?[:|]?\s?" + _NAME + _STOP),
    _stated(
        "originally published|originally appeared|first published|first appeared", "", " (?:on|in|by) " + _NAME + _STOP
    ),
)
# An address behind such a word is the source of a picture or figure.
_NO_ADDRESS: Final = r"(?![\w.-]{1,63}\.[a-z]{2,6}(?:$|\W))"
_SOURCES: Final = ("source", "quelle", "fuente", "fonte", "bron", "источник", "المصدر", "提供元", "配信元")
# The stated origin; not of pictures and figures.
ORIGIN: Final = _ways(
    _stated("公众号|公眾號|微信公號", "", r"\s?[:\"“]\s?" + _NAME + r"(?=[\s(,;|\"”]|$)"),
    _stated(
        "来源|來源|转自|轉自|稿源|出处|出典|출처|发布机构|發布機構|发布单位|发布机关|发文机关|发文单位",
        "(?<!图片)(?<!圖片)(?<!数据)(?<!视频)(?<!原文)",
        r"\s?[:|]\s?" + _NAME + _STOP,
    ),
    _stated("媒体|媒體", "^", r"\s?:\s?" + _NAME + _STOP),
    _stated("来源|來源", "^", r" (?P<name>[\u3400-\u9fff]{2,12})(?=$| )"),
    _stated("news provided by", "^", rf" {_NAME}{_STOP}"),
    _stated("文", "^", r"\s?[|/丨]\s?" + _NAME + r"(?=,\s?作者)"),
    # After the day of a release: March 3, 2026 08:00 ET | Source: Marl Systems; Published 2026-03-03 Source: Marl.
    Statement(
        tuple(f"{word}{blank}:" for word in _SOURCES for blank in ("", " ")),
        r"^\D{0,24}(?:\d{1,2}\W[^|·•]{0,20}(?:19|20)\d\d|(?:19|20)\d\d[-/.年]\s?\d\d?[-/.月]\s?\d\d?日?)"
        rf"(?:[^|·•]{{0,24}}[|·•]|,? \d\d?:\d\d(?::\d\d)?)?\s+(?:{'|'.join(_SOURCES)}) ?: ?{_NO_ADDRESS}{_NAME}{_STOP}",
        is_first=False,
    ),
    # Or an agency there: 3. März 2026, 10:00 Uhr | dpa.
    Statement(
        tuple(f"| {name}" for name in AGENCIES),
        rf"(?:19|20)\d\d[^|]{{0,24}}\| (?P<name>{'|'.join(AGENCIES)})$",
        is_first=False,
    ),
    _stated(
        "source|quelle|fuente|fonte|источник|المصدر|منبع|स्रोत|מקור|nguồn|ที่มา",
        "^",
        rf"s?\s?: ?{_NO_ADDRESS}{_NAME}{_STOP}",
    ),
)
_SECTION: Final = "(?:娱乐|体育|国内|国际|社会|财经|科技|军事|本地|热点|时政|民生|综合|即时|今日|最新|图片|滚动|头条)"
# A newspaper or account next to the date or time of its article, alone on the line. Sections and persons are as short;
# shorter names are recognised by their endings.
_PAPER: Final = (
    "(?:日报|晚报|早报|晨报|时报|周报|商报|都市报|日報|晚報|時報|[报報网網社台臺刊]|新闻|新聞|消息|观察|在线|周刊|财经|科技|传媒|客户端|"
    "头条|之声)"
)
# The label of a day (最終更新日), and what ends a headline that begins with one.
_DAY_LABEL: Final = r"[\u3400-\u9fff]{2,8}(?:(?<![今明昔])日時?|时间|時間|日期)(?![\u3400-\u9fff])"
_HELD: Final = "记者会|发布会|座谈会|例会|会议|答记者问|讲话|通知|公告|公报|通报|报告"
_ACCOUNT: Final = (
    rf"(?P<name>(?!{_SECTION}{_PAPER}|[\u3400-\u9fff]{{2,8}}(?:创作者|博主|达人)|发表于|发布于|来自|阅读|浏览|评论|点击|字号|更新|编辑|{_DAY_LABEL}|[\u3400-\u9fff]{{2,14}}(?:{_HELD})(?:\s|$))"
    rf"(?:[\u3400-\u9fff]{{1,10}}?{_PAPER}|[\u3400-\u9fffa-z0-9]{{0,6}}[\u3400-\u9fff]{{5,10}})(?<![于於自至在从從]))"
)
_TIMED: Final = r"(?:19|20)\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d\d?\s?日?(?:\s{0,3}\d\d?:\d\d(?::\d\d)?)?"
# An account is shown with the province that it writes from.
_PLACE: Final = r"(?:\s{1,3}(?:发表于)?[\u3400-\u9fff]{2,4})?"
_SCRIPT_DAY: Final = r"[^\s\d]{0,12},?\s?\d{1,2}[./\s][^\s\d]{1,14}\s(?:19|20)\d\d"
DATED: Final = _ways(
    *(
        Statement(("19", "20"), pattern, is_first=False)
        for pattern in (
            rf"^(?:原创\s{{1,3}})?[\u3400-\u9fff·]{{2,5}}\s{{1,3}}(?P<name>[^\W\d_][^\s:|/]{{1,14}})\s{{1,3}}{_TIMED}{_PLACE}$",
            rf"^(?P<name>[\u3400-\u9fff]{{1,4}}网)\s?[-–—]\s?[\u3400-\u9fff]{{2,8}}\s{{0,3}}{_TIMED}$",
            rf"^(?:来自\s?)?{_ACCOUNT}\s{{0,4}}[·|/]?\s{{0,4}}{_TIMED}(?:$|\s)",
            rf"^{_TIMED}(?:\s{{0,4}}[·|/]\s{{0,4}}|\s{{1,4}}|(?<=:\d\d)|(?=[\u3400-\u9fff]{{1,10}}?{_PAPER}(?:\s|$))){_ACCOUNT}(?=$|\s+(?:记者|作者|编辑|责编|通讯员|撰文))",
            rf"^(?P<name>[가-힣a-z]{{1,8}}(?:일보|신문|뉴스|경제|방송|타임즈|투데이)) ?[|·/] ?(?:입력|등록)? ?{_TIMED}",
            rf"^(?P<name>(?:صحيفة|جريدة|وكالة|مجلة) [^\d،,:|-]{{3,24}}?)\s?[-–|،,]\s?{_SCRIPT_DAY}",
            rf"^(?P<name>(?:[\u0900-\u097f]{{2,12}} ){{1,2}}(?:समाचार|टाइम्स|पत्रिका|जागरण|भास्कर)), {_SCRIPT_DAY}",
        )
    )
)
# A newspaper or account alone between headline and date, recognised by its ending.
ABOVE_DAY: Final = re.compile(
    rf"^(?P<name>(?!{_SECTION}(?:{_PAPER}|频道)?$)[\u3400-\u9fffa-z0-9]{{1,10}}?(?:{_PAPER}|研究所|研究院|实验室|频道|杂志|笔记|公社|"
    r"工作室|俱乐部|(?=官方账号|官方帐号|公众号)))(?:官方账号|官方帐号|公众号)?$"
)
# The agency or newspaper credited by a first sentence.
DATELINE: Final = _ways(
    _stated(
        "电|電|讯|訊",
        r"^[(\[【]?(?P<name>[\u3400-\u9fff-]{1,8}?(?:社|[报報网網台]|新闻|在线|客户端|日报|晚报))"
        r"[\u3400-\u9fff·]{0,10}(?:\s?(?:(?:(?:19|20)\d\d年)?\d{1,2}\s?月\s?)?\d{1,2}\s?日)?[\u3400-\u9fff·]{0,6}?\s?(?<!通)",
        r"(?=[\s,:(\[)\]】]|$)",
    ),
    _stated(" 기자 =", r"^[(\[][가-힣·]{2,10}=(?P<name>[가-힣a-z0-9]{2,12})[)\]].{1,30}", ""),
)
AUTHOR: Final = _ways(
    _stated("楼主|樓主", "^", r"\s?:\s?" + _NAME + _STOP),
    _stated("作者|撰文|撰稿", r"(?:^|\W)", r"\s?[:|/]\s?" + _NAME + _STOP),
    Statement(
        tuple(f"文{blank}{bar}" for blank in ("", " ") for bar in "|/丨・="),
        r"(?:^|[\s,;])文\s?[|/丨・=]\s?" + _NAME + _STOP,
        is_first=False,
    ),
    # In the brackets of a dateline no blank divides them: 新华社北京3月9日电(记者周小渡、林满仓).
    _stated("记者|記者", rf"[(\[](?:本{_OUTLET})?{_RANK}?", rf"\s?{_NO_REPORTER}{_REPORTERS}(?<![摄攝])(?=\s?[)\]])"),
    _stated(
        "记者|記者",
        r"(?:^|[〔(\[【|\s])",
        r"(?P<name>[\u3400-\u9fff]{2,4}) ?/ ?[\u3400-\u9fff]{2,6}(?:報導|報道|报道)",
    ),
    _stated(
        "记者|記者|通讯员",
        r"(?:^|[\s,;|/()>\]■□◆●▲◎])[\u3400-\u9fff·]{0,10}?",
        r"(?:[\s:/]| ?\|)\s?" + _NO_REPORTER + _PEOPLE,
    ),
    _stated(
        "原创", "^", rf"\s{{1,3}}(?P<name>[\u3400-\u9fff·]{{2,4}})\s{{1,3}}[^\W\d_][^\s:|/]{{1,14}}\s{{1,3}}{_TIMED}"
    ),
    _stated("/文|/ 文", r"^(?P<name>[\u3400-\u9fff·]{2,4}) ?", r"(?=$|[\s,;])"),
    _stated("记者|記者", rf"^[\u3400-\u9fff]{{1,6}}{_OUTLET}{_RANK}?", rf"{_NO_REPORTER}{_REPORTERS}$"),
    _stated("取材・文:|取材・構成:|構成・文:|文:|文 :|執筆:|執筆 :|執筆=", "^", r"\s?" + _PEOPLE),
    _stated("글:|글 :|글=|글 =|기자명", "^", r"\s?(?P<name>[가-힣]{2,4})(?=\s*(?:$|[|,/·]))"),
    _stated("글 ", "^", r"(?P<name>[가-힣]{2,4})(?=\s?[,·/|&]?\s?사진)"),
    _stated(
        "מאת:|מאת |بقلم:|بقلم |كتب:|كتبت:",
        "^",
        r"\s?(?P<name>[^\W\d_][^\s|:,.()<>•·@]{1,20}(?: [^\W\d_][^\s|:,.()<>•·@]{0,20}){0,3})"
        r"(?=\s*(?:[|,(•·]|\d|$| - ))",
    ),
    _stated(
        "기자|특파원",
        r"(?:^|[\s\[\]()|,/=])(?P<name>[가-힣]{2,4}) ?",
        r"(?=[\s\[\]().,|=/]|$|입력|승인|등록|수정|발행|송고)",
    ),
    _stated(
        "โดย|เขียนโดย|ผู้เขียน",
        "^",
        r" ?[: ] ?(?P<name>[\u0e01-\u0e4e]{2,20} [\u0e01-\u0e4e]{2,20})(?=\s*(?:$|[|,(/]|\d))",
    ),
    _stated(
        "by|written by|words by|story by|von|par|por|nga|автор|автор:|авторы:|текст|текст:|author:|authors:|autor:|"
        "auteur:|autore:|autora:|auteurs:|autores:|autoren:|"
        "autorin:|reporter:|text:|haber:|yazan:|yazar:|muhabir:|penulis:|szerző:|írta:|tekst:|tác giả:|लेखक:|लेखिका:|"
        "रिपोर्ट:|ผู้เขียน:|نویسنده:|به قلم:|خبرنگار:|الكاتب:|oleh:|pewarta:|autorka:|autoare:|scris de|аутор:|piše:|пише:|"
        "napsal|napsala|napísal|napísala|napisao|napisala|avtor:|autori:|"
        "kirjoittaja:|toimittaja:|teksti:|skribent:|skrevet af|skrevet av|συντάκτης:|γράφει ο|γράφει η",
        "^",
        r"\s+(?P<name>[^\W\d_][^|:()<>\d•·@»]{2,60}?)"
        rf"(?=\s*(?:[|:()<>•·@»]|\d|, | [-–—] |$|published|updated|{_WEEKDAY},? [a-z\d]|"
        rf"(?:\bon )?(?:{_MONTH})[a-z.]* \d))",
    ),
)
_NEEDING: Final = [s for ways in (SITE, FIRST, ORIGIN, DATELINE, AUTHOR) for s in ways.statements]
_FREE: Final = sorted({word for s in _NEEDING if not s.is_first for word in s.needs})
_LEADING: Final = sorted({word for s in _NEEDING if s.is_first for word in s.needs})
# Pre-filter: whether a folded line contains the words of any statement.
HINT: Final = pl.col("folded").str.contains_any(_FREE) | pl.col("folded").str.contains(f"^(?:{'|'.join(_LEADING)})")
# The words of all statements.
WORDS: Final = sorted({word for ways in (SITE, FIRST, ORIGIN, DATED, DATELINE, AUTHOR) for word in ways.words})
