"""Classes of values of which forms hold one or another: days of the week, colours, directions, numbers in words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.tokens.fold import codes_of, fold
from audit.measure.duplication.tokens.hashing import ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Ints

# A class a line. An edit puts a word of the same class in place of one by a very rare chance. Left out are words with
# another use ("one", "may", "mars") and those that copies in other words have for each other ("grey", "gray").
_CLASSES: Final = (
    (
        "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
        "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado "
        "domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag "
        "zaterdag zondag понедельник вторник среду четверг пятницу субботу воскресенье poniedziałek wtorek środę "
        "czwartek piątek sobotę niedzielę"
    ),
    (
        "january february april june july august september october november december januar februar april juni juli "
        "august september oktober november dezember janvier février avril juin juillet août septembre octobre "
        "novembre décembre enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio "
        "febbraio aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля мая июня июля "
        "августа сентября октября ноября декабря"
    ),
    (
        "red blue green yellow white black brown grey violet purple orange pink beige rot blau grün gelb weiß schwarz "
        "braun rouge bleu vert jaune blanc noir rojo azul verde amarillo blanco negro красный синий зелёный жёлтый "
        "белый чёрный"
    ),
    "红 蓝 绿 白 黑 灰 棕 黄 紫 橙 粉 紅 藍 綠 黃",
    (
        "north south east west north-east north-west south-east south-west northeast northwest southeast southwest "
        "northerly southerly easterly westerly northeasterly northwesterly southeasterly southwesterly norden süden "
        "osten westen nord sud est ouest norte sur este oeste"
    ),
    "东 南 西 北 東",
    "晴 阴 云 雨 雪 雾 陰 雲 霧",
    (
        "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn "
        "elf zwölf deux trois quatre cinq sept huit dix dos tres cuatro cinco seis siete ocho nueve diez"
    ),
)


def classes_of(texts: MarkedTexts, first: Ints, size: Ints) -> U32:
    """Return a set of classes, a bit each, of the tokens from each of `first` on; `size` is at least one."""
    codes, classes = _table()
    tokens = texts.codes[ranges(first, size)]
    places = np.minimum(np.searchsorted(codes, tokens), len(codes) - 1)
    found: U32 = np.bitwise_or.reduceat(np.where(codes[places] == tokens, classes[places], 0), starts_of(size)[:-1])
    return found


@lru_cache(maxsize=1)
def _table() -> tuple[U32, U32]:
    """Return the codes of all words, ascending, and the bit of the class of each."""
    listed = [codes_of(fold([words])) for words in _CLASSES]
    codes, at = np.unique(np.concatenate(listed), return_index=True)
    bits = np.repeat(np.uint32(1) << np.arange(len(listed), dtype=np.uint32), [len(words) for words in listed])
    return codes, bits[at]
