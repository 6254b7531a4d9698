"""What is written in letters and is no text for a reader, beside what only speaks of it."""

from __future__ import annotations

import base64
import binascii
import json
import pickle
import random
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.gate.baseline import FIRST_LINE
from audit.policy import InputSettings
from audit.policy.read import WRITTEN_BY_INIT
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.notation import refuse_notation
from audit.read.walk import walk

SQL = b"CREATE TABLE `boats` (`id` int, `text` text);\nINSERT INTO `boats` VALUES (1,'The ferry left.'),(2,'Dawn');\n"
BYTES = random.Random(5).randbytes(1500)  # noqa: S311
PROSE = ("The tram line along the river opens again in May, after two winters of work. " * 12).encode()
OBJECT = {"rows": [1, 2.5, "word", None, (3, b"4")], "text": PROSE.decode()}
BASE64 = fill(base64.b64encode(BYTES).decode(), 76).encode() + b"\n"
HEX = binascii.hexlify(BYTES)
KEY = b"-----BEGIN RSA PRIVATE KEY-----\n%b-----END RSA PRIVATE KEY-----\n" % BASE64
SIGNED = (
    b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n%b\n"
    b"-----BEGIN PGP SIGNATURE-----\n%b-----END PGP SIGNATURE-----\n"
)
HEXDUMP = b"".join(
    b"%08x  %b  |%b|\n" % (at, binascii.hexlify(BYTES[at : at + 16], " "), b"." * 16) for at in range(0, 1488, 16)
)
UU = b"begin 644 a.bin\n" + b"".join(binascii.b2a_uu(BYTES[at : at + 45]) for at in range(0, 1500, 45)) + b"`\nend\n"
INTEL = b"".join(b":10%04X00%b7F\n" % (at, binascii.hexlify(BYTES[at : at + 16]).upper()) for at in range(0, 480, 16))
NOTEBOOK = {"cells": [{"cell_type": "markdown", "source": [PROSE.decode()] * 9}], "metadata": {}, "nbformat": 4}

BIBTEX = b"""@article{roe2024,
  title = {On piers and {B}ells},
  author = "Roe, A. and Poe, B.",
  year = 2024
}
"""
RIS = b"TY  - JOUR\nTI  - On piers\nAU  - Roe, A.\nAB  - What piers are for,\nand why.\nER  - \n"
CDX = b"example,bay)/ferry?a=1 20240304101112 https://bay.example/ferry?a=1 text/html 200 ABCD2345 - - 99 1 a.warc.gz\n"
CDXJ = b'example,bay)/ferry 20240304101112 {"url": "https://bay.example/ferry", "status": "200"}\n'


