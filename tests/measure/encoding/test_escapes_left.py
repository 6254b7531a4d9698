"""Escapes of letters beyond ASCII that were never decoded, in every form that programs write."""

import base64
import hashlib
import quopri
from dataclasses import replace
from urllib.parse import quote, quote_plus

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.conversion_residue import html_entities
from audit.measure.encoding.scan import ESCAPE, scanned

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
    "style sheets": each(lambda char: f"\\{ord(char):04x} ") | {"fr": r"\4e2d\6587\5185"},
    "JSON": each(lambda char: f"\\u{ord(char):04x}"),
    "JavaScript": each(lambda char: f"\\u{{{ord(char):x}}}"),
    "R": each(lambda char: f"<U+{ord(char):04X}>"),
    "escape()": each(lambda char: f"%u{ord(char):04X}"),
    "entities": each(lambda char: f"&#{ord(char)};"),
    "bytes in code": each(of_bytes(lambda byte: f"\\x{byte:02x}")),
    "octal": each(of_bytes(lambda byte: f"\\{byte:03o}")),
    "percent": {name: quote(text) for name, text in TEXTS.items()},
    "form": {name: quote_plus(text) for name, text in TEXTS.items()},
    "quoted-printable in GBK": dict.fromkeys(TEXTS, quopri.encodestring(TEXTS["zh"].encode("gbk")).decode()),
    "quoted-printable in KOI8-R": dict.fromkeys(TEXTS, quopri.encodestring(TEXTS["ru"].encode("koi8-r")).decode()),
    "bytes of UTF-8 in JSON": each(of_bytes(lambda byte: f"\\u{byte:04x}")),
    "percent in GBK": dict.fromkeys(TEXTS, quote(TEXTS["zh"].encode("gbk"))),
    "percent in Windows-1251": dict.fromkeys(TEXTS, quote(TEXTS["ru"].encode("cp1251"))),
    "quoted-printable": {name: quopri.encodestring(text.encode()).decode() for name, text in TEXTS.items()},
}
LONG = {
    "zh": "村里的合作社打算再买一台烘干机，今年的产量比去年高了两成，大家商量了一个晚上。",
    "fr": "Le maire a présenté le projet à la réunion d’hier soir, et tout le monde a voté pour une nouvelle école.",
    "en": "The mayor presented the plan at the meeting last night, and everybody voted for a new school by the river.",
}
BODIES = {
    "base64 lines": lambda text: base64.encodebytes(text.encode()).decode(),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 without its end": lambda text: base64.b64encode(text.encode()).decode()[:-7],
}
DIGITS = [
    base64.b64encode(bytes(range(7, 120))).decode(),
    base64.b64encode(hashlib.sha512(b"a key").digest() * 2).decode(),
    base64.b64encode(b'{"alg": "HS256", "typ": "JWT", "kid": "a number of the key of the service"}').decode(),
    base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0L10 10'/></svg>").decode(),
    base64.b64encode(b"0123456789,1,22,333,4444;55555;666666;7777777;88888888;9999999999").decode(),
    base64.b64encode(b"window.loaded = true; // loading the newest version so that it is always there").decode(),
    "AnnaBertaCarlDoraEmilFriedaGustavHeinrichIdaJuliusKonradLudwigMartha1",
    "ThisIsALongNameOfAClassThatNobodyWouldEverWriteInAProgramFactoryBean2Impl",
    "0x" + "DEADbeef" * 12,
    "ssh-rsa " + base64.b64encode(b"\0\0\0\7ssh-rsa" + hashlib.sha512(b"other").digest() * 2).decode(),
]
SILENT = [
    r"\2019\2020\2021 and D:\3042\5021\6001\7001 are folders of years and orders",
    r"\face \dead \beef \cafe are words, \fade \bead too",
    r"\4e2d alone, and \4e2d\0041 with a letter of ASCII",
    r"a matrix \1a2b \0c1d \2e3f of mixed scripts",
    r"the font has glyphs \f101 \f102 \f103 in its private area",
    "x=A1=B2 and F=FF=FF=FF=FF=FF=FF, a row of one byte",
    "a=B0=C0 b=D0=E0 c=F0=A0 are equations",
    "http://xn--fiqs8s.xn--55qx5d.example/ and info@xn--bcher-kva.example",
    "Tom &U,B- Jerry & Co. &Sons- and R&Dept-",
    "Lower case letters begin with \\x61\\x62 and \\u0041, the accent with \\u00e9.",
    r"C:\users\x12\310 and \320\old, with \x and \u alone",
    "https://zh.wikipedia.org/wiki/%E6%9D%91 and https://fr.example/?q=%C3%A9t%C3%A9+chaud&p=2",
    "title=%E6%9D%91%E9%87%8C&page=1",
    "up 5%, down 3%E or 10%CD of all; 100%%C3",
    "the sign <U+0041> is A; x=E4 and y=C3, a=FF=FE",
    r"let letters = /[\u00c0-\u00ff\u00e9\u00e8]/, spaces = '\u00a0\u00a0', signs = '\u00c2\u00a9'",
    "%AA%BB%CC%DD%EE%FF and %A1%A1%A1%A1%A1%A1%A1%A1 are colours, q=%B4%E5%C1%C4%D6%E2%A3%B0 an address",
    "%d items, %u users, %e and %f in printf",
    "/wiki/%D0%9C%D1%8D%D1%80",
]


