"""Facts of the thing that a page offers: lines of a label and a value, such as the salary of a job.

They are short, without grammatical words and full of digits, as furniture is; among others of their kind, next to a
description, they belong to it. Member cards of forums, contacts in a footer and counts of readers have the same form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.reader_notices import NONE
from audit.parser.tables import patterns
from audit.parser.tables.line_cues import CUES, FURNITURE, LABELS, OFFERS, RELATED
from audit.parser.tables.other_days import OPEN, WEEKDAY
from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

_BULLET: Final = "^(?:[•·*-] ?)?"
WORD: Final = r"[^\s:.!?。，,;/|@#\d]+"
# A label of at most three words without digits, and a value: 净重:268g, Closing date: 12 October, 【成份】桔梗.
_FACT: Final = re.compile(rf"{_BULLET}{WORD}(?: {WORD}){{0,2}} ?: ?[^\s/]|^【[^】]{{2,12}}】\S")
_LABEL: Final = re.compile(r"^(?:[•·*-] ?)?([^:】]{1,60}?) ?[:】]")
# At least three facts between bars: CPU: Intel Core i5 | RAM: 8GB | Disk: 128GB; and maximum characters of such a row.
_CELL: Final = rf"{WORD}(?: {WORD}){{0,2}} ?: ?[^|\s][^|]{{0,80}}"
_ROW: Final = re.compile(rf"^{_CELL}(?:\| ?{_CELL}){{2,}}$")
_ROW_LONGEST: Final = 400
# The price needs no other facts around it, and often has no colon.
_PRICE: Final = re.compile(
    r"^(?:价格|售价|现价|到手价|價格|価格|가격|price|preis|prix|precio|preço|prezzo|цена|prijs|cena|fiyat|giá|السعر)"
    r"(?: from| ab)? ?:? ?[^\s\w]{0,2} ?\d"
)
# Maximum characters of a fact, and its letters: a headline that names its topic (Crime: How …) is longer.
_LONGEST, _LETTERS = 80, 45
# Labels of the page, not of the thing.
FRAME: Final = re.compile(
    rf"{_BULLET}(?:(?:page |total )?views?|hits|(?:popular )?tags?|topics?|(?:filed )?(?:under|in)|categor(?:y|ies)|"
    r"posted(?: \w+)?|comments?|share|follow|joined|messages|posts|likes|replies|threads|registered|subtotal|"
    r"(?:last )?(?:post|seen|edited|updated)|(?:fact.?checked |reviewed |written )?by|authors?|source|credit|photo|"
    r"image|related|read|see|more|also|(?:next|previous)(?: \w+)?|tel|phone|telephone|fax|e-?mail|address|hotline|"
    r"contact|call|visit|discover|meet|faq|podcast|video|follow us|copyright|sign up|warning|note|online|live|"
    r"you are here|search|sort(?: by)?|show|filter|language|selected page|free \w+|baca juga|bron|schlagw\w+|themen|"
    r"kategorien?|quelle|foto|telefon|telefax|étiquettes|catégories?|partager|etiquetas|categorías?|compartir|fuente|"
    r"теги|рубрика|источник|просмотров|автор|телефон|(?:您|你)?(?:的?(?:现在|当前|所在)的?)?位置|来源|來源|作者|"
    r"编辑|責任編輯|责任编辑|责编|审核|校对|标签|標籤|关键[词字]|分类|所属分类|浏览(?:次数|量)?|点击(?:数|次数|量)?|"
    r"阅读(?:数|次数|量)?|人气|评论|分享(?:到|至)?|上一[篇条页]|下一[篇条页]|字号|字体|发布(?:时间|日期|者|人)?|"
    r"发表(?:时间|于)?|电话|传真|邮编|邮箱|地址|热线|主办|承办|主管|协办|技术支持|备案号?|网址|网站标识码|版权|微信|"
    r"qq|関連|カテゴリー?|タグ|出典|投稿日|更新日|태그|카테고리|출처|입력|수정) ?[:】]"
)
# The heading of a shop's terms, which all that it sells share: two kinds of them, or their policy.
_TERM: Final = r"(?:shipping|delivery|returns?|refunds?|exchanges?|warranty|payments?|privacy|cookies?)"
_TERMS: Final = re.compile(
    rf"(?:free |fast |standard |our )?{_TERM}(?:(?: ?[,&/+] ?| and )+{_TERM})*(?: ?(?:[&/]|and) ?{_TERM}| policy)|"
    r"versand (?:&|und) \w+|livraisons? (?:&|et) retours?|envíos? y devoluci\w+|spedizion[ei] e res[io]|"
    r"доставка и (?:оплата|возврат)|(?:配送|送料|返品)(?:・(?:送料|返品|交換))*について|"
    r"배송(?:[ /·]?(?:교환|반품))* 안내|"
    r"(?:物流|配送|退换货|退货|售后|隐私)[与和及]?(?:配送|退货|退换货?|政策|说明|保障|须知)"
)
# What has one of these is a price: several are of several offers.
PAID: Final = r"[$€£¥₩₽₹₺]|\d ?(?:円|元|원|kr|zł|руб|chf|eur|usd)"
# Headings of the sections of a text.
_HEADINGS: Final = phrases("furniture", "section_headings")
# Minimum letters of a description above it.
_DESCRIPTION: Final = 40
# Maximum characters of a line on when a place is open or closed, or of its heading.
_OPENING: Final = 40
# Minimum different labels of a page, rows to a description, and letters of that.
_FEWEST, _REACH, _SAID = 3, 15, 20
_PAIR: Final = 2
# Post marks from which a page is a thread.
POSTS: Final = 3
_OTHER_CUES: Final = tuple(i for i in FURNITURE if not CUES[i].lone)
# Maximum letters of a heading, minimum of the sentence below it, and of what follows the word that a page's label
# begins with.
_HEADING, _PARAGRAPH, _FURTHER = 60, 25, 3
# Maximum characters of a heading by its words, and the marks around it.
_NAMED, _MARKS = 24, " :¶#.[]【】"
# How a letter greets its readers, in characters at most.
_GREETING, _GREETED = patterns("correspondence")["greeting"], 60
_ABOUT: Final = ("about", "über", "à propos", "sobre", "关于")


def is_fact(rows: Rows, content: Flags, claimed: Flags, mark: Flags) -> Flags:
    """Return which lines not in `content` are facts next to others, near a description and above other articles.

    `claimed` lines say that they are furniture; `mark` flags the lines that mark a post of a thread.
    """
    documents, told = rows.documents, _labelled(rows) & ~rows.with_cue(_OTHER_CUES) & ~claimed
    beside = documents.shifted(told, 1, otherwise=False) | documents.shifted(told, -1, otherwise=False)
    likely = rows["chars"] <= _LONGEST
    price = rows.matching("folded", _PRICE, ~content & likely & (rows["digit"] > 0) & documents.any(told))
    described = documents.near(content & rows["sentence"] & (rows.letters >= _SAID), _REACH)
    placed = described & (documents.above(rows.with_cue(RELATED)) == 0) & (documents.total(mark) < POSTS)
    found: Flags = ((told & beside) | price) & (_different(rows, told) >= _FEWEST)
    found |= _in_pairs(rows, claimed) | _in_runs(rows, claimed)
    found |= _is_open(rows, claimed) & (documents.above(content & rows["sentence"]) == 0)
    found &= placed
    found |= _in_bars(rows, claimed) & described & (documents.total(mark) < POSTS)
    return found & ~content


def _in_pairs(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines are labels and values in turn, on lines of their own: every second one has a number and unit.

    Where all numbers are days, counts or prices, the other lines are headlines, categories or other offers.
    """
    short = ~claimed & ~rows["sentence"] & (rows["chars"] <= _NAMED) & ~rows["twin"] & (rows.cue < 0)
    value = short & _has_unit(rows)
    paid = rows.matching("folded", PAID, value)
    label = short & (rows["digit"] == 0)
    here = rows.documents.here
    found = np.zeros(len(claimed), np.bool_)
    for turn in range(_PAIR):
        fits = np.where(here % _PAIR == turn, label, value | label)
        runs = Segments.of(rows.documents.first, fits)
        values = runs.total((here % _PAIR != turn) & value & ~rows["dated"] & ~paid)
        found |= fits & (values >= _FEWEST) & (2 * _PAIR * values >= runs.size)
    return found


