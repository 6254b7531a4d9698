"""Pages saved with their pictures: the page is read as if it lay beside them, its address is that of the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.dumped import PAGE, SAVED
from tests.read.reading import read


def test_the_page_is_read_and_not_the_letter_around_it(tmp_path: Path) -> None:
    (saved,) = read(tmp_path, "a.mht", SAVED)
    (tmp_path / "a.mht").unlink()
    (plain,) = read(tmp_path, "a.html", PAGE)
    assert saved.text == plain.text
    assert saved.stated.url == "https://bay.example/ferry"
    assert (saved.stated.author, saved.stated.published) == (None, None)


@pytest.mark.parametrize("place", [b"cid:1@saved", b"file:///home/a/ferry.html", b""])
def test_a_place_on_a_machine_is_no_address(tmp_path: Path, place: bytes) -> None:
    (found,) = read(tmp_path, "a.mhtml", SAVED.replace(b"https://bay.example/ferry", place))
    assert found.stated.url is None


def test_an_archive_without_a_page_has_no_text(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.mhtml", SAVED.replace(b"Content-Type: text/html\n", b"Content-Type: text/css\n"))
    assert found.code == "no-text"


def test_another_file_of_that_name_is_what_it_is(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.mhtml", b"The ferry left before dawn, and nobody on the landing saw it go.\n")
    assert found.encoding_source == ""
