"""What stands behind a label: the same question with another answer, or another item's number, is no copy."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.template_texts.gaps import gaps_of
from audit.measure.duplication.template_texts.kinds import have_nearly_the_same, particles
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE, LETTERS, codes_of, fold
from audit.measure.duplication.tokens.hashing import ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Maximum words of an item: in a longer text such a word may stand anywhere.
LONGEST: Final = 200
# Common words between a label and the first difference: the answer is, because the.
_SHARED: Final = 2
# Other words in the question. In a copy with edits all over, one of which is by chance behind such a word, there are
# more before it.
_MOST_BEFORE: Final = 1
_LABELS: Final = (
    "answer", "correct", "solution", "richtig", "antwort", "lösung", "réponse", "respuesta", "solución", "risposta",
    "soluzione", "resposta", "antwoord", "svar", "odpowiedź", "ответ", "відповідь", "cevap", "đáp án", "trả lời",
    "jawaban", "الجواب", "الإجابة", "پاسخ", "उत्तर", "答案", "答え", "正解", "解答", "정답",
)  # fmt: skip
# Labels of the number of a thing, such as of an article for sale, an order or a file.
NUMBERED: Final = (
    "item", "item no", "item number", "product code", "product no", "product number", "barcode", "ean", "gtin", "upc",
    "sku", "article no", "part no", "model", "order no", "lot", "isbn", "reference", "ref", "serial no",
    "artikelnummer", "produktnummer", "produktcode", "strichcode", "artikel nr", "art nr", "bestellnummer", "modell",
    "los", "aktenzeichen", "rechnungsnummer", "réf", "référence", "code barres", "code produit", "modèle",
    "facture n", "referencia", "modelo", "factura", "código de barras", "codice", "codice a barre", "articolo",
    "código", "артикул", "модель", "заказ", "货号", "编号", "型号", "款号", "单号", "货品号", "商品条码", "条码",
    "条形码", "商品编码", "品番", "型番", "商品番号", "商品コード", "バーコード", "상품코드", "바코드", "注文番号",
    "상품번호", "품번", "모델명", "주문번호", "예약번호", "رقم",
)  # fmt: skip
_LEAST_DIGITS: Final = 2
# Labels of what variants of a thing differ in.
VARIED: Final = (
    "price", "size", "colour", "color", "in stock", "weight", "material", "preis", "größe", "farbe", "gewicht",
    "prix", "taille", "couleur", "precio", "talla", "prezzo", "taglia", "colore", "preço", "tamanho", "цена",
    "размер", "цвет", "售价", "价格", "单价", "颜色", "尺码", "尺寸", "规格", "库存", "価格", "サイズ", "カラー",
    "色", "가격", "색상", "사이즈",
)  # fmt: skip
# Labels of who owns a text, in its first words: licences are alike, while sites print such a line below a copy.
OWNED: Final = (
    "copyright", "copyright c", "copr", "版权所有", "版權所有", "著作权", "著作權", "著作権", "저작권",
)  # fmt: skip
_HEAD: Final = 16


def have_other_answers(texts: MarkedTexts, gaps: Gaps, count: int) -> Bools:
    """Return which of `count` pairs of texts differ right behind the label of an answer, and hardly before it.

    Misspellings and numbers are no differences, nor is what sites put before a text.
    """
    is_answer = (gaps.size > 0) & (gaps.other_size > 0) | _go_on(gaps)
    is_answer[is_answer] = _are_labelled(texts, gaps, np.flatnonzero(is_answer), _LABELS)
    is_answer[is_answer] = ~are_misspelt(texts, gaps, np.flatnonzero(is_answer))
    if is_answer.any():
        is_answer &= _before(gaps, _are_of_words(texts, gaps)) <= _MOST_BEFORE
    found: Bools = np.bincount(gaps.pair[is_answer], minlength=count) > 0
    return found


def have_other_numbers(texts: MarkedTexts, gaps: Gaps, is_number: Bools, count: int) -> Bools:
    """Return which of `count` pairs of texts have different numbers right behind the label of a thing's number.

    `is_number` are the gaps with a number on both sides that is not misread.
    """
    is_other, last = is_number.copy(), len(texts.marks) - 1
    for place in (gaps.first, gaps.second):
        marks = texts.marks[np.minimum(place, last)]
        is_other &= ((marks & FIGURE) > 0) & (np.bitwise_count(marks & LETTERS) >= _LEAST_DIGITS)
    is_other[is_other] = _are_labelled(texts, gaps, np.flatnonzero(is_other), NUMBERED)
    found: Bools = np.bincount(gaps.pair[is_other], minlength=count) > 0
    return found


def have_other_owners(texts: MarkedTexts, gaps: Gaps, sides: tuple[Ints, Ints]) -> Bools:
    """Return which pairs of texts, whose two are `sides`, begin with copyright lines of other owners or years."""
    is_owner = (gaps.size > 0) & (gaps.other_size > 0)
    names = texts.before(CAPITAL | FIGURE)
    for first, size, side in ((gaps.first, gaps.size, sides[0]), (gaps.second, gaps.other_size, sides[1])):
        is_owner &= (first - texts.bounds[side[gaps.pair]] < _HEAD) & (names[first + size] > names[first])
    is_owner[is_owner] = _are_labelled(texts, gaps, np.flatnonzero(is_owner), OWNED)
    some = np.flatnonzero(is_owner)
    is_year = texts.marks[gaps.first[some]] & texts.marks[gaps.second[some]] & FIGURE > 0
    is_owner[some] = is_year | ~are_misspelt(texts, gaps, some)
    found: Bools = np.bincount(gaps.pair[is_owner], minlength=len(sides[0])) > 0
    return found


def have_other_values(texts: MarkedTexts, first: Ints, second: Ints, *, is_article: bool) -> Bools:
    """Return which pairs of texts differ right behind the label of a thing's price, size or the like, or its number.

    Publishing systems number their articles as shops do their goods, so of an article the number does not count.
    """
    gaps = gaps_of(texts, first, second, particles())
    is_value = (gaps.size > 0) & (gaps.other_size > 0)
    labels = VARIED if is_article else NUMBERED + VARIED
    is_value[is_value] = _are_labelled(texts, gaps, np.flatnonzero(is_value), labels)
    found: Bools = np.bincount(gaps.pair[is_value], minlength=len(first)) > 0
    return found


def _are_of_words(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return which gaps inside the common part are neither misspellings nor numbers of both sides."""
    figures = texts.before(FIGURE)
    own, other = (figures[a + n] > figures[a] for a, n in ((gaps.first, gaps.size), (gaps.second, gaps.other_size)))
    found: Bools = (gaps.edge == 0) & ~(own & other)
    some = np.flatnonzero(found & (gaps.size > 0) & (gaps.other_size > 0))
    found[some] = ~are_misspelt(texts, gaps, some)
    return found


