"""Legal notices, post buttons, navigation to other pages, and counts of readers."""

from __future__ import annotations

from typing import Final

from audit.parser.tables.reader_notice import ReaderNotice

# Text allowed between the words of a notice; bounded, since it is tried at each start.
_REACH: Final = "{0,120}"
_ENDS: Final = r"(?:information(?:al)?|educational|illustrative)"
_WHAT: Final = r"(?a:\b)(?:content|information|materials?|article|story|blog|post|website|site|podcast|page)"
LEGAL: Final = ReaderNotice(
    "disclaimer", "legal notice",
    matter=(
        "purposes only", "views expressed", "opinions expressed", "expressed on", "expressed here",
        "necessarily reflect", "offered through", "position in any", "positions in and", "compensation",
    ),
    alone=(
        rf"{_WHAT}(?a:\b)[^.]{_REACH} for (?:general )?{_ENDS}(?:,? (?:and|or|and/or) {_ENDS})? purposes only",
        r"^(?:the )?(?:views|opinions)(?:,? (?:and|or) (?:views|opinions))? expressed (?:in|on|here|by|are)(?a:\b)",
        rf"expressed (?:on|in) (?:this|our) .{_REACH}not necessarily reflect",
        r"(?a:\b)(?:securities|insurance products) (?:are )?offered through(?a:\b)",
        r"(?a:\b)(?:has|have) no positions? in any of the", r"(?a:\b)has positions in and recommends(?a:\b)",
        rf"(?a:\b)(?:offers|products|cards|companies|listings) (?:that )?(?:appear|are listed) .{_REACH}compensation",
    ),
    on_pages=True,
)  # fmt: skip
# Words of post buttons, and their separators.
_BUTTON: Final = (
    r"(?:reply|quote|report|like|share|upvote|permalink|antworten|zitieren|melden|répondre|citer|signaler|responder|"
    r"citar|ответить|цитировать|回复|回覆|引用|举报|檢舉|点赞|赞|支持|反对|分享|收藏|编辑|返信)(?: ?\(?\d{1,5}\)?)?"
)
_BETWEEN: Final = r"(?: ?[|│·•/] ?|\s{2,}|\t)"
BUTTONS: Final = ReaderNotice(
    "navigation", "buttons of a post",
    matter=(
        "reply", "quote", "report", "antworten", "zitieren", "melden", "répondre", "citer", "responder", "citar",
        "ответить", "цитировать", "回复", "回覆", "引用", "举报", "檢舉", "返信",
    ),
    alone=(
        rf"^{_BUTTON}(?:{_BETWEEN}{_BUTTON})+$",
        r"^(?:回复|回覆|引用|举报|檢舉)(?: (?:回复|回覆|引用|举报|檢舉|赞|分享))+$",
    ),
)  # fmt: skip
_BACK: Final = r"(?:上一|首)[页頁]|prev(?:ious)?(?: page)?|前へ|zurück|précédente?|anterior|назад"
_ON: Final = r"(?:下一|末|尾)[页頁]|next(?: page)?|次へ|weiter|suivante?|siguiente|вперед|далее"
WAYS: Final = ReaderNotice(
    "navigation", "way to other pages",
    matter=("下一", "next", "末页", "尾页", "次へ", "weiter", "suivant", "siguiente", "вперед", "далее", "坛", "壇"),
    alone=(
        rf"^[\s«‹<]*(?:{_BACK})?[\s|·«‹<]*(?:\d{{1,4}}[\s|·.…]+){{2,}}(?:{_ON})[\s»›>]*$",
        r"^\S{0,6}(?:论坛|論壇)\S{0,4}\s?[»›>]\s?[^»›>。]{1,20}[»›>][^»›>。]{1,40}$",
    ),
)  # fmt: skip
# How often a page was read, and what else stands in such a line: when it was changed, by whom it was entered.
_NUMBER: Final = r"\d[\d,.]{0,10}"
_READ: Final = (
    r"(?:(?:this |the )?(?:page|article|story|post|text|entry|document|item)s? (?:(?:has been|was|is) )?)?"
    rf"(?:read|viewed|visited|accessed|seen|opened) {_NUMBER} times|"
    rf"(?:artikel |beitrag |wurde |bisher ){{0,3}}{_NUMBER} ?mal (?:gelesen|aufgerufen|besucht)|"
    rf"(?:article )?(?:lu|vu|consulté) {_NUMBER} fois|(?:leído|visto|lido|letto) {_NUMBER} (?:veces|vezes|volte)|"
    rf"(?:прочитано|просмотрено) {_NUMBER} раза?|"
    r"(?:本文|本页|文章|此文|该文)?(?:已|共|累计)?被?(?:阅读|浏览|点击|访问|查看)(?:了|过)?"
    rf"\s?{_NUMBER}\s?万?\s?(?:次|人次|遍|人)"
)
_COUNTED: Final = (
    r"(?:total |page ?)?(?:views?|hits|reads|visits|clicks)|aufrufe|zugriffe|vues|lectures|visitas|lecturas|"
    r"visualizações|visualizzazioni|просмотров|المشاهدات|القراءات|(?:阅读|浏览|点击|访问)(?:次数|量|数)?|閲覧数|조회수?"
)
_LABELLED: Final = rf"(?:{_COUNTED})\s?:?\s?{_NUMBER}\s?万?次?|{_NUMBER} (?:views|hits|reads|visits|aufrufe|vues)"
_DONE: Final = (
    r"(?:was |page |article |first |last |zuletzt |dernière |última |последн\w+ |最后|最近|最終)*+"
    r"(?:updated?|modified|changed|edited|revised|published|posted|printed|entered|aktualisiert|geändert|bearbeitet|"
    r"mis à jour|modifiée?|publiée?|actualizado|publicado|modificado|atualizado|aggiornato|pubblicato|обновлено|"
    r"опубликовано|изменено|更新|编辑|修改|发布|发表|录入|since |seit |depuis |desde |с )(?:于|时间|日期|人)?"
)
# Possessive, so that no line is tried in two ways.
_CHANGED: Final = rf"{_DONE}(?:(?!(?<!\w)(?:{_DONE}|{_READ}|{_LABELLED}))[^!?。！？;|•·)]){{1,48}}+"
_APART: Final = r"[\s.,;:|•·()。/–—-]{0,6}+(?:and |und |et |y )?"
_LINE: Final = "^(?=.{1,160}$)"
COUNT: Final = ReaderNotice(
    "counter", "count of readers",
    matter=(
        "read ", "viewed ", "visited ", "accessed ", "seen ", "opened ", "views", "hits", "reads", "visits", "clicks",
        "gelesen", "aufgerufen", "besucht", "aufrufe", "zugriffe", "fois", "veces", "vezes", "volte", "visitas",
        "lecturas", "lectures", "vues", "visualiz", "раз", "просмотр", "القراءات", "المشاهدات", "阅读", "浏览", "点击",
        "访问", "查看", "閲覧数", "조회",
    ),
    alone=(
        rf"{_LINE}\W{{0,4}}+(?:{_CHANGED}{_APART}){{0,2}}+(?:{_READ})(?:{_APART}(?:{_LABELLED}|{_CHANGED})){{0,3}}+\W{{0,4}}$",
        rf"{_LINE}\W{{0,4}}+(?:{_CHANGED}{_APART}){{1,2}}+(?:{_LABELLED})(?:{_APART}{_CHANGED}){{0,2}}+\W{{0,4}}$",
        rf"{_LINE}\W{{0,4}}+(?:{_LABELLED})(?:{_APART}{_CHANGED}){{1,3}}+\W{{0,4}}$",
    ),
)  # fmt: skip
