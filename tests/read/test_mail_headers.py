"""Fields of a mail's header: raw bytes in them, and the messages in which a mail program notes things for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.test_dumps import codes, inputs
from tests.read.test_readers import read

HEAD = "From: {} <v@bay.example>\nSubject: {}\nDate: Mon, 4 Mar 2024 10:11:12 +0100\nContent-Type: text/plain{}\n\n"
BODY = "Milí zpěváci, zkouška bude ve středu v sedm.\n"
CZECH = ("Věra Horáková", "Zkouška ve středu")


@pytest.mark.parametrize(
    ("said", "codec", "charset"),
    [
        (CZECH, "utf-8", "; charset=utf-8"),
        (CZECH, "utf-8", ""),
        (CZECH, "iso8859-2", "; charset=iso-8859-2"),
        (("王一", "春季计划"), "gb18030", "; charset=gb2312"),
    ],
)
def test_raw_bytes_of_a_header_are_utf_8_or_as_the_body(tmp_path: Path, said, codec: str, charset: str) -> None:
    (found,) = inputs(read(tmp_path, "a.eml", (HEAD.format(*said, charset) + BODY[:4]).encode(codec)))
    assert (found.stated.author, found.stated.title) == said


def test_raw_bytes_that_nothing_tells_are_no_title(tmp_path: Path) -> None:
    content = HEAD.format(*CZECH, "").encode("cp1250") + b"The rehearsal is on Wednesday.\n"
    (found,) = inputs(read(tmp_path, "a.eml", content))
    assert (found.stated.title, found.stated.published is None) == (None, False)


def test_notes_of_a_mail_program_on_its_folder_are_no_message(tmp_path: Path) -> None:
    noted = HEAD.format("Mail System Internal Data", "FOLDER INTERNAL DATA", "").replace("\n\n", "\nX-IMAP: 17 2\n\n")
    mail = HEAD.format("Jo", "Kettle", "\nX-IMAPbase: 17 2")
    box = "".join(f"From a@b Mon Mar  4 10:11:12 2024\n{head}{BODY}\n" for head in (noted, mail))
    found = read(tmp_path, "a.mbox", box.encode())
    assert codes(found) == ["no-text", ""]
    assert inputs(found)[0].stated.title == "Kettle"
