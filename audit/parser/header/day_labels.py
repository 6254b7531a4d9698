"""Labels of dates: publication, update, or something else.

If only an update is stated, its date is taken: of 74 such pages with known date it is right on 57 (news 19 of 21, all
others 38 of 53), and nothing on a page tells which. It is never taken next to a publication date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.tables.other_days import AT_AN_HOUR, EVENT_BESIDE, MONTH, OF_SOMETHING_ELSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Maximum characters of a line that labels the next one.
_LABEL: Final = 24
# Characters of a line in which a label precedes the date.
_BEGUN: Final = 16
# Maximum lines between an event's venue and its date, and characters of such a line.
_BESIDE, _LONGEST_PLACE = 2, 80
PUBLISHED: Final = (
    "publi", "posted", "发布", "发表", "發布", "veröffentlicht", "pubbl", "опубл", "입력", "등록", "公開", "erstellt",
    "yayın", "udgivet", "zveřejn", "start date", "erschienen", "post time", "date posted", "نشر", "منتشر",
    "انتشار", "פורסם", "प्रकाशित", "ngày đăng", "xuất bản", "เผยแพร่", "δημοσ", "julkaistu", "közzét",
)  # fmt: skip
UPDATED: Final = (
    "updat", "modified", "aktualisiert", "更新", "mis à jour", "actualiz", "aggiorn", "обновл", "수정", "stand:",
    "uppfært", "güncel", "تحديث", "עודכן", "अपडेट", "cập nhật", "อัปเดต", "بروزرسانی", "revised",
    "last reviewed", "uppdater", "oppdater", "opdater", "bijgewerkt", "modifié", "modific", "actualis", "aktualizov",
)  # fmt: skip
# A date before that of an update is that of publication.
_TOLD: Final = (
    rf"(?:19|20)[0-9]{{2}}\b[^a-z]{{0,16}}(?:last )?(?:{'|'.join(UPDATED)})|"
    r"^(?:erstellungs|erscheinungs|publikations)datum(?: ?:| [0-9]|$)|^(?:asked|gefragt|preguntada|demandé) "
)
# Events have a date, too.
_DATED: Final = r"^(?:datum|dato)(?: ?:| [0-9]|$)"
# Other labels of publication; any further label means something else (Start: 3 May 2021).
DATES: Final = (
    "публик", "פרסום", "עדכון", "प्रकाशन", "aktual", "edited", "oluşturul", "yüklen", "creación", "criação",
    "creazione", "inserim", "notici", "создан", "добавл", "размещ", "utworz", "wydania", "ngày tạo", "الإضافة",
    "الاضافة", "التحرير", "تاریخ ثبت", "تاریخ درج",
    "release", "ημερομην", "发稿", "刊登", "刊发", "上传", "录入", "创建", "添加", "发文", "发帖", "成文", "公告",
    "投稿", "掲載", "配信", "作成", "登録", "승인", "게시", "작성", "dodan", "vydán", "létrehoz", "geplaatst",
    "offentlig", "diterbit", "eklen", "giriş", "creado", "criado", "postado", "inserito", "créé", "posté", "rédigé",
    "escrito", "scritto", "eingestellt", "geschrieben", "written", "issued", "submitted", "uploaded", "added",
    "created", "sent", "提问", "咨询", "質問", "đăng", "โพสต์", "en ligne", "online seit",
)  # fmt: skip
# Labels of author or publisher, followed by the publication date.
_WRITERS: Final = (
    "楼主", "樓主",
    "by ", "来源", "來源", "稿源", "出处", "作者", "记者", "記者", "编辑", "編輯", "责编", "source", "quelle", "fuente",
    "fonte", "источник", "출처", "出典", "author", "autor", "автор", "bron:", "kilde", "źródło", "מקור",
    "المصدر", "منبع", "स्रोत", "nguồn", "reporter", "editor",
)  # fmt: skip
# Labels of publication, or of a writer before its date.
_PUBLICATION: Final = (*DATES, *_WRITERS)
_DATE: Final = re.compile(
    r"^(?:时间|時間|日期|日付|날짜|일자)(?: ?:| [0-9])|"
    r"^(?:วันที่|fecha|data|дата|tarih|تاريخ|تاریخ|תאריך|ngày|दिनांक|तारीख|"
    r"(?:(?:publication|publishing|post|posting|article|upload|creation|issue|press|news|entry|submission) )?dates?) ?:"
)
# A label whose value is the date itself, not a preceding number, name or section.
_WEEKDAY: Final = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|seg|ter|qua|"
    r"qui|sex|周|週|星期)[^\W\d]{0,8}\.?,? ?"
)
_CALLED: Final = re.compile(
    rf"^[^0-9:|·]{{2,30}} ?: ?(?:{_WEEKDAY})?"
    rf"(?:[0-9]{{1,4}}(?:[./年년-]|[a-zºª]{{0,2}}\.? (?:de |of )?{MONTH})|{MONTH}\.? [0-9]|"
    r"[0-9]{1,2}\.? [^\W\d]{3,12}\.? (?:19|20)[0-9]{2})|"
    r"^[^0-9:|·]{1,8}(?:日期|时间|時間|일자|일시) ?(?:19|20)[0-9]{2}"
)

# Entries of job offers, of houses and flats, of apps and of wikis: what was changed there is the entry, on a page that
# was published earlier. Reports have no such lines.
_ENTRIES: Final = (
    "薪资|薪資|薪酬|月薪|工资|工作地[点點区區]|招聘人数|学历(?:要求)?|工作经验|[户戶]型|总价|總價|单价|建筑面积|面积|面積|朝向|租金|押金|"
    "(?:软件|当前|最新)?版本号?|(?:软件|文件)?大小|软件语言|系统要求|运行环境|开发[者商]|授权方式|"
    "サイズ|バージョン|開発元|賃料|家賃|間取り|専有面積|築年数|給与|勤務地|雇用形態|버전|크기|개발자|급여|근무지|고용형태|보증금|월세|전용면적|"
    "version|file size|size|developer|requires|licen[cs]e|salary|location|job type|employment type|rent|bedrooms|"
    "standort|gehalt|anstellungsart|kaltmiete|wohnfläche|dateigröße|entwickler|taille|développeur|salaire|"
    "type de contrat|loyer|surface|tamaño|versión|salario|ubicación|alquiler|зарплата|версия|размер|разработчик|площадь"
)
ENTRY: Final = rf"^(?:{_ENTRIES})(?: ?:| ?[0-9])"
_ENTRY: Final = re.compile(f"{ENTRY}|^(?:편집|토론|編集|履歴|编辑|修订历史)$")
# Lines within which an entry stands, and its maximum characters.
_NEAR_AN_ENTRY, _LONGEST_ENTRY = 6, 60
# When somebody last edited an article of a wiki.
EDITED: Final = (
    "최근 수정 시각|마지막 편집|마지막으로 (?:수정|편집)|最[后後](?:修[订訂]|[编編][辑輯])[于於]|last edited on|"
    "zuletzt .{0,30}bearbeitet"
)
# The heading of the answers to a question.
_ANSWERS: Final = re.compile(
    r"(?:[0-9][0-9,. ]*(?:answers?|antworten|réponses|respuestas|risposte|ответ(?:а|ов)?|个回答|個回答|"
    r"条回答|件の回答)|"
    r"(?:回答|回答数|답변) ?[(:]? ?[0-9]+ ?[件개]?\)?)$"
)


def labels(pages: Pages, rows: Ints) -> tuple[Flags, Flags, Flags, Flags]:
    """Return which rows are labelled, in the line or the short one above, as publication, and which as update.

    Then which are about an update alone, not only in their second date; and which date something else.
    """
    above, folded = np.maximum(rows - 1, pages.first[pages.document[rows]]), pl.col("folded").str
    label = np.flatnonzero(pages.chars[above] <= _LABEL)
    lines = pages.picked(np.append(rows, above[label]))
    told = lines.to_frame().select(
        published=folded.contains_any([*PUBLISHED]) | folded.contains(_TOLD),
        updated=folded.contains_any([*UPDATED]),
        other=OF_SOMETHING_ELSE,
        hour=AT_AN_HOUR,
        edited=folded.contains(EDITED),
        dated=folded.contains(_DATED),
    )
    here, there = (
        {name: told[name].to_numpy()[some].copy() for name in told.columns}
        for some in (slice(len(rows)), slice(len(rows), None))
    )
    # A word after the first date refers to the second.
    first = here["updated"].copy()
    first[first] = [any(map(line[:_BEGUN].__contains__, UPDATED)) for line in pages.texts(rows[first])]
    first |= ~here["updated"]
    for name, column in here.items():
        column[label] |= there[name]
    published, updated, other, hour, edited, dated = here.values()
    dated[dated] = ~_beside_a_place(pages, rows[dated])
    published |= dated
    other |= (hour & ~updated) | _is_of_an_answer(pages, rows)
    alone = np.flatnonzero(updated & ~published)
    other[alone] |= edited[alone] | _beside_an_entry(pages, rows[alone])
    plain = ~(published | updated)
    plain[plain] = _is_called(pages, rows[plain]) | _beside_a_place(pages, rows[plain])
    return published, updated, updated & ~published & first, other | plain


def _is_called(pages: Pages, rows: Ints) -> Flags:
    """Return which rows have a label before their day that is none of publication."""
    lines = pages.texts(rows)
    called = [bool(_CALLED.match(line)) and not any(map(line.__contains__, _PUBLICATION)) for line in lines]
    return np.array([some and not _DATE.match(line) for some, line in zip(called, lines, strict=True)], bool)


def _is_of_an_answer(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are below the number of answers of a question: its own day is above."""
    counts = pages.holding(_ANSWERS, (pages.chars <= _LABEL) & (pages.lines["digit"].to_numpy() > 0))
    found: Flags = rows > pages.earliest(counts, pages.last)[pages.document[rows]]
    return found


def _beside_a_place(pages: Pages, rows: Ints) -> Flags:
    """Return which rows have a line next to them that states a venue or an entrance fee."""
    return _beside(pages, rows, EVENT_BESIDE, (_BESIDE, _LONGEST_PLACE))


def _beside_an_entry(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are among the entries of a job offer, a house, an app or a wiki."""
    return _beside(pages, rows, _ENTRY, (_NEAR_AN_ENTRY, _LONGEST_ENTRY))


def _beside(pages: Pages, rows: Ints, pattern: re.Pattern[str], limits: tuple[int, int]) -> Flags:
    """Return which rows have a line with the pattern within the limits: lines away, and characters."""
    reach, longest = limits
    document, steps = pages.document[rows], [step for step in range(-reach, reach + 1) if step]
    places = [np.clip(rows + step, pages.first[document], pages.last[document] - 1) for step in steps]
    likely = pages.mask(np.concatenate(places))
    told = pages.mask(pages.holding(pattern, likely & (pages.chars <= longest)))
    found: Flags = np.any([told[place] for place in places], axis=0)
    return found
