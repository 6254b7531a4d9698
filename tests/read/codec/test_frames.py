"""Tables framed with the lines of DOS are read in its code pages, with double lines as with light ones."""

import pytest

from audit.read.codec.decode import decode

DOUBLE = str.maketrans("┌─┬┐│├┼┤└┴┘", "╔═╦╗║╠╬╣╚╩╝")
TABLES = {
    "cp437": (("Name", "Year"), ("Miller", "1912"), ("Baker", "1915")),
    "cp850": (("Straße", "Höhe"), ("Übergang", "12"), ("Brücke", "8")),
    "cp852": (("Příjmení", "Věk"), ("Novotný", "41"), ("Růžička", "37")),
    "cp866": (("Имя", "Счёт"), ("Ольга", "12"), ("Пётр", "7")),
    "cp737": (("Όνομα", "Έτος"), ("Ελένη", "1912"), ("Νίκος", "1915")),
    "cp862": (("שם", "עיר"), ("דוד", "חיפה"), ("רות", "לוד")),
}
SILENT = {
    "a row of one kanji": ("様様様様様、皆様方、お客様各位\n田中様、鈴木様、佐藤様\n", "euc_jp"),
    "a rule of two bytes": ("════════════════\n　　通知：明天停水\n════════════════\n", "gb18030"),
    "a row of one letter": ("Ннннннет! — закричал он. Ооооо, как же это было давно, ыыыы\n", "cp1251"),
}


def framed(rows: tuple[tuple[str, str], ...]) -> str:
    rule = "─" * 12
    lines = [f"│ {one:<10} │ {two:<10} │" for one, two in rows]
    return "\n".join((f"┌{rule}┬{rule}┐", lines[0], f"├{rule}┼{rule}┤", *lines[1:], f"└{rule}┴{rule}┘", ""))


@pytest.mark.parametrize("codec", TABLES)
def test_frames_of_light_and_double_lines_are_read(codec: str) -> None:
    light = framed(TABLES[codec])
    for text in (light, light.translate(DOUBLE)):
        assert decode(text.encode(codec)).text == text


def test_bars_of_blocks_and_rules_are_read() -> None:
    bars = "Température à Orléans\njanvier  ████░░░░░░ 4°\nfévrier  █████░░░░░ 5°\naoût     ██████████ 25°\n"
    rule = f"{'═' * 40}\n  README for the program\n{'═' * 40}\nUnpack the archive and start the setup.\n"
    for text in (bars, rule):
        assert decode(text.encode("cp437")).text == text


@pytest.mark.parametrize("name", SILENT)
def test_what_has_the_bytes_of_a_frame_is_none(name: str) -> None:
    text, codec = SILENT[name]
    assert decode(text.encode(codec)).text == text
