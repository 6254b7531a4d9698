"""Legal notices, post buttons, and navigation to other pages."""

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
