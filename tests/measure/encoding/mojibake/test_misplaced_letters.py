"""Letters that a codec with nearly the same letters shows where no word has them are found, jests and signs are not."""

from __future__ import annotations

from typing import Final

import pytest

from tests.measure.encoding.mojibake.test_every_pair import mojibake

DAMAGED: Final = (
    "Мы вышли рано, складыва€ вещи и бер€ с собой воду.",
    "¬ечером ƒети вернулись, и мать поставила чайник.",
    "Этот пакет ставитс€ только вместе с библиотекой, €вл€ющейс€ его частью.",
    "Первая страница была пустаЯ, а последнЯЯ порвана.",
    "Завтра придЮтсЯ переписать всё сначала.",
    "Ђвтор и Џётр вышли рано, ‚ера ушла поздно, Љлючи остались.",
    "Љаждый сам решает, длЯ чего ему книга.",
    "Kupili¶my du¿¹ ksi±żkę i map± okolicy, ale zgubili¶my tors±.",
    "Był± bardzo popularn± i lubian± nauczycielk±, więc płakali.",
)
HEALTHY: Final = (
    "Студия «ЗемлЯ» открыла новый магазин на улице Мира.",
    "Билет стоит 25€, а обед 10€за двоих.",
    "Љубав и Њега су биле на Џејмсовом концерту.",
    "Ћирилица и Ђоковић: њихова прича.",
    "Đenđeš, Đunđuš, Ђенђеш, Дьондьош, Дьёндьёш",
    "Ђержоњов, Джержоньов, Дзержонюв",
    "Џејмсбург, Джэймсбург, Джеймсбург",
    "Њиређхаза, Њиреѓхаза, Ниредхаза, Ниредьхаза",
    "Європа і Ємен підписали угоду.",
    "Он сказал: —пойдём домой, —и вышел.",
    "«вот так», “вот так” и „вот так“ пишут по-разному.",
    "Установка¶ и настройка¶ описаны в руководстве.",
    "ПрИвЕт ВсЕм, кТо ЧиТаЕт МоЙ дНеВнИк!",
    "Instalacja¶ i konfiguracja¶ są opisane w podręczniku.",
    "Ідэнтыфікатар друкаркі ўжо ўсталяваны.",
    "Немагчыма ўсталяваць злучэнне; паспрабуйце ўвечары ўвайсці ізноў.",
    "Тяньцзінь",
    "Нащадки ґаздів показали теґи «власний» і «чужий».",
    "Компания РосАгро и банк ПромСвет подписали договор.",
    "Średnia wynosi x±s, a błąd y±t.",
    "Zażółć gęślą jaźń, czyli ą, ę, ł i ż w jednym zdaniu.",
    "Účet činí 20µm a odchylka a±b je malá.",
)


@pytest.mark.parametrize("text", DAMAGED)
def test_two_misplaced_letters_are_found(text: str):
    assert mojibake(text) == [1]


@pytest.mark.parametrize("text", HEALTHY)
def test_signs_names_and_jests_are_not(text: str):
    assert mojibake(text) == [0]
