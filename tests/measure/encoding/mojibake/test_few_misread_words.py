"""Texts of which only a few words are misread: the rest says in which language they must be words."""

from __future__ import annotations

import pytest

from tests.measure.encoding.mojibake.test_every_pair import misread, mojibake

# The right codec, the wrong one, and a text of which few words differ in them.
TEXTS = {
    "capitals and one small letter of Cyrillic": ("cp1251", "mac-cyrillic", "Очень многие читатели пишут нам письма."),
    "the same letter at the end of words": ("cp1251", "mac-cyrillic", "Эти полки нужны для книг из нашей библиотеки."),
    "a capital for it": ("mac-cyrillic", "cp1251", "Эти полки нужны для книг, а стулья для гостей."),
    "an accent before a letter as one character": ("cp1252", "gb18030", "Das Boot liegt über Nacht am Steg."),
    "two accents as one character": ("cp1252", "gb18030", "Er is één boot die elke avond naar het eiland vaart."),
    "an accent beside sound ones": ("cp1250", "cp1252", "Velmi důležité zprávy, které básník nikdy nenapíše."),
    "a short word twice": ("utf-8", "cp950", "Båten ligger på land hele vinteren, og katten sover på dekket."),
    "a letter twice in one short word": ("cp1252", "mac-roman", "Er ligt nog één boot aan de steiger van het eiland."),
    "two sequences in one short word": ("utf-8", "mac-roman", "Er ligt nog één boot aan de steiger van het eiland."),
    "accents that leave a word short": ("cp1252", "cp437", "La barque réparée est décolorée, et le quai désert."),
    "quotes beside one word": ("mac-roman", "cp1252", "Vê a secção “Barcos” da lista e a secção “Redes”."),
    "one letter in and behind words": ("mac-cyrillic", "cp1251", "Лодка качается, появляющееся солнце её греет."),
    "joined words": ("cp1256", "cp1251", "قايق‌هاي کوچک کنار اسکله مي‌مانند، و ماهيگيران خانه مي‌روند."),
    "letters that are short words elsewhere": ("cp1253", "cp1251", "και μετά τα σκάφη φεύγουν για το νησί"),
}


@pytest.mark.parametrize(("right", "wrong", "text"), TEXTS.values(), ids=TEXTS)
def test_a_few_words_of_the_language_of_the_rest_are_found(right: str, wrong: str, text: str) -> None:
    assert mojibake(misread(text, right, wrong), text) == [1, 0]


def test_words_that_lost_bytes_say_nothing() -> None:
    text = "Siedzą na ławce i wiedzą, że cały dzień będą się bawić z psem."
    assert "\ufffd" not in misread(text, "utf-8", "cp932")
    assert mojibake(misread(text, "utf-8", "cp932")) == [1]
    assert mojibake("le livre et les instructions " + misread("nécessaires ", "utf-8", "cp950") + "\ufffd\ufffd") == [1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Билет стоит 15€ или 20 €, для детей 5€, а взрослым дороже.", id="prices"),
        pytest.param("≈сто лодок — и «—нет», сказал он, — стоят у причала.", id="signs before words"),
        pytest.param("De ÄÄ is een riviertje, en ‚‚n is een schrijffout in een oud boek", id="doubled letters"),
        pytest.param("ﾌﾘｺﾐ ｼｽﾃﾑ ﾌﾘｺﾐ ﾌﾘｺﾐ 12,000円", id="an entry of an account"),
        pytest.param("Ò dunque il vento, Ó la pioggia: così dice la ballata", id="exclamations"),
        pytest.param("注音：ㄓㄨㄥ ㄍㄨㄛˊ ㄖㄣˊ ㄇㄧㄣˊ ㄒㄩㄝˊ ㄒㄧˊ", id="syllables"),
        pytest.param("Ќе дојдат ѕвезди и ѕидови, ќерката е дома.", id="Macedonian letters"),
        pytest.param("Ёлка, Ёжик и Эльза пошли в лес, а Я остался.", id="Russian capitals"),
        pytest.param("Der x光 und das 漢字 für Boot, die T恤 und das 卡拉OK am Steg", id="hanzi beside Latin letters"),
        pytest.param("Het teken 殚 staat naast 一 en de n维 ruimte in dit boek", id="hanzi in a Dutch text"),
        pytest.param("Příliš žluťoučký kůň úpěl ďábelské ódy", id="Czech as it is"),
        pytest.param("Una tazza di 癡 e un'altra di 癡, dice il maestro di calligrafia", id="the same hanzi again"),
    ],
)
def test_what_looks_like_it_is_silent(text: str) -> None:
    assert mojibake(text) == [0]