def _before(gaps: Gaps, chosen: Bools) -> Ints:
    """Return how many chosen gaps of its pair are before each gap."""
    before = starts_of(chosen)
    counts: Ints = before[:-1] - before[np.searchsorted(gaps.pair, gaps.pair)]
    return counts


def _go_on(gaps: Gaps) -> Bools:
    """Return which gaps are followed by another: one of two answers has words before a word of both."""
    is_next = (gaps.pair[1:] == gaps.pair[:-1]) & (gaps.first[1:] - (gaps.first + gaps.size)[:-1] <= _SHARED)
    found: Bools = np.append(is_next, np.zeros(min(1, len(gaps.pair)), np.bool_))
    return found


def are_misspelt(texts: MarkedTexts, gaps: Gaps, some: Ints) -> Bools:
    """Return which of some gaps have as many words on both sides, most of them with nearly the same letters."""
    found: Bools = gaps.size[some] == gaps.other_size[some]
    size = gaps.size[some[found]]
    if len(size):
        sides = (texts.marks[ranges(first[some[found]], size)] & LETTERS for first in (gaps.first, gaps.second))
        found[found] = 2 * np.add.reduceat(have_nearly_the_same(*sides), starts_of(size)[:-1]) > size
    return found


def _are_labelled(texts: MarkedTexts, gaps: Gaps, some: Ints, labels: tuple[str, ...]) -> Bools:
    """Return which of some gaps follow one of these labels on both sides, at most _SHARED tokens behind it."""
    first, second, found = gaps.first[some], gaps.second[some], np.zeros(len(some), np.bool_)
    words, lasts = _codes(labels)
    for between in range(_SHARED + 1):
        one, other = first - between, second - between
        # Hardly a gap stands behind the last word of any label.
        last = texts.codes[np.maximum(one, 1) - 1]
        near = np.flatnonzero(last == texts.codes[np.maximum(other, 1) - 1])
        near = near[np.isin(last[near], lasts)]
        for label in words if len(near) else ():
            found[near] |= _precedes(texts, one[near], label) & _precedes(texts, other[near], label)
    return found


def _precedes(texts: MarkedTexts, ends: Ints, label: U32) -> Bools:
    """Return whether the tokens before each of `ends` are those of a label."""
    starts = ends - len(label)
    found: Bools = starts >= 0
    for nth, code in enumerate(label):
        found &= texts.codes[np.maximum(starts, 0) + nth] == code
    return found


@lru_cache(maxsize=4)
def _codes(labels: tuple[str, ...]) -> tuple[tuple[U32, ...], U32]:
    """Return the tokens of each label, and the last of each."""
    words = tuple(codes_of(fold([label])) for label in labels)
    return words, np.unique([word[-1] for word in words])
