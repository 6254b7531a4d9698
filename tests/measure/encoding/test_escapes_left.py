"""Escapes of letters beyond ASCII that were never decoded, in every form that programs write."""

import quopri
from urllib.parse import quote, quote_plus

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding

TEXTS = {
    "zh": "村里的合作社打算再买一台烘干机。今年的产量比去年高了两成。",
    "fr": "Le maire a présenté le projet à la réunion d’hier soir.",
    "ru": "Мэр открыл новую школу и пригласил всех жителей города.",
}


def each(write) -> dict[str, str]:
    return {name: "".join(char if char.isascii() else write(char) for char in text) for name, text in TEXTS.items()}


def of_bytes(write):
    return lambda char: "".join(map(write, char.encode()))


FORMS = {
    "JSON": each(lambda char: f"\\u{ord(char):04x}"),
    "JavaScript": each(lambda char: f"\\u{{{ord(char):x}}}"),
    "R": each(lambda char: f"<U+{ord(char):04X}>"),
    "escape()": each(lambda char: f"%u{ord(char):04X}"),
    "entities": each(lambda char: f"&#{ord(char)};"),
    "bytes in code": each(of_bytes(lambda byte: f"\\x{byte:02x}")),
    "octal": each(of_bytes(lambda byte: f"\\{byte:03o}")),
    "percent": {name: quote(text) for name, text in TEXTS.items()},
    "form": {name: quote_plus(text) for name, text in TEXTS.items()},
    "quoted-printable": {name: quopri.encodestring(text.encode()).decode() for name, text in TEXTS.items()},
}
SILENT = [
    "Lower case letters begin with \\x61\\x62 and \\u0041, the accent with \\u00e9.",
    r"C:\users\x12\310 and \320\old, with \x and \u alone",
    "https://zh.wikipedia.org/wiki/%E6%9D%91 and https://fr.example/?q=%C3%A9t%C3%A9+chaud&p=2",
    "title=%E6%9D%91%E9%87%8C&page=1",
    "up 5%, down 3%E or 10%CD of all; 100%%C3",
    "the sign <U+0041> is A; x=E4 and y=C3, a=FF=FE",
    "%d items, %u users, %e and %f in printf",
    "/wiki/%D0%9C%D1%8D%D1%80",
]


def counted(*texts: str) -> list[int]:
    return encoding(pa.table({"text": pa.array(texts, pa.large_string())})).columns["html_entities"].to_pylist()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", FORMS)
def test_escapes_of_letters_are_counted(form: str, name: str) -> None:
    assert counted("A line before.", f"Before: {FORMS[form][name]}", "Another.")[1] > 0


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_them_is_not(text: str) -> None:
    assert counted(text) == [0]


def test_escapes_are_found_in_their_own_text_only() -> None:
    whole = pa.array(["plain", FORMS["percent"]["zh"], "5 % of it", FORMS["R"]["ru"]], pa.large_string())
    found = encoding(pa.table({"text": whole.slice(1)})).columns["html_entities"].to_pylist()
    assert [count > 0 for count in found] == [True, False, True]
