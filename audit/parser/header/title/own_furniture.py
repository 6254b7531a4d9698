"""What pages other than news print right below their headline, and the entry that its first sentence defines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.regex_search import WORD_END
from audit.parser.header.accounts import post_heads
from audit.parser.header.day_labels import EDITED, ENTRY
from audit.parser.tables.labels import COMPANY, INSTALLED, PLEDGED
from audit.text.punctuation import LETTER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Added to the sum of weights (hundredths of a natural logarithm of odds) of a line above such furniture.
ABOVE_OWN: Final = 200
# Maximum characters of furniture, lines from the headline to it, and minimum letters of the headline.
_LONGEST, _BELOW, _LEAST = 80, 2, 4
# Part of a deck that its headline has at least.
_SECTION: Final = 3
_NEXT: Final = range(1, _BELOW + 1)
# Lines above the start of the article in which such furniture is looked for.
_HIGH: Final = 30
# Maximum characters of a word in a menu.
_WORD: Final = 4
# Letters of a button: 保存.
_BUTTON: Final = 2
# When a question was asked, who started a thread, the tabs of a wiki, the order of a list, and the terms of a post.
_ASKED: Final = (
    r"^(?:asked|viewed|modified|задан[ао]?|gefragt|posée? (?:le|il y a)|preguntad[oa]|提问于|被浏览|閲覧数)(?:\W|\d)|"
    r"^[0-9]+ (?:answers?|ответ(?:а|ов)?|antworten|réponses?|respuestas?)$|^(?:关注者|关注问题|写回答|[0-9]+ ?个回答)$|"
    r"(?:^|· ?)[0-9][0-9., ]*(?:k|m|тыс\.|[千万])? ?(?:views|просмотр(?:а|ов)?|مشاهدة|vues|visitas|"
    r"visualizações|aufrufe|次?(?:阅读|浏览|观看)|조회|回視聴)$"
)
_STARTED: Final = (
    r"^(?:(?:thread|topic|discussion) ?starter|discussion in |started by |ersteller |themenstarter|"
    r"auteur de la discussion|autor del tema|автор темы|start date )|"
    r"查看 ?: ?[0-9]|\[复制链接\]|只看该作者|^楼主(?:\W|$)"
)
_EDITED: Final = r"^播报 ?编辑$|^from .{2,30} wiki$"
_SORTED: Final = (
    rf"^(?:(?:default )?sort(?:ing| by)?{WORD_END}|filters?{WORD_END}|sortieren|trier par|ordenar por|"
    r"ordina per|排序|筛选|絞り込み|並べ替え|정렬)|"
    r"^[0-9][0-9,.]* (?:products?|items?|results?|produkte|articles|productos|prodotti)$"
)
_TERMS: Final = (
    r"^(?:location|salary|standort|gehalt|lieu|salaire|ubicación|salario|工作地点|薪资|勤務地|給与) ?:|"
    r"^[£$€¥] ?[0-9][0-9.,]*k?(?: ?[–-] ?[£$€¥]? ?[0-9][0-9.,]*k?)? (?:a|per|pro|par|/) ?"
    r"(?:year|hour|annum|month|jahr|an)|"
    rf"^[0-9]+-[0-9]+k{WORD_END}|^(?:cdi|cdd)$"
)
# The kind of work and the button below a job offer.
_HIRED: Final = (
    r"^(?:vollzeit|teilzeit|full[ -]?time|part[ -]?time|temps plein|temps partiel|jornada completa|tempo pieno|全职|"
    rf"兼职|正社員|정규직|полная занятость){WORD_END}|^(?:apply(?: now)?|(?:jetzt )?bewerben|postuler|откликнуться|"
    r"立即沟通|投递简历)$"
)
# When an event takes place: a weekday or a label, with an hour or a second day.
_HELD: Final = (
    rf"^{LETTER}{{3,10}}, .{{4,30}}[0-9]{{1,2}}[:.][0-9]{{2}} ?(?:[ap]\.?m|uhr|h)? ?(?:to|bis|à|a|[–-]) ?[0-9]|"
    r"^(?:开催日|開催日|開催期間|活动时间|日時|일시|행사일) ?:|^(?:dal|du|vom|del) [0-9].{2,24} (?:al|au|bis|zum) [0-9]"
)
# What a dish is made of, how long it takes, and for how many.
_COOKED: Final = (
    r"^(?:zutaten|ingredients|ingrédients|ingredientes|ingredienti|ингредиенты|składniki|ingrediënten|ingredienser|"
    r"材料|用料|食材|재료)(?: ?[(（].{1,16}| für .{1,16}| for .{1,16})? ?:?$|"
    r"^(?:prep(?: time)?|cook(?: time)?|préparation|cuisson|zubereitungszeit|tempo di preparazione|preparación)"
    " ?: ?[0-9]|^(?:für|for|serves|pour|per|para) [0-9]{1,2}(?: (?:personen|people|personnes|persone|personas))?$"
)
# The number of steps, and the first of them, of instructions.
_STEPS: Final = (
    r"^[0-9]{1,2} (?:steps|schritte|étapes|pasos|passos|passaggi)$|^(?:step|schritt|étape|paso|passo|шаг) 1 ?[:.–-]|"
    r"^步骤 ?[1一]|^第一步"
)
# When a programme was on or a sale or a call for papers ends, with a number or colon, and who made a film.
_WHEN: Final = r"(?: ?:| (?:(?:am|le|op|on) )?(?:[a-z]{2,10},? )?[0-9])"
_SHOWN: Final = (
    r"^(?:(?:first|originally) (?:broadcast|aired)|sendung vom|sendetermin|émission du|방송일|放送日時?|播出时间|首播|"
    r"(?:sale|bidding) ends|auktion|sluit|拍卖时间|起拍价|schätzpreis|huidig bod|current bid|submission deadline|"
    rf"(?:abstracts|papers|submissions|proposals) due|einreichfrist|date limite|征文截止|deadline){_WHEN}|"
    r"^(?:dir\.|directed by|réalisé par) |^(?:yönetmen|regie|regia|режисс[её]р|导演|導演|監督|감독) ?[:・]"
)
# The number of an article of help, or what it is about.
_NUMBERED: Final = (
    r"^(?:article id|applies to|文章编号) ?:|"
    rf"^(?:was this (?:article )?helpful|war dieser artikel hilfreich|本文是否有帮助){WORD_END}"
)
_OWN: Final = pl.col("folded").str.contains(
    f"{_ASKED}|{PLEDGED}|{_SHOWN}|{_NUMBERED}|{_STEPS}|{_STARTED}|{_EDITED}|{_SORTED}|{_TERMS}|{_HIRED}|{_HELD}|{INSTALLED.pattern}|{_COOKED}|{ENTRY}|{EDITED}"
)
# The tabs of a wiki, two in a row.
_TAB: Final = pl.col("folded").str.contains(
    r"^(?:artikel|article|artículo|статья|bài viết|条目|條目|voce|artigo|문서|ページ|ノート|diskussion|discussion|"
    r"discusión|talk|обсуждение|thảo luận|讨论|討論|토론|lesen|read|lire|leer|читать|đọc|阅读|閲覧|bearbeiten|edit|"
    r"modifier|editar|править|sửa đổi|编辑|編集)$"
)
# The stars and the number of reviews of one thing.
_RATED: Final = re.compile(
    r"^[0-5][.,][0-9](?: ?(?:/ ?5|out of 5(?: stars)?|stars?|sterne|étoiles))?$|"
    r"^[0-9]{1,2}[.,][0-9] ?(?:分|综合评分|/ ?10)$|^[0-9][0-9., ]*(?:人做过|人评价|条评价|件のレビュー|개의? 후기)$|"
    r"^\(?[0-9][0-9., ]* ?(?:reviews?|ratings?|avis|opiniones|bewertungen|recensioni|avaliações|отзыв(?:а|ов)?)\)?$"
)
# A price, and the lines below one in which a page that sells one thing has no other.
_PRICE: Final = re.compile(
    r"^(?:price:? ?|now |from |our price:? ?|价格:? ?|售价:? ?)?(?:us)?[£$€¥￥₹] ?[0-9][0-9.,]*$|"
    r"^[0-9][0-9.,  ]*\s?(?:€|원|円|zł|kr|₽|руб\.?|₫|tl)$"
)
_ALONE: Final = 8
# What follows an entry in the sentence that defines it; articles before it.
_ARTICLE: Final = re.compile(r"^(?:the|an?|der|die|das|les?|la|une?|el|los|las|il|lo|os?) ")
_DEFINES: Final = re.compile(
    r" ?[(\[—–-]| (?:is|are|was|were|ist|sind|war|est|sont|es|son|è|é|är|er|jest|là) |"
    r"(?:是|为|為|とは|は[、,]?|은 |는 )"
)
# Lines above a sentence in which its entry is (or a menu is taken for the start of the article), and maximum characters
# of an entry.
_ABOVE, _LONGEST_ENTRY = 4, 48
# Characters of the sentence in which it is defined: an article, the entry, and what follows it.
_DEFINED: Final = 80


def own_furniture(pages: Pages) -> Ints:
    """Return the rows near the start of each article that only pages of its kind print."""
    here, opening = np.arange(len(pages.lines)), pages.opening[pages.document]
    high = (here >= opening - _HIGH) & (here <= opening + _ABOVE + _BELOW) & (pages.chars <= _LONGEST)
    priced, tabs = pages.holding(_PRICE, high & (pages.lines["digit"].to_numpy() > 0)), pages.holding(_TAB, high)
    alone = _alone(priced, len(here))
    # A rating and its reviews may be one below the other.
    rated = pages.holding(_RATED, high & (pages.lines["digit"].to_numpy() > 0))
    rated = _alone(rated[np.diff(rated, prepend=-_ALONE) > _BELOW], len(here))
    heads = pages.once(post_heads)
    return np.unique(
        np.concatenate([pages.holding(_OWN, high), alone, rated, tabs[np.isin(tabs + 1, tabs)], heads[high[heads]]])
    )


def _alone(rows: Ints, end: int) -> Ints:
    """Return the rows with no other of them within a few lines."""
    apart = np.diff(rows, prepend=-_ALONE, append=end + _ALONE) >= _ALONE
    return rows[apart[1:] & apart[:-1]]


def is_above_own(pages: Pages, rows: Ints) -> Flags:
    """Return which rows (ascending) are the last candidate above the first furniture of their page's own kind."""
    own, document = pages.once(own_furniture), pages.document[rows]
    fits = (pages.weight[rows] >= _LEAST) & (pages.cue[rows] < 0) & ~pages.meta[rows] & ~pages.closed(".。।۔")[rows]
    fits &= (rows <= pages.opening[document] + _ABOVE) & ~pages.mask(own)[rows]
    fits &= np.append(own, len(pages.lines) + _BELOW)[np.searchsorted(own, rows, "right")] - rows <= _BELOW
    fits &= ~is_menu_word(pages, rows)
    fits[fits] = [COMPANY.search(line) is None for line in pages.texts(rows[fits])]
    below = [pages.mask(rows[fits])[own - step] & (own - step >= pages.first[pages.document[own]]) for step in _NEXT]
    first = pages.earliest(own[np.any(below, axis=0)], pages.last)[document]
    found = fits & (first - rows >= 1) & (first - rows <= _BELOW) & (first < pages.last[document])
    # Of two lines above the furniture the nearer one, unless that is the deck of a post.
    both = found[1:] & found[:-1] & (document[1:] == document[:-1])
    deck = both & (np.diff(rows) == 1) & np.isin(rows[1:] + 1, pages.once(post_heads)) & _begins(pages, rows[:-1])
    # What is much shorter than the line below it names a section.
    deck &= _SECTION * pages.chars[rows[:-1]] >= pages.chars[rows[1:]]
    found[:-1] &= ~both | deck
    found[1:] &= ~deck
    return np.asarray(found)