@pytest.mark.parametrize(
    ("code", "raw"),
    [
        *(pytest.param("encoded", pickle.dumps(OBJECT, n), id=f"pickle of protocol {n}") for n in range(6)),
        pytest.param("encoded", pickle.dumps(["a", "b"], 0), id="short pickle"),
        pytest.param("encoded", pickle.dumps(OBJECT, 0) * 2 + b"\n", id="two pickles"),
        pytest.param("encoded", pickle.dumps([str(n) for n in range(50_000)], 0), id="long pickle"),
        pytest.param("encoded", pickle.dumps(random.Random, 0), id="pickled class"),
        pytest.param("encoded", b"data:image/png;base64," + BASE64, id="data URI"),
        pytest.param("encoded", HEXDUMP, id="hexdump"),
        pytest.param("encoded", UU, id="uuencode"),
        pytest.param("encoded", INTEL, id="Intel HEX"),
        pytest.param("encoded", KEY, id="private key"),
        pytest.param("encoded", b"ssh-rsa AAAA" + base64.b64encode(BYTES) + b" me@host\n", id="public key"),
        pytest.param("encoded", KEY.replace(b"RSA PRIVATE KEY", b"PGP MESSAGE"), id="PGP message"),
        pytest.param("encoded", b'a:2:{s:3:"one";i:1;s:3:"two";i:2;}', id="PHP value"),
        pytest.param("encoded", b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", id="SVG"),
        pytest.param("encoded", b'<?xml version="1.0"?>\n<!-- drawn > by hand -->\n<svg width="1"/>', id="SVG as XML"),
        pytest.param("encoded", b"P3\n# a picture\n640 480\n255\n1 2 3\n", id="image in figures"),
        pytest.param("structured", b'<?xml version="1.0"?><plan><day/></plan>', id="XML"),
        pytest.param("structured", '<?xml version="1.0"?>\n<plan/>'.encode("utf-16"), id="XML in UTF-16"),
        pytest.param("structured", b'\xef\xbb\xbf<!DOCTYPE plist PUBLIC "-//x" "x">\n<plist/>', id="property list"),
        pytest.param("structured", json.dumps(NOTEBOOK).encode(), id="notebook"),
        pytest.param("structured", b"BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n", id="address"),
        pytest.param("structured", BIBTEX, id="entry of BibTeX"),
        pytest.param("structured", b"% Encoding: UTF-8\n\n" + b"\n".join([BIBTEX] * 40), id="BibTeX"),
        pytest.param("structured", b"@string{bay = {Bay}}\n" + BIBTEX.replace(b"\n", b"\r\n"), id="BibTeX of Windows"),
        pytest.param("structured", RIS * 30, id="RIS"),
        pytest.param(
            "structured", b"\xef\xbb\xbf" + b"\r\n".join([RIS.replace(b"\n", b"\r\n")] * 3), id="RIS in parts"
        ),
        pytest.param("structured", b" CDX N b a m s k r M S V g\n" + CDX * 3, id="CDX"),
        pytest.param("structured", CDX * 900, id="CDX without a header"),
        pytest.param("structured", CDXJ * 3, id="CDXJ"),
        pytest.param("binary", b"\xef\xbb\xbf\n{\\rtf1\\ansi The ferry.}", id="RTF after a mark"),
        pytest.param("binary", b"%!\n/Helvetica findfont 12 scalefont setfont\n", id="PostScript"),
        pytest.param("structured", b"-- a dump\n/*!40101 SET NAMES utf8 */;\n" + SQL, id="SQL"),
        pytest.param("structured", b"SET x = 1;\nCOPY boats (id) FROM stdin;\n1\n\\.\n--\n", id="COPY"),
        pytest.param("structured", b"SET IDENTITY_INSERT [boats] ON\nGO\n" + SQL, id="SQL without semicolons"),
        pytest.param("structured", b"PRAGMA foreign_keys=OFF;\n" + SQL, id="SQL of SQLite"),
        pytest.param("structured", b"// of May\n[[1, 2], [3, 4]]\n", id="lists with comments"),
        pytest.param("structured", b'// of March\n/* boats */\n[\n{"text": "Dawn"}]\n', id="JSON with comments"),
        pytest.param("configuration", FIRST_LINE.encode() + b"\nmissed ENC004\n", id="a baseline"),
        pytest.param("configuration", WRITTEN_BY_INIT.encode() + b" Every key\n", id="settings"),
        pytest.param("binary", b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\nstream\n%%EOF\n", id="PDF after a header"),
    ],
)
def test_data_in_letters_is_refused(code: str, raw: bytes) -> None:
    found = refuse_notation(raw)
    assert found is not None
    assert found.code == code
    assert found.detail.isprintable()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(PROSE, id="prose"),
        # Bare digits are a document that speaks no language, and LNG003 says so.
        pytest.param(BASE64, id="base64"),
        pytest.param(BASE64.replace(b"\n", b"\r\n"), id="base64 with CRLF"),
        pytest.param(BASE64.replace(b"\n", b""), id="base64 in one line"),
        pytest.param(base64.b64encode(PROSE), id="a text in base64"),
        pytest.param(base64.urlsafe_b64encode(BYTES), id="base64 for addresses"),
        pytest.param(fill(base64.b32encode(BYTES).decode(), 64).encode(), id="base32"),
        pytest.param(HEX, id="hexadecimal"),
        pytest.param(b", ".join(b"0x%02x" % byte for byte in BYTES), id="array of C"),
        pytest.param("湖边的新步道今天开放。".encode() * 60, id="Chinese prose"),
        pytest.param(SIGNED % (PROSE, BASE64[:300]), id="signed letter"),
        pytest.param(PROSE + KEY[:400] + b"\n" + PROSE, id="page that shows a key"),
        pytest.param(PROSE + BASE64[:500] + PROSE, id="page that shows base64"),
        pytest.param(b"cos\nsystem\n(S'id'\ntR.\n" + PROSE, id="page that shows a pickle"),
        pytest.param(b"(lp0\nS'a'\np1\na.\nThis is a pickle, said the teacher.\n", id="pickle explained"),
        pytest.param(b"SOS\np1 is where the piano stands.\n", id="begins like a pickled string"),
        pytest.param(b"How to begin: <?xml version='1.0'?> is the first line.\n", id="XML explained"),
        pytest.param(b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html><p>Hi</p></html>', id="XHTML"),
        pytest.param(b'<!DOCTYPE x [<!ENTITY a "aaaa">]>\n' + PROSE, id="prose after a declaration"),
        pytest.param(SQL + b"\n" + PROSE, id="SQL explained"),
        pytest.param(b"Use these statements for the boats.\n" + SQL, id="a lesson on SQL"),
        pytest.param(b"Create the table first (as told), then fill it:\n" + SQL + b"-- Ada\n", id="a letter on SQL"),
        pytest.param(b"// for readers\n[[ferry]]\n= The ferry\n\n" + PROSE + b"image::quay[]\n", id="an anchor"),
        pytest.param(b'// by Ada\n["quote", "Ada"]\n' + PROSE, id="attributes of AsciiDoc"),
        pytest.param(b"Insert into the values (of a sailor) what you like;\n", id="begins like SQL"),
        pytest.param(b"Insert the key.\nInsert values (a few) and turn;\n", id="instructions"),
        pytest.param(b"CREATE TABLE boats (id int);\nSELECT * FROM boats;\n", id="SQL without rows"),
        pytest.param(b"// a note\nint bell() { return 1; }\n", id="comment of a program"),
        pytest.param(b"# corpus-audit baselines\n" + PROSE, id="page about baselines"),
        pytest.param(b"# Settings\n\n" + PROSE, id="page about settings"),
        pytest.param(b"P3 is the third platform of the station.\n", id="platform 3"),
        pytest.param(b"%!? said the comic figure and ran.\n", id="curse"),
        pytest.param(b"begin 644 is how such files start,\nand so they\nend\n", id="uuencode explained"),
        pytest.param(b"S1 is late. S2 runs every ten minutes.\n" * 9, id="suburban trains"),
        pytest.param(b"A bibliography has entries:\n\n```bibtex\n%b```\n\n%b" % (BIBTEX, PROSE), id="BibTeX explained"),
        pytest.param(BIBTEX + b"\n" + PROSE, id="prose after an entry"),
        pytest.param(BIBTEX + b"\n" + PROSE + b"\n\n" + BIBTEX, id="prose between entries"),
        pytest.param(PROSE + b"\n\n" + BIBTEX, id="how to cite"),
        pytest.param(b"@media screen {\n  p { color: red }\n}\n", id="style sheet"),
        pytest.param(b"@roe (from the bay): see you at {nine}\n", id="mention"),
        pytest.param(b"@Test(timeout = 5)\nvoid rings() {\n  bell();\n}\n" * 3, id="annotations"),
        pytest.param(b'@route("/bay", methods=["GET"])\ndef bay():\n    return ring({"a": 1})\n', id="decorator"),
        pytest.param(b"% a script\nx = 1;\ny = f(x)\n", id="comment of a script"),
        pytest.param(
            b"% A letter\n\\documentclass{letter}\n\\begin{document}\n" + PROSE + b"\n\\end{document}\n", id="TeX"
        ),
        pytest.param(RIS + b"\n" + PROSE, id="prose after an entry of RIS"),
        pytest.param(RIS + b"\n" + PROSE + b"\n\n" + RIS, id="prose between entries of RIS"),
        pytest.param(CDX + PROSE, id="a line of CDX explained"),
        pytest.param(CDX + b"\n" + PROSE + b"\n\n" + CDX, id="lines of CDX explained"),
        pytest.param(b"CDX N b a is a header.\n" + PROSE, id="header of CDX explained"),
        pytest.param(b"internationalisation\nDonaudampfschifffahrtsgesellschaft\n" * 40, id="long words"),
        pytest.param(b"".join(b"share/doc/Package-%d/README\n" % n for n in range(99)), id="paths"),
        pytest.param(b"".join(b"%040d\n" % (n * 987_654_321) for n in range(99)), id="numbers"),
        pytest.param(b"978-3-16-148410-0 978-0-306-40615-7\n" * 20, id="numbers of books"),
        pytest.param(b"deadbeef cafe\n" * 3, id="words of a to f"),
        pytest.param(b"a" * 100_000, id="one letter"),
        pytest.param(b"SGVsbG8gd29ybGQ=\n", id="one word in base64"),
        pytest.param(json.dumps({"cells": 3, "rooms": "nbformat"}).encode(), id="JSON"),
    ],
)
def test_what_only_speaks_of_it_is_a_text(raw: bytes) -> None:
    assert refuse_notation(raw) is None


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_get_an_answer(raw: bytes) -> None:
    found = refuse_notation(raw)
    assert found is None or found.code in {"binary", "structured", "encoded"}


def test_files_and_records_are_refused_alike(tmp_path) -> None:
    spelled = UU
    (tmp_path / "a.txt").write_bytes(spelled)
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"text": t.decode()}) + "\n" for t in (spelled, PROSE)))
    found = [outcome for entry in walk(tmp_path) for outcome in read_inputs(tmp_path, entry, InputSettings())]
    assert [(o.id, o.code if isinstance(o, Refused) else "read") for o in found] == [
        ("a.txt", "encoded"), ("b.jsonl#0", "encoded"), ("b.jsonl#1", "read"),
    ]  # fmt: skip
    assert isinstance(found[2], Input)


@given(st.lists(st.sampled_from([PROSE[:70], PROSE[:500], *HEX[:120].split(), *BASE64.split(), b"begin 644 a", b"end",
                                 KEY, b"", b"    "]), max_size=12))  # fmt: skip
def test_a_look_at_the_first_lines_is_enough_where_it_says_so(lines: list[bytes]) -> None:
    raw = b"\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audit.read.notation._is_plain", lambda _: False)
        whole = refuse_notation(raw)
    assert refuse_notation(raw) == whole


@pytest.mark.parametrize(
    ("raw", "is_refused"),
    [
        (b'window.bay.tweets.part0 = [\n  {\n    "tweet": {}}]', True),
        (b"window.bay = { dawn: 1 };\nring(window.bay);\n", False),
        (b"In scripts, window.bay.part0 = [ ] makes a list.", False),
    ],
    ids=["records", "program", "prose"],
)
def test_records_in_a_variable_are_data(raw, is_refused):
    assert (refuse_notation(raw) is not None) == is_refused
