"""Texts served in place of an article, from walls.tsv, by kind of wall, and the words of such from wall_words.tsv."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.text.tables import rows

# What may precede it in its sentence.
_BEFORE: Final = (
    r"¡?(?:(?:sorry|oops|whoops|uh[- ]oh|oh no|hmm+|hey|hi|hello|unfortunately|we(?:'re| are)(?: very| so)? sorry|"
    r"error|status|warning|note|message|description|notice|attention|leider|entschuldigung|désolé|lo sentimos|"
    r"oups|ops|ups|huch|hoppla|vaya|ой|упс|哎呀|啊哦|あれ|"
    r"к сожалению|извините|抱歉|很抱歉|对不起|對不起|非常抱歉|温馨提示|提示|您好|尊敬的(?:用户|客户|会员|读者)|"
    r"亲爱的(?:用户|读者)|申し訳(?:ありません|ございません)(?:が)?|죄송합니다|عذر[اً]{1,2}|مت[أا]سفیم|نأسف|üzgünüz|maalesef|"
    r"przepraszamy|niestety|spiacenti|ci dispiace|desculpe|pedimos desculpas|sinto muito|ขออภัย|xin lỗi|rất tiếc|maaf|"
    r"mohon maaf|क्षमा करें|вибачте|на жаль|λυπούμαστε|מצטערים|סליחה|beklager|tyvärr|helaas|valitettavasti|bohužel|sajnos|"
    r"ne pare rău)"
    r"[\s,.:;!¡?…~、。，！،-]*(?:but |that |aber |mais )?)*"
)
_BESIDE, _WORD = "beside", "word"
INDEX: Final = "list of articles"
"""The kind of wall that shows titles, days and first words of other texts, by the page."""
# What leads to other pages of a list, what is beside it (numbers, or how many there are), and other words there.
_LEADING: Final = (
    "[首上下尾末]一?[页頁]|次へ|前へ|이전|다음|ก่อนหน้า|ถัดไป|"
    r"\b(?:prev(?:ious)?|next|anterior|siguiente|próxim[ao]|seguinte|précédente?|suivante?|zurück|weiter|vorige|volgende|"
    r"precedente|successiv[ao]|назад|далее|вперёд|следующая|sonraki|önceki|poprzednia|następna)\b"
)
_COUNTED: Final = (
    r"(?<!\d)1[^\w,.:]{1,4}2[^\w,.:]{1,4}3(?!\d)|(?:共|全) ?\d+ ?[条條页頁件]|\bpage \d+ of \d+|\bseite \d+ von \d+"
)
_BESIDE_NUMBERS: Final = (
    "[共全第到至条條页頁件转轉跳前往次確确定]|"
    r"\b(?:pages?|go|first|last|older|newer|posts|results?|seiten?|erste|letzte|páginas?|primera|última|primeira|première|"
    r"dernière|pagin[ae]|prima|ultima|страниц[аы]|strona|sayfa|ilk|son|of|to|von|de|sur|di|van|из|z)\b"
)
PAGER: Final = re.compile(
    rf"^(?:(?=.*?(?:{_LEADING}))(?=.*?(?:{_COUNTED}))(?:{_LEADING}|{_BESIDE_NUMBERS}|[\W\d_])+$|\W*(?:[下次]一?[页頁]|次のページ|"
    r"(?:older|newer|more|next|previous|(?:load|show|view) more) (?:posts|entries|articles|stories|results|page)|"
    r"(?:ältere|neuere|weitere) (?:beiträge|artikel|einträge|treffer(?: laden)?)|ver más (?:noticias|entradas)|"
    r"entradas (?:antiguas|más recientes)|(?:articles|billets) (?:plus anciens|précédents|suivants)|page suivante|"
    r"articoli meno recenti|предыдущие записи|следующая страница|postagens (?:mais )?antigas|página siguiente|"
    r"próxima página)\W*$)"
)
"""Matches lines that lead to other pages of a list; as folded."""


@cache
def _told() -> dict[str, list[str]]:
    """Return the expressions of each kind, in table order."""
    made: dict[str, list[str]] = {}
    for kind, begins in rows("walls.tsv"):
        made.setdefault(kind, []).append(begins)
    return made


@cache
def labels() -> tuple[str, ...]:
    """Return the kinds of walls, by number."""
    return (*(kind for kind in _told() if kind not in (_BESIDE, _WORD)), INDEX)


@cache
def words() -> tuple[str, ...]:
    """Return the words of which every wall contains one."""
    return tuple(_told()[_WORD])


@cache
def words_of(group: str) -> tuple[str, ...]:
    """Return the words of one group: for a page, for what is missing, for what a reader must do.

    >>> words_of("script")
    ('javascript',)
    """
    return tuple(word for name, word in rows("wall_words.tsv") if name == group)


@cache
def saying() -> re.Pattern[str]:
    """Return the expression for a sentence that identifies a wall; its last group, `w`, has the number of the kind."""
    kinds = (f"(?P<w{number}>{'|'.join(_told()[kind])})" for number, kind in enumerate(labels()) if kind != INDEX)
    return re.compile(f"{_BEFORE}(?:{'|'.join(kinds)})")


@cache
def beside() -> re.Pattern[str]:
    """Return the expression for other sentences of such a page."""
    return re.compile(f"{_BEFORE}(?:{'|'.join(_told()[_BESIDE])})")


@cache
def before() -> re.Pattern[str]:
    """Return the expression for what may precede the first sentence of a line: an apology, an exclamation."""
    return re.compile(_BEFORE)
