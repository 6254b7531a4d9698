"""Prose in escapes inside its words, or escaped as a whole, is counted; code, addresses and tables like it are not."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from typing import Final
from urllib.parse import quote

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding

EN: Final = (
    "The miller sold his old grey mule at the spring fair, and walked home along the river with a heavy purse. "
    "Nobody met him on the road, but the dogs of the last farm barked until he had closed the gate behind him."
)
FR: Final = "Le géant a chassé les élèves désolés, et la rivière débordait près du préau."
ZH: Final = "磨坊主在春天的集市上卖掉了他的灰骡子，沿着河边走回了家。路上没有人遇见他，只有最后一个农场的狗一直叫着。"
RU: Final = "Мельник продал старого мула на весенней ярмарке и пошёл домой вдоль реки."


def escaped(text: str, shape: str) -> str:
    return "".join(char if char < "\x80" else shape.format(code=ord(char)) for char in text)


def folders(text: str) -> str:
    made, run = "", ""
    for char in [*text, ""]:
        if char > "\x7f":
            run += char
            continue
        made += "&" + b64encode(run.encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-" if run else ""
        made, run = made + char, ""
    return made


ESCAPED: Final = {
    "json": escaped(FR, "\\u{code:04x}"),
    "code": escaped(FR, "\\x{code:02x}"),
    "quoted-printable": escaped(FR, "={code:02X}"),
    "ends of words": "Le th=E9 de l'=E9t=E9 est gel=E9 et la rivi=E8re gel=E9e",
    "rtf": escaped(FR, "\\'{code:02x}"),
    "rtf in a row": "".join(f"\\'{byte:02x}" for byte in RU.encode("cp1251")),
    "sheets": escaped(FR, "_x{code:04X}_"),
    "returns of sheets": "Paid in full_x000D_\nThank you",
    "without semicolons": FR.replace("é", "&eacute").replace("è", "&egrave"),
    "numbers without semicolons": " ".join(f"&#{ord(char)}" for char in ZH),
    "folders": folders(FR),
    "folders in Chinese": folders(ZH),
    "folders in Russian": folders(RU),
    "perl": escaped(ZH, "\\x{{{code:04x}}}"),
    "forms": quote(EN, safe=""),
    "percent signs throughout": "".join(f"%{ord(char):02X}" for char in EN),
    "code points throughout": "".join(f"\\u{ord(char):04x}" for char in EN),
    "hexadecimal": EN.encode().hex(),
    "hexadecimal in Chinese": ZH.encode().hex().upper(),
    "hexadecimal with spaces": EN.encode().hex(" "),
    "numbers of code": ", ".join(f"0x{byte:02x}" for byte in EN.encode()),
    "base64 of addresses": urlsafe_b64encode(ZH.encode()).decode(),
    "mails": "The title is " + "渡し船は昼前に港を出た".encode("iso2022_jp").replace(b"\x1b", b"").decode(),
}
ALIKE: Final = {
    "one name in code": 'name = "Ren\\u00e9"; print(name)',
    "two names in code": 'names = ["Ren\\xe9e", "Zo\\xebl"]',
    "TeX": "L'\\'ecole des \\'etudiants, le pr\\'esident, la for\\^et, le th\\'eatre, d\\'ec\\`es, \\'edit\\'e",
    "sums": "if a=E9 or b=D4 then c=F0, and x=C3y",
    "keys and values": "size=C4 kind=D5, code=E9; last=F0 and first=C0",
    "names joined": "R&D-team, AT&T-shop, Q&A-page, B&Bay-side, rock&roll-fans, black&white-films, A&AO-k",
    "addresses": "https://site.example/find?q=the%20old%20mill%20by%20the%20river%20in%20the%20north%20of%20the%20county",
    "a file": "My%20Holiday%20in%20the%20North%202019.pdf",
    "a table": "12 34 56 78 90 12 34 56 78 90 " * 8,
    "a checksum": "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 and so on",
    "a key": "6f3a9c0d" * 20,
    "prices": "It cost $Bxxxxxxx(B) or $20 (Bern)",
    "variables": "my_x0041_name, reg_x00FF_value, a_x12_b",
    "entities of C": "f(&acute); g(&ring); h(&slash)",
    "a line": "/" * 90 + "\n" + "-" * 90,
    "passwords": "Kj8_sd-Fh2" * 12,
}


def count(text: str) -> int:
    found = encoding(pa.table({"text": pa.array([text], pa.large_string())})).columns["html_entities"]
    return int(found[0].as_py())


@pytest.mark.parametrize("text", ESCAPED.values(), ids=list(ESCAPED))
def test_escaped_prose_is_counted(text: str):
    assert count(text) > 0


@pytest.mark.parametrize("text", ALIKE.values(), ids=list(ALIKE))
def test_what_looks_like_it_is_not(text: str):
    assert count(text) == 0


@pytest.mark.parametrize("text", [EN, FR, ZH, RU])
def test_the_prose_itself_is_not(text: str):
    assert count(text) == 0
