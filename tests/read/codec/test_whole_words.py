"""Letters of another script are evidence in words of their own only, not within Latin words or alone among them."""

import pytest

from audit.read.codec.decode import decode

WELSH = "Mae'r bobl yn byw yn y cwm ers blynyddoedd, a bydd pob plentyn yn mynd i'r ysgol fach ar y bryn bob dydd. "
ROMANSH = "Mintga carstgaun ha il dretg da viver en libertad e segirezza, ed ei ha adina in liug el cumin. "
LATIN = {
    "accents in an unknown language": (WELSH * 9 + "Y mae gwên ar wyneb y tân.", "cp1252"),
    "grave accents": ((ROMANSH + "Ella vò tgnir sèn e vègnir cun nus. ") * 9, "cp1252"),
    "guillemets": ("( « scroll forward » ) ", "cp437"),
    "a preposition": ("* Mettre à niveau (« upgrade »)", "cp1252"),
}
OTHERS = {
    "words of one letter": ("в /etc/rsyslog.conf ( $ModLoad imudp и $UDPServerRun 514 ).", "cp1251"),
    "a name in Latin letters": ("Установите Microsoft Windows Server", "cp1251"),
    "a short word": ("см. Debian GNU/Linux Installation Guide", "cp1251"),
    "no space between": ("ใช้Windowsได้ และ Linux ก็ได้", "cp874"),
    "a prefix": ("התקנת Debian GNU/Linux ב-Windows", "cp1255"),
}


@pytest.mark.parametrize("name", LATIN)
def test_letters_of_another_script_within_latin_words_are_accents_and_signs(name: str) -> None:
    text, codec = LATIN[name]
    found = decode(text.encode(codec))
    assert (found.text, found.passages) == (text, ())


@pytest.mark.parametrize("name", OTHERS)
def test_few_words_of_another_script_among_latin_ones_stay_what_they_are(name: str) -> None:
    text, codec = OTHERS[name]
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["cp1252", "mac-roman"])
def test_a_byte_that_dominates_is_the_apostrophe_of_its_system(codec: str) -> None:
    text = "Ja’ k’ujole ch’ayemal t’ojolaltik, sok k’uxi b’a jlugartik ti k’anuk. " * 9
    assert decode(text.encode(codec)).text == text


def test_letters_where_windows_has_its_quotes_are_none_if_more_open_than_close() -> None:
    text = "Bëná ca sënën tëmë 'icë quixun bëtsi racuë sinanti, uní 'aish cëmë a tanë ñëcë, uní racuë. " * 4
    found = decode(text.encode("mac-roman"))
    assert (found.text, found.encoding) == (text, "mac-roman")