def counted(*texts: str) -> list[int]:
    return encoding(pa.table({"text": pa.array(texts, pa.large_string())})).columns["html_entities"].to_pylist()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", FORMS)
def test_escapes_of_letters_are_counted(form: str, name: str) -> None:
    assert counted("A line before.", f"Before: {FORMS[form][name]}", "Another.")[1] > 0


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("form", BODIES)
def test_a_body_in_base64_is_counted(form: str, text: str) -> None:
    assert counted("A line before.", BODIES[form](text), text) == [0, 1, 0]


def test_a_body_in_base64_ends_above_a_boundary() -> None:
    body = BODIES["base64 lines"](LONG["zh"])
    assert counted(f"{body}------=_Part_7.1--", f"-----BEGIN IT-----\n{body}-----END IT-----\n") == [1, 1]


def test_many_lines_of_base64_are_read_once() -> None:
    assert counted(f"{'A' * 64}\n" * 60_000 + "-----END IT-----") == [0]


@pytest.mark.parametrize("text", [*SILENT, *DIGITS])
def test_what_only_looks_like_them_is_not(text: str) -> None:
    assert counted(text) == [0]


def test_escapes_are_found_in_their_own_text_only() -> None:
    whole = pa.array(["plain", FORMS["percent"]["zh"], "5 % of it", FORMS["R"]["ru"]], pa.large_string())
    found = encoding(pa.table({"text": whole.slice(1)})).columns["html_entities"].to_pylist()
    assert [count > 0 for count in found] == [True, False, True]


PIECES = (
    *(
        "&",
        "&amp;",
        "&#",
        "&#x4e2d;",
        "\\",
        "\\u",
        "\\u4e2d",
        "\\u{",
        "\\x",
        "\\xe4",
        "\\344",
        "\\4e2d ",
        "=",
        "=E4=B8=AD",
    ),
    *("=E4", "%E4%B8%AD", "%u4e2d", "%20", "<U+4E2D>", "VGhlIG1heW9y" * 5, "\n", ";", " ", "E4", "text", "中文"),
)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), min_size=1, max_size=4))
def test_one_pass_marks_every_text_with_a_sign_in_which_any_is_found(texts: list[str]) -> None:
    texts = [f"a & b{text}" for text in texts]
    found = scanned(pa.array(texts, pa.large_string()))
    for number, text in enumerate(texts):
        seen = found.seen(number, text)
        assert html_entities(seen) == html_entities(replace(seen, marks=seen.marks | ESCAPE))