def _in_bars(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines are a row of facts between bars, none of which is the page's: editions, contacts, days."""
    likely = ~claimed & (rows["bars"] >= _PAIR) & (rows["chars"] <= _ROW_LONGEST)
    told = rows.matching("folded", _ROW, likely)
    here = np.flatnonzero(told)
    own = [not any(map(FRAME.match, line.replace("| ", "|").split("|"))) for line in rows.texts(here)]
    told[here] = np.array(own, np.bool_)
    return told


def _has_unit(rows: Rows) -> Flags:
    """Return which lines have a number and something that it counts."""
    units = rows["chars"] - rows["digit"] - rows["space"]
    found: Flags = (rows["digit"] > 0) & (units > rows["pauses"] + rows["stops"])
    return found


def _in_runs(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines are quantities of different things one below the other: 3 bedrooms, 1 bath, 85 m².

    Sizes, prices and numbers of pages to choose from are of one thing, and counts of a menu's entries are behind these.
    """
    value = ~claimed & ~rows["sentence"] & (rows["chars"] <= _NAMED) & (rows.cue < 0) & _has_unit(rows)
    value &= ~rows["dated"] & (rows["notice"] == NONE) & rows.begins_with_digit
    runs = Segments.of(rows.documents.first, value)
    value &= runs.size >= _FEWEST
    here = np.flatnonzero(value)
    if not len(here):
        return np.zeros_like(claimed)
    things = rows.picked(here).str.replace_all(r"[\d.,]+", "")
    table = pl.DataFrame({"document": rows.documents.first[here], "thing": things})
    value[here] = (table.select(pl.len().over("document", "thing")).to_series() == 1).to_numpy()
    runs = Segments.of(rows.documents.first, value)
    found: Flags = value & (runs.size >= _FEWEST)
    return found


def _is_open(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines say when a place is open, with the heading above and the days on which it is closed below."""
    documents, short = rows.documents, ~claimed & (rows["chars"] <= _OPENING)
    hours = rows.matching("folded", OPEN, short & (rows["digit"] > 1) & ~rows["dated"])
    if not hours.any():
        return hours
    beside = documents.shifted(hours, 1, otherwise=False)
    heading = documents.shifted(hours, -1, otherwise=False) & short & ~rows["sentence"] & (rows["digit"] == 0)
    closed = beside & rows.matching("folded", WEEKDAY, short & beside)
    found: Flags = hours | heading | closed
    return found


def is_heading(rows: Rows, content: Flags) -> Flags:
    """Return which short lines not in `content` are headings above a sentence: Abstract, About the role, Dear all.

    A page's own label (About us) is the whole line, and its other labels are no headings of what is below.
    """
    documents, short = rows.documents, ~rows["sentence"] & (rows["weight"] <= _HEADING) & ~rows["twin"] & ~content
    numbers, words = rows.seen
    about = short & np.array([word in _ABOUT for word in words] + [False])[numbers] & rows.with_cue(LABELS)
    about &= rows["chars"] >= np.array([len(word) for word in words] + [0])[numbers] + _FURTHER
    below_fact = (
        short & (rows.cue < 0) & (rows["digit"] == 0) & documents.shifted(content & _labelled(rows), 1, otherwise=False)
    )
    said = content & rows["sentence"] & (rows.letters >= _PARAGRAPH)
    above = documents.shifted(said, -1, otherwise=False)
    placed = documents.above(rows.with_cue(RELATED)) == 0
    here = np.flatnonzero(above & ~content & (rows["chars"] <= _NAMED))
    named = np.zeros(len(content), np.bool_)
    named[here] = rows.picked(here).str.strip_chars(_MARKS).is_in(_HEADINGS).to_numpy()
    greeted = rows.matching(
        "folded", _GREETING, above & ~content & (rows["chars"] <= _GREETED) & rows.closed(",:，：،")
    )
    found: Flags = ((about | below_fact) & placed & above) | named | greeted
    return found


def is_terms(rows: Rows, content: Flags, claimed: Flags) -> Flags:
    """Return which lines are the heading of a shop's terms below a description, and the sentences right below it."""
    documents, offered = rows.documents, rows.documents.any(rows.with_cue(OFFERS) & claimed)
    above = documents.above(np.where(content & rows["sentence"], rows.letters, 0)) >= _DESCRIPTION
    asked = offered & above & ~rows["sentence"] & (rows["chars"] <= _NAMED * 2)
    asked &= documents.shifted(rows["sentence"], -1, otherwise=False)
    found = np.zeros(len(content), np.bool_)
    here = np.flatnonzero(asked)
    names = rows.picked(here).str.strip_chars(_MARKS + "?").to_list()
    found[here] = [bool(_TERMS.fullmatch(name)) for name in names]
    runs = Segments.of(documents.first, found, rows["sentence"])
    found |= rows["sentence"] & documents.shifted(found, 1, otherwise=False)[runs.first]
    return found


def _labelled(rows: Rows) -> Flags:
    """Return which lines are a label of a thing and a value."""
    return rows.once(_found)


def _found(rows: Rows) -> Flags:
    likely = rows.naming((":", "【"), (rows["chars"] <= _LONGEST) & (rows["weight"] <= _LETTERS))
    told = rows.matching("folded", _FACT, likely & ~rows["sentence"])
    return told & ~rows.matching("folded", FRAME, told)


def _different(rows: Rows, told: Flags) -> NDArray[np.int64]:
    """Return how many different labels the facts of each document have."""
    here = np.flatnonzero(told)
    labels = (match[1] if (match := _LABEL.match(line)) else "" for line in rows.texts(here))
    different = {*zip(rows.documents.first[here].tolist(), labels, strict=True)}
    counted = np.bincount(np.array([first for first, _ in different], np.int64), minlength=len(told))
    return counted[rows.documents.first].astype(np.int64)