def is_below_own(pages: Pages, rows: Ints, above: Flags) -> Flags:
    """Return which rows are own furniture right below one of those that are `above` theirs."""
    heads = rows[above]
    found: Flags = pages.mask(pages.once(own_furniture))[rows] & np.any(
        [np.isin(rows - n, heads) for n in _NEXT], axis=0
    )
    return found


def is_menu_word(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a word below a word, or of two letters, in a script without blanks: of a menu, a button."""
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    longer = np.maximum(pages.chars[rows], pages.chars[above])
    brief = pages.chars[rows] <= _BUTTON
    return np.asarray((brief | ((longer <= _WORD) & (above < rows))) & ~pages.is_ascii[rows])


def _begins(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first of their page, or below a label or notice of it."""
    above = np.maximum(rows - 1, 0)
    found: Flags = (pages.cue[above] >= 0) | (pages.lines["notice"].to_numpy()[above] >= 0)
    found |= rows == pages.first[pages.document[rows]]
    return found


def is_defined(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the entry that the first sentence of their page defines, a few lines below."""
    opening = pages.opening[pages.document[rows]]
    found = (rows < opening) & (opening - rows <= _ABOVE) & (opening < pages.last[pages.document[rows]])
    found &= (pages.chars[rows] <= _LONGEST_ENTRY) & (pages.cue[rows] < 0)
    sentences = pages.picked(opening[found]).str.head(_DEFINED).to_list()
    lines = zip(pages.texts(rows[found]), sentences, strict=True)
    found[found] = [_defines(_ARTICLE.sub("", sentence), _ARTICLE.sub("", entry)) for entry, sentence in lines]
    return found


def _defines(sentence: str, entry: str) -> bool:
    return sentence.startswith(entry) and bool(_DEFINES.match(sentence, len(entry)))
